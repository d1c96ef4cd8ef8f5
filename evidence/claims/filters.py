"""What a list of claims can be narrowed by, on pages and in the API."""

import django_filters as filters
from drf_spectacular.utils import extend_schema_field

from claims.models import Claim
from claims.words import Certainty, Standing, Verdict
from core.filters import YEARS, IdFilter, MarksFilter, WordsFilter, YesNoFilter
from core.searched_filters import SearchedFilterSet
from evidence.claims.queries import ClaimsWithEvidence
from evidence.models import EvidenceBase
from studies.models import Study, Topic
from texts.words import Words


class Citing(Words):
    """What a claim's citations come to, in any article that makes it."""

    NOTHING = "nothing", "no source recognised"
    NOT_FOUND = "not_found", "work not found"
    NOT_SAID = "not_said", "study does not say this"
    RETRACTED = "retracted", "cites a retracted work"


class Resting(Words):
    """What the works come to that a claim's newest frozen base counts."""

    RETRACTED = "retracted", "rests on a retracted work"


class ClaimFilter(SearchedFilterSet):
    """Narrows a list of claims."""

    marked = (
        "verdict",
        "certainty",
        "scope",
        "kind",
        "standing",
        "newer",
        "citing",
        "resting",
        "design",
        "topic",
        "article_year",
        "needs_review",
    )
    columns = ("verdict", "certainty", "scope", "kind")
    indexed = ("topic",)

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    verdict = WordsFilter(choices=Verdict)
    certainty = WordsFilter(choices=Certainty)
    scope = WordsFilter(choices=EvidenceBase.Scope, label="Evidence base")
    kind = WordsFilter(choices=Claim.Kind)
    standing = WordsFilter(choices=Standing)
    newer = WordsFilter(
        field_name="newer_standing",
        choices=Standing,
        label="Judged since, not published",
    )
    citing = WordsFilter(choices=Citing, method="by_citing", label="Citations")
    resting = MarksFilter(choices=Resting, label="Rests on")
    design = MarksFilter(choices=Study.Design, label="Design of a study")
    topic = filters.ModelMultipleChoiceFilter(
        method="by_topic", queryset=Topic.objects.current(), label="Topics"
    )
    article_year = MarksFilter(choices=YEARS, label="Year of the newest article")
    article = IdFilter(method="by_article", label="Made in article")
    study = IdFilter(method="by_study", label="Rests on study")
    reference = IdFilter(method="by_reference", label="Rests on reference")
    looked_into = YesNoFilter(method="by_looked_into", label="Has a frozen base")
    needs_review = YesNoFilter(label="Needs review")
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Claim
        fields: list[str] = []

    @extend_schema_field({"type": "string", "enum": list(Citing)})
    def by_citing(
        self, queryset: ClaimsWithEvidence, name: str, states: list[str]
    ) -> ClaimsWithEvidence:
        return queryset.citing(states) if states else queryset

    @extend_schema_field(int)
    def by_topic(
        self, queryset: ClaimsWithEvidence, name: str, topics: list[Topic]
    ) -> ClaimsWithEvidence:
        return queryset.filed_under(topics) if topics else queryset

    def by_looked_into(
        self, queryset: ClaimsWithEvidence, name: str, wanted: bool
    ) -> ClaimsWithEvidence:
        return queryset.looked_into(wanted)

    def by_article(
        self, queryset: ClaimsWithEvidence, name: str, article: int
    ) -> ClaimsWithEvidence:
        return queryset.made_in(article)

    def by_study(
        self, queryset: ClaimsWithEvidence, name: str, study: int
    ) -> ClaimsWithEvidence:
        return queryset.resting_on(study)

    def by_reference(
        self, queryset: ClaimsWithEvidence, name: str, reference: int
    ) -> ClaimsWithEvidence:
        return queryset.touched_by(reference)
