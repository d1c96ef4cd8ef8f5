"""How facts are worded: choices, looked up once a process, and days."""

from datetime import date
from functools import cache

from django.db.models import Model

from core.templatetags.footing import day


def shown(row: Model, field: str) -> str:
    """A chosen value's label, as ``get_FIELD_display`` gives it, and much faster."""
    value = getattr(row, field)
    return _labels(type(row), field).get(value, str(value))


def shown_if_set(row: Model, field: str) -> str:
    """A chosen value's label; empty for a column that is not set."""
    return shown(row, field) if getattr(row, field) else ""


@cache
def _labels(model: type[Model], field: str) -> dict[object, str]:
    pairs = model._meta.get_field(field).flatchoices
    return {value: str(label) for value, label in pairs}


def iso(value: date | None) -> str | None:
    """A day or a moment as JSON holds it."""
    return value.isoformat() if value else None


def day_words(value: date | None) -> str:
    """As "12 Nov 2026"; empty where none is known. Of a moment, its day in UTC."""
    return day(value.isoformat()) if value else ""
