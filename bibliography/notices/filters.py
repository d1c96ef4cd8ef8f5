"""What a list of notices can be narrowed by."""

import django_filters as filters
from django.db import models
from django.db.models import Exists, OuterRef, Q
from drf_spectacular.utils import extend_schema_field

from bibliography.lookups.retraction_watch import NAME as RETRACTION_WATCH
from bibliography.models import Notice, NoticeSource
from bibliography.services import CROSSREF, OPENALEX, PUBMED
from core.filters import IdFilter, WordsFilter, YesNoFilter
from texts.words import Words


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
