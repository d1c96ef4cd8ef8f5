"""A verdict's basis follows what it rests on, and nothing else."""

import pytest
from django.utils import timezone

from bibliography.references.merging import merge_references
from claims.models import Claim
from evidence.claims.review import review_because
from evidence.claims.versions import make_version
from evidence.studies.merging import merge_studies
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def result():
    study = make.a_study(main_report=make.a_reference())
    return make.a_compiled_result(study=study)


@pytest.fixture
def base(result):
    return make.a_frozen_base(results=[result], passages=[make.a_passage()])


@pytest.fixture
def claim(base):
    return base.claim


def stored(claim):
    return Claim.objects.get(pk=claim.pk)


def judged(claim):
    """The claim after a verdict took effect on all that stands there now."""
    Claim.objects.filter(pk=claim.pk, standing="").update(
        verdict="supported", certainty="low", standing="draft", judged_at=timezone.now()
    )
    make_version(claim=claim, cause="verdict", by=make.a_reviewer())
    return stored(claim)


def difference(claim, change):
    """Why a claim judged now needs review once ``change`` has happened."""
    claim = judged(claim)
    assert review_because(claim) == ""
    change()
    return review_because(stored(claim))


def change(row, **values):
    def run():
        type(row).objects.filter(pk=row.pk).update(**values)

    return run


def test_who_entered_and_checked_does_not_count(claim, result):
    checked = {"checked_by": make.a_reviewer(), "checked_at": timezone.now()}
    assert difference(claim, change(result, **checked)) == ""


def test_a_mention_or_a_topic_does_not_count(claim):
    assert difference(claim, lambda: make.a_mention(claim=claim)) == ""


def test_the_claims_words_count(claim):
    told = difference(claim, change(claim, population="made-up adults"))
    assert told == "The claim's population was not stated."


def test_a_changed_number_is_told_with_both(claim, result):
    told = difference(claim, change(result, estimate=0.45))
    assert told.startswith("Example 2001: the result was RR 0.50")
    assert "now RR 0.45" in told


def test_provenance_counts(claim, result):
    told = difference(claim, change(result, provenance="primary", compiled_from=None))
    assert told == "Example 2001: changed in the result: provenance."


def test_a_design_counts(claim, result):
    told = difference(claim, change(result.study, design="cohort"))
    assert told == (
        "Example 2001: the design was randomised controlled trial, now cohort."
    )


def test_a_notice_on_any_report_counts(claim, result):
    protocol = make.a_report(study=result.study, role="protocol")
    told = difference(
        claim, lambda: make.a_notice(reference=protocol.reference, kind="concern")
    )
    assert told == "Example 2001: expression of concern noted since."


def test_a_notice_on_the_compiling_reference_counts(claim, result):
    told = difference(claim, lambda: make.a_notice(reference=result.compiled_from))
    assert told == "“A data set”, which reports Example 2001: retraction noted since."


def test_a_source_of_many_results_is_named_once(result):
    other = make.a_compiled_result(
        study=make.a_study(), compiled_from=result.compiled_from
    )
    claim = make.a_frozen_base(results=[result, other]).claim
    told = difference(claim, lambda: make.a_notice(reference=result.compiled_from))
    assert told == (
        "“A data set”, which reports 2 of the studies here: retraction noted since."
    )


def test_a_notice_on_a_passages_source_counts(claim, base):
    page = base.items.get(result=None).passage.reference
    told = difference(claim, lambda: make.a_notice(reference=page, kind="correction"))
    assert told == "An example page: correction noted since."


def test_a_withdrawn_result_counts(claim, result):
    gone = {
        "withdrawn_at": timezone.now(),
        "withdrawn_by": make.an_editor(),
        "withdrawn_reason": "Misread.",
    }
    told = difference(claim, change(result, **gone))
    assert told == "Example 2001: the result was withdrawn: Misread."


def test_a_newer_frozen_base_counts_and_a_draft_does_not(claim, base):
    assert difference(claim, lambda: make.a_base(claim=claim)) == ""
    claim.bases.filter(frozen_at=None).delete()
    told = difference(claim, lambda: make.a_frozen_base(claim=claim))
    assert told == "Evidence base 2 was frozen since; the verdict rests on base 1."


def test_what_was_excluded_does_not_count(result):
    base = make.a_base()
    make.an_item(base=base, result=result, decision="excluded", reason="design")
    base.frozen_at, base.frozen_by = timezone.now(), make.a_reviewer()
    base.save()
    assert difference(base.claim, change(result, estimate=0.45)) == ""


def test_a_bearing_that_is_read_otherwise_counts(result):
    base = make.a_frozen_base(results=[result])

    def graded_again():
        grade = make.a_grade(round=make.a_round(base=base), bearing="contradicts")
        change(base.claim, judged_at=grade.submitted_at)()

    told = difference(base.claim, graded_again)
    assert told == (
        "Example 2001: what it shows was “supports”, and is now “contradicts”."
    )


def test_a_report_that_is_no_longer_the_main_one_counts(claim, result):
    report = result.study.reports.get()
    make.a_notice(reference=report.reference)
    told = difference(claim, change(report, role="follow_up"))
    assert told == "Example 2001: no longer counts as retracted."


def test_what_an_outcome_is_measured_in_counts(claim, result):
    told = difference(claim, change(result.outcome, unit="an example"))
    assert told == (
        "The outcome “Made-up fever”: its unit was not stated, now “an example”."
    )


def test_another_compiling_source_counts_and_its_title_does_not(claim, result):
    other = make.a_reference(title="Another data set")
    assert difference(claim, change(result.compiled_from, title="A new title")) == ""
    told = difference(claim, change(result, compiled_from=other))
    assert told == "Example 2001: changed in the result: compiled from."


def merge(row, into):
    """Both rows are one, as a merge leaves them."""
    type(row).objects.filter(pk=row.pk).update(merged_into=into)


def test_a_merge_of_two_outcomes_marks_no_claim(claim, result):
    other = make.an_outcome(name="Fever that was made up", unit="another")

    def merged():
        merge(result.outcome, other)
        change(result, outcome=other)()

    assert difference(claim, merged) == ""


def test_a_merge_of_two_studies_marks_no_claim(claim, result):
    other = make.a_study(label="Example 2001 again", design="rct")
    merging = {"merged": result.study, "into": other, "reason": "One trial."}
    assert difference(claim, lambda: join(**merging)) == ""


def test_a_study_merged_twice_is_followed_to_the_end(claim, result):
    second, third = make.a_study(design="rct"), make.a_study(design="rct")

    def merged():
        join(merged=result.study, into=second, reason="One trial.")
        join(merged=second, into=third, reason="One trial.")

    assert difference(claim, merged) == ""


def test_a_merged_study_of_another_design_counts(claim, result):
    other = make.a_study(label="Example 2001 again", design="cohort")
    merging = {"merged": result.study, "into": other, "reason": "One study."}
    assert difference(claim, lambda: join(**merging)) == (
        "Example 2001 again: the design was randomised controlled trial, now cohort. "
        "Example 2001 again: the allocation was random, now not stated."
    )


def test_a_merge_of_the_compiling_reference_marks_no_claim(claim, result):
    make.a_notice(reference=result.compiled_from)
    other = make.a_reference(title="The same data set")
    merging = {"merged": result.compiled_from, "into": other, "reason": "One work."}

    def merged():
        merge_references(**merging, by=make.an_editor())

    assert difference(claim, merged) == ""


def join(**merging):
    merge_studies(**merging, by=make.an_editor())
