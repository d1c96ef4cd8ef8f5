"""Reference files in and out: one module a format, one table that registers them.

A module has ``looks_like(head)`` and ``read(source)``, a generator of ``Record`` and
``Problem`` that keeps the raw text of each; some have ``write(records)``, a generator
of pieces of text. To add a format, copy a sibling and add its line to ``FORMATS``.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from bibliography.formats import (
    bibtex,
    ciw,
    csl,
    endnote,
    jats,
    nbib,
    numbers,
    ovid,
    pubmed,
    refer,
    ris,
    table,
)
from bibliography.formats.source import Source, is_binary
from bibliography.formats.strangers import TAGGED, Own, is_of
from bibliography.records import Problem, Record
from texts.encodings import Detection, is_encoding


class FormatError(ValueError):
    """A file that is not what it says, in one sentence."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reference files: how to tell it, to read it, to write it."""

    name: str  # in commands and addresses
    label: str  # in pages
    extension: str
    media_type: str
    shows_by: str  # what every file of the format has, for refusals
    looks_like: Callable[[str], bool]
    read: Callable[..., Iterator[Record | Problem]]
    write: Callable[[Iterable[Record]], Iterator[str]] | None = None


# In the order in which a file's head is tried: the surest marks first.
FORMATS: tuple[Format, ...] = (
    Format(
        "pubmed",
        "PubMed XML",
        ".xml",
        "application/xml",
        "<PubmedArticle> elements",
        pubmed.looks_like,
        pubmed.read,
    ),
    Format(
        "endnote",
        "EndNote XML",
        ".xml",
        "application/xml",
        "<record> elements with <titles> or <ref-type>",
        endnote.looks_like,
        endnote.read,
    ),
    Format(
        "jats",
        "JATS XML",
        ".xml",
        "application/xml",
        "an <article> with a <ref-list>",
        jats.looks_like,
        jats.read,
    ),
    Format(
        "csl",
        "CSL-JSON",
        ".json",
        "application/vnd.citationstyles.csl+json",
        "a JSON array of items",
        csl.looks_like,
        csl.read,
        csl.write,
    ),
    Format(
        "bibtex",
        "BibTeX",
        ".bib",
        "application/x-bibtex",
        "entries such as “@article{key,”",
        bibtex.looks_like,
        bibtex.read,
        bibtex.write,
    ),
    Format(
        "ciw",
        "Web of Science",
        ".ciw",
        "text/plain",
        "records that begin with “PT J”",
        ciw.looks_like,
        ciw.read,
    ),
    Format(
        "ris",
        "RIS",
        ".ris",
        "application/x-research-info-systems",
        "lines such as “TY  - JOUR”",
        ris.looks_like,
        ris.read,
        ris.write,
    ),
    Format(
        "nbib",
        "PubMed NBIB",
        ".nbib",
        "application/nbib",
        "lines such as “PMID- 123”",
        nbib.looks_like,
        nbib.read,
        nbib.write,
    ),
    Format(
        "refer",
        "EndNote tagged",
        ".enw",
        "application/x-endnote-refer",
        "lines such as “%T A title”",
        refer.looks_like,
        refer.read,
    ),
    Format(
        "ovid",
        "Ovid text",
        ".txt",
        "text/plain",
        "records that begin with “<1>”",
        ovid.looks_like,
        ovid.read,
    ),
    Format(
        "ids",
        "List of DOIs or PMIDs",
        ".txt",
        "text/plain",
        "one DOI or PubMed number a line",
        numbers.looks_like,
        numbers.read,
    ),
    Format(
        "csv",
        "Table (CSV)",
        ".csv",
        "text/csv",
        "a first row of column heads with a title, DOI or PMID",
        table.looks_like,
        table.read,
        table.write,
    ),
)
READERS: dict[str, Format] = {format.name: format for format in FORMATS}
WRITERS: dict[str, Format] = {f.name: f for f in FORMATS if f.write is not None}

_OTHER_FILES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a gzip archive",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"SQLite format 3": "a database",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


def detect(data: bytes | memoryview | BinaryIO, filename: str = "") -> str:
    """The name of the format a file is in, told by its content.

    ``data`` is the file's bytes, or enough of its beginning; the name only helps the
    sentence. Raises ``FormatError`` where it is none of the formats.
    """
    return _detected(Source(data), filename).name


def _detected(source: Source, filename: str) -> Format:
    head = source.head()
    _refuse_what_is_no_text(source, head, filename)
    for format in FORMATS:
        if format.looks_like(head):
            return format
    if re.match(r"\s*<[!?A-Za-z]", head):
        raise FormatError(
            f"{_file(filename)} is XML or HTML, but holds no records of PubMed, EndNote"
            " or JATS."
        )
    known = ", ".join(format.label for format in FORMATS)
    if numbers.stand_beside_others(head):
        raise FormatError(
            f"{_file(filename)} has identifiers beside other columns:"
            " name them in a first row."
        )
    raise FormatError(
        f"{_file(filename)} is in none of the formats that can be read: {known}."
    )


def _refuse_what_is_no_text(source: Source, head: str, filename: str) -> None:
    if not head.strip("\ufeff \n\t"):
        raise FormatError(f"{_file(filename)} is empty.")
    for mark, what in _OTHER_FILES.items():
        if source.starts_with(mark):
            raise FormatError(f"{_file(filename)} is {what}, not a reference file.")
    if any(map(source.starts_with, (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE))):
        raise FormatError(
            f"{_file(filename)} is text in UTF-32, which is not read: save it as UTF-8."
        )
    if is_binary(head):
        raise FormatError(f"{_file(filename)} is no text file.")


def _file(filename: str) -> str:
    return f"“{filename}”" if filename else "The file"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file being read: what was found out, and its records as they come."""

    format: Format
    encoding: str
    records: Iterator[Record | Problem]
    source: Source

    @property
    def detection(self) -> Detection:
        """How the encoding was found, and where it is a guess what else it may be."""
        return self.source.detection

    @property
    def progress(self) -> float:
        """How much of the file has been read, 0 to 1, to the megabyte."""
        return min(1.0, self.source.position / self.source.size)


def read(
    data: bytes | memoryview | BinaryIO,
    format: str = "auto",
    filename: str = "",
    mapping: Mapping[str, str] | None = None,
    encoding: str = "",
) -> Reading:
    """Begin to read a reference file; its records come one by one.

    ``data`` is the bytes or a binary stream that can seek; memory stays flat however
    many records there are. ``mapping`` ({field: column}) is for tables alone;
    ``encoding`` is found out where it is not given, or guessed, as ``detection`` says.
    Every record of the file comes as a ``Record`` or, with its raw text and the reason,
    as a ``Problem``. Raises ``FormatError`` with one sentence where the file is not in
    the format it is said to be in, or in none.
    """
    if encoding and not is_encoding(encoding):
        raise FormatError(f"“{encoding}” is no encoding that can be read.")
    source = Source(data, encoding)
    if format == "auto" and mapping:
        format = "csv"
    if format == "auto":
        chosen = _detected(source, filename)
    elif format in READERS:
        chosen = READERS[format]
        _refuse_another_format(source, chosen, filename, bool(mapping))
    else:
        raise FormatError(f"“{format}” is no format; formats are {', '.join(READERS)}.")
    options = {"mapping": mapping} if chosen.name == "csv" else {}
    records = _records(source, chosen, options)
    return Reading(chosen, source.encoding, records, source)


def read_all(data: bytes, format: str, filename: str = "") -> list[Record | Problem]:
    """Every record of a file that fits in memory. Raises as ``read`` does."""
    return list(read(data, format, filename).records)


def _refuse_another_format(
    source: Source, chosen: Format, filename: str, mapped: bool
) -> None:
    head = source.head()
    _refuse_what_is_no_text(source, head, filename)
    if not (mapped or chosen.looks_like(head)):
        raise FormatError(
            f"{_file(filename)} does not look like {chosen.label}: it has no"
            f" {chosen.shows_by.removeprefix('a ').removeprefix('an ')}."
        )


def _records(
    source: Source, chosen: Format, options: dict[str, object]
) -> Iterator[Record | Problem]:
    empty = True
    try:
        for item in _with_strangers(source, chosen, options):
            empty = False
            yield item
    except FormatError:
        raise
    except ValueError as error:
        raise FormatError(str(error)) from error
    if empty:
        raise FormatError(f"The file looks like {chosen.label}, but holds no record.")


def _with_strangers(
    source: Source, chosen: Format, options: dict[str, object]
) -> Iterator[Record | Problem]:
    """What a reader reads, and raw what of other formats stands between its records."""
    if chosen.name not in TAGGED:
        yield from chosen.read(source, **options)
        return
    own, apart = Own(source, chosen.name), 0
    for item in chosen.read(own):
        yield replace(item, number=item.number + apart) if apart else item
        for problem in _strangers(own, chosen, item.number + apart):
            apart += 1
            yield problem
    yield from _strangers(own, chosen, apart)


def _strangers(own: Own, chosen: Format, last: int) -> Iterator[Problem]:
    """The records of other formats that were passed by since one was read."""
    found, own.strangers = own.strangers, []
    for number, (line, raw) in enumerate(found, last + 1):
        yield Problem(number, line, is_of(raw), chosen.shows_by, raw)


def write(records: Iterable[Record], format: str) -> Iterator[str]:
    """A file of references in one of ``WRITERS``, piece by piece, to encode in UTF-8.

    Raises ``FormatError`` for a format that cannot be written.
    """
    chosen = WRITERS.get(format)
    if chosen is None or chosen.write is None:
        raise FormatError(
            f"References cannot be written as “{format}”; formats are"
            f" {', '.join(WRITERS)}."
        )
    return chosen.write(records)
