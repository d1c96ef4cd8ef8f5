"""EndNote's tagged export (.enw), which is Refer's: "%T A title".

A record begins at ``%0``, or behind a blank line with the tag that began the first.
"""

import re
from collections.abc import Iterator

from bibliography.formats.endnote import TYPES
from bibliography.formats.entry import LONGEST, Entry, finished, numbered
from bibliography.formats.fields import (
    dois_in,
    marked_pmids_in,
    merged,
    read_abstract,
    read_keywords,
    read_name,
    read_pages,
    read_volume,
    serial_numbers_in,
    stated,
    unique,
    url_identifiers,
    web_address,
    whole_dois_in,
    year_of,
)
from bibliography.formats.source import Source
from bibliography.records import Problem, Record, RecordType
from texts.names import Name

_TAG_LINE = re.compile(r"^\s*%([A-Z0-9@~!#$&()*+<>?\[\]^{}|=])(?: (.*))?$")


def looks_like(head: str) -> bool:
    """Whether a text has lines such as "%0 Journal Article" and "%T A title"."""
    tags = {m[1] for m in map(_TAG_LINE.match, head.split("\n")) if m}
    return len(tags) > 1 and bool(tags & {"0", "T"})


def read(source: Source) -> Iterator[Record | Problem]:
    """Every record of a Refer file, in order, each with its raw text."""
    return map(_record, numbered(_entries(source)))


def _entries(source: Source) -> Iterator[Entry]:
    """The records' lines."""
    entry: Entry | None = None
    first = ""  # the tag that begins this file's records
    blank = False
    for at, text in enumerate(source.lines(LONGEST), 1):
        found = _TAG_LINE.match(text)
        if not found:
            blank = blank or not text.strip()
            if entry:
                entry.go_on(text, ("A", "K"))
            continue
        tag, value = found[1], (found[2] or "").strip()
        first = first or tag
        begins = tag == "0" and entry is not None and entry.has("0")
        if entry is None or begins or (blank and tag in ("0", first)):
            if entry:
                yield entry
            entry = Entry(line=at)
        entry.add(tag, value, text)
        blank = False
    if entry:
        yield entry


def _record(entry: Entry) -> Record | Problem:
    """The record that the tags of one entry describe."""
    date = entry.dated([*entry.all("D"), *entry.all("8"), _dated(entry)])
    urls = entry.all("U", ">")
    return finished(
        entry,
        type=TYPES.get(entry.first("0").lower(), RecordType.OTHER),
        title=entry.first("T", "!"),
        authors=_names(entry, "A"),
        editors=_names(entry, "E"),
        year=year_of(date),
        date=date,
        journal=entry.first("J", "B", "("),
        volume=read_volume(entry.first("V")),
        issue=read_volume(entry.first("N")),
        pages=read_pages(entry.first("P")),
        publisher=entry.first("I"),
        abstract="\n".join(map(read_abstract, entry.all("X"))),
        language=entry.first("G"),
        url=web_address(urls),
        keywords=read_keywords(entry.all("K")),
        identifiers=merged(
            dois_in(entry.all("R")),
            whole_dois_in(entry.all("Z", "M")),
            marked_pmids_in(entry.all("M", "Z")),
            url_identifiers(urls),
            serial_numbers_in(entry.all("@")),
        ),
        notes=unique(map(stated, entry.all("Z", "O"))),
    )


def _names(entry: Entry, tag: str) -> tuple[Name, ...]:
    names = map(read_name, entry.all(tag))
    return tuple(name for name in names if stated(name.family))


def _dated(entry: Entry) -> str:
    """The day ("Sep 1"), which has no year of its own, with the year."""
    return f"{entry.first('D')} {entry.first('8')}"
