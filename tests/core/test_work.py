"""The worker is a process that ends politely."""

import signal

import pytest
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from core.models import Job
from tests.core.waiting import wait_until
from tests.programs import begin
from tests.units import command_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker(db):
    process = begin(command_of("footing-worker@.service"))
    yield process
    process.kill()
    process.communicate()


def test_a_worker_takes_up_what_is_due_and_ends_when_told(worker):
    job = Job.objects.create(
        kind="unknown here",
        by=User.objects.system(),
        state="waiting",
        next_try="2026-01-01T00:00Z",
    )
    wait_until(lambda: Job.objects.get(pk=job.pk).attempts == 1)
    wait_until(lambda: DBTaskResult.objects.finished().exists())
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    assert Job.objects.get(pk=job.pk).state == "waiting"
