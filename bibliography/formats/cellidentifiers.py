"""The identifiers in a row's cells, and what in their columns is none."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from bibliography.formats.fields import (
    dois_in,
    marked_pmids_in,
    medline_number,
    merged,
    named_identifiers,
    registrations_in,
    serial_numbers_in,
    stated,
    url_identifiers,
)
from bibliography.formats.numbers import identifier_of
from bibliography.records import Identifier, Scheme
from texts.identifiers import (
    normalise_arxiv,
    normalise_doi,
    normalise_openalex,
    normalise_pmcid,
    normalise_pmid,
)

_READ_BY: dict[str, Callable[[str], str | None]] = {
    "doi": normalise_doi,
    "pmid": normalise_pmid,
    "pmcid": normalise_pmcid,
    "arxiv": normalise_arxiv,
    "openalex": normalise_openalex,
}
_SEVERAL = re.compile(r"[\n;|]+|,\s|\s+(?=10\.\d|https?:)")
_BARE_DIGITS = re.compile(r"[\d.,]*")


def identifiers_in(cells: Mapping[str, str]) -> tuple[Identifier, ...]:
    """The identifiers of the one work that a row is about, from its cells by field."""
    ut = medline_number(cells.get("ut", ""))
    return merged(
        dois_in([cells.get("doi", "")]),
        *(_read(cells, scheme) for scheme in _READ_BY if scheme != "doi"),
        [Identifier("pmid", ut)] if ut and not cells.get("pmid") else [],
        registrations_in([cells.get("nct", ""), cells.get("isrctn", "")]),
        url_identifiers([cells.get("url", "")]),
        marked_pmids_in([cells.get("notes", "")]),
        serial_numbers_in([cells.get("issn", ""), cells.get("isbn", "")]),
        named_identifiers(cells.get("identifiers", "").split(" ")),
        _self_named(cells.get("id", "")),
    )


def _read(cells: Mapping[str, str], scheme: str) -> Iterator[Identifier]:
    said = cells.get(scheme, "").strip()
    value = _READ_BY[scheme](said) or _READ_BY[scheme](_first_of(said))
    if value:
        yield Identifier(scheme, value)


def _first_of(cell: str) -> str:
    return next((part for part in _SEVERAL.split(cell) if part.strip()), "")


def _self_named(cell: str) -> Iterable[Identifier]:
    """The identifier of a column "id", which bare digits do not name."""
    if _BARE_DIGITS.fullmatch(cell.strip()):
        return []
    found = identifier_of(cell)
    return [found] if found else []


def unread(cells: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each cell that no identifier of its column can be read from."""
    registered = stated(cells.get("nct", ""))
    if registered and not any(registrations_in([registered])):
        yield f"“{registered[:60]}” is no registration that is known here."
    for scheme, read in _READ_BY.items():
        said = stated(cells.get(scheme, ""))
        if not said:
            continue
        name = Scheme(scheme).label
        values = [value for value in map(read, _SEVERAL.split(said)) if value]
        if len(set(values)) > 1:
            yield f"More than one {name} stands in the row; the first was taken."
        elif not (values or read(said)):
            yield f"“{said[:60]}” is no {name}."
