"""PubMed XML: what E-utilities' efetch answers and PubMed's yearly files hold.

Elements: NLM, "MEDLINE/PubMed XML Data Elements".
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from bibliography.formats import xmlrecords
from bibliography.formats.entry import Entry, finished
from bibliography.formats.fields import first_date, merged, read_keywords, year_of
from bibliography.formats.nbib import TYPES
from bibliography.formats.notices import PUBMED, RETRACTED_TYPE, TAGS, linked
from bibliography.formats.source import Source
from bibliography.formats.xmlrecords import NotXML, text_of, texts_of
from bibliography.records import (
    Identifier,
    NoticeFound,
    NoticeKind,
    Problem,
    Record,
    RecordType,
)
from texts.identifiers import (
    find_issns,
    find_nct,
    normalise_doi,
    normalise_isbn,
    normalise_orcid,
    normalise_pmcid,
    normalise_pmid,
)
from texts.names import Name

_ELEMENTS = ("PubmedArticle", "PubmedBookArticle")


def looks_like(head: str) -> bool:
    """Whether a text is XML with PubMed's root or record elements."""
    return bool(
        re.search(r"<(?:Pubmed(?:Book)?Article(?:Set)?|MedlineCitation)\b", head)
    )


def read(source: Source) -> Iterator[Record | Problem]:
    """Every record of a PubMed XML file, in order, each with its raw text.

    A MedlineCitationSet has its citations without an article around each.
    """
    bare = "<MedlineCitationSet" in source.head()
    names = ("MedlineCitation",) if bare else _ELEMENTS
    for entry in xmlrecords.entries(source, *names):
        yield read_entry(entry)


def read_entry(entry: Entry) -> Record | Problem:
    """The record of one PubmedArticle or PubmedBookArticle element."""
    if entry.is_endless:
        return entry.endless()
    try:
        root = xmlrecords.parse_mended(entry.raw, entry.warnings)
    except NotXML as error:
        return Problem(
            entry.number, entry.line, str(error), "well-formed XML", entry.raw
        )
    book = root.tag == "PubmedBookArticle"
    return finished(entry, **(_book(root) if book else _article(root)))


def _article(root: etree._Element) -> dict[str, object]:
    """The fields of a PubmedArticle."""
    citation = root if root.tag == "MedlineCitation" else root.find("MedlineCitation")
    article = None if citation is None else citation.find("Article")
    if citation is None or article is None:
        return {}
    issue = article.find("Journal/JournalIssue")
    dates = [
        *_dates(article, "Journal/JournalIssue/PubDate"),
        *_dates(article, "ArticleDate"),
    ]
    date = first_date(dates)
    return {
        "type": _type(article),
        "title": text_of(article, "ArticleTitle")
        or text_of(article, "VernacularTitle"),
        "authors": _names(article, "AuthorList/Author"),
        "year": year_of(date),
        "date": date,
        "journal": text_of(article, "Journal/Title")
        or text_of(article, "Journal/ISOAbbreviation"),
        "volume": text_of(issue, "Volume"),
        "issue": text_of(issue, "Issue"),
        "pages": text_of(article, "Pagination/MedlinePgn"),
        "abstract": _abstract(article),
        "language": text_of(article, "Language"),
        "keywords": read_keywords(
            texts_of(citation, "MeshHeadingList/MeshHeading/DescriptorName")
            + texts_of(citation, "KeywordList/Keyword")
        ),
        "identifiers": _identifiers(root, citation, article),
        "years": tuple(filter(None, (year_of(first_date([each])) for each in dates))),
        "journals": tuple(
            texts_of(article, "Journal/ISOAbbreviation")
            + texts_of(citation, "MedlineJournalInfo/MedlineTA")
        ),
        "told": list(_notices(citation, article)),
        "is_pubmeds": True,
    }


_REF_TYPES = {
    "RetractionIn": "RIN",
    "RetractedandRepublishedIn": "RRI",
    "PartialRetractionIn": "PRIN",
    "ExpressionOfConcernIn": "ECI",
    "ErratumIn": "EIN",
    "CorrectedandRepublishedIn": "CRI",
    "UpdateIn": "UIN",
}


def _notices(
    citation: etree._Element, article: etree._Element
) -> Iterator[NoticeFound]:
    """What was published on the article, by its linked citations and its types."""
    types = texts_of(article, "PublicationTypeList/PublicationType")
    if any(said.lower() == RETRACTED_TYPE for said in types):
        yield NoticeFound(NoticeKind.RETRACTION, PUBMED, says="Retracted Publication")
    for link in citation.iterfind("CommentsCorrectionsList/CommentsCorrections"):
        tag = _REF_TYPES.get(link.get("RefType", ""))
        if tag:
            where, pmid = text_of(link, "RefSource"), text_of(link, "PMID")
            yield linked(TAGS[tag], where, normalise_pmid(pmid) or "")


def _book(root: etree._Element) -> dict[str, object]:
    """The fields of a PubmedBookArticle: a book, or one of its chapters."""
    document = root.find("BookDocument")
    if document is None:
        return {}
    title, book = text_of(document, "ArticleTitle"), text_of(document, "Book/BookTitle")
    date = first_date(
        [*_dates(document, "ContributionDate"), *_dates(document, "Book/PubDate")]
    )
    authors = _names(document, "AuthorList[@Type='authors']/Author")
    return {
        "type": RecordType.CHAPTER if title else RecordType.BOOK,
        "title": title or book,
        "authors": authors
        or _names(document, "Book/AuthorList[@Type='authors']/Author"),
        "editors": _names(document, "Book/AuthorList[@Type='editors']/Author"),
        "year": year_of(date),
        "date": date,
        "journal": book if title else "",
        "publisher": text_of(document, "Book/Publisher/PublisherName"),
        "abstract": _abstract(document),
        "language": text_of(document, "Language"),
        "identifiers": merged(
            _pairs(document, "ArticleIdList/ArticleId"),
            _known("pmid", normalise_pmid(text_of(document, "PMID"))),
            _known("isbn", normalise_isbn(text_of(document, "Book/Isbn"))),
        ),
    }


def _type(article: etree._Element) -> RecordType:
    kinds = [
        t.lower() for t in texts_of(article, "PublicationTypeList/PublicationType")
    ]
    return next((TYPES[kind] for kind in kinds if kind in TYPES), RecordType.ARTICLE)


def _dates(element: etree._Element, path: str) -> list[str]:
    """Dates given in elements, or in words (MedlineDate)."""
    dates = []
    for date in element.iterfind(path):
        parts = [text_of(date, part) for part in ("Year", "Month", "Day")]
        dates.append(text_of(date, "MedlineDate") or " ".join(filter(None, parts)))
    return dates


def _names(element: etree._Element, path: str) -> tuple[Name, ...]:
    names = []
    for author in element.iterfind(path):
        group = text_of(author, "CollectiveName")
        given = text_of(author, "ForeName") or text_of(author, "Initials")
        family, suffix = text_of(author, "LastName"), text_of(author, "Suffix")
        orcid = normalise_orcid(text_of(author, "Identifier[@Source='ORCID']")) or ""
        names.append(
            Name(group, is_group=True)
            if group
            else Name(family, given, suffix, orcid=orcid)
        )
    return tuple(name for name in names if name.family)


def _abstract(element: etree._Element) -> str:
    """The abstract, a paragraph a section, each with its label."""
    paragraphs = []
    for part in element.iterfind("Abstract/AbstractText"):
        label, text = part.get("Label", ""), text_of(part)
        if text:
            paragraphs.append(f"{label}: {text}" if label else text)
    return "\n".join(paragraphs)


def _identifiers(
    root: etree._Element, citation: etree._Element, article: etree._Element
) -> tuple[Identifier, ...]:
    """The article's own identifiers; PubmedData also lists those of its references."""
    located = (
        normalise_doi(text_of(e))
        for e in article.iterfind("ELocationID[@EIdType='doi']")
        if e.get("ValidYN", "Y") == "Y"
    )
    registered = texts_of(
        article, "DataBankList/DataBank/AccessionNumberList/AccessionNumber"
    )
    issns = texts_of(article, "Journal/ISSN")
    return merged(
        _known("pmid", normalise_pmid(text_of(citation, "PMID"))),
        _pairs(root, "PubmedData/ArticleIdList/ArticleId"),
        (Identifier("doi", doi) for doi in located if doi),
        (Identifier("nct", nct) for text in registered for nct in find_nct(text)),
        (Identifier("issn", issn) for text in issns for issn in find_issns(text)),
    )


def _pairs(element: etree._Element, path: str) -> Iterator[Identifier]:
    """Identifiers given with their type."""
    read_by = {"doi": normalise_doi, "pubmed": normalise_pmid, "pmc": normalise_pmcid}
    for found in element.iterfind(path):
        scheme = found.get("IdType", "")
        value = read_by[scheme](text_of(found)) if scheme in read_by else None
        if value:
            yield Identifier(
                {"pubmed": "pmid", "pmc": "pmcid"}.get(scheme, scheme), value
            )


def _known(scheme: str, value: str | None) -> Iterable[Identifier]:
    return [Identifier(scheme, value)] if value else []
