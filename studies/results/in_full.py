"""All that is stored of a result, as its own page shows it."""

from collections.abc import Iterator

from studies.designs import Design
from studies.figures import computed_in_words, effect_in_words, entered
from studies.models import Result
from studies.results.consistency import NOTES, asked_of
from studies.results.labels import LABELS, PARTS

_APART = ("outcome", "metric", "quote")  # said elsewhere on the page
_COLUMNS = {column.name for column in Result._meta.concrete_fields}.difference(_APART)
_NOT_STATED = ("", None, [], "not_stated")
Stated = list[tuple[str, str]]


def stated_of(result: Result) -> Iterator[tuple[str, Stated]]:
    """What is stated of a result, part by part: labels, and words as printed."""
    for part in PARTS:
        names = (name for name in part.fields if name in _COLUMNS)
        rows = [
            (_label(name), words) for name in names if (words := _words(result, name))
        ]
        if rows:
            yield part.heading, rows


def _label(name: str) -> str:
    named = {"ci_high": "Interval to", "pooled_designs": "Designs pooled"}
    field = Result._meta.get_field(name)
    label = named.get(name) or LABELS.get(name) or field.verbose_name
    return f"{label[:1].upper()}{label[1:]}"


def _words(result: Result, name: str) -> str:
    """A field's value as printed; empty for what is not stated, or usual."""
    value = getattr(result, name)
    field = Result._meta.get_field(name)
    if value in _NOT_STATED or name == "ci_level" and result.ci_low is None:
        return ""
    if name == "ci_level":
        return f"{100 * value:g} %"
    if name == "pooled_designs":
        return ", ".join(Design(each).label for each in value)
    if field.choices:
        return str(getattr(result, f"get_{name}_display")())
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return result.printed.get(name) or entered(value)
    return str(value)


def computed_of(result: Result) -> str:
    """What is computed of the numbers, and how; empty where nothing is."""
    if words := computed_in_words(result):
        return words
    effect = result.effect()
    if effect is None:
        return ""
    how = f", estimated: {effect.estimated}" if effect.estimated else ""
    return f"{effect_in_words(effect)}{how}"


def disagreements_of(result: Result) -> list[dict[str, object]]:
    """What does not agree in the numbers, with what was answered."""
    return [
        {
            "finding": finding,
            "answer": result.answers.get(finding.check, ""),
            "is_note": finding.check in NOTES,
        }
        for finding in asked_of(result, result.study.design)
    ]
