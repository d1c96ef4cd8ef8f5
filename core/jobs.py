"""Slow work as rows: put in line, run by one worker, resumed where it stopped.

A kind is a function named in ``settings.JOB_KINDS`` with its label; it gets a
``JobRun``, tells its progress at least every minute, and may return a dict to keep as
the result. It is idempotent: a worker may die at any point, and another goes on from
``run.kept``.
"""

import hashlib
import logging
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Coalesce, Now
from django.utils.module_loading import import_string
from django_tasks import task
from tqdm import tqdm

from core.actions import action
from core.clock import database_now
from core.errors import NotAllowed, Refused, TryLater
from core.models import Job

MAX_ATTEMPTS = 5
CHUNK = 1000  # rows in one action of a job, at most
STALE_AFTER = timedelta(minutes=5)  # without a word from its worker
LOOK_AGAIN_AFTER = timedelta(minutes=15)  # for a job in line that nobody took up
FIRST_WAIT = timedelta(seconds=30)  # then 2, 8 and 32 minutes
OURS = "Something went wrong here; it has been logged."
logger = logging.getLogger(__name__)
Progress = Callable[[int, int | None], None]


class Superseded(Exception):
    """The job was cancelled, or another worker has it now; this one stops."""


class JobRun:
    """What the function of a kind gets: its arguments, and where to tell progress."""

    def __init__(self, job: Job, show: Progress | None = None) -> None:
        self.job = job
        self.arguments: dict[str, Any] = job.arguments
        self.by = job.by
        self.kept: dict[str, Any] = dict(job.result)  # by an earlier attempt
        self._show = show

    def progress(self, done: int, total: int | None = None, **keep: Any) -> None:
        """Tell how far it is, keeping what is needed to go on from here.

        Also the sign of life. Call it outside the transaction of the work it reports,
        or what is kept is undone with it. Raises Superseded where the job is no longer
        this worker's. Where others added to the work meanwhile, the total grows.
        """
        self.kept.update(keep)
        total = self.job.total if total is None else total
        total = None if total is None else max(total, done)
        self.job.done, self.job.total = done, total
        self.store(heartbeat=Now(), done=done, total=total, result=self.kept, error="")
        if self._show:
            self._show(done, total)

    def held_up(self, why: str) -> None:
        """Tell what it is waiting for, until it gets on; also a sign of life."""
        self.store(heartbeat=Now(), error=why)

    def store(self, **values: Any) -> None:
        """Write to the job's row, as long as this attempt is the one that runs."""
        if not _mine(self.job).update(**values):
            raise Superseded


def _mine(job: Job) -> Any:
    # The number of attempts tells one claim of a job from the next.
    return Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempts=job.attempts)


def label_of(kind: str) -> str:
    """What a job of a kind is doing, in words; a kind of an older version by name."""
    if kind not in settings.JOB_KINDS:
        return kind.replace("_", " ").capitalize()
    return settings.JOB_KINDS[kind][1]


@action
def enqueue(
    *,
    kind: str,
    arguments: dict[str, Any],
    by: Any,
    reason: str = "",
    visitor_key: str = "",
) -> Job:
    """Put a job in line; it starts when the transaction that asked for it commits.

    ``arguments`` is JSON; ``visitor_key`` is the secret by which a visitor follows it,
    of which only a hash is kept. Raises KeyError for a kind that settings do not name.
    """
    job = _new(kind=kind, arguments=arguments, by=by, visitor_key=visitor_key)
    _carry(job)
    return job


@action
def cancel(*, job: Job, by: Any, reason: str = "") -> Job:
    """Stop a job; what it has done stays. Raises Refused where it is over."""
    stopped = Job.objects.open().filter(pk=job.pk)
    if not stopped.update(state=Job.State.CANCELLED, finished_at=Now()):
        raise Refused(f"Job {job.pk} is over already.")
    job.refresh_from_db()
    return job


def run_now(*, kind: str, arguments: dict[str, Any], by: Any) -> Job:
    """Run a job here and now, for a command; with a bar where a terminal shows it.

    Raises Refused with a sentence where it fails; nothing is tried again.
    """
    job = _claim(_begin(kind=kind, arguments=arguments, by=by).pk)
    with tqdm(desc=kind.replace("_", " "), disable=not sys.stderr.isatty()) as bar:

        def show(done: int, total: int | None) -> None:
            bar.total = total
            bar.update(done - bar.n)

        try:
            _finish(JobRun(job, show))
        except (NotAllowed, Refused, TryLater) as error:
            _fail(job, error.sentence)
            raise Refused(error.sentence) from error
        except Superseded as error:
            raise Refused("The job was cancelled.") from error
        except Exception as error:
            logger.exception("job %s (%s) failed", job.pk, kind)
            _fail(job, OURS)
            raise Refused(OURS) from error
        except KeyboardInterrupt:
            _fail(job, "It was stopped by hand.")
            raise
    job.refresh_from_db()
    return job


@task()
def run(job_id: int) -> None:
    """What django-tasks carries to a worker."""
    run_job(job_id)


def run_job(job_id: int) -> bool:
    """Run a job in line unless another worker has it or it is over; whether it ran.

    An error puts it in line again later, with a sentence; after five attempts, or
    where a rule refuses the work, it has failed.
    """
    job = _claim(job_id)
    if job is None:
        return False
    try:
        _finish(JobRun(job))
    except Superseded:
        logger.warning("job %s (%s) was taken from this worker", job.pk, job.kind)
    except (NotAllowed, Refused) as error:
        _fail(job, error.sentence)
    except TryLater as error:
        _try_later(job, error.sentence)
    except Exception:
        logger.exception("job %s (%s) failed", job.pk, job.kind)
        _try_later(job, OURS)
    return True


@action
def _begin(*, kind: str, arguments: dict[str, Any], by: Any) -> Job:
    return _new(kind=kind, arguments=arguments, by=by)


def followed_by(visitor_key: str) -> Job | None:
    """The job that a visitor follows by a secret key; None where there is none."""
    rows = Job.objects.filter(visitor_sha256=_hash_of(visitor_key))
    return rows.first() if visitor_key else None


def _hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest() if key else ""


def _new(
    *, kind: str, arguments: dict[str, Any], by: Any, visitor_key: str = ""
) -> Job:
    if kind not in settings.JOB_KINDS:
        raise KeyError(f"settings.JOB_KINDS names no {kind!r}")
    job = Job(
        kind=kind,
        arguments=arguments,
        by=by,
        visitor_sha256=_hash_of(visitor_key),
        next_try=database_now() + LOOK_AGAIN_AFTER,
    )
    job.save(force_insert=True)
    return job


def _carry(job: Job) -> None:
    """Hand a job to the workers; the queue is a table too, so both commit together."""
    run.enqueue(job_id=job.pk)


def _claim(job_id: int) -> Job | None:
    """Take a job in line; None if somebody else did, or nothing is to be done.

    All its times are the database's: the clocks of machines may be minutes apart.
    """
    claimed = Job.objects.filter(pk=job_id, state=Job.State.QUEUED).update(
        state=Job.State.RUNNING,
        attempts=F("attempts") + 1,
        started_at=Coalesce("started_at", Now()),
        heartbeat=Now(),
        next_try=None,
    )
    return Job.objects.select_related("by").get(pk=job_id) if claimed else None


def _finish(job_run: JobRun) -> None:
    """Do the work of a claimed job, and write down that it is done."""
    path, _ = settings.JOB_KINDS[job_run.job.kind]
    function = import_string(path)
    found = function(job_run)
    job_run.store(
        state=Job.State.DONE,
        result={**job_run.kept, **(found or {})},
        error="",
        finished_at=Now(),
    )


def _fail(job: Job, sentence: str) -> None:
    _mine(job).update(state=Job.State.FAILED, error=sentence, finished_at=Now())


def _try_later(job: Job, sentence: str) -> None:
    """Wait longer each time; after the last attempt it has failed."""
    if job.attempts >= MAX_ATTEMPTS:
        _fail(job, f"{sentence} It was tried {job.attempts} times.")
        return
    wait = FIRST_WAIT * 4 ** (job.attempts - 1)
    _mine(job).update(state=Job.State.WAITING, error=sentence, next_try=Now() + wait)
