"""What lists of screened records can be narrowed by."""

import django_filters as filters

from core.filters import IdFilter, WordsFilter, YesNoFilter
from evidence.models import ScreenedRecord


class ScreenedRecordFilter(filters.FilterSet):
    """Narrows a list of screened records."""

    base = IdFilter(label="Of base")
    claim = IdFilter(field_name="base__claim", label="For claim")
    decision = WordsFilter(choices=ScreenedRecord.Decision)
    reason = WordsFilter(choices=ScreenedRecord.Reason)
    search = IdFilter(label="Brought by search")
    reference = IdFilter(label="Of reference")
    study = IdFilter(label="Of study")
    frozen = YesNoFilter(
        field_name="base__frozen_at",
        lookup_expr="isnull",
        exclude=True,
        label="Of a frozen base",
    )

    class Meta:
        model = ScreenedRecord
        fields: list[str] = []
