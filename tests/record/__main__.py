"""``python -m tests.record FOLDER``, a folder that is empty or not there."""

import sys
from pathlib import Path

from tests.alone import run

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python -m tests.record FOLDER")
    folder = Path(sys.argv[1])
    if folder.exists() and any(folder.iterdir()):
        sys.exit(f"{folder} is not empty: a record is written anew.")
    print(run("tests.record.writing.write_record", folder))
