"""The Retraction Watch table, as Crossref gives it out: row by row, with flat memory.

Every row comes back: as a notice, or as a problem with its line and the reason. Where
a quotation mark has no partner, the row it stands in is given up and the next line read
as a row again, so that no more than that row is lost.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from studies.formats.fields import first_date
from studies.formats.source import Source
from studies.records import NoticeFound, NoticeKind, Problem
from studies.text import normalise_doi, normalise_pmid, plain_text

NAME = "Retraction Watch"
KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "partial retraction": NoticeKind.PARTIAL_RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
}
NEEDED = ("RetractionNature", "OriginalPaperDOI", "OriginalPaperPubMedID")
LONGEST = 300  # lines that one row may go over
_AMERICAN_DATE = re.compile(r"^\s*(\d{1,2})/(\d{1,2})/(\d{4})")


def read_retraction_watch(data: bytes | BinaryIO) -> Iterator[NoticeFound | Problem]:
    """Every row of the table behind its heads, blank ones left out.

    A row that names neither the DOI nor the PubMed number of the original work, or no
    kind of notice that is known, is a problem. Raises ``ValueError`` with a sentence
    where the table is another one.
    """
    table = _Rows(Source(data).lines())
    rows = iter(table)
    heads = next((cells for _, cells, _ in rows), None) or []
    missing = [name for name in NEEDED if name not in heads]
    if missing:
        raise ValueError(
            f"This is not the Retraction Watch table: it has no column “{missing[0]}”."
        )
    table.width = len(heads)
    number = 0
    for line, cells, raw in rows:
        if cells is not None and not any(cells):
            continue
        number += 1
        if cells is None:
            what = "a quotation mark in it has no partner"
            yield Problem(number, line, what, f"{len(heads)} cells that end", raw)
        elif len(cells) != len(heads):
            what = f"it has {len(cells)} cells"
            yield Problem(number, line, what, f"{len(heads)}, as the heads", raw)
        else:
            row = dict(zip(heads, map(str.strip, cells), strict=True))
            yield _notice(row) or Problem(number, line, *_why(row), raw)


def _notice(row: Mapping[str, str]) -> NoticeFound | None:
    """The notice a row tells of, if it names a kind and the work it is about."""
    kind = KINDS.get(row["RetractionNature"].lower())
    of_doi = normalise_doi(row["OriginalPaperDOI"])
    of_pmid = normalise_pmid(row["OriginalPaperPubMedID"])
    if kind is None or not (of_doi or of_pmid):
        return None
    return NoticeFound(
        kind,
        NAME,
        dated=_dated(row.get("RetractionDate", "")),
        of_doi=of_doi,
        of_pmid=of_pmid,
        notice_doi=normalise_doi(row.get("RetractionDOI", "")),
        notice_pmid=normalise_pmid(row.get("RetractionPubMedID", "")),
        says=plain_text(row.get("Reason", "").strip(";+ ")),
    )


def _why(row: Mapping[str, str]) -> tuple[str, str]:
    """Why a row is of no use, and what was expected."""
    nature = row["RetractionNature"]
    if nature.lower() not in KINDS:
        return f"its RetractionNature is “{nature[:60]}”", f"one of {', '.join(KINDS)}"
    what = "it names neither a DOI nor a PubMed number of the original work"
    return what, "one of the two"


def _dated(value: str) -> str:
    """A date written month first."""
    found = _AMERICAN_DATE.match(value)
    if not found:
        return first_date([value])
    return first_date([f"{found[3]}-{found[1]}-{found[2]}"])


class _Rows:
    """The rows of a table: the line each begins on, its cells, its own text.

    The cells are None where a quotation mark of the row has no partner.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self.width = 0  # how many cells a row has; 0 before that is known
        self._lines = lines
        self._again: deque[str] = deque()  # lines of a row that was given up
        self._read: list[str] = []  # lines of the row being read

    def _fed(self) -> Iterator[str]:
        while True:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                return
            self._read.append(line)
            if len(self._read) > LONGEST:
                raise csv.Error
            yield line + "\n"

    def __iter__(self) -> Iterator[tuple[int, list[str] | None, str]]:
        line = 1
        while True:
            self._read = []
            try:
                cells = next(csv.reader(self._fed()), None)
            except csv.Error:
                cells = None
            if not self._read:
                return
            cells = self._whole(cells)
            yield line, cells, "\n".join(self._read)
            line += len(self._read)

    def _whole(self, cells: list[str] | None) -> list[str] | None:
        """A row's cells, less empty ones beyond the heads; None where it is given up.

        One over several lines that has not as many cells as the heads is one whose
        quotation marks do not pair: all lines but its first come again.
        """
        while cells and self.width and len(cells) > self.width and not cells[-1]:
            cells = cells[:-1]
        odd = cells is not None and self.width and len(cells) != self.width
        if cells is not None and not (odd and len(self._read) > 1):
            return cells
        first, *others = self._read
        self._again.extendleft(reversed(others))
        self._read = [first]
        return None
