"""The script in docs/pull-and-push.md does what the page says of it."""

import re
import subprocess
import sys

import pytest
from django.conf import settings

from accounts.tokens.actions import make_token
from claims.models import Claim
from evidence.models import Grade
from tests import factories as make

SCRIPT = re.search(
    r"^```python\n(.+?)^```",
    (settings.BASE_DIR / "docs" / "pull-and-push.md").read_text(),
    re.MULTILINE | re.DOTALL,
)[1]


WHY_NOT = {
    (make.a_reader, "write"): "may not",
    (make.a_reviewer, "read"): "reads only; writing takes one that writes",
}


def run(tmp_path, site, person, scope="write"):
    """The script as somebody runs it, with a token of theirs."""
    file = tmp_path / "pull_and_push.py"
    file.write_text(SCRIPT)
    secret = make_token(by=person, name="Script", scope=scope).secret
    command = [sys.executable, file, site, secret]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_it_is_at_most_forty_lines_and_needs_nothing_but_python():
    assert len(SCRIPT.splitlines()) <= 40
    assert set(re.findall(r"^(?:import|from) (.+)", SCRIPT, re.MULTILINE)) == {
        "json, sys, uuid",
        "urllib.error import HTTPError",
        "urllib.request import Request, urlopen",
    }


@pytest.mark.django_db(transaction=True)
def test_a_reviewers_token_takes_a_claim_from_nothing_to_a_submitted_grade(
    live_server, tmp_path
):
    done = run(tmp_path, live_server.url, make.a_reviewer())
    assert done.returncode == 0, done.stderr
    grade = Grade.objects.get()
    assert (grade.verdict, grade.certainty) == ("supported", "high")
    assert grade.reviewer == make.a_reviewer()
    assert done.stdout.strip() == str(grade.pk)
    claim = Claim.objects.get()
    assert (claim.verdict, claim.standing) == ("supported", "draft")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("person", "scope"), [(make.a_reader, "write"), (make.a_reviewer, "read")]
)
def test_a_readers_token_or_one_that_reads_gets_403_and_changes_nothing(
    live_server, tmp_path, person, scope
):
    done = run(tmp_path, live_server.url, person(), scope)
    assert "HTTP Error 403" in done.stderr
    assert "Traceback" not in done.stderr
    assert WHY_NOT[person, scope] in done.stderr
    assert not Claim.objects.exists()
