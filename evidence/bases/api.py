"""Evidence bases and their items: what counts for a claim, and how it was found."""

from rest_framework import serializers

from core.api.declared import serializer_of
from core.api.shapes import Part, WordsField
from core.api.viewsets import ReadViewSet
from core.dataclass_json import to_json
from evidence.bases.filters import EvidenceBaseFilter, EvidenceItemFilter
from evidence.facts.declared import ItemFacts
from evidence.facts.standing_on import evidence_items
from evidence.models import EvidenceBase, EvidenceItem, ItemReading
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


class EvidenceBaseDetailSerializer(EvidenceBaseSerializer):
    """With every candidate; bearings as proposed, not as any grade reads them."""

    items = serializer_of(ItemFacts)(many=True)

    class Meta(EvidenceBaseSerializer.Meta):
        fields = [*EvidenceBaseSerializer.Meta.fields, "items"]


class EvidenceBaseViewSet(ReadViewSet):
    """What counts for a claim, and how it was looked for."""

    queryset = EvidenceBase.objects.with_item_counts()
    serializer_class = EvidenceBaseSerializer
    detail_serializer_class = EvidenceBaseDetailSerializer
    filterset_class = EvidenceBaseFilter

    def present(self, rows):
        if self.action == "retrieve":
            for row in rows:
                items = evidence_items(EvidenceBase(pk=row["id"]))
                row["items"] = [to_json(item) for item in items]
        return super().present(rows)


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


class EvidenceItemViewSet(ReadViewSet):
    """Candidates of evidence bases, and whether they count."""

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
