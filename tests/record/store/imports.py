"""Imports in every state, records with every outcome, and jobs of all kinds."""

from django.conf import settings
from django.utils import timezone

from bibliography.imports.actions import (
    begin_import,
    import_now,
    start_import,
    undo_import,
)
from bibliography.imports.decisions import (
    decide_record,
    fill_from_record,
    leave_record,
    reopen_record,
)
from bibliography.models import ImportBatch, ImportRecord
from core.jobs import run_job
from core.models import Job
from tests import factories as make
from tests.bibliography.test_imports import ris, work

TABLE = b"Name of it;Who;When\nExamplin in a table;Madeup, Mia;2003\n"


def fill_imports():
    """Files that were imported, looked at, refused and undone."""
    known = [
        make.a_reference(title=f"Quite another work {n}", doi=f"10.5555/example.{n}")
        for n in range(1, 7)
    ]
    asked = _imported(ris(*(work(n) for n in range(1, 9)), {"AU": "Nobody, N"}))
    records = asked.records.filter(became="asked").order_by("number")
    curator = make.a_curator()
    decide_record(record=records[0], same_as=known[0], by=curator)
    decide_record(record=records[0], same_as=None, by=curator)
    leave_record(record=records[0], by=curator, reason="Not wanted.")
    decide_record(record=records[0], same_as=known[3], by=curator)
    reopen_record(record=asked.records.get(number=4), by=curator)
    _filled()
    _imported(b"TY  - JOUR\r\nTI  - Cut off", name="cut.ris")
    _undone()
    start_import(data=TABLE, file_name="table.csv", by=curator, format="csv")
    waiting = start_import(data=ris(work(40)), file_name="waiting.ris", by=curator)
    begin_import(batch=waiting, by=curator)
    start_import(data=b"%PDF-1.4 is no list", file_name="no-list.ris", by=curator)
    _each_word()


def _imported(data, name="example.ris"):
    batch = start_import(data=data, file_name=name, by=make.a_curator())
    return import_now(batch=batch, by=make.a_curator())


def _filled():
    """A record that was matched, and filled in what its reference lacked."""
    make.a_reference(
        title="Examplin for made-up fever number 20: a trial",
        title_key="examplin for made up fever number 20 a trial",
        doi="10.5555/example.20",
    )
    batch = _imported(ris(work(20, VL="7", IS="2")), name="matched.ris")
    record = batch.records.get()
    if record.became == "matched":
        fill_from_record(record=record, by=make.a_curator())


def _undone():
    """An import taken back: one reference is removed, one is kept as others use it."""
    batch = _imported(ris(work(30), work(31)), name="undone.ris")
    kept = batch.records.order_by("number").first().reference
    make.a_report(reference=kept)
    run_job(undo_import(batch=batch, by=make.a_curator(), reason="Wrong file.").pk)


def _each_word():
    for state in ImportBatch.State:
        undone = state == "undone"
        make.an_import_batch(
            file_name=f"{state}.ris",
            state=state,
            format="ris",
            refused_because="It is no list." if state == "refused" else "",
            undone_at=timezone.now() if undone else None,
            undone_by=make.a_curator() if undone else None,
        )
    batch = make.an_import_batch(
        file_name="every-outcome.ris", state="done", format="ris"
    )
    for number, became in enumerate(ImportRecord.Became, 1):
        has_reference = became in ("created", "matched", "kept")
        make.an_import_record(
            batch=batch,
            number=number,
            became=became,
            why=f"An example: {became}.",
            warnings=["The year is missing."] if number == 1 else [],
            reference=make.a_reference() if has_reference else None,
        )


def fill_jobs():
    """A job in each state, and one of each kind that is done."""
    for state in Job.State:
        make.a_job(
            kind="find_works",
            state=state,
            done=2,
            total=5,
            heartbeat=timezone.now() if state == "running" else None,
            next_try=timezone.now() if state == "waiting" else None,
            error="The service is down." if state == "failed" else "",
            result={"says": ["2 works were looked for."]} if state == "done" else {},
        )
    for kind in settings.JOB_KINDS:
        make.a_job(kind=kind, state="done", result={"says": ["It is done."]})
