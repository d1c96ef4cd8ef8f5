"""The files of what versions stored, by format: written once, and never edited."""

import json
from pathlib import Path

HERE = Path(__file__).parent
FORMAT_1 = HERE / "format-1"
BASIS_1 = HERE / "basis-1"
BASIS_2 = HERE / "basis-2"
BASIS_3 = HERE / "basis-3"


def files(folder):
    """The kept files of a folder, by name."""
    return {path.stem: path for path in sorted(folder.glob("*.json"))}


def read(path):
    return json.loads(path.read_text())


def keep(path, value):
    """Write a file that is not there yet; raises FileExistsError where it is."""
    path.parent.mkdir(exist_ok=True)
    with path.open("x") as stream:
        json.dump(value, stream, ensure_ascii=False, indent=1)
        stream.write("\n")


def keep_text(path, text):
    """The same for a page's words."""
    with path.open("x") as stream:
        stream.write(text)
