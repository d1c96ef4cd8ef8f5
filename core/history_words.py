"""A row's history in words, for the page that shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Field, ForeignKey, Model
from django.urls import NoReverseMatch, reverse
from django.utils.text import slugify

from core.history import Entry, history, history_of_rows
from core.templatetags.footing import day, day_time, number
from core.text_differences import Piece, differences


@dataclass(frozen=True)
class Named:
    """A value in words; ``href`` is the page of the row that it names, if any."""

    words: str
    href: str = ""

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True)
class FieldChange:
    """What became of one field; ``pieces`` where a long text was changed in places."""

    label: str
    old: Named
    new: Named
    pieces: tuple[Piece, ...] = ()


Names = Mapping[tuple[type[Model], Any], Named]


def history_in_words(row: Model) -> list[dict[str, Any]]:
    """Every change of a row, newest first, for ``_changes.html``.

    Rows that it named are named as they are called now: a query for each table.
    """
    model = type(row)
    entries = history(row)
    names = _names(model, entries)
    return [_in_words(model, entry, names) for entry in entries]


def histories_in_words(
    model: type[Model], name: str, **where: Any
) -> list[dict[str, Any]]:
    """Every change of the rows that are or were somewhere, each with its row's name.

    ``name`` is the field that says what a row is; see ``history_of_rows``.
    """
    load = [name] if model._meta.get_field(name).is_relation else []
    found = history_of_rows(model, *load, **where)
    names = _names(model, [entry for _, entry in found])
    return [
        {"name": str(getattr(row, name)), **_in_words(model, entry, names)}
        for row, entry in found
    ]


def in_words(field: Field, value: Any) -> str:
    """A column's value as people read it; empty for what is not set."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return day_time(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, list):
        each = field.base_field if isinstance(field, ArrayField) else field
        return ", ".join(in_words(each, one) for one in value)
    if isinstance(value, dict):
        named = ((name.replace("_", " "), words) for name, words in value.items())
        return "; ".join(
            f"{name}: {in_words(field, one)}" for name, one in sorted(named)
        )
    if field.is_relation:
        return f"number {value}"
    if isinstance(value, int | float):
        return number(value)
    return str(dict(field.flatchoices).get(value, value))


def _in_words(model: type[Model], entry: Entry, names: Names) -> dict[str, Any]:
    return {
        "at": entry.at,
        "who": entry.who or "somebody",
        "through": entry.through,
        "why": entry.why,
        "what": entry.did,
        "changes": _changes(model, entry, names),
    }


def _changes(model: type[Model], entry: Entry, names: Names) -> list[FieldChange]:
    found = []
    for name, values in entry.changes.items():
        field = model._meta.get_field(name)
        old, new = (_named(field, value, names) for value in values)
        pieces = () if old.href or new.href else differences(old.words, new.words)
        found.append(FieldChange(field.verbose_name, old, new, pieces))
    return found


def _named(field: Field, value: Any, names: Names) -> Named:
    known = isinstance(field, ForeignKey) and names.get((field.related_model, value))
    return known or Named(in_words(field, value))


def _names(model: type[Model], entries: Iterable[Entry]) -> Names:
    """The rows that some changes name, as far as everybody may see them."""
    wanted: dict[type[Model], set[Any]] = {}
    for entry in entries:
        for name, values in entry.changes.items():
            field = model._meta.get_field(name)
            if isinstance(field, ForeignKey):
                ids = wanted.setdefault(field.related_model, set())
                ids.update(value for value in values if value is not None)
    return {
        (other, row.pk): Named(str(row), page_of(row))
        for other, ids in wanted.items()
        for row in other._default_manager.filter(pk__in=ids)
    }


def page_of(row: Model) -> str:
    """The address of a row's page: that of its noun; empty where there is none."""
    try:
        return reverse(slugify(str(row._meta.verbose_name)), args=[row.pk])
    except NoReverseMatch:
        return ""
