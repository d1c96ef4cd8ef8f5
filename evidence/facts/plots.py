"""The forest plots of a claim, drawn from its facts each time they are shown.

A version keeps numbers, not pictures: an earlier one is drawn from what it holds, as
well as can be today. The words and numbers that stay as they were stand in the table.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from studies.effects import COMPARING, RATIOS, Measure
from studies.pictures.forest import ForestPlot, ForestRow, forest_plot
from studies.pictures.narrow_forest import narrow_forest_plot
from studies.pictures.png import draws_png
from studies.results.compared import sides_of
from studies.results.effects import pooled_as
from studies.results.further import Further
from studies.words import Better

Facts = dict[str, Any]
LONGEST = 24  # letters of a name under the axis


@dataclass(frozen=True)
class LinePlot:
    """A pooled line of a claim's facts, and its picture."""

    line: Facts
    svg: SafeString
    narrow: SafeString  # the same for a phone
    files: tuple[tuple[str, str], ...] = ()  # what it can be had as, and where


def line_plots(facts: Facts, page: str = "") -> list[LinePlot]:
    """A forest plot of each pooled line that has figures (no query).

    ``page`` is the address of what they stand on: the claim, or one of its versions.
    """
    lines = [line for line in facts["pooled"] if line["estimate"] is not None]
    return [
        _drawn(line, facts, _files(page, number) if page else ())
        for number, line in enumerate(lines, start=1)
    ]


def _drawn(line: Facts, facts: Facts, files: tuple[tuple[str, str], ...]) -> LinePlot:
    plot = _plot(line, facts)
    wide, narrow = forest_plot(plot), narrow_forest_plot(plot)
    return LinePlot(line, mark_safe(wide), mark_safe(narrow), files)  # noqa: S308


def _files(page: str, number: int) -> tuple[tuple[str, str], ...]:
    kinds = ("SVG", "PNG") if draws_png() else ("SVG",)
    return tuple((kind, f"{page}plots/{number}.{kind.lower()}") for kind in kinds)


def _plot(line: Facts, facts: Facts) -> ForestPlot:
    return ForestPlot(
        rows=tuple(_rows(line, facts["evidence"])),
        estimate=line["estimate"],
        low=line["ci_low"],
        high=line["ci_high"],
        prediction_low=line["pi_low"],
        prediction_high=line["pi_high"],
        symbol=Measure(line["metric"]).symbol,
        ratio=line["metric"] in RATIOS,
        compares=line["metric"] in COMPARING,
        favours=_favours(line, facts["question"]),
        title=f"Forest plot: {line['outcome']}, {line['designs_words']}",
    )


def _favours(line: Facts, question: Facts) -> tuple[str, str]:
    """What an estimate left and right of no effect speaks for, where that is known."""
    better = line.get("better", "")
    compares = line["metric"] in COMPARING
    if not compares or better not in (Better.HIGHER, Better.LOWER):
        return "", ""
    compared = sides_of(line["comparison"])
    if len(compared) < 2:
        compared = (question["intervention"], question["comparator"])
    usual = ("the intervention", "the comparator")
    first, second = (
        name if 0 < len(name) <= LONGEST else instead
        for name, instead in zip(compared, usual, strict=True)
    )
    return (first, second) if better == Better.LOWER else (second, first)


def _rows(line: Facts, items: list[Facts]) -> Iterator[ForestRow]:
    """The results that the line weighs, and the studies it names beside, in order."""
    silent = {row["item"] for row in line["not_estimable"]}
    counted = {row["item"]: row for row in line.get("rows", ())}
    named = set()
    for item in items:
        weight = line["weights"].get(str(item["item"]))
        if weight is not None:
            yield _row(item, weight=weight, counted=counted.get(item["item"]))
        elif item["item"] in silent:
            yield _not_estimable(item)
        elif _is_alike(item, line) and item["study"]["id"] not in named:
            named.add(item["study"]["id"])
            label = item["study"]["label"]
            if label in line["left_out"]:
                yield _row(item, struck=True, note="retracted")
            elif label in line["without_numbers"]:
                yield _row(item, note="without numbers to pool")


def _not_estimable(item: Facts) -> ForestRow:
    label = item["study"]["label"]
    return ForestRow(label, None, None, None, None, note="not estimable")


def _is_alike(item: Facts, line: Facts) -> bool:
    result = item["result"]
    return (
        item["decision"] == "included"
        and result is not None
        and (result["outcome"], result["metric"]) == (line["outcome"], line["metric"])
    )


def _row(
    item: Facts,
    *,
    weight: float | None = None,
    struck: bool = False,
    note: str = "",
    counted: Facts | None = None,
) -> ForestRow:
    """A study's row; ``counted`` is what it counts with, where the line says so."""
    label, result = item["study"]["label"], item["result"]
    if counted:
        estimated = "estimated" if counted.get("estimated_words") else ""
        of = ", ".join(filter(None, (counted.get("combined_words"), estimated)))
        label = f"{label} ({of})" if of else label
        numbers = [counted[name] for name in ("estimate", "low", "high")]
        if numbers[1:] != [None, None]:  # of an interval, a limit that has no end
            numbers = [math.inf if number is None else number for number in numbers]
        return ForestRow(label, *numbers, weight, struck, note)
    more = result.get("further")
    numbers = {**result, "further": Further(**more) if more else None}
    effect = pooled_as(SimpleNamespace(**numbers), item["study"]["design"])
    shown = (
        (effect.estimate, effect.low, effect.high)
        if effect is not None
        else (result["estimate"], result["ci_low"], result["ci_high"])
    )
    return ForestRow(label, *shown, weight, struck, note)
