"""A job is run once, resumed where it stopped, and says in words why it failed."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from core.errors import Refused, TryLater
from core.jobs import (
    MAX_ATTEMPTS,
    OURS,
    STALE_AFTER,
    JobRun,
    Superseded,
    cancel,
    enqueue,
    run_job,
    run_now,
)
from core.models import Job
from core.tick import tick

DONE = []  # what the kinds of these tests have done, in order


class Killed(BaseException):
    """A worker that ends without a word."""


def count(run):
    """Count to a number, one step at a time; "die_at" a step, once."""
    for step in range(run.kept.get("step", 0), run.arguments["to"]):
        if step == run.arguments.get("die_at") and run.job.attempts == 1:
            raise Killed
        DONE.append(step)
        run.progress(step + 1, run.arguments["to"], step=step + 1)
    return {"sum": sum(range(run.arguments["to"]))}


def refuse(run):
    raise Refused("There is no such file.")


def break_down(run):
    raise ZeroDivisionError("secret")


def wait_for_service(run):
    raise TryLater("Crossref does not answer.")


def be_cancelled(run):
    cancel(job=run.job, by=run.by)
    run.progress(1)
    DONE.append("went on")


@pytest.fixture(autouse=True)
def kinds(settings):
    DONE.clear()
    names = (count, refuse, break_down, wait_for_service, be_cancelled, interrupt)
    settings.JOB_KINDS = {
        each.__name__: (f"tests.core.test_jobs.{each.__name__}", each.__name__)
        for each in names
    }
    settings.JOB_SCHEDULE = {}


@pytest.fixture
def someone(db):
    return User.objects.system()


def queued(someone, kind="count", **arguments):
    return enqueue(kind=kind, arguments=arguments, by=someone)


def later(**delta):
    return timezone.now() + timedelta(**delta)


def test_a_job_runs_and_keeps_its_result(someone):
    job = queued(someone, to=4)
    assert run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done, job.total) == ("done", 4, 4)
    assert job.result == {"step": 4, "sum": 6}
    assert job.started_at <= job.finished_at


def test_a_job_that_is_done_is_not_done_again(someone):
    job = queued(someone, to=2)
    assert run_job(job.pk)
    assert not run_job(job.pk)
    assert DONE == [0, 1]


def test_a_job_is_carried_only_if_what_asked_for_it_commits(someone):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        queued(someone, to=1)
        raise ZeroDivisionError
    assert not Job.objects.exists()
    assert not DBTaskResult.objects.exists()
    queued(someone, to=1)
    assert DBTaskResult.objects.count() == 1


def test_a_kind_nobody_knows_is_a_mistake_of_ours(someone):
    with pytest.raises(KeyError, match="names no 'dance'"):
        queued(someone, "dance")


def test_a_killed_worker_s_job_is_resumed_where_it_stopped(someone):
    job = queued(someone, to=5, die_at=3)
    with pytest.raises(Killed):
        run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done) == ("running", 3)
    assert tick() == 0, "its worker may live"
    assert tick(timezone.now() + STALE_AFTER + timedelta(seconds=1)) == 1
    assert run_job(job.pk)
    job.refresh_from_db()
    assert job.state == "done"
    assert DONE == [0, 1, 2, 3, 4]


def test_a_worker_that_was_given_up_cannot_write_any_more(someone):
    job = queued(someone, to=5, die_at=1)
    with pytest.raises(Killed):
        run_job(job.pk)
    tick(later(minutes=10))
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.attempts, job.done) == (2, 5)
    job.attempts = 1  # the first worker wakes up
    Job.objects.filter(pk=job.pk).update(state="running")
    with pytest.raises(Superseded):
        JobRun(job).progress(2)


def test_a_job_that_loses_every_worker_fails_and_says_so(someone):
    job = queued(someone, to=1)
    Job.objects.filter(pk=job.pk).update(
        state="running", attempts=MAX_ATTEMPTS, heartbeat=timezone.now()
    )
    tick(later(hours=1))
    job.refresh_from_db()
    assert job.state == "failed"
    assert "worker was lost 5 times" in job.error


def test_an_error_is_tried_again_later_and_later(someone, caplog):
    job = queued(someone, "break_down")
    waits = []
    for _ in range(MAX_ATTEMPTS - 1):
        run_job(job.pk)
        job.refresh_from_db()
        assert (job.state, job.error) == ("waiting", OURS)
        waits.append(round((job.next_try - timezone.now()).total_seconds()))
        assert tick(job.next_try - timedelta(seconds=1)) == 0
        assert tick(job.next_try) == 1
    assert waits == [30, 120, 480, 1920]
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("failed", 5)
    assert job.error == f"{OURS} It was tried 5 times."
    assert "secret" in caplog.text


def test_a_service_that_does_not_answer_is_named(someone):
    job = queued(someone, "wait_for_service")
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == ("waiting", "Crossref does not answer.")


def test_work_that_a_rule_refuses_is_not_tried_again(someone):
    job = queued(someone, "refuse")
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == ("failed", "There is no such file.")


def test_a_cancelled_job_stops_at_its_next_step(someone):
    job = queued(someone, "be_cancelled")
    run_job(job.pk)
    job.refresh_from_db()
    assert job.state == "cancelled"
    assert DONE == []
    with pytest.raises(Refused, match="is over already"):
        cancel(job=job, by=someone)


def test_a_job_nobody_took_up_is_carried_again(someone):
    job = queued(someone, to=1)
    DBTaskResult.objects.all().delete()
    assert tick() == 0
    assert tick(later(minutes=20)) == 1
    assert DBTaskResult.objects.count() == 1
    assert run_job(job.pk)


def test_a_recurring_kind_comes_round_one_at_a_time(someone, settings):
    settings.JOB_KINDS["recur"] = ("tests.core.test_jobs.recur", "Recurring")
    settings.JOB_SCHEDULE = {"recur": timedelta(minutes=5)}
    assert tick() == 1
    assert tick(later(minutes=6)) == 0, "the first is still in line"
    first = Job.objects.get()
    run_job(first.pk)
    assert first.by == someone
    assert tick() == 0, "it is not time yet"
    assert tick(later(minutes=6)) == 1
    tick(later(days=8))
    assert not Job.objects.filter(pk=first.pk).exists()


def recur(run):
    DONE.append("came round")


def test_a_job_runs_here_and_now_for_a_command(someone):
    job = run_now(kind="count", arguments={"to": 3}, by=someone)
    assert (job.state, job.result["sum"]) == ("done", 3)
    assert not DBTaskResult.objects.exists()


def test_a_command_that_is_stopped_by_hand_says_so(someone):
    with pytest.raises(KeyboardInterrupt):
        run_now(kind="interrupt", arguments={}, by=someone)
    assert Job.objects.get().error == "It was stopped by hand."


def interrupt(run):
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("refuse", "There is no such file."),
        ("wait_for_service", "Crossref does not answer."),
        ("break_down", OURS),
        ("be_cancelled", "The job was cancelled."),
    ],
)
def test_a_command_is_told_at_once_why_its_job_failed(someone, kind, said):
    with pytest.raises(Refused) as error:
        run_now(kind=kind, arguments={}, by=someone)
    assert error.value.sentence == said
    assert Job.objects.get().state in ("failed", "cancelled")


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_run_the_same_job_twice(someone):
    jobs = [queued(someone, to=1) for _ in range(5)]
    barrier, ran = threading.Barrier(2), []

    def work():
        try:
            for job in jobs:
                barrier.wait()
                ran.append(run_job(job.pk))
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(ran) == [False] * 5 + [True] * 5
    assert DONE == [0] * 5


@pytest.mark.django_db(transaction=True)
def test_the_worker_runs_what_is_in_line(someone, monkeypatch):
    monkeypatch.setattr("signal.signal", lambda *_: None)
    job = queued(someone, to=3)
    call_command("work", until_empty=True)
    job.refresh_from_db()
    assert job.state == "done"


@pytest.mark.django_db(transaction=True)
def test_one_process_ticks_at_a_time(someone):
    queued(someone, to=1)
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            other.set_autocommit(False)
            cursor.execute("SELECT pg_advisory_xact_lock(7240158011)")
            assert tick(later(minutes=20)) == 0
            other.rollback()
    finally:
        other.close()
    assert tick(later(minutes=20)) == 1


def test_the_command_ticks_once(someone, capsys):
    call_command("tick")
    assert capsys.readouterr().out == "0 jobs put in line\n"
