"""What a page shows around a list: how many, in which order, narrowed by what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest, QueryDict
from django_filters import FilterSet

from core.errors import BadQuery
from core.listing import OWN, Listing, filter_names, listing
from core.pager import CappedCount, Page, capped_count, capped_tally, marks_tally
from core.searched_filters import SearchedFilterSet, counting
from texts.words import Words

MOST_VALUES = 40  # of a facet that are offered, the most frequent ones
MOST_CHIPS = 100


Ways = Mapping[str, models.Q | models.Exists]  # what has a value of a facet


@dataclass(frozen=True)
class Order:
    """One way to sort: its word in the address, its label, and the sort key."""

    word: str
    label: str
    key: str


BEST_MATCH = Order("best", "Best match", "-rank")  # where words are searched for


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
    tally: Mapping[str, Mapping[str, int] | None]  # rows by value, of facets counted
    orders: Sequence[Order]
    chips: Sequence[Chip]
    json: str
    csv: str

    @property
    def page(self) -> Page:
        return self.listing.page

    def picked(self, name: str) -> list[str]:
        """The values of a filter that were asked for."""
        return [value for value in self.listing.filterset.data.getlist(name) if value]

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is in force."""
        return bool(self.chips)

    @property
    def too_many_to_rank(self) -> bool:
        """Whether words were searched for and match too many rows to sort them by."""
        return bool(self.listing.count and self.listing.count.is_more)


def list_page(
    request: HttpRequest,
    queryset: models.QuerySet,
    *,
    filterset: type[FilterSet],
    orders: Sequence[Order],
    collection: str,
    best: Order | None = None,
    counted: Sequence[str] = (),
) -> ListPage:
    """One page of a list, narrowed and sorted as the address says.

    ``orders`` has the default first; ``best`` joins them, as the first, where words are
    searched for and not too many rows match. ``collection`` is the API's name of the
    list; ``counted`` are columns of the table that facets will be made of. Raises
    BadQuery.
    """
    tally = _Tally(counted)
    shown = listing(
        request.GET,
        queryset,
        filterset_class=filterset,
        orders={order.word: order.key for order in orders},
        best=best.key if best else "",
        count=tally.count,
    )
    asked = without(request.GET, *OWN).urlencode()
    query = f"?{asked}" if asked else ""
    return ListPage(
        listing=shown,
        count=shown.count or tally.count(shown.queryset, shown.filterset),
        tally=tally.found,
        orders=[best, *orders] if best and best.word in shown.orders else orders,
        chips=chips(shown.filterset, request.GET),
        json=f"/api/v1/{collection}/{query}",
        csv=f"/{collection}.csv{query}",
    )


class _Tally:
    """Counts rows, and on the way which values they have of some facets."""

    def __init__(self, columns: Sequence[str]) -> None:
        self.columns = columns
        self.found: Mapping[str, Mapping[str, int] | None] = {}

    def count(self, rows: models.QuerySet, filterset: FilterSet | None) -> CappedCount:
        if searched := counting(filterset):
            n, self.found = searched.counted()
            return n
        n, tally = capped_tally(rows, self.columns)
        self.found = _by_column(self.columns, tally)
        return n


def _by_column(
    columns: Sequence[str], tally: Mapping[tuple[Any, ...], int]
) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {column: {} for column in columns}
    for values, n in tally.items():
        for each, value in zip(found.values(), values, strict=True):
            each[str(value)] = each.get(str(value), 0) + n
    return found


def chips(filterset: FilterSet, asked: QueryDict) -> list[Chip]:
    """The filters in force, each with the address that drops it.

    Parameters that filter nothing are in no address: an address for each of a thousand
    would have a thousand. Raises BadQuery for as many values of filters.
    """
    known = filter_names(type(filterset))
    kept = without(asked, "cursor", *{*asked} - {*known, *OWN})
    picked = {
        name: dict.fromkeys(filter(None, asked.getlist(name)))
        for name in kept
        if name in known
    }
    if sum(map(len, picked.values())) > MOST_CHIPS:
        raise BadQuery(f"A list is narrowed by at most {MOST_CHIPS} values at once.")
    made = []
    for name, values in picked.items():
        field = filterset.form.fields.get(name)
        labels = labels_of(field)
        for value in values:
            label = labels.get(value) or _own_words(name, field, value)
            made.append(Chip(label, f"?{_dropping(kept, name, value)}"))
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


def _dropping(kept: QueryDict, name: str, value: str) -> str:
    left = kept.copy()
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
    count: int | None  # None: of more than anyone wants counted
    chosen: bool
    symbol: str = ""  # the mark that goes with the label


def facets(
    shown: ListPage,
    queryset: models.QuerySet,
    labels: Mapping[str, str],
    *,
    values: Mapping[str, Mapping[str, str]] | None = None,
    words: Mapping[str, type[Words]] | None = None,
) -> list[tuple[str, str, list[FacetValue]]]:
    """What a list can be narrowed by: (label, parameter, values with counts) of each.

    ``labels`` are the facets' own, by parameter; ``values`` has those whose values the
    filter does not name, ``words`` the vocabularies whose symbols are shown. A facet
    counts among the rows that all *other* filters leave, so that a second value of it
    shows what it would add; a value no row has is left out unless chosen. Of more rows
    than ``capped_count`` counts none is counted, and all values are offered.
    """
    fields = shown.listing.filterset.form.fields
    values, words = values or {}, words or {}
    named = {
        name: values[name] if name in values else labels_of(fields[name])
        for name in labels
    }
    tallies = _tallies(shown, queryset, list(labels))
    return [
        (
            label,
            name,
            _offered(named[name], tallies[name], shown.picked(name), words.get(name)),
        )
        for name, label in labels.items()
    ]


def uncounted(
    shown: ListPage, names: Sequence[str]
) -> list[tuple[str, str, list[FacetValue]]]:
    """Facets whose values are no column, as ``facets`` gives them: without a number."""
    fields = shown.listing.filterset.form.fields
    return [
        (
            fields[name].label,
            name,
            _offered(labels_of(fields[name]), None, shown.picked(name)),
        )
        for name in names
    ]


def having(
    shown: ListPage, queryset: models.QuerySet, name: str, label: str, ways: Ways
) -> tuple[str, str, list[FacetValue]]:
    """A facet of what rows have, which no column says: one query for all its values."""
    named = labels_of(shown.listing.filterset.form.fields[name])
    rows = _filtered(shown, queryset, but=name)
    tally = None
    if not shown.count.is_more and not (
        shown.picked(name) and capped_count(rows).is_more
    ):
        counted = queryset.model.objects.filter(pk__in=rows.values("pk"))
        tally = counted.aggregate(
            **{value: models.Count("pk", filter=way) for value, way in ways.items()}
        )
    return label, name, _offered(named, tally, shown.picked(name))


def _tallies(
    shown: ListPage, queryset: models.QuerySet, names: Sequence[str]
) -> dict[str, Mapping[str, int] | None]:
    """How many rows have each value, by facet; None where there are too many rows.

    Facets were counted with the rows of the list where search rows tell, and else
    those that are columns and narrow nothing; one query for all marks that narrow
    nothing, one for each other facet.
    """
    filterset = shown.listing.filterset
    if counting(filterset):
        return {name: shown.tally[name] for name in names}
    if shown.count.is_more:  # and without one of the filters there are no fewer
        return dict.fromkeys(names)
    tallies: dict[str, Mapping[str, int] | None] = {}
    searched = filterset if isinstance(filterset, SearchedFilterSet) else None
    marks = searched and marks_tally(searched.search_rows())
    for name in names:
        if name in shown.tally and not shown.picked(name):
            tallies[name] = shown.tally[name]
        elif searched and name not in searched.columns:
            rows = searched.search_rows(but=[name])
            of_all = marks_tally(rows) if shown.picked(name) else marks
            tallies[name] = of_all.values(name)
        else:
            n, tally = capped_tally(_filtered(shown, queryset, but=name), [name])
            tallies[name] = None if n.is_more else _by_column([name], tally)[name]
    return tallies


def _filtered(
    shown: ListPage, queryset: models.QuerySet, *, but: str
) -> models.QuerySet:
    """The rows that all filters but one leave."""
    filterset = shown.listing.filterset  # its form was found valid
    for name, value in filterset.form.cleaned_data.items():
        if name != but:
            queryset = filterset.filters[name].filter(queryset, value)
    return queryset.order_by()


def _offered(
    named: Mapping[str, str],
    tally: Mapping[str, int] | None,
    picked: Sequence[str],
    words: type[Words] | None = None,
) -> list[FacetValue]:
    """A facet's values: those that some row has or somebody chose.

    Of very many the most frequent ones; where none is counted, no others than chosen.
    """
    if len(named) > MOST_VALUES:
        frequent = Counter(tally or {}).most_common(MOST_VALUES)
        kept = {value for value, _ in frequent} | set(picked)
        named = {value: label for value, label in named.items() if value in kept}
    return [
        FacetValue(
            value,
            label,
            None if tally is None else tally.get(value, 0),
            value in picked,
            words(value).symbol if words else "",
        )
        for value, label in named.items()
        if tally is None or tally.get(value) or value in picked
    ]
