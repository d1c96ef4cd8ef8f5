"""What a queue can be narrowed by."""

import django_filters as filters
from django.db.models import QuerySet

from core.filters import IdFilter, WordsFilter
from evidence.queue.models import Skip
from evidence.queue.words import Task


class QueueFilter(filters.FilterSet):
    """Narrows what waits for a person; each source finds its own way to the claim."""

    kind = WordsFilter(field_name="task", choices=Task, label="Kind")
    topic = IdFilter(method="by_claim", label="On topic")
    claim = IdFilter(method="by_claim", label="For claim")

    class Meta:
        model = Skip
        fields: list[str] = []

    def by_claim(self, queryset: QuerySet, name: str, value: int) -> QuerySet:
        """Each table has its own way to its claims: ``parts_of`` goes it."""
        return queryset


class DecisionFilter(filters.FilterSet):
    """Narrows what a person decided."""

    kind = WordsFilter(field_name="task", choices=Task, label="Kind")

    class Meta:
        model = Skip
        fields: list[str] = []
