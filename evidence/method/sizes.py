"""How large an effect may be called: as far as the figure that decides reaches."""

from __future__ import annotations

import math
from collections.abc import Mapping

from evidence.method.guidance import APPRECIABLE, LARGE, VERY_LARGE
from evidence.words import SizeClass
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.sizes",
        "An effect is called no larger than its estimate is by the question’s "
        "thresholds, and not trivial where it reaches one. Certainty is rated up for a "
        "large effect as far as its ratio reaches, further with a reason.",
        RuleEffect.REFUSES,
        "GRADE guidelines 26 (Santesso 2020) and 9 (Guyatt 2011); Cohen 1988 for "
        "standardised differences",
    ),
)

OF_SMD = {SizeClass.SMALL: 0.2, SizeClass.MODERATE: 0.5, SizeClass.LARGE: 0.8}
# A ratio that is not appreciable nobody calls large, whatever was stated.
OF_RATIO = {SizeClass.LARGE: math.log(APPRECIABLE[1])}
_ROUNDING = 1e-9


def size_refusal(
    size_class: str, distance: float, begins: Mapping[SizeClass, float]
) -> str:
    """Why an effect so far from no difference is not of a size; empty if it may be.

    ``begins`` has the distance at which each size begins, where one is stated, on the
    scale of ``distance``.

    >>> size_refusal("large", 0.05, OF_SMD)
    'The estimate is smaller than where “large” begins: call it as large as it is.'
    >>> size_refusal("small", 0.9, OF_SMD), size_refusal("large", 0.9, OF_SMD)
    ('', '')
    """
    chosen = SizeClass(size_class)
    if chosen is SizeClass.TRIVIAL:
        if begins and distance >= min(begins.values()) - _ROUNDING:
            return (
                "The estimate reaches a threshold of what matters, so that its size is "
                "not trivial."
            )
    elif chosen in begins and distance < begins[chosen] - _ROUNDING:
        return (
            f"The estimate is smaller than where “{chosen.label}” begins: call it as "
            "large as it is."
        )
    return ""


def rated_up_too_far(levels: int, ratio: float) -> str:
    """Why a ratio of risks does not rate certainty up by so much; empty if it does.

    >>> rated_up_too_far(2, 0.34)
    'A ratio of 0.34 is not below 0.2 or above 5, as +2 asks'
    >>> rated_up_too_far(1, 0.34), rated_up_too_far(0, 0.9)
    ('', '')
    """
    low, high = VERY_LARGE if levels > 1 else LARGE
    if not levels or ratio <= low or ratio >= high:
        return ""
    beyond = f"below {low:g} or above {high:g}"
    return f"A ratio of {ratio:.2g} is not {beyond}, as +{levels} asks"
