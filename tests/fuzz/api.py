"""The API under schemathesis, as each role: whatever its schema allows is answered.

A store of its own is filled, and each operation called in turn until the time is over.
"""

import time

import schemathesis
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given
from hypothesis import settings as Settings
from hypothesis.errors import HypothesisException

from accounts.tokens.actions import make_token
from tests import factories as make

ROLES = (make.a_reader, make.a_curator, make.a_reviewer, make.an_editor, make.an_admin)
TRIED = Settings(
    max_examples=20,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def run(seconds):
    """How much was asked in so many seconds, and what failed: operation and answer."""
    settings.ALLOWED_HOSTS = ["localhost"]  # as schemathesis calls it
    make.a_grade()
    make.a_screened_record()
    people = [None, *(role() for role in ROLES)]
    secrets = [_secret_of(person) for person in people]
    app = get_wsgi_application()
    schema = schemathesis.openapi.from_wsgi("/api/v1/schema/?format=json", app)
    operations = [each.ok() for each in schema.get_all_operations()]
    end, asked, failed = time.monotonic() + seconds, 0, {}
    while time.monotonic() < end:
        for operation in operations:
            for secret in secrets:
                if time.monotonic() > end:
                    break
                try:
                    asked += _try(operation, secret)
                except (AssertionError, HypothesisException) as fault:
                    failed[operation.label] = str(fault)[:500]
    return asked, failed


def _secret_of(person):
    return person and make_token(by=person, name="Fuzz", scope="write").secret


def _try(operation, secret):
    """Ask one operation what its schema allows; how often it was asked."""
    asked = []
    headers = {"If-Match": "*"} | (
        {"Authorization": f"Token {secret}"} if secret else {}
    )

    @TRIED
    @given(case=operation.as_strategy())
    def answered(case):
        asked.append(case)
        answer = case.call(headers={**(case.headers or {}), **headers})
        assert answer.status_code < 500, (
            f"{case.as_curl_command()}: {answer.status_code}"
        )

    answered()
    return len(asked)
