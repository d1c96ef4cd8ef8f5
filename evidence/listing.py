"""What every list page needs: filters, order, a page of rows, and its machine twins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest, QueryDict
from django_filters import FilterSet

from core.pager import CappedCount, Page, capped_count, page_size, paginate


@dataclass(frozen=True)
class Sort:
    """One way to order a list: its key in the address, its label, and the column."""

    key: str
    label: str
    order: str


@dataclass(frozen=True)
class Chip:
    """One filter in force, and the address without it."""

    label: str
    href: str


@dataclass(frozen=True)
class Listing:
    """All a list page shows of its query."""

    filter: FilterSet
    page: Page
    count: CappedCount
    sort: Sort
    sorts: Sequence[Sort]
    chips: Sequence[Chip]
    json: str
    csv: str

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is in force."""
        return bool(self.chips)


def listing(
    request: HttpRequest,
    queryset: models.QuerySet,
    *,
    filterset: type[FilterSet],
    sorts: Sequence[Sort],
    collection: str,
    best: Sort | None = None,
) -> Listing:
    """One page of a list, narrowed and sorted as the address says.

    ``sorts`` has the default first; ``best`` joins them, as the first, where words are
    searched for. ``collection`` is the API's name of the list. Raises BadQuery for a
    cursor or size that cannot be used.
    """
    chosen = filterset(request.GET, queryset=queryset)
    rows = chosen.qs if chosen.is_valid() else queryset.none()
    offered = [best, *sorts] if best and request.GET.get("q") else list(sorts)
    sort = next(
        (one for one in offered if one.key == request.GET.get("sort")), offered[0]
    )
    page = paginate(
        rows,
        order=sort.order,
        cursor=request.GET.get("cursor"),
        size=page_size(request.GET.get("size")),
    )
    asked = _without(request.GET, "cursor", "size", "sort").urlencode()
    address = f"/api/v1/{collection}/"
    return Listing(
        filter=chosen,
        page=page,
        count=capped_count(rows),
        sort=sort,
        sorts=offered,
        chips=chips(chosen, request.GET),
        json=f"{address}?{asked}" if asked else address,
        csv=f"{address}?{asked}&format=csv" if asked else f"{address}?format=csv",
    )


def chips(chosen: FilterSet, asked: QueryDict) -> list[Chip]:
    """The filters in force, each with the address that drops it."""
    made = []
    for name, field in chosen.form.fields.items():
        labels = {str(value): str(label) for value, label in _choices(field)}
        for value in asked.getlist(name):
            if value:
                label = labels.get(value, f"“{value}”" if name == "q" else value)
                prefix = "" if labels or name == "q" else f"{field.label or name}: "
                made.append(
                    Chip(f"{prefix}{label}", f"?{_dropping(asked, name, value)}")
                )
    return made


def _choices(field: Any) -> Sequence[tuple[Any, Any]]:
    return [pair for pair in getattr(field, "choices", ()) if len(pair) == 2]


def _dropping(asked: QueryDict, name: str, value: str) -> str:
    left = _without(asked, "cursor")
    left.setlist(name, [one for one in left.getlist(name) if one != value])
    return left.urlencode()


def _without(asked: QueryDict, *names: str) -> QueryDict:
    left = asked.copy()
    for name in names:
        left.pop(name, None)
    return left


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet: how many rows it would leave, and whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


def facet(
    chosen: FilterSet,
    queryset: models.QuerySet,
    name: str,
    column: str,
    labels: Mapping[str, str] | None = None,
) -> list[FacetValue]:
    """Count a facet's values among the rows all *other* filters leave, in one query.

    So that a second value of the same facet shows what it would add.
    """
    others = chosen.data.copy()
    picked = others.pop(name, [])
    rows = type(chosen)(others, queryset=queryset).qs.order_by()
    tally = dict(rows.values_list(column).annotate(n=models.Count("pk", distinct=True)))
    if labels is None:
        labels = {str(v): str(label) for v, label in _choices(chosen.form.fields[name])}
    return [
        FacetValue(value, label, tally.get(_key(value, tally), 0), value in picked)
        for value, label in labels.items()
        if tally.get(_key(value, tally), 0) or value in picked
    ]


def _key(value: str, tally: Mapping[Any, int]) -> Any:
    return int(value) if value.isdecimal() and int(value) in tally else value
