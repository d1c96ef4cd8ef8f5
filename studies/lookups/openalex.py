"""OpenAlex's API: works by DOI, PMID or its own number, and by search."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from studies.formats.fields import first_date, merged, read_pages, year_of
from studies.lookups.http import Client, LookupFailed
from studies.lookups.notices import openalex_notices
from studies.lookups.question import (
    Citation,
    Found,
    answered,
    answered_for,
    normalised,
    telling_words,
)
from studies.records import Identifier, LookupAnswer, Record, RecordType
from studies.text import (
    normalise_doi,
    normalise_issn,
    normalise_pmcid,
    normalise_pmid,
    plain_text,
    split_names,
)

SERVICE = "OpenAlex"
_KEYS = {
    "doi": "https://doi.org/{}",
    "pmid": "pmid:{}",
    "pmcid": "pmcid:{}",
    "openalex": "{}",
}
_TYPES = {
    "article": RecordType.ARTICLE,
    "review": RecordType.ARTICLE,
    "letter": RecordType.ARTICLE,
    "editorial": RecordType.ARTICLE,
    "preprint": RecordType.PREPRINT,
    "book": RecordType.BOOK,
    "book-chapter": RecordType.CHAPTER,
    "dissertation": RecordType.THESIS,
    "report": RecordType.REPORT,
    "standard": RecordType.GUIDELINE,
    "dataset": RecordType.DATASET,
}


@dataclass(frozen=True, slots=True)
class OpenAlex:
    """OpenAlex at a base address; ``…/works`` follows it."""

    client: Client
    base: str
    most: int = 10  # candidates

    def by_identifier(self, scheme: str, value: str, *, asked_at: str) -> LookupAnswer:
        """The work of a DOI, PMID, PMCID or OpenAlex number."""
        value = normalised(scheme, value) or value

        def ask() -> Found:
            if scheme not in _KEYS:
                raise LookupFailed(f"OpenAlex cannot be asked for a {scheme.upper()}.")
            key = quote(_KEYS[scheme].format(value), safe=":/")
            answer = self.client.get(SERVICE, f"{self._works}/{key}", self._own())
            return (
                _found([answer.json()], answer.sha256)
                if answer.found
                else Found(sha256=answer.sha256)
            )

        return answered_for((scheme, value), SERVICE, asked_at, ask)

    def by_citation(self, citation: Citation, *, asked_at: str) -> LookupAnswer:
        """Works that may be the cited one, the best match first."""
        words = telling_words([citation.title, *citation.words])
        search = " ".join([*citation.authors[:1], *words]) or citation.journal
        params = {"search": search, "per-page": str(self.most)}
        if citation.year:  # print and electronic years differ by one
            params["filter"] = (
                f"publication_year:{citation.year - 1}-{citation.year + 1}"
            )

        def ask() -> Found:
            answer = self.client.get(SERVICE, self._works, params | self._own())
            results = answer.json().get("results") if answer.found else []
            if not isinstance(results, list):
                raise LookupFailed("OpenAlex answered with no list of works.")
            return _found([r for r in results if isinstance(r, dict)], answer.sha256)

        return answered(SERVICE, str(citation), asked_at, ask)

    def _own(self) -> dict[str, str]:
        return {"mailto": self.client.contact} if self.client.contact else {}

    @property
    def _works(self) -> str:
        return f"{self.base.rstrip('/')}/works"


def _found(works: list[dict[str, Any]], sha256: str) -> Found:
    records = [record_of(work) for work in works]
    notices = (
        notice
        for work, record in zip(works, records, strict=True)
        for notice in openalex_notices(work, record.doi, record.pmid)
    )
    return Found(tuple(records), tuple(notices), sha256)


def record_of(work: Mapping[str, Any]) -> Record:
    """The record of one OpenAlex work; what it lacks stays empty."""
    date = first_date(
        [_text(work, "publication_date"), str(work.get("publication_year"))]
    )
    source = _object(_object(work, "primary_location"), "source")
    biblio = _object(work, "biblio")
    names = [
        _text(a, "raw_author_name") or _text(_object(a, "author"), "display_name")
        for a in work.get("authorships") or []
        if isinstance(a, Mapping)
    ]
    return Record(
        type=_TYPES.get(_text(work, "type"), RecordType.OTHER),
        title=_text(work, "title") or _text(work, "display_name"),
        authors=split_names(names),
        year=year_of(date),
        date=date,
        journal=_text(source, "display_name"),
        volume=_text(biblio, "volume"),
        issue=_text(biblio, "issue"),
        pages=read_pages(_text(biblio, "first_page"), _text(biblio, "last_page")),
        publisher=_text(source, "host_organization_name"),
        abstract=_abstract(work.get("abstract_inverted_index")),
        language=_text(work, "language"),
        url=_text(_object(work, "primary_location"), "landing_page_url"),
        identifiers=merged(_identifiers(work, source)),
    )


def _object(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = value.get(key)
    return found if isinstance(found, Mapping) else {}


def _text(value: Mapping[str, Any], key: str) -> str:
    found = value.get(key)
    return plain_text(found) if isinstance(found, str) else ""


def _abstract(index: Any) -> str:
    """An abstract from {word: [positions]}."""
    if not isinstance(index, Mapping):
        return ""
    placed = sorted((at, word) for word, places in index.items() for at in places)
    return plain_text(" ".join(word for _, word in placed))


def _identifiers(
    work: Mapping[str, Any], source: Mapping[str, Any]
) -> Iterator[Identifier]:
    ids = _object(work, "ids")
    known = (
        ("doi", normalise_doi(_text(work, "doi") or _text(ids, "doi"))),
        ("pmid", normalise_pmid(_text(ids, "pmid"))),
        ("pmcid", normalise_pmcid(_pmcid_written(_text(ids, "pmcid")))),
        ("openalex", _text(work, "id").rpartition("/")[2]),
        ("issn", normalise_issn(_text(source, "issn_l"))),
    )
    return (Identifier(scheme, value) for scheme, value in known if value)


def _pmcid_written(value: str) -> str:
    """OpenAlex gives an address that ends in the number, with or without PMC."""
    number = value.rstrip("/").rpartition("/")[2]
    return f"PMC{number}" if number.isdigit() else number
