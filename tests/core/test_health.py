"""What watches over Footing is told which part of it is not at work."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from accounts.models import User
from core.jobs import LOOK_AGAIN_AFTER, STALE_AFTER, enqueue, run_job
from core.models import Job
from core.tick import tick

pytestmark = pytest.mark.django_db


def a_job(kind="needs_review", **more):
    return Job.objects.create(kind=kind, by=User.objects.system(), **more)


def ago(**delta):
    return timezone.now() - timedelta(**delta)


@pytest.fixture
def one_moment(monkeypatch):
    """As if no time passed while a test looks."""
    now = timezone.now()
    monkeypatch.setattr("core.health.database_now", lambda: now)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)


def said(client):
    answer = client.get("/health/")
    assert "no-store" in answer["Cache-Control"]
    return answer.status_code, answer.json()


def test_all_is_well_where_a_worker_takes_up_what_comes(client, settings, one_moment):
    settings.READING = "signed-in"
    job = a_job(state="done", heartbeat=ago(seconds=10))
    status, found = said(client)
    assert (status, found["status"], found["queue_seconds"]) == (200, "ok", 0)
    assert found["worker_seconds"] == 10
    Job.objects.filter(pk=job.pk).update(heartbeat=ago(minutes=3))
    assert said(client)[1]["worker"] == "no sign"
    a_job("import_references", state="running", heartbeat=ago(seconds=1))
    assert said(client)[0] == 200, "one that is long at work lives too"


def test_nobody_at_work_a_line_that_stands_and_no_database_are_told_apart(
    client, monkeypatch, one_moment
):
    assert said(client)[0] == 503
    assert said(client)[1]["worker"] == "no sign"
    a_job(state="done", heartbeat=ago(seconds=1))
    a_job("find_works", next_try=ago(minutes=12) + LOOK_AGAIN_AFTER)
    status, found = said(client)
    assert (status, found["worker"], found["queue"]) == (503, "ok", "stands")
    assert found["queue_seconds"] == 12 * 60

    def away():
        raise OperationalError("no answer")

    monkeypatch.setattr("core.health.database_now", away)
    status, found = said(client)
    assert (status, found["database"]) == (503, "no answer")


@pytest.mark.parametrize("skew", [timedelta(minutes=10), -timedelta(minutes=10)])
def test_a_machine_whose_clock_is_wrong_loses_no_job(settings, monkeypatch, skew):
    settings.JOB_SCHEDULE = {}
    settings.JOB_KINDS = {"look": ("tests.core.test_health.look", "Looking")}
    job = enqueue(kind="look", arguments={}, by=User.objects.system())
    right = timezone.now
    monkeypatch.setattr("django.utils.timezone.now", lambda: right() + skew)
    assert run_job(job.pk)
    assert tick() == 0
    monkeypatch.undo()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 1)
    assert abs(job.finished_at - right()) < STALE_AFTER


def look(run):
    """A job in the midst of which others look whether its worker lives."""
    run.progress(1, 2)
    assert tick() == 0
    assert Job.objects.get(pk=run.job.pk).state == "running"
