"""A list corrected by what was found: only where it is sure which work is meant.

An entry that *differs* is corrected where the record carries the identifier that it
states, or where a person takes the record's word; all others stay as they are written.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from articles.checking.findings import FoundRecord
from articles.reference_lists.checked import CheckedEntry
from articles.reference_lists.listed import ListedWork
from articles.words import ListState
from bibliography.records import Identifier, Record, RecordType
from texts.names import Name, split_name

_PLACE = ("journal", "volume", "issue", "pages")
_CORRECTS = {  # what of a record stands for a field that disagrees
    "authors": ("authors",),
    "year": ("year",),
    "title": ("title",),
    "journal": _PLACE,  # the rest of the place is that of the journal
    "volume": ("volume", "issue"),
    "page": ("pages",),
    "identifier": ("doi", "pmid"),
}


@dataclass(frozen=True)
class Change:
    """One value of one entry, as it is written and as it is corrected."""

    number: int
    field: str
    before: str
    after: str
    told_by: str


@dataclass(frozen=True)
class Corrected:
    """A list with its changes; ``unread`` are entries that no file can hold."""

    works: Sequence[ListedWork]
    changes: Sequence[Change]
    unread: Sequence[ListedWork]

    def records(self, format: str) -> Iterator[Record]:
        """The entries in their order, to be written in a format.

        What is cut at "et al." says so, as far as the format can.
        """
        for work in self.works:
            record = work.record
            if record.authors and not work.all_authors:
                record = replace(record, authors=(*record.authors, _others(format)))
            yield record


def _others(format: str) -> Name:
    return Name("others") if format == "bibtex" else Name("et al.", is_group=True)


def correctable(entry: CheckedEntry) -> bool:
    """Whether an entry can be corrected, with a person's word or without."""
    return entry.state is ListState.DIFFERS and entry.nearest is not None


def is_sure(entry: CheckedEntry) -> bool:
    """Whether the record found carries the identifier that the entry states.

    One that names fewer authors may name the first alone: a person decides.
    """
    found = entry.nearest
    if not (correctable(entry) and found and "identifier" in found.agrees):
        return False
    drops_authors = len(found.authors) < len(entry.work.record.authors)
    return not (drops_authors and "authors" in found.disagrees)


def corrected(entries: Sequence[CheckedEntry], taken: Set[int]) -> Corrected:
    """The list with the entries corrected that are ``taken``, by their number.

    Those that cannot be corrected stay as they are, whatever is taken.
    """
    works, changes, unread = [], [], []
    for entry in sorted(entries, key=lambda one: one.number):
        work = entry.work
        if entry.number in taken and correctable(entry) and entry.nearest:
            made = _corrected(work, entry.nearest)
            changes += _changes(work, made, entry.nearest)
            work = made
        (unread if work.problem else works).append(work)
    return Corrected(works, changes, unread)


def _corrected(work: ListedWork, found: FoundRecord) -> ListedWork:
    """An entry with the record's values in the fields that disagree."""
    told = _told(found)
    names = {name for field in found.disagrees for name in _CORRECTS.get(field, ())}
    values = {name: told[name] for name in names if name in told}
    if "year" in values:
        values["date"] = str(found.year or "")
    if "journal" in names:
        values["type"] = RecordType(found.type)
    if "doi" in names:
        values["identifiers"] = _identifiers(work.record, found)
    is_whole = work.all_authors or "authors" in names
    return replace(work, record=replace(work.record, **values), all_authors=is_whole)


def _told(found: FoundRecord) -> dict[str, object]:
    return {
        "authors": tuple(map(_name, found.authors)),
        "year": found.year,
        "title": found.title,
        "journal": found.journal,
        "volume": found.volume,
        "issue": found.issue,
        "pages": found.pages,
    }


def _name(written: str) -> Name:
    return split_name(written)


def _identifiers(record: Record, found: FoundRecord) -> tuple[Identifier, ...]:
    """The record's own identifiers in place of those that lead elsewhere."""
    rest = [i for i in record.identifiers if i.scheme not in ("doi", "pmid", "pmcid")]
    own = [
        Identifier(scheme, value)
        for scheme, value in (("doi", found.doi), ("pmid", found.pmid))
        if value
    ]
    return (*own, *rest)


def _changes(before: ListedWork, after: ListedWork, found: FoundRecord) -> list[Change]:
    by = ", ".join(found.told_by)
    changes = []
    for name in ("title", "authors", "year", *_PLACE, "identifiers"):
        old, new = getattr(before.record, name), getattr(after.record, name)
        if old != new:
            changes.append(Change(before.number, name, _said(old), _said(new), by))
    return changes


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(
            f"{one.scheme.upper()} {one.value}"
            if isinstance(one, Identifier)
            else str(one)
            for one in value
        )
    return str(value or "")
