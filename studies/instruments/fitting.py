"""Which instruments suit a design, and what to mind where one nearly does."""

from __future__ import annotations

from studies.designs import CLUSTERED, PAIRED, RANDOMISED, REVIEWS, Design

OF_REVIEWS = ("amstar2",)
_OF_TRIALS = ("rob2", "jbi_rct")
_OBSERVED = ("robins_i_2016", "jbi_quasi")

# The first is offered first.
FITTING: dict[Design, tuple[str, ...]] = {
    **dict.fromkeys(REVIEWS, OF_REVIEWS),
    **dict.fromkeys(RANDOMISED, _OF_TRIALS),
    Design.SECONDARY_ANALYSIS: _OF_TRIALS,
    Design.NON_RANDOMISED_TRIAL: _OBSERVED,
    Design.SPLIT_FACE_NONRANDOMISED: _OBSERVED,
    Design.INTERRUPTED_TIME_SERIES: _OBSERVED,
    Design.COHORT: ("robins_i_2016", "jbi_cohort", "nos_cohort"),
    Design.CASE_CONTROL: ("nos_case_control", "robins_i_2016"),
    Design.CROSS_SECTIONAL: ("robins_i_2016",),
    Design.SINGLE_ARM_TRIAL: ("jbi_case_series", "jbi_quasi"),
    Design.CASE_SERIES: ("jbi_case_series",),
}


def fits(key: str, design: str) -> bool:
    """Whether an instrument that comes along is one for a design."""
    return key in FITTING.get(Design(design), ())


def in_order(keys: list[str], design: str) -> list[str]:
    """Keys of instruments, those that suit a design first, the best at the top."""
    suited = FITTING.get(Design(design), ())
    last = len(suited)
    return sorted(keys, key=lambda key: suited.index(key) if key in suited else last)


def why_not(key: str, name: str, design: str) -> str:
    """Why an instrument cannot appraise a design; empty where it can.

    Of a design that is not stated nothing is known that speaks against it.
    """
    if Design(design) is Design.NOT_STATED:
        return ""
    if key in OF_REVIEWS and Design(design) not in REVIEWS:
        return f"{name} appraises reviews; this is no review."
    comes_along = {each for several in FITTING.values() for each in several}
    if key in comes_along - set(OF_REVIEWS) and Design(design) in REVIEWS:
        return f"{name} appraises single studies; a review is appraised by AMSTAR 2."
    return ""


def advice(key: str, design: str) -> str:
    """What to mind where a design asks for another variant; empty where nothing."""
    if key != "rob2":
        return ""
    if Design(design) in CLUSTERED:
        return (
            "RoB 2 cluster variant advised: people were randomised in groups, and "
            "these questions do not ask when and how they were recruited."
        )
    if Design(design) in PAIRED:
        return (
            "RoB 2 crossover variant advised: people were compared with themselves, "
            "and these questions do not ask about period and carry-over effects."
        )
    if Design(design) not in RANDOMISED | {
        Design.NOT_STATED,
        Design.SECONDARY_ANALYSIS,
    }:
        return "RoB 2 is for randomised trials; this study is not known as one."
    return ""
