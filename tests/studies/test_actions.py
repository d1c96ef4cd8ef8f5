"""References, notices, studies and results are written by actions alone."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bibliography.models import Notice, Reference
from bibliography.notices.actions import add_notice
from bibliography.records import Identifier, Record, RecordType
from bibliography.references.actions import (
    add_identifier,
    add_reference,
    edit_reference,
    fill_reference,
    record_from,
)
from core.errors import LostRace, NotAllowed, Refused
from studies.results.actions import (
    add_outcome,
    add_result,
    check_result,
    edit_result,
    withdraw_result,
)
from studies.studies.actions import (
    add_arm,
    add_report,
    add_study,
    edit_study,
    include_study,
)
from tests import factories as make
from texts.names import Name

pytestmark = pytest.mark.django_db

RECORD = Record(
    type=RecordType.ARTICLE,
    title="Examplin for Made-Up Fever",
    authors=(Name("Madeup", "M."), Name("The Example Group", is_group=True)),
    year=2001,
    date="2001-05",
    journal="Example Journal",
    identifiers=(Identifier("doi", "10.5555/one"), Identifier("issn", "1234-5679")),
)


def a_chapter(title, doi="10.5555/book"):
    return Record(
        type=RecordType.CHAPTER,
        title=title,
        identifiers=(Identifier("doi", doi), Identifier("isbn", "9780000000002")),
    )


def accepted(reference):
    rows = reference.identifiers.filter(accepted=True)
    return set(rows.values_list("scheme", "value"))


# --- references ---


def test_a_record_becomes_a_reference_with_its_identifiers():
    reference = add_reference(record=RECORD, by=make.a_curator())
    assert reference.first_author == "Madeup"
    assert reference.container == "Example Journal"
    assert reference.issued == "2001-05"
    assert reference.title_key == "examplin for made up fever"
    assert reference.authors[1] == {"literal": "The Example Group"}
    assert accepted(reference) == {("doi", "10.5555/one")}
    assert reference.identifiers.get(scheme="issn").accepted is False


def test_fields_given_win_over_the_records():
    reference = add_reference(record=RECORD, year=2002, by=make.a_curator())
    assert reference.year == 2002


def test_a_books_identifier_on_its_chapter_is_kept_unaccepted():
    curator = make.a_curator()
    book = add_reference(
        title="The book of examples",
        type="book",
        identifiers=[("doi", "10.5555/book")],
        by=curator,
    )
    chapter = add_reference(record=a_chapter("One example"), by=curator)
    assert accepted(book) == {("doi", "10.5555/book")}
    assert accepted(chapter) == set()
    assert chapter.identifiers.count() == 2


def test_a_second_chapter_does_not_take_the_first_ones_doi():
    curator = make.a_curator()
    add_reference(record=a_chapter("One example"), by=curator)
    other = add_reference(record=a_chapter("Another example"), by=curator)
    assert accepted(other) == set()


def test_two_reports_of_a_registered_trial_are_both_kept_with_its_number():
    curator = make.a_curator()
    number = ("nct", "NCT00000000")
    reports = [
        add_reference(title=title, type="article", identifiers=[number], by=curator)
        for title in ("Examplin: first results", "Examplin: five years later")
    ]
    entry = add_reference(type="registration", identifiers=[number], by=curator)
    assert [accepted(report) for report in reports] == [set(), set()]
    assert accepted(entry) == {number}
    assert all(number in record_from(report).identifiers for report in reports)


def test_the_surest_identifier_says_which_reference_it_is():
    curator = make.a_curator()
    by_pmid = add_reference(title="One", identifiers=[("pmid", "1")], by=curator)
    by_doi = add_reference(title="Two", identifiers=[("doi", "10.5555/2")], by=curator)
    both = [("pmid", "1"), ("doi", "10.5555/2"), ("issn", "1234-5679")]
    known_as = Reference.objects.current().known_as
    assert known_as(both, "article") == by_doi
    assert known_as(both[:1], "article") == by_pmid
    assert known_as(both[2:], "article") is None


def test_an_identifier_of_another_reference_is_refused_and_nothing_stored():
    curator = make.a_curator()
    add_reference(record=RECORD, by=curator)
    with pytest.raises(Refused, match="accepted for another reference"):
        add_reference(title="Another", identifiers=[("doi", "10.5555/one")], by=curator)
    assert Reference.objects.count() == 1


def test_a_record_fills_only_what_was_not_said():
    curator = make.a_curator()
    reference = add_reference(title="My own title", by=curator)
    fill_reference(reference=reference, record=RECORD, by=curator)
    reference.refresh_from_db()
    assert reference.title == "My own title"
    assert reference.year == 2001


def test_a_new_title_has_a_new_key():
    reference = add_reference(title="An example", by=make.a_curator())
    edit_reference(reference=reference, title="A Better One", by=make.a_curator())
    assert reference.title_key == "a better one"


def test_authors_give_the_name_a_reference_is_matched_by():
    curator = make.a_curator()
    reference = add_reference(
        title="An example", authors=[{"family": "Xamplova", "given": "A."}], by=curator
    )
    assert reference.first_author == "Xamplova"
    edit_reference(reference=reference, authors=[], by=curator)
    assert reference.first_author == ""


def test_a_reader_adds_no_identifier():
    with pytest.raises(NotAllowed, match="edit studies"):
        add_identifier(
            reference=make.a_reference(),
            scheme="doi",
            value="10.5555/x",
            by=make.a_reader(),
        )


# --- notices ---


def a_notice_from(source, **given):
    return add_notice(
        **{
            "reference": Reference.objects.first() or make.a_reference(),
            "kind": "retraction",
            "source": source,
            "by": make.a_curator(),
            **given,
        }
    )


def test_a_second_source_joins_the_notice_and_fills_what_was_not_said():
    first = a_notice_from("Source A")
    second = a_notice_from(
        "Source B", dated=date(2020, 1, 2), notice_doi="10.5555/notice"
    )
    assert second.pk == first.pk
    notice = Notice.objects.get()
    assert notice.dated == date(2020, 1, 2)
    assert notice.notice_doi == "10.5555/notice"
    assert notice.sources.count() == 2


def test_sources_that_disagree_are_both_kept():
    a_notice_from("Source A", dated=date(2020, 1, 2), says="fraud")
    a_notice_from("Source B", dated=date(2020, 3, 4), says="error")
    notice = Notice.objects.get()
    assert (notice.dated, notice.says) == (date(2020, 1, 2), "fraud")
    other = notice.sources.get(source="Source B")
    assert other.says["dated"] == "2020-03-04"
    assert other.says["says"] == "error"


def test_when_a_source_was_last_seen_only_moves_forward():
    seen = datetime(2026, 3, 4, tzinfo=UTC)
    notice = a_notice_from("Source A", seen_at=seen, says="the later words")
    a_notice_from("Source A", seen_at=seen - timedelta(days=9), says="earlier words")
    source = notice.sources.get()
    assert (source.seen_at, source.says["says"]) == (seen, "the later words")
    a_notice_from("Source A", seen_at=seen + timedelta(days=9), says="the last words")
    source.refresh_from_db()
    assert source.seen_at == seen + timedelta(days=9)
    assert source.says["says"] == "the last words"


def test_one_notice_under_two_kinds_is_one_notice():
    a_notice_from("Source A", notice_doi="10.5555/notice")
    a_notice_from("Source B", notice_doi="10.5555/notice", kind="partial_retraction")
    notice = Notice.objects.get()
    assert notice.kind == "retraction"
    assert notice.sources.get(source="Source B").says["kind"] == "partial_retraction"


def test_the_same_source_seen_again_is_no_second_source():
    a_notice_from("Source A")
    a_notice_from("Source A")
    assert Notice.objects.get().sources.count() == 1


def test_corrections_of_different_days_are_different_notices():
    a_notice_from("Source A", kind="correction", dated=date(2020, 1, 2))
    a_notice_from("Source A", kind="correction", dated=date(2021, 1, 2))
    assert Notice.objects.count() == 2


def test_a_retraction_after_a_reinstatement_is_a_new_one():
    a_notice_from("Source A", dated=date(2020, 1, 1))
    a_notice_from("Source A", kind="reinstatement", dated=date(2020, 6, 1))
    a_notice_from("Source A", dated=date(2021, 1, 1))
    assert Notice.objects.filter(kind="retraction").count() == 2


# --- studies ---


def test_what_is_not_given_of_a_study_is_unknown():
    study = add_study(label="Example 2001", by=make.a_curator())
    assert (study.design, study.sample_size) == ("not_stated", None)


def test_a_study_changed_meanwhile_is_not_written_over():
    study = add_study(label="Example 2001", by=make.a_curator())
    edit_study(study=study, sample_size=40, revision=1, by=make.a_curator())
    with pytest.raises(LostRace, match="changed meanwhile"):
        edit_study(study=study, sample_size=50, revision=1, by=make.a_curator())


def test_a_study_has_one_main_report():
    study = add_study(label="Example 2001", by=make.a_curator())
    add_report(study=study, reference=make.a_reference(), by=make.a_curator())
    with pytest.raises(Refused, match="one main report"):
        add_report(study=study, reference=make.a_reference(), by=make.a_curator())


def test_an_alternating_trial_is_not_randomised():
    with pytest.raises(Refused, match="non-randomised"):
        add_study(
            label="Example 2001",
            design="rct",
            allocation="alternate",
            by=make.a_curator(),
        )


def test_two_arms_have_two_names():
    study = add_study(label="Example 2001", by=make.a_curator())
    add_arm(study=study, name="Examplin", size=20, by=make.a_curator())
    with pytest.raises(Refused):
        add_arm(study=study, name="Examplin", by=make.a_curator())


def test_a_matched_inclusion_says_which_study():
    with pytest.raises(Refused, match="Which study"):
        include_study(
            review=make.a_review(),
            listed_as="Example 2001",
            state="matched",
            by=make.a_curator(),
        )


# --- results ---


def a_result(**given):
    return add_result(
        **{
            "study": make.a_study(),
            "outcome": add_outcome(name="Made-up fever", by=make.a_curator()),
            "metric": "rr",
            "provenance": "primary",
            "estimate": 0.5,
            "ci_low": 0.4,
            "ci_high": 0.6,
            "by": make.a_curator(),
            **given,
        }
    )


def test_another_person_checks_a_result():
    result = a_result()
    with pytest.raises(Refused, match="Another person"):
        check_result(result=a_result(by=make.a_reviewer()), by=make.a_reviewer())
    check_result(result=result, by=make.a_reviewer())
    assert result.checked_by == make.a_reviewer()


def test_a_changed_result_is_to_be_checked_again():
    result = a_result()
    check_result(result=result, by=make.a_reviewer())
    edit_result(result=result, estimate=0.55, by=make.a_curator(), reason="Misread.")
    result.refresh_from_db()
    assert (result.checked_by, result.estimate) == (None, 0.55)


def test_numbers_that_make_no_effect_are_refused_in_words():
    with pytest.raises(Refused, match="do not fit together"):
        a_result(estimate=0.9)
    with pytest.raises(Refused, match="30 events are more than the 20 people"):
        a_result(events_1=30, total_1=20, events_2=1, total_2=20)


def test_a_compiled_result_says_where_from():
    with pytest.raises(Refused, match="names the review or data set"):
        a_result(provenance="compiled")


def test_a_result_is_withdrawn_by_who_entered_it_or_an_editor():
    result = a_result()
    with pytest.raises(NotAllowed, match="withdraw or reinstate records"):
        withdraw_result(result=result, by=make.a_reviewer(), reason="Wrong.")
    withdraw_result(result=result, by=make.a_curator(), reason="Wrong.")
    with pytest.raises(Refused, match="was withdrawn"):
        check_result(result=result, by=make.a_reviewer())
