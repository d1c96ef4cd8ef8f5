"""The worker is a process that ends politely."""

import os
import signal
import subprocess
import sys
from urllib.parse import quote, urlencode

import pytest
from django.conf import settings
from django.db import connection
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from core.models import Job
from tests.core.waiting import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


def address_of_the_database():
    place = (
        connection.get_connection_params() | connection.connection.info.dsn_parameters
    )
    known = {key: place[key] for key in ("host", "port", "user") if place.get(key)}
    return f"postgresql:///{quote(connection.settings_dict['NAME'])}?{urlencode(known)}"


@pytest.fixture
def worker(db):
    connection.ensure_connection()
    environment = {
        **os.environ,
        "DATABASE_URL": address_of_the_database(),
        "SECRET_KEY": "of a test, long enough to be taken for one " * 2,
    }
    process = subprocess.Popen(
        [sys.executable, settings.BASE_DIR / "manage.py", "work"],
        env=environment,
        stderr=subprocess.PIPE,
    )
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
