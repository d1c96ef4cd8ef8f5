"""What has to happen again and again: jobs that lost a worker, are due, or recur."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from core.clock import database_now
from core.idempotency import forget_answers
from core.jobs import LOOK_AGAIN_AFTER, MAX_ATTEMPTS, STALE_AFTER, enqueue, run
from core.limits import forget_uses
from core.models import Job

LOCK = 7_240_158_011  # any number, the same for all who tick
LOST = "Its worker was lost {} times; nobody knows why."
KEEP_CARRIED = timedelta(days=1)
KEEP_RECURRING = timedelta(days=7)


def tick(now: datetime | None = None) -> int:
    """Put back in line what is stale or due, and what recurs; how many jobs.

    One process ticks at a time; a second one leaves it to the first.
    """
    now = now or database_now()
    with transaction.atomic():
        if not _alone():
            return 0
        _give_up(now)
        count = _put_back(now) + _recur(now)
        _prune(now)
        return count


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return cursor.fetchone()[0]


def _give_up(now: datetime) -> None:
    """Fail the jobs that lose every worker they get."""
    stale = Job.objects.stale(now=now, after=STALE_AFTER)
    stale.filter(attempts__gte=MAX_ATTEMPTS).update(
        state=Job.State.FAILED, error=LOST.format(MAX_ATTEMPTS), finished_at=now
    )


def _put_back(now: datetime) -> int:
    stale = Job.objects.stale(now=now, after=STALE_AFTER)
    jobs = (stale | Job.objects.due(now=now)).select_for_update(skip_locked=True)
    ids = list(jobs.values_list("pk", flat=True))
    Job.objects.filter(pk__in=ids).update(
        state=Job.State.QUEUED, next_try=now + LOOK_AGAIN_AFTER
    )
    for id in ids:
        run.enqueue(job_id=id)
    return len(ids)


def _recur(now: datetime) -> int:
    """Put in line each recurring kind whose time has come, one of a kind at a time."""
    count = 0
    for kind, every in settings.JOB_SCHEDULE.items():
        jobs = Job.objects.filter(kind=kind)
        recent = jobs.filter(created_at__gt=now - every)
        if not (jobs.open().exists() or recent.exists()):
            enqueue(kind=kind, arguments={}, by=get_user_model().objects.system())
            count += 1
    return count


def _prune(now: datetime) -> None:
    """Forget what is over and nobody asks for, answers to old keys among it."""
    carried = DBTaskResult.objects.finished()
    carried.filter(finished_at__lt=now - KEEP_CARRIED).delete()
    Job.objects.filter(
        kind__in=list(settings.JOB_SCHEDULE),
        state=Job.State.DONE,
        finished_at__lt=now - KEEP_RECURRING,
    ).delete()
    forget_answers(now)
    forget_uses(now)
