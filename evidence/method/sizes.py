"""How large an effect may be called: as far as the figure that decides reaches."""

from __future__ import annotations

from collections.abc import Mapping

from evidence.words import SizeClass
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.sizes",
        "An effect is called no larger than its estimate is by the question’s "
        "thresholds, and not trivial where it reaches one.",
        RuleEffect.REFUSES,
        "GRADE guidelines 26 (Santesso 2020); Cohen 1988 for standardised differences",
    ),
)

OF_SMD = {SizeClass.SMALL: 0.2, SizeClass.MODERATE: 0.5, SizeClass.LARGE: 0.8}
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
