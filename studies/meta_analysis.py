"""A meta-analysis of a table: each study's effect, their pool, and what decides.

Risk and odds ratios are printed as ratios, shares of one group as shares though their
logits are pooled; all else is printed on the scale it is pooled on, a ratio of means as
its logarithm.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from studies.effects import (
    Effect,
    Measure,
    effect_from_interval,
    mean_difference,
    odds_ratio,
    peto_odds_ratio,
    ratio_of_means,
    risk_difference,
    risk_ratio,
    standardised_mean_difference,
    to_shown_scale,
)
from studies.heterogeneity import Interval, i2_from_q, i2_from_q_interval
from studies.pooling import Pooled, pool
from studies.pooling_checks import EggerTest, egger_test
from studies.pooling_tables import (
    COUNTS,
    GENERIC,
    INTERVAL,
    MEANS,
    PROPORTION,
    SHARE,
    Row,
    Table,
    read_table,
)
from studies.rare_events import Table as CountTable
from studies.rare_events import is_rare, mantel_haenszel, peto, suits_peto
from studies.rates import proportion
from texts.delimited import TableProblems

MODELS = {
    "reml": "random effects, restricted maximum likelihood",
    "dl": "random effects, DerSimonian–Laird",
    "pm": "random effects, Paule–Mandel",
    "fe": "fixed effect, inverse variance",
    "mh": "fixed effect, Mantel–Haenszel",
    "peto": "fixed effect, Peto",
}
RANDOM = frozenset({"reml", "dl", "pm"})
BY_COUNTS = {
    "mh": ("Mantel–Haenszel", ("rr", "or", "rd")),
    "peto": ("Peto's method", ("or",)),
}
RATIOS = frozenset({"rr", "or"})
TURNED_BACK = RATIOS | {PROPORTION}  # to what was counted, from what is pooled
MEASURES = {
    "rr": Measure.RR,
    "or": Measure.OR,
    "rd": Measure.RD,
    "md": Measure.MD,
    "smd": Measure.SMD,
    "rom": Measure.ROM,
    PROPORTION: Measure.PROPORTION,
    GENERIC: Measure.MD,  # pooled as it is, which is how a difference is pooled
}
NOT_POOLED = "Fewer than two studies: not pooled."


@dataclass(frozen=True)
class StudyLine:
    """One study as it is printed; a study left out has no weight."""

    study: str
    estimate: float | None
    ci: Interval | None
    weight: float | None
    left_out: bool


@dataclass(frozen=True)
class MetaAnalysis:
    """What was pooled and found, on the printed scale; None where nothing was pooled.

    `ci` is the model's own interval; `decides` is "hk" or "wald", whichever of `ci`
    and `ci_wald` is to be read. `weight` and `i2` are per cent.
    """

    k: int
    estimate: float | None
    ci: Interval | None
    ci_wald: Interval | None
    decides: str | None
    prediction: Interval | None
    tau2: float | None
    tau2_ci: Interval | None
    i2: float | None
    i2_ci: Interval | None
    q: float | None
    df: int | None
    p_q: float | None
    egger: EggerTest | None
    studies: tuple[StudyLine, ...]
    notes: tuple[str, ...]

    @property
    def deciding(self) -> Interval | None:
        """The interval that is to be read."""
        return self.ci_wald if self.decides == "wald" else self.ci


def read_for(data: bytes, *, metric: str | None, model: str) -> Table:
    """The table, read for a model of `MODELS`; see `read_table`.

    Raises TableProblems, also for a metric that the model cannot pool.
    """
    if model not in BY_COUNTS:
        return read_table(data, metric=metric)
    name, metrics = BY_COUNTS[model]
    if metric not in (None, *metrics):
        raise TableProblems(f"{name} pools only {', '.join(metrics)}; not {metric}.")
    return read_table(data, metric=metric or metrics[0], counts_for=name)


def analyse(table: Table, model: str = "reml") -> MetaAnalysis:
    """Pool a table's studies by a model of `MODELS`.

    Random effects have a Hartung–Knapp interval that is never narrower than if the
    studies differed as much as chance makes them. Fewer than two studies, or counts
    that the model cannot pool, leave the studies and a note.
    """
    effects = [_effect(table, row, model) for row in table.rows]
    used = [_is_used(effect, model) for effect in effects]
    pooled = _pooled(table, model, effects, used)
    weights = [None] * len(used) if pooled.y is None else pooled.weights
    lines = (
        StudyLine(
            study=row.study,
            estimate=printed(table.metric, effect.y),
            ci=_printed_limits(table.metric, effect.ci() if effect.v else None),
            weight=weight,
            left_out=not one_used,
        )
        for row, effect, weight, one_used in zip(
            table.rows, effects, weights, used, strict=True
        )
    )
    egger = egger_test(effects) if pooled.y is not None else None
    notes = [
        *pooled.notes,
        *_ratio_of_means(table.metric, pooled),
        *_table_notes(table, model, effects, used),
        *([egger.note] if egger and egger.note else ()),
    ]
    return _found(table.metric, pooled, egger, tuple(lines), tuple(notes))


def printed(metric: str, y: float | None) -> float | None:
    """A value of the analysis scale as it is printed."""
    if y is None or metric not in TURNED_BACK:
        return y
    return to_shown_scale(MEASURES[metric], y)


def _printed_limits(metric: str, limits: tuple[float, float] | None) -> Interval | None:
    if limits is None:
        return None
    low, high = (printed(metric, limit) for limit in limits)
    return None if low is None or high is None else Interval(low, high)


def _found(
    metric: str,
    pooled: Pooled,
    egger: EggerTest | None,
    studies: tuple[StudyLine, ...],
    notes: tuple[str, ...],
) -> MetaAnalysis:
    i2, i2_ci = pooled.i2, pooled.i2_ci
    if i2 is None and pooled.q is not None and pooled.q_df:
        i2 = i2_from_q(pooled.q, pooled.q_df)
        i2_ci = i2_from_q_interval(pooled.q, pooled.q_df)
    decides = "wald" if pooled.wald_decides else "hk"
    return MetaAnalysis(
        k=pooled.k,
        estimate=printed(metric, pooled.y),
        ci=_printed_limits(metric, pooled.ci),
        ci_wald=_printed_limits(metric, pooled.ci_wald),
        decides=None if pooled.y is None else decides,
        prediction=_printed_limits(metric, pooled.prediction),
        tau2=pooled.tau2,
        tau2_ci=pooled.tau2_ci,
        i2=i2,
        i2_ci=i2_ci,
        q=pooled.q,
        df=pooled.q_df,
        p_q=pooled.q_p,
        egger=egger,
        studies=studies,
        notes=notes,
    )


# --- Effects and their pool ---------------------------------------------------

_OF_COUNTS: dict[str, Callable[..., Effect]] = {
    "rr": risk_ratio,
    "or": odds_ratio,
    "rd": risk_difference,
}
_OF_MEANS: dict[str, Callable[..., Effect]] = {
    "md": mean_difference,
    "smd": standardised_mean_difference,
    "rom": ratio_of_means,
}


def _effect(table: Table, row: Row, model: str) -> Effect:
    measure = MEASURES[table.metric]
    if table.columns == COUNTS:
        of_counts = peto_odds_ratio if model == "peto" else _OF_COUNTS[table.metric]
        return of_counts(*row.numbers)
    if table.columns == MEANS:
        return _of_means(table.metric, row.numbers)
    if table.columns == SHARE:
        return proportion(*row.numbers)
    if table.columns == INTERVAL:
        # The others' interval is of what is pooled already.
        scale = measure if table.metric in TURNED_BACK else Measure.MD
        return replace(effect_from_interval(scale, *row.numbers), measure=measure)
    y, v = row.numbers
    notes = () if v else ("A variance of 0: no weight can be given.",)
    return Effect(measure, y, v, notes)


def _of_means(metric: str, numbers: Sequence[float]) -> Effect:
    """The effect, without variance where a group is said not to vary at all."""
    _, sd1, _, _, sd2, _ = numbers
    note = "A standard deviation of 0: no weight can be given."
    if metric == "smd" and sd1 == sd2 == 0:
        return Effect(Measure.SMD, None, None, (note,))
    effect = _OF_MEANS[metric](*numbers)
    if sd1 and sd2:
        return effect
    return replace(effect, v=0.0, notes=(*effect.notes, note))


def _is_used(effect: Effect, model: str) -> bool:
    """Whether an effect is pooled: one by counts needs no variance of its own."""
    return effect.estimable if model in BY_COUNTS else bool(effect.v)


def _pooled(
    table: Table, model: str, effects: Sequence[Effect], used: Sequence[bool]
) -> Pooled:
    if model in BY_COUNTS:
        return _pooled_by_counts(table, model, used)
    interval = "HK" if model in RANDOM else "Wald"
    return pool(effects, method=model.upper(), interval=interval)


def _pooled_by_counts(table: Table, model: str, used: Sequence[bool]) -> Pooled:
    tables, note = _counts(table), NOT_POOLED
    if sum(used) > 1:
        try:
            if model == "peto":
                return peto(tables)
            return mantel_haenszel(tables, table.metric)
        except ValueError as problem:
            note = str(problem)
    return Pooled(
        measure=MEASURES[table.metric],
        method=MODELS[model],
        interval="Wald",
        k=sum(used),
        weights=(None,) * len(used),
        notes=(note,),
    )


def _counts(table: Table) -> list[CountTable]:
    return [(a, n1, c, n2) for a, n1, c, n2 in (row.numbers for row in table.rows)]


# --- Notes --------------------------------------------------------------------


def _table_notes(
    table: Table, model: str, effects: Sequence[Effect], used: Sequence[bool]
) -> list[str]:
    """What was done to single studies, and what the table asks for besides."""
    studies_of: dict[str, list[str]] = {}
    for row, effect, one_used in zip(table.rows, effects, used, strict=True):
        # Counts are pooled as they are: what an effect needed changes no pool.
        for note in () if one_used and model in BY_COUNTS else effect.notes:
            studies_of.setdefault(note, []).append(row.study)
    notes = [
        note if len(studies) == len(effects) else f"{', '.join(studies)}: {note}"
        for note, studies in studies_of.items()
    ]
    return [*notes, *_twice(table), *_rare(table, model, used)]


def _ratio_of_means(metric: str, pooled: Pooled) -> list[str]:
    """The pooled logarithm as the ratio it stands for."""
    if metric != "rom" or pooled.deciding_ci is None:
        return []
    low, high = pooled.deciding_ci
    return [f"As a ratio of means: {pooled.estimate:.3g} ({low:.3g} to {high:.3g})."]


def _twice(table: Table) -> list[str]:
    lines_of: dict[str, list[str]] = {}
    for row in table.rows:
        lines_of.setdefault(row.study.casefold(), []).append(str(row.line))
    return [
        f"Lines {', '.join(lines)} name one study, which should be pooled once."
        for lines in lines_of.values()
        if len(lines) > 1
    ]


def _rare(table: Table, model: str, used: Sequence[bool]) -> list[str]:
    """Which model decides where events are rare, and what it finds."""
    if table.columns != COUNTS:
        return []
    tables = _counts(table)
    if model == "peto" and any(used) and not suits_peto(tables):
        return [
            "Peto's method is biased here: it suits events of less than 1 %, arms "
            "of similar size and odds ratios from 0.5 to 2."
        ]
    if model == "peto" or not is_rare(tables):
        return []
    if model == "mh":
        return [
            "Mantel–Haenszel pools the counts as they are; one half is added to a "
            "zero cell only where the study's own effect is shown."
        ]
    found = _pooled_by_counts(table, "mh", used)
    if found.y is None or found.ci is None:
        return []
    low, high = (printed(table.metric, limit) for limit in found.ci)
    return [
        f"Events are rare: Mantel–Haenszel (model mh) decides; it finds "
        f"{printed(table.metric, found.y):.3g} ({low:.3g} to {high:.3g})."
        + (" Peto's method suits too." if suits_peto(tables) else "")
    ]
