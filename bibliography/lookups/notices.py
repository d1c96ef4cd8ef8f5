"""Notices as each source tells them: typed, dated, sourced.

PubMed: NLM, "Errata, Retractions, and Other Linked Citations in PubMed".
Crossref: the update types of its Crossmark documentation.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from bibliography.formats.fields import first_date
from bibliography.formats.xmlrecords import text_of, texts_of
from bibliography.lookups.question import objects_in, stated_date, stated_text
from bibliography.records import NoticeFound, NoticeKind
from texts.identifiers import normalise_doi, normalise_pmid

# Only what is said of the record; "RetractionOf" and its like make the record a notice.
_PUBMED_KINDS = {
    "RetractionIn": NoticeKind.RETRACTION,
    "RetractedandRepublishedIn": NoticeKind.RETRACTION,
    "PartialRetractionIn": NoticeKind.PARTIAL_RETRACTION,
    "ExpressionOfConcernIn": NoticeKind.CONCERN,
    "ErratumIn": NoticeKind.CORRECTION,
    "CorrectedandRepublishedIn": NoticeKind.CORRECTION,
    "UpdateIn": NoticeKind.CORRECTION,
}
_CROSSREF_KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "removal": NoticeKind.RETRACTION,
    "partial_retraction": NoticeKind.PARTIAL_RETRACTION,
    "expression_of_concern": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "erratum": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
}


def pubmed_notices(
    article: etree._Element, pmid: str | None, doi: str | None
) -> Iterator[NoticeFound]:
    """The notices on one PubmedArticle, from its linked citations and types."""
    citation = article.find("MedlineCitation")
    if citation is None:
        return
    kinds = set()
    for link in citation.iterfind("CommentsCorrectionsList/CommentsCorrections"):
        kind = _PUBMED_KINDS.get(link.get("RefType", ""))
        if kind:
            kinds.add(kind)
            where = text_of(link, "RefSource")
            yield NoticeFound(
                kind,
                "PubMed",
                dated=first_date([where.partition(";")[0]]),
                of_doi=doi,
                of_pmid=pmid,
                notice_doi=normalise_doi(where),
                notice_pmid=normalise_pmid(text_of(link, "PMID")),
                says=" ".join(filter(None, (where, text_of(link, "Note")))),
            )
    types = texts_of(citation, "Article/PublicationTypeList/PublicationType")
    if "Retracted Publication" in types and NoticeKind.RETRACTION not in kinds:
        yield NoticeFound(
            NoticeKind.RETRACTION,
            "PubMed",
            of_doi=doi,
            of_pmid=pmid,
            says="Retracted Publication",
        )


def crossref_notices(work: Mapping[str, Any]) -> Iterator[NoticeFound]:
    """The notices a Crossref work tells of.

    ``updated-by`` on a work are notices about it; ``update-to`` makes the work itself
    the notice, about the DOI it names.
    """
    doi = normalise_doi(stated_text(work.get("DOI")))
    for update in objects_in(work.get("updated-by")):
        yield from _crossref_notice(
            update, of=doi, notice=normalise_doi(stated_text(update.get("DOI")))
        )
    for update in objects_in(work.get("update-to")):
        yield from _crossref_notice(
            update, of=normalise_doi(stated_text(update.get("DOI"))), notice=doi
        )


def _crossref_notice(
    update: Mapping[str, Any], of: str | None, notice: str | None
) -> Iterator[NoticeFound]:
    kind = _CROSSREF_KINDS.get(
        stated_text(update.get("type")).lower().replace("-", "_")
    )
    if kind and of:
        teller = stated_text(update.get("source"))
        yield NoticeFound(
            kind,
            "Retraction Watch" if teller == "retraction-watch" else "Crossref",
            dated=stated_date(update.get("updated")),
            of_doi=of,
            notice_doi=notice,
            says=stated_text(update.get("label")) or stated_text(update.get("type")),
        )


def openalex_notices(
    work: Mapping[str, Any], doi: str | None, pmid: str | None
) -> Iterator[NoticeFound]:
    """OpenAlex says only that a work is retracted: not when, nor where."""
    if work.get("is_retracted") is True:
        yield NoticeFound(
            NoticeKind.RETRACTION,
            "OpenAlex",
            of_doi=doi,
            of_pmid=pmid,
            says="is_retracted",
        )
