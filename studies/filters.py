"""What lists of the research side can be narrowed by, on pages and in the API alike."""

import django_filters as filters
from django.db import models

from studies.models import Reference, ReferenceQuerySet, Study, StudyQuerySet


class StudyFilter(filters.FilterSet):
    """Narrows a list of studies."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    design = filters.MultipleChoiceFilter(choices=Study.Design)
    allocation = filters.MultipleChoiceFilter(choices=Study.Allocation)
    status = filters.MultipleChoiceFilter(choices=Study.Status)
    year = filters.RangeFilter(label="Year")
    retracted = filters.BooleanFilter(method="by_retracted", label="Retracted")
    sample = filters.BooleanFilter(label="Sample evidence")

    class Meta:
        model = Study
        fields: list[str] = []

    def search(self, queryset: StudyQuerySet, name: str, words: str) -> StudyQuerySet:
        return queryset.matching(words)

    def by_retracted(
        self, queryset: StudyQuerySet, name: str, wanted: bool
    ) -> StudyQuerySet:
        return queryset.with_retracted().filter(is_retracted=wanted)


class ReferenceFilter(filters.FilterSet):
    """Narrows a list of references."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    type = filters.MultipleChoiceFilter(choices=Reference.Type)
    year = filters.RangeFilter(label="Year")
    doi = filters.CharFilter(method="by_identifier", label="DOI")
    pmid = filters.CharFilter(method="by_identifier", label="PMID")
    retracted = filters.BooleanFilter(method="by_retracted", label="Retracted")
    sample = filters.BooleanFilter(label="Sample evidence")

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
