"""MEDLINE tagged records: PubMed's .nbib export and its relatives.

A tag takes four columns, then "- "; a continuation line begins with six blanks; a blank
line ends a record, which usually but not always begins with PMID.
Tags: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bibliography.formats.entry import LONGEST, Entry, finished, numbered
from bibliography.formats.fields import (
    first_date,
    is_iso,
    merged,
    named_identifiers,
    protected,
    read_keywords,
    read_name,
    read_pages,
    read_person,
    registrations_in,
    serial_numbers_in,
    stated,
    unique,
    written_name,
    year_of,
)
from bibliography.formats.notices import PUBMED, RETRACTED_TYPE, TAGS, linked
from bibliography.formats.source import Source
from bibliography.records import (
    Identifier,
    NoticeFound,
    NoticeKind,
    Problem,
    Record,
    RecordType,
)
from texts.identifiers import (
    normalise_doi,
    normalise_orcid,
    normalise_pmcid,
    normalise_pmid,
)
from texts.names import Name, split_name

_TAG_LINE = re.compile(r"^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$")
_DOI_MARK = re.compile(r"\s*\[doi\]\s*", re.I)
_FIRST_TAGS = frozenset({"PMID", "PMC", "OWN", "STAT", "UI"})
_ONCE = frozenset({"PMID", "OWN", "STAT", "UI"})  # of these a record has one
# Two records on one line, where files were joined that lacked their last line end.
_GLUED = re.compile(r"^(.*\S)(PMID- ?\d{1,8}\s*)$")

TYPES = {
    "preprint": RecordType.PREPRINT,
    "practice guideline": RecordType.GUIDELINE,
    "guideline": RecordType.GUIDELINE,
    "book": RecordType.BOOK,
    "book chapter": RecordType.CHAPTER,
    "chapter": RecordType.CHAPTER,
    "dataset": RecordType.DATASET,
    "technical report": RecordType.REPORT,
    "academic dissertation": RecordType.THESIS,
    "congress": RecordType.CONFERENCE,
    "conference paper": RecordType.CONFERENCE,
    "web page": RecordType.WEB_PAGE,
    "registration": RecordType.REGISTRATION,
    "register page": RecordType.REGISTER_PAGE,
    "label": RecordType.LABEL,
    "report": RecordType.REPORT,
    "thesis": RecordType.THESIS,
    "other": RecordType.OTHER,
}


def looks_like(head: str) -> bool:
    """Whether a text has MEDLINE tags, among them the first ones of a record."""
    found = map(_TAG_LINE.match, head.split("\n"))
    tags = [m[1] for m in found if m and len(m[0]) > 4 and m[0][4] == "-"]
    return len(tags) > 1 and bool(_FIRST_TAGS.intersection(tags) or "FAU" in tags)


def read(source: Source) -> Iterator[Record | Problem]:
    """Every record of a MEDLINE file, in order, each with its raw text.

    Two records that cannot be told apart come as a problem.
    """
    is_nlms = False  # a record of the file so far named its owner
    for entry in numbered(_entries(source)):
        is_nlms = is_nlms or "NLM" in entry.all("OWN")
        yield _told_apart(entry, is_nlms)


def _told_apart(entry: Entry, is_nlms: bool) -> Record | Problem:
    titles = {" ".join(value.split()) for value in entry.all("TI")}
    if len(titles) < 2:
        return _record(entry, is_nlms)
    what = f"{len(titles)} titles stand in it, so that it may be several records"
    expected = "a blank line between records"
    return Problem(entry.number, entry.line, what, expected, entry.raw)


def _entries(source: Source) -> Iterator[Entry]:
    """The records' lines; a blank line counts only where a record begins behind it."""
    entry: Entry | None = None
    blank = False
    spaced = False  # blank lines stand within records too, so they end none
    for at, text in _lines_of(source):
        found = _TAG_LINE.match(text) if text[4:5] == "-" else None
        if not found:
            blank = blank or not text.strip()
            if entry:
                entry.go_on(text)
            continue
        tag = found[1]
        opens = tag in _FIRST_TAGS or (entry is not None and tag == entry.pairs[0][0])
        spaced = spaced or (blank and entry is not None and not opens)
        if entry is None or _begins(tag, entry, blank and not spaced):
            if entry:
                yield entry
            entry = Entry(line=at)
        entry.add(tag, found[2].strip(), text)
        blank = False
    if entry:
        yield entry


def _lines_of(source: Source) -> Iterator[tuple[int, str]]:
    """(number, text) of every line; glued ones come apart."""
    for at, text in enumerate(source.lines(LONGEST), 1):
        glued = _GLUED.match(text) if "PMID-" in text[1:] else None
        if glued:
            yield from ((at, part) for part in glued.groups())
        else:
            yield at, text


def _begins(tag: str, entry: Entry, after_blank: bool) -> bool:
    """Whether a tag begins the next record."""
    if tag == "PMID" and entry.has("PMID"):
        return True
    said_something = any(key not in _FIRST_TAGS for key, _ in entry.pairs)
    once = tag in _ONCE or (tag in _FIRST_TAGS and tag == entry.pairs[0][0])
    if once and said_something and entry.has(tag):
        return True
    first = tag in _FIRST_TAGS or tag == entry.pairs[0][0]
    return after_blank and first and said_something


def _record(entry: Entry, is_nlms: bool) -> Record | Problem:
    """The record that the tags of one entry describe.

    ``is_nlms``: the file is PubMed's, so that a record which names no owner is too.
    """
    date = entry.dated(entry.all("DP")) or first_date(entry.all("DEP", "DA", "YR"))
    kinds = [stated(value).lower() for value in entry.all("PT")]
    return finished(
        entry,
        type=next((TYPES[kind] for kind in kinds if kind in TYPES), RecordType.ARTICLE),
        title=_joined(entry, "TI") or _joined(entry, "BTI") or _joined(entry, "TT"),
        authors=_authors(entry),
        editors=tuple(map(read_name, entry.all("FED") or entry.all("ED"))),
        year=year_of(date),
        date=date,
        journal=_joined(entry, "JT")
        or _joined(entry, "TA")
        or _container(entry)
        or entry.first("JN"),
        volume=entry.first("VI"),
        issue=entry.first("IP"),
        pages=read_pages(entry.first("PG")),
        publisher=entry.first("PB"),
        abstract="\n".join(filter(None, map(_line, entry.all("AB")))),
        language=entry.first("LA"),
        url=entry.first("URL", "4099"),
        keywords=read_keywords(map(_one_line, entry.all("MH", "OT"))),
        identifiers=_identifiers(entry),
        notes=unique(stated(value) for value in entry.all("GN")),
        told=list(_notices(entry, kinds)),
        is_pubmeds=is_nlms and set(entry.all("OWN")) <= {"NLM"},
    )


def _notices(entry: Entry, kinds: list[str]) -> Iterator[NoticeFound]:
    """What was published on the work, by its tags and its types."""
    if RETRACTED_TYPE in kinds:
        yield NoticeFound(NoticeKind.RETRACTION, PUBMED, says="Retracted Publication")
    for tag, kind in TAGS.items():
        yield from (linked(kind, value) for value in entry.all(tag))


def _one_line(value: str) -> str:
    return value.replace("\n", " ")


def _line(value: str) -> str:
    return stated(_one_line(value))


def _joined(entry: Entry, tag: str) -> str:
    return stated(entry.first(tag))


def _container(entry: Entry) -> str:
    """A chapter's book."""
    return entry.first("BTI") if entry.has("TI") else ""


def _authors(entry: Entry) -> tuple[Name, ...]:
    """One name a person, though FAU gives it in full and AU again in short.

    The two are one by their place, not by their words: "Salas Huamani JR" may be
    "Salas Huamani, Jose R". AU counts where no full name waits for it; CN is a group.
    AUID ("ORCID: …") is the person's before it.
    """
    names: list[Name] = []
    full = 0  # names given in full whose short form has not come yet
    for tag, value in entry.pairs:
        if tag == "FAU":
            names.append(read_person(value))
            full += 1
        elif tag == "AU":
            if full == 0:
                names.append(split_name(value))
            full = max(0, full - 1)
        elif tag == "CN":
            names.append(split_name(value, is_group=True))
        elif tag == "AUID" and names and not names[-1].is_group:
            orcid = normalise_orcid(value) or names[-1].orcid
            names[-1] = replace(names[-1], orcid=orcid)
    return tuple(name for name in names if name.family)


def _identifiers(entry: Entry) -> tuple[Identifier, ...]:
    """PMID, PMCID, DOI ("[doi]" in LID or AID; "[pii]" is the publisher's number)."""
    located = [
        _DOI_MARK.sub("", value)
        for value in entry.all("LID", "AID")
        if _DOI_MARK.search(value)
    ]
    found = [
        *(("doi", normalise_doi(v)) for v in [*located, *entry.all("DOI")]),
        *(("pmid", normalise_pmid(v)) for v in entry.all("PMID")),
        *(("pmcid", normalise_pmcid(v)) for v in entry.all("PMC")),
        *(("pmid", normalise_pmid(v)) for v in _unique_numbers(entry)),
    ]
    return merged(
        (Identifier(scheme, value) for scheme, value in found if value),
        registrations_in(entry.all("SI")),
        serial_numbers_in(entry.all("IS", "ISBN")),
        named_identifiers(entry.all("OID")),
    )


def _unique_numbers(entry: Entry) -> list[str]:
    """Ovid's unique numbers, which are PubMed's in MEDLINE."""
    database = " ".join(entry.all("DB", "RO")).lower()
    return entry.all("UI") if "medline" in database else []


# --- writing ---

_WIDTH = 88


def write(records: Iterable[Record]) -> Iterator[str]:
    """A MEDLINE file, a piece of text a record."""
    for record in records:
        lines = [line for tag, value in _tags(record) for line in _lines(tag, value)]
        yield "\n".join([*lines, "", ""])


def _lines(tag: str, value: str) -> Iterator[str]:
    """A tag and its value, wrapped between words."""
    prefix = f"{tag:<4}- "
    line = ""
    for word in protected(value).split(" "):
        if line and len(line) + len(word) >= _WIDTH:
            yield prefix + line
            prefix, line = " " * 6, word
        else:
            line = f"{line} {word}" if line else word
    yield prefix + line


def _tags(record: Record) -> Iterator[tuple[str, str]]:
    """The tags that say what a record says."""
    pmid = record.pmid
    if pmid:
        yield "PMID", pmid
    else:
        yield "OWN", "FOOTING"
    pairs = (
        *((_tag_of(i), _value_of(i)) for i in record.identifiers if i.value != pmid),
        ("TI", record.title),
        *(pair for name in record.authors for pair in _named(name)),
        *(("FED", written_name(name)) for name in record.editors),
        ("DP", _written_date(record)),
        ("JT", record.journal),
        ("VI", record.volume),
        ("IP", record.issue),
        ("PG", record.pages),
        ("PB", record.publisher),
        *(("AB", paragraph) for paragraph in record.abstract.split("\n")),
        ("LA", record.language),
        ("URL", record.url),
        ("PT", _PUBLICATION_TYPE.get(record.type, record.type.replace("_", " "))),
        *(("OT", keyword) for keyword in record.keywords),
        *(("GN", note) for note in record.notes),
    )
    yield from ((tag, value) for tag, value in pairs if value)


def _named(name: Name) -> Iterator[tuple[str, str]]:
    """An author, with the ORCID iD where one is stated."""
    yield ("CN", str(name)) if name.is_group else ("FAU", written_name(name))
    yield "AUID", f"ORCID: {name.orcid}" if name.orcid else ""


def _written_date(record: Record) -> str:
    date = record.date or str(record.year or "")
    return date.replace("-", " ") if is_iso(date) else date


_PUBLICATION_TYPE = {
    RecordType.ARTICLE: "Journal Article",
    RecordType.PREPRINT: "Preprint",
    RecordType.GUIDELINE: "Guideline",
    RecordType.BOOK: "Book",
    RecordType.CHAPTER: "Book Chapter",
    RecordType.DATASET: "Dataset",
    RecordType.CONFERENCE: "Conference Paper",
}


def _tag_of(identifier: Identifier) -> str:
    tags = {"doi": "AID", "pmcid": "PMC", "issn": "IS", "isbn": "ISBN", "nct": "SI"}
    return tags.get(identifier.scheme, "OID")


def _value_of(identifier: Identifier) -> str:
    scheme, value = identifier
    if scheme == "doi":
        return f"{value} [doi]"
    if scheme == "nct":
        return f"ClinicalTrials.gov/{value}"
    return value if scheme in ("pmcid", "issn", "isbn") else f"{scheme}:{value}"
