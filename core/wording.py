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


def ago(day: date, today: date) -> str:
    """How long ago a day was, as exactly as anybody asks.

    >>> ago(date(2025, 9, 30), date(2026, 11, 29))
    '13 months ago'
    """
    months = (today.year - day.year) * 12 + today.month - day.month
    months -= today.day < day.day
    if months >= 24:
        return f"{months // 12} years ago"
    if months >= 1:
        return f"{months} month{'' if months == 1 else 's'} ago"
    days = (today - day).days
    if days < 1:
        return "today"
    return "yesterday" if days == 1 else f"{days} days ago"
