"""Notices: whose they are, of what kind, from when, and what is no hit."""

import pytest

from bibliography.formats import xmlrecords
from bibliography.lookups.notices import (
    crossref_notices,
    openalex_notices,
    pubmed_notices,
)
from bibliography.records import Identifier, NoticeKind, Record

WORK = Record(identifiers=(Identifier("doi", "10.5555/work"),))
NOTICE = Record(identifiers=(Identifier("doi", "10.5555/notice"),))


def update(doi, kind, date=(2020, 2, 3), **more):
    return {"DOI": doi, "type": kind, "updated": {"date-parts": [list(date)]}, **more}


@pytest.mark.parametrize(
    ("kind", "known_as"),
    [
        ("retraction", NoticeKind.RETRACTION),
        ("withdrawal", NoticeKind.RETRACTION),
        ("partial_retraction", NoticeKind.PARTIAL_RETRACTION),
        ("expression_of_concern", NoticeKind.CONCERN),
        ("erratum", NoticeKind.CORRECTION),
        ("reinstatement", NoticeKind.REINSTATEMENT),
    ],
)
def test_crossref_names_the_notices_on_a_work(kind, known_as):
    work = {"DOI": "10.5555/WORK", "updated-by": [update("10.5555/notice", kind)]}
    (notice,) = crossref_notices(work)
    assert notice.kind is known_as
    assert (notice.of_doi, notice.notice_doi) == ("10.5555/work", "10.5555/notice")
    assert notice.dated == "2020-02-03"
    assert notice.is_about(WORK)


def test_the_notice_itself_is_not_retracted():
    published = {
        "DOI": "10.5555/notice",
        "update-to": [update("10.5555/work", "retraction")],
    }
    (notice,) = crossref_notices(published)
    assert notice.is_about(WORK)
    assert not notice.is_about(NOTICE)


def test_a_new_version_is_no_notice():
    work = {"DOI": "10.5555/work", "updated-by": [update("10.5555/v2", "new_version")]}
    assert list(crossref_notices(work)) == []


def test_a_notice_told_through_crossref_keeps_its_first_teller():
    told = update("10.5555/notice", "retraction", source="retraction-watch")
    (notice,) = crossref_notices({"DOI": "10.5555/work", "updated-by": [told]})
    assert notice.source == "Retraction Watch"


def pubmed_article(links="", types=""):
    return xmlrecords.parse(
        "<PubmedArticle><MedlineCitation><PMID>1</PMID><Article>"
        f"<PublicationTypeList>{types}</PublicationTypeList></Article>"
        f"<CommentsCorrectionsList>{links}</CommentsCorrectionsList>"
        "</MedlineCitation></PubmedArticle>"
    )


def link(kind, where="J Ex. 2015 May;10(5):100", pmid="2"):
    return (
        f'<CommentsCorrections RefType="{kind}"><RefSource>{where}</RefSource>'
        f"<PMID>{pmid}</PMID></CommentsCorrections>"
    )


def test_pubmed_links_are_notices_only_where_they_point_at_the_record():
    article = pubmed_article(link("ExpressionOfConcernIn") + link("RetractionOf"))
    (notice,) = pubmed_notices(article, "1", None)
    assert notice.kind is NoticeKind.CONCERN
    assert (notice.of_pmid, notice.notice_pmid) == ("1", "2")
    assert notice.dated == "2015-05"


def test_a_retracted_publication_without_a_link_is_still_known():
    types = "<PublicationType>Retracted Publication</PublicationType>"
    (notice,) = pubmed_notices(pubmed_article(types=types), "1", None)
    assert (notice.kind, notice.dated) == (NoticeKind.RETRACTION, "")
    article = pubmed_article(link("RetractionIn"), types)
    assert len(list(pubmed_notices(article, "1", None))) == 1


def test_a_retraction_notice_in_pubmed_is_not_taken_for_a_retracted_work():
    types = "<PublicationType>Retraction of Publication</PublicationType>"
    article = pubmed_article(link("RetractionOf"), types)
    assert list(pubmed_notices(article, "1", None)) == []


def test_openalex_says_that_and_not_when():
    assert list(openalex_notices({"is_retracted": False}, "10.5555/work", None)) == []
    (notice,) = openalex_notices({"is_retracted": True}, "10.5555/work", None)
    assert (notice.kind, notice.dated) == (NoticeKind.RETRACTION, "")
