"""``manage.py pool FILE``: a meta-analysis of a table of studies; keeps nothing."""

import json
from dataclasses import asdict
from math import isfinite
from pathlib import Path

from django.core.management.base import CommandError

from core.management.files import FileCommand, read_bytes
from studies.figures import figure, interval
from studies.meta_analysis import MODELS, RANDOM, RATIOS, analyse, read_for
from studies.pictures.forest import ForestPlot, ForestRow, forest_plot
from studies.pooling_tables import COLUMNS_OF, PROPORTION
from texts.delimited import TableProblems

NAMES = {
    "rr": "Risk ratio",
    "or": "Odds ratio",
    "rd": "Risk difference",
    "md": "Mean difference",
    "smd": "Standardised mean difference",
    "rom": "Logarithm of the ratio of means",
    "proportion": "Proportion",
    "generic": "Estimate",
}
SYMBOLS = {
    "rr": "RR",
    "or": "OR",
    "rd": "RD",
    "md": "MD",
    "smd": "SMD",
    "rom": "ln ratio of means",
    "proportion": "Proportion",
    "generic": "Estimate",
}
INTERVALS = {"hk": "Hartung–Knapp", "wald": "Wald"}


class Command(FileCommand):
    """Pools a table's studies and prints what was found; no database is needed."""

    help = (
        "Pools a table of studies (CSV or TSV, UTF-8). Columns: study, and events_1 "
        "total_1 events_2 total_2, or mean_1 sd_1 total_1 mean_2 sd_2 total_2, or "
        "events total of one group, or estimate ci_low ci_high, or yi vi. Group 1 is "
        "compared with group 2. Of rr and or, yi is a logarithm and all else a ratio; "
        "of proportion, yi is a logit and all else a share; rom is a logarithm "
        "throughout."
    )
    file_is = "the table"

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--metric",
            choices=COLUMNS_OF,
            help="what to pool; without it the columns decide: rr, md, "
            "proportion or generic",
        )
        parser.add_argument(
            "--model", choices=MODELS, default="reml", help="reml without it"
        )
        parser.add_argument(
            "--svg", metavar="FILE", help="draw a forest plot into this file"
        )

    def handle(self, *, file, metric, model, svg, json: bool, **_):
        try:
            table = read_for(read_bytes(file), metric=metric, model=model)
        except TableProblems as problems:
            raise CommandError(str(problems)) from None
        found = analyse(table, model)
        if svg:
            write(svg, forest_plot(plot_of(found, table, model)))
        self.stdout.write(as_json(found) if json else in_words(found, table, model))


def write(file, text):
    """Write a file anew; raises CommandError with a sentence."""
    try:
        Path(file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from None


def plot_of(found, table, model):
    """The forest plot, its diamond the interval that decides."""
    low, high = found.deciding or (None, None)
    below, above = found.prediction or (None, None)
    # Which way is better is nothing a table says, so no side is named as favoured.
    return ForestPlot(
        rows=tuple(map(plotted, found.studies)),
        estimate=found.estimate,
        low=low,
        high=high,
        prediction_low=below,
        prediction_high=above,
        symbol=SYMBOLS[table.metric],
        ratio=table.metric in RATIOS,
        compares=table.metric != PROPORTION,
        title=f"{NAMES[table.metric]}; {MODELS[model]}",
        pooled_note=ways(found, model),
    )


def ways(found, model):
    """As "Wald; Hartung–Knapp 0.35 to 0.79": what decides, the other beside it."""
    if found.estimate is None:
        return ""
    beside = [f"{name} {to(limits)}" for name, limits in others(found, model)]
    return "; ".join([INTERVALS[found.decides], *beside])


def others(found, model):
    """The interval that does not decide, by its name, where there are two."""
    if model in RANDOM:
        if found.decides == "wald":
            yield INTERVALS["hk"], found.ci
        else:
            yield INTERVALS["wald"], found.ci_wald


def to(limits):
    """As "0.35 to 0.79"."""
    return " to ".join(map(figure, limits))


def plotted(study):
    """A study's row of the plot."""
    low, high = study.ci or (None, None)
    if not study.left_out:
        note = ""
    else:
        note = "not estimable" if study.estimate is None else "no variance"
    return ForestRow(study.study, study.estimate, low, high, study.weight, note=note)


def as_json(found):
    """What ``--json`` prints: the facts by name; an endless limit is null."""
    return json.dumps(finite(asdict(found)), ensure_ascii=False, indent=2)


def finite(value):
    """The same facts, with null for what JSON has no number for."""
    if isinstance(value, dict):
        return {name: finite(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [finite(part) for part in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def in_words(found, table, model):
    """The studies, their pool and the notes for a person at a terminal."""
    parts = [
        f"{NAMES[table.metric]}; {MODELS[model]}",
        aligned([*study_rows(found), *pooled_rows(found, model)]),
        "\n".join(spread_lines(found)),
        "\n".join(f"- {note}" for note in found.notes),
    ]
    return "\n\n".join(filter(None, parts))


def study_rows(found):
    """The heading and a row for each study."""
    yield "Study", "Estimate (95 % interval)", "Weight"
    for study in found.studies:
        if study.estimate is None:
            shown = "not estimable"
        else:
            shown = interval(study.estimate, *(study.ci or (None, None)))
        weight = "left out" if study.left_out else percent(study.weight)
        yield study.study, shown, weight


def pooled_rows(found, model):
    """The interval that decides, the other beside it, and what the next may show."""
    if found.estimate is None:
        return
    deciding = interval(found.estimate, *found.deciding)
    yield f"Pooled, {found.k} studies ({INTERVALS[found.decides]})", deciding, "100.0 %"
    for name, limits in others(found, model):
        yield f"  {name}", interval(found.estimate, *limits), ""
    if found.prediction:
        yield "  Prediction interval", to(found.prediction), ""


def spread_lines(found):
    """How far the studies differ, and Egger's test."""
    if found.q is not None:
        told = [f"Q {figure(found.q)}, df {found.df}, p {p_value(found.p_q)}"]
        told.append(f"I² {within(found.i2, found.i2_ci, percent)}")
        if found.tau2 is not None:
            told.append(f"τ² {within(found.tau2, found.tau2_ci, figure)}")
        yield "; ".join(told)
    if found.egger:
        yield (
            f"Egger's test: intercept {figure(found.egger.intercept)}, "
            f"t {figure(found.egger.t)}, df {found.egger.df}, "
            f"p {p_value(found.egger.p)}"
        )


def within(value, limits, shown):
    """As "0.31 (0.12 to 1.11)"; the value alone where no limits are known."""
    if limits is None:
        return shown(value)
    return f"{shown(value)} ({' to '.join(shown(limit) for limit in limits)})"


def percent(share):
    """As "5.1 %"."""
    return "" if share is None else f"{figure(share, 1)} %"


def p_value(p):
    """As "0.19", or "< 0.001"."""
    return "< 0.001" if p < 0.001 else figure(p, 3)


def aligned(rows):
    """Cells under one another: the first column to the left, others to the right."""
    rows = list(rows)
    first, *others = (max(map(len, cells)) for cells in zip(*rows, strict=True))
    return "\n".join(
        "  ".join(
            [row[0].ljust(first)]
            + [cell.rjust(width) for cell, width in zip(row[1:], others, strict=True)]
        ).rstrip()
        for row in rows
    )
