"""The references that records of a file may be: found for many records at once.

What the store has is asked for in six queries a thousand records; what the same
records add is remembered beside it, so that a file's own doubles are seen too. Where
very many share an author, a title or an identifier, only those with the nearest titles
are looked at, so that no file takes longer than its length.
"""

import re
from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from heapq import nlargest
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from django.db import connection
from rapidfuzz.distance import Indel

from bibliography.models import Identifier, Reference
from bibliography.records import (
    SERIES,
    Record,
    RecordType,
    name_from_json,
    record_from_json,
)
from bibliography.records import Identifier as Named
from bibliography.references.actions import fields_of
from bibliography.references.models import KEY_LENGTH
from core.copying import storable
from texts.identifiers import normalise_address
from texts.names import Name

LONGEST = 300  # characters of an identifier's value
SCHEMES = frozenset(Identifier.Scheme)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(r"\\u0000|\\u[dD][89a-fA-F]")  # the same as JSON writes it
MOST = 100  # of one author, title or identifier are all looked at
LONGEST_TITLE = 10_000  # characters: it stands in every list
NEIGHBOURS = 10  # of more, those whose titles stand next in the alphabet, either way
NEAREST = 12  # of an author's titles are looked at closely
_AUTHOR_WORDS = 0.5  # of two titles' words in common before their letters are compared


@dataclass(frozen=True, slots=True)
class Incoming:
    """One record on its way in, with what it is looked for by."""

    record: Record
    fields: dict[str, object]  # the values of the Reference's columns
    named: tuple[tuple[str, str, str], ...]  # scheme, value, as it was given
    warnings: tuple[str, ...]
    key: str  # the beginning of the normalised title
    words: frozenset[str]  # of the normalised title
    marks: "Marks"
    author: str  # the first author's surname, "" where that or the year is unknown
    year: int  # 0 where that or the author is unknown

    @property
    def of_documents(self) -> list[tuple[str, str]]:
        """Its identifiers but for those of a series, which name no document."""
        pairs = ((scheme, value) for scheme, value, _ in self.named)
        return [pair for pair in pairs if pair[0] not in SERIES]


def incoming(record: Record) -> Incoming:
    """A record with its columns; what no column can hold is said in a warning."""
    warnings = list(record.warnings)
    if _is_suspect(record.raw):
        record = _storable(record)
    record = _with_its_address(record)
    named = []
    for scheme, value in record.identifiers:
        if len(value) > LONGEST - 20:
            warnings.append(f"An identifier ({scheme}) is too long to be one.")
        elif scheme in SCHEMES:
            named.append((scheme, value, ""))
        else:
            named.append(("other", f"{scheme}:{value}", value))
    if record.year is not None and not 0 < record.year < 10_000:
        warnings.append(f"The year {record.year} cannot be one.")
        record = replace(record, year=None)
    if (length := len(record.title)) > LONGEST_TITLE:
        warnings.append(
            f"The title has {length:,} characters; the first {LONGEST_TITLE:,} stand."
        )
        record = replace(record, title=record.title[:LONGEST_TITLE])
    once = {(scheme, value): raw for scheme, value, raw in named}
    named = tuple((scheme, value, raw) for (scheme, value), raw in once.items())
    fields = dict(fields_of(record))
    title, author, year = fields["title_key"], fields["first_author"], record.year
    whole = bool(author and year)
    return Incoming(
        record=record,
        fields=fields,
        named=named,
        warnings=tuple(warnings),
        key=title[:KEY_LENGTH],
        words=frozenset(title.split()),
        marks=_marks(title, ((scheme, value) for scheme, value, _ in named)),
        author=author if whole else "",
        year=year if whole else 0,
    )


def _with_its_address(record: Record) -> Record:
    """A web page with its address as an identifier, by which it is known again.

    So is a record of which nothing but its address is known.
    """
    bare = not (record.title or record.authors or record.identifiers)
    if not (bare or record.type == RecordType.WEB_PAGE):
        return record
    page = normalise_address(record.url)
    if page is None or len(page) > LONGEST - 20:
        return record
    named = (*record.identifiers, Named("url", page))
    return replace(record, identifiers=named)


def _is_suspect(raw: str) -> bool:
    """Whether a text may hold characters that PostgreSQL cannot store."""
    if "\0" in raw or ("\\u" in raw and _ESCAPED.search(raw)):
        return True
    return not raw.isascii() and bool(_SURROGATE.search(raw))


def _storable(record: Record) -> Record:
    """The record without characters that no column can hold."""
    clean = record_from_json(storable(record.as_json()))
    return replace(clean, raw=record.raw, warnings=record.warnings)


@dataclass(slots=True)
class Known:
    """A reference that a record may be."""

    id: int
    fields: dict[str, object]
    identifiers: set[tuple[str, str]] = field(default_factory=set)
    withdrawn: bool = False
    _record: Record | None = None
    _words: frozenset[str] | None = None
    _marks: "Marks | None" = None

    @property
    def words(self) -> frozenset[str]:
        """The words of the normalised title."""
        if self._words is None:
            self._words = frozenset(str(self.fields["title_key"]).split())
        return self._words

    @property
    def marks(self) -> "Marks":
        """What tells it from others at a first glance."""
        if self._marks is None:
            self._marks = _marks(str(self.fields["title_key"]), self.identifiers)
        return self._marks

    @classmethod
    def of(cls, reference: Reference) -> "Known":
        """A stored reference."""
        fields = {name: getattr(reference, name) for name in COLUMNS}
        named = set(reference.identifiers.values_list("scheme", "value"))
        return cls(reference.pk, fields, named)

    @property
    def record(self) -> Record:
        """The reference as a record, as far as comparing needs it."""
        if self._record is None:
            authors = self.fields["authors"] or []
            self._record = Record(
                type=RecordType(self.fields["type"]),
                title=self.fields["title"],
                authors=tuple(name_from_json(name) for name in authors)
                or _surname(self.fields["first_author"]),
                year=self.fields["year"],
                journal=self.fields["container"],
                volume=self.fields["volume"],
                pages=self.fields["pages"],
                abstract=self.fields["abstract"],
                identifiers=tuple(Named(*each) for each in sorted(self.identifiers)),
            )
        return self._record


def _surname(family: object) -> tuple[Name, ...]:
    return (Name(str(family)),) if family else ()


COLUMNS = tuple(fields_of(Record()))


class Store:
    """The references that any of some records may be."""

    def __init__(self, records: Sequence[Incoming]) -> None:
        self.by_id: dict[int, Known] = {}
        self.owner: dict[tuple[str, str], int] = {}  # who an identifier is accepted for
        self._by_identifier: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_author: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._by_title: list[tuple[str, int]] = []  # in the order of their titles
        self._untitled: dict[str, list[int]] = defaultdict(list)  # by first author
        self._crowded: set[object] = set()  # buckets of which not all are here
        self._load(records)

    def add(self, known: Known, owned: Iterable[tuple[str, str]]) -> None:
        """Remember a reference that is about to be made."""
        self._remember(known, owned)
        for place in _place_by_title(known):
            insort(self._by_title, place)

    def _remember(self, known: Known, owned: Iterable[tuple[str, str]]) -> None:
        """Remember a reference, but for its place in the order of titles."""
        self.by_id[known.id] = known
        self.owner.update(dict.fromkeys(owned, known.id))
        for pair in known.identifiers:
            self._by_identifier[pair].append(known.id)
        title = str(known.fields["title_key"])
        self._by_key[title[:KEY_LENGTH]].append(known.id)
        author, year = known.fields["first_author"], known.fields["year"]
        if author and year:
            self._by_author[(str(author), int(year))].append(known.id)
        if author and not title:
            self._untitled[str(author)].append(known.id)

    def candidates(self, record: Incoming) -> list[Known]:
        """The references that share an identifier or a near title, oldest first.

        Of a record without a title, also those without one of the same first author.
        """
        ids: set[int] = set()
        for pair in record.of_documents:
            ids.update(self._first(self._by_identifier.get(pair, [])))
        if record.key:
            ids.update(self._first(self._by_key.get(record.key, [])))
            ids.update(self._of_its_author(record))
        else:
            author = str(record.fields["first_author"])
            ids.update(self._first(self._untitled.get(author, [])))
        return [self.by_id[id] for id in sorted(ids)]

    def is_crowded(self, record: Incoming) -> bool:
        """Whether not all references could be looked at that a record may be."""
        buckets = [(record.author, year) for year in _near(record.year)]
        return any(
            bucket in self._crowded
            for bucket in (*buckets, record.key, *record.of_documents)
        )

    def _first(self, ids: list[int]) -> list[int]:
        return ids if len(ids) <= MOST else ids[:NEIGHBOURS]

    def _of_its_author(self, record: Incoming) -> list[int]:
        """The references of its first author in near years with the nearest titles."""
        found: list[int] = []
        for year in _near(record.year):
            bucket = (record.author, year)
            ids = self._by_author.get(bucket, [])
            if len(ids) > MOST or bucket in self._crowded:
                self._crowded.add(bucket)
            else:
                found += ids
        if any((record.author, year) in self._crowded for year in _near(record.year)):
            found += self._neighbours(record)
        near = [
            id
            for id in found
            if not _tell_apart(record.marks, self.by_id[id].marks)
            and _share_words(record.words, self.by_id[id].words)
        ]
        return nlargest(NEAREST, near, key=partial(self._nearness, record))

    def _nearness(self, record: Incoming, id: int) -> float:
        """How near two titles are at a first glance; one may go on behind the other."""
        theirs = str(self.by_id[id].fields["title_key"])
        mine = str(record.fields["title_key"])
        shorter = min(len(mine), len(theirs))
        begins = float(Indel.normalized_similarity(mine[:shorter], theirs[:shorter]))
        return max(begins - 0.05, float(Indel.normalized_similarity(mine, theirs)))

    def _neighbours(self, record: Incoming) -> Iterator[int]:
        """The references of its author and near years next in the order of titles."""
        at = bisect(self._by_title, (str(record.fields["title_key"]), 0))
        for _, id in self._by_title[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]:
            known = self.by_id[id].fields
            if known["first_author"] == record.author:
                yield id

    # --- reading ---

    def _load(self, records: Sequence[Incoming]) -> None:
        """Everything the store has on any of the records."""
        ids = set()
        for bucket, found in chain(
            _holders(records), _equally_titled(records), _untitled(records)
        ):
            if len(found) > MOST:
                self._crowded.add(bucket)
            ids.update(found[:MOST])
        ids |= self._by_authors(records)
        rows = self._rows(ids)
        moved = {row["id"]: row["merged_into"] for row in rows if row["merged_into"]}
        rows += self._rows(set(moved.values()) - ids)
        identifiers = defaultdict(set)
        owned = defaultdict(set)
        for reference, scheme, value, accepted in self._identifiers(ids, moved):
            stands = moved.get(reference, reference)
            identifiers[stands].add((scheme, value))
            if accepted:
                owned[stands].add((scheme, value))
        for row in sorted(rows, key=itemgetter("id")):
            id, gone = row.pop("id"), row.pop("withdrawn_at") is not None
            del row["merged_into"]
            if id not in moved:
                self._remember(Known(id, row, identifiers[id], gone), owned[id])
        places = map(_place_by_title, self.by_id.values())
        self._by_title = sorted(chain.from_iterable(places))

    def _by_authors(self, records: Sequence[Incoming]) -> set[int]:
        """References of the same first author in near years, with words in common.

        Of very many those whose titles stand next to a record's.
        """
        words: dict[tuple[str, int], set[frozenset[str]]] = defaultdict(set)
        for record in records:
            for year in _near(record.year) if record.author else ():
                words[(record.author, year)].add(record.words)
        found: set[int] = set()
        for bucket, rows in _by_author(words):
            if len(rows) > MOST:
                self._crowded.add(bucket)
                continue
            for id, title in rows:
                own = frozenset(title.split())
                if any(_share_words(own, each) for each in words[bucket]):
                    found.add(id)
        crowded = {r.key for r in records if r.author and self.is_crowded(r)}
        return found | (_neighbours_of(crowded) if crowded else set())

    def _identifiers(self, ids: set[int], moved: dict[int, int]) -> list[tuple]:
        """All identifiers of some references."""
        rows = Identifier.objects.filter(reference__any_of=ids | {*moved.values()})
        return list(rows.values_list("reference", "scheme", "value", "accepted"))

    def _rows(self, ids: set[int]) -> list[dict]:
        columns = ("id", "merged_into", "withdrawn_at", *COLUMNS)
        return list(Reference.objects.filter(pk__any_of=ids).values(*columns))


# LIMIT keeps the planner from joining otherwise: it would read the whole table where it
# knows too little of it, as of one that an import has just begun to fill.
_HOLDERS = """
SELECT w.scheme, w.value, i.reference_id
FROM unnest(%s::text[], %s::text[]) w (scheme, value), LATERAL
    (SELECT reference_id FROM bibliography_identifier i
     WHERE i.scheme = w.scheme AND i.value = w.value LIMIT %s) i
"""
_EQUALLY_TITLED = """
SELECT w.key, r.id FROM unnest(%s::text[]) w (key), LATERAL
    (SELECT id FROM bibliography_reference r
     WHERE left(title_key, %s) = w.key LIMIT %s) r
"""
_UNTITLED = """
SELECT w.author, r.id FROM unnest(%s::text[]) w (author), LATERAL
    (SELECT id FROM bibliography_reference r
     WHERE r.first_author = w.author AND r.title_key = '' LIMIT %s) r
"""
_BY_AUTHOR = """
SELECT w.author, w.year, r.id, r.title_key
FROM unnest(%s::text[], %s::int[]) w (author, year), LATERAL
    (SELECT id, title_key FROM bibliography_reference r
     WHERE r.first_author = w.author AND r.year = w.year LIMIT %s) r
"""
_NEXT_TITLES = """
SELECT r.id FROM unnest(%s::text[]) w (key), LATERAL (
    (SELECT id FROM bibliography_reference r WHERE left(title_key, %s) >= w.key
     ORDER BY left(title_key, %s) LIMIT %s)
    UNION ALL
    (SELECT id FROM bibliography_reference r WHERE left(title_key, %s) < w.key
     ORDER BY left(title_key, %s) DESC LIMIT %s)) r
"""
Bucket = tuple[object, list[int]]


def _fetched(query: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def _holders(records: Sequence[Incoming]) -> Iterable[Bucket]:
    """Who has any of the records' identifiers, accepted or not."""
    pairs = {pair for record in records for pair in record.of_documents}
    schemes, values = [scheme for scheme, _ in pairs], [value for _, value in pairs]
    found = defaultdict(list)
    for scheme, value, id in _fetched(_HOLDERS, schemes, values, MOST + 1):
        found[(scheme, value)].append(id)
    return found.items()


def _equally_titled(records: Sequence[Incoming]) -> Iterable[Bucket]:
    """References whose title begins as one of the records' does."""
    keys = {record.key for record in records if record.key}
    found = defaultdict(list)
    for key, id in _fetched(_EQUALLY_TITLED, list(keys), KEY_LENGTH, MOST + 1):
        found[key].append(id)
    return found.items()


def _untitled(records: Sequence[Incoming]) -> Iterable[Bucket]:
    """References without a title by the first author of a record without one."""
    authors = {r.fields["first_author"] for r in records if not r.key}
    authors.discard("")
    found = defaultdict(list)
    for author, id in _fetched(_UNTITLED, list(authors), MOST + 1) if authors else ():
        found[author].append(id)
    return found.items()


def _by_author(
    buckets: Iterable[tuple[str, int]],
) -> Iterable[tuple[tuple[str, int], list[tuple[int, str]]]]:
    """The references of some first authors in some years, with their titles."""
    wanted = list(buckets)
    authors, years = [author for author, _ in wanted], [year for _, year in wanted]
    found = defaultdict(list)
    rows = _fetched(_BY_AUTHOR, authors, years, MOST + 1) if wanted else ()
    for author, year, id, title in rows:
        found[(author, year)].append((id, title))
    return found.items()


def _neighbours_of(keys: Iterable[str]) -> set[int]:
    """References whose titles stand next to some in the order of titles."""
    length = [KEY_LENGTH, KEY_LENGTH, NEIGHBOURS]
    return {id for (id,) in _fetched(_NEXT_TITLES, list(keys), *length, *length)}


def _place_by_title(known: Known) -> list[tuple[str, int]]:
    """Its place in the order of titles; none where author or year is unknown."""
    fields = known.fields
    is_whole = fields["first_author"] and fields["year"]
    return [(str(fields["title_key"]), known.id)] if is_whole else []


def _near(year: int) -> tuple[int, ...]:
    return (year - 1, year, year + 1)


class Marks(NamedTuple):
    """What tells two works of one author apart at a first glance."""

    pmids: frozenset[str]
    numbers: frozenset[str]  # in the title; small ones may be written as words


def _marks(title: str, named: Iterable[tuple[str, str]]) -> Marks:
    return Marks(
        frozenset(value for scheme, value in named if scheme == "pmid"),
        frozenset(w for w in filter(str.isdigit, title.split()) if len(w) > 2),
    )


def _tell_apart(a: Marks, b: Marks) -> bool:
    """Whether PubMed's numbers tell two apart, or their titles count differently."""
    if a.numbers != b.numbers:
        return True
    return bool(a.pmids and b.pmids) and a.pmids.isdisjoint(b.pmids)


def _share_words(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two titles have so many words in common that their letters count."""
    return len(words & others) > _AUTHOR_WORDS * max(1, min(len(words), len(others)))
