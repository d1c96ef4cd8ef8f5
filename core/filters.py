"""Filters that refuse what makes no sense, and the FilterSets of core's own tables."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import Any

import django_filters as filters
from django import forms
from django.db.models import Q, QuerySet
from django_filters.fields import IsoDateTimeField, RangeField
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field

from core.ids import LARGEST_ID
from core.models import Change, Job
from texts.words import Words

LARGEST_YEAR = 9999
YEARS = [(str(year), str(year)) for year in range(2049, 1969, -1)]  # of web pages


@extend_schema_field(OpenApiTypes.BOOL)
class YesNoFilter(filters.TypedChoiceFilter):
    """A yes or a no, as "true" or "false"; anything else is an error."""

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        choices = [("true", label), ("false", f"Not: {label[0].lower()}{label[1:]}")]
        super().__init__(
            *args, label=label, choices=choices, coerce="true".__eq__, **kwargs
        )


class WordsFilter(filters.MultipleChoiceFilter):
    """Any of some words of a row's own column.

    No table is joined, so no row comes twice; without DISTINCT, the database need not
    compute every matching row in full before it cuts a page.
    """

    def __init__(self, *args: Any, choices: type[Words], **kwargs: Any) -> None:
        super().__init__(*args, choices=choices.set_pairs(), distinct=False, **kwargs)


class MarksFilter(filters.MultipleChoiceFilter):
    """Any of some marks of a row, that its search row has: "topic:12"."""

    def __init__(self, *args: Any, choices: Any, **kwargs: Any) -> None:
        if isinstance(choices, type) and issubclass(choices, Words):
            choices = choices.set_pairs()
        super().__init__(*args, choices=choices, distinct=False, **kwargs)

    def filter(self, queryset: QuerySet, values: list[str]) -> QuerySet:
        marks = [f"{self.field_name}:{value}" for value in values or ()]
        return queryset.filter(searched__marks__overlap=marks) if marks else queryset


class HavingFilter(filters.MultipleChoiceFilter):
    """Rows that have any of some things; ``ways`` is a condition for each."""

    def __init__(
        self, *args: Any, choices: type[Words], ways: Mapping[str, Any], **kwargs: Any
    ) -> None:
        self.ways = ways
        super().__init__(*args, choices=choices.set_pairs(), distinct=False, **kwargs)

    def filter(self, queryset: QuerySet, values: list[str]) -> QuerySet:
        wanted = [Q(self.ways[value]) for value in values or ()]
        return queryset.filter(reduce(or_, wanted)) if wanted else queryset


class IdFilter(filters.NumberFilter):
    """The id of a row."""

    field_class = forms.IntegerField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, min_value=1, max_value=LARGEST_ID, **kwargs)

    def get_max_validator(self) -> None:
        """The field has its own."""
        return None


class _YearsField(RangeField):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        ends = [forms.IntegerField(min_value=0, max_value=LARGEST_YEAR) for _ in "ab"]
        super().__init__(fields=ends, *args, **kwargs)  # noqa: B026 - as its base does


class YearsFilter(filters.RangeFilter):
    """Years from … to …, both of them in; either may be left out."""

    field_class = _YearsField


class MomentField(IsoDateTimeField):
    """A moment as ISO 8601 writes it, of any time zone."""

    def clean(self, value: Any) -> datetime | None:
        """The moment by UTC, as the database takes it, whatever its time zone."""
        moment = super().clean(value)
        try:
            return moment and moment.astimezone(UTC)
        except OverflowError:
            raise forms.ValidationError(
                "This is a time before or after all years."
            ) from None


class MomentFilter(filters.IsoDateTimeFilter):
    """A moment as ISO 8601 writes it, of any time zone."""

    field_class = MomentField


class JobFilter(filters.FilterSet):
    """Narrows a list of jobs."""

    kind = filters.CharFilter(label="Kind", max_length=60)
    state = WordsFilter(choices=Job.State)

    class Meta:
        model = Job
        fields: list[str] = []


class ChangeFilter(filters.FilterSet):
    """Narrows the feed of changes."""

    model = filters.CharFilter(label="Table, such as claim", max_length=80)
    row = IdFilter(field_name="row_id", label="Row")
    operation = WordsFilter(choices=Change.Operation)
    since = MomentFilter(field_name="at", lookup_expr="gte", label="Since")
    until = MomentFilter(field_name="at", lookup_expr="lt", label="Until")

    class Meta:
        model = Change
        fields: list[str] = []
