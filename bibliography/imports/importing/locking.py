"""Imports decide one after the other: each sees what the others made."""

from django.db import connection

from bibliography.models import ImportBatch
from core.jobs import Superseded
from core.models import Job

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
