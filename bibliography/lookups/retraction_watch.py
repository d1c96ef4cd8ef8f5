"""The Retraction Watch table, as Crossref gives it out, row by row.

Every row comes back: as a notice, or as a problem with its line and the reason.
"""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from bibliography.formats.fields import first_date
from bibliography.formats.rows import Table
from bibliography.formats.source import Source
from bibliography.records import NoticeFound, NoticeKind, Problem
from texts.identifiers import normalise_doi, normalise_pmid
from texts.titles import plain_text

NAME = "Retraction Watch"
KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "partial retraction": NoticeKind.PARTIAL_RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
}
NEEDED = ("RetractionNature", "OriginalPaperDOI", "OriginalPaperPubMedID")
_AMERICAN_DATE = re.compile(r"^\s*(\d{1,2})/(\d{1,2})/(\d{4})")


def read_retraction_watch(data: bytes | BinaryIO) -> Iterator[NoticeFound | Problem]:
    """Every row of the table behind its heads, blank ones left out.

    A row that names neither the DOI nor the PubMed number of the original work, or no
    kind of notice that is known, is a problem. Raises ``ValueError`` with a sentence
    where the table is another one.
    """
    table = Table(Source(data).lines())
    heads = table.heads
    missing = [name for name in NEEDED if name not in heads]
    if missing:
        raise ValueError(
            f"This is not the Retraction Watch table: it has no column “{missing[0]}”."
        )
    for number, (line, lines, cells) in enumerate(table.rows(), 1):
        while len(cells) > len(heads) and not cells[-1]:
            cells = cells[:-1]
        raw = "\n".join(lines)
        if len(cells) != len(heads):
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
