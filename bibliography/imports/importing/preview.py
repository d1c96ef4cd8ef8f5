"""What can be told of a file before it is imported: its count, its first records."""

from collections.abc import Sequence
from typing import Any

from bibliography.formats.beginning import Beginning
from bibliography.formats.columns import guess_mapping, unused
from bibliography.formats.rows import heads_of
from bibliography.models import Identifier
from bibliography.records import Problem, Record
from core.copying import storable

READ = 1000  # records at most, within the request that brings the file
SHOWN = 5
LONGEST = 300  # characters of a cell


def preview_of(beginning: Beginning, mapping: dict[str, str] | None) -> dict[str, Any]:
    """The first records, and how many there are.

    ``records`` is None where the file has more than a request can read; then ``about``
    says how many there may be, from how long the first ones are.
    """
    first, whole = beginning.records, beginning.is_whole
    found: dict[str, Any] = {
        "records": len(first) if whole else None,
        "about": None if whole else _about(first, beginning.size),
        "first": [_shown(each) for each in first[:SHOWN]],
    }
    if beginning.detection.alternatives:
        found["encodings"] = beginning.detection.shown
    if beginning.format == "csv":
        text = beginning.head.lstrip("\n ")
        heads = heads_of(text)
        found |= {
            "columns": heads,
            "mapping": mapping or guess_mapping(heads),
            "unused": unused(heads, mapping),
            "head": text.split("\n", 1)[0],
        }
    return storable(found)


def _about(first: Sequence[Record | Problem], size: int) -> int:
    """How many records of this length a file of some bytes has, to two digits."""
    lengths = [len(each.raw.encode(errors="replace")) + 2 for each in first]
    count = size * len(lengths) // max(1, sum(lengths))
    return round(count, 2 - len(str(count)))


def _shown(each: Record | Problem) -> dict[str, Any]:
    if isinstance(each, Problem):
        return {"problem": str(each)}
    names = [str(name) for name in each.authors[:3]]
    return {
        "title": each.title[:LONGEST],
        "authors": "; ".join(names) + (" and others" if len(each.authors) > 3 else ""),
        "year": each.year,
        "journal": each.journal[:LONGEST],
        "identifiers": [_named(*pair) for pair in each.identifiers],
    }


def _named(scheme: str, value: str) -> str:
    return f"{dict(Identifier.Scheme.pairs()).get(scheme, scheme)} {value}"
