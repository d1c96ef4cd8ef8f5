"""A person's steps on imported records, kept one by one."""

from accounts.models import User
from core.models import Job
from studies.models import ImportDecision, ImportRecord


def step_on(
    record: ImportRecord, step: str, by: User, job: Job | None
) -> ImportDecision:
    """A step on a record, before it changes what stands there; not stored yet."""
    return ImportDecision(
        record=record,
        step=step,
        reference=record.reference_id,
        said=record.said,
        by=by,
        job=job,
    )
