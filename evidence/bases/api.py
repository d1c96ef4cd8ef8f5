"""Evidence bases and their items: what counts for a claim, and how it was found."""

from django.db.models import F
from rest_framework import serializers

from accounts.api import Needs
from accounts.permissions import Permission
from bibliography.references.quote_fields import QuoteStateField, QuoteStateWordsField
from claims.models import Claim
from core.api.bodies import with_columns
from core.api.declared import serializer_of
from core.api.shapes import Part, WordsField
from core.api.writing import WriteViewSet, changes, makes, step
from core.dataclass_json import to_json
from core.forms import NumberedField
from evidence.bases.actions import (
    copy_base,
    edit_base,
    freeze_base,
    mark_main_line,
    open_base,
)
from evidence.bases.filters import EvidenceBaseFilter, EvidenceItemFilter
from evidence.bases.forms import (
    BaseForm,
    CandidateForm,
    ExcludingForm,
    MainLineForm,
    PassageForm,
)
from evidence.bases.items import add_item, decide_item, quote_record
from evidence.facts.declared import ItemFacts
from evidence.facts.standing_on import evidence_items
from evidence.judged import ELEMENTS
from evidence.models import EvidenceBase, EvidenceItem, ItemReading, LiteratureSearch
from evidence.screening.flow import PrismaCounts, flow_of
from evidence.searches.actions import bring_search, run_search
from evidence.searches.forms import ImportedSearchForm, SearchForm
from evidence.words import Bearing


class EvidenceBaseSerializer(serializers.ModelSerializer):
    claim_text = serializers.CharField(source="claim.text")
    scope_words = WordsField("scope", EvidenceBase.Scope)
    review_label = serializers.CharField(source="review.label", allow_null=True)
    by = serializers.CharField(source="by.display_name")
    frozen_by = serializers.CharField(source="frozen_by.display_name", allow_null=True)
    included_count = serializers.IntegerField()
    excluded_count = serializers.IntegerField()
    awaiting_count = serializers.IntegerField()

    class Meta:
        model = EvidenceBase
        fields = [
            "id",
            "claim",
            "claim_text",
            "number",
            "population",
            "intervention",
            "comparator",
            "outcome",
            "eligible_designs",
            "scope",
            "scope_words",
            "sources",
            "query",
            "searched_on",
            "main_lines",
            "marked_words",
            "review",
            "review_label",
            "included_count",
            "excluded_count",
            "awaiting_count",
            "by",
            "created_at",
            "frozen_at",
            "frozen_by",
            "copied_from",
        ]


class LiteratureSearchSerializer(serializers.ModelSerializer):
    """One search for a base: where, with which words, when, and what it found."""

    kind_words = WordsField("kind", LiteratureSearch.Kind)
    by = serializers.CharField(source="by.display_name")

    class Meta:
        model = LiteratureSearch
        fields = [
            "id",
            "kind",
            "kind_words",
            "source",
            "strategy",
            "understood_as",
            "since",
            "searched_on",
            "records_found",
            "batch",
            "job",
            "by",
            "copied_from",
        ]


class EvidenceBaseDetailSerializer(EvidenceBaseSerializer):
    """With every candidate; bearings as proposed, not as any grade reads them."""

    searches = LiteratureSearchSerializer(many=True)
    prisma = serializer_of(PrismaCounts)()
    items = serializer_of(ItemFacts)(many=True)

    class Meta(EvidenceBaseSerializer.Meta):
        own = ["searches", "prisma", "items"]
        fields = [*EvidenceBaseSerializer.Meta.fields, *own]


BaseBody = with_columns(BaseForm, edit_base.fields)


class NewBase(BaseBody):
    """How a base says it was searched, with the claim it is for.

    What is left out of its question is the claim's.
    """

    claim = NumberedField(queryset=Claim.objects.all())


class EvidenceBaseViewSet(WriteViewSet):
    """What counts for a claim, and how it was looked for."""

    permission_classes = [Needs]
    needs = dict.fromkeys(
        [
            *("create", "partial_update", "freeze", "copy", "quote", "main_line"),
            *("search", "bring_search"),
        ],
        Permission.FREEZE_BASES,
    )
    queryset = EvidenceBase.objects.with_item_counts()
    serializer_class = EvidenceBaseSerializer
    detail_serializer_class = EvidenceBaseDetailSerializer
    filterset_class = EvidenceBaseFilter
    parts = {"searches": Part(LiteratureSearch.objects.order_by("id"), by="base")}

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                base = EvidenceBase(pk=row["id"])
                row["items"] = [to_json(item) for item in evidence_items(base)]
                flow = flow_of(base, base.searches.all())
                row["prisma"] = to_json(flow.prisma())
        return super().present(rows)

    def writable(self):
        return super().writable().select_related("claim", "review")

    @makes(NewBase, "NewEvidenceBase")
    def create(self, request, said):
        """Begin a claim's evidence base, or its next once the last is frozen."""
        asked = {name: said.pop(name) for name in ELEMENTS}
        question = {name: words for name, words in asked.items() if words}
        return open_base(by=request.user, question=question, **said)

    @changes(BaseBody, "ChangeEvidenceBase")
    def partial_update(self, request, base, said):
        """Change how a draft says it was searched, or its question."""
        edit_base(base=base, by=request.user, **said)

    @step()
    def freeze(self, request, base, said):
        """Close it for good; refused with all that is missing at once."""
        freeze_base(base=base, by=request.user, **said)

    @step()
    def copy(self, request, base, said):
        """Begin the claim's next base with what this one holds."""
        return self.made(copy_base(base=base, by=request.user, **said))

    @step(PassageForm, "NewPassage")
    def quote(self, request, base, said):
        """Keep the words of a record and include them; the item is in the base."""
        quote_record(base=base, by=request.user, **said)

    @step(SearchForm, "PubMedSearch")
    def search(self, request, base, said):
        """Search PubMed for it, as a job; what it finds waits to be screened."""
        run_search(base=base, by=request.user, **said)

    @step(ImportedSearchForm, "ImportedSearch", url_path="bring-search")
    def bring_search(self, request, base, said):
        """Bring a search made elsewhere, whose records an import holds."""
        bring_search(base=base, by=request.user, **said)

    @step(MainLineForm, "MainLine", url_path="main-line")
    def main_line(self, request, base, said):
        """Mark which of several pooled lines decides for a group of designs."""
        mark_main_line(base=base, by=request.user, **said)


QUOTED_FROM = {
    "its_record_title": F("passage__reference__title"),
    "its_record_abstract": F("passage__reference__abstract"),
}


def _record_quoted(row):
    return [(row["its_record_title"], row["its_record_abstract"])]


class EvidenceItemSerializer(serializers.ModelSerializer):
    """A candidate: a study's result, or a passage of a record."""

    claim = serializers.IntegerField(source="base.claim_id")
    decision_words = WordsField("decision", EvidenceItem.Decision)
    bearing_proposed = serializers.ChoiceField(
        choices=Bearing.pairs(), source="bearing", allow_blank=True
    )
    bearing_words = WordsField("its_bearing_proposed", Bearing)
    study = serializers.IntegerField(source="result.study_id", allow_null=True)
    study_label = serializers.CharField(source="result.study.label", allow_null=True)
    outcome_name = serializers.CharField(source="result.outcome.name", allow_null=True)
    quote = serializers.CharField(source="passage.quote", allow_null=True)
    quote_state = QuoteStateField("its_quote", _record_quoted, QUOTED_FROM)
    quote_state_words = QuoteStateWordsField("its_quote", _record_quoted, QUOTED_FROM)
    reference = serializers.IntegerField(source="passage.reference_id", allow_null=True)

    class Meta:
        model = EvidenceItem
        fields = [
            "id",
            "base",
            "claim",
            "decision",
            "decision_words",
            "reason",
            "reason_words",
            "bearing_proposed",
            "bearing_words",
            "bearing_why",
            "population_match",
            "intervention_match",
            "comparator_match",
            "outcome_match",
            "result",
            "study",
            "study_label",
            "outcome_name",
            "passage",
            "quote",
            "quote_state",
            "quote_state_words",
            "reference",
        ]


class ItemReadingSerializer(serializers.ModelSerializer):
    """What the item shows, as one grade reads it."""

    bearing_words = WordsField("bearing", Bearing)

    class Meta:
        model = ItemReading
        fields = [
            "grade",
            "bearing",
            "bearing_words",
            "population_match",
            "intervention_match",
            "comparator_match",
            "outcome_match",
        ]


class EvidenceItemDetailSerializer(EvidenceItemSerializer):
    readings = ItemReadingSerializer(many=True)

    class Meta(EvidenceItemSerializer.Meta):
        fields = [*EvidenceItemSerializer.Meta.fields, "readings"]


class EvidenceItemViewSet(WriteViewSet):
    """Candidates of evidence bases, and whether they count."""

    permission_classes = [Needs]
    needs = dict.fromkeys(
        ["create", "include", "exclude", "put_back"], Permission.FREEZE_BASES
    )
    queryset = EvidenceItem.objects.all()
    serializer_class = EvidenceItemSerializer
    detail_serializer_class = EvidenceItemDetailSerializer
    filterset_class = EvidenceItemFilter
    parts = {
        "readings": Part(
            ItemReading.objects.filter(grade__submitted_at__isnull=False).order_by(
                "id"
            ),
            by="item",
        )
    }

    def writable(self):
        return super().writable().select_related("base", "result__study")

    @makes(CandidateForm, "NewEvidenceItem")
    def create(self, request, said):
        """Add a candidate, a result or a passage; what it shows is proposed by rule.

        An included one may come out excluded, where the base includes a nearer source.
        """
        return add_item(by=request.user, **said)

    @step()
    def include(self, request, item, said):
        """Let it count; what it replaces is excluded, what replaces it refuses."""
        decision = EvidenceItem.Decision.INCLUDED
        decide_item(item=item, decision=decision, by=request.user, **said)

    @step(ExcludingForm, "Excluding")
    def exclude(self, request, item, said):
        """Leave it out, saying why."""
        decision = EvidenceItem.Decision.EXCLUDED
        decide_item(item=item, decision=decision, by=request.user, **said)

    @step(url_path="put-back")
    def put_back(self, request, item, said):
        """Put it back to those nobody has decided on."""
        decision = EvidenceItem.Decision.AWAITING
        decide_item(item=item, decision=decision, by=request.user, **said)
