"""Makes the environment in ``.venv``: python3 config/install.py REQUIREMENTS.

Runs with a plain Python and nothing installed. Does nothing, quickly, when the pinned
packages are those that are there. What is missing is said in one sentence.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "var" / "setup.lock"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
INCLUDED = {  # what an installation of each file brings
    "requirements.txt": ["requirements.txt"],
    "requirements-dev.txt": ["requirements.txt", "requirements-dev.txt"],
    "requirements-fuzz.txt": [
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-fuzz.txt",
    ],
}


class CannotInstall(Exception):
    """What is missing, in a sentence."""


def main(requirements):
    """Have the packages of a requirements file in place."""
    if sys.version_info < OLDEST:
        raise CannotInstall(
            "Footing needs Python 3.11 or newer, and this python3 is "
            f"{sys.version.split()[0]}: name another with PYTHON=, such as "
            "make run PYTHON=python3.11"
        )
    wanted = fingerprint(ROOT / requirements)
    stamp = VENV / f"installed-{requirements}"
    if is_done(stamp, wanted):
        return
    with alone():
        if is_done(stamp, wanted):  # another process just did it
            return
        make_environment()
        install(requirements)
        for each in INCLUDED[requirements]:
            (VENV / f"installed-{each}").write_text(wanted)


def fingerprint(requirements):
    """What an environment must hold: the files' text, and this version of Python."""
    files = sorted(requirements.parent.glob("requirements*.txt"))
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    version = "{}.{}".format(*sys.version_info)
    return hashlib.sha256((version + text).encode()).hexdigest()


def is_done(stamp, wanted):
    """Whether the packages were installed, and the environment still runs."""
    if not stamp.exists() or stamp.read_text() != wanted:
        return False
    return runs(PYTHON)


def runs(python):
    """Whether a Python starts; one in a folder that was moved may not."""
    try:
        return subprocess.run([python, "-c", ""], capture_output=True).returncode == 0
    except OSError:
        return False


@contextmanager
def alone():
    """Hold a lock, so that two commands at once do not install into each other."""
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_environment():
    """Make ``.venv`` anew unless it runs."""
    if runs(PYTHON):
        return
    say("making the environment .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-m", "venv", VENV], capture_output=True, text=True
    )
    if done.returncode:
        raise CannotInstall(
            "This Python cannot make an environment; Debian and Ubuntu keep that in a "
            f"package of its own: apt-get install python3-venv\n{told(done)}"
        )


def install(requirements):
    """Install the pinned packages."""
    say(f"installing the packages of {requirements}")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    done = subprocess.run(
        [PYTHON, "-m", "pip", "install", *quiet, "-r", requirements],
        cwd=ROOT,
        env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise CannotInstall(
            f"The packages of {requirements} could not be installed; is the package "
            f"index within reach?\n{told(done)}"
        )


def told(done):
    """The end of what a program said."""
    return (done.stdout + done.stderr).strip()[-1500:]


def say(sentence):
    """Tell what takes the time."""
    print(f"footing: {sentence} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except CannotInstall as problem:
        sys.exit(f"footing: {problem}")
