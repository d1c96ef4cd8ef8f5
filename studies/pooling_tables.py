"""A table of studies, as text divided by commas, semicolons or tabs, read for pooling.

The columns say what is known of each study: counts, means, an estimate with its
interval, or an effect with its variance. Everything wrong is named at once, each with
its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from texts.delimited import TableProblems, lines_of

STUDY = "study"
COUNTS = ("events_1", "total_1", "events_2", "total_2")
MEANS = ("mean_1", "sd_1", "total_1", "mean_2", "sd_2", "total_2")
INTERVAL = ("estimate", "ci_low", "ci_high")
VARIANCE = ("yi", "vi")
SHARE = ("events", "total")  # of one group
GENERIC, PROPORTION = "generic", "proportion"

_READY = (INTERVAL, VARIANCE)
COLUMNS_OF = {
    "rr": (COUNTS, *_READY),
    "or": (COUNTS, *_READY),
    "rd": (COUNTS, *_READY),
    "md": (MEANS, *_READY),
    "smd": (MEANS, *_READY),
    "rom": (MEANS, *_READY),
    PROPORTION: (SHARE, *_READY),
    GENERIC: _READY,
}
METRIC_OF = {
    **{COUNTS: "rr", MEANS: "md", SHARE: PROPORTION},
    **{INTERVAL: GENERIC, VARIANCE: GENERIC},
}
COLUMNS = frozenset(name for columns in METRIC_OF for name in columns)

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_LARGEST, _SMALLEST = 1e15, 1e-15  # beyond, a sum of squares loses its digits


@dataclass(frozen=True)
class Row:
    """One study's numbers, in the order of the table's columns."""

    line: int
    study: str
    numbers: tuple[float, ...]


@dataclass(frozen=True)
class Table:
    """Studies, the columns that hold their numbers, and the metric to pool."""

    metric: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(
    data: bytes, *, metric: str | None = None, counts_for: str | None = None
) -> Table:
    """Read a table of studies; where `metric` is None, its columns decide.

    `counts_for` names a model for which nothing but counts will do. Of several sets
    of columns, the one that says most is used. Raises TableProblems.
    """
    lines = lines_of(data, {STUDY, *COLUMNS})
    _, head = next(lines, (1, []))
    names = [" ".join(cell.split()).lower() for cell in head]
    columns, metric = _columns(names, metric, counts_for)
    rows, problems = [], []
    for number, cells in lines:
        row = _Cells(number, dict(zip(names, cells, strict=False)), metric)
        row.check_width(cells, len(names))
        rows.append(row.read(columns))
        problems += row.problems
    if not rows:
        problems = ["The table has a heading and no studies under it."]
    if problems:
        raise TableProblems(*problems)
    return Table(metric, columns, tuple(rows))


# --- Heading -----------------------------------------------------------------


def _columns(
    names: Sequence[str], metric: str | None, counts_for: str | None
) -> tuple[tuple[str, ...], str]:
    """The columns to read and the metric they are pooled as."""
    possible = COLUMNS_OF[metric] if metric else tuple(METRIC_OF)
    purpose = f" to pool as {metric}" if metric else ""
    if counts_for:
        possible, purpose = (COUNTS,), f" for {counts_for}, which pools counts alone"
    found = next((columns for columns in possible if set(columns) <= set(names)), None)
    problems = [
        f"The heading names {name} more than once."
        for name in (STUDY, *sorted(COLUMNS))
        if names.count(name) > 1
    ]
    if STUDY not in names:
        problems.append("The heading has no column study.")
    if found is None:
        problems.append(_lacking(names, possible, purpose))
    if problems or found is None:
        raise TableProblems(*problems)
    return found, metric or METRIC_OF[found]


def _lacking(
    names: Sequence[str], possible: Sequence[tuple[str, ...]], purpose: str
) -> str:
    """What the heading lacks, in a sentence."""
    ways = ", or ".join(" ".join(columns) for columns in possible)
    nearest = max(possible, key=lambda columns: len(set(columns) & set(names)))
    lacking = [name for name in nearest if name not in names]
    if len(lacking) < len(nearest):
        return f"The heading lacks {', '.join(lacking)}: expected {ways}."
    return f"The heading has no numbers{purpose}: expected {ways}."


# --- Cells --------------------------------------------------------------------


class _Cells:
    """One line's cells, and what is wrong with them."""

    def __init__(self, line: int, cells: dict[str, str], metric: str) -> None:
        self.line = line
        self.cells = cells
        self.metric = metric
        self.problems: list[str] = []

    def check_width(self, cells: Sequence[str], width: int) -> None:
        """Refuse cells beyond the heading; a missing one is missed by its column."""
        if any(cells[width:]):
            self.problems.append(
                f"Line {self.line}: {len(cells)} cells, but the heading has {width}."
            )

    def read(self, columns: tuple[str, ...]) -> Row:
        """The study's numbers; 0 stands where one is wrong."""
        study = " ".join(self.cells.get(STUDY, "").split())
        if not study:
            self._refuse(STUDY, "empty; the study's name was expected")
        numbers = {column: self._number(column) for column in columns}
        if not self.problems:
            self._check_together(numbers)
        return Row(self.line, study, tuple(numbers.values()))

    def _refuse(self, column: str, why: str) -> None:
        self.problems.append(f"Line {self.line}, column {column}: {why}.")

    def _number(self, column: str) -> float:
        cell = self.cells.get(column, "")
        least, above, expected = _expected(column, self.metric)
        written = cell.replace("−", "-")
        value = float(written) if _NUMBER.fullmatch(written) else None
        if value is None or (
            least is not None and (value < least or (above and value == least))
        ):
            shown = f"“{cell}”" if cell else "empty"
            self._refuse(column, f"{shown}; {expected} was expected")
        elif abs(value) > _LARGEST or 0 < abs(value) < _SMALLEST:
            self._refuse(column, f"“{cell}” is too large or too small to reckon with")
        return value or 0.0

    def _check_together(self, numbers: dict[str, float]) -> None:
        for arm in ("_1", "_2", ""):
            events, total = numbers.get(f"events{arm}"), numbers.get(f"total{arm}")
            if events is not None and total is not None and events > total:
                self._refuse(
                    f"events{arm}",
                    f"{events:g} is more than the {total:g} of total{arm}",
                )
        if "ci_low" in numbers:
            estimate, low, high = (numbers[column] for column in INTERVAL)
            if self.metric == PROPORTION and not high < 1:
                self._refuse("ci_high", f"{high:g} is not below 1, as a share is")
                return
            if not low < high:
                self._refuse("ci_low", f"{low:g} is not below ci_high, {high:g}")
            elif not low <= estimate <= high:
                self._refuse(
                    "estimate",
                    f"{estimate:g} lies outside its interval, {low:g} to {high:g}",
                )


def _expected(column: str, metric: str) -> tuple[float | None, bool, str]:
    """The least a number may be, whether it must be above that, and both in words."""
    if column.startswith("total"):
        least = 2 if metric == "smd" else 1
        return least, False, f"a number of {least} or more"
    if column.startswith(("events", "sd")) or column == "vi":
        return 0, False, "a number of 0 or more"
    ratio = column in INTERVAL and metric in ("rr", "or", PROPORTION)
    if ratio or (column.startswith("mean") and metric == "rom"):
        return 0, True, "a number above 0"
    return None, False, "a number"
