"""What lists of outcomes and results can be narrowed by."""

import django_filters as filters

from core.filters import IdFilter, WordsFilter, YesNoFilter
from studies.models import Outcome, Result


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
    disputed = YesNoFilter(
        field_name="disputed_by",
        lookup_expr="isnull",
        exclude=True,
        label="Not the same as its source",
    )
    sample = YesNoFilter(label="Sample evidence")

    class Meta:
        model = Result
        fields: list[str] = []
