"""What lists of imports and of their records can be narrowed by."""

import django_filters as filters
from django.db import models

from bibliography.models import ImportBatch, ImportRecord, ImportRecordQuerySet
from core.filters import WordsFilter, YesNoFilter


class ImportFilter(filters.FilterSet):
    """Narrows a list of imports; of ``with_mine()``."""

    state = WordsFilter(choices=ImportBatch.State)
    mine = YesNoFilter(label="Mine")
    sha256 = filters.CharFilter(label="The file's SHA-256", max_length=64)

    class Meta:
        model = ImportBatch
        fields: list[str] = []


class ImportRecordFilter(filters.FilterSet):
    """Narrows the records of one import."""

    became = WordsFilter(choices=ImportRecord.Became)
    read = YesNoFilter(method="by_read", label="Read")
    warnings = YesNoFilter(method="by_warnings", label="With warnings")
    offers = YesNoFilter(method="by_offers", label="Says what is missing")
    filled = YesNoFilter(method="by_filled", label="Filled in what was missing")
    decided = YesNoFilter(
        field_name="decided_by",
        lookup_expr="isnull",
        exclude=True,
        label="Decided by a person",
    )
    why = filters.CharFilter(label="Since", max_length=300)

    class Meta:
        model = ImportRecord
        fields: list[str] = []

    def by_read(
        self, queryset: ImportRecordQuerySet, name: str, wanted: bool
    ) -> models.QuerySet:
        rejected = {"became": ImportRecord.Became.REJECTED}
        return queryset.exclude(**rejected) if wanted else queryset.filter(**rejected)

    def by_warnings(
        self, queryset: ImportRecordQuerySet, name: str, wanted: bool
    ) -> models.QuerySet:
        return queryset.warned() if wanted else queryset.filter(warnings=[])

    def by_offers(
        self, queryset: ImportRecordQuerySet, name: str, wanted: bool
    ) -> models.QuerySet:
        offering = queryset.offering()
        return offering if wanted else queryset.exclude(pk__in=offering.values("pk"))

    def by_filled(
        self, queryset: ImportRecordQuerySet, name: str, wanted: bool
    ) -> models.QuerySet:
        filled = queryset.filled()
        return filled if wanted else queryset.exclude(pk__in=filled.values("pk"))
