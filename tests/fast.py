"""The tests of what was changed, without a browser: python -m tests.fast [WHAT …].

A package's tests lie in the folder of its name; a folder or a file in it may be named
too, with or without ``tests/`` before it. Without a name they are of the packages
that differ from the last commit, else of those that the last commit changed.
"""

import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
HOUSE = TESTS.parent
ALWAYS = ["tests/test_house.py"]


def main(names):
    """Run them; returns pytest's exit code."""
    named = [name.removeprefix("tests/").strip("/") for name in names]
    unknown = [name for name in named if not has_tests(TESTS / name)]
    if unknown:
        known = ", ".join(sorted(each.name for each in TESTS.iterdir() if is_one(each)))
        sys.exit(
            f"There are no tests of {', '.join(unknown)}; there are: {known}, and the "
            "folders and files in them."
        )
    packages = named or sorted(changed_packages())
    print(f"footing: the tests of {', '.join(packages) or 'the house'}", flush=True)
    folders = [f"tests/{name}" for name in packages]
    return pytest.main(["-q", "-n", "2", "--dist", "worksteal", *folders, *ALWAYS])


def has_tests(path):
    """Whether a path is a file of tests, or a folder with one somewhere below."""
    if path.is_file():
        return path.match("test_*.py")
    return TESTS in path.parents and any(path.rglob("test_*.py"))


def is_one(path):
    """Whether a path is a folder of tests."""
    return path.is_dir() and has_tests(path)


def changed_packages():
    """The packages whose code or tests differ from what was committed last."""
    paths = listed("status", "--porcelain", "--untracked-files=all", skip=3)
    paths = paths or listed("show", "--name-only", "--format=", "HEAD")
    found = set()
    for path in paths:
        first, *rest = Path(path).parts
        name = rest[0] if first in ("tests", "templates") and rest else first
        if is_one(TESTS / name):
            found.add(name)
    return found


def listed(*git, skip=0):
    """What git names, a path a line, without the first characters of each."""
    done = subprocess.run(
        ["git", *git], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    return [line[skip:].split(" -> ")[-1] for line in done.stdout.splitlines() if line]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
