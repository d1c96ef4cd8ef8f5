"""Reading a few lines as a file."""

from bibliography import formats
from bibliography.records import Problem, Record


def read(text, format="auto", encoding="utf-8", **options):
    """(records, problems) of a text, in the file's order."""
    data = text if isinstance(text, bytes) else text.encode(encoding)
    found = list(formats.read(data, format=format, **options).records)
    records = [item for item in found if isinstance(item, Record)]
    problems = [item for item in found if isinstance(item, Problem)]
    return records, problems


def only(text, format="auto", **options):
    """The one record of a text."""
    records, problems = read(text, format, **options)
    assert problems == []
    (record,) = records
    return record
