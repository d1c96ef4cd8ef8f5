"""The beginning of a reference file: what it is, and its first records."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from bibliography.formats import read
from bibliography.records import Problem, Record
from texts.encodings import Detection


@dataclass(frozen=True, slots=True)
class Beginning:
    """What reading a file's beginning tells; ``is_whole`` where it has no more."""

    format: str
    encoding: str
    detection: Detection
    size: int  # of the file, in bytes
    head: str
    records: tuple[Record | Problem, ...]
    is_whole: bool


def beginning_of(
    path: str,
    most: int,
    *,
    format: str = "auto",
    filename: str = "",
    mapping: Mapping[str, str] | None = None,
    encoding: str = "",
) -> Beginning:
    """Read the first records, at most so many, of the file at a path.

    The rest is as for ``formats.read``. Raises ``FormatError`` with one sentence.
    """
    with open(path, "rb") as stream:
        reading = read(stream, format, filename, mapping, encoding)
        records = tuple(islice(reading.records, most))
        is_whole = len(records) < most or next(reading.records, None) is None
        return Beginning(
            format=reading.format.name,
            encoding=reading.encoding,
            detection=reading.detection,
            size=reading.source.size,
            head=reading.source.head(),
            records=records,
            is_whole=is_whole,
        )
