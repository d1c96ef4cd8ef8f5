"""What a report may print of a result besides events, means and estimate, as a value.

A row has the same columns (``number_models``); this is for facts, and for what is not
stored yet.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

GROUPS = (1, 2)
OF_A_GROUP = (
    *("se", "mean_ci_low", "mean_ci_high", "baseline", "person_time"),
    *("median", "q1", "q3", "min", "max"),
)
CELLS = ("true_positives", "false_positives", "false_negatives", "true_negatives")
ACCURACY = (
    *("sensitivity", "sensitivity_low", "sensitivity_high"),
    *("specificity", "specificity_low", "specificity_high"),
)
FURTHER = (
    *(f"{name}_{group}" for group in GROUPS for name in OF_A_GROUP),
    *("estimate_se", "o_minus_e", "log_rank_variance", "cluster_size", "icc"),
    *("sd_difference", "correlation", *ACCURACY, "time_value"),
)


@dataclass(frozen=True)
class Further:
    """Every number of ``FurtherNumbers`` by its name; None, or empty: not stated."""

    se_1: float | None = None
    mean_ci_low_1: float | None = None
    mean_ci_high_1: float | None = None
    baseline_1: float | None = None
    median_1: float | None = None
    q1_1: float | None = None
    q3_1: float | None = None
    min_1: float | None = None
    max_1: float | None = None
    person_time_1: float | None = None
    se_2: float | None = None
    mean_ci_low_2: float | None = None
    mean_ci_high_2: float | None = None
    baseline_2: float | None = None
    median_2: float | None = None
    q1_2: float | None = None
    q3_2: float | None = None
    min_2: float | None = None
    max_2: float | None = None
    person_time_2: float | None = None
    person_time_unit: str = ""
    estimate_se: float | None = None
    o_minus_e: float | None = None
    log_rank_variance: float | None = None
    adjusted_for: str = ""
    imputed: str = "not_stated"
    evidence_route: str = "not_stated"
    cluster_size: float | None = None
    icc: float | None = None
    icc_source: str = ""
    sd_difference: float | None = None
    correlation: float | None = None
    discordant_1: int | None = None
    discordant_2: int | None = None
    true_positives: int | None = None
    false_positives: int | None = None
    false_negatives: int | None = None
    true_negatives: int | None = None
    sensitivity: float | None = None
    sensitivity_low: float | None = None
    sensitivity_high: float | None = None
    specificity: float | None = None
    specificity_low: float | None = None
    specificity_high: float | None = None
    reference_standard: str = ""
    time_value: float | None = None
    time_unit: str = ""


NOTHING = Further()
NAMES = tuple(field.name for field in fields(Further))


def further_of(row: Any) -> Further | None:
    """What a row has of these; None where it has none of them."""
    found = Further(**{name: getattr(row, name) for name in NAMES})
    return None if found == NOTHING else found
