"""Tables turned on their side: a row a field, its head first, a blank row a record.

So Embase exports "fields by row": "AUTHOR NAMES","Smith J.","Doe A.".
"""

import csv
from collections.abc import Iterable, Iterator, Mapping

from bibliography.formats.columns import guess_mapping

_LINES_LOOKED_AT = 8
_LISTS = ("authors", "editors", "keywords")


def is_by_rows(lines: Iterable[str]) -> bool:
    """Whether the first cells of the first lines name fields, and the first line one.

    ``lines`` are the beginning of a file.
    """
    said = [line for line in lines if line.strip()][:_LINES_LOOKED_AT]
    rows = [_cells(line) for line in said]
    if len(rows) < 3 or not all(rows) or len(guess_mapping(rows[0])) != 1:
        return False
    first = [row[0] for row in rows]
    return all(guess_mapping([head]) for head in first[:2]) and (
        len(guess_mapping(first)) >= 3
    )


def blocks(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """(number of the first line, lines) of each record.

    A record begins with the head that began the first, or behind a blank line with a
    head that the record before already has.
    """
    opening = ""
    block: list[str] = []
    began, blank = 0, False
    for at, line in enumerate(lines, 1):
        if not line.strip():
            blank = True
            continue
        opening = opening or line[: line.find(",") + 1]
        again = blank and _prefix(line) in map(_prefix, block)
        if block and (line.startswith(opening) or again):
            yield began, block
            block = []
        began = began if block else at
        block.append(line)
        blank = False
    if block:
        yield began, block


def pairs_of(lines: list[str]) -> list[tuple[str, str]]:
    """(head, value) of each cell of a record, in order."""
    rows = csv.reader([f"{line}\n" for line in lines])
    return [(row[0].strip(), cell.strip()) for row in rows for cell in row[1:] if cell]


def cells_by_field(
    pairs: list[tuple[str, str]], mapping: Mapping[str, str] | None = None
) -> dict[str, str]:
    """What a record says, by field; names and keywords divided by semicolons."""
    cells = {}
    for field, head in (mapping or guess_mapping(head for head, _ in pairs)).items():
        values = [value for name, value in pairs if name == head]
        if values:
            cells[field] = "; ".join(values) if field in _LISTS else values[0]
    return cells


def heads_in(lines: Iterable[str]) -> list[str]:
    """The heads that the records in some lines have, each once."""
    found = (head for _, block in blocks(lines) for head, _ in pairs_of(block))
    return list(dict.fromkeys(found))


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line]), [])
    except csv.Error:
        return []


def _prefix(line: str) -> str:
    """A line up to its first comma: its head."""
    return line.partition(",")[0]
