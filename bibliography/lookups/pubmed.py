"""PubMed through NCBI's E-utilities (esearch, then efetch).

Source: "A General Introduction to the E-utilities", NCBI Bookshelf NBK25497.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from lxml import etree

from bibliography.formats import pubmed as pubmed_xml
from bibliography.formats import xmlrecords
from bibliography.formats.source import Source
from bibliography.formats.xmlrecords import NotXML
from bibliography.lookups.http import Answer, Client, LookupFailed
from bibliography.lookups.notices import pubmed_notices
from bibliography.lookups.question import (
    Citation,
    Found,
    answered,
    answered_for,
    as_old_as,
    found_in,
    normalised,
    telling_words,
)
from bibliography.lookups.searching import MOST_FOUND, SearchAnswer
from bibliography.records import LookupAnswer, NoticeFound, Record
from texts.identifiers import normalise_pmid
from texts.names import surname

SERVICE = "PubMed"
R = TypeVar("R")
_SET_ENDS = re.compile(rb"(?:</PubmedArticleSet\s*>|<PubmedArticleSet\s*/>)\s*$")
_SET = re.compile(rb"<PubmedArticleSet[^>]*>(.*)</PubmedArticleSet\s*>\s*$", re.DOTALL)
_FIELDS = {"doi": "aid", "pmcid": "pmcid", "nct": "si"}
AT_ONCE = 200  # records asked for in one request


@dataclass(frozen=True, slots=True)
class PubMed:
    """PubMed at a base address; ``…/esearch.fcgi`` and ``…/efetch.fcgi`` follow it."""

    client: Client
    base: str
    key: str = ""
    most: int = 10  # candidates
    searches_once: bool = False  # one term in place of narrower and wider ones

    def by_identifier(self, scheme: str, value: str) -> LookupAnswer:
        """The record of a PMID, DOI, PMCID or NCT number."""
        value = normalised(scheme, value) or value

        def ask() -> Found:
            if scheme == "pmid":
                return self._fetch([value])
            if scheme not in _FIELDS:
                raise LookupFailed(f"PubMed cannot be asked for a {scheme.upper()}.")
            return self._search(f'"{value}"[{_FIELDS[scheme]}]')

        return answered_for((scheme, value), SERVICE, self.client.now(), ask)

    def by_citation(self, citation: Citation) -> LookupAnswer:
        """Records that may be the cited work: the exact search first, then wider."""
        terms = list(dict.fromkeys(_terms(citation)))
        if self.searches_once:
            terms = _one_term(citation) or terms[:1]

        def ask() -> Found:
            found = Found()
            for term in terms:
                found = as_old_as(found.asked_at, self._search(term))
                if found.records:
                    break
            return found

        query = terms[0] if terms else str(citation)
        return answered(SERVICE, query, self.client.now(), ask)

    def reviews(self, words: str) -> LookupAnswer:
        """Systematic reviews that hold some words, by PubMed's own filter for them."""
        plain = " ".join(re.sub(r'["\[\]()*]', " ", words).split())
        term = f"({plain}) AND systematic[sb]"
        return answered(SERVICE, term, self.client.now(), lambda: self._search(term))

    def search(self, query: str, since: date | None = None) -> SearchAnswer:
        """The numbers of all records that a search strategy finds, word for word.

        With ``since``, only of those that PubMed took in on that day or later. Raises
        ``LookupFailed``.
        """
        asked = {"term": query, "retmax": str(MOST_FOUND)}
        if since:
            entered = {"mindate": f"{since:%Y/%m/%d}", "maxdate": "3000"}
            asked |= {"datetype": "edat", **entered}
        return self._get("esearch.fcgi", asked, _searched)

    def read_search(self, text: str, asked_at: datetime) -> SearchAnswer:
        """An answer of esearch, as it came. Raises ``LookupFailed``."""
        return _read_search(text, asked_at)

    def records(self, pmids: Sequence[str]) -> Iterator[bytes]:
        """PubMed's XML of some records, in pieces of one file.

        Raises ``LookupFailed``.
        """
        yield b'<?xml version="1.0" encoding="UTF-8"?>\n<PubmedArticleSet>\n'
        for at in range(0, len(pmids), AT_ONCE):
            asked = {"id": ",".join(pmids[at : at + AT_ONCE]), "retmode": "xml"}
            yield self._get("efetch.fcgi", asked, _articles)
        yield b"\n</PubmedArticleSet>\n"

    def _search(self, term: str) -> Found:
        """The records that a search term finds, the best first."""
        asked = {"term": term, "retmax": str(self.most), "sort": "relevance"}
        pmids, found = self._get("esearch.fcgi", asked, _pmids)
        return as_old_as(found.asked_at, self._fetch(pmids)) if pmids else found

    def _fetch(self, pmids: list[str]) -> Found:
        """The records of some PMIDs, with the notices on them."""
        asked = {"id": ",".join(pmids), "retmode": "xml"}
        return self._get("efetch.fcgi", asked, _records)

    def _get(
        self, tool: str, params: Mapping[str, str], read: Callable[[Answer], R]
    ) -> R:
        asker = {"tool": "footing"} | ({"api_key": self.key} if self.key else {})
        if self.client.contact:
            asker["email"] = self.client.contact
        address = f"{self.base.rstrip('/')}/{tool}"
        params = {"db": "pubmed", **params}
        return self.client.get(SERVICE, address, params, read=read, asker=asker)


def _pmids(answer: Answer) -> tuple[list[str], Found]:
    """The numbers a search found, and the same as an answer without records."""
    return _numbers_in(_root_of(answer.text())), found_in(answer)


def _read_search(text: str, asked_at: datetime) -> SearchAnswer:
    root = _root_of(text)
    count = xmlrecords.text_of(root, "Count")
    if not count.isdecimal():
        raise LookupFailed("PubMed did not say how many records it found.")
    return SearchAnswer(
        count=int(count),
        numbers=tuple(dict.fromkeys(_numbers_in(root))),
        understood_as=xmlrecords.text_of(root, "QueryTranslation"),
        text=text,
        asked_at=asked_at,
    )


def _searched(answer: Answer) -> SearchAnswer:
    return _read_search(answer.text(), answer.asked_at)


def _root_of(text: str) -> etree._Element:
    """The root of an esearch answer that found something, or nothing."""
    try:
        root = xmlrecords.parse(text)
    except NotXML as error:
        raise LookupFailed("PubMed answered with something that is not XML.") from error
    if root.tag != "eSearchResult" or root.find("ERROR") is not None:
        said = xmlrecords.text_of(root, "ERROR") or "something that is no search result"
        raise LookupFailed(f"PubMed answered: {said}.")
    return root


def _numbers_in(root: etree._Element) -> list[str]:
    numbers = map(normalise_pmid, xmlrecords.texts_of(root, "IdList/Id"))
    return list(filter(None, numbers))


def _articles(answer: Answer) -> bytes:
    """The records within an efetch answer, whatever each holds."""
    _expect_whole_set(answer)
    found = _SET.search(answer.content)
    return found[1] if found else b""


def _expect_whole_set(answer: Answer) -> None:
    """Raise ``LookupFailed`` for what is no set of records, or the beginning of one."""
    if not pubmed_xml.looks_like(answer.text()[:2000]):
        raise LookupFailed("PubMed answered with something that holds no records.")
    if not _SET_ENDS.search(answer.content):
        raise LookupFailed("PubMed broke off its answer.")


def _records(answer: Answer) -> Found:
    """The records of an efetch answer; none where the set is empty, and whole."""
    _expect_whole_set(answer)
    read = list(_entries(answer))
    notices = (notice for _, told in read for notice in told)
    return found_in(answer, (record for record, _ in read), notices)


def _entries(answer: Answer) -> Iterator[tuple[Record, list[NoticeFound]]]:
    """Each record of an efetch answer with its notices. Raises ``LookupFailed``."""
    for entry in xmlrecords.entries(
        Source(answer.content), "PubmedArticle", "PubmedBookArticle"
    ):
        record = pubmed_xml.read_entry(entry)
        if not isinstance(record, Record):
            raise LookupFailed(
                "PubMed answered with a record that is not well-formed XML."
            )
        element = xmlrecords.parse_mended(entry.raw, [])
        yield record, list(pubmed_notices(element, record.pmid, record.doi))


def _terms(citation: Citation) -> Iterator[str]:
    """Search terms, from the most to the least exact.

    The words of the title or topic, author and year together, or the place in the
    journal; then without the words, so that what shares only surname and year still
    shows as a candidate.
    """
    authors = [f"{surname(name)}[au]" for name in citation.authors[:3]]
    years = [f"{citation.year}[dp]"] if citation.year else []
    title = [f"{word}[ti]" for word in telling_words([citation.title])]
    words = [f"{word}[tiab]" for word in telling_words(citation.words)]
    exact = " AND ".join([*authors[:1], *years, *title])
    place = _place(citation)
    if place:  # with a title in one request; the place alone may be another work's
        yield f"({place}) OR ({exact})" if title else place
    elif exact.count(" AND "):
        yield exact
    for term in ([*authors, *years, *words], title):
        if len(term) > 1:
            yield " AND ".join(term)
    if citation.authors and citation.year:
        yield " AND ".join([*authors[:1], *years])


def _one_term(citation: Citation) -> list[str]:
    """The one term that finds most: the title's words, or the place in the journal.

    Neither author nor year narrow it: they may be what is cited wrongly.
    """
    title = [f"{word}[ti]" for word in telling_words([citation.title])]
    place = _place(citation)
    parts = [f"({' AND '.join(title)})"] * (len(title) > 1) + [f"({place})"] * bool(
        place
    )
    return [" OR ".join(parts)] if parts else []


def _place(citation: Citation) -> str:
    """The term for volume and first page, with who or what they are of; "" without.

    Print and electronic years differ by one.
    """
    journal = " ".join(re.sub(r'["\[\]()]', " ", citation.journal).split())
    if citation.authors:
        of = f"{surname(citation.authors[0])}[au]"
    else:
        of = f'"{journal}"[ta]' if journal else ""
    if not (of and citation.is_placed):
        return ""
    year = citation.year
    years = [f"{year - 1}:{year + 1}[dp]"] if year else []
    place = (f"{citation.volume}[vi]", f"{citation.page}[pg]")
    return " AND ".join([of, *years, *place])
