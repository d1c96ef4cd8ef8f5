"""A list of DOIs, PubMed numbers or trial registrations, one or several a line.

An item is an identifier whole or none: what else stands beside one is said, not read.
"""

import re
from collections.abc import Iterator

from bibliography.formats.columns import are_heads, guess_mapping
from bibliography.formats.entry import LONGEST, Entry
from bibliography.formats.rows import cells_of, place_of_heads
from bibliography.formats.source import Source
from bibliography.records import SCHEMES, Identifier, Problem, Record, RecordType
from texts.identifiers import (
    find_isrctn,
    find_nct,
    normalise_arxiv,
    normalise_doi,
    normalise_openalex,
    normalise_pmcid,
    normalise_pmid,
)

# What stands between two identifiers, but not between one and its own label.
_DIVIDERS = re.compile(
    r"(?<![\s,;|])(?<!doi)(?<!doi:)(?<!pmid)(?<!pmid:)(?<!pmcid)(?<!pmcid:)(?<!nct)"
    r"(?<!pubmed)(?<!pubmed:)(?<!pubmed\sid)(?<!pubmed\sid:)"
    r"[\s,;|]+(?=(?:doi\b|https?:|10\.\d|pmid|pubmed|pmc|nct|isrctn|arxiv|w\d{2}"
    r"|\d{4,8}(?:\.0)?(?![^\s,;|\"'])))",
    re.I,
)
_PMID_HEADS = frozenset({"pmid", "pmids", "pubmed id", "pubmed ids"})
_HEADS = _PMID_HEADS | frozenset(
    {"doi", "dois", "pmcid", "id", "ids", "identifier", "identifiers"}
)
_DOI = re.compile(
    r"(?:<[^<>]*>|doi|[:\s])*(?:https?://\S*?)?10\.\d{4,9}(?:\.\d+)*\.?\s*/\s*(\S+)",
    re.I,
)
_SICI = re.compile(r"(?:\(sici\))?\d{4}-\d{3}[\dx]\(", re.I)
_PMID = re.compile(
    r"(?:pmid|pubmed(?:\s*id)?|medline)?\s*(?:[:=]\s*)?\d{1,8}(?:\.0)?\s*"
    r"(?:\[(?:pmid|pubmed[^\]]*)\])?\.?"
    r"|https?://\S*(?:pubmed|/med/)\S*?\d{1,8}/?",
    re.I,
)
_PMCID = re.compile(r"(?:pmcid)?[\s:]*PMC\s?\d+\.?|https?://\S+/PMC\d+\S*", re.I)
_NCT = re.compile(r"NCT[\s:-]?\d{8}\.?|https?://\S*clinicaltrials\.gov/\S+", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTER = re.compile(r"\d{1,3}")
_ALONE = "Only the identifier is known."
_DIGITS = "Only the identifier is known; it was taken for a PubMed number."
_ONE_WORK = "Its identifiers stood in one line and were taken for one work’s."


def looks_like(head: str) -> bool:
    """Whether at least half of the first lines are identifiers; the rest is junk.

    A first row that names two columns begins a table.
    """
    lines = [line for line in head.split("\n") if line.strip()][:20]
    if not lines or _names_columns(cells_of(lines[place_of_heads(lines)])):
        return False
    lines = [line for line in lines if line.strip().lower() not in _HEADS]
    known = sum(all(map(identifier_of, _parts(line))) for line in lines)
    return bool(lines) and 2 * known >= len(lines)


def stand_beside_others(head: str) -> bool:
    """Whether most of the first lines hold a DOI and something else."""
    lines = [line for line in head.split("\n") if line.strip()][:20]
    return 2 * sum(map(bool, map(normalise_doi, lines))) > len(lines)


def _names_columns(cells: list[str]) -> bool:
    said = [cell for cell in cells if cell.strip()]
    names = are_heads(said) or len(guess_mapping(said)) > 1
    return len(said) > 1 and names and not any(map(identifier_of, said))


def read(source: Source) -> Iterator[Record | Problem]:
    """One record an identifier, with nothing else known; other lines are kept raw.

    Where every line has the same kinds of identifier, a DOI and a PubMed number, the
    lines are rows and a row is one work.
    """
    by_rows = _are_rows(source.head().split("\n"))
    number, says_pmid = 0, False
    for at, line in enumerate(source.lines(LONGEST, cut=True), 1):
        if 4 * len(line) > LONGEST and len(line.encode()) > LONGEST:
            number += 1
            yield Entry(number=number, line=at, raw_lines=[line]).endless()
            continue
        parts = _parts(line)
        if number == 0 and parts and line.strip(" \t\"',;").lower() in _HEADS:
            says_pmid = line.strip(" \t\"',;").lower() in _PMID_HEADS
            continue
        known = _of_one_work(parts) if by_rows else []
        if known:
            number += 1
            yield _record(number, at, line.strip(), known, (_ONE_WORK, _ALONE))
            continue
        is_beside = len(parts) > 1
        for part in parts:
            number += 1
            identifier = identifier_of(part)
            if identifier is None or (is_beside and _is_doubtful(part)):
                yield _problem(number, at, part, beside=is_beside)
            else:
                unsaid = part.isdigit() and not says_pmid
                why = _DIGITS if unsaid else _ALONE
                yield _record(number, at, part, [identifier], (why,))


def _of_one_work(parts: list[str]) -> list[Identifier]:
    """The identifiers of a row that are of one work: all, each of another scheme."""
    if not 1 < len(parts) <= len(SCHEMES):
        return []
    known = [identifier for identifier in map(identifier_of, parts) if identifier]
    different = len({i.scheme for i in known}) == len(parts)
    return known if different else []


def _is_doubtful(part: str) -> bool:
    """Whether a number beside an identifier is a year's or the row's, not PubMed's."""
    return bool(_YEAR.fullmatch(part) or _COUNTER.fullmatch(part))


def _parts(line: str) -> list[str]:
    parts = (part.strip(" ,;|\t\"'") for part in _DIVIDERS.split(line))
    return [part for part in parts if part]


def _are_rows(lines: list[str]) -> bool:
    """Whether all lines have identifiers of the same several schemes in one order."""
    rows = [_parts(line) for line in lines if line.strip()][:20]
    if any(_is_doubtful(part) for row in rows for part in row):
        return False
    found = [list(map(identifier_of, row)) for row in rows]
    shapes = {tuple(i.scheme if i else "" for i in row) for row in found}
    if len(found) < 2 or len(shapes) != 1:
        return False
    (shape,) = shapes
    return "" not in shape and len(set(shape)) == len(shape) > 1


def _record(
    number: int,
    at: int,
    raw: str,
    named: list[Identifier],
    warnings: tuple[str, ...],
) -> Record:
    registered = all(i.scheme in ("nct", "isrctn") for i in named)
    return Record(
        type=RecordType.REGISTRATION if registered else RecordType.OTHER,
        identifiers=tuple(named),
        fields=tuple((i.scheme, raw) for i in named),
        raw=raw,
        number=number,
        line=at,
        warnings=warnings,
    )


def _problem(number: int, at: int, part: str, beside: bool) -> Problem:
    """Why a part is no identifier; ``beside``: another part stands in its line."""
    expected = "a DOI, a PubMed number, a PMC number or an NCT number"
    what = "this is no identifier"
    if beside and _YEAR.fullmatch(part):
        what = "this may be a year"
    elif beside and _COUNTER.fullmatch(part):
        what = "this may be the row's number"
    elif normalise_doi(part):
        what = "this is a DOI and something else"
    if what != "this is no identifier":
        expected = "identifiers alone, or a first row that names the columns"
    return Problem(number, at, what, expected, part)


def identifier_of(item: str) -> Identifier | None:
    """The identifier that an item is, whole; of bare digits, a PubMed number."""
    item = item.strip()
    for scheme, value in (
        ("doi", _whole_doi(item)),
        ("nct", next(iter(find_nct(item)), None) if _NCT.fullmatch(item) else None),
        ("isrctn", next(iter(find_isrctn(item)), None) if len(item) < 17 else None),
        ("pmcid", normalise_pmcid(item) if _PMCID.fullmatch(item) else None),
        ("openalex", normalise_openalex(item)),
        ("arxiv", normalise_arxiv(item) if "arxiv" in item.lower() else None),
        ("pmid", normalise_pmid(item) if _PMID.fullmatch(item) else None),
    ):
        if value:
            return Identifier(scheme, value)
    return None


def _whole_doi(item: str) -> str | None:
    """The DOI that an item is, nothing behind it; SICIs hold commas and semicolons."""
    found = _DOI.fullmatch(item)
    if not found:
        return None
    outside = re.sub(r"\([^()]*\)|<[^<>]*>|\[[^\[\]]*\]", "", found[1])
    mixed = re.search(r"[,;|\t]\S", outside) and not _SICI.match(found[1])
    return None if mixed else normalise_doi(item)
