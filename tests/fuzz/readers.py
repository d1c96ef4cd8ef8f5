"""``python -m tests.fuzz.readers NAME SECONDS``: one reader under atheris."""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["articles", "bibliography", "studies", "texts"]
):
    from tests.fuzz.targets import TARGETS

FOUND = Path("var/fuzz")
# Megabytes, seconds for one input, and bytes of it.
AT_MOST = ("-rss_limit_mb=1500", "-timeout=20", "-max_len=4096")


def main(name, seconds):
    """Try a target for so long; the bytes on which it fails are kept in a file."""
    (target,) = [each for each in TARGETS if each.name == name]
    target.run(target.example)  # what is loaded late is loaded now
    known = FOUND / name.replace(" ", "-")
    known.mkdir(parents=True, exist_ok=True)
    (known / "example").write_bytes(target.example)
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={known}-", *AT_MOST]
    atheris.Setup([name, *options, str(known)], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
