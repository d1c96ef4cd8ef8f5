"""PubMed through NCBI's E-utilities (esearch, then efetch).

Source: "A General Introduction to the E-utilities", NCBI Bookshelf NBK25497.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from studies.formats import pubmed as pubmed_xml
from studies.formats import xmlrecords
from studies.formats.source import Source
from studies.formats.xmlrecords import NotXML
from studies.lookups.http import Answer, Client, LookupFailed
from studies.lookups.notices import pubmed_notices
from studies.lookups.question import (
    Citation,
    Found,
    answered,
    answered_for,
    normalised,
    telling_words,
)
from studies.records import LookupAnswer, NoticeFound, Record
from studies.text import surname

SERVICE = "PubMed"
_FIELDS = {"doi": "aid", "pmcid": "pmcid", "nct": "si"}


@dataclass(frozen=True, slots=True)
class PubMed:
    """PubMed at a base address; ``…/esearch.fcgi`` and ``…/efetch.fcgi`` follow it."""

    client: Client
    base: str
    most: int = 10  # candidates

    def by_identifier(self, scheme: str, value: str, *, asked_at: str) -> LookupAnswer:
        """The record of a PMID, DOI, PMCID or NCT number."""
        value = normalised(scheme, value) or value

        def ask() -> Found:
            if scheme == "pmid":
                return self._fetch([value])
            if scheme not in _FIELDS:
                raise LookupFailed(f"PubMed cannot be asked for a {scheme.upper()}.")
            return self._search(f'"{value}"[{_FIELDS[scheme]}]')

        return answered_for((scheme, value), SERVICE, asked_at, ask)

    def by_citation(self, citation: Citation, *, asked_at: str) -> LookupAnswer:
        """Records that may be the cited work: the exact search first, then wider."""
        terms = list(_terms(citation))

        def ask() -> Found:
            found = Found()
            for term in terms:
                found = self._search(term)
                if found.records:
                    break
            return found

        query = terms[0] if terms else str(citation)
        return answered(SERVICE, query, asked_at, ask)

    def _search(self, term: str) -> Found:
        """The records that a search term finds, the best first."""
        answer = self._get(
            "esearch.fcgi", term=term, retmax=str(self.most), sort="relevance"
        )
        root = _parsed(answer)
        if root.tag != "eSearchResult" or root.find("ERROR") is not None:
            said = (
                xmlrecords.text_of(root, "ERROR")
                or "something that is no search result"
            )
            raise LookupFailed(f"PubMed answered: {said}.")
        pmids = xmlrecords.texts_of(root, "IdList/Id")
        return self._fetch(pmids) if pmids else Found(sha256=answer.sha256)

    def _fetch(self, pmids: list[str]) -> Found:
        """The records of some PMIDs, with the notices on them."""
        answer = self._get("efetch.fcgi", id=",".join(pmids), retmode="xml")
        if not pubmed_xml.looks_like(answer.text()[:2000]):
            if b"PubmedArticleSet" in answer.content or not answer.found:
                return Found(sha256=answer.sha256)
            raise LookupFailed("PubMed answered with something that holds no records.")
        read = list(_entries(answer))
        return Found(
            tuple(record for record, _ in read),
            tuple(notice for _, notices in read for notice in notices),
            answer.sha256,
        )

    def _get(self, tool: str, **params: str) -> Answer:
        own = {"db": "pubmed", "tool": "footing"}
        if self.client.contact:
            own["email"] = self.client.contact
        address = f"{self.base.rstrip('/')}/{tool}"
        return self.client.get(SERVICE, address, own | params)


def _parsed(answer: Answer) -> etree._Element:
    try:
        return xmlrecords.parse(answer.text())
    except NotXML as error:
        raise LookupFailed("PubMed answered with something that is not XML.") from error


def _entries(answer: Answer) -> Iterator[tuple[Record, list[NoticeFound]]]:
    """Each record of an efetch answer with its notices."""
    for entry in xmlrecords.entries(
        Source(answer.content), "PubmedArticle", "PubmedBookArticle"
    ):
        record = pubmed_xml.read_entry(entry)
        if isinstance(record, Record):
            element = xmlrecords.parse_mended(entry.raw, [])
            yield record, list(pubmed_notices(element, record.pmid, record.doi))


def _terms(citation: Citation) -> Iterator[str]:
    """Search terms, from the most to the least exact.

    The words of the title or topic, author and year together; then without the words,
    so that what shares only surname and year still shows as a candidate.
    """
    authors = [f"{surname(name)}[au]" for name in citation.authors[:3]]
    years = [f"{citation.year}[dp]"] if citation.year else []
    title = [f"{word}[ti]" for word in telling_words([citation.title])]
    words = [f"{word}[tiab]" for word in telling_words(citation.words)]
    for term in ([*authors[:1], *years, *title], [*authors, *years, *words], title):
        if len(term) > 1:
            yield " AND ".join(term)
    if citation.authors and citation.year:
        yield " AND ".join([*authors[:1], *years])
