"""RIS, as reference managers and databases really write it.

A record begins at ``TY`` and ends at ``ER``; both may be missing, doubled or displaced.
The tag pattern is that of Zotero's translator, widened by a missing blank.
"""

import re
from collections.abc import Generator, Iterable, Iterator
from string import ascii_uppercase, digits

from bibliography.formats.entry import LONGEST, Entry, finished, numbered
from bibliography.formats.fields import (
    dois_in,
    exact_type,
    is_iso,
    is_nothing,
    marked_pmids_in,
    merged,
    named_identifiers,
    names_of,
    protected,
    read_abstract,
    read_keywords,
    read_name,
    read_pages,
    read_volume,
    serial_numbers_in,
    split_pages,
    stated,
    undivided,
    unique,
    url_identifiers,
    web_address,
    whole_dois_in,
    written_name,
    year_of,
)
from bibliography.formats.notices import in_types
from bibliography.formats.source import Source
from bibliography.records import Identifier, Problem, Record, RecordType
from texts.identifiers import normalise_pmcid, normalise_pmid
from texts.names import Name

TAG_LINE = re.compile(r"^\s*([A-Z][A-Z0-9])(?:  -\s?|\t-\s?| -(?: |$))(.*)$")
_NARROW = re.compile(r"^\s*[A-Z][A-Z0-9] -")  # with one blank: also words of a text
# Two records on one line, where files were joined that lacked their last line end.
_GLUED = re.compile(r"^(\s*ER {1,2}-)\s*(TY {1,2}- ?[A-Z].*)$")
# What databases write behind their last record.
_EXPORTS_OWN = re.compile(
    r"\d+\.?|<\d+>|EF|EOF|link to the .*|record #?\d.*|provider:.*|content:.*"
    r"|database:.*|copyright.*|©.*|https?:\S+|[-=_*\s]*",
    re.I,
)
_TAGS = frozenset(a + b for a in ascii_uppercase for b in ascii_uppercase + digits)
# A database or an address that numbers its records as PubMed does; Ovid's "D=med1".
_PUBMED_SOURCE = re.compile(r"pubmed|medline|\bnlm\b|[?&]d=(?:med|pm|prem)", re.I)
_BARE_END = re.compile(r"^ER\s*-?\s*$")
_ONE_PER_LINE = ("KW", "L1", "L2")
_SAYS_WHICH_WORK = ("TI", "T1", "BT", "CT", "AU", "A1", "DO")

TYPES = {
    "JOUR": RecordType.ARTICLE,
    "JFULL": RecordType.ARTICLE,
    "EJOUR": RecordType.ARTICLE,
    "ABST": RecordType.ARTICLE,
    "INPR": RecordType.ARTICLE,
    "MGZN": RecordType.ARTICLE,
    "JA": RecordType.ARTICLE,
    "UNPB": RecordType.PREPRINT,
    "CONF": RecordType.CONFERENCE,
    "CPAPER": RecordType.CONFERENCE,
    "CP": RecordType.CONFERENCE,
    "BOOK": RecordType.BOOK,
    "WHOLE": RecordType.BOOK,
    "EBOOK": RecordType.BOOK,
    "EDBOOK": RecordType.BOOK,
    "CHAP": RecordType.CHAPTER,
    "ECHAP": RecordType.CHAPTER,
    "THES": RecordType.THESIS,
    "RPRT": RecordType.REPORT,
    "GOVDOC": RecordType.REPORT,
    "STAND": RecordType.GUIDELINE,
    "DATA": RecordType.DATASET,
    "DBASE": RecordType.DATASET,
    "AGGR": RecordType.DATASET,
    "ELEC": RecordType.WEB_PAGE,
    "WEB": RecordType.WEB_PAGE,
    "ICOMM": RecordType.WEB_PAGE,
    "BLOG": RecordType.WEB_PAGE,
}


def looks_like(head: str) -> bool:
    """Whether a text has RIS tags: a TY or an ER, or several other tags."""
    tags = [m[1] for m in map(TAG_LINE.match, head.split("\n")) if m]
    return "TY" in tags or ("ER" in tags and len(tags) > 2)


def read(source: Source) -> Iterator[Record | Problem]:
    """Every record of a RIS file, in order, each with its raw text.

    Words behind the last one come as a problem.
    """
    behind: list[tuple[int, str]] = []
    number = 0
    for entry in numbered(_entries(source, behind)):
        number = entry.number
        yield _record(entry)
    own = _EXPORTS_OWN.fullmatch
    said = [(at, text) for at, text in behind if not own(text.strip())]
    if said and number:
        raw = "\n".join(text for _, text in said)
        what = "text stands behind the last record"
        yield Problem(number + 1, said[0][0], what, "a record that begins at TY", raw)


# --- where records begin and end ---


def _entries(source: Source, behind: list[tuple[int, str]]) -> Iterator[Entry]:
    """The records' lines, sorted into tags.

    What stands behind an ER without a TY begins the next record or belongs to the last.
    ``behind`` are, in the end, the lines without a tag behind the last record.
    """
    last: Entry | None = None  # closed, but a stray tag may still belong to it
    entry: Entry | None = None
    prefixed: bool | None = None  # the file puts tags before TY
    for at, text, tag, value in _tagged(source):
        if entry and tag not in (None, "TY", "ER"):  # nearly every line
            entry.add(tag, value, text)
            continue
        if tag is None:
            if entry:
                entry.go_on(text, _ONE_PER_LINE)
            else:
                behind.append((at, text))
            continue
        behind.clear()
        if prefixed is None:
            prefixed = tag != "TY"
        if tag == "ER":
            if entry:
                entry.keeps(text)
                last = yield from _close(last, entry)
            entry = None
            continue
        if tag == "TY" and entry and not (prefixed and not entry.has("TY")):
            entry.warnings.append("The record has no end of its own.")
            last = yield from _close(last, entry)
            entry = None
        if entry is None:
            entry = Entry(line=at)
        entry.add(tag, value, text)
    if entry:
        entry.warnings.append("The file ends without the record's end.")
        last = yield from _close(last, entry)
    if last:
        yield last


def _tagged(source: Source) -> Iterator[tuple[int, str, str | None, str]]:
    """(line number, line, tag, value) of every line; a line of text has no tag.

    Once two blanks stand behind a tag, one blank makes none: "ER - positive" is a line
    of an abstract. Only a record may begin so that has one blank throughout.
    """
    wide, inside = False, False
    for at, whole in enumerate(source.lines(LONGEST), 1):
        glued = _GLUED.match(whole) if "TY" in whole else None
        for text in glued.groups() if glued else (whole,):
            tag, value = _tag_of(text)
            if tag and wide and value and _NARROW.match(text):
                begins = tag == "TY" and (not inside or value in TYPES)
                tag, wide = (tag, False) if begins else (None, wide)
            elif tag:
                wide = wide or not _NARROW.match(text)
            inside = (inside or tag is not None) and tag != "ER"
            yield at, text, tag, value if tag else ""


def _close(last: Entry | None, entry: Entry) -> Generator[Entry, None, Entry]:
    """Close an entry: pass on the one before it, and hand back what may still grow.

    Tags without a TY behind an ER, which name no work, belong to the record before.
    """
    if last and last.has("TY") and not entry.has("TY", *_SAYS_WHICH_WORK):
        entry.settle()
        last.pairs += entry.pairs
        last.raw_lines += entry.raw_lines
        last.warnings.append("Some lines stood behind the end of the record.")
        return last
    if last:
        yield last
    return entry


def _tag_of(text: str) -> tuple[str | None, str]:
    """The tag and value of a line, or (None, "")."""
    if text[2:6] == "  - " and text[:2] in _TAGS:
        return text[:2], text[6:].strip()
    found = TAG_LINE.match(text)
    if found:
        return found[1], found[2].strip()
    return ("ER", "") if _BARE_END.match(text) else (None, "")


# --- what the tags say ---


def _record(entry: Entry) -> Record | Problem:
    """The record that the tags of one entry describe."""
    kind = _kind(entry)
    if not entry.has("TY"):
        entry.warnings.append("The record does not state its type.")
    date = _date(entry)
    abstract, others = _abstract(entry)
    return finished(
        entry,
        type=kind,
        title=entry.first("TI", "T1", "CT", "BT", "CTI", "BTI", "ST"),
        authors=_names(entry, "AU", "A1"),
        editors=_editors(entry, kind),
        year=year_of(date),
        date=date,
        journal=_container(entry, kind),
        volume=read_volume(entry.first("VL")),
        issue=read_volume(entry.first("IS", "CP")),
        pages=read_pages(entry.first("SP"), entry.first("EP"))
        or _article_number(entry),
        publisher=entry.first("PB"),
        abstract=abstract,
        language=entry.first("LA"),
        url=web_address(entry.all("UR", "LK", "L2", "L1")),
        keywords=read_keywords(entry.all("KW")),
        identifiers=_identifiers(entry),
        notes=unique([*map(stated, entry.all("N1", "RN")), *others]),
        told=list(in_types(entry.all("M3", "KW", "PT"))),
    )


def _kind(entry: Entry) -> RecordType:
    """The type, more exactly where M3, the type of work, names one of ours."""
    kind = TYPES.get(entry.first("TY").upper(), RecordType.OTHER)
    return exact_type(entry.first("M3")) or kind


def _date(entry: Entry) -> str:
    """The date of publication; Y2 is the date of access and never counts."""
    said = entry.first("PY", "Y1")
    days = [f"{said} {day}" for day in entry.all("DA") if day[:1].isalpha()]
    date = entry.dated([*entry.all("PY", "Y1", "YR", "DA", "DP"), *days])
    if said and not date:
        entry.warnings.append(f"No year can be read from “{said}”.")
    return date


def _article_number(entry: Entry) -> str:
    """Scopus's number of an article without pages; elsewhere C7 is something else."""
    return entry.first("C7") if entry.first("DB").lower() == "scopus" else ""


def _names(entry: Entry, *tags: str) -> tuple[Name, ...]:
    """The names under the tags, one a tag, one a line, or divided by semicolons.

    A name closed by a comma is a group (EndNote's way to say so).
    """
    names = []
    for value in entry.all(*tags):
        for part in names_of(value):
            name = read_name(part)
            if name.family and not is_nothing(name.family):
                names.append(name)
    return tuple(names)


def _editors(entry: Entry, kind: RecordType) -> tuple[Name, ...]:
    """Editors; PsycINFO's A2 of an article lists cited surnames instead."""
    if kind in (RecordType.ARTICLE, RecordType.OTHER):
        return _names(entry, "ED")
    return _names(entry, "ED", "A2") if len(entry.all("A2")) <= 40 else ()


def _container(entry: Entry, kind: RecordType) -> str:
    """The journal, book or series that contains the work; full titles first."""
    said = entry.first("T2", "JF", "JT", "JO", "SO", "JA", "J2", "TA", "J1")
    if not said and kind in (RecordType.CHAPTER, RecordType.CONFERENCE):
        said = entry.first("BT", "T3")
    return said


def _abstract(entry: Entry) -> tuple[str, list[str]]:
    """The abstract, one AB a paragraph, and what N2 says beyond it."""
    main = "\n".join(unique(map(read_abstract, entry.all("AB"))))
    other = "\n".join(unique(map(read_abstract, entry.all("N2", "OAB"))))
    if not main:
        return other, []
    return main, [other] if other != main else []


def _identifiers(entry: Entry) -> tuple[Identifier, ...]:
    urls = entry.all("UR", "L1", "L2", "LK")
    return merged(
        dois_in(entry.all("DO", "DI")),
        whole_dois_in(entry.all("M3", "L3", "N1", "ID", "AN", "C7")),
        url_identifiers(urls),
        _pubmed_numbers(entry, urls),
        marked_pmids_in(_of_the_work(entry.all("U1", "N1", "AN", "ID", "PM", "C1"))),
        _central_numbers(entry),
        serial_numbers_in(entry.all("SN")),
        named_identifiers(entry.all("U5")),
    )


def _of_the_work(values: list[str]) -> Iterator[str]:
    """The values that are not lists of the works it cites, as Scopus notes them."""
    return (value for value in values if not value.startswith("References:"))


def _pubmed_numbers(entry: Entry, urls: list[str]) -> Iterator[Identifier]:
    """An accession number, where the source is said to be PubMed or MEDLINE.

    Embase has PubMed's number under C5, Scopus under C2.
    """
    if not entry.all("AN", "C7", "C5", "C2"):
        return
    source = " ".join([*entry.all("DB", "DP"), *urls]).lower()
    numbers = entry.all("AN", "C7") if _PUBMED_SOURCE.search(source) else []
    for name, tag in (("embase.com", "C5"), ("scopus", "C2")):
        numbers = [*numbers, *(entry.all(tag) if name in source else [])]
    for value in numbers:
        pmid = normalise_pmid(value)
        if pmid and value.strip().isdigit() and len(pmid) >= 4:
            yield Identifier("pmid", pmid)


def _central_numbers(entry: Entry) -> Iterator[Identifier]:
    for value in entry.all("C2", "U1", "U2", "AN"):
        pmcid = normalise_pmcid(value)
        if pmcid:
            yield Identifier("pmcid", pmcid)


# --- writing ---

_TYPE_TAGS = {
    RecordType.ARTICLE: "JOUR",
    RecordType.PREPRINT: "UNPB",
    RecordType.CONFERENCE: "CONF",
    RecordType.BOOK: "BOOK",
    RecordType.CHAPTER: "CHAP",
    RecordType.THESIS: "THES",
    RecordType.REPORT: "RPRT",
    RecordType.GUIDELINE: "STAND",
    RecordType.DATASET: "DATA",
    RecordType.WEB_PAGE: "ELEC",
}


def write(records: Iterable[Record]) -> Iterator[str]:
    """A RIS file, a piece of text a record; lines end with CR LF as the format asks."""
    for record in records:
        lines = [f"{tag}  - {value}" for tag, value in _tags(record)]
        yield "\r\n".join([*lines, "ER  - ", "", ""])


def _tags(record: Record) -> Iterator[tuple[str, str]]:
    """The tags that say what a record says."""
    kind = _TYPE_TAGS.get(record.type, "GEN")
    yield "TY", kind
    if TYPES.get(kind, RecordType.OTHER) != record.type:
        yield "M3", record.type
    yield from _written(("TI", record.title))
    yield from (("AU", undivided(written_name(name))) for name in record.authors)
    yield from (("ED", undivided(written_name(name))) for name in record.editors)
    start, end = split_pages(record.pages)
    yield from _written(
        ("PY", str(record.year or "")),
        ("DA", record.date.replace("-", "/") if is_iso(record.date) else record.date),
        ("T2", record.journal),
        ("VL", record.volume),
        ("IS", record.issue),
        ("SP", start),
        ("EP", end),
        ("PB", record.publisher),
        *(("AB", paragraph) for paragraph in record.abstract.split("\n")),
        ("LA", record.language),
        ("UR", record.url),
        *(("KW", keyword) for keyword in record.keywords),
        *map(_written_identifier, record.identifiers),
        *(("N1", note) for note in record.notes),
    )


def _written(*pairs: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """The pairs that say something, in a form that reads back the same."""
    return ((tag, protected(value)) for tag, value in pairs if value)


def _written_identifier(identifier: Identifier) -> tuple[str, str]:
    scheme, value = identifier
    if scheme == "pmid":
        return "U1", f"{value}[pmid]"
    tag = {"doi": "DO", "pmcid": "C2", "issn": "SN", "isbn": "SN"}.get(scheme)
    return (tag, value) if tag else ("U5", f"{scheme}:{value}")
