"""Two records of one trial are joined, under a frozen base, and taken apart again."""

import json

import pytest

from bibliography.notices.actions import add_notice
from bibliography.references.actions import add_reference
from claims.models import Claim
from core.errors import NotAllowed, Refused
from core.models import Merge
from evidence.bases.actions import copy_base
from evidence.claims.review import review_because
from evidence.models import EvidenceItem
from evidence.studies.merging import merge_studies, unmerge_studies
from studies.models import Arm, Inclusion, Report, Result, Study
from studies.results.actions import (
    add_result,
    check_result,
    dispute_result,
    edit_result,
    withdraw_result,
)
from studies.studies.actions import (
    add_arm,
    add_report,
    edit_study,
    include_study,
    settle_inclusion,
)
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial, graded, time_passes

pytestmark = pytest.mark.django_db
in_its_own_time = pytest.mark.django_db(transaction=True)  # for the feed
COUNTS = (10, 100, 30, 100)
OTHERS = (11, 110, 31, 110)


@pytest.fixture
def outcome():
    return make.an_outcome()


@pytest.fixture
def kim(outcome):
    """The record that stays."""
    return a_trial("Kim 2016", COUNTS, outcome, title="Examplin for made-up fever")


@pytest.fixture
def again(outcome):
    """The record of the same trial that another article led to."""
    return a_trial("Kim et al. 2016", OTHERS, outcome, registration="MADE-UP-1")


def a_claim_on(*trials, **given):
    claim = make.a_claim(text="Examplin lowers made-up fever", asserts="lowers")
    return graded(claim, a_base_of(claim, trials, **given))


def merge(merged, into, reason="One trial, one registration."):
    return merge_studies(merged=merged, into=into, by=make.an_editor(), reason=reason)


def undo(record, reason="Two trials after all."):
    return unmerge_studies(merge=record, by=make.an_editor(), reason=reason)


def why(claim):
    return review_because(Claim.objects.get(pk=claim.pk))


def rows_of(*studies):
    """All that stands on some studies, each row with all it says."""
    own = [
        *Study.objects.filter(pk__in=[study.pk for study in studies]),
        *Arm.objects.all(),
        *Report.objects.all(),
        *Inclusion.objects.all(),
        *Result.objects.all(),
        *EvidenceItem.objects.all(),
    ]
    counted = ("revision", "search")
    return {
        (type(row), row.pk): {
            name: value
            for name, value in vars(row).items()
            if name not in counted and name[0] != "_"
        }
        for row in own
    }


# --- a verdict that rests on one of the two ---


def test_a_verdict_that_rests_on_one_needs_no_review(kim, again):
    on_again, on_kim = a_claim_on(again), a_claim_on(kim)
    printed = json.dumps(on_again.versions.get().facts)
    merge(again, kim)
    assert (why(on_again), why(on_kim)) == ("", "")
    assert json.dumps(on_again.versions.get().facts) == printed


@in_its_own_time
def test_where_both_were_counted_the_verdict_needs_review(kim, again):
    claim = a_claim_on(kim, again)
    printed = json.dumps(claim.versions.get().facts)
    time_passes()
    record = merge(again, kim)
    time_passes()
    claim.refresh_from_db()
    assert claim.needs_review_why == (
        "Kim 2016 and Kim et al. 2016 are one study since; each was counted."
    )
    assert claim.verdict == "supported"
    assert json.dumps(claim.versions.get().facts) == printed
    undo(record)
    time_passes()
    claim.refresh_from_db()
    assert not claim.needs_review


def test_another_design_needs_review(kim, again):
    claim = a_claim_on(again)
    edit_study(study=kim, design="cluster_rct", by=make.a_curator())
    merge(again, kim)
    assert why(claim) == (
        "Kim 2016: the design was randomised controlled trial, now cluster-randomised "
        "trial."
    )


def test_a_notice_on_the_others_report_needs_review(kim, again):
    claim = a_claim_on(kim)
    report = again.reports.get().reference
    given = {"kind": "concern", "source": "Example source", "by": make.a_curator()}
    add_notice(reference=report, **given)
    assert why(claim) == ""
    merge(again, kim)
    assert why(claim) == "Kim 2016: expression of concern noted since."


def test_what_was_judged_as_one_study_needs_review_once_they_are_two(kim, again):
    result = again.results.get()
    record = merge(again, kim)
    claim = a_claim_on(results=[result])
    undo(record)
    assert "the result is of another study since" in why(claim)


# --- what stands on it ---


@pytest.fixture
def full(kim, again, outcome):
    """Both with arms and lists, some of them the same; results of one are the other's.

    The first two results of each say the same, in arms of the same names.
    """
    curator = make.a_curator()
    arms = [
        add_arm(study=kim, name="Examplin", by=curator),
        add_arm(study=kim, name="Placebo", by=curator, size=100),
        add_arm(study=again, name="examplin", by=curator, size=101),
        add_arm(study=again, name="Placebo", by=curator, size=102),
        add_arm(study=again, name="No treatment", by=curator),
    ]
    for study, two in ((kim, arms[:2]), (again, arms[2:4])):
        for quote in ("0.7", "0.8") if study == kim else ("0.7 as printed",):
            make.a_result(
                study=study,
                outcome=outcome,
                time_point="6 months",
                estimate=float(quote[:3]),
                ci_low=0.5,
                ci_high=0.9,
                quote=quote,
                arm_1=two[0],
                arm_2=two[1],
            )
    shared = add_reference(title="The registration of both", by=curator)
    for study in (kim, again):
        add_report(study=study, reference=shared, role="registration", by=curator)
    for review in (make.a_review(), make.a_review()):
        include_study(review=review, listed_as="Kim", study=again, by=curator)
    include_study(review=review, listed_as="Kim 2016", study=kim, by=curator)
    make.a_cited_work(study=again)
    topic = make.a_study_topic(study=again).topic
    make.a_study_topic(study=kim, topic=topic)
    make.a_study_topic(study=again)
    return kim, again


def test_all_that_stood_on_both_stands_on_the_one(full):
    kim, again = full
    merge(again, kim)
    kim.refresh_from_db()
    assert (kim.label, kim.title) == ("Kim 2016", "Examplin for made-up fever")
    assert kim.registration == "MADE-UP-1"
    arms = {arm.name: arm.size for arm in kim.arms.order_by("id")}
    assert arms == {"Examplin": 101, "Placebo": 100, "No treatment": None}
    results = kim.results.current().order_by("id")
    assert results.count() == 4  # of five that two studies had, two say the same
    assert {each.arm_1.study for each in results if each.arm_1} == {kim}
    roles = sorted(kim.reports.values_list("role", flat=True))
    assert roles == ["follow_up", "main", "registration"]
    assert kim.included_in.count() == 2
    assert kim.cited_works.count() == 1
    assert kim.topic_links.count() == 2
    assert not again.results.exists()


def test_taken_apart_again_all_is_as_it_was(full):
    before = rows_of(*full)
    record = merge(full[1], full[0])
    assert rows_of(*full) != before
    undo(record)
    assert rows_of(*full) == before
    merge(full[1], full[0])
    undo(Merge.objects.get(undone_at=None))
    assert rows_of(*full) == before


def test_of_two_results_that_say_the_same_the_checked_one_stays(full):
    kim, again = full
    mine, theirs = (each.results.filter(estimate=0.7).get() for each in full)
    check_result(result=theirs, by=make.a_reviewer())
    record = merge(again, kim)
    mine.refresh_from_db()
    assert mine.merged_into == theirs
    undo(record)
    dispute_result(result=theirs, source_says="0.71", by=make.a_reviewer())
    merge(again, kim)
    assert kim.results.current().filter(estimate=0.7).count() == 2


def test_a_correction_reaches_the_base_that_holds_the_other_of_two(full):
    kim, again = full
    mine, theirs = (each.results.filter(estimate=0.7).get() for each in full)
    claim = a_claim_on(results=[theirs])
    merge(again, kim)
    assert why(claim) == ""
    mine.refresh_from_db()
    said = {"by": make.a_curator(), "reason": "Misread."}
    edit_result(result=mine, estimate=0.6, **said)
    assert "and is now RR 0.60" in why(claim)
    withdraw_result(result=mine, **said)
    assert "the result was withdrawn: Misread." in why(claim)


def test_an_open_base_has_the_result_that_stays(full):
    kim, again = full
    mine, theirs = (each.results.filter(estimate=0.7).get() for each in full)
    frozen = a_base_of(make.a_claim(), results=[theirs])
    draft = copy_base(base=frozen, by=make.a_reviewer())
    merge(again, kim)
    assert frozen.items.get().result == theirs
    assert draft.items.get().result == mine


# --- what stands in the way ---

REFUSED_SINCE = {
    "a result": lambda kim: add_result(
        study=kim,
        outcome=make.an_outcome(),
        metric="rr",
        estimate=0.9,
        provenance="primary",
        by=make.a_curator(),
    ),
    "an arm": lambda kim: add_arm(study=kim, name="A third", by=make.a_curator()),
    "a report": lambda kim: add_report(
        study=kim, reference=make.a_reference(), role="protocol", by=make.a_curator()
    ),
    "an inclusion": lambda kim: include_study(
        review=kim, listed_as="Someone 1999", by=make.a_curator()
    ),
    "a result that moved": lambda kim: edit_result(
        result=kim.results.get(total_1=OTHERS[1]),
        events_1=12,
        reason="Misread.",
        by=make.a_curator(),
    ),
    "what was filled in": lambda kim: edit_study(
        study=Study.objects.get(pk=kim.pk), registration="B-2", by=make.a_curator()
    ),
}


def test_what_would_be_lost_keeps_them_one_and_is_named(outcome):
    through = []
    for what, change in REFUSED_SINCE.items():
        kim = a_trial("Kim 2016", COUNTS, outcome)
        again = a_trial("Kim et al. 2016", OTHERS, outcome, registration="MADE-UP-1")
        record = merge(again, kim)
        change(kim)
        try:
            undo(record)
            through.append(what)
        except Refused as refused:
            assert make.a_curator().display_name in refused.sentence, what
            noun = what.split()[1]
            assert noun in refused.sentence.lower() or noun == "was", what
    assert not through


def test_what_was_taken_back_since_stands_in_nobodys_way(kim, again):
    record = merge(again, kim)
    result = REFUSED_SINCE["a result"](kim)
    with pytest.raises(Refused, match=f"since .* Result {result.pk} by"):
        undo(record)
    withdraw_result(result=result, by=make.a_curator(), reason="The other trial's.")
    undo(record)


def test_a_review_is_no_study_that_it_includes(kim):
    review = make.a_review()
    curator = make.a_curator()
    row = include_study(review=review, listed_as="Kim 2016", study=kim, by=curator)
    for merged, into in ((kim, review), (review, kim)):
        with pytest.raises(Refused, match="A review does not include itself"):
            merge(merged, into)
    settle_inclusion(inclusion=row, by=curator)
    merge(kim, review)


def test_whoever_may_not_or_says_not_why_merges_nothing(kim, again):
    with pytest.raises(NotAllowed, match="merge records"):
        merge_studies(merged=again, into=kim, by=make.a_reviewer(), reason="One.")
    with pytest.raises(Refused, match="Say why"):
        merge(again, kim, reason=" ")
    with pytest.raises(Refused, match="merged into itself"):
        merge(kim, kim)
    assert not Merge.objects.exists()
