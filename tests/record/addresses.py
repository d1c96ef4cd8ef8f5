"""Every address there is to ask for: each route, with each row that it can show."""

from urllib.parse import urlencode

from django.urls import URLPattern, get_resolver, reverse

from articles.models import Article, CitedWork, Mention, MentionCitation
from bibliography.formats import WRITERS
from bibliography.models import ImportBatch, ImportRecord, Notice, Reference
from claims.models import Claim, ClaimVersion
from core.api.viewsets import ReadViewSet
from core.filters import YesNoFilter
from core.models import Job, Merge
from evidence.models import EvidenceItem
from studies.models import Result, Study

FEW = 8  # rows of one kind, where an address is not the page of that kind
IN_FULL = frozenset(  # the pages of a kind, asked for every row
    "evidence:claim evidence:claim-version evidence:base evidence:grade evidence:study "
    "evidence:reference evidence:article evidence:curate evidence:cited-work "
    "evidence:notice evidence:job studies:import claims-detail studies-detail "
    "references-detail articles-detail cited-works-detail grades-detail".split()
)
KEYS = {  # the parts of an address, and the rows (by which columns) they stand for
    ("claim_id",): (Claim, ["pk"]),
    ("claim_id", "number"): (ClaimVersion, ["claim_id", "number"]),
    ("item_id",): (EvidenceItem, ["pk"]),
    ("merge_id",): (Merge, ["pk"]),
    ("mention_id", "citation_id"): (MentionCitation, ["mention_id", "citation_id"]),
    ("mention_id",): (Mention, ["pk"]),
    ("article_id",): (Article, ["pk"]),
    ("article_id", "mention_id"): (Mention, ["article_id", "pk"]),
    ("article_id", "work_id"): (CitedWork, ["article_id", "pk"]),
    ("work_id",): (CitedWork, ["pk"]),
    ("job_id",): (Job, ["pk"]),
    ("notice_id",): (Notice, ["pk"]),
    ("reference_id",): (Reference, ["pk"]),
    ("study_id",): (Study, ["pk"]),
    ("result_id",): (Result, ["pk"]),
    ("import_id",): (ImportBatch, ["pk"]),
    ("import_id", "number"): (ImportRecord, ["batch_id", "number"]),
}
WORDS_ASKED = {"q": "examplin fever"}
PAGE_QUERIES = {
    "export-references": [f"format={each}" for each in (*WRITERS, "none")],
}
NEVER_THERE = 999_999


def routes(patterns=None, space="", kwargs=()):
    """(name, names of its kwargs, view) of every route of the resolver."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        shape = pattern.pattern
        names = (*kwargs, *getattr(shape, "converters", {}), *shape.regex.groupindex)
        names = tuple(dict.fromkeys(names))
        if isinstance(pattern, URLPattern):
            yield space + pattern.name, names, pattern.callback
        else:
            inside = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from routes(pattern.url_patterns, space + inside, names)


def addresses(name, kwargs, view):
    """The addresses of one route: with each of its rows, each filter and each order."""
    if kwargs:
        return [reverse(name, kwargs=values) for values in _values(name, kwargs, view)]
    path = reverse(name)
    return [path, *(f"{path}?{query}" for query in _queries(name, view))]


def some(rows):
    """A few of many rows, spread from the first to the last."""
    step = max(1, (len(rows) - 1) // (FEW - 1))
    return rows[::step][: FEW - 1] + rows[-1:] if len(rows) > FEW else rows


def _values(name, kwargs, view):
    model, columns = KEYS[kwargs] if kwargs != ("pk",) else (_model(view), ["pk"])
    rows = list(model._base_manager.order_by("pk").values_list(*columns))
    if name not in IN_FULL:
        rows = some(rows)
    return [dict(zip(kwargs, row, strict=True)) for row in rows] + [
        dict.fromkeys(kwargs, NEVER_THERE)
    ]


def _model(view):
    return view.cls.queryset.model


def _queries(name, view):
    """What an address is asked: of the API each order, each word of each filter, CSV.

    The queries of a page are those that it links to; here are words to search for.
    """
    viewset = getattr(view, "cls", None)
    if viewset and issubclass(viewset, ReadViewSet):
        return [urlencode(each) for each in _asked_of(viewset)]
    return PAGE_QUERIES.get(name, [urlencode(WORDS_ASKED), "size=5", "nonsense=1"])


def _asked_of(viewset):
    yield {"format": "csv"}
    yield {"nonsense": "1"}
    for order in viewset.orders:
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
        pairs = choices.choices if hasattr(choices, "choices") else choices
        return [value for value, _ in pairs]
    return ["true", "false"] if isinstance(each, YesNoFilter) else ["1", "nonsense"]
