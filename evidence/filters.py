"""What lists of claims and articles can be narrowed by, on pages and in the API."""

import django_filters as filters
from django.db import models

from evidence.models import (
    Article,
    ArticleQuerySet,
    Certainty,
    Claim,
    ClaimQuerySet,
    EvidenceBase,
    Standing,
    Topic,
    Verdict,
)


class Citing(models.TextChoices):
    """What a claim's citations come to, in any article that makes it."""

    NOTHING = "nothing", "Cites nothing"
    NOT_FOUND = "not_found", "Work not found"
    NOT_SAID = "not_said", "Study does not say this"
    RETRACTED = "retracted", "Retracted"


class ClaimFilter(filters.FilterSet):
    """Narrows a list of claims."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    verdict = filters.MultipleChoiceFilter(choices=Verdict)
    certainty = filters.MultipleChoiceFilter(choices=Certainty)
    scope = filters.MultipleChoiceFilter(
        choices=EvidenceBase.Scope, label="Evidence base"
    )
    kind = filters.MultipleChoiceFilter(choices=Claim.Kind)
    standing = filters.MultipleChoiceFilter(
        choices=[choice for choice in Standing.choices if choice[0]]
    )
    citing = filters.MultipleChoiceFilter(
        choices=Citing, method="by_citing", label="Citations"
    )
    topic = filters.ModelMultipleChoiceFilter(
        field_name="topics", queryset=Topic.objects.current()
    )
    article = filters.NumberFilter(method="by_article", label="Made in article")
    study = filters.NumberFilter(method="by_study", label="Rests on study")
    needs_review = filters.BooleanFilter(label="Needs review")
    sample = filters.BooleanFilter(label="Sample evidence")

    class Meta:
        model = Claim
        fields: list[str] = []

    def search(self, queryset: ClaimQuerySet, name: str, words: str) -> ClaimQuerySet:
        return queryset.matching(words)

    def by_citing(
        self, queryset: ClaimQuerySet, name: str, states: list[str]
    ) -> ClaimQuerySet:
        return queryset.citing(states) if states else queryset

    def by_article(
        self, queryset: ClaimQuerySet, name: str, article: int
    ) -> ClaimQuerySet:
        return queryset.made_in(article)

    def by_study(self, queryset: ClaimQuerySet, name: str, study: int) -> ClaimQuerySet:
        return queryset.resting_on(study)


class ArticleFilter(filters.FilterSet):
    """Narrows a list of articles."""

    q = filters.CharFilter(
        field_name="title", lookup_expr="icontains", label="Words of the title"
    )
    sells = filters.MultipleChoiceFilter(choices=Article.Sells)
    licence = filters.MultipleChoiceFilter(choices=Article.Licence)
    topic = filters.ModelMultipleChoiceFilter(
        field_name="topics", queryset=Topic.objects.current()
    )
    claim = filters.NumberFilter(method="by_claim", label="Makes claim")
    sample = filters.BooleanFilter(label="Sample evidence")

    class Meta:
        model = Article
        fields: list[str] = []

    def by_claim(
        self, queryset: ArticleQuerySet, name: str, claim: int
    ) -> ArticleQuerySet:
        return queryset.making(claim)
