"""What a saved search finds, the newest first, and what of it is new to the person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from typing import Any

from django.db.models import F, Q, QuerySet
from django.http import QueryDict
from django_filters import FilterSet

from articles.articles.filters import ArticleFilter
from bibliography.references.filters import ReferenceFilter
from claims.models import Claim
from core.errors import BadQuery
from core.listing import filter_by
from core.pager import CappedCount, capped_count
from evidence.claims.filters import ClaimFilter
from evidence.finding.everything import KINDS, Kind
from evidence.finding.straight import straight_to
from evidence.saved_searches.models import SavedSearch, SearchedList
from evidence.topics.api import TopicFilter
from studies.studies.filters import StudyFilter
from texts.search_queries import read_query

MOST = 50  # rows on the page and in the feed
_NO_WORDS = "This search says no word that is wanted: it would find nothing, ever."
_FILTERS: Mapping[str, type[FilterSet]] = {
    "claim": ClaimFilter,
    "topic": TopicFilter,
    "study": StudyFilter,
    "reference": ReferenceFilter,
    "article": ArticleFilter,
}
_KINDS = {
    SearchedList.CLAIMS: "claim",
    SearchedList.TOPICS: "topic",
    SearchedList.STUDIES: "study",
    SearchedList.REFERENCES: "reference",
    SearchedList.ARTICLES: "article",
}


@dataclass(frozen=True)
class Found:
    """One row that a saved search finds: since when it is so, and what it is."""

    at: datetime  # it was added, or its verdict given
    kind: str
    row: Any
    address: str
    title: str
    judged: bool  # what came is its verdict

    def is_new(self, since: datetime) -> bool:
        return self.at > since


@dataclass(frozen=True)
class News:
    """How many rows came since the person looked, or why the query has no sense."""

    count: CappedCount | None
    problem: str = ""


def found_by(saved: SavedSearch) -> list[Found]:
    """As ``newest``; none where its query has no sense any more."""
    try:
        return newest(saved)
    except BadQuery:
        return []


def news_of(saved: SavedSearch) -> News:
    """How much is new in it, or why it finds nothing any more."""
    try:
        return News(count_new(saved))
    except BadQuery as problem:
        return News(None, problem.sentence)


def newest(saved: SavedSearch) -> list[Found]:
    """The rows that came last to what a saved search finds, at most ``MOST``.

    Raises BadQuery where its query has no sense any more.
    """
    found = {
        (one.kind, one.row.pk): one
        for kind, rows in _searched(saved)
        for one in _newest(kind, rows)
    }
    for one in _named(saved):
        found.setdefault((one.kind, one.row.pk), one)
    return nlargest(MOST, found.values(), key=lambda one: (one.at, one.row.pk))


def count_new(saved: SavedSearch) -> CappedCount:
    """How many rows came since the person looked; beyond ``MOST`` of a kind, more.

    Raises BadQuery as ``newest`` does.
    """
    since = saved.looked_at
    counts = [capped_count(_since(rows, since), MOST) for _, rows in _searched(saved)]
    return CappedCount(
        sum(count.n for count in counts), any(count.is_more for count in counts)
    )


def _searched(saved: SavedSearch) -> Iterator[tuple[Kind, QuerySet]]:
    """The rows of each kind that are searched, as their list narrows them."""
    params = QueryDict(saved.query)
    if saved.searched == SearchedList.EVERYTHING:
        typed = params.get("q", "").strip()
        for kind in KINDS.values() if typed else ():
            yield kind, kind.rows.matching(typed)
    else:
        kind = KINDS[_KINDS[SearchedList(saved.searched)]]
        rows, _ = filter_by(params, kind.rows.all(), _FILTERS[kind.name])
        yield kind, rows


def _newest(kind: Kind, rows: QuerySet) -> Iterator[Found]:
    yield from (_found(kind, row) for row in rows.order_by("-pk")[:MOST])
    if rows.model is Claim:
        newest = F("judged_at").desc(nulls_last=True)  # as the index is
        judged = rows.exclude(judged_at=None).order_by(newest, "-pk")
        yield from (_found(kind, row) for row in judged[:MOST])


def _named(saved: SavedSearch) -> Iterator[Found]:
    """What uses the thing that the words name, such as a DOI."""
    if saved.searched == SearchedList.EVERYTHING:
        straight = straight_to(QueryDict(saved.query).get("q", ""))
        for row in (*straight.meant, *straight.uses) if straight else ():
            yield _found(KINDS[row._meta.model_name], row)


def _since(rows: QuerySet, since: datetime) -> QuerySet:
    came = Q(created_at__gt=since)
    if rows.model is Claim:
        came |= Q(judged_at__gt=since)
    return rows.filter(came)


def _found(kind: Kind, row: Any) -> Found:
    judged_at = getattr(row, "judged_at", None)
    return Found(
        at=max(filter(None, [row.created_at, judged_at])),
        kind=kind.name,
        row=row,
        address=kind.address(row.pk),
        title=kind.title(row),
        judged=judged_at is not None and judged_at >= row.created_at,
    )


def makes_sense(searched: str, query: str) -> str:
    """Why a query cannot be saved; empty where it can."""
    if searched == SearchedList.EVERYTHING:
        typed = QueryDict(query).get("q", "")
        return "" if read_query(typed).finds_something else _NO_WORDS
    try:
        for _, rows in _searched(SavedSearch(searched=searched, query=query)):
            rows.exists()
    except BadQuery as problem:
        return problem.sentence
    return ""
