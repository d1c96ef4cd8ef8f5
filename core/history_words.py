"""A row's history in words, for the page that shows it."""

from datetime import datetime
from typing import Any

from django.db.models import Field, Model

from core.history import Entry, history, history_of_rows
from core.templatetags.footing import day_time


def history_in_words(row: Model) -> list[dict[str, Any]]:
    """Every change of a row, newest first, for ``_changes.html``."""
    return [_in_words(type(row), entry) for entry in history(row)]


def histories_in_words(
    model: type[Model], name: str, **where: Any
) -> list[dict[str, Any]]:
    """Every change of the rows that are or were somewhere, each with its row's name.

    ``name`` is the field that says what a row is; see ``history_of_rows``.
    """
    load = [name] if model._meta.get_field(name).is_relation else []
    return [
        {"name": str(getattr(row, name)), **_in_words(model, entry)}
        for row, entry in history_of_rows(model, *load, **where)
    ]


def changes_in_words(model: type[Model], entry: Entry) -> list[tuple[str, str, str]]:
    """What an entry changed: each field's name, and its value before and after."""
    found = []
    for name, (old, new) in entry.changes.items():
        field = model._meta.get_field(name)
        found.append((field.verbose_name, in_words(field, old), in_words(field, new)))
    return found


def in_words(field: Field, value: Any) -> str:
    """A column's value as people read it; empty for what is not set."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return day_time(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        named = ((name.replace("_", " "), words) for name, words in value.items())
        return "; ".join(f"{name}: {words}" for name, words in sorted(named))
    if field.is_relation:
        return f"number {value}"
    return str(dict(field.flatchoices).get(value, value))


def _in_words(model: type[Model], entry: Entry) -> dict[str, Any]:
    return {
        "at": entry.at,
        "who": entry.who or "somebody",
        "through": entry.through,
        "why": entry.why,
        "what": entry.did,
        "changes": changes_in_words(model, entry),
    }
