"""What a list of conflicts can be narrowed by."""

import django_filters as filters

from core.filters import IdFilter, WordsFilter
from evidence.models import ConflictRecord
from evidence.people.words import ConflictOutcome, ConflictRule


class ConflictFilter(filters.FilterSet):
    """Narrows a list of what came of conflicts."""

    user = IdFilter(label="Of person")
    claim = IdFilter(label="On claim")
    study = IdFilter(label="On study")
    rule = WordsFilter(choices=ConflictRule)
    outcome = WordsFilter(choices=ConflictOutcome)

    class Meta:
        model = ConflictRecord
        fields: list[str] = []
