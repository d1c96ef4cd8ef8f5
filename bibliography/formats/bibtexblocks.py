"""The entries of a BibTeX file, cut out and parsed, with what they take from others.

A record begins at "@type{" at the start of a line; each is parsed on its own, so that
one with unbalanced braces does not swallow the next.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import bibtexparser
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Field,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.model import Entry as BibEntry

from bibliography.formats.entry import LONGEST as LONGEST_RECORD
from bibliography.formats.entry import Entry
from bibliography.formats.source import Source
from bibliography.formats.strangers import begins, is_of
from bibliography.records import Problem

# What the library logs comes back as a block, which is said of the record.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False

Pairs = list[tuple[str, str]]

BEGIN = re.compile(r"^\s*@\s*([A-Za-z]+)\s*[{(]")
_NO_RECORD = frozenset({"comment", "preamble"})


LONGEST = 100_000  # characters of a value that strings are put in
# So many times as long a file may grow by what its entries put in, and so much more;
# and what strings may take of one another, which takes room and nearly no time.
_TIMES, _MORE, _MORE_IN_STRINGS = 10, 50_000, 2_000_000


class Growth:
    """How far a file may grow by strings and by what its entries take from others."""

    def __init__(self, size: int, more: int = _MORE) -> None:
        self._left = _TIMES * size + more

    def by(self, characters: int) -> None:
        """Count what is put in. Raises ValueError where it is more than files need."""
        self._left -= characters
        if self._left < 0:
            raise ValueError(
                "The file grows beyond ten times its length by its @strings and by what"
                " its entries take from others, so it is not read on."
            )


class Strings(dict[str, str]):
    """The strings of a file by their names in small letters."""

    def put(self, name: str, before: int, growth: Growth) -> str:
        """What stands for a name; ``before``: so long the value is already.

        Raises ValueError where it, or the file, grows too long.
        """
        value = self.get(name.lower())
        if value is None:
            return name
        if before + len(value) > LONGEST:
            raise ValueError(
                f"With its @string “{name[:40]}” a value grows beyond {LONGEST:,}"
                " characters, so the file is not read on."
            )
        growth.by(len(value))
        return value


def entries(source: Source, growth: Growth) -> Iterator[Entry | Problem]:
    """Every entry with its fields in lower case, strings put in, in the file's order.

    The pairs begin with ENTRYTYPE and ID. Raises ValueError with a sentence where the
    strings grow too long.
    """
    strings, in_strings = Strings(), Growth(source.size, _MORE_IN_STRINGS)
    number = 0
    for at, text in _blocks(source):
        if len(text) > LONGEST_RECORD:
            number += 1
            yield Entry(number=number, line=at, raw_lines=[text]).endless()
            continue
        for block in _parsed(text):
            if isinstance(block, String):
                value = _bare(str(block.value), strings, in_strings)
                strings[block.key.lower()] = value
            elif isinstance(block, (BibEntry, ParsingFailedBlock)):
                number += 1
                entry = Entry(number=number, line=at)
                put_in = partial(_bare, strings=strings, growth=growth)
                yield _entry(entry, block, text, put_in)
            elif isinstance(block, ImplicitComment):
                for raw in _strangers(block.comment):
                    number += 1
                    line = at + text.count("\n", 0, text.find(raw))
                    yield Problem(number, line, is_of(raw), "“@type{key, …}”", raw)


_STRANGER = re.compile(rf"^(?={begins('ris', 'nbib', 'refer', 'ciw', 'csl')})", re.M)


def _strangers(text: str) -> list[str]:
    """The records of other formats that stand between entries."""
    return [piece.strip() for piece in _STRANGER.split(text)[1:]]


def _blocks(source: Source) -> Iterator[tuple[int, str]]:
    """(line, text) of everything that begins with "@" and is no comment.

    What stands before the first comes too. Of one that is longer than any record is
    no more comes than shows that.
    """
    lines: list[str] | None = []
    began, length = 1, 0
    for at, line in enumerate(source.lines(LONGEST_RECORD), 1):
        found = BEGIN.match(line)
        if found:
            if lines is not None:
                yield began, "\n".join(lines)
            lines = None if found[1].lower() in _NO_RECORD else []
            began = at
            length = 0
        if lines is not None and length <= LONGEST_RECORD:
            lines.append(line)
            length += len(line)
    if lines is not None:
        yield began, "\n".join(lines)


def _parsed(text: str) -> list[object]:
    """The blocks of one piece of text, values untouched."""
    library = bibtexparser.parse_string(text, parse_stack=[])
    return list(library.blocks)


def _entry(
    entry: Entry,
    block: BibEntry | ParsingFailedBlock,
    text: str,
    bare: Callable[[str], str],
) -> Entry | Problem:
    """The fields of one parsed block, or why there are none.

    ``bare`` gives a value without its delimiters, strings put in.
    """
    entry.raw_lines = [(block.raw or text).rstrip()]
    if isinstance(block, (DuplicateFieldKeyBlock, DuplicateBlockKeyBlock)):
        entry.warnings.append("A field stands twice; both values are kept.")
        block = block.ignore_error_block
    if isinstance(block, BibEntry):
        unparted = [field.key for field in block.fields if _holds_a_field(field)]
        if unparted:
            return Problem(
                entry.number,
                entry.line,
                f"no comma stands behind the field “{unparted[0]}”",
                "a comma between fields",
                entry.raw,
            )
        entry.pairs = [("ENTRYTYPE", block.entry_type.lower()), ("ID", block.key or "")]
        entry.pairs += [(f.key.lower(), bare(str(f.value))) for f in block.fields]
        return entry
    entry.raw_lines = [text.rstrip()]
    entry.pairs = _by_lines(text, bare)
    if len(entry.pairs) > 2:
        entry.warnings.append(
            "Its braces, quotes or commas do not fit together; its fields were read"
            " line by line."
        )
        return entry
    return Problem(
        entry.number,
        entry.line,
        "its braces, quotes or commas do not fit together",
        "“@type{key, field = {value}, …}”",
        entry.raw,
    )


_ANOTHER_FIELD = re.compile(r"(?:^|[\s\0])[A-Za-z][\w-]*\s*=\s*[\0\w]")


def _holds_a_field(field: Field) -> bool:
    """Whether behind a field's value another begins: "{A title} year = {2012}"."""
    value = str(field.value)
    return "=" in value and bool(_ANOTHER_FIELD.search(_outside(value)))


def _outside(value: str) -> str:
    """What stands outside of braces and quotes; each of those is a NUL."""
    depth, quoted, kept = 0, False, []
    for sign in re.findall(r"\\.|.", value, re.S):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == '"' and depth == 0:
            quoted = not quoted
        inside = depth > 0 or quoted
        closes = sign in ('"', "}") and not inside
        kept.append("" if inside else "\0" if closes else sign)
    return "".join(kept)


# --- entries that do not parse ---

_HEAD = re.compile(r"^\s*@\s*([A-Za-z]+)\s*[{(]\s*([^\s,{}]*)")
_FIELD_LINE = re.compile(r"^\s*(?:,\s*)?([A-Za-z][\w:-]*)\s*=\s*(.*)$")


def _by_lines(text: str, bare: Callable[[str], str]) -> Pairs:
    """The fields that begin a line each, up to the next one that does."""
    head = _HEAD.match(text)
    pairs = [("ENTRYTYPE", head[1].lower()), ("ID", head[2])] if head else []
    said: list[list[str]] = []
    for line in text.split("\n")[1:]:
        found = _FIELD_LINE.match(line)
        if found:
            said.append([found[1].lower(), found[2]])
        elif said and line.strip(" \t},)"):
            said[-1].append(line)
    for name, *lines in said:
        value = "\n".join(lines).strip().rstrip(",").strip()
        pairs.append((name, bare(value).lstrip('{"')))
    return pairs


# --- values ---


def _bare(value: str, strings: Strings, growth: Growth) -> str:
    """A value without its delimiters; "#" joins, names of strings are replaced."""
    value = value.strip()
    if value[:1] == "{" and value[-1:] == "}" and "#" not in value:
        return value[1:-1].strip()
    parts, length = [], 0
    for part in _concatenated(value):
        delimited = part[:1] + part[-1:] in ("{}", '""') and len(part) > 1
        parts.append(part[1:-1] if delimited else strings.put(part, length, growth))
        length += len(parts[-1])
    return "".join(parts).strip()


def _concatenated(value: str) -> Iterator[str]:
    """The parts of a value around "#" outside of braces and quotes."""
    depth, quoted, part = 0, False, ""
    for sign in re.findall(r"\\.|.", value, re.S):  # an escaped brace is no brace
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == '"' and depth == 0:
            quoted = not quoted
        if sign == "#" and depth == 0 and not quoted:
            yield part.strip()
            part = ""
        else:
            part += sign
    yield part.strip()


# --- what an entry takes from others ---

_NAMES_PARENT = re.compile(r"\b(?:crossref|xdata)\s*=\s*[{\"]?([^}\"]+)", re.I)
# What names the parent itself stays with it.
_ITS_OWN = frozenset(
    "ENTRYTYPE ID title subtitle titleaddon shorttitle booktitle crossref xref xdata"
    " ids author doi url urldate pmid pmcid pmc eprint eprinttype archiveprefix"
    " abstract keywords keyword note annote annotation pages type file".split()
)
_LONGEST_CHAIN = 5


def parents_in(source: Source) -> dict[str, Pairs]:
    """The fields of the entries that others name as theirs, by key in lower case."""
    wanted = {
        key.strip().lower()
        for line in source.lines()
        if "=" in line
        for found in _NAMES_PARENT.findall(line)
        for key in found.split(",")
    }
    if not wanted:
        return {}
    parents: dict[str, Pairs] = {}
    for entry in entries(source, Growth(source.size)):
        if isinstance(entry, Entry):
            key = entry.pairs[1][1].lower()
            if key in wanted:
                parents.setdefault(key, entry.pairs)
    return parents


def lend(
    parents: Mapping[str, Pairs], pairs: Pairs, growth: Growth, depth: int = 0
) -> None:
    """Add to an entry's fields those it takes by "xdata" and "crossref".

    biblatex manual, section 2.4.1 and appendix B: what the entry says itself stands;
    a parent's title is its part's "booktitle"; of @xdata every field is taken.
    """
    if not parents or depth > _LONGEST_CHAIN:
        return
    for name in ("xdata", "crossref"):
        for keys in [value for field, value in pairs if field == name]:
            for key in keys.split(","):
                theirs = list(parents.get(key.strip().lower(), ()))
                lend(parents, theirs, growth, depth + 1)
                own = len(pairs)
                _add(pairs, theirs, whole=name == "xdata")
                growth.by(sum(len(value) for _, value in pairs[own:]))


def _add(pairs: Pairs, theirs: Pairs, whole: bool) -> None:
    """The fields of another entry that an entry does not have."""
    own = {name for name, _ in pairs}
    title = next((value for name, value in theirs if name == "title"), "")
    kind = pairs[0][1]
    kept = {"ENTRYTYPE", "ID", "ids", "crossref"} if whole else _ITS_OWN
    if kind == "inbook":
        kept = kept - {"author"}
    pairs += [pair for pair in theirs if pair[0] not in own | kept]
    if not whole and title and not own & {"booktitle", "journal", "journaltitle"}:
        pairs.append(("booktitle", title))
