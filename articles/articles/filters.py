"""What a list of articles can be narrowed by."""

import django_filters as filters
from drf_spectacular.utils import extend_schema_field

from articles.articles.queries import ArticlesWithClaims
from articles.models import Article
from core.filters import IdFilter, WordsFilter, YesNoFilter
from studies.models import Topic


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
