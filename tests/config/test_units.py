"""The unit files of docs/operating.md are such as systemd takes."""

import shutil
import subprocess
from getpass import getuser

import pytest

from config.management.commands.run import WEB
from tests.units import command_of, units


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_finds_nothing_wrong_with_the_unit_files(tmp_path):
    for name, text in units().items():
        file = tmp_path / name
        # The account is made, and the settings are written, by who sets it up.
        file.write_text(text.replace("User=footing", f"User={getuser()}"))
        found = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", file],
            capture_output=True,
            text=True,
        )
        ours = [line for line in found.stderr.splitlines() if str(name) in line]
        assert (found.returncode, ours) == (0, []), found.stderr


def test_the_web_server_is_started_as_make_run_starts_it():
    assert set(WEB) <= set(command_of("footing-web.service"))
