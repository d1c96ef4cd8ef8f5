"""The works a text cites: its list's entries, and those that only a marker names."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from articles.reading.citing.addresses import Address, identifier_keys, identify
from articles.reading.citing.markers import YearMarker
from articles.reading.document import Author, ReferenceEntry
from articles.reading.lists.names import ORGANISATION, fold, same_surname

OTHERS = re.compile(r"\bet\.? al\b|\b(?:and|&) (?:others|colleagues)\b|…|\.\.\.", re.I)
LINKED = re.compile(r"https?://[^\s<>\[\]()]+")


@dataclass(slots=True)
class Works:
    """The works cited: the list's entries, and those added for want of an entry."""

    entries: list[ReferenceEntry]
    listed: int = field(init=False)
    by_number: dict[int, tuple[int, ...]] = field(init=False)
    by_name: dict[str, tuple[int, ...]] = field(init=False)
    by_year: dict[int | None, list[int]] = field(init=False)
    by_address: dict[str, int] = field(init=False)
    added: dict[tuple[str, ...], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.listed = len(self.entries)
        self.by_name = _by_label(self.entries)
        self.by_number = {
            int(label): places
            for label, places in self.by_name.items()
            if label.isdecimal()
        }
        self.by_year = defaultdict(list)
        self.by_address = {}
        for index, entry in enumerate(self.entries):
            self.by_year[entry.year].append(index)
            for key in _keys_of(entry):
                self.by_address.setdefault(key, index)

    def numbered(self, number: int) -> tuple[int, ...]:
        """Return the works of a number: two may share it; added where none has it."""
        label = str(number)
        return self.by_number.get(number) or (
            self._add(("number", label), ReferenceEntry(raw="", label=label)),
        )

    def footnoted(self, name: str) -> tuple[int, ...]:
        """Return the works of a footnote's name, added where no footnote has it."""
        return self.by_name.get(name.casefold()) or (
            self._add(("footnote", name.casefold()), ReferenceEntry("", label=name)),
        )

    def addressed(self, address: Address, words: str) -> int:
        """Return the work that an address or identifier leads to."""
        known = self.known(address)
        if known is not None:
            return known
        entry = ReferenceEntry(
            raw=words if address.url in words else f"{words}, {address.url}",
            label=address.label,
            doi=address.doi,
            pmid=address.pmid,
            isbn=address.other[5:] if address.other.startswith("ISBN ") else "",
            url=address.url,
        )
        index = self._add(("address", *address.keys), entry)
        self.by_address.update(dict.fromkeys(address.keys, index))
        return index

    def identify(self, index: int, address: Address) -> None:
        """Add what an address says to a work, where the work lacks it."""
        entry = self.entries[index]
        self.entries[index] = replace(
            entry,
            doi=entry.doi or address.doi,
            pmid=entry.pmid or address.pmid,
            url=entry.url or address.url,
        )
        for key in address.keys:
            self.by_address.setdefault(key, index)

    def known(self, address: Address) -> int | None:
        """Return the work that an address leads to, where one has it already."""
        return next(
            (self.by_address[key] for key in address.keys if key in self.by_address),
            None,
        )

    def answer(self, marker: YearMarker, words: str) -> int | None:
        """Return the work that a marker cites; None where it is no citation."""
        fitting = [
            index
            for year in marker.years
            for index in self.by_year.get(year, ())
            if self.entries[index].authors
            and same_author(marker.authors[0], self.entries[index].authors[0])
            and not self._contradicts(index, marker)
        ]
        if fitting:
            return self._chosen(fitting, marker)
        if not marker.sure and not ORGANISATION.search(marker.authors[0]):
            return None
        entry = ReferenceEntry(
            raw=words,
            label=marker.label,
            people=tuple(map(Author, marker.authors)),
            year=marker.year,
        )
        key = (fold(marker.authors[0]), str(marker.year), marker.letter)
        return self._add(key, entry)

    def named(self, entry: ReferenceEntry) -> int:
        """Return the work of a study that the text describes, listed or added."""
        if entry.authors and entry.year:
            marker = YearMarker(0, 0, entry.authors[:1], entry.year, "", sure=True)
            return self.answer(marker, entry.raw) or 0
        return self._add(("named", fold(entry.raw)), entry)

    def noted(self, entry: ReferenceEntry) -> int:
        """Return the work of a note in the text: a listed one, or one added."""
        for key in _keys_of(entry):
            if key in self.by_address:
                return self.by_address[key]
        return self._add(("noted", fold(entry.raw)), entry)

    def _add(self, key: tuple[str, ...], entry: ReferenceEntry) -> int:
        if key not in self.added:
            self.added[key] = len(self.entries)
            self.entries.append(entry)
        return self.added[key]

    def _contradicts(self, index: int, marker: YearMarker) -> bool:
        """Say whether an entry names other co-authors than a marker that names all."""
        entry = self.entries[index]
        if len(marker.authors) < 2 or OTHERS.search(entry.raw):
            return False
        if len(entry.authors) > 1:
            return not any(
                same_author(marker.authors[1], other) for other in entry.authors[1:]
            )
        return fold(marker.authors[1]) not in fold(entry.raw)

    def _chosen(self, fitting: list[int], marker: YearMarker) -> int:
        """Choose among entries of one author and year: by letter, then co-authors."""
        if marker.letter:
            lettered = [
                index
                for index in fitting
                if re.search(
                    rf"\b{marker.year}{marker.letter}\b", self.entries[index].raw
                )
            ]
            place = ord(marker.letter) - ord("a")
            if lettered:
                return lettered[0]
            return fitting[place] if place < len(fitting) else fitting[0]
        return min(fitting, key=lambda index: (self._misfit(index, marker), index))

    def _misfit(self, index: int, marker: YearMarker) -> int:
        authors = self.entries[index].authors
        if len(marker.authors) > 1:
            agree = len(authors) > 1 and same_author(marker.authors[1], authors[1])
            return 0 if agree else 2
        return 0 if (len(authors) > 2) == marker.sure else 1


def _by_label(entries: Iterable[ReferenceEntry]) -> dict[str, tuple[int, ...]]:
    """Return the entries by label; only works of one ``<ref>`` share theirs."""
    found: dict[str, tuple[int, ...]] = {}
    first: dict[str, str] = {}
    for index, entry in enumerate(entries):
        label = entry.label.casefold()
        if label not in found:
            found[label], first[label] = (index,), entry.target
        elif entry.target and entry.target == first[label]:
            found[label] += (index,)
    return found


def _keys_of(entry: ReferenceEntry) -> list[str]:
    """Return what an entry can be found by: its identifiers, those in its links."""
    keys = identifier_keys(entry.doi, entry.pmid)
    for link in LINKED.findall(entry.raw):
        found = identify(link.rstrip(".,;"))
        keys += found.keys if found else ()
    return keys


def same_author(cited: str, listed: str) -> bool:
    """Say whether a marker names an author, who may be listed with two surnames."""
    if same_surname(cited, listed) or listed.lower().endswith(f" {cited.lower()}"):
        return True
    parts = re.split(r"[ \-‐]", listed)
    if len(parts) > 1 and fold(cited) in (fold(parts[-1]), fold(parts[0])):
        return not ORGANISATION.search(listed)
    initials = "".join(part[0] for part in parts if part[:1].isupper())
    return len(cited) > 1 and cited.isupper() and cited == initials
