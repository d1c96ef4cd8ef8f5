"""The numbers of a question, as they are printed."""

from claims.claims.figures import THRESHOLDS
from claims.models import Claim
from core.wording import shown_if_set
from evidence.facts.declared import Figures
from evidence.method import count_words
from evidence.models import EvidenceBase
from studies.effects import RATIOS
from studies.figures import entered


def figures_of(row: Claim | EvidenceBase) -> Figures | None:
    """The numbers of a claim, or those that closed with a base; None without any."""
    if not any(value not in (None, "") for value in row.figures.values()):
        return None
    own = (
        *("margin", "claimed_size", *THRESHOLDS, "value_low", "value_high"),
        *("count_bound", "count_of", "count_design"),
    )
    return Figures(
        scale=row.scale,
        scale_words=shown_if_set(row, "scale"),
        unit=row.figures_unit,
        **{name: getattr(row, name) for name in own},
        margin_words=_margin_words(row),
        claimed_size_words=_on_scale(row, row.claimed_size),
        thresholds_words=_thresholds_words(row),
        value_words=_range_words(row),
        count_words=count_words(row.count_bound, row.count_of, row.count_design),
        baseline_risk=row.baseline_risk,
        baseline_words=_baseline_words(row),
    )


def _margin_words(row: Claim | EvidenceBase) -> str:
    """As "0.8 to 1.25, risk ratio (source)"; empty where none is stated."""
    if row.margin is None:
        return ""
    low = 1 / row.margin if row.scale in RATIOS else -row.margin
    limits = f"{entered(low)} to {entered(row.margin)}"
    return _sourced(f"{limits}, {_scale(row)}", row.margin_source)


def _on_scale(row: Claim | EvidenceBase, value: float | None) -> str:
    return "" if value is None else f"{_scale(row)} {entered(value)}"


def _scale(row: Claim | EvidenceBase) -> str:
    scale = shown_if_set(row, "scale")
    return f"{scale} in {row.figures_unit}" if row.figures_unit else scale


def _thresholds_words(row: Claim | EvidenceBase) -> str:
    """As "small from 1.1, large from 2, risk ratio (source)"."""
    steps = [
        f"{name.removesuffix('_from')} from {entered(value)}"
        for name in THRESHOLDS
        if (value := getattr(row, name)) is not None
    ]
    if not steps:
        return ""
    return _sourced(f"{', '.join(steps)}, {_scale(row)}", row.thresholds_source)


def _range_words(row: Claim | EvidenceBase) -> str:
    """As "4 to 6 %", "at least 4 %", "at most 6 %" or "4 %"."""
    low, high = row.value_low, row.value_high
    if low is None and high is None:
        return ""
    if high is None:
        return f"at least {entered(low)} %"
    if low is None:
        return f"at most {entered(high)} %"
    return (
        f"{entered(low)} %" if low == high else f"{entered(low)} to {entered(high)} %"
    )


def _baseline_words(row: Claim | EvidenceBase) -> str:
    """As "12 in 100 people over a year (source)"; empty where none is stated."""
    if row.baseline_risk is None:
        return ""
    people = row.baseline_population or "people"
    over = f" over {row.baseline_time}" if row.baseline_time else ""
    risk = f"{entered(1000 * row.baseline_risk)} in 1,000 {people}{over}"
    return _sourced(risk, row.baseline_source)


def _sourced(words: str, source: str) -> str:
    return f"{words} ({source})" if source else words
