"""Records of an import answered, one or many at once, and asked again."""

import pytest

from bibliography.imports.actions import answer_import, reopen_answers, undo_import
from bibliography.imports.decisions import (
    decide_record,
    fill_from_record,
    leave_record,
    reopen_record,
)
from bibliography.imports.importing import answering
from bibliography.models import ImportDecision, Reference
from bibliography.references.actions import edit_reference
from core.errors import NotAllowed, Refused
from core.jobs import Superseded, run_job
from tests.bibliography.test_imports import became, imported, ris, work
from tests.factories import a_curator, a_reader, a_reference, a_report

pytestmark = pytest.mark.django_db
OTHER_TITLE = "The identifier is the same; the title is another work’s."
NEAR = "Title, year and first author are near."


def done(job):
    """A job that was put in line, run; the sentences it ends with."""
    run_job(job.pk)
    job.refresh_from_db()
    assert job.state == "done", job.error
    return job.result["says"]


def asked_about(*numbers):
    """An import each record of which has a reference's DOI and another title."""
    known = [
        a_reference(title=f"Quite another work {n}", doi=f"10.5555/example.{n}")
        for n in numbers
    ]
    return imported(ris(*map(work, numbers))), known


def near_to(n):
    """A reference whose title, year and author are near those of ``work(n)``."""
    return a_reference(
        title=f"Examplin for made-up fever number {n}; trial.",
        title_key=f"examplin for made up fever number {n} trial",
        first_author=f"Madeup{n}",
        authors=[{"family": f"Madeup{n}", "given": "M"}],
        year=2001,
    )


def fresh(row):
    row.refresh_from_db()
    return row


# --- an answer taken back ---


def test_a_joined_record_is_asked_again():
    batch, (known,) = asked_about(1)
    before = batch.records.values().get()
    decide_record(record=batch.records.get(), same_as=known, by=a_curator())
    reopen_record(record=batch.records.get(), by=a_curator())
    assert batch.records.values().get() == before
    assert fresh(batch).counts["asked"] == 1
    steps = ImportDecision.objects.order_by("pk").values_list("step", flat=True)
    assert list(steps) == ["same", "reopened"]


def test_what_was_kept_as_new_goes_when_it_is_asked_again():
    batch, (known,) = asked_about(1)
    before = batch.records.values().get()
    decide_record(record=batch.records.get(), same_as=None, by=a_curator())
    reopen_record(record=batch.records.get(), by=a_curator())
    assert batch.records.values().get() == before
    assert Reference.objects.get() == known
    decide_record(record=batch.records.get(), same_as=known, by=a_curator())
    assert became(batch) == ["matched"]


def test_a_record_is_left_out_and_asked_again():
    batch, (known,) = asked_about(1)
    leave_record(record=batch.records.get(), by=a_curator())
    assert became(batch) == ["left"]
    assert (fresh(batch).counts["left"], batch.counts["asked"]) == (1, 0)
    assert Reference.objects.get() == known
    reopen_record(record=batch.records.get(), by=a_curator())
    assert became(batch) == ["asked"]


def test_a_new_work_that_others_build_on_stays_decided():
    batch, _ = asked_about(1)
    decide_record(record=batch.records.get(), same_as=None, by=a_curator())
    a_report(reference=batch.records.get().reference)
    with pytest.raises(Refused, match="stays decided: It is built on by: reports"):
        reopen_record(record=batch.records.get(), by=a_curator())
    assert became(batch) == ["created"]


def test_a_new_work_that_was_changed_since_stays_decided():
    batch, _ = asked_about(1)
    decide_record(record=batch.records.get(), same_as=None, by=a_curator())
    made = batch.records.get().reference
    edit_reference(reference=made, volume="7", by=a_curator())
    with pytest.raises(Refused, match="It was changed since"):
        reopen_record(record=batch.records.get(), by=a_curator())


def test_a_new_work_that_another_record_was_joined_to_stays_decided():
    batch, _ = asked_about(1)
    decide_record(record=batch.records.get(), same_as=None, by=a_curator())
    imported(ris(work(1)), "other.ris")
    with pytest.raises(Refused, match="another import"):
        reopen_record(record=batch.records.get(), by=a_curator())


def test_what_no_person_decided_is_not_asked_again():
    batch = imported(ris(work(1)))
    with pytest.raises(Refused, match="No person decided on it in this import"):
        reopen_record(record=batch.records.get(), by=a_curator())


def test_asking_again_takes_out_what_the_answer_let_in():
    batch, (known,) = asked_about(1)
    decide_record(record=batch.records.get(), same_as=known, by=a_curator())
    fill_from_record(record=batch.records.get(), by=a_curator())
    assert fresh(known).year == 2001
    reopen_record(record=batch.records.get(), by=a_curator())
    assert fresh(known).year is None


def test_an_answer_whose_filling_in_was_changed_since_stays():
    batch, (known,) = asked_about(1)
    decide_record(record=batch.records.get(), same_as=known, by=a_curator())
    fill_from_record(record=batch.records.get(), by=a_curator())
    edit_reference(reference=known, year=1999, by=a_curator())
    with pytest.raises(Refused, match="year was changed since"):
        reopen_record(record=batch.records.get(), by=a_curator())
    assert became(batch) == ["matched"]
    assert fresh(known).container == "Journal of Examples"


def test_what_was_left_out_is_left_out_when_the_same_file_comes_again():
    a_reference(title="Quite another work", doi="10.5555/example.1")
    data = ris(work(1), work(2))
    leave_record(record=imported(data).records.get(number=1), by=a_curator())
    for _ in range(2):
        batch = imported(data)
        assert became(batch) == ["left", "matched"]
        assert "A person decided so" in batch.records.get(number=1).why
        assert batch.counts["left"] == 1


def test_what_was_left_out_as_before_can_be_asked_again():
    known = a_reference(title="Quite another work", doi="10.5555/example.1")
    data = ris(work(1))
    leave_record(record=imported(data).records.get(), by=a_curator())
    record = reopen_record(record=imported(data).records.get(), by=a_curator())
    assert (record.became, record.why) == ("asked", record.candidates[0]["why"])
    decide_record(record=record, same_as=known, by=a_curator())
    assert imported(data).records.get().reference == known


def test_what_was_said_of_a_table_read_otherwise_is_not_said_of_its_records():
    a_reference(title="Examples of fever", doi="10.5555/example.1")
    data = b"First,Second,DOI\nFevers,Other words,10.5555/example.1\n"
    first = {"mapping": {"title": "First", "doi": "DOI"}}
    record = imported(data, "t.csv", options=first).records.get()
    leave_record(record=record, by=a_curator())
    second = {"mapping": {"title": "Second", "doi": "DOI"}}
    assert became(imported(data, "t.csv", options=second)) == ["asked"]
    assert became(imported(data, "t.csv", options=first)) == ["left"]


def test_a_decision_taken_back_is_not_repeated_for_the_same_file():
    batch, (known,) = asked_about(1)
    decide_record(record=batch.records.get(), same_as=known, by=a_curator())
    reopen_record(record=batch.records.get(), by=a_curator())
    assert became(imported(ris(work(1)))) == ["asked"]


def test_a_reader_asks_nothing_again():
    batch, _ = asked_about(1)
    leave_record(record=batch.records.get(), by=a_curator())
    with pytest.raises(NotAllowed):
        reopen_record(record=batch.records.get(), by=a_reader())


# --- many records answered at once ---


def test_all_records_asked_for_one_reason_are_answered_at_once():
    near = near_to(3)
    batch, _ = asked_about(1, 2)
    batch = imported(ris(work(1), work(2), work(3, DO="")), "other.ris")
    job = answer_import(batch=batch, answer="new", why=OTHER_TITLE, by=a_curator())
    assert done(job) == ["Kept as new works: 2 records."]
    assert became(batch) == ["created", "created", "asked"]
    job = answer_import(batch=fresh(batch), answer="same", why=NEAR, by=a_curator())
    assert done(job) == ["Joined to what they may be: 1 record."]
    assert batch.records.get(number=3).reference == near


def test_a_record_that_several_references_may_be_is_not_joined_with_many():
    near_to(1)
    a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1)))
    said = done(answer_import(batch=batch, answer="same", by=a_curator()))
    assert said[0].endswith(": 0 records.")
    assert said[1].startswith("1 record still asked")
    assert became(batch) == ["asked"]


def test_doubles_among_many_new_works_become_one():
    a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1), work(1)))
    assert became(batch) == ["asked", "asked"]
    done(answer_import(batch=batch, answer="new", by=a_curator()))
    assert became(batch) == ["created", "matched"]


def test_many_answers_are_taken_back_at_once():
    batch, known = asked_about(1, 2, 3)
    before = list(batch.records.order_by("number").values())
    job = answer_import(batch=batch, answer="new", by=a_curator())
    done(job)
    a_report(reference=batch.records.get(number=2).reference)
    said = done(reopen_answers(batch=fresh(batch), job=job, by=a_curator()))
    assert said == [
        "Asked again: 2 records.",
        "Still decided, since others build on it: 1 record.",
    ]
    assert became(batch) == ["asked", "created", "asked"]
    assert batch.records.values().get(number=3) == before[2]
    assert Reference.objects.count() == len(known) + 1


def test_doubles_that_were_kept_as_one_new_work_are_taken_back():
    a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1), work(1)))
    job = answer_import(batch=batch, answer="new", by=a_curator())
    done(job)
    done(reopen_answers(batch=fresh(batch), job=job, by=a_curator()))
    assert became(batch) == ["asked", "asked"]
    assert Reference.objects.count() == 1


def test_answering_goes_on_where_a_worker_died(monkeypatch):
    batch, _ = asked_about(1, 2, 3)
    monkeypatch.setattr(answering, "CHUNK", 2)
    job = answer_import(batch=batch, answer="left", by=a_curator())
    store = answering.JobRun.progress

    def die(run, *given, **kept):
        store(run, *given, **kept)
        raise Superseded

    monkeypatch.setattr(answering.JobRun, "progress", die)
    run_job(job.pk)
    assert became(batch) == ["left", "left", "asked"]
    monkeypatch.setattr(answering.JobRun, "progress", store)
    type(job).objects.filter(pk=job.pk).update(state="queued")
    assert done(job) == ["Left out: 3 records."]
    assert became(batch) == ["left"] * 3


@pytest.mark.parametrize("n", [1, 9])
@pytest.mark.parametrize("answer", ["same", "new", "left"])
def test_answering_asks_as_much_for_many_records_as_for_one(
    n, answer, django_assert_max_num_queries
):
    batch, _ = asked_about(*range(1, n + 1))
    given = {"batch": batch, "why": "", "after": 0, "by": a_curator(), "job": None}
    with django_assert_max_num_queries(26):
        answering.answer_some(answer=answer, **given)


@pytest.mark.parametrize("answer", ["", "sane", "filled"])
def test_an_answer_is_one_of_three(answer):
    batch, _ = asked_about(1)
    with pytest.raises(Refused, match="Say what the records are"):
        answer_import(batch=batch, answer=answer, by=a_curator())


def test_a_reason_that_no_record_asks_for_is_refused():
    batch, _ = asked_about(1)
    with pytest.raises(Refused, match="asks so any more"):
        answer_import(batch=batch, answer="new", why=NEAR, by=a_curator())


def test_an_import_that_is_worked_on_takes_no_second_job():
    batch, _ = asked_about(1)
    answer_import(batch=batch, answer="new", by=a_curator())
    with pytest.raises(Refused, match="is being worked on"):
        undo_import(batch=batch, by=a_curator())
