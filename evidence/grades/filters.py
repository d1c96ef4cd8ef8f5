"""What a list of grades can be narrowed by."""

import django_filters as filters

from claims.words import Certainty, Method, Verdict
from core.filters import IdFilter, WordsFilter, YesNoFilter
from evidence.models import Grade


class GradeFilter(filters.FilterSet):
    """Narrows a list of grades."""

    claim = IdFilter(field_name="round__claim", label="Of claim")
    base = IdFilter(field_name="round__base", label="Of base")
    method = WordsFilter(choices=Method)
    verdict = WordsFilter(choices=Verdict)
    certainty = WordsFilter(choices=Certainty)
    consensus = YesNoFilter(field_name="is_consensus", label="Consensus")

    class Meta:
        model = Grade
        fields: list[str] = []
