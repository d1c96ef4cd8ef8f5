"""Records side by side, field by field, and what one has that another lacks."""

from collections.abc import Mapping, Sequence
from typing import Any

from bibliography.models import Identifier
from bibliography.records import Record, name_from_json

LABELS = dict(Identifier.Scheme.pairs())
COLUMNS = {"container": "In", "issued": "Date", "url": "Address"}
UNSEEN = ("first_author", "title_key")  # said by another column already
FIELDS = (
    ("Title", lambda record: record.title),
    ("Authors", lambda record: "; ".join(map(str, record.authors))),
    ("Year", lambda record: str(record.year or "")),
    ("Type", lambda record: record.type.label),
    ("In", lambda record: record.journal),
    ("Volume", lambda record: record.volume),
    ("Issue", lambda record: record.issue),
    ("Pages", lambda record: record.pages),
    ("Identifiers", lambda record: ", ".join(named(*i) for i in record.identifiers)),
    ("Abstract", lambda record: record.abstract),
)


def lines(mine: Record, others: Sequence[Record]) -> list[dict[str, Any]]:
    """The fields that any of the records states: the first one's, then the others'."""
    return [
        {
            "label": label,
            "mine": read(mine),
            "theirs": [_cell(read(mine), read(other)) for other in others],
        }
        for label, read in FIELDS
        if read(mine) or any(map(read, others))
    ]


def named(scheme: str, value: str) -> str:
    """An identifier as people read it."""
    return f"{LABELS.get(scheme, scheme)} {value}"


def _cell(mine: str, theirs: str) -> dict[str, str]:
    """What another record says in one field, and whether that is the same."""
    if not mine or not theirs:
        return {"text": theirs, "says": ""}
    same = mine.casefold() == theirs.casefold()
    return {"text": theirs, "says": "same" if same else "differs"}


def in_words(columns: Mapping[str, Any]) -> list[dict[str, str]]:
    """Columns of a reference, and identifiers, as people read them: label and text."""
    return [
        {"label": COLUMNS.get(name, name.capitalize()), "text": _words(value)}
        for name, value in columns.items()
        if name not in UNSEEN
    ]


def _words(value: Any) -> str:
    return "; ".join(map(_one, value)) if isinstance(value, list) else str(value)


def _one(value: Any) -> str:
    """A keyword, an author or an identifier."""
    if isinstance(value, dict):
        return str(name_from_json(value))
    return named(*value) if isinstance(value, list) else str(value)
