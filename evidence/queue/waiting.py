"""A person's queue as one list: narrowed, counted, a page at a time, and its first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, QuerySet

from accounts.models import User
from accounts.permissions import can
from articles.models import Mention
from claims.models import Claim
from core.joined_lists import Spot, joined_count, joined_page
from core.numbers import whole_number
from core.pager import CAP, SIZE, CappedCount, Page
from evidence.queue.models import Skip
from evidence.queue.tasks import SOURCES, Said, Source
from evidence.queue.words import Task


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

    def claims(self) -> QuerySet[Claim] | None:
        """The claims that are meant; None for all, and for what is for none."""
        if not (self.topic or self.claim):
            return None
        meant = Claim.objects.all()
        if self.claim:
            meant = meant.filter(pk=self.claim)
        return meant.filter(topic_links__topic=self.topic) if self.topic else meant


Parts = dict[int, QuerySet]


def parts_of(user: User, asked: Asked, *, skipped: bool = False) -> Parts:
    """What waits for a person, of every kind they may do, by the number of its source.

    ``skipped`` is what they skipped and still waits, instead.
    """
    own = Skip.objects.filter(person=user, row=OuterRef("pk"))
    claims = asked.claims()
    parts = {}
    for number, source in enumerate(SOURCES):
        if not can(user, source.needs):
            continue
        is_skipped = Exists(own.filter(task=source.task))
        found = source.rows(user).filter(is_skipped if skipped else ~is_skipped)
        if claims is not None:
            found = found.filter(pk__in=_for_claims(found, source, claims))
        parts[number] = found
    return parts


def narrowed(parts: Parts, asked: Asked) -> Parts:
    """The parts of the kinds that are asked for; all where none is."""
    kinds = asked.kinds
    return {n: p for n, p in parts.items() if not kinds or SOURCES[n].task in kinds}


def _for_claims(found: QuerySet, source: Source, claims: QuerySet[Claim]) -> QuerySet:
    """The rows of a source that are for some claims; none comes twice."""
    every = found.model._default_manager.order_by()
    return every.filter(**{f"{source.claims}__in": claims.values("pk")}).values("pk")


def page_of(parts: Parts, cursor: str | None = None, size: int = SIZE) -> Page:
    """A page of a queue, its rows as entries. Raises BadQuery."""
    page = joined_page(parts, cursor=cursor, size=size)
    return Page(_entries(parts, page.rows), page.next, page.previous)


def next_of(parts: Parts, *, after: str = "") -> Entry | None:
    """What comes first, or behind the item named; None where nothing waits.

    Behind the last comes the first again, unless that is the one named.
    """
    place = _place_of(parts, after) if after else None
    spots = joined_page(parts, after=place, size=1).rows
    if not spots and place:
        spots = joined_page(parts, size=1).rows
    found = _entries(parts, spots)
    return found[0] if found and found[0].item != after else None


def _place_of(parts: Parts, item: str) -> Spot | None:
    """Where an item stands; None where it does not wait any more."""
    task, row = read_item(item)
    for number, rows in parts.items():
        if SOURCES[number].task == task and rows.filter(pk=row).exists():
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


def counts_of(parts: Parts) -> dict[Task, CappedCount]:
    """How many things wait of each kind there is anything of; one query."""
    n: Counter[Task] = Counter()
    more = set()
    for number, count in joined_count(parts).items():
        task = SOURCES[number].task
        n[task] += count.n
        if count.is_more:
            more.add(task)
    return {
        task: CappedCount(min(n[task], CAP), task in more or n[task] > CAP)
        for task in Task
        if n[task]
    }


def _entries(parts: Parts, spots: Iterable[Spot]) -> list[Entry]:
    """The rows as they are read: a query for each source that has any."""
    spots = list(spots)
    ids = defaultdict(list)
    for spot in spots:
        ids[spot.part].append(spot.id)
    said = {}
    for number, some in ids.items():
        source = SOURCES[number]
        rows = source.loaded(parts[number].filter(pk__in=some))
        said |= {(number, row.pk): source.said(row) for row in rows}
    needs = _needs({one.claim for one in said.values() if one.claim})
    return [
        _entry(SOURCES[spot.part], spot.id, said[spot.part, spot.id], needs)
        for spot in spots
        if (spot.part, spot.id) in said
    ]


def _entry(source: Source, row: int, said: Said, needs: Mapping[int, str]) -> Entry:
    need = needs.get(said.claim or 0, "")
    about = (said.title, said.why, need, said.address, said.claim, said.since)
    return Entry(source.task, row, *about, source.begun)


def _needs(claims: set[int]) -> dict[int, str]:
    """By claim, how many articles make it, where several do."""
    accepted = Mention.objects.accepted().filter(article__withdrawn_at=None)
    counted = accepted.filter(claim__in=claims).order_by().values_list("claim")
    many = counted.annotate(n=Count("article", distinct=True)).filter(n__gt=1)
    return {claim: f"{n:,} articles make this claim." for claim, n in many}
