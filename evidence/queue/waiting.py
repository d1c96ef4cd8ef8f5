"""A person's queue as one list: narrowed, counted, a page at a time, and its first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Count, QuerySet

from accounts.models import User
from accounts.permissions import can
from articles.models import Mention
from claims.models import Claim
from core.joined_lists import (
    Spot,
    chained_page,
    first_of,
    holds,
    joined_count,
)
from core.kept_sql import IdsSQL, KeptRows
from core.numbers import whole_number
from core.pager import CAP, MAX_SIZE, SIZE, CappedCount, Page
from evidence.people.conflicts import kept_out_of
from evidence.queue.models import Skip
from evidence.queue.tasks import SOURCES, Source
from evidence.queue.words import Task

FEW = 1_000  # claims that are named by number
Claims = QuerySet | list[int]


@dataclass(frozen=True)
class Entry:
    """One thing to do: what it is about, every reason it is here, and one address."""

    kind: Task
    row: int
    title: str
    why: str
    need: str  # how much hangs on it, in words; empty where nothing is known
    address: str
    claim: int | None
    since: datetime | None
    begun: bool
    kept_out: (
        str  # why a conflict of interest keeps them from it; empty where none does
    )

    @property
    def item(self) -> str:
        """What it is called where one is named: "grade-12"."""
        return f"{self.kind}-{self.row}"


@dataclass(frozen=True)
class Asked:
    """What a queue is narrowed to; nothing where a field is empty."""

    kinds: tuple[str, ...] = ()
    topic: int | None = None
    claim: int | None = None

    @classmethod
    def of(cls, said: Mapping) -> "Asked":
        """What a valid ``QueueFilter`` says."""
        return cls(tuple(said["kind"]), said["topic"], said["claim"])

    def claims(self) -> Claims | None:
        """The claims that are meant; None for all, and for what is for none.

        By number, where they are few: the database then knows how few. One query.
        """
        if not (self.topic or self.claim):
            return None
        meant = Claim.objects.order_by().values_list("pk", flat=True)
        if self.claim:
            meant = meant.filter(pk=self.claim)
        if self.topic:
            meant = meant.filter(topic_links__topic=self.topic)
        some = list(meant[: FEW + 1])
        return some if len(some) <= FEW else meant


@dataclass(frozen=True)
class Parts(Mapping[int, IdsSQL]):
    """What waits for a person, by the number of its source; made where it is read.

    Without what they skipped, by kind; where ``skipped``, that alone.
    """

    user: User
    numbers: tuple[int, ...]
    claims: Claims | None
    skips: Mapping[str, list[int]]
    skipped: bool = False

    @property
    def that_are_skipped(self) -> "Parts":
        """What they skipped and still waits, whatever these are narrowed to."""
        some = tuple(n for n in self if self.skips.get(SOURCES[n].task))
        return replace(self, numbers=some, claims=None, skipped=True)

    def __getitem__(self, number: int) -> IdsSQL:
        source = SOURCES[number]
        sql, params = self._of(number, source)
        among = "= ANY" if self.skipped else "<> ALL"
        return IdsSQL(
            f"SELECT pk FROM ({sql}) AS found (pk) WHERE pk {among} (%s::bigint[])",  # noqa: S608 - Django's SQL
            (*params, self.skips.get(source.task, [])),
        )

    def _of(self, number: int, source: Source) -> IdsSQL:
        if self.claims is not None:
            rows = _for_claims(source.rows(self.user), source, self.claims)
            return _ids_of(rows)
        sql, params = _kept_ids(number)
        own = self.user.pk
        return IdsSQL(sql, [own if each == NOBODY else each for each in params])

    def __iter__(self) -> Iterator[int]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


NOBODY = -1  # stands for a person's number in SQL that is kept


@cache
def _kept_ids(number: int) -> IdsSQL:
    """The ids of a source's rows for ``NOBODY``.

    To make its SQL takes several times as long as to answer it: it is made once.
    """
    return _ids_of(SOURCES[number].rows(User(pk=NOBODY)))


def _ids_of(rows: QuerySet) -> IdsSQL:
    try:
        return IdsSQL(*rows.order_by().values("pk").query.sql_with_params())
    except EmptyResultSet:
        return IdsSQL("SELECT NULL::bigint WHERE false", ())


@cache
def _kept_rows(number: int) -> KeptRows:
    """A source's rows with what is said of each."""
    source = SOURCES[number]
    every = source.rows(User(pk=NOBODY)).model._default_manager.order_by()
    return KeptRows(lambda ids: source.loaded(every.filter(pk__any_of=ids)))


def read_rows(number: int, ids: IdsSQL) -> list[Any]:
    """Rows of a source with what is said of each; one query."""
    return _kept_rows(number).rows(ids=ids)


def parts_of(user: User, asked: Asked) -> Parts:
    """What waits for a person, of every kind they may do, by the number of its source.

    One query.
    """
    skips = defaultdict(list)
    for task, row in Skip.objects.filter(person=user).values_list("task", "row"):
        skips[task].append(row)
    numbers = tuple(n for n, source in enumerate(SOURCES) if can(user, source.needs))
    return Parts(user, numbers, asked.claims(), dict(skips))


def narrowed(parts: Parts, asked: Asked) -> Parts:
    """The parts of the kinds that are asked for; all where none is."""
    kinds = asked.kinds
    return replace(
        parts,
        numbers=tuple(n for n in parts if not kinds or SOURCES[n].task in kinds),
    )


def _for_claims(found: QuerySet, source: Source, claims: Claims) -> QuerySet:
    """The rows of a source that are for some claims; none comes twice."""
    meant = {f"{source.claims}__in": claims}
    if not source.for_several:
        return found.filter(**meant)
    every = found.model._default_manager.order_by()
    return found.filter(pk__in=every.filter(**meant).values("pk"))


def page_of(parts: Parts, cursor: str | None = None, size: int = SIZE) -> Page:
    """A page of a queue, its rows as entries. Raises BadQuery."""
    page = chained_page(parts, cursor=cursor, size=size, read=read_rows)
    return Page(_entries(parts.user, page.rows), page.next, page.previous)


def next_of(parts: Parts, *, after: str = "") -> Entry | None:
    """What comes first, or behind the item named, its need unread; None for nothing.

    Behind the last comes the first again, unless that is the one named. What a conflict
    of interest keeps them from is passed over.
    """
    place = _place_of(parts, after) if after else None
    found = _first(parts, place) or _first(parts)
    return found if found and found.item != after else None


def _first(parts: Parts, place: Spot | None = None) -> Entry | None:
    """What comes first, or behind a place, of what nothing keeps them from."""
    if place:
        rows = replace(parts, numbers=(place.part,))
        if found := _first_of_one(rows, place):
            return found
    rest = replace(
        parts, numbers=tuple(n for n in parts if not place or n > place.part)
    )
    while (number := first_of(rest)) is not None:
        if found := _first_of_one(replace(rest, numbers=(number,))):
            return found
        rest = replace(rest, numbers=tuple(n for n in rest if n > number))
    return None


def _first_of_one(part: Parts, place: Spot | None = None) -> Entry | None:
    """The first of one source's rows that nothing keeps them from.

    One is read, then more at a time: few are kept from much, and those from many.
    """
    size = 1
    while True:
        page = chained_page(part, after=place, size=size, read=read_rows)
        for entry in _entries(part.user, page.rows, with_needs=False):
            if not entry.kept_out:
                return entry
        if not page.next:
            return None
        number, row = page.rows[-1]
        place, size = Spot(None, number, row.pk), min(size * 10, MAX_SIZE)


def _place_of(parts: Parts, item: str) -> Spot | None:
    """Where an item stands; None where it does not wait any more."""
    task, row = read_item(item)
    for number in parts:
        if SOURCES[number].task == task and holds(parts[number], row):
            return Spot(None, number, row)
    return None


def skips_among(user: User, entries: list[Entry]) -> list[tuple[Entry, Skip]]:
    """Entries that one skipped, each with what one said of it; one query."""
    said = {(skip.task, skip.row): skip for skip in Skip.objects.filter(person=user)}
    return [(entry, said[entry.kind, entry.row]) for entry in entries]


def read_item(item: str) -> tuple[str, int]:
    """The kind and the row that an item's name says; an empty kind where it is none."""
    task, _, row = item.rpartition("-")
    number = whole_number(row)
    return (task, number) if task in [*Task] and number else ("", 0)


def counts_of(parts: Parts) -> dict[int, CappedCount]:
    """How many things wait of each source there is anything of; one query."""
    return {n: count for n, count in joined_count(parts).items() if count.n}


def by_kind(counts: Mapping[int, CappedCount]) -> dict[Task, CappedCount]:
    """The same by kind."""
    found: dict[Task, CappedCount] = {}
    for number, (n, is_more) in counts.items():
        task = SOURCES[number].task
        before = found.get(task, CappedCount(0, False))
        total = before.n + n
        more = is_more or before.is_more or total > CAP
        found[task] = CappedCount(min(total, CAP), more)
    return found


def _entries(
    user: User, found: Iterable[tuple[int, Any]], *, with_needs: bool = True
) -> list[Entry]:
    """Rows as a person reads them: what hangs on their claims, and what keeps them out.

    As many queries, however many rows there are.
    """
    said = [(SOURCES[n], row.pk, SOURCES[n].said(row)) for n, row in found]
    claims = {one.claim for _, _, one in said if one.claim}
    needs = _needs(claims if with_needs else set())
    kept = kept_out_of(user, {each for _, _, one in said for each in one.judged})
    return [
        Entry(
            source.task,
            row,
            one.title,
            one.why,
            needs.get(one.claim or 0, ""),
            one.address,
            one.claim,
            one.since,
            source.begun,
            next((kept[each] for each in one.judged if each in kept), ""),
        )
        for source, row, one in said
    ]


def _needs(claims: set[int]) -> dict[int, str]:
    """By claim, how many articles make it, where several do."""
    if not claims:
        return {}
    accepted = Mention.objects.accepted().filter(article__withdrawn_at=None)
    counted = accepted.filter(claim__in=claims).order_by().values_list("claim")
    many = counted.annotate(n=Count("article", distinct=True)).filter(n__gt=1)
    return {claim: f"{n:,} articles make this claim." for claim, n in many}
