"""What lists of evidence bases and their items can be narrowed by."""

import django_filters as filters

from core.filters import IdFilter, WordsFilter, YesNoFilter
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Bearing


class EvidenceBaseFilter(filters.FilterSet):
    """Narrows a list of evidence bases."""

    claim = IdFilter(label="Of claim")
    scope = WordsFilter(choices=EvidenceBase.Scope)
    review = IdFilter(label="Resting on review")
    frozen = YesNoFilter(
        field_name="frozen_at", lookup_expr="isnull", exclude=True, label="Frozen"
    )

    class Meta:
        model = EvidenceBase
        fields: list[str] = []


class EvidenceItemFilter(filters.FilterSet):
    """Narrows a list of evidence items."""

    base = IdFilter(label="In base")
    claim = IdFilter(field_name="base__claim", label="For claim")
    study = IdFilter(field_name="result__study", label="Of study")
    result = IdFilter(label="Of result")
    decision = WordsFilter(choices=EvidenceItem.Decision)
    bearing = WordsFilter(choices=Bearing)
    frozen = YesNoFilter(
        field_name="base__frozen_at",
        lookup_expr="isnull",
        exclude=True,
        label="In a frozen base",
    )

    class Meta:
        model = EvidenceItem
        fields: list[str] = []
