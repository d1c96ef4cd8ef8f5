"""The references that records of a file may be: found for many records at once.

What the store has is asked for in five queries a thousand records; what the same
records add is remembered beside it, so that a file's own doubles are seen too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Left

from core.copying import storable
from studies.actions.references import fields_of
from studies.models import Identifier, Reference
from studies.models.reference import KEY_LENGTH
from studies.records import Identifier as Named
from studies.records import Name, Record, RecordType, name_from_json, record_from_json

SERIES = frozenset({"issn"})  # they name a journal, never one document
LONGEST = 300  # characters of an identifier's value
SCHEMES = frozenset(Identifier.Scheme.values)
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

    @property
    def key(self) -> str:
        """The beginning of the normalised title."""
        return str(self.fields["title_key"])[:KEY_LENGTH]

    @property
    def author_years(self) -> list[tuple[str, int]]:
        """First author and year, and the years beside it; empty if one is unknown."""
        author, year = str(self.fields["first_author"]), self.record.year
        if not author or not year:
            return []
        return [(author, near) for near in (year - 1, year, year + 1)]


def incoming(record: Record) -> Incoming:
    """A record with its columns; what no column can hold is said in a warning."""
    warnings = list(record.warnings)
    if _is_suspect(record.raw):
        record = _storable(record)
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
    return Incoming(record, dict(fields_of(record)), named, tuple(warnings))


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

    def candidates(self, record: Incoming) -> list[Known]:
        """The references that share an identifier or a near title, oldest first."""
        ids: set[int] = set()
        for scheme, value, _ in record.named:
            if scheme not in SERIES:
                ids |= self._by_identifier.get((scheme, value), set())
        if record.key:
            ids |= self._by_key.get(record.key, set())
            words = set(str(record.fields["title_key"]).split())
            for pair in record.author_years:
                same = self._by_author.get(pair, ())
                ids.update(id for id in same if self._near(id, words))
        return [self.by_id[id] for id in sorted(ids)]

    def _near(self, id: int, words: set[str]) -> bool:
        others = set(str(self.by_id[id].fields["title_key"]).split())
        shared = len(words & others)
        return shared > _AUTHOR_WORDS * max(1, min(len(words), len(others)))

    # --- reading ---

    def _load(self, records: Sequence[Incoming]) -> None:
        """Everything the store has on any of the records."""
        held = self._holders(records)
        ids = {id for id, _, _, _ in held} | self._near_by_words(records)
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

    def _holders(self, records: Sequence[Incoming]) -> list[tuple]:
        """Who has any of the records' identifiers, accepted or not."""
        pairs = {
            (scheme, value)
            for record in records
            for scheme, value, _ in record.named
            if scheme not in SERIES
        }
        return _fetched(
            "SELECT reference_id, i.scheme, i.value, accepted FROM studies_identifier i"
            " JOIN unnest(%s::text[], %s::text[]) w (scheme, value)"
            " ON i.scheme = w.scheme AND i.value = w.value",
            pairs,
        )

    def _identifiers(self, ids: set[int], moved: dict[int, int]) -> list[tuple]:
        """All identifiers of some references."""
        rows = Identifier.objects.filter(reference__in=ids | set(moved.values()))
        return list(rows.values_list("reference", "scheme", "value", "accepted"))

    def _near_by_words(self, records: Sequence[Incoming]) -> set[int]:
        """References with an equal title, or of the same author in near years."""
        keys = {record.key for record in records if record.key}
        same_key = (
            Reference.objects.annotate(key=Left("title_key", KEY_LENGTH))
            .filter(key__in=keys)
            .values_list("pk", flat=True)
        )
        return set(same_key) | _by_author_and_year(records)

    def _rows(self, ids: set[int]) -> list[dict]:
        columns = ("id", "merged_into", "withdrawn_at", *COLUMNS)
        return list(Reference.objects.filter(Q(pk__in=ids)).values(*columns))


def _fetched(query: str, pairs: set[tuple]) -> list[tuple]:
    """The rows of a query that joins pairs, given as two arrays."""
    if not pairs:
        return []
    with connection.cursor() as cursor:
        cursor.execute(query, [list(each) for each in zip(*pairs, strict=True)])
        return cursor.fetchall()


def _by_author_and_year(records: Sequence[Incoming]) -> set[int]:
    """References of the same first author in near years, with words in common."""
    words: dict[tuple[str, int], list[set[str]]] = defaultdict(list)
    for record in records:
        title = set(str(record.fields["title_key"]).split())
        for pair in record.author_years:
            words[pair].append(title)
    found = _fetched(
        "SELECT id, r.first_author, r.year, title_key FROM studies_reference r"
        " JOIN unnest(%s::text[], %s::int[]) w (author, year)"
        " ON r.first_author = w.author AND r.year = w.year",
        set(words),
    )
    return {
        id
        for id, author, year, title in found
        if _shares_words(set(title.split()), words[(author, year)])
    }


def _shares_words(title: set[str], others: Iterable[set[str]]) -> bool:
    return any(
        len(title & other) > _AUTHOR_WORDS * max(1, min(len(title), len(other)))
        for other in others
    )
