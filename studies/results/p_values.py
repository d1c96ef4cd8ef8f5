"""P-values as papers print them: "0.03", "< 0·001", "P = .04", "NS"."""

from __future__ import annotations

import re
from typing import NamedTuple

from studies.printed import read

_WORDS = re.compile(r"n\.? ?s\.?|not significant|nonsignificant|non-significant")
_SIGNED = re.compile(
    r"(?:p(?:[ -]?value)?)? ?(?P<sign><=|>=|[<>≤≥=≈~])? ?(?P<number>.+)"
)
USUAL_ALPHA = 0.05


class PValue(NamedTuple):
    """Between what a p-value lies; ``exact`` where a value is printed and no bound."""

    low: float
    high: float
    exact: bool

    @property
    def value(self) -> float:
        """The value that is printed, where one is."""
        return (self.low + self.high) / 2


def read_p(text: str) -> PValue | None:
    """What a printed p-value says; None where it says none that is understood."""
    words = " ".join(text.casefold().split())
    if _WORDS.fullmatch(words):
        return PValue(USUAL_ALPHA, 1.0, exact=False)
    match = _SIGNED.fullmatch(words)
    if match is None:
        return None
    try:
        number = read(match["number"])
    except ValueError:
        return None
    if not 0 <= number.value <= 1:
        return None
    sign = match["sign"] or "="
    if sign[0] in "<≤":
        return PValue(0.0, number.value, exact=False)
    if sign[0] in ">≥":
        return PValue(number.value, 1.0, exact=False)
    low, high = max(0.0, number.value - number.half), number.value + number.half
    return PValue(low, min(1.0, high), exact=number.value > 0)
