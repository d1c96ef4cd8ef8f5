"""What ``make test-fast`` takes for tests, and a program's end by a polite kill."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from django.conf import settings

from tests import fast


@pytest.mark.parametrize(
    ("named", "is_known"),
    [
        ("studies", True),
        ("studies/tables", True),
        ("test_fast.py", True),
        ("nosuch", False),
        ("studies/nosuch", False),
        ("__pycache__", False),
        ("factories", False),
        ("factories/making.py", False),
        ("", False),
    ],
)
def test_tests_are_named_by_package_folder_or_file(named, is_known):
    assert fast.has_tests(fast.TESTS / named) == is_known


def test_what_has_no_tests_is_refused_and_nothing_else_offered():
    with pytest.raises(SystemExit) as refused:
        fast.main(["nosuch", "tests/__pycache__/"])
    said = str(refused.value)
    assert said.startswith("There are no tests of nosuch, __pycache__; there are: ")
    assert "accounts, api, articles" in said
    assert "factories" not in said


@pytest.fixture
def home():
    """A folder with a short name, as a socket's has to be, open to the server."""
    folder = Path(tempfile.mkdtemp(prefix="footing-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_program_ended_politely_leaves_no_database_server(home, tmp_path):
    if not settings.EMBEDDED:
        pytest.skip("DATABASE_URL names a server that stays")
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.record", tmp_path / "record"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "FOOTING_VAR": str(home)},
    )
    end = time.monotonic() + 120
    while not list(home.rglob("postmaster.pid")):
        assert program.poll() is None
        assert time.monotonic() < end
        time.sleep(0.05)
    program.send_signal(signal.SIGTERM)
    assert program.wait(120) == 128 + signal.SIGTERM
    assert not list(home.rglob("postmaster.pid"))
