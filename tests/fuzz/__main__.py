"""``python -m tests.fuzz SECONDS``: each reader for so long, then the API.

A line says of each how often it was tried. What made a reader fail is kept as a file
under ``var/fuzz``; the exit is then 1.
"""

import re
import subprocess
import sys
from importlib.util import find_spec

from tests import alone
from tests.fuzz.targets import TARGETS

DONE = re.compile(r"^Done (\d+) runs", re.M)  # libFuzzer's last line
LINES = 30  # of what it said, where a reader failed


def main(seconds):
    """Run all, saying of each what came of it; return who failed, by name."""
    failed = [target.name for target in TARGETS if not held(target.name, seconds)]
    asked, faults = alone.run("tests.fuzz.api.run", int(seconds))
    say("the API", f"{asked:,} requests")
    for operation, fault in faults.items():
        say(operation, f"FAILED: {fault}")
    return failed + list(faults)


def held(name, seconds):
    """Whether a reader took all that it was given within so many seconds."""
    command = [sys.executable, "-m", "tests.fuzz.readers", name, seconds]
    ran = subprocess.run(command, capture_output=True, text=True, errors="replace")
    done = DONE.search(ran.stderr)
    if ran.returncode == 0 and done:
        say(name, f"{int(done[1]):,} inputs")
        return True
    say(name, f"FAILED (exit code {ran.returncode}); what it failed on is in var/fuzz")
    print(*ran.stderr.splitlines()[-LINES:], sep="\n", flush=True)
    return False


def say(name, outcome):
    """One line of what came of one target."""
    print(f"{name}: {outcome}", flush=True)


if __name__ == "__main__":
    if not find_spec("atheris"):
        sys.exit("`make fuzz` installs what this needs, and runs it.")
    found = main(sys.argv[1])
    print(f"{len(found)} failed" if found else "nothing failed")
    sys.exit(bool(found))
