"""A list of DOIs, PubMed numbers or trial registrations, one or several a line."""

import re
from collections.abc import Iterator

from bibliography.formats.source import Source
from bibliography.records import Identifier, Problem, Record, RecordType
from texts.identifiers import find_nct, normalise_doi, normalise_pmcid, normalise_pmid

# What stands between two identifiers, but not between one and its own label.
_DIVIDERS = re.compile(
    r"(?<![\s,;])(?<!doi)(?<!doi:)(?<!pmid)(?<!pmid:)(?<!pmcid)(?<!pmcid:)(?<!nct)"
    r"[\s,;]+(?=(?:doi\b|https?:|10\.\d|pmid|pmc|nct|\d{4,8}\b))",
    re.I,
)
_HEADS = frozenset({"doi", "dois", "pmid", "pmids", "id", "ids", "identifier"})


def looks_like(head: str) -> bool:
    """Whether at least half of the first lines are identifiers; the rest is junk."""
    lines = [line for line in head.split("\n") if line.strip()][:20]
    lines = [line for line in lines if line.strip().lower() not in _HEADS]
    known = sum(all(map(_identifier, _parts(line))) for line in lines)
    return bool(lines) and 2 * known >= len(lines)


def read(source: Source) -> Iterator[Record | Problem]:
    """One record an identifier, with nothing else known; other lines are kept raw."""
    number = 0
    for at, line in enumerate(source.lines(), 1):
        for part in _parts(line):
            if number == 0 and part.lower() in _HEADS:
                continue
            number += 1
            yield _read_part(number, at, part)


def _parts(line: str) -> list[str]:
    return [
        part.strip(" ,;\t\"'")
        for part in _DIVIDERS.split(line)
        if part.strip(" ,;\t\"'")
    ]


def _read_part(number: int, at: int, part: str) -> Record | Problem:
    identifier = _identifier(part)
    if identifier is None:
        expected = "a DOI, a PubMed number, a PMC number or an NCT number"
        return Problem(number, at, "this is no identifier", expected, part)
    kind = RecordType.REGISTRATION if identifier.scheme == "nct" else RecordType.OTHER
    return Record(
        type=kind,
        identifiers=(identifier,),
        fields=((identifier.scheme, part),),
        raw=part,
        number=number,
        line=at,
        warnings=("Only the identifier is known.",),
    )


def _identifier(part: str) -> Identifier | None:
    """The identifier that a part is, whole."""
    doi = normalise_doi(part) if len(part.split()) <= 2 else None
    if doi:
        return Identifier("doi", doi)
    nct = find_nct(part)
    if nct and len(part) < 20:
        return Identifier("nct", nct[0])
    pmcid = normalise_pmcid(part)
    if pmcid and len(part) < 20:
        return Identifier("pmcid", pmcid)
    pmid = normalise_pmid(part)
    return Identifier("pmid", pmid) if pmid else None
