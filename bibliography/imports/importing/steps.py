"""A person's steps on imported records: kept one by one, taken on many by a job."""

from collections.abc import Callable, Iterable

from accounts.models import User
from bibliography.models import ImportDecision, ImportRecord
from core.jobs import JobRun
from core.models import Job


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


def through(
    job_run: JobRun,
    total: int,
    some: Callable[[int], tuple[int, int, int] | None],
    seen: Callable[[Iterable[int]], int] = sum,
) -> list[int]:
    """Step on all records of a job, some at a time, and go on where a worker died.

    ``some`` steps on the next records behind a place in the file: the last one's place
    and two counts, None where there are no more. ``seen`` tells from the counts how
    many records they are of. The counts of all.
    """
    at, counts = job_run.kept.get("at", 0), job_run.kept.get("stepped", [0, 0])
    while step := some(at):
        at, counts = step[0], [a + b for a, b in zip(counts, step[1:], strict=True)]
        job_run.progress(seen(counts), total, at=at, stepped=counts)
    return counts
