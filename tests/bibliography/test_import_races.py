"""Two at work on one import: who comes second loses nothing and adds nothing."""

import pytest

from bibliography.imports.actions import (
    answer_import,
    begin_import,
    fill_import,
    reopen_answers,
    start_import,
    undo_import,
)
from bibliography.imports.decisions import decide_record
from bibliography.imports.importing import answering, filling, running, undoing
from bibliography.models import Reference
from bibliography.references.actions import edit_reference
from core.jobs import cancel, run_job
from tests.bibliography.test_imports import became, imported, ris, work
from tests.factories import a_curator, a_reference

pytestmark = pytest.mark.django_db


def undone_before(monkeypatch, module, step, batch, job):
    """Let somebody stop a job and undo its import just before its worker's next step.

    The worker knows nothing of it yet.
    """
    real = getattr(module, step)

    def late(**given):
        monkeypatch.setattr(module, step, real)
        cancel(job=job, by=a_curator())
        batch.refresh_from_db()
        run_job(undo_import(batch=batch, by=a_curator()).pk)
        return real(**given)

    monkeypatch.setattr(module, step, late)
    run_job(job.pk)
    batch.refresh_from_db()
    assert batch.state == "undone"


def test_a_worker_adds_nothing_to_an_import_that_was_stopped_and_undone(monkeypatch):
    batch = start_import(data=ris(work(1)), file_name="a.ris", by=a_curator())
    job = begin_import(batch=batch, by=a_curator())
    undone_before(monkeypatch, running, "store", batch, job)
    assert not Reference.objects.exists()
    assert became(batch) == []


def test_a_worker_answers_nothing_in_an_import_that_was_undone(monkeypatch):
    known = a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1)))
    job = answer_import(batch=batch, answer="new", by=a_curator())
    undone_before(monkeypatch, answering, "answer_some", batch, job)
    assert Reference.objects.get() == known
    assert became(batch) == ["asked"]


def test_a_worker_fills_in_nothing_for_an_import_that_was_undone(monkeypatch):
    known = a_reference(title=work(1)["TI"], doi="10.5555/example.1")
    batch = imported(ris(work(1, AB="It helped.")))
    job = fill_import(batch=batch, by=a_curator())
    undone_before(monkeypatch, filling, "fill_some", batch, job)
    known.refresh_from_db()
    assert known.abstract == ""


def test_a_record_that_stays_decided_keeps_all_that_it_filled_in():
    known = a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1)))
    job = answer_import(batch=batch, answer="same", by=a_curator())
    run_job(job.pk)
    run_job(fill_import(batch=batch, by=a_curator()).pk)
    known.refresh_from_db()
    edit_reference(reference=known, container="By hand", by=a_curator())
    run_job(reopen_answers(batch=batch, job=job, by=a_curator()).pk)
    known.refresh_from_db()
    assert became(batch) == ["matched"]
    assert (known.container, known.year) == ("By hand", work(1)["PY"])
    assert batch.records.filled().exists()
    run_job(undo_import(batch=batch, by=a_curator()).pk)
    known.refresh_from_db()
    assert (known.container, known.year) == ("By hand", None)


def test_an_undo_goes_on_where_a_record_is_answered_meanwhile(monkeypatch):
    a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1)))
    job = undo_import(batch=batch, by=a_curator())
    real = undoing.take_back

    def late(**given):
        monkeypatch.setattr(undoing, "take_back", real)
        decide_record(record=batch.records.get(), same_as=None, by=a_curator())
        return real(**given)

    monkeypatch.setattr(undoing, "take_back", late)
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, became(batch)) == ("done", ["removed"])
