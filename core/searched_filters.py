"""Filters of lists whose rows have search rows, and counts by these alone.

A search row has the words and the marks of a row in one index (``AbstractSearchRow``):
what words and marks leave is found and counted without the row's own table.
"""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.postgres.search import SearchQuery
from django.db.models import Model, Q, QuerySet
from django_filters import FilterSet

from core.pager import CappedCount, marks_tally
from core.text_search import words_query

Counted = tuple[CappedCount, dict[str, Mapping[str, int] | None]]
_FEW = 500  # rows, read more quickly one by one than looked for in a list's order


class SearchedFilterSet(FilterSet):
    """Narrows rows that have search rows, by their name ``searched``.

    ``marked`` are the filters whose values are marks of the search rows. Of these,
    ``columns`` are columns of the table and ``indexed`` are not: both have an index of
    their own, quicker where neither words nor other marks are asked for. Rows that
    were withdrawn or merged have no search row. Words are the filter ``q``.
    """

    marked: ClassVar[tuple[str, ...]] = ()
    columns: ClassVar[tuple[str, ...]] = ()
    indexed: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def words(self) -> SearchQuery:
        """What is searched for; causes a query, once."""
        return words_query(self.form.cleaned_data["q"])

    @property
    def by_search_rows(self) -> bool:
        """Whether the search rows are narrowed more quickly than the table."""
        others = {*self.marked} - {*self.columns, *self.indexed}
        return bool(self.form.cleaned_data["q"]) or any(map(self.marks_of, others))

    def marks_of(self, name: str) -> list[str]:
        """The marks any of which a filter wants; none where it is not set."""
        value = self.form.cleaned_data[name] if name in self.marked else None
        if value is None or value == "":
            return []
        values = value if isinstance(value, list | QuerySet) else [value]
        return [f"{name}:{_in_a_mark(each)}" for each in values]

    def search(self, queryset: QuerySet, name: str, words: str) -> QuerySet:
        """The rows with the words looked for, with their ``rank``."""
        return queryset.found_by(self.words)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """The rows that all filters leave; with words, by the index they are in."""
        by_marks = bool(self.form.cleaned_data["q"])
        for name, value in self.form.cleaned_data.items():
            if by_marks and (marks := self.marks_of(name)):
                queryset = queryset.filter(searched__marks__overlap=marks)
            else:
                queryset = self.filters[name].filter(queryset, value)
        return queryset if by_marks else self._by_keys_of_few(queryset)

    def _by_keys_of_few(self, queryset: QuerySet) -> QuerySet:
        """The rows by their keys, where search rows tell that they are few.

        Of a rare mark the database knows no frequency: it would look for rows that have
        it in the order of the list, through the whole table.
        """
        if not self.by_search_rows:
            return queryset
        count, _ = self.counted()
        if count.n > _FEW:
            return queryset
        return queryset.filter(
            pk__in=[*self.search_rows().values_list("pk", flat=True)]
        )

    def search_rows(self, but: Collection[str] = ()) -> QuerySet:
        """The search rows that all filters leave, or all but some."""
        found = self._meta.model._meta.get_field("searched").related_model.objects.all()
        others = every = self.queryset.order_by()
        for name, value in self.form.cleaned_data.items():
            if name in but:
                continue
            if name == "q" and value:
                found = found.filter(words=self.words)
            elif marks := self.marks_of(name):
                found = found.filter(marks__overlap=marks)
            else:
                others = self.filters[name].filter(others, value)
        return found if others is every else found.filter(pk__in=others.values("pk"))

    def counted(self) -> Counted:
        """How many rows are left, and how many have which value, by marked filter.

        Values are counted among what all *other* filters leave; None where these are
        too many. One scan of at most ``CAP`` rows tells all, unless more are left when
        all marked filters that are set are dropped: then there is one scan for each.
        """
        picked = {
            name: Q(marks__overlap=marks)
            for name in self.marked
            if (marks := self.marks_of(name))
        }
        tally = marks_tally(self.search_rows(but=picked), picked)
        if not (picked and tally.is_more):
            return tally.count(), {name: tally.values(name) for name in self.marked}
        left = marks_tally(self.search_rows())
        found = {name: left.values(name) for name in self.marked}
        if left.is_more or len(picked) == 1:  # and without it more are left
            return left.count(), found | dict.fromkeys(picked)
        for name in picked:
            found[name] = marks_tally(self.search_rows(but=[name])).values(name)
        return left.count(), found


def counting(filterset: FilterSet | None) -> SearchedFilterSet | None:
    """The filters, where their search rows count what they leave; else None."""
    if isinstance(filterset, SearchedFilterSet) and filterset.by_search_rows:
        return filterset
    return None


def _in_a_mark(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.pk if isinstance(value, Model) else value)
