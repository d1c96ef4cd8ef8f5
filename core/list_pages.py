"""What a page shows around a list: how many, in which order, narrowed by what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest, QueryDict
from django_filters import FilterSet

from core.listing import Listing, listing
from core.pager import CappedCount, Page, capped_count

NOT_FILTERS = ("cursor", "size", "order", "format")


@dataclass(frozen=True)
class Order:
    """One way to sort: its word in the address, its label, and the sort key."""

    word: str
    label: str
    key: str


@dataclass(frozen=True)
class Chip:
    """One filter in force, and the address without it."""

    label: str
    href: str


@dataclass(frozen=True)
class ListPage:
    """All a list page shows of its query."""

    listing: Listing
    count: CappedCount
    orders: Sequence[Order]
    chips: Sequence[Chip]
    json: str
    csv: str

    @property
    def page(self) -> Page:
        return self.listing.page

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is in force."""
        return bool(self.chips)


def list_page(
    request: HttpRequest,
    queryset: models.QuerySet,
    *,
    filterset: type[FilterSet],
    orders: Sequence[Order],
    collection: str,
    best: Order | None = None,
) -> ListPage:
    """One page of a list, narrowed and sorted as the address says.

    ``orders`` has the default first; ``best`` joins them, as the first, where words are
    searched for. ``collection`` is the API's name of the list. Raises BadQuery.
    """
    offered = [best, *orders] if best and request.GET.get("q") else list(orders)
    shown = listing(
        request.GET,
        queryset,
        filterset_class=filterset,
        orders={order.word: order.key for order in offered},
    )
    asked = without(request.GET, *NOT_FILTERS).urlencode()
    address = f"/api/v1/{collection}/?{asked}"
    return ListPage(
        listing=shown,
        count=capped_count(shown.queryset),
        orders=offered,
        chips=chips(shown.filterset, request.GET),
        json=address.removesuffix("?"),
        csv=f"{address}&format=csv" if asked else f"{address}format=csv",
    )


def chips(filterset: FilterSet, asked: QueryDict) -> list[Chip]:
    """The filters in force, each with the address that drops it."""
    made = []
    for name in (name for name in asked if name not in NOT_FILTERS):
        field = filterset.form.fields.get(name)
        labels = labels_of(field)
        for value in filter(None, asked.getlist(name)):
            label = labels.get(value) or _own_words(name, field, value)
            made.append(Chip(label, f"?{_dropping(asked, name, value)}"))
    return made


def labels_of(field: Any) -> dict[str, str]:
    """A filter's values as people read them; empty for free words and numbers."""
    pairs = [pair for pair in getattr(field, "choices", ()) if len(pair) == 2]
    return {str(value): str(label) for value, label in pairs if value}


def _own_words(name: str, field: Any, value: str) -> str:
    if name == "q":
        return f"“{value}”"
    label = getattr(field, "label", None) or name.replace("_", " ")
    return f"{label}: {value}"


def _dropping(asked: QueryDict, name: str, value: str) -> str:
    left = without(asked, "cursor")
    left.setlist(name, [one for one in left.getlist(name) if one != value])
    return left.urlencode()


def without(asked: QueryDict, *names: str) -> QueryDict:
    """A query string less some of its parameters."""
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
    filterset: FilterSet,
    queryset: models.QuerySet,
    name: str,
    *,
    column: str = "",
    labels: Mapping[str, str] | None = None,
) -> list[FacetValue]:
    """Count a facet's values among the rows that all *other* filters leave.

    One query, so that a second value of the same facet shows what it would add.
    ``labels`` replaces the filter's own; a value no row has is left out unless chosen.
    """
    others = filterset.data.copy()
    picked = others.pop(name, [])
    rows = type(filterset)(others, queryset=queryset).qs.order_by()
    counted = rows.values_list(column or name).annotate(
        n=models.Count("pk", distinct=True)
    )
    tally = {str(value): n for value, n in counted}
    named = labels_of(filterset.form.fields[name]) if labels is None else labels
    return [
        FacetValue(value, label, tally.get(value, 0), value in picked)
        for value, label in named.items()
        if tally.get(value) or value in picked
    ]
