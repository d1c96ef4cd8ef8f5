"""Tables that people bring as text: divided by commas, semicolons or tabs.

In UTF-8, or UTF-16 with a byte-order mark, as spreadsheets write "Unicode text".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator

from texts.encodings import marked

_DELIMITERS = ",;\t"


class TableProblems(ValueError):
    """Why a table cannot be read: a sentence for each thing that is wrong."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def lines_of(data: bytes, columns: Collection[str]) -> Iterator[tuple[int, list[str]]]:
    """Each line that holds anything: the number it begins at, and its cells.

    The cells are without blanks around them. `columns`, names in lower case, tell what
    divides them: that by which the first line has the most of these. Raises
    TableProblems.
    """
    encoding, mark = marked(io.BytesIO(data))
    try:
        text = data[mark:].decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TableProblems(f"Line {line}: not text in UTF-8.") from None
    if not text.strip():
        raise TableProblems("The table is empty.")
    delimiter = _delimiter(text, frozenset(columns))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    began = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield began, [cell.strip() for cell in cells]
            began = reader.line_num + 1
    except csv.Error as error:
        raise TableProblems(f"Line {began}: cannot be divided: {error}.") from None


def _delimiter(text: str, columns: frozenset[str]) -> str:
    first = text.lstrip().partition("\n")[0].lower()

    def known(delimiter: str) -> int:
        return len({cell.strip(' "\r') for cell in first.split(delimiter)} & columns)

    return max(_DELIMITERS, key=known)
