"""A person's queue as one list: narrowed, counted, a page at a time, and its first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from accounts.permissions import can
from articles.models import Mention
from claims.models import Claim
from core.joined_lists import Spot, chained_page, joined_count
from core.numbers import whole_number
from core.pager import CAP, SIZE, CappedCount, Page
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


Parts = dict[int, QuerySet]


def parts_of(user: User, asked: Asked, *, skipped: bool = False) -> Parts:
    """What waits for a person, of every kind they may do, by the number of its source.

    ``skipped`` is what they skipped and still waits, instead. One query.
    """
    skips = defaultdict(list)
    for task, row in Skip.objects.filter(person=user).values_list("task", "row"):
        skips[task].append(row)
    claims = asked.claims()
    parts = {}
    for number, source in enumerate(SOURCES):
        rows = skips[source.task]
        if not can(user, source.needs) or skipped and not rows:
            continue
        found = source.rows(user)
        if rows:
            own = Q(pk__in=rows)
            found = found.filter(own if skipped else ~own)
        if claims is not None:
            found = _for_claims(found, source, claims)
        parts[number] = found
    return parts


def narrowed(parts: Parts, asked: Asked) -> Parts:
    """The parts of the kinds that are asked for; all where none is."""
    kinds = asked.kinds
    return {n: p for n, p in parts.items() if not kinds or SOURCES[n].task in kinds}


def _for_claims(found: QuerySet, source: Source, claims: Claims) -> QuerySet:
    """The rows of a source that are for some claims; none comes twice."""
    meant = {f"{source.claims}__in": claims}
    if not source.for_several:
        return found.filter(**meant)
    every = found.model._default_manager.order_by()
    return found.filter(pk__in=every.filter(**meant).values("pk"))


def page_of(parts: Parts, cursor: str | None = None, size: int = SIZE) -> Page:
    """A page of a queue, its rows as entries. Raises BadQuery."""
    page = chained_page(parts, cursor=cursor, size=size, read=_loaded)
    return Page(_entries(page.rows), page.next, page.previous)


def next_of(parts: Parts, *, after: str = "") -> Entry | None:
    """What comes first, or behind the item named; None where nothing waits.

    Behind the last comes the first again, unless that is the one named.
    """
    place = _place_of(parts, after) if after else None
    some = _with_any(parts)
    rows = chained_page(some, after=place, size=1, read=_loaded).rows
    if not rows and place:
        rows = chained_page(some, size=1, read=_loaded).rows
    found = _entries(rows)
    return found[0] if found and found[0].item != after else None


def _with_any(parts: Parts) -> Parts:
    """The parts of which anything waits; one query."""
    counted = joined_count(parts, cap=1)
    return {number: rows for number, rows in parts.items() if counted[number].n}


def _place_of(parts: Parts, item: str) -> Spot | None:
    """Where an item stands; None where it does not wait any more."""
    task, row = read_item(item)
    for number, rows in parts.items():
        if SOURCES[number].task == task and rows.filter(pk=row).exists():
            return Spot(None, number, row)
    return None


def _loaded(number: int, rows: QuerySet) -> QuerySet:
    """Rows of a source with what is said of each."""
    return SOURCES[number].loaded(rows)


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


def _entries(found: Iterable[tuple[int, Any]]) -> list[Entry]:
    """Rows as they are read; one query for what hangs on their claims."""
    said = [(SOURCES[n], row.pk, SOURCES[n].said(row)) for n, row in found]
    needs = _needs({one.claim for _, _, one in said if one.claim})
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
