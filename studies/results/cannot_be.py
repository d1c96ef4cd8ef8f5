"""Numbers of an effect that its measure cannot be as they are printed."""

from __future__ import annotations

from studies.effects import RATIOS, SHARES, Measure
from studies.printed import PrintedNumber, read


def as_limit(metric: str, name: str, value: float, estimate: float) -> float:
    """The lower limit of a ratio that is printed as 0.00, else the number as it is.

    It is a smaller one, rounded: as much as it can be is half a unit of its last digit.
    That makes the interval no wider than the source's; its text stays as printed.
    """
    text = getattr(value, "text", "")
    if name != "ci_low" or value or not text or metric not in RATIOS:
        return value
    half = read(text).half
    return PrintedNumber(half, text) if half < estimate else value


def why_not(metric: str, value: float) -> str:
    """Why a number is no effect of a measure, as a sentence; empty where it may be."""
    text = getattr(value, "text", str(value))
    if "%" in text and metric not in SHARES:
        return f"“{text}”: no share is asked for, so leave out %."
    if "%" not in text and metric == Measure.RD and abs(value) > 1:
        return f"A risk difference of {text} per cent is typed as {text} %."
    if not value and metric in RATIOS:
        return (
            f"No ratio is {text}: that is a smaller one, rounded. Type it with the "
            "digits the source gives elsewhere, or leave the interval out."
        )
    return ""
