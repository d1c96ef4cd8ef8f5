"""What each number of a result is called, its part of a form, and what it needs."""

from typing import NamedTuple

from core.forms import Needed
from studies.designs import CLUSTERED, PAIRED, REVIEWS
from studies.effects import Measure
from studies.results.further import ACCURACY, CELLS, GROUPS
from studies.words import Provenance
from texts.words import YesNo

NUMBERS = ("estimate", "ci_low", "ci_high", "mean_1", "sd_1", "mean_2", "sd_2")
WHOLE = (
    *("events_1", "total_1", "events_2", "total_2"),
    *("discordant_1", "discordant_2", "pooled_studies", *CELLS),
)
_OF_GROUP = {
    "events": "Events",
    "total": "People",
    "mean": "Mean",
    "sd": "SD",
    "se": "SE of the mean",
    "mean_ci_low": "95 % interval of the mean from",
    "mean_ci_high": "to",
    "baseline": "Mean before",
    "median": "Median",
    "q1": "Lower quartile",
    "q3": "Upper quartile",
    "min": "Least value",
    "max": "Greatest value",
    "person_time": "Person-time",
}


def _of_both(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{group}" for group in GROUPS for name in names)


COUNTS = _of_both("events", "total")
MEANS = _of_both("mean", "sd", "se")
MEDIANS = _of_both("median", "q1", "q3", "min", "max")
MEAN_INTERVALS = _of_both("mean_ci_low", "mean_ci_high", "baseline")
FIELDS = (
    *("contrast", "comparison", "arm_1", "arm_2", "time_value", "time_unit"),
    *("time_point", "analysis_set", "metric", "measured", "dose"),
    *("subgroup", "subgroup_planned", *COUNTS, *MEANS, *MEDIANS, *MEAN_INTERVALS),
    *("person_time_1", "person_time_2", "person_time_unit"),
    *("estimate", "ci_low", "ci_high", "ci_level", "p_value", "estimate_se"),
    *("o_minus_e", "log_rank_variance", "adjusted", "adjusted_for", "imputed"),
    *("cluster_size", "icc", "icc_source", "sd_difference", "correlation"),
    *("discordant_1", "discordant_2", "reference_standard", *CELLS, *ACCURACY),
    *("pooled_studies", "pooled_designs", "evidence_route"),
    *("direction", "quote", "place"),
)
LABELS = {
    **{
        f"{name}_{group}": f"{label}, group {group}"
        for name, label in _OF_GROUP.items()
        for group in GROUPS
    },
    "contrast": "Contrast",
    "comparison": "Comparison",
    "arm_1": "Arm, group 1",
    "arm_2": "Arm, group 2",
    "time_value": "Time",
    "time_unit": "Unit of the time",
    "time_point": "The time in words",
    "analysis_set": "Analysis set",
    "metric": "Effect measure",
    "measured": "Change or final value",
    "subgroup_planned": "Planned subgroup",
    "person_time_unit": "Unit of person-time",
    "ci_low": "Interval from",
    "ci_high": "to",
    "ci_level": "Level of the interval",
    "p_value": "P",
    "estimate_se": "SE of the estimate",
    "o_minus_e": "Observed less expected, group 1",
    "log_rank_variance": "Variance of that",
    "adjusted": "Adjusted",
    "adjusted_for": "Adjusted for",
    "imputed": "Missing values filled in",
    "cluster_size": "People in a cluster, on average",
    "icc": "Intracluster correlation",
    "icc_source": "Borrowed from",
    "sd_difference": "SD of the differences",
    "correlation": "Correlation of a person’s two values",
    "discordant_1": "Pairs with the event in group 1 alone",
    "discordant_2": "Pairs with the event in group 2 alone",
    "reference_standard": "Reference standard",
    "true_positives": "True positives",
    "false_positives": "False positives",
    "false_negatives": "False negatives",
    "true_negatives": "True negatives",
    "sensitivity": "Sensitivity",
    "sensitivity_low": "Its interval from",
    "sensitivity_high": "to",
    "specificity": "Specificity",
    "specificity_low": "Its interval from",
    "specificity_high": "to",
    "pooled_studies": "Studies pooled",
    "evidence_route": "The network’s estimate is",
    "direction": "Direction in group 1",
    "quote": "The words or numbers, as they stand there",
    "place": "Page, table or section",
}
HELP = {
    "comparison": "",
    "time_point": "As “end of treatment”, where more than its length is stated.",
    "p_value": "As printed: 0.03, < 0.001, NS.",
    "estimate_se": "Of a ratio, that of its logarithm.",
    "person_time_unit": "As “person-years”.",
    "icc_source": "Where another study’s is taken: which.",
    "estimate": "Numbers as printed: 0·80, −2.0, 0,8.",
    **dict.fromkeys(("se_1", "mean_ci_low_1", "baseline_1", "q1_1", "q3_1"), ""),
    **dict.fromkeys(("ci_level", "time_value", "o_minus_e", "cluster_size"), ""),
    **dict.fromkeys(("icc", "sd_difference", "correlation", "imputed"), ""),
    **dict.fromkeys(("discordant_1", "discordant_2", "evidence_route"), ""),
}


class Part(NamedTuple):
    """Some fields of a form under a heading; folded, where not each result has them.

    ``of`` are the measures or groups of designs that unfold it.
    """

    heading: str
    fields: tuple[str, ...]
    of: frozenset[str] = frozenset()
    folded: bool = True


_MEANS = frozenset({Measure.MD, Measure.SMD, Measure.ROM, Measure.MEAN})
MEASURED = ("outcome", "better", "time_value", "time_unit", "time_point", "metric")
COMPARED = ("comparison", "arm_1", "arm_2", "contrast", "analysis_set", "direction")
ESTIMATE = ("estimate", "ci_low", "ci_high", "ci_level", "p_value")
READ = ("provenance", "compiled_from", "place", "quote")
PARTS = (
    Part("What was measured", (*MEASURED, *COMPARED), folded=False),
    Part("Counts, where they are given", COUNTS, folded=False),
    Part("Means, where they are given", MEANS, folded=False),
    Part(
        "The estimate as printed",
        (*ESTIMATE, "adjusted", "adjusted_for"),
        folded=False,
    ),
    Part("Medians, with quartiles or range", MEDIANS, _MEANS),
    Part("Intervals of the means, and means before", MEAN_INTERVALS, _MEANS),
    Part(
        "Person-time",
        ("person_time_1", "person_time_2", "person_time_unit"),
        frozenset({Measure.RATE_RATIO, Measure.RATE}),
    ),
    Part(
        "Standard error of the estimate, log-rank test, imputation",
        ("estimate_se", "o_minus_e", "log_rank_variance", "imputed"),
        frozenset({Measure.HR}),
    ),
    Part(
        "Change or final value, subgroup, dose",
        ("measured", "dose", "subgroup", "subgroup_planned"),
    ),
    Part("People in clusters", ("cluster_size", "icc", "icc_source"), CLUSTERED),
    Part(
        "People compared with themselves",
        ("sd_difference", "correlation", "discordant_1", "discordant_2"),
        PAIRED,
    ),
    Part(
        "A test against a reference standard",
        ("reference_standard", *CELLS, *ACCURACY),
        frozenset({Measure.ACCURACY}),
    ),
    Part(
        "What a review pools",
        ("pooled_studies", "pooled_designs", "evidence_route"),
        REVIEWS,
    ),
    Part("Where it was read", READ, folded=False),
)


NEEDED = {
    "adjusted_for": Needed("adjusted", (YesNo.YES,), "needed where adjusted"),
    "time_unit": Needed("time_value", (), "needed with a time"),
    "person_time_unit": Needed("person_time_1", (), "needed with person-time"),
    "reference_standard": Needed("metric", ("accuracy",), "needed for accuracy"),
}
_BOTH = (  # one of a pair is stored with the other alone
    ("ci_low", "ci_high"),
    *((f"mean_ci_low_{group}", f"mean_ci_high_{group}") for group in "12"),
    *((f"q1_{group}", f"q3_{group}") for group in "12"),
    *((f"min_{group}", f"max_{group}") for group in "12"),
    ("discordant_1", "discordant_2"),
    ("sensitivity_low", "sensitivity_high"),
    ("specificity_low", "specificity_high"),
)
_WITH = {  # and these are stored with what they are said of
    "estimate": "ci_low",
    **{f"median_{group}": f"q1_{group}" for group in "12"},
    "log_rank_variance": "o_minus_e",
    "icc": "icc_source",
}


def _needed_with(name: str) -> Needed:
    label = LABELS.get(name, name.replace("_", " "))
    return Needed(name, (), f"needed with “{label}”")


# The database says in its own sentences what else a result lacks.
MARKED = {
    **{name: _needed_with(other) for name, other in _WITH.items()},
    **{name: _needed_with(other) for name, other in _BOTH},
    **{other: _needed_with(name) for name, other in _BOTH},
    "subgroup": Needed(
        "subgroup_planned", (YesNo.YES, YesNo.NO), "needed where it was planned or not"
    ),
    "compiled_from": Needed(
        "provenance", (Provenance.COMPILED,), "needed for a review’s or data set’s"
    ),
    **NEEDED,
}
