"""What lists of claims and articles can be narrowed by, on pages and in the API."""

import django_filters as filters
from django.db import models
from drf_spectacular.utils import extend_schema_field

from core.filters import IdFilter, WordsFilter, YesNoFilter
from evidence.claim_words import Certainty, Method, Standing, Verdict
from evidence.models import (
    Anchor,
    Article,
    ArticleQuerySet,
    Citation,
    CitedWork,
    Claim,
    ClaimQuerySet,
    EvidenceBase,
    EvidenceItem,
    Grade,
    Mention,
    Topic,
)
from evidence.reading.document import SuggestedKind
from evidence.words import Bearing
from studies.filters import NoticeFilter
from studies.models import Report
from texts.words import Words


class Citing(Words):
    """What a claim's citations come to, in any article that makes it."""

    NOTHING = "nothing", "cites nothing"
    NOT_FOUND = "not_found", "work not found"
    NOT_SAID = "not_said", "study does not say this"
    RETRACTED = "retracted"


class ClaimFilter(filters.FilterSet):
    """Narrows a list of claims."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    verdict = WordsFilter(choices=Verdict)
    certainty = WordsFilter(choices=Certainty)
    scope = WordsFilter(choices=EvidenceBase.Scope, label="Evidence base")
    kind = WordsFilter(choices=Claim.Kind)
    standing = WordsFilter(choices=Standing)
    citing = WordsFilter(choices=Citing, method="by_citing", label="Citations")
    topic = filters.ModelMultipleChoiceFilter(
        method="by_topic", queryset=Topic.objects.current(), label="Topics"
    )
    article = IdFilter(method="by_article", label="Made in article")
    study = IdFilter(method="by_study", label="Rests on study")
    reference = IdFilter(method="by_reference", label="Rests on reference")
    needs_review = YesNoFilter(label="Needs review")
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Claim
        fields: list[str] = []

    def search(self, queryset: ClaimQuerySet, name: str, words: str) -> ClaimQuerySet:
        return queryset.matching(words)

    @extend_schema_field({"type": "string", "enum": list(Citing)})
    def by_citing(
        self, queryset: ClaimQuerySet, name: str, states: list[str]
    ) -> ClaimQuerySet:
        return queryset.citing(states) if states else queryset

    @extend_schema_field(int)
    def by_topic(
        self, queryset: ClaimQuerySet, name: str, topics: list[Topic]
    ) -> ClaimQuerySet:
        return queryset.filed_under(topics) if topics else queryset

    def by_article(
        self, queryset: ClaimQuerySet, name: str, article: int
    ) -> ClaimQuerySet:
        return queryset.made_in(article)

    def by_study(self, queryset: ClaimQuerySet, name: str, study: int) -> ClaimQuerySet:
        return queryset.resting_on(study)

    def by_reference(
        self, queryset: ClaimQuerySet, name: str, reference: int
    ) -> ClaimQuerySet:
        return queryset.touched_by(reference)


class ArticleFilter(filters.FilterSet):
    """Narrows a list of articles."""

    q = filters.CharFilter(
        field_name="title",
        lookup_expr="icontains",
        label="Words of the title",
        max_length=400,
    )
    sells = WordsFilter(choices=Article.Sells)
    licence = WordsFilter(choices=Article.Licence)
    topic = filters.ModelMultipleChoiceFilter(
        method="by_topic", queryset=Topic.objects.current(), label="Topics"
    )
    claim = IdFilter(method="by_claim", label="Makes claim")
    reference = IdFilter(method="by_reference", label="Cites reference")
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Article
        fields: list[str] = []

    @extend_schema_field(int)
    def by_topic(
        self, queryset: ArticleQuerySet, name: str, topics: list[Topic]
    ) -> ArticleQuerySet:
        return queryset.filed_under(topics) if topics else queryset

    def by_claim(
        self, queryset: ArticleQuerySet, name: str, claim: int
    ) -> ArticleQuerySet:
        return queryset.making(claim)

    def by_reference(
        self, queryset: ArticleQuerySet, name: str, reference: int
    ) -> ArticleQuerySet:
        return queryset.citing(reference)


class MentionFilter(filters.FilterSet):
    """Narrows a list of mentions."""

    q = filters.CharFilter(
        field_name="proposed_text",
        lookup_expr="icontains",
        label="Words",
        max_length=400,
    )
    article = IdFilter(label="In article")
    claim = IdFilter(label="Of claim")
    status = WordsFilter(choices=Mention.Status)
    kind = WordsFilter(choices=SuggestedKind)
    state = WordsFilter(choices=Anchor.State)
    mode = WordsFilter(choices=Anchor.Mode)
    hedged = YesNoFilter(label="Hedged")
    cites = YesNoFilter(
        field_name="citation_links",
        lookup_expr="isnull",
        exclude=True,
        distinct=True,
        label="Cites something",
    )
    ask_again = YesNoFilter(label="Reworded since")

    class Meta:
        model = Mention
        fields: list[str] = []


class CitationFilter(filters.FilterSet):
    """Narrows a list of citations."""

    article = IdFilter(label="In article")
    cited_work = IdFilter(label="Of cited work")
    claim = IdFilter(field_name="mentions__claim", distinct=True, label="Under claim")

    class Meta:
        model = Citation
        fields: list[str] = []


class CitedWorkFilter(filters.FilterSet):
    """Narrows a list of cited works."""

    q = filters.CharFilter(
        field_name="label", lookup_expr="icontains", label="Words", max_length=200
    )
    article = IdFilter(label="Cited by article")
    found = WordsFilter(choices=CitedWork.Found)
    decision = WordsFilter(choices=CitedWork.Decision)
    reference = IdFilter(label="Confirmed as reference")
    study = IdFilter(label="As study")

    class Meta:
        model = CitedWork
        fields: list[str] = []


class EvidenceBaseFilter(filters.FilterSet):
    """Narrows a list of evidence bases."""

    claim = IdFilter(label="Of claim")
    scope = WordsFilter(choices=EvidenceBase.Scope)
    review = IdFilter(label="Resting on review")
    frozen = YesNoFilter(
        field_name="frozen_at", lookup_expr="isnull", exclude=True, label="Frozen"
    )

    class Meta:
        model = EvidenceBase
        fields: list[str] = []


class EvidenceItemFilter(filters.FilterSet):
    """Narrows a list of evidence items."""

    base = IdFilter(label="In base")
    claim = IdFilter(field_name="base__claim", label="For claim")
    study = IdFilter(field_name="result__study", label="Of study")
    result = IdFilter(label="Of result")
    decision = WordsFilter(choices=EvidenceItem.Decision)
    bearing = WordsFilter(choices=Bearing)
    frozen = YesNoFilter(
        field_name="base__frozen_at",
        lookup_expr="isnull",
        exclude=True,
        label="In a frozen base",
    )

    class Meta:
        model = EvidenceItem
        fields: list[str] = []


class GradeFilter(filters.FilterSet):
    """Narrows a list of grades."""

    claim = IdFilter(field_name="round__claim", label="Of claim")
    base = IdFilter(field_name="round__base", label="Of base")
    method = WordsFilter(choices=Method)
    verdict = WordsFilter(choices=Verdict)
    certainty = WordsFilter(choices=Certainty)
    consensus = YesNoFilter(field_name="is_consensus", label="Consensus")

    class Meta:
        model = Grade
        fields: list[str] = []


class TopicFilter(filters.FilterSet):
    """Narrows a list of topics."""

    q = filters.CharFilter(
        field_name="name", lookup_expr="icontains", label="Words", max_length=120
    )
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Topic
        fields: list[str] = []


class Reach(Words):
    """What a notice reaches."""

    CLAIMS = "claims", "claims rest on it"
    ARTICLES = "articles", "articles cite it"
    STUDIES = "studies", "it reports a study"
    NOTHING = "nothing", "nothing here"


class NoticeReachFilter(NoticeFilter):
    """Narrows a list of notices, also by what they reach."""

    reach = WordsFilter(choices=Reach, method="by_reach", label="Reaches")

    @extend_schema_field({"type": "string", "enum": list(Reach)})
    def by_reach(
        self, queryset: models.QuerySet, name: str, wanted: list[str]
    ) -> models.QuerySet:
        return queryset.filter(reaching(wanted)) if wanted else queryset


def reaching(wanted: list[str]) -> models.Q:
    """The condition for notices that reach any of some kinds of rows."""
    kinds = {
        Reach.CLAIMS: _claims_rest(),
        Reach.ARTICLES: _articles_cite(),
        Reach.STUDIES: _exists(Report.objects.all(), "reference"),
    }
    nothing = ~(kinds[Reach.CLAIMS] | kinds[Reach.ARTICLES] | kinds[Reach.STUDIES])
    kinds[Reach.NOTHING] = nothing
    found = models.Q()
    for each in wanted:
        found |= kinds[Reach(each)]
    return found


def _claims_rest() -> models.Q:
    """As ``ClaimQuerySet.touched_by`` of each notice's reference."""
    items = EvidenceItem.objects.filter(
        base__frozen_at__isnull=False,
        decision="included",
        base__claim__withdrawn_at=None,
        base__claim__merged_into=None,
    )
    return (
        _exists(items, "result__study__reports__reference")
        | _exists(items, "result__compiled_from")
        | _exists(items, "passage__reference")
    )


def _articles_cite() -> models.Q:
    """As ``ArticleQuerySet.citing`` of each notice's reference."""
    works = CitedWork.objects.filter(
        merged_into=None, article__withdrawn_at=None, article__merged_into=None
    )
    by_study = _exists(works, "study__reports__reference")
    return _exists(works, "reference") | by_study


def _exists(rows: models.QuerySet, field: str) -> models.Q:
    own = models.OuterRef("reference")
    return models.Q(models.Exists(rows.filter(**{field: own})))
