"""Taking an answer back: the record is asked again, and what the answer made goes.

Only where nothing stands on it; otherwise the answer stays, and it is said why.
"""

from collections.abc import Sequence
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.imports.importing.answering import CHANGED
from bibliography.imports.importing.batches import (
    counted,
    counts_of,
    expect_at_work,
    wait_for_imports,
)
from bibliography.imports.importing.deciding import Became
from bibliography.imports.importing.emptying import empty
from bibliography.imports.importing.steps import step_on, through
from bibliography.imports.importing.undoing import remove, stands_under
from bibliography.models import ImportBatch, ImportDecision, ImportRecord, Reference
from core.actions import action, save
from core.jobs import CHUNK, JobRun
from core.models import Job

NOT_DECIDED = "No person decided on it in this import."
Step = ImportDecision.Step


def run(job_run: JobRun) -> dict[str, Any]:
    """Ask all records again that the job of ``{"import", "job"}`` answered."""
    batch = ImportBatch.objects.get(pk=job_run.arguments["import"])
    answered = job_run.arguments["job"]
    total = job_run.job.total or batch.records.answered_by(answered).count()
    done, stayed = through(
        job_run,
        total,
        lambda after: reopen_some(
            batch=batch, answered=answered, after=after, by=job_run.by, job=job_run.job
        ),
    )
    said = [f"Asked again: {counted(done)}."]
    if stayed:
        said.append(f"Still decided, since others build on it: {counted(stayed)}.")
    return {"says": said, "address": f"/imports/{batch.pk}/"}


@action
def reopen_some(
    *,
    batch: ImportBatch,
    answered: int,
    after: int,
    by: User,
    job: Job | None,
    reason: str = "",
) -> tuple[int, int, int] | None:
    """Ask the next records again that a job answered, behind a place in the file.

    The last one's place, how many are asked again, and how many stay; None where
    there are no more.
    """
    require(by, Permission.IMPORT_REFERENCES)
    wait_for_imports()
    expect_at_work(batch, job)
    rows = batch.records.answered_by(answered).filter(number__gt=after)
    records = list(rows.order_by("number").select_for_update(of=("self",))[:CHUNK])
    if not records:
        return None
    stayed = reopen(batch, records, by, job)
    return records[-1].number, len(records) - len(stayed), len(stayed)


def reopen(
    batch: ImportBatch,
    records: Sequence[ImportRecord],
    by: User,
    job: Job | None = None,
) -> dict[int, str]:
    """Ask some records again; of those that stay decided, by record, the reason.

    Only inside an action that holds the records, and waited for other imports.
    """
    answers = _when_asked(records)
    stays = {each.pk: NOT_DECIDED for each in records if each.pk not in answers}
    stays |= _built_on(batch, [each for each in records if each.pk in answers])
    again = [each for each in records if each.pk not in stays]
    stays |= _emptied(again, by, job)
    again = [each for each in again if each.pk not in stays]
    made = [each.reference_id for each in again if each.became == Became.CREATED]
    decisions = [step_on(each, Step.REOPENED, by, job) for each in again]
    remove([id for id in made if id])
    for record in again:
        _ask(record, answers[record.pk])
    ImportRecord.objects.bulk_update(again, CHANGED, 200)
    ImportDecision.objects.bulk_create(decisions)
    save(batch, counts=counts_of(batch))
    return stays


def _when_asked(records: Sequence[ImportRecord]) -> dict[int, dict[str, Any]]:
    """By record what it said as it was asked, if a person has answered since.

    One that was left out since a person did so before still says all of it.
    """
    said = {each.pk: each.said for each in records if each.became == Became.LEFT}
    decided = [record for record in records if record.decided_by_id]
    rows = ImportDecision.objects.filter(
        record__in=decided, step__in=ImportDecision.ANSWERS
    )
    return said | {row.record_id: row.said for row in rows.order_by("pk")}


def _built_on(batch: ImportBatch, records: Sequence[ImportRecord]) -> dict[int, str]:
    """Of records that made a reference those whose reference others build on."""
    made = [record for record in records if record.became == Became.CREATED]
    ids = [record.reference_id for record in made]
    held = Reference.objects.filter(pk__any_of=ids).order_by("pk").select_for_update()
    rows = list(held.values("pk", "revision"))
    why = stands_under(batch, rows, made)
    others = batch.records.filter(reference__in=ids).exclude(
        pk__in=[record.pk for record in records]
    )
    for id, number in others.values_list("reference", "number"):
        why.setdefault(id, f"Record {number} was joined to it.")
    return {
        each.pk: why[each.reference_id] for each in made if each.reference_id in why
    }


def _emptied(
    records: Sequence[ImportRecord], by: User, job: Job | None
) -> dict[int, str]:
    """Take out what the records filled in; of those that cannot, the reason."""
    rows = ImportRecord.objects.filter(pk__any_of=[r.pk for r in records])
    filled = list(rows.filled().select_for_update(of=("self",)))
    return empty(filled, by, job, whole=True) if filled else {}


def _ask(record: ImportRecord, said: dict[str, Any]) -> None:
    """Set a record as it was when it was asked about."""
    record.became, record.said, record.made = Became.ASKED, said, []
    record.why = record.candidates[0]["why"] if record.candidates else ""
    record.reference = record.decided_at = record.decided_by = None
