"""What searches bring is screened once: taken on, left out for a reason, undone."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bibliography.models import Reference
from bibliography.references.merging import merge_references
from core.errors import LostRace, NotAllowed, Refused
from core.jobs import run_job
from evidence.bases.actions import copy_base, freeze_base
from evidence.claims.actions import merge_claims, unmerge_claims
from evidence.models import EvidenceBase, LiteratureSearch, ScreenedRecord
from evidence.screening.actions import (
    leave_out,
    leave_out_several,
    put_back,
    take_on,
    undo_last,
)
from evidence.screening.flow import flow_of
from evidence.searches.actions import go_on, remove_search
from studies.models import Report, Study
from tests import factories as make
from tests.evidence.searching import brought, work

pytestmark = pytest.mark.django_db
REASONS = [str(each) for each in ScreenedRecord.Reason if each]


@pytest.fixture
def base():
    claim = make.a_claim(
        population="adults",
        intervention="examplin",
        comparator="a dummy",
        outcome="fever",
        asserts="lowers",
    )
    return make.a_base(claim=claim, scope="targeted")


@pytest.fixture
def reviewer():
    return make.a_reviewer()


def flow(base):
    found = flow_of(base, base.searches.all())
    assert list(found.mismatches()) == []
    return found


def waiting(base):
    return list(base.screened_records.awaiting().select_related("base", "reference"))


def only(base):
    return waiting(base)[0]


def test_each_record_is_asked_once_and_twelve_new_ones_after(base, reviewer):
    """As ``benchmarks.screening`` does with ten times as many."""
    known = [work(n) for n in range(30)]
    brought(make.a_base(), known)
    first = [*known, *(work(n) for n in range(30, 160))]
    brought(base, [*first, *first[:40]], reviewer)
    found = flow(base)
    assert (found.records, found.duplicates, found.awaiting) == (200, 40, 160)

    ids = [record.pk for record in waiting(base)]
    leave_out_several(base=base, records=ids, because="population", by=reviewer)
    assert flow(base).screened == 160
    freeze_base(base=base, by=reviewer)

    again = copy_base(base=base, by=reviewer)
    assert flow(again).awaiting == 0
    new = [work(n) for n in range(160, 172)]
    brought(again, [*first, *first[:40], *new], reviewer)
    assert flow(again).awaiting == 12
    assert flow(base).records == 200  # the frozen one is as it was


def test_what_two_searches_bring_is_one_record(base, reviewer):
    brought(base, [work(1), work(2)])
    brought(base, [work(2), work(3)], source="Another Index")
    found = flow(base)
    assert (found.records, found.duplicates, found.awaiting) == (4, 1, 3)
    assert base.screened_records.count() == 3


def test_freezing_names_how_many_wait(base, reviewer):
    near = make.a_reference(
        title="Examplin for made-up fever number 2: a trial",
        title_key="examplin for made up fever number 2 a trial",
        first_author="madeup2",
        year=2001,
    )
    brought(base, [work(1), work(2, DO="10.5555/other.2"), work(3)])
    assert flow(base).untold == 1, near
    with pytest.raises(Refused) as refusal:
        freeze_base(base=base, by=reviewer)
    assert "2 records are still to be screened" in refusal.value.sentence
    assert "1 record is perhaps here already" in refusal.value.sentence
    fields = [problem.field for problem in refusal.value.problems]
    assert fields == ["screening", "untold"]


def test_freezing_waits_for_every_search(base, reviewer):
    search = brought(base, [work(1)])
    leave_out(record=only(base), because="design", by=reviewer)
    go_on(search=search, by=reviewer)
    lost = make.a_search(base=base, source="PubMed", records_found=12_000)
    sentence = "2 searches are not finished"
    with pytest.raises(Refused, match=sentence):
        freeze_base(base=base, by=reviewer)
    search.refresh_from_db()
    run_job(search.job_id)
    remove_search(search=lost, reason="It finds too much.", by=reviewer)
    assert freeze_base(base=base, by=reviewer).is_frozen


def test_a_base_says_how_it_was_searched_by_its_searches(base, reviewer):
    brought(base, [work(1)], reviewer)
    leave_out(record=only(base), because="design", by=reviewer)
    frozen = freeze_base(base=base, by=reviewer)
    assert frozen.sources == "Example Index"
    assert frozen.query == "examplin AND fever"
    assert frozen.searched_on == base.searches.get().searched_on
    assert (frozen.records_found, frozen.records_screened) == (1, 1)

    again = copy_base(base=frozen, by=reviewer)
    later = brought(again, [work(1), work(2)], reviewer, source="Another Index")
    leave_out(record=only(again), because="design", by=reviewer)
    LiteratureSearch.objects.filter(pk=later.pk).update(searched_on=date(2026, 10, 1))
    again.refresh_from_db()
    closed = freeze_base(base=again, by=reviewer)
    assert closed.sources == "Example Index; Another Index"
    assert (closed.records_found, closed.records_screened) == (3, 2)
    assert closed.searched_on == frozen.searched_on  # as old as the oldest source


def test_a_base_with_a_search_is_no_base_of_cited_works_alone(base, reviewer):
    EvidenceBase.objects.filter(pk=base.pk).update(scope="cited_only")
    brought(base, [work(1)], reviewer)
    leave_out(record=only(base), because="design", by=reviewer)
    base.refresh_from_db()
    with pytest.raises(Refused, match="call it a targeted or a systematic search"):
        freeze_base(base=base, by=reviewer)


# --- decisions ---


def test_taking_on_makes_the_study_and_undo_takes_it_away(base, reviewer):
    brought(base, [work(1)])
    record = take_on(record=only(base), by=reviewer)
    assert record.study.label == "Madeup1 2001"
    assert Report.objects.get(study=record.study).role == "main"
    undo_last(base=base, by=reviewer)
    assert not Study.objects.exists()
    assert only(base).study is None


def test_results_of_a_study_that_is_taken_on_become_candidates(base, reviewer):
    brought(base, [work(1)])
    result = make.a_result()
    make.a_report(study=result.study, reference=only(base).reference)
    record = take_on(record=only(base), by=reviewer)
    assert record.study == result.study
    assert base.items.get().decision == "awaiting"
    put_back(record=record, by=reviewer)
    assert not base.items.exists()
    assert Study.objects.filter(pk=result.study_id).exists()


def test_what_others_built_on_stays(base, reviewer):
    brought(base, [work(1)])
    record = take_on(record=only(base), by=reviewer)
    make.a_result(study=record.study)
    with pytest.raises(Refused, match="built on this step|builds on this step"):
        undo_last(base=base, by=reviewer)
    with pytest.raises(Refused, match="put it back before"):
        leave_out(record=record, because="design", by=reviewer)


def test_one_step_on_many_is_undone_as_one(base, reviewer):
    brought(base, [work(1), work(2), work(3)])
    first, *others = [record.pk for record in waiting(base)]
    leave_out(record=only(base), because="outcome", by=reviewer)
    leave_out_several(base=base, records=others, because="design", by=reviewer)
    assert flow(base).left_out == (
        ("another outcome", 1),
        ("not an eligible design", 2),
    )
    undo_last(base=base, by=reviewer)
    assert [record.pk for record in waiting(base)] == others
    undo_last(base=base, by=reviewer)
    assert [record.pk for record in waiting(base)] == [first, *others]
    with pytest.raises(Refused, match="no record here"):
        undo_last(base=base, by=reviewer)


def test_a_reason_is_given_and_others_change_nothing(base, reviewer):
    brought(base, [work(1)])
    record = only(base)
    for because, in_words in (("", ""), ("other", ""), ("because", "")):
        with pytest.raises(Refused):
            leave_out(record=record, because=because, in_words=in_words, by=reviewer)
        record = only(base)
    with pytest.raises(LostRace):
        leave_out(record=record, because="design", revision=99, by=reviewer)
    with pytest.raises(NotAllowed):
        leave_out(record=record, because="design", by=make.a_curator())
    freeze = {"because": "design", "by": reviewer}
    left = leave_out(record=record, **freeze)
    frozen = freeze_base(base=base, by=reviewer)
    left.base = frozen
    for step in (put_back, take_on):
        with pytest.raises(Refused, match="frozen"):
            step(record=left, by=reviewer)


def test_a_merge_of_references_reaches_a_frozen_base(base, reviewer):
    brought(base, [work(1)], reviewer)
    record = leave_out(record=only(base), because="design", by=reviewer)
    freeze_base(base=base, by=reviewer)
    into = make.a_reference(title="The same, under another title")
    merge_references(
        merged=record.reference, into=into, by=make.an_editor(), reason="One work."
    )
    record.refresh_from_db()
    assert record.reference == into
    assert flow(base).duplicates == 0


@pytest.mark.parametrize("touched", [False, True])
def test_a_draft_made_for_a_merge_goes_with_what_it_had_screened(
    base, reviewer, touched
):
    brought(base, [work(1)], reviewer)
    leave_out(record=only(base), because="design", by=reviewer)
    freeze_base(base=base, by=reviewer)
    other = make.an_item().base.claim
    editor = make.an_editor()
    given = {"by": editor, "reason": "One claim."}
    merge = merge_claims(merged=other, into=base.claim, **given)
    draft = base.claim.bases.get(frozen_at=None)
    assert draft.screened_records.get().reason == "design"
    if touched:
        put_back(record=draft.screened_records.get(), by=reviewer)
    unmerge_claims(merge=merge, **given)
    assert base.claim.bases.filter(frozen_at=None).exists() is touched
    assert base.screened_records.get().reason == "design"


def test_a_search_is_taken_off_with_what_it_alone_brought(base, reviewer):
    brought(base, [work(1), work(2)])
    second = brought(base, [work(2), work(3)], source="Another Index")
    remove_search(search=base.searches.first(), reason="Wrong words.", by=reviewer)
    assert flow(base).records == 2
    assert {record.search for record in waiting(base)} == {second}
    leave_out(record=only(base), because="design", by=reviewer)
    with pytest.raises(Refused, match="1 of the records"):
        remove_search(search=second, reason="Wrong again.", by=reviewer)


# --- counts ---

STEPS = st.tuples(
    st.sampled_from(
        ["search", "take", "leave", "several", "back", "undo", "item", "merge", "copy"]
    ),
    st.integers(0, 30),
)


@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
    ],
)
@given(steps=st.lists(STEPS, min_size=12, max_size=20))
def test_the_counts_add_up_at_every_step(base, reviewer, steps):
    base = base.claim.bases.get(frozen_at=None)
    brought(base, [work(n % 9) for n in range(steps[0][1])] or [work(0)], reviewer)
    for what, n in steps:
        rows = list(base.screened_records.select_related("base", "reference"))
        if what == "copy" and not flow(base).waiting:
            base.items.filter(decision="awaiting").update(decision="included")
            frozen = freeze_base(base=base, by=reviewer)
            flow(frozen)
            base = copy_base(base=frozen, by=reviewer)
        elif rows:
            _step(what, n, base, rows[n % len(rows)], reviewer)
        found = flow(base)
        assert found.screened + found.awaiting == base.screened_records.count()


def _step(what, n, base, record, by):
    """Take a step, where it can be taken."""
    reason = REASONS[n % len(REASONS)]
    try:
        match what:
            case "search":
                brought(base, [work(each % 15) for each in range(n, n + 5)], by)
            case "take":
                make.a_result(study=take_on(record=record, by=by).study)
            case "leave":
                leave_out(record=record, because=reason, in_words="So.", by=by)
            case "several":
                some = [record.pk, record.pk + 1]
                leave_out_several(base=base, records=some, because="design", by=by)
            case "back":
                put_back(record=record, by=by)
            case "undo":
                undo_last(base=base, by=by)
            case "item" if record.study:
                result = record.study.results.first() or make.a_result()
                if not base.items.filter(result=result).exists():
                    make.an_item(base=base, result=result)
            case "merge":
                others = Reference.objects.current().exclude(pk=record.reference_id)
                merge_references(
                    merged=record.reference,
                    into=others[n % others.count()],
                    reason="One work.",
                    by=make.an_editor(),
                )
    except Refused:
        pass
