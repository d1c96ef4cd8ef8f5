"""What a list of articles can be narrowed by."""

import django_filters as filters
from drf_spectacular.utils import extend_schema_field

from articles.articles.queries import ArticlesWithClaims
from articles.models import Article
from claims.words import Verdict
from core.filters import IdFilter, MarksFilter, WordsFilter, YesNoFilter
from core.searched_filters import SearchedFilterSet
from studies.models import Topic
from texts.words import Words


class Citing(Words):
    """What an article's citations come to."""

    NOTHING = "nothing", "no source recognised for a claim"
    NOT_FOUND = "not_found", "works not found"


class Left(Words):
    """Whether an article is curated."""

    LEFT = "true", "left to curate"


class ArticleFilter(SearchedFilterSet):
    """Narrows a list of articles."""

    marked = ("sells", "outlet", "claims", "citing", "left", "licence", "topic")
    columns = ("sells",)
    indexed = ("topic", "outlet")

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    sells = WordsFilter(choices=Article.Sells, label="Sells what it describes")
    outlet = IdFilter(label="Outlet")
    claims = MarksFilter(choices=Verdict, label="What its claims come to")
    citing = MarksFilter(choices=Citing, label="Citations")
    left = MarksFilter(choices=Left, label="Curating")
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
        self, queryset: ArticlesWithClaims, name: str, topics: list[Topic]
    ) -> ArticlesWithClaims:
        return queryset.filed_under(topics) if topics else queryset

    def by_claim(
        self, queryset: ArticlesWithClaims, name: str, claim: int
    ) -> ArticlesWithClaims:
        return queryset.making(claim)

    def by_reference(
        self, queryset: ArticlesWithClaims, name: str, reference: int
    ) -> ArticlesWithClaims:
        return queryset.citing(reference)
