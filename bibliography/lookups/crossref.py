"""Crossref's REST API: works by DOI and by bibliographic query."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import quote

from bibliography.formats.fields import first_date, merged, read_pages, year_of
from bibliography.lookups.http import Answer, Client, LookupFailed
from bibliography.lookups.notices import crossref_notices
from bibliography.lookups.question import (
    Citation,
    Found,
    answered,
    answered_for,
    found_in,
    normalised,
    objects_in,
    stated_date,
    stated_text,
    the_one_in,
)
from bibliography.records import (
    Identifier,
    LookupAnswer,
    Record,
    RecordType,
    Related,
    Relation,
)
from texts.identifiers import (
    find_nct,
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    normalise_orcid,
)
from texts.names import Name, surname

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


# Those by which two DOIs may stand for one work, or for its parts; a review of a work,
# or a reply to it, is not among them. Crossref, "Relationships".
_RELATIONS = {
    "is-preprint-of": Relation.PREPRINT_OF,
    "has-preprint": Relation.HAS_PREPRINT,
    "is-same-as": Relation.SAME_AS,
    "is-identical-to": Relation.SAME_AS,
    "is-version-of": Relation.VERSION_OF,
    "has-version": Relation.HAS_VERSION,
    "is-translation-of": Relation.TRANSLATION_OF,
    "has-translation": Relation.HAS_TRANSLATION,
    "is-supplement-to": Relation.SUPPLEMENT_TO,
    "is-supplemented-by": Relation.HAS_SUPPLEMENT,
}
_MOST_RELATED = 20  # data sets name thousands of versions


@dataclass(frozen=True, slots=True)
class Crossref:
    """Crossref at a base address; ``…/works`` follows it."""

    client: Client
    base: str
    most: int = 10  # candidates

    def by_identifier(self, scheme: str, value: str) -> LookupAnswer:
        """The work of a DOI, with the notices Crossref knows on it."""
        value = normalised(scheme, value) or value

        def ask() -> Found:
            if scheme != "doi":
                raise LookupFailed(f"Crossref cannot be asked for a {scheme.upper()}.")
            address = f"{self._works}/{quote(value, safe='')}"
            return self.client.get(SERVICE, address, read=_one_work)

        return answered_for((scheme, value), SERVICE, self.client.now(), ask)

    def by_citation(self, citation: Citation) -> LookupAnswer:
        """Works that may be the cited one, the best match first."""
        params = {"rows": str(self.most)}
        said = [citation.title or " ".join(citation.words), citation.journal]
        if citation.authors:
            params["query.author"] = " ".join(map(surname, citation.authors[:3]))
        if any(said):
            params["query.bibliographic"] = " ".join(filter(None, said))
        if citation.year and not citation.title:  # print and electronic differ by one
            params["filter"] = (
                f"from-pub-date:{citation.year - 1},until-pub-date:{citation.year + 1}"
            )
        return self._search(str(citation), params)

    def notices_on(self, doi: str) -> LookupAnswer:
        """The notices that were deposited as updates to a DOI."""
        params = {"filter": f"updates:{doi}", "rows": "20"}
        answer = self._search(f"updates:{doi}", params)
        about = tuple(notice for notice in answer.notices if notice.of_doi == doi)
        return replace(answer, notices=about)

    def _search(self, query: str, params: Mapping[str, str]) -> LookupAnswer:
        def ask() -> Found:
            return self.client.get(
                SERVICE,
                self._works,
                params,
                read=_works_listed,
                asker=self.client.mailto,
            )

        return answered(SERVICE, query, self.client.now(), ask)

    @property
    def _works(self) -> str:
        return f"{self.base.rstrip('/')}/works"


def _one_work(answer: Answer) -> Found:
    if not answer.found:
        return found_in(answer)
    return the_one_in(answer, _found(answer, [_message(answer)]))


def _works_listed(answer: Answer) -> Found:
    items = _message(answer).get("items") if answer.found else []
    if not isinstance(items, list):
        raise LookupFailed("Crossref answered with no list of works.")
    return _found(answer, [item for item in items if isinstance(item, dict)])


def _message(answer: Answer) -> dict[str, Any]:
    message = answer.json().get("message")
    if not isinstance(message, dict):
        raise LookupFailed("Crossref answered with JSON that holds no message.")
    return message


def _found(answer: Answer, works: list[dict[str, Any]]) -> Found:
    notices = (notice for work in works for notice in crossref_notices(work))
    return found_in(answer, map(record_of, works), notices)


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
        related=tuple(islice(_related(work), _MOST_RELATED)),
        years=tuple(filter(None, map(year_of, _dates(work)))),
        journals=tuple(_journals(work)),
    )


def _first(work: Mapping[str, Any], key: str) -> str:
    """A value, or the first of a list of them, as one line of text."""
    value = work.get(key)
    if isinstance(value, list):
        value = next(iter(value), "")
    return stated_text(value)


def _date(work: Mapping[str, Any]) -> str:
    """The earliest date of publication that Crossref states."""
    return first_date(_dates(work))


def _dates(work: Mapping[str, Any]) -> list[str]:
    """The dates of publication, of print and online, as far as stated."""
    keys = ("issued", "published", "published-print", "published-online")
    return [date for key in keys if (date := stated_date(work.get(key)))]


def _journals(work: Mapping[str, Any]) -> Iterator[str]:
    """All names of what contains a work: its series, its short name, its meeting."""
    for key in ("container-title", "short-container-title"):
        names = work.get(key)
        yield from map(stated_text, names if isinstance(names, list) else [names])
    meeting = work.get("event")
    if isinstance(meeting, Mapping):
        yield from (_first(meeting, key) for key in ("name", "acronym"))


def _names(names: Any) -> Iterator[Name]:
    for name in objects_in(names):
        family = _first(name, "family")
        if family:
            given, suffix = _first(name, "given"), _first(name, "suffix")
            orcid = normalise_orcid(_first(name, "ORCID")) or ""
            yield Name(family, given, suffix, orcid=orcid)
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
    for trial in objects_in(work.get("clinical-trial-number")):
        number = _first(trial, "clinical-trial-number")
        yield from (Identifier("nct", nct) for nct in find_nct(number))


def _related(work: Mapping[str, Any]) -> Iterator[Related]:
    """The works with a DOI of their own that Crossref relates to one."""
    stated = work.get("relation")
    for name, others in stated.items() if isinstance(stated, Mapping) else ():
        for other in objects_in(others) if name in _RELATIONS else ():
            doi = normalise_doi(_first(other, "id"))
            if doi and _first(other, "id-type").lower() == "doi":
                yield Related(_RELATIONS[name], doi)
