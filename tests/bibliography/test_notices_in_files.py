"""Notices that files tell of, and who has to tell of one for it to count."""

from collections import defaultdict
from itertools import product

import pytest
from django.db import connection

from bibliography import formats
from bibliography.models import Notice, NoticeSource, Reference
from bibliography.notices.models import Noted, retraction_stands
from bibliography.records import IN_FILE, NoticeKind
from core.models import Job
from studies.models import Study
from tests import factories as make
from tests.bibliography.test_imports import imported

K = NoticeKind
NBIB = "PMID- 99900001\nOWN - NLM\nTI  - {title}\nDP  - 2018\nPT  - Journal Article\n"
LINK = "J Ex. 2020 May;3(2):99. doi: 10.5555/notice. PMID: 99900009"
RIS = "TY  - JOUR\nTI  - {title}\nDO  - 10.5555/work\nPY  - 2018\n"
TAGGED = {
    "PT  - Retracted Publication": K.RETRACTION, f"RIN - {LINK}": K.RETRACTION,
    f"ECI - {LINK}": K.CONCERN, f"EIN - {LINK}": K.CORRECTION,
    f"CRI - {LINK}": K.CORRECTION, f"UIN - {LINK}": K.CORRECTION,
    f"RRI - {LINK}": K.RETRACTION, f"RPI - {LINK}": None,
    f"PRIN- {LINK}": K.PARTIAL_RETRACTION,
    f"CIN - {LINK}": None, f"CON - {LINK}": None, f"ROF - {LINK}": None,
    f"EFR - {LINK}": None, "PT  - Retraction of Publication": None,
    "PT  - Published Erratum": None, f"ECF - {LINK}": None,
}  # fmt: skip
TITLES = {
    "RETRACTED: A trial": K.RETRACTION, "Retracted Article: A trial": K.RETRACTION,
    "[Retracted] A trial": K.RETRACTION, "WITHDRAWN: A trial": K.RETRACTION,
    "A trial (Retracted article. See vol. 12, pg. 3, 2014)": K.RETRACTION,
    "A trial [Retracted]": K.RETRACTION, "REMOVED: A trial": K.RETRACTION,
    "A trial (Publication with Expression of Concern. See vol. 3)": K.CONCERN,
    "A trial (vol 12, pg 3, 2012)": None, "A trial of removal: hooks": None,
    "(Retracted) A trial": K.RETRACTION, "RETRACTED. A trial": K.RETRACTION,
    "Retraction: A trial": None, "Retraction notice to: A trial": None,
    "Retracted teeth in adults": None, "Withdrawn adolescents: a study": None,
    "A trial [Expression of Concern]": K.CONCERN,
    "Expression of concern: A trial": None, "Erratum: A trial": None,
}  # fmt: skip
NOTES = {
    f"Retraction in: {LINK}": K.RETRACTION, "Retracted publication": K.RETRACTION,
    f"Retracted in {LINK}": K.RETRACTION, f"Erratum in: {LINK}": K.CORRECTION,
    "Retracted article. See vol. 12": K.RETRACTION,
    "This article has been retracted.": K.RETRACTION, "Ask whether retracted": None,
    f"Partial retraction in: {LINK}": K.PARTIAL_RETRACTION,
    f"Expression of concern in: {LINK}": K.CONCERN, f"Comment in: {LINK}": None,
    f"Retraction of: {LINK}": None, f"Erratum for: {LINK}": None,
    "We retracted the skin by hooks": None, "(Retracted)": K.RETRACTION,
    "RetractionIn: 10.5555/notice": K.RETRACTION, f"RIN - {LINK}": K.RETRACTION,
    f"ECI: {LINK}": K.CONCERN, f"CIN - {LINK}": None, "Retracted: 2020": K.RETRACTION,
    f"RetractionOf: {LINK}": None, "Retracted teeth, 2020": None,
}  # fmt: skip


def only(text):
    (record,) = formats.read(text.encode()).records
    return record


def test_every_notice_is_read_and_no_comment_is_one():
    wrong = []
    for line, kind in TAGGED.items():
        record = only(NBIB.format(title="A trial") + line + "\n")
        if [n.kind for n in record.notices] != ([kind] if kind else []):
            wrong.append((line, record.notices))
        if any(n.source != "PubMed" or n.of_pmid != "99900001" for n in record.notices):
            wrong.append((line, record.notices))
    for title, kind in TITLES.items():
        record = only(RIS.format(title=title) + "ER  - \n")
        if [n.kind for n in record.notices] != ([kind] if kind else []):
            wrong.append((title, record.notices))
    for note, kind in NOTES.items():
        record = only(RIS.format(title="A trial") + f"N1  - {note}\nER  - \n")
        if [(n.kind, n.source) for n in record.notices] != (
            [(kind, IN_FILE)] if kind else []
        ):
            wrong.append((note, record.notices))
        if record.pmid:  # the notice's number is not the work's
            wrong.append((note, record.pmid))
    assert wrong == []


def test_pubmed_retracts_no_review_by_calling_it_withdrawn():
    for title, source in {
        "WITHDRAWN: A review": IN_FILE,
        "RETRACTED: A": "PubMed",
    }.items():
        (notice,) = only(NBIB.format(title=title)).notices
        assert notice.source == source, title


def test_a_retraction_among_the_types_of_a_record_is_the_files_word():
    table = "Title,Year,Document Type,is_retracted\nA trial,2018,{},{}\n"
    for file, says in {
        "TY  - JOUR\nTI  - A trial\nM3  - Article; Retracted Publication\nER  - \n": 1,
        "PT J\nTI A trial\nPY 2018\nDT Article; Retracted Publication\nER\nEF\n": 1,
        table.format("Retracted", ""): 1,
        table.format("Article", "true"): 1,
        table.format("Article", "false"): 0,
        "TY  - JOUR\nTI  - A trial\nKW  - Retracted Publication as Topic\nER  - \n": 0,
    }.items():
        told = [(n.kind, n.source) for n in only(file).notices]
        assert told == [(K.RETRACTION, IN_FILE)] * says, file


def test_two_notices_that_only_their_days_tell_apart_are_two():
    links = (
        "RIN - J. 2020 May;3:99\nRIN - K. 2021 Jan;1:1\nPT  - Retracted Publication\n"
    )
    found = only(NBIB.format(title="RETRACTED: A trial") + links).notices
    assert [n.dated for n in found] == ["2020-05", "2021-01"]


def test_a_record_without_an_owner_is_pubmeds_in_pubmeds_own_file():
    bare = NBIB.replace("OWN - NLM\n", "").format(title="B") + f"RIN - {LINK}\n"
    (alone,) = only(bare).notices
    both = formats.read((NBIB.format(title="A") + "\n" + bare).encode()).records
    (behind,) = [notice for record in both for notice in record.notices]
    assert (alone.source, behind.source) == (IN_FILE, "PubMed")


def test_a_notice_is_dated_and_named_as_the_file_says():
    told = f"PT  - Retracted Publication\nRIN - {LINK}\n"
    (notice,) = only(NBIB.format(title="RETRACTED: A trial") + told).notices
    assert (notice.dated, notice.notice_doi) == ("2020-05", "10.5555/notice")
    assert notice.notice_pmid == "99900009"
    xml = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99900001</PMID><Article>"
        "<ArticleTitle>A trial</ArticleTitle></Article><CommentsCorrectionsList>{}"
        "</CommentsCorrectionsList></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )
    link = '<CommentsCorrections RefType="{}"><RefSource>J. 2020;3:99</RefSource><PMID>'
    link += "99900009</PMID></CommentsCorrections>"
    for type, kinds in (
        ("RetractionIn", [K.RETRACTION]), ("ErratumIn", [K.CORRECTION]),
        ("ExpressionOfConcernIn", [K.CONCERN]), ("CommentIn", []),
        ("RetractionOf", []), ("UpdateIn", [K.CORRECTION]),
    ):  # fmt: skip
        found = only(xml.format(link.format(type))).notices
        assert [n.kind for n in found] == kinds, type


# --- who has to tell ---

SOURCES = ["PubMed", "Crossref", "Retraction Watch", "Journal of Examples", "OpenAlex"]
COUNT_ALONE = set(SOURCES) - {"OpenAlex"}
TOLD = [
    (), *((s,) for s in (*SOURCES, IN_FILE)),
    ("OpenAlex", IN_FILE), ("Crossref", "OpenAlex"), ("Retraction Watch", "Crossref"),
]  # fmt: skip


@pytest.mark.django_db
def test_a_work_is_retracted_by_rule_in_python_and_sql_alike():
    """Two hundred mixed notices: kinds in order, by sources that agree or not."""
    kinds = [(K.RETRACTION,), (K.CONCERN,), (K.RETRACTION, K.REINSTATEMENT)]
    cases = [
        (kind, told, undone)
        for kind, told in product(kinds, TOLD)
        for undone in (TOLD if len(kind) > 1 else [None])
    ]
    cases += [((K.PARTIAL_RETRACTION,), told, None) for told in TOLD]
    cases += [((K.REINSTATEMENT, K.RETRACTION), a, b) for a, b in product(TOLD, TOLD)]
    assert len(cases) >= 200
    expected = {}
    for named, told, undone in cases:
        reference = make.a_reference()
        make.a_study(main_report=reference)
        for kind, sources in zip(named, (told, undone or ()), strict=False):
            notice = make.a_notice(reference=reference, kind=kind)
            for source in sources:
                make.a_notice_source(notice=notice, source=source)
        expected[reference.pk] = _counts(named, told, undone)
    with connection.cursor() as cursor:  # as the database does by itself in a while
        cursor.execute(
            "ANALYZE bibliography_notice, bibliography_noticesource, studies_report"
        )
    noted = defaultdict(list)
    for n in Notice.objects.with_confirmation():
        noted[n.reference_id].append(Noted(n.pk, n.kind, n.dated, n.is_confirmed))
    in_python = {pk for pk, notices in noted.items() if retraction_stands(notices)}
    in_sql = set(Reference.objects.retracted().values_list("pk", flat=True))
    studies = Study.objects.with_retracted().filter(is_retracted=True)
    of_studies = set(studies.values_list("reports__reference", flat=True))
    assert in_python == {pk for pk, counts in expected.items() if counts}
    assert in_python == in_sql == of_studies


def _counts(kinds, told, undone):
    """What the rule says of a retraction, and of a reinstatement recorded after it."""

    def confirmed(sources):
        return not sources or bool(COUNT_ALONE & set(sources))

    if kinds[0] == K.REINSTATEMENT:  # undone before it was done
        return confirmed(undone)
    if kinds[0] != K.RETRACTION:
        return False
    undoes = len(kinds) > 1 and confirmed(undone)
    return confirmed(told) and not undoes


# --- on their way in ---


@pytest.mark.django_db
def test_pubmeds_own_export_counts_and_another_file_is_asked_about():
    told = f"RIN - {LINK}\nLID - 10.5555/own [doi]\n"
    imported((NBIB.format(title="A trial") + told).encode(), "a.nbib")
    source = NoticeSource.objects.get()
    assert (source.source, source.notice.kind) == ("PubMed", "retraction")
    assert Reference.objects.retracted().get().title == "A trial"
    assert not Job.objects.filter(kind="check_references").exists()
    file = RIS.format(title="RETRACTED: Another trial") + "ER  - \n"
    batch = imported(file.encode(), "b.ris")
    other = Reference.objects.get(title="RETRACTED: Another trial")
    notice = Notice.objects.standing_on(other).get()
    assert notice.said_by == "an imported file, not confirmed"
    assert not Reference.objects.retracted().filter(pk=other.pk).exists()
    (job,) = Job.objects.filter(kind="check_references")
    assert job.arguments == {"reference": other.pk}
    make.a_notice_source(notice=notice, source="Crossref")
    assert Reference.objects.retracted().filter(pk=other.pk).exists()
    assert batch.counts["created"] == 1
