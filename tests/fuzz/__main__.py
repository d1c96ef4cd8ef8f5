"""``python -m tests.fuzz SECONDS``: each reader for so long, then the API.

What made a reader fail is kept as a file under ``var/fuzz``; the exit is then 1.
"""

import subprocess
import sys

from tests import alone
from tests.fuzz.targets import TARGETS


def main(seconds):
    """Run all; return what failed, by name."""
    failed = {}
    for target in TARGETS:
        command = [sys.executable, "-m", "tests.fuzz.readers", target.name, seconds]
        if subprocess.run(command).returncode:
            failed[target.name] = "what it failed on is in var/fuzz"
    return failed | alone.run("tests.fuzz.api.run", int(seconds))


if __name__ == "__main__":
    found = main(sys.argv[1])
    for name, fault in found.items():
        print(f"{name}: {fault}")
    sys.exit(bool(found))
