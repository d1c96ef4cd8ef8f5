"""What a list of references can be narrowed by."""

import django_filters as filters
from django.db import models

from bibliography.models import Reference, ReferenceQuerySet
from core.filters import WordsFilter, YearsFilter, YesNoFilter


class ReferenceFilter(filters.FilterSet):
    """Narrows a list of references."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    type = WordsFilter(choices=Reference.Type)
    year = YearsFilter(label="Year")
    doi = filters.CharFilter(method="by_identifier", label="DOI", max_length=300)
    pmid = filters.CharFilter(method="by_identifier", label="PMID", max_length=40)
    retracted = YesNoFilter(method="by_retracted", label="Retracted")
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Reference
        fields: list[str] = []

    def search(
        self, queryset: ReferenceQuerySet, name: str, words: str
    ) -> ReferenceQuerySet:
        return queryset.matching(words)

    def by_identifier(
        self, queryset: ReferenceQuerySet, scheme: str, value: str
    ) -> ReferenceQuerySet:
        return queryset.identified_by(scheme, value)

    def by_retracted(
        self, queryset: ReferenceQuerySet, name: str, wanted: bool
    ) -> models.QuerySet:
        return queryset.with_retracted().filter(is_retracted=wanted)
