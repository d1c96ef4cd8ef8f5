"""The references that records of a file may be: found for many records at once.

What the store has is asked for in five queries a thousand records; what the same
records add is remembered beside it, so that a file's own doubles are seen too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db import connection

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
from core.ids import among
from texts.identifiers import normalise_address
from texts.names import Name

LONGEST = 300  # characters of an identifier's value
SCHEMES = frozenset(Identifier.Scheme)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = re.compile(r"\\u0000|\\u[dD][89a-fA-F]")  # the same as JSON writes it
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

    @property
    def words(self) -> frozenset[str]:
        """The words of the normalised title."""
        if self._words is None:
            self._words = frozenset(str(self.fields["title_key"]).split())
        return self._words

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
        self._by_identifier: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._by_key: dict[str, set[int]] = defaultdict(set)
        self._by_author: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._untitled: dict[str, set[int]] = defaultdict(set)  # by first author
        self._load(records)

    def add(self, known: Known, owned: Iterable[tuple[str, str]]) -> None:
        """Remember a reference, also one that is about to be made."""
        self.by_id[known.id] = known
        self.owner.update(dict.fromkeys(owned, known.id))
        for pair in known.identifiers:
            self._by_identifier[pair].add(known.id)
        self._by_key[str(known.fields["title_key"])[:KEY_LENGTH]].add(known.id)
        author, year = known.fields["first_author"], known.fields["year"]
        if author and year:
            self._by_author[(str(author), int(year))].add(known.id)
        if author and not known.fields["title_key"]:
            self._untitled[str(author)].add(known.id)

    def candidates(self, record: Incoming) -> list[Known]:
        """The references that share an identifier or a near title, oldest first.

        Of a record without a title, also those without one of the same first author.
        """
        ids: set[int] = set()
        for pair in record.of_documents:
            ids |= self._by_identifier.get(pair, set())
        if record.key:
            ids |= self._by_key.get(record.key, set())
            for year in (record.year - 1, record.year, record.year + 1):
                for id in self._by_author.get((record.author, year), ()):
                    if _share_words(record.words, self.by_id[id].words):
                        ids.add(id)
        else:
            ids |= self._untitled.get(str(record.fields["first_author"]), set())
        return [self.by_id[id] for id in sorted(ids)]

    # --- reading ---

    def _load(self, records: Sequence[Incoming]) -> None:
        """Everything the store has on any of the records."""
        ids = _holders(records) | _equally_titled(records) | _by_author(records)
        ids |= _untitled(records)
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
        for row in rows:
            if row["id"] not in moved:
                fields = {name: row[name] for name in COLUMNS}
                gone = row["withdrawn_at"] is not None
                known = Known(row["id"], fields, identifiers[row["id"]], gone)
                self.add(known, owned[row["id"]])

    def _identifiers(self, ids: set[int], moved: dict[int, int]) -> list[tuple]:
        """All identifiers of some references."""
        rows = Identifier.objects.filter(among("reference", ids | {*moved.values()}))
        return list(rows.values_list("reference", "scheme", "value", "accepted"))

    def _rows(self, ids: set[int]) -> list[dict]:
        columns = ("id", "merged_into", "withdrawn_at", *COLUMNS)
        return list(Reference.objects.filter(among("pk", ids)).values(*columns))


# OFFSET 0 keeps the planner from joining otherwise: it would read the whole table where
# it knows too little of it, as of one that an import has just begun to fill.
_HOLDERS = """
SELECT i.reference_id FROM unnest(%s::text[], %s::text[]) w (scheme, value), LATERAL
    (SELECT reference_id FROM bibliography_identifier i
     WHERE i.scheme = w.scheme AND i.value = w.value OFFSET 0) i
"""
_EQUALLY_TITLED = """
SELECT r.id FROM unnest(%s::text[]) w (key), LATERAL
    (SELECT id FROM bibliography_reference r
     WHERE left(title_key, %s) = w.key OFFSET 0) r
"""
_UNTITLED = """
SELECT r.id FROM unnest(%s::text[]) w (author), LATERAL
    (SELECT id FROM bibliography_reference r
     WHERE r.first_author = w.author AND r.title_key = '' OFFSET 0) r
"""
_BY_AUTHOR = """
SELECT r.id, w.author, w.year, r.title_key
FROM unnest(%s::text[], %s::int[]) w (author, year), LATERAL
    (SELECT id, title_key FROM bibliography_reference r
     WHERE r.first_author = w.author AND r.year BETWEEN w.year - 1 AND w.year + 1
     OFFSET 0) r
"""


def _fetched(query: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def _holders(records: Sequence[Incoming]) -> set[int]:
    """Who has any of the records' identifiers, accepted or not."""
    pairs = {pair for record in records for pair in record.of_documents}
    schemes, values = [scheme for scheme, _ in pairs], [value for _, value in pairs]
    return {id for (id,) in _fetched(_HOLDERS, schemes, values)}


def _equally_titled(records: Sequence[Incoming]) -> set[int]:
    """References whose title begins as one of the records' does."""
    keys = {record.key for record in records if record.key}
    return {id for (id,) in _fetched(_EQUALLY_TITLED, list(keys), KEY_LENGTH)}


def _untitled(records: Sequence[Incoming]) -> set[int]:
    """References without a title by the first author of a record without one."""
    authors = {r.fields["first_author"] for r in records if not r.key}
    authors.discard("")
    return {id for (id,) in _fetched(_UNTITLED, list(authors))} if authors else set()


def _by_author(records: Sequence[Incoming]) -> set[int]:
    """References of the same first author in near years, with words in common."""
    words: dict[tuple[str, int], set[frozenset[str]]] = defaultdict(set)
    for record in records:
        if record.author:
            words[(record.author, record.year)].add(record.words)
    authors, years = [author for author, _ in words], [year for _, year in words]
    found = set()
    for id, author, year, title in _fetched(_BY_AUTHOR, authors, years):
        own = frozenset(title.split())
        if any(_share_words(own, each) for each in words[(author, year)]):
            found.add(id)
    return found


def _share_words(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two titles have so many words in common that their letters count."""
    return len(words & others) > _AUTHOR_WORDS * max(1, min(len(words), len(others)))
