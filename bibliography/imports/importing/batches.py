"""What an import's records come to, and which of several imports decides."""

from django.db import connection
from django.db.models import Count, Q

from bibliography.models import ImportBatch, ImportRecord
from core.jobs import Superseded
from core.models import Job

UNREADABLE = ImportRecord.Became.REJECTED


def counts_of(batch: ImportBatch) -> dict[str, int]:
    """How many records were read, and what became of them; in one query.

    Read and rejected together are all records of the file.
    """
    rows = (
        batch.records.order_by()
        .values_list("became")
        .annotate(n=Count("pk"), warned=Count("pk", filter=~Q(warnings=[])))
    )
    counts = dict.fromkeys(map(str, ImportRecord.Became), 0)
    warnings = 0
    for became, n, warned in rows:
        counts[became] = n
        warnings += warned
    read = sum(counts.values()) - counts[UNREADABLE]
    return {"read": read, **counts, "warnings": warnings}


def counted(n: int) -> str:
    """A number of records, in words."""
    return f"{n:,} record{'' if n == 1 else 's'}"


LOCK = 7_240_158_012


def wait_for_imports() -> None:
    """Wait until no other transaction decides on imported records, then go ahead."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def expect_at_work(batch: ImportBatch, job: Job | None) -> None:
    """Raise Superseded where a job was stopped, or another one has its import.

    Only behind ``wait_for_imports``: what was undone meanwhile must not grow again.
    """
    at_work = ImportBatch.objects.filter(pk=batch.pk, job__state=Job.State.RUNNING)
    if job and not at_work.filter(job=job).exists():
        raise Superseded
