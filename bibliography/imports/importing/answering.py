"""Answering what an import asks: for one record, or for all that ask the same.

A record is joined to a reference, kept as a new work, or left out. Each answer is kept
with what it takes to ask the record again (``reopening``).
"""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.imports.importing.batches import (
    counted,
    counts_of,
    expect_at_work,
    wait_for_imports,
)
from bibliography.imports.importing.deciding import Became, decide, lacking
from bibliography.imports.importing.known import Incoming, Known
from bibliography.imports.importing.steps import step_on, through
from bibliography.imports.importing.writing import Writer
from bibliography.models import ImportBatch, ImportDecision, ImportRecord, Reference
from bibliography.records import record_from_json
from core.actions import action, save
from core.jobs import CHUNK, JobRun
from core.models import Job

Step = ImportDecision.Step
WHY = {
    Step.SAME: "A person decided that it is the same.",
    Step.NEW: "A person decided that it is a new one.",
    Step.LEFT: "A person decided to leave it out.",
}
TOLD = {
    Step.SAME: "Joined to what they may be",
    Step.NEW: "Kept as new works",
    Step.LEFT: "Left out",
}
BECAME = {Step.SAME: Became.MATCHED, Step.NEW: Became.CREATED, Step.LEFT: Became.LEFT}
CHANGED = (
    "became", "why", "reference", "said", "made", "decided_at", "decided_by",
)  # fmt: skip


def run(job_run: JobRun) -> dict[str, Any]:
    """Give all records of ``{"import", "answer", "why"}`` that ask so one answer."""
    asked = job_run.arguments
    batch = ImportBatch.objects.get(pk=asked["import"])
    total = job_run.job.total or batch.records.asking(asked["why"]).count()
    done, open_ = through(
        job_run,
        total,
        lambda after: answer_some(
            batch=batch,
            answer=asked["answer"],
            why=asked["why"],
            after=after,
            by=job_run.by,
            job=job_run.job,
        ),
    )
    said = [f"{TOLD[Step(asked['answer'])]}: {counted(done)}."]
    if open_:
        said.append(
            f"{counted(open_)} still asked: not exactly one reference that stands "
            "may be it."
        )
    return {"says": said, "address": f"/imports/{batch.pk}/"}


@action
def answer_some(
    *,
    batch: ImportBatch,
    answer: str,
    why: str,
    after: int,
    by: User,
    job: Job | None,
    reason: str = "",
) -> tuple[int, int, int] | None:
    """Answer the next records that ask, behind a place in the file.

    The last one's place, how many were answered, and how many were not, since not
    exactly one reference may be it; None where there are no more.
    """
    require(by, Permission.IMPORT_REFERENCES)
    wait_for_imports()
    expect_at_work(batch, job)
    rows = batch.records.asking(why).filter(number__gt=after).order_by("number")
    found = list(rows.select_for_update(of=("self",))[:CHUNK])
    if not found:
        return None
    if answer == Step.SAME:
        pairs = _only_candidates(found)
    else:
        pairs = [(record, None) for record in found]
    give(batch=batch, answer=answer, pairs=pairs, by=by, job=job)
    return found[-1].number, len(pairs), len(found) - len(pairs)


def give(
    *,
    batch: ImportBatch,
    answer: str,
    pairs: Sequence[tuple[ImportRecord, Reference | None]],
    by: User,
    job: Job | None = None,
) -> None:
    """Answer some records, each with the reference that it is where it is joined.

    Only inside an action that holds the records, and waited for other imports.
    """
    asked = [(each.number, record_from_json(each.said)) for each, _ in pairs]
    writer = Writer(batch.pk, asked)
    now = timezone.now()
    decisions = []
    for (record, reference), (_, incoming) in zip(pairs, writer.ready, strict=True):
        decision = step_on(record, answer, by, job)
        _answered(record, answer, reference, incoming, writer)
        record.decided_at, record.decided_by = now, by
        decision.reference = record.reference_id
        decisions.append(decision)
    writer.write_created()
    ImportRecord.objects.bulk_update([each for each, _ in pairs], CHANGED, 200)
    ImportDecision.objects.bulk_create(decisions)
    save(batch, counts=counts_of(batch))


def _answered(
    record: ImportRecord,
    answer: str,
    reference: Reference | None,
    incoming: Incoming,
    writer: Writer,
) -> None:
    """Set what an answer makes of a record."""
    record.became, record.why, said = BECAME[Step(answer)], WHY[Step(answer)], {}
    if answer == Step.SAME and reference is not None:
        known = writer.store.by_id.get(reference.pk) or Known.of(reference)
        record.reference_id = reference.pk
        said = lacking(incoming, known, writer.store)
    elif answer == Step.NEW:
        double = _made_meanwhile(record, incoming, writer)
        if double is None:
            record.reference_id, record.made = writer.create(incoming)
        else:
            record.became, record.reference_id = Became.MATCHED, double.id
            record.why = f"{WHY[Step.NEW]} Another record has just made the same."
            said = lacking(incoming, double, writer.store)
    record.said = said


def _made_meanwhile(
    record: ImportRecord, incoming: Incoming, writer: Writer
) -> Known | None:
    """The reference that a new work is, though it was no candidate: a file's double."""
    decision = decide(incoming, writer.store)
    shown = {each["reference"] for each in record.candidates}
    if decision.became != Became.MATCHED or decision.known is None:
        return None
    return None if decision.known.id in shown else decision.known


def _only_candidates(
    asked: Sequence[ImportRecord],
) -> list[tuple[ImportRecord, Reference | None]]:
    """The records that only one standing reference may be, each with it."""
    ids = {each["reference"] for record in asked for each in record.candidates}
    standing = Reference.objects.current().in_bulk(ids)
    pairs: list[tuple[ImportRecord, Reference | None]] = []
    for record in asked:
        named = [each["reference"] for each in record.candidates]
        found = [standing[id] for id in named if id in standing]
        if len(found) == 1:
            pairs.append((record, found[0]))
    return pairs
