"""What lists of the research side can be narrowed by, on pages and in the API alike."""

import django_filters as filters
from django.db import models
from django.db.models import Exists, OuterRef, Q
from drf_spectacular.utils import extend_schema_field

from core.filters import IdFilter, WordsFilter, YearsFilter, YesNoFilter
from studies.lookups.retraction_watch import NAME as RETRACTION_WATCH
from studies.models import (
    ImportBatch,
    ImportRecord,
    ImportRecordQuerySet,
    Notice,
    NoticeSource,
    Outcome,
    Reference,
    ReferenceQuerySet,
    Result,
    Study,
    StudyQuerySet,
)
from studies.services import CROSSREF, OPENALEX, PUBMED
from texts.words import Words


class StudyFilter(filters.FilterSet):
    """Narrows a list of studies."""

    q = filters.CharFilter(method="search", label="Words", max_length=400)
    design = WordsFilter(choices=Study.Design)
    allocation = WordsFilter(choices=Study.Allocation)
    status = WordsFilter(choices=Study.Status)
    year = YearsFilter(label="Year")
    reference = IdFilter(method="by_reference", label="Reported by reference")
    retracted = YesNoFilter(method="by_retracted", label="Retracted")
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Study
        fields: list[str] = []

    def search(self, queryset: StudyQuerySet, name: str, words: str) -> StudyQuerySet:
        return queryset.matching(words)

    def by_reference(
        self, queryset: StudyQuerySet, name: str, reference: int
    ) -> StudyQuerySet:
        return queryset.reported_by(reference)

    def by_retracted(
        self, queryset: StudyQuerySet, name: str, wanted: bool
    ) -> StudyQuerySet:
        return queryset.with_retracted().filter(is_retracted=wanted)


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


class Teller(Words):
    """Who tells of a notice, for the filter; the row keeps every name."""

    PUBMED = PUBMED, PUBMED
    CROSSREF = CROSSREF, CROSSREF
    OPENALEX = OPENALEX, OPENALEX
    WATCH = RETRACTION_WATCH, RETRACTION_WATCH
    OTHER = "other", "somebody else"


class NoticeFilter(filters.FilterSet):
    """Narrows a list of notices."""

    kind = WordsFilter(choices=Notice.Kind)
    source = WordsFilter(choices=Teller, method="by_source", label="According to")
    dated = filters.DateFromToRangeFilter(label="Dated")
    date_stated = YesNoFilter(
        field_name="dated", lookup_expr="isnull", exclude=True, label="Date stated"
    )
    reference = IdFilter(label="On reference")
    study = IdFilter(field_name="reference__reports__study", label="On study")
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Notice
        fields: list[str] = []

    @extend_schema_field({"type": "string", "enum": list(Teller)})
    def by_source(
        self, queryset: models.QuerySet, name: str, tellers: list[str]
    ) -> models.QuerySet:
        named = [teller for teller in Teller if teller != Teller.OTHER]
        wanted = Q(source__in=tellers)
        if Teller.OTHER in tellers:
            wanted |= ~Q(source__in=named)
        told = NoticeSource.objects.filter(wanted, notice=OuterRef("pk"))
        return queryset.filter(Exists(told)) if tellers else queryset


class OutcomeFilter(filters.FilterSet):
    """Narrows a list of outcomes."""

    q = filters.CharFilter(
        field_name="name", lookup_expr="icontains", label="Words", max_length=200
    )
    better = WordsFilter(choices=Outcome.Better)
    importance = WordsFilter(choices=Outcome.Importance)
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Outcome
        fields: list[str] = []


class ResultFilter(filters.FilterSet):
    """Narrows a list of results."""

    study = IdFilter(label="Of study")
    outcome = IdFilter(label="For outcome")
    contrast = WordsFilter(choices=Result.Contrast)
    metric = WordsFilter(choices=Result.Metric)
    direction = WordsFilter(choices=Result.Direction)
    provenance = WordsFilter(choices=Result.Provenance)
    compiled_from = IdFilter(label="Compiled from reference")
    checked = YesNoFilter(
        field_name="checked_by", lookup_expr="isnull", exclude=True, label="Checked"
    )
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Result
        fields: list[str] = []


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
