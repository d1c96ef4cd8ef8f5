"""BibTeX and biblatex.

A record begins at "@type{" at the start of a line; each is parsed on its own, so that
one with unbalanced braces does not swallow the next.
"""

import re
from collections.abc import Iterable, Iterator

from bibliography.formats.bibtexblocks import BEGIN, Growth, entries, lend, parents_in
from bibliography.formats.entry import Entry, finished
from bibliography.formats.fields import (
    MONTHS,
    dois_in,
    exact_type,
    is_iso,
    joined_keywords,
    merged,
    named_identifiers,
    read_keywords,
    read_pages,
    read_person,
    serial_numbers_in,
    stated,
    unique,
    url_identifiers,
    web_address,
    whole_dois_in,
    written_name,
    year_of,
)
from bibliography.formats.latex import latex_to_text, text_to_latex, unknown_commands
from bibliography.formats.source import Source
from bibliography.records import Identifier, Problem, Record, RecordType
from texts.identifiers import normalise_pmcid, normalise_pmid
from texts.names import Name, split_name
from texts.titles import plain_text

_NAME_PART = re.compile(
    r"(?:^|,)\s*(family|given|prefix|suffix)\s*=\s*([^,=]+?)\s*(?=,|$)"
)
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})[a-z]*", re.I)

TYPES = {
    "article": RecordType.ARTICLE,
    "periodical": RecordType.ARTICLE,
    "book": RecordType.BOOK,
    "mvbook": RecordType.BOOK,
    "collection": RecordType.BOOK,
    "proceedings": RecordType.BOOK,
    "inbook": RecordType.CHAPTER,
    "incollection": RecordType.CHAPTER,
    "inproceedings": RecordType.CONFERENCE,
    "conference": RecordType.CONFERENCE,
    "phdthesis": RecordType.THESIS,
    "mastersthesis": RecordType.THESIS,
    "thesis": RecordType.THESIS,
    "techreport": RecordType.REPORT,
    "report": RecordType.REPORT,
    "standard": RecordType.GUIDELINE,
    "dataset": RecordType.DATASET,
    "online": RecordType.WEB_PAGE,
    "electronic": RecordType.WEB_PAGE,
    "www": RecordType.WEB_PAGE,
    "unpublished": RecordType.PREPRINT,
}


def looks_like(head: str) -> bool:
    """Whether a text has an entry such as "@article{"."""
    return any(map(BEGIN.match, head.split("\n")))


def read(source: Source) -> Iterator[Record | Problem]:
    """Every entry of a BibTeX file, in order, each with its raw text."""
    parents, growth = parents_in(source), Growth(source.size)
    for entry in entries(source, growth):
        if isinstance(entry, Problem):
            yield entry
            continue
        lend(parents, entry.pairs, growth)
        yield _record(entry)


def _text(entry: Entry, *names: str) -> str:
    """The first of some fields that states something, as one line of text."""
    values = (stated(latex_to_text(value)) for value in entry.all(*names))
    return next(filter(None, values), "")


def _texts(entry: Entry, *names: str) -> list[str]:
    return [latex_to_text(value) for value in entry.all(*names)]


# --- what the fields say ---


def _record(entry: Entry) -> Record | Problem:
    """The record that the fields of one entry describe."""
    unknown = [n for _, value in entry.pairs for n in unknown_commands(value)]
    if unknown:
        named = ", ".join(f"\\{name}" for name in dict.fromkeys(unknown))
        entry.warnings.append(f"Not known what LaTeX’s {named} stands for.")
    date = _date(entry)
    kind = TYPES.get(entry.first("ENTRYTYPE"), RecordType.OTHER)
    title, subtitle = _text(entry, "title"), _text(entry, "subtitle")
    container = _text(
        entry, "journal", "journaltitle", "booktitle", "maintitle", "howpublished"
    )
    if not title and kind is RecordType.BOOK and entry.has("booktitle"):
        title, container = container, ""
    return finished(
        entry,
        type=exact_type(_text(entry, "type")) or kind,
        title=f"{title}: {subtitle}" if title and subtitle else title,
        authors=_names(entry, "author"),
        editors=_names(entry, "editor"),
        year=year_of(date),
        date=date,
        journal=container,
        volume=_text(entry, "volume"),
        issue=_text(entry, "number", "issue"),
        pages=read_pages(_text(entry, "pages", "eid", "article-number")),
        publisher=_text(entry, "publisher", "institution", "school", "organization"),
        abstract="\n".join(filter(None, (plain_text(p) for p in _paragraphs(entry)))),
        language=_text(entry, "language", "langid"),
        url=web_address(entry.all("url", "link")),
        keywords=_keywords(entry),
        identifiers=_identifiers(entry),
        notes=unique(map(stated, _texts(entry, "note", "annote", "annotation"))),
    )


def _paragraphs(entry: Entry) -> list[str]:
    """The abstract's paragraphs: a blank line divides them."""
    return re.split(r"\n\s*\n", "\n".join(_texts(entry, "abstract")))


def _date(entry: Entry) -> str:
    """biblatex's date, else year, month and day; the month may hold the day."""
    year, month, day = (_text(entry, name) for name in ("year", "month", "day"))
    named = _MONTH.search(month)
    number = re.match(r"\d{1,2}(?!\d)", month)
    if named:
        day = day or "".join(re.findall(r"\d{1,2}", month)[:1])
        said = f"{year} {named[0]} {day}"
    else:
        said = "-".join(filter(None, (year, number[0], day))) if number else year
    return entry.dated([_text(entry, "date"), year, said])


def _keywords(entry: Entry) -> tuple[str, ...]:
    values = _texts(entry, "keywords", "keyword", "author_keywords")
    return read_keywords(
        value if ";" in value else value.replace(",", ";") for value in values
    )


def _names(entry: Entry, field: str) -> tuple[Name, ...]:
    """The names of a field, joined by "and" outside of braces; "others" is none.

    A name wholly in braces is a group's.
    """
    names = []
    for value in entry.all(field):
        for part in _divided(value):
            if part.lower() in ("others", "et al", "et al.", ""):
                continue
            inner = part[1:-1] if part[0] == "{" and part[-1] == "}" else ""
            twice = inner[:1] == "{" and inner[-1:] == "}" and "}" not in inner[1:-1]
            name = latex_to_text(part)
            # Braces also keep one word's capitals: that alone is no group.
            whole = inner and "}" not in inner and " " in name.strip()
            group = bool(whole or twice)
            if group:
                names.append(split_name(name, is_group=True))
            else:
                names.append(_in_parts(name) or read_person(name))
    return tuple(name for name in names if stated(name.family))


def _in_parts(name: str) -> Name | None:
    """A name in BibLaTeX's parts: "family=Roe, given=Ada, prefix=van"."""
    parts = dict(_NAME_PART.findall(name))
    if "family" not in parts:
        return None
    family = f"{parts.get('prefix', '')} {parts['family']}".strip()
    return Name(family, parts.get("given", ""), parts.get("suffix", ""))


def _divided(value: str) -> Iterator[str]:
    """The parts of a list of names."""
    depth, part = 0, ""
    for word in re.split(r"(\s+)", value):
        if depth == 0 and word.lower() == "and":
            yield part.strip()
            part = ""
            continue
        depth += word.count("{") - word.count("}")
        part += word
    yield part.strip()


def _identifiers(entry: Entry) -> tuple[Identifier, ...]:
    arxiv = entry.first("archiveprefix", "eprinttype").lower() == "arxiv"
    pmids = map(normalise_pmid, entry.all("pmid"))
    pmcids = (
        normalise_pmcid(v if "PMC" in v.upper() else f"PMC{v}")
        for v in entry.all("pmcid", "pmc")
    )
    return merged(
        dois_in(_texts(entry, "doi")),
        whole_dois_in(_texts(entry, "note", "ee")),
        (Identifier("pmid", pmid) for pmid in pmids if pmid),
        (Identifier("pmcid", pmcid) for pmcid in pmcids if pmcid),
        (Identifier("arxiv", v) for v in entry.all("eprint") if arxiv and v),
        url_identifiers(_texts(entry, "url", "link")),
        serial_numbers_in(entry.all("issn", "isbn", "eissn")),
        (i for value in entry.all("ids") for i in named_identifiers(value.split(" "))),
    )


# --- writing ---

_TYPE_NAMES = {
    RecordType.ARTICLE: "article",
    RecordType.BOOK: "book",
    RecordType.CHAPTER: "incollection",
    RecordType.CONFERENCE: "inproceedings",
    RecordType.THESIS: "thesis",
    RecordType.REPORT: "report",
    RecordType.DATASET: "dataset",
    RecordType.WEB_PAGE: "online",
}


def write(records: Iterable[Record]) -> Iterator[str]:
    """A BibTeX file in UTF-8, a piece of text a record."""
    for number, record in enumerate(records, 1):
        name = _TYPE_NAMES.get(record.type, "misc")
        said = [(key, value) for key, value in _fields(record) if value]
        fields = [
            f"  {key} = {value if key == 'month' else f'{{{value}}}'}"
            for key, value in said
        ]
        head = f"@{name}{{{record.key or _key(record, number)}"
        yield ",\n".join([head, *fields]) + "\n}\n\n"


def _key(record: Record, number: int) -> str:
    """A citation key: the first family name, the year, the place in the file."""
    family = record.authors[0].family if record.authors else "anonymous"
    return f"{re.sub(r'[^A-Za-z]', '', family) or 'ref'}{record.year or ''}_{number}"


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    """The fields that say what a record says."""
    name = _TYPE_NAMES.get(record.type, "misc")
    contained = name in ("incollection", "inproceedings")
    yield "title", text_to_latex(record.title)
    yield "author", _written_names(record.authors)
    yield "editor", _written_names(record.editors)
    yield from _written_date(record)
    yield "booktitle" if contained else "journal", text_to_latex(record.journal)
    yield "volume", text_to_latex(record.volume)
    yield "number", text_to_latex(record.issue)
    yield "pages", text_to_latex(record.pages)
    yield "publisher", text_to_latex(record.publisher)
    yield "abstract", "\n\n".join(map(text_to_latex, record.abstract.split("\n")))
    yield "language", text_to_latex(record.language)
    yield "url", record.url
    yield "keywords", joined_keywords(map(text_to_latex, record.keywords))
    if TYPES.get(name, RecordType.OTHER) != record.type:
        yield "type", record.type.replace("_", " ")
    yield from _written_identifiers(record)
    yield from (("note", text_to_latex(note)) for note in record.notes)


def _written_date(record: Record) -> Iterator[tuple[str, str]]:
    """Year, month and day, which every style knows; one way alone, never two.

    The month is a name that BibTeX has, and no text. Of another calendar the date
    stands as it is written.
    """
    if record.date and not is_iso(record.date):
        yield "date", text_to_latex(record.date)
    yield "year", str(record.year or "")
    _, month, day = [*record.date.split("-"), "", ""][:3] if record.year else [""] * 3
    yield "month", _MONTHS[int(month) - 1] if month else ""
    yield "day", day


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def _written_names(names: Iterable[Name]) -> str:
    return " and ".join(
        f"{{{{{text_to_latex(name.family)}}}}}"
        if name.is_group
        else _AND.sub(r"{\g<0>}", text_to_latex(written_name(name)))
        for name in names
    )


# What BibTeX takes for the end of a name, where it is a part of one.
_AND = re.compile(r"(?<!\S)and(?!\S)|^(?:others|et al\.?)$", re.I)


def _written_identifiers(record: Record) -> Iterator[tuple[str, str]]:
    """DOI, PMID, PMCID and the serial numbers in their fields, others under "ids"."""
    fields = ("doi", "pmid", "pmcid", "issn", "isbn")
    yield from ((i.scheme, i.value) for i in record.identifiers if i.scheme in fields)
    others = (
        f"{i.scheme}:{i.value}" for i in record.identifiers if i.scheme not in fields
    )
    yield "ids", " ".join(others)
