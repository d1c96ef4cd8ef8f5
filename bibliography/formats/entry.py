"""One record of a file on its way to being read: its tags, its raw text, its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bibliography.formats.calendars import impossible_day
from bibliography.formats.fields import first_date, is_iso, stated
from bibliography.formats.notices import in_notes, in_title, on_record
from bibliography.records import Identifier, Problem, Record

# What no record has, and whatever is longer takes more room than a reader may: beyond
# that its lines are not kept, and it is no record.
LONGEST = 10_000_000  # characters of one record
MOST_FIELDS = 100_000
SHOWN = 10_000  # characters of such a record


@dataclass(slots=True)
class Entry:
    """The (tag, value) pairs of one record, in the file's order, and where it stood.

    Lines beyond ``LONGEST`` characters or ``MOST_FIELDS`` fields leave no trace but the
    first one's beginning, and that it ``is_endless``.
    """

    number: int = 0
    line: int = 0
    pairs: list[tuple[str, str]] = field(default_factory=list)
    raw_lines: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    is_endless: bool = False
    _length: int = 0
    _by_tag: dict[str, list[str]] = field(default_factory=dict)
    _more: list[str] = field(default_factory=list)  # lines of one pair's value
    _more_of: int = 0  # its place

    @property
    def raw(self) -> str:
        """The record's own text."""
        return "\n".join(self.raw_lines)

    def add(self, tag: str, value: str, line: str) -> None:
        """A field, and the line that it begins on."""
        if self.keeps(line):
            self.pairs.append((tag, value))

    def go_on(self, line: str, separate: Iterable[str] = ()) -> None:
        """A line without a tag, which belongs to the last value."""
        if self.keeps(line):
            self.continue_last(line, separate)

    def keeps(self, line: str) -> bool:
        """Whether a line of the record still fits in; then it is kept as raw text."""
        self._length += len(line)
        if self._length > LONGEST or len(self.pairs) >= MOST_FIELDS:
            if not self.is_endless:
                self.raw_lines.append(line[:SHOWN])
            self.is_endless = True
            return False
        self.raw_lines.append(line)
        return True

    def endless(self) -> Problem:
        """That the record is longer than any is."""
        return Problem(
            self.number,
            self.line,
            "it is longer than any record is, and kept in the file alone",
            f"at most {LONGEST:,} characters and {MOST_FIELDS:,} fields",
            self.raw[:SHOWN],
        )

    def all(self, *tags: str) -> list[str]:
        """The values of some tags, in the tags' order, then the file's.

        Ask only once the entry is complete: the tags are sorted on first asking.
        """
        by_tag = self._by_tag or self._sorted()
        if len(tags) == 1:
            return by_tag.get(tags[0], [])
        return [value for tag in tags if tag in by_tag for value in by_tag[tag]]

    def _sorted(self) -> dict[str, list[str]]:
        """The values by their tag."""
        self.settle()
        for tag, value in self.pairs:
            if tag in self._by_tag:
                self._by_tag[tag].append(value)
            else:
                self._by_tag[tag] = [value]
        return self._by_tag

    def first(self, *tags: str) -> str:
        """The first of some tags that states something, as one line."""
        by_tag = self._by_tag or self._sorted()
        for tag in tags:
            for value in by_tag.get(tag, ()):
                if said := stated(value):
                    return said
        return ""

    def dated(self, values: Iterable[str]) -> str:
        """The date that some values state; what of them is none is said in a warning.

        Of another calendar it is as it is written.
        """
        said = [value for value in values if value]
        date = first_date(said)
        if date and not is_iso(date):
            self.warnings.append(
                f"“{date}” is of another calendar: its year is not known."
            )
        for doubt in filter(None, map(impossible_day, said)):
            if doubt not in self.warnings:
                self.warnings.append(doubt)
        return date

    def has(self, *tags: str) -> bool:
        """Whether any of the tags occurs."""
        return any(key in tags for key, _ in self.pairs)

    def continue_last(self, text: str, separate: Iterable[str] = ()) -> None:
        """Add a line that has no tag to the last value, or as one more of its kind."""
        if not self.pairs or not text.strip():
            return
        tag, _ = self.pairs[-1]
        if tag in separate:
            self.pairs.append((tag, text.strip()))
            return
        if self._more_of != len(self.pairs) - 1:
            self.settle()
            self._more_of = len(self.pairs) - 1
        self._more.append(text.strip())

    def settle(self) -> None:
        """Join the lines that were added to a value.

        Once for all of them: a value of many lines would be copied for each.
        """
        if self._more:
            tag, value = self.pairs[self._more_of]
            lines = [value, *self._more] if value else self._more
            self.pairs[self._more_of] = (tag, "\n".join(lines))
            self._more = []


def numbered(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of a file, each with its place, from 1."""
    for number, entry in enumerate(entries, 1):
        entry.number = number
        yield entry


def finished(entry: Entry, **said: Any) -> Record | Problem:
    """The record of an entry, or why it is none.

    ``said`` are the fields of ``Record``; ``told`` are notices that the file links to
    it, which are PubMed's word where the file ``is_pubmeds``. An entry that names no
    title, no author, no address and no identifier of the work (an ISSN names the
    journal) is no record.
    """
    entry.settle()
    if entry.is_endless:
        return entry.endless()
    own = [i for i in said.get("identifiers", ()) if _names_the_work(i)]
    if not (any(map(said.get, ("title", "authors", "url"))) or own):
        return Problem(
            entry.number,
            entry.line,
            "nothing says which work this is",
            "a title, an author, a DOI or a PubMed number",
            entry.raw,
        )
    told = [
        *said.pop("told", ()),
        *in_title(said.get("title", "")),
        *in_notes(said.get("notes", ())),
    ]
    is_pubmeds = bool(said.pop("is_pubmeds", False))
    notices = on_record(told, said.get("identifiers", ()), is_pubmeds) if told else ()
    if said.get("year") is None and not said.get("date"):
        entry.warnings.append("No year was found.")
    if not said.get("title"):
        entry.warnings.append("No title was found.")
    if sum(i.scheme == "doi" for i in own) > 1:
        entry.warnings.append("More than one DOI was found.")
    return Record(
        **said,
        fields=tuple(entry.pairs),
        raw=entry.raw,
        number=entry.number,
        line=entry.line,
        warnings=tuple(entry.warnings),
        notices=notices,
    )


def _names_the_work(identifier: Identifier) -> bool:
    return identifier.scheme != "issn"
