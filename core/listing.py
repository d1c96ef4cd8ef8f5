"""What a query string asks of a list: filters, order, place, size.

The same query string gives the same rows on a page and in the API.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from django.db.models import QuerySet
from django.http import QueryDict
from django_filters import FilterSet

from core.errors import BadQuery
from core.pager import CappedCount, Page, capped_count, page_size, paginate
from core.searched_filters import counting

OWN = ("cursor", "format", "order", "size")
NEWEST = {"newest": "-pk"}
BEST = "best"  # the order by how well searched words match

Left = tuple[QuerySet, FilterSet | None]  # the rows that filters leave, and the filters
Count = Callable[[QuerySet, FilterSet | None], CappedCount]


@dataclass(frozen=True)
class Listing:
    """One page of a filtered list, and what it was cut from."""

    page: Page
    queryset: QuerySet  # filtered, neither sorted nor cut: to count or facet
    filterset: FilterSet | None  # its form shows the filters as they are set
    order: str  # the word asked for, "-" before it where turned round
    orders: Mapping[str, str]  # those that could be asked for
    count: CappedCount | None = None  # where it had to be known


def count_left(filtered: QuerySet, filterset: FilterSet | None) -> CappedCount:
    """How many rows filters leave, by their search rows where these tell sooner."""
    searched = counting(filterset)
    return capped_count(searched.search_rows() if searched else filtered)


def listing(
    params: QueryDict,
    queryset: QuerySet,
    *,
    filterset_class: type[FilterSet] | None = None,
    orders: Mapping[str, str] = NEWEST,
    best: str = "",
    count: Count = count_left,
    rows: Callable[[QuerySet], QuerySet] | None = None,
    strict: bool = False,
) -> Listing:
    """The page of a list that a query string asks for.

    ``orders`` maps each word of ``?order=`` to a sort key of ``paginate``; the first
    is the default, and "-" before a word turns its order round. ``best`` is the sort
    key of matches where words are searched for (``orders_for``), of which ``count``
    says how many there are. ``rows`` is applied
    to the filtered rows (``.values()``). ``strict`` also refuses parameters nobody
    knows (a page lets them pass), and makes no form where no filter is set. Raises
    BadQuery with a sentence.
    """
    if strict:
        refuse_unknown(params, filterset_class)
    wanted = filterset_class if not strict or asked(params, filterset_class) else None
    filtered, filterset = filter_by(params, queryset, wanted)
    orders, counted = orders_for(params, (filtered, filterset), orders, best, count)
    word, key = chosen_order(params.get("order", ""), orders)
    page = paginate(
        rows(filtered) if rows else filtered,
        order=key,
        cursor=params.get("cursor"),
        size=page_size(params.get("size")),
    )
    return Listing(page, filtered, filterset, word, orders, counted)


def filter_by(
    params: QueryDict, queryset: QuerySet, filterset_class: type[FilterSet] | None
) -> tuple[QuerySet, FilterSet | None]:
    """The rows that a query string's filters leave; BadQuery where one has no sense."""
    if filterset_class is None:
        return queryset, None
    filterset = filterset_class(params, queryset=queryset)
    if not filterset.is_valid():
        errors = {name: list(each) for name, each in filterset.errors.items()}
        said = " ".join(f"{name}: {' '.join(each)}" for name, each in errors.items())
        raise BadQuery(f"The filters cannot be used. {said}", errors=errors)
    return filterset.qs, filterset


def orders_for(
    params: QueryDict,
    left: Left,
    orders: Mapping[str, str],
    best: str,
    count: Count = count_left,
) -> tuple[Mapping[str, str], CappedCount | None]:
    """The orders of some rows, and their count where that had to be known.

    Where words are searched for, the best match comes first: unless more rows match
    than are counted, since all would have to be ranked for each page. A cursor has its
    order with it, so that a list that grows meanwhile can be read on. Raises BadQuery
    where too many were asked to be ranked.
    """
    if not (best and params.get("q", "").strip()):
        return orders, None
    ranked = {BEST: best, **orders}
    if params.get("cursor"):
        return ranked, None
    counted = count(*left)
    if not counted.is_more:
        return ranked, counted
    if params.get("order", "").removeprefix("-") == BEST:
        raise BadQuery(
            f"The words match {counted} rows, too many to rank: narrow the search, or "
            f"choose another order ({', '.join(orders)}).",
            field="order",
        )
    return orders, counted


def chosen_order(asked: str, orders: Mapping[str, str]) -> tuple[str, str]:
    """The word of an order and its sort key; BadQuery names the words there are."""
    word = asked.removeprefix("-")
    if not asked:
        return next(iter(orders.items()))
    if word not in orders:
        raise BadQuery(
            f"There is no order {asked[:40]!r}: expected one of {', '.join(orders)}, "
            "or one of them with - before it.",
            field="order",
        )
    key = orders[word]
    return asked, turned(key) if asked.startswith("-") else key


def turned(key: str) -> str:
    """A sort key in the other direction."""
    return key.removeprefix("-") if key.startswith("-") else f"-{key}"


def refuse_unknown(
    params: QueryDict, filterset_class: type[FilterSet] | None = None
) -> None:
    """Raise BadQuery for a parameter nobody knows: misspelt, it filters nothing."""
    known = sorted({*OWN, *filter_names(filterset_class)})
    unknown = [name for name in params if name not in known]
    if unknown:
        listed = ", ".join(repr(name[:40]) for name in unknown[:5])
        raise BadQuery(
            f"Not known here: {listed}. The parameters are: {', '.join(known)}.",
            errors={name[:40]: ["There is no such parameter."] for name in unknown[:5]},
        )


def asked(params: QueryDict, filterset_class: type[FilterSet] | None) -> bool:
    """Whether a query string sets any filter; a form for none would be in vain."""
    return any(name in params for name in filter_names(filterset_class))


@cache
def filter_names(filterset_class: type[FilterSet] | None) -> tuple[str, ...]:
    """The parameters a FilterSet reads, a range's two ends among them."""
    if filterset_class is None:
        return ()
    names = []
    for name, each in filterset_class.get_filters().items():
        suffixes = getattr(each.field.widget, "suffixes", None)
        names += [f"{name}_{end}" for end in suffixes] if suffixes else [name]
    return tuple(names)
