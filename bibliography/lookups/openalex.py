"""OpenAlex's API: works by DOI, PMID or its own number, and by search."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from bibliography.formats.csl import csl_item
from bibliography.formats.fields import first_date, merged, read_pages, year_of
from bibliography.lookups.http import Answer, Client, LookupFailed
from bibliography.lookups.notices import openalex_notices
from bibliography.lookups.question import (
    Citation,
    Found,
    answered,
    answered_for,
    as_old_as,
    found_in,
    normalised,
    objects_in,
    stated_text,
    telling_words,
    the_one_in,
)
from bibliography.lookups.searching import MOST_FOUND, SearchAnswer
from bibliography.records import Identifier, LookupAnswer, Record, RecordType
from texts.identifiers import (
    normalise_doi,
    normalise_issn,
    normalise_openalex,
    normalise_pmcid,
    normalise_pmid,
)
from texts.names import split_names, surname
from texts.titles import plain_text

SERVICE = "OpenAlex"
A_PAGE = 200  # works of a search in one answer
AT_ONCE = 50  # works asked for by their numbers in one request
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
    key: str = ""
    most: int = 10  # candidates
    searches_once: bool = False  # one question in place of one after the other

    @property
    def _asker(self) -> dict[str, str]:
        """Who asks: the key, which OpenAlex reckons by, and where to write."""
        return self.client.mailto | ({"api_key": self.key} if self.key else {})

    def by_identifier(self, scheme: str, value: str) -> LookupAnswer:
        """The work of a DOI, PMID, PMCID or OpenAlex number."""
        value = normalised(scheme, value) or value

        def ask() -> Found:
            if scheme not in _KEYS:
                raise LookupFailed(f"OpenAlex cannot be asked for a {scheme.upper()}.")
            key = quote(_KEYS[scheme].format(value), safe=":/")
            return self.client.get(
                SERVICE,
                f"{self._works}/{key}",
                read=_one_work,
                asker=self._asker,
            )

        return answered_for((scheme, value), SERVICE, self.client.now(), ask)

    def by_citation(self, citation: Citation) -> LookupAnswer:
        """Works that may be the cited one, the best match first.

        A title is searched for first, and where nothing has it the place in the
        journal is asked for; without a title the place comes first.
        """

        def ask() -> Found:
            found = Found()
            for question in _questions(citation, only_one=self.searches_once):
                found = as_old_as(found.asked_at, self._listed(question))
                if found.records:
                    break
            return found

        return answered(SERVICE, str(citation), self.client.now(), ask)

    def search(self, query: str, since: date | None = None) -> SearchAnswer:
        """The numbers of all works that a search strategy finds, word for word.

        With ``since``, only of those that OpenAlex took in on that day or later, which
        it tells whoever has a key. Of more than ``MOST_FOUND`` the first page alone is
        asked for. Raises ``LookupFailed``.
        """
        asked = {"search": query, "select": "id", "per-page": str(A_PAGE)}
        if since:
            asked["filter"] = f"from_created_date:{since:%Y-%m-%d}"
        pages: list[_Page] = []
        cursor = "*"
        while cursor:
            params = {**asked, "cursor": cursor}
            page = self.client.get(
                SERVICE, self._works, params, read=_page, asker=self._asker
            )
            pages.append(page)
            known = A_PAGE * len(pages)
            more = known < min(page.count, MOST_FOUND) and page.count <= MOST_FOUND
            cursor = page.next if more else ""
        return _whole(pages, page.asked_at)

    def read_search(self, text: str, asked_at: datetime) -> SearchAnswer:
        """The pages of a search, as they came, a line each. Raises ``LookupFailed``."""
        lines = text.split("\n")
        return _whole([_read_page(json.loads(n), n, asked_at) for n in lines], asked_at)

    def records(self, numbers: Sequence[str]) -> Iterator[bytes]:
        """Some works as CSL-JSON, a line each, in pieces of one file.

        Raises ``LookupFailed``.
        """
        for at in range(0, len(numbers), AT_ONCE):
            wanted = "|".join(numbers[at : at + AT_ONCE])
            question = {"filter": f"openalex:{wanted}", "per-page": str(AT_ONCE)}
            found = self.client.get(
                SERVICE, self._works, question, read=_works_listed, asker=self._asker
            )
            for record in found.records:
                item = csl_item(record, key=record.identifier("openalex") or "")
                yield f"{json.dumps(item, ensure_ascii=False)}\n".encode()

    def _listed(self, question: Mapping[str, str]) -> Found:
        """The works that one question finds."""
        params = {**question, "per-page": str(self.most)}
        return self.client.get(
            SERVICE,
            self._works,
            params,
            read=_works_listed,
            asker=self._asker,
        )

    @property
    def _works(self) -> str:
        return f"{self.base.rstrip('/')}/works"


def _questions(citation: Citation, *, only_one: bool) -> list[dict[str, str]]:
    """What is asked, one after the other until a work is found.

    All words that are asked for have to be there: where there is only one question
    neither author nor year stand beside a title; they may be what is cited wrongly.
    """
    words = telling_words([citation.title, *citation.words])
    is_title_alone = only_one and bool(citation.title)
    first = [surname(name) for name in citation.authors[: 0 if is_title_alone else 1]]
    search = " ".join([*first, *words]) or citation.journal
    # Print and electronic years differ by one.
    year = citation.year
    years = [f"publication_year:{year - 1}-{year + 1}"] if year else []
    narrowed = bool(years) and not is_title_alone
    wide = {"search": search} | ({"filter": years[0]} if narrowed else {})
    place = _place(citation)
    if not place:
        return [wide]
    placed = {"filter": ",".join([*place, *years])}
    both = [wide, placed] if citation.title else [placed, wide]
    return both[:1] if only_one else both


def _place(citation: Citation) -> list[str]:
    """The filters for author, volume and first page; none where one is not known."""
    names = [surname(name) for name in citation.authors[:1]]
    name = " ".join(re.sub(r"[^\w'’-]", " ", " ".join(names)).split())
    if not (name and citation.is_placed):
        return []
    return [
        f"raw_author_name.search:{name}",
        f"biblio.volume:{citation.volume}",
        f"biblio.first_page:{citation.page}",
    ]


def _one_work(answer: Answer) -> Found:
    if not answer.found:
        return found_in(answer)
    return the_one_in(answer, _found(answer, [answer.json()]))


def _works_listed(answer: Answer) -> Found:
    results = answer.json().get("results") if answer.found else []
    if not isinstance(results, list):
        raise LookupFailed("OpenAlex answered with no list of works.")
    return _found(answer, [item for item in results if isinstance(item, dict)])


@dataclass(frozen=True, slots=True)
class _Page:
    """One page of what a search found, its answer on one line."""

    count: int
    numbers: tuple[str, ...]
    next: str  # the cursor of the page behind it
    text: str
    asked_at: datetime


def _page(answer: Answer) -> _Page:
    told = answer.json() if answer.found else {}
    return _read_page(told, json.dumps(told, ensure_ascii=False), answer.asked_at)


def _read_page(told: Mapping[str, Any], text: str, asked_at: datetime) -> _Page:
    meta, results = _object(told, "meta"), told.get("results")
    count = meta.get("count")
    if not (isinstance(count, int) and isinstance(results, list)):
        raise LookupFailed("OpenAlex did not say how many works it found.")
    ids = (normalise_openalex(_text(work, "id")) for work in objects_in(results))
    cursor = _text(meta, "next_cursor")
    return _Page(count, tuple(filter(None, ids)), cursor, text, asked_at)


def _whole(pages: Sequence[_Page], asked_at: datetime) -> SearchAnswer:
    """What the pages of a search say together."""
    numbers = dict.fromkeys(number for page in pages for number in page.numbers)
    text = "\n".join(page.text for page in pages)
    return SearchAnswer(pages[0].count, tuple(numbers), "", text, asked_at)


def _found(answer: Answer, works: list[dict[str, Any]]) -> Found:
    records = [record_of(work) for work in works]
    notices = (
        notice
        for work, record in zip(works, records, strict=True)
        for notice in openalex_notices(work, record.doi, record.pmid)
    )
    return found_in(answer, records, notices)


def record_of(work: Mapping[str, Any]) -> Record:
    """The record of one OpenAlex work; what it lacks stays empty."""
    date = first_date(
        [_text(work, "publication_date"), _text(work, "publication_year")]
    )
    source = _object(_object(work, "primary_location"), "source")
    biblio = _object(work, "biblio")
    names = [
        _text(a, "raw_author_name") or _text(_object(a, "author"), "display_name")
        for a in objects_in(work.get("authorships"))
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
    return stated_text(value.get(key))


def _abstract(index: Any) -> str:
    """An abstract from {word: [positions]}."""
    if not isinstance(index, Mapping):
        return ""
    placed = sorted(
        (at, word)
        for word, places in index.items()
        if isinstance(places, list)
        for at in places
        if isinstance(at, int)
    )
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
