"""Crossref's REST API: works by DOI and by bibliographic query."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from studies.formats.fields import first_date, merged, read_pages, year_of
from studies.lookups.http import Client, LookupFailed
from studies.lookups.notices import crossref_notices
from studies.lookups.question import (
    Citation,
    Found,
    answered,
    answered_for,
    normalised,
)
from studies.records import Identifier, LookupAnswer, Name, Record, RecordType
from studies.text import (
    find_nct,
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    plain_text,
)

SERVICE = "Crossref"
_TYPES = {
    "journal-article": RecordType.ARTICLE,
    "posted-content": RecordType.PREPRINT,
    "book": RecordType.BOOK,
    "monograph": RecordType.BOOK,
    "edited-book": RecordType.BOOK,
    "reference-book": RecordType.BOOK,
    "book-chapter": RecordType.CHAPTER,
    "book-section": RecordType.CHAPTER,
    "reference-entry": RecordType.CHAPTER,
    "proceedings-article": RecordType.CONFERENCE,
    "dissertation": RecordType.THESIS,
    "report": RecordType.REPORT,
    "standard": RecordType.GUIDELINE,
    "dataset": RecordType.DATASET,
}


@dataclass(frozen=True, slots=True)
class Crossref:
    """Crossref at a base address; ``…/works`` follows it."""

    client: Client
    base: str
    most: int = 10  # candidates

    def by_identifier(self, scheme: str, value: str, *, asked_at: str) -> LookupAnswer:
        """The work of a DOI, with the notices Crossref knows on it."""
        value = normalised(scheme, value) or value

        def ask() -> Found:
            if scheme != "doi":
                raise LookupFailed(f"Crossref cannot be asked for a {scheme.upper()}.")
            answer = self.client.get(SERVICE, f"{self._works}/{quote(value, safe='')}")
            if not answer.found:
                return Found(sha256=answer.sha256)
            message = _message(answer.json())
            return _found([message], answer.sha256)

        return answered_for((scheme, value), SERVICE, asked_at, ask)

    def by_citation(self, citation: Citation, *, asked_at: str) -> LookupAnswer:
        """Works that may be the cited one, the best match first."""
        params = {"rows": str(self.most)}
        said = [citation.title or " ".join(citation.words), citation.journal]
        if citation.authors:
            params["query.author"] = " ".join(citation.authors[:3])
        if any(said):
            params["query.bibliographic"] = " ".join(filter(None, said))
        if citation.year:  # print and electronic years differ by one
            params["filter"] = (
                f"from-pub-date:{citation.year - 1},until-pub-date:{citation.year + 1}"
            )
        return answered(SERVICE, str(citation), asked_at, lambda: self._search(params))

    def notices_on(self, doi: str, *, asked_at: str) -> LookupAnswer:
        """The notices that were deposited as updates to a DOI."""
        params = {"filter": f"updates:{doi}", "rows": "20"}
        answer = answered(
            SERVICE, f"updates:{doi}", asked_at, lambda: self._search(params)
        )
        about = tuple(notice for notice in answer.notices if notice.of_doi == doi)
        return LookupAnswer(
            SERVICE,
            answer.query,
            asked_at,
            answer.status,
            answer.candidates,
            about,
            answer.sha256,
            answer.reason,
        )

    def _search(self, params: Mapping[str, str]) -> Found:
        own = {"mailto": self.client.contact} if self.client.contact else {}
        answer = self.client.get(SERVICE, self._works, {**params, **own})
        items = _message(answer.json()).get("items") if answer.found else []
        if not isinstance(items, list):
            raise LookupFailed("Crossref answered with no list of works.")
        return _found([i for i in items if isinstance(i, dict)], answer.sha256)

    @property
    def _works(self) -> str:
        return f"{self.base.rstrip('/')}/works"


def _message(data: dict[str, Any]) -> dict[str, Any]:
    message = data.get("message")
    if not isinstance(message, dict):
        raise LookupFailed("Crossref answered with JSON that holds no message.")
    return message


def _found(works: list[dict[str, Any]], sha256: str) -> Found:
    return Found(
        tuple(map(record_of, works)),
        tuple(notice for work in works for notice in crossref_notices(work)),
        sha256,
    )


def record_of(work: Mapping[str, Any]) -> Record:
    """The record of one Crossref work; what it lacks stays empty."""
    date = _date(work)
    title, subtitle = _first(work, "title"), _first(work, "subtitle")
    if subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title}: {subtitle}"
    return Record(
        type=_TYPES.get(_first(work, "type"), RecordType.OTHER),
        title=title,
        authors=tuple(_names(work.get("author"))),
        editors=tuple(_names(work.get("editor"))),
        year=year_of(date),
        date=date,
        journal=_first(work, "container-title"),
        volume=_first(work, "volume"),
        issue=_first(work, "issue"),
        pages=read_pages(_first(work, "page") or _first(work, "article-number")),
        publisher=_first(work, "publisher"),
        abstract=_first(work, "abstract"),
        language=_first(work, "language"),
        url=_first(work, "URL"),
        identifiers=merged(_identifiers(work)),
    )


def _first(work: Mapping[str, Any], key: str) -> str:
    """A value, or the first of a list of them, as one line of text."""
    value = work.get(key)
    if isinstance(value, list):
        value = next(iter(value), "")
    return plain_text(value) if isinstance(value, str) else ""


def _date(work: Mapping[str, Any]) -> str:
    """The earliest date of publication that Crossref states."""
    dates = []
    for key in ("issued", "published", "published-print", "published-online"):
        stated = work.get(key)
        parts = stated.get("date-parts") if isinstance(stated, Mapping) else None
        first = parts[0] if isinstance(parts, list) and parts else None
        if isinstance(first, list):
            dates.append("-".join(str(part) for part in first if part))
    return first_date(dates)


def _names(names: Any) -> Iterator[Name]:
    for name in names if isinstance(names, list) else []:
        if not isinstance(name, Mapping):
            continue
        family = _first(name, "family")
        if family:
            yield Name(family, _first(name, "given"), _first(name, "suffix"))
        elif _first(name, "name"):
            yield Name(_first(name, "name"), is_group=True)


def _identifiers(work: Mapping[str, Any]) -> Iterator[Identifier]:
    doi = normalise_doi(_first(work, "DOI"))
    if doi:
        yield Identifier("doi", doi)
    for scheme, key, read in (
        ("issn", "ISSN", normalise_issn),
        ("isbn", "ISBN", normalise_isbn),
    ):
        values = work.get(key)
        for value in values if isinstance(values, list) else []:
            known = read(str(value))
            if known:
                yield Identifier(scheme, known)
    trials = work.get("clinical-trial-number")
    for trial in trials if isinstance(trials, list) else []:
        number = (
            _first(trial, "clinical-trial-number") if isinstance(trial, Mapping) else ""
        )
        yield from (Identifier("nct", nct) for nct in find_nct(number))
