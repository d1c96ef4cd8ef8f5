"""Every address there is to ask for: each route, with each row that it can show."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import URLPattern, get_resolver, reverse

from articles.models import (
    Article,
    CitedWork,
    Mention,
    MentionCitation,
    MentionRound,
)
from bibliography.formats import WRITERS
from bibliography.models import ImportBatch, ImportRecord, Notice, Reference
from claims.models import Claim, ClaimVersion
from core.api.viewsets import ReadViewSet
from core.filters import YesNoFilter
from core.models import Job, Merge
from evidence.models import EvidenceItem, LiteratureSearch
from studies.models import DefinedInstrument, Result, Study, StudyRound, Topic

FEW = 8  # rows of one kind, where an address is not the page of that kind
IN_FULL = frozenset(  # the pages of a kind, asked for every row
    "claims/N/ claims/N/vN/ claims/N/base/ claims/N/grade/ studies/N/ references/N/ "
    "articles/N/ articles/N/curate/ cited-works/N/ notices/N/ jobs/N/ imports/N/ "
    "api/v1/claims/N/ api/v1/studies/N/ api/v1/references/N/ api/v1/articles/N/ "
    "api/v1/cited-works/N/ api/v1/grades/N/".split()
)
KEYS = {  # the parts of an address, and the rows (by which columns) they stand for
    ("claim_id",): (Claim, ["pk"]),
    ("claim_id", "number"): (ClaimVersion, ["claim_id", "number"]),
    ("claim_id", "plot"): (ClaimVersion, ["claim_id", "number"]),
    ("claim_id", "number", "plot"): (ClaimVersion, ["claim_id", "number", "number"]),
    ("item_id",): (EvidenceItem, ["pk"]),
    ("search_id",): (LiteratureSearch, ["pk"]),
    ("merge_id",): (Merge, ["pk"]),
    ("mention_id", "citation_id"): (MentionCitation, ["mention_id", "citation_id"]),
    ("mention_id",): (Mention, ["pk"]),
    ("mention_round_id",): (MentionRound, ["pk"]),
    ("article_id",): (Article, ["pk"]),
    ("article_id", "mention_id"): (Mention, ["article_id", "pk"]),
    ("article_id", "work_id"): (CitedWork, ["article_id", "pk"]),
    ("work_id",): (CitedWork, ["pk"]),
    ("job_id",): (Job, ["pk"]),
    ("notice_id",): (Notice, ["pk"]),
    ("reference_id",): (Reference, ["pk"]),
    ("study_id",): (Study, ["pk"]),
    ("topic_id",): (Topic, ["pk"]),
    ("study_id", "study_round_id"): (StudyRound, ["study_id", "pk"]),
    ("instrument_key",): (DefinedInstrument, ["key"]),
    ("result_id",): (Result, ["pk"]),
    ("import_id",): (ImportBatch, ["pk"]),
    ("import_id", "number"): (ImportRecord, ["batch_id", "number"]),
}
WORDS_ASKED = {"q": "examplin fever"}
PAGE_QUERIES = {
    "references/export/": [f"format={each}" for each in (*WRITERS, "none")],
}
NEVER_THERE = 999_999
NUMBER = re.compile(r"<[^>]+>|\(\?P<\w+>[^)]*\)")  # a part of an address that varies


@dataclass(frozen=True)
class Route:
    """One route of the site: the shape of its addresses, and what makes one of them."""

    shape: str
    name: str
    kwargs: tuple[str, ...]
    view: Callable


def routes():
    """Every route, in the order of their shapes: names and packages play no part."""
    return sorted(_routes(get_resolver().url_patterns), key=lambda route: route.shape)


def shape_of(route):
    """The shape of a route's addresses, as in ``claims/N/vN/``."""
    return NUMBER.sub("N", route).replace("^", "").replace("$", "")


def _routes(patterns, path="", space="", kwargs=()):
    for pattern in patterns:
        shape = pattern.pattern
        names = (*kwargs, *getattr(shape, "converters", {}), *shape.regex.groupindex)
        names = tuple(dict.fromkeys(names))
        here = path + str(shape)
        if isinstance(pattern, URLPattern):
            name = space + pattern.name
            yield Route(shape_of(here), name, names, pattern.callback)
        else:
            inside = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from _routes(pattern.url_patterns, here, space + inside, names)


def addresses(route):
    """The addresses of one route: with each of its rows, each filter and each order."""
    if route.kwargs:
        values = _values(route)
        return [reverse(route.name, kwargs=each) for each in values]
    path = reverse(route.name)
    return [path, *(f"{path}?{query}" for query in _queries(route))]


def some(rows):
    """A few of many rows, spread from the first to the last."""
    step = max(1, (len(rows) - 1) // (FEW - 1))
    return rows[::step][: FEW - 1] + rows[-1:] if len(rows) > FEW else rows


def _values(route):
    rows = _rows(route)
    if route.shape not in IN_FULL:
        rows = some(rows)
    return [dict(zip(route.kwargs, row, strict=True)) for row in rows] + [
        dict.fromkeys(route.kwargs, NEVER_THERE)
    ]


def _rows(route):
    """What its parts stand for; nothing where no rows are named for them."""
    if route.kwargs in KEYS:
        model, columns = KEYS[route.kwargs]
    elif hasattr(route.view, "cls") and len(route.kwargs) == 1:
        model, columns = route.view.cls.queryset.model, ["pk"]
    else:
        return []
    return list(model._base_manager.order_by("pk").values_list(*columns))


def _queries(route):
    """What an address is asked: of the API each order, each word of each filter, CSV.

    The queries of a page are those that it links to; here are words to search for.
    """
    viewset = getattr(route.view, "cls", None)
    if viewset and issubclass(viewset, ReadViewSet):
        return [urlencode(each) for each in _asked_of(viewset)]
    return PAGE_QUERIES.get(
        route.shape, [urlencode(WORDS_ASKED), "size=5", "nonsense=1"]
    )


def _asked_of(viewset):
    yield {"format": "csv"}
    yield {"nonsense": "1"}
    orders = viewset.orders
    for order in () if isinstance(orders, property) else orders:  # told by a request
        yield {"order": order, "size": 5}
    filters = viewset.filterset_class.base_filters if viewset.filterset_class else {}
    for name, each in filters.items():
        for value in _words_of(name, each):
            yield {name: value, "size": 3}


def _words_of(name, each):
    if name in WORDS_ASKED:
        return [WORDS_ASKED[name]]
    choices = each.extra.get("choices")
    if choices:
        pairs = choices.pairs() if hasattr(choices, "pairs") else choices
        return [value for value, _ in pairs]
    return ["true", "false"] if isinstance(each, YesNoFilter) else ["1", "nonsense"]
