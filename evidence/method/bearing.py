"""What a result says of a claim, proposed from its numbers and the claim's words.

A rule proposes and says why; a person decides. A result that is not statistically
significant shows neither an effect nor its absence (Altman & Bland 1995); "as good
as" needs a margin stated beforehand (CONSORT for non-inferiority, Piaggio 2012).
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from claims.words import Asserts
from evidence.words import Bearing
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.bearing",
        "What a result shows of a claim is read from its 95 % interval, the "
        "margin and the claimed size.",
        RuleEffect.PROPOSES,
        "Altman and Bland 1995; CONSORT for non-inferiority (Piaggio 2012)",
    ),
)


class BearingProposal(NamedTuple):
    """A proposed bearing and the reason in words."""

    bearing: Bearing
    reason: str


_COMPARISONS = frozenset(Asserts) - {Asserts.EXISTS, Asserts.ABSENT}
_NO_DIFFERENCE = frozenset({Asserts.LITTLE_OR_NO, Asserts.ABSENT})
# What is judged against a margin, and never by a direction alone.
BY_MARGIN = _NO_DIFFERENCE | {Asserts.AT_LEAST_AS_GOOD}
_DENIED = {
    Bearing.SUPPORTS: Bearing.CONTRADICTS,
    Bearing.CONTRADICTS: Bearing.SUPPORTS,
    Bearing.LITTLE_OR_NO: Bearing.SUPPORTS,
}
_DIRECTIONS = {"higher": 1, "lower": -1}
_ABOUT = 2 / 3  # of a claimed size, as far as "about" reaches down
_ROUNDING = 1e-9  # 0.8 and 1.25 are as far from 1, but for the last binary digit
SIGNIFICANT = 0.05


def propose_bearing(
    *,
    asserts: str,
    negated: bool = False,
    estimate: float | None = None,
    low: float | None = None,
    high: float | None = None,
    p_value: str = "",
    direction: str = "not_stated",
    better_when: str = "not_stated",
    little_difference_margin: float | None = None,
    claimed_size: float | None = None,
    contrast: str = "between_arms",
) -> BearingProposal:
    """What a result says of a claim that asserts something of its outcome.

    Numbers are on the analysis scale (log for ratios), group 1 against group 2, so 0
    is no difference and the margin a distance from it; the interval is a 95 % one.
    Without an interval only which way the result points is used, and only with a
    p-value of at most 0.05: `direction` ("higher", "lower", "no_difference", "mixed",
    "not_stated"), else the estimate's sign. Raises ValueError for unknown words,
    impossible intervals and a margin not above 0.
    """
    claim = Asserts(asserts)
    _check(claim, estimate, low, high, little_difference_margin)
    if contrast == "before_after" and claim in _COMPARISONS:
        return BearingProposal(
            Bearing.DOES_NOT_ADDRESS,
            "A change in one group, before against after, says nothing about the "
            "difference between groups.",
        )
    sign = _sign_of(claim, better_when)
    if sign is None:
        return BearingProposal(
            Bearing.INCONCLUSIVE, "It is not stated which way the outcome is better."
        )
    if low is None or high is None:
        proposal = _from_direction(claim, sign, estimate, direction, p_value)
    else:
        if claim is Asserts.EXISTS and claimed_size is not None:
            sign = 1 if claimed_size > 0 else -1
        # Turned so that a value above 0 is what the claim says.
        turned = (low, high) if sign > 0 else (-high, -low)
        size = None if claimed_size is None else abs(claimed_size)
        proposal = _from_interval(claim, *turned, little_difference_margin, size)
    return _denied(proposal) if negated else proposal


def _check(
    claim: Asserts,
    estimate: float | None,
    low: float | None,
    high: float | None,
    margin: float | None,
) -> None:
    if claim is Asserts.NOT_SET:
        raise ValueError("It is not set what the claim asserts.")
    if (low is None) != (high is None):
        raise ValueError("An interval needs both its limits.")
    if low is not None and high is not None and not low <= high:
        raise ValueError(f"The interval's limits are the wrong way: {low} to {high}.")
    if None not in (estimate, low, high) and not low <= estimate <= high:
        raise ValueError(f"The interval {low} to {high} does not hold {estimate}.")
    if margin is not None and not margin > 0:
        raise ValueError(f"A margin is a distance above 0, got {margin}.")


def _sign_of(claim: Asserts, better_when: str) -> int | None:
    """+1 where higher values are what the claim says, -1 where lower; None unknown."""
    if claim in (Asserts.AT_LEAST_AS_GOOD, Asserts.BETTER_THAN):
        return _DIRECTIONS.get(better_when)
    return -1 if claim is Asserts.LOWERS else 1


def lies_within(low: float, high: float, margin: float) -> bool:
    """Whether a whole interval lies within a margin to both sides of no difference."""
    reach = margin + _ROUNDING
    return -reach <= low and high <= reach


def _from_interval(
    claim: Asserts,
    low: float,
    high: float,
    margin: float | None,
    size: float | None,
) -> BearingProposal:
    if claim is Asserts.AT_LEAST_AS_GOOD:
        return _not_worse(low, high, margin)
    inside = margin is not None and lies_within(low, high, margin)
    if claim in _NO_DIFFERENCE:
        return _no_difference(low, high, margin, inside)
    if inside:
        return BearingProposal(
            Bearing.LITTLE_OR_NO,
            "The whole interval lies within the margin of little or no difference"
            f"{', although it leaves no difference out' if low > 0 or high < 0 else ''}"
            ".",
        )
    if size is not None and (by_size := _against_size(low, high, size)):
        return by_size
    if claim is Asserts.EXISTS and (low > 0 or high < 0):
        return BearingProposal(
            Bearing.SUPPORTS, "The interval leaves no difference out."
        )
    if low > 0:
        return BearingProposal(
            Bearing.SUPPORTS, "The whole interval lies on the side the claim says."
        )
    if high < 0:
        return BearingProposal(
            Bearing.CONTRADICTS, "The whole interval lies on the opposite side."
        )
    return BearingProposal(
        Bearing.INCONCLUSIVE,
        "The interval holds no difference as well as effects to either side; that is "
        "not evidence of no effect.",
    )


def _against_size(low: float, high: float, size: float) -> BearingProposal | None:
    """What an interval says of "about" a size; None where it reaches to both sides."""
    about = _ABOUT * size
    if low >= about - _ROUNDING:
        return BearingProposal(
            Bearing.SUPPORTS, "The whole interval is at least about the claimed size."
        )
    if high < about - _ROUNDING:
        return BearingProposal(
            Bearing.CONTRADICTS, "The whole interval is less than claimed."
        )
    return None


def is_short_of(estimate: float, size: float) -> bool:
    """Whether an estimate does not come to about a claimed size, on its side.

    >>> is_short_of(-0.1, -0.3), is_short_of(-0.25, -0.3), is_short_of(0.5, -0.3)
    (True, False, True)
    """
    return math.copysign(1.0, size) * estimate < _ABOUT * abs(size) - _ROUNDING


def _not_worse(low: float, high: float, margin: float | None) -> BearingProposal:
    if margin is None:
        return BearingProposal(
            Bearing.INCONCLUSIVE,
            "“At least as good” needs a stated margin; no significant difference is "
            "not “as good as”.",
        )
    if low > -margin:
        return BearingProposal(
            Bearing.SUPPORTS, "The interval leaves out being worse by the margin."
        )
    if high < -margin:
        return BearingProposal(
            Bearing.CONTRADICTS, "The whole interval is worse than the margin."
        )
    return BearingProposal(
        Bearing.INCONCLUSIVE, "The interval does not leave out being worse by more."
    )


def _no_difference(
    low: float, high: float, margin: float | None, inside: bool
) -> BearingProposal:
    if inside:
        return BearingProposal(
            Bearing.SUPPORTS,
            "The whole interval lies within the margin of little or no difference.",
        )
    if margin is None and (low > 0 or high < 0):
        return BearingProposal(
            Bearing.CONTRADICTS,
            "The interval leaves no difference out; without a stated margin a claim "
            "of none can only be contradicted.",
        )
    if margin is None:
        return BearingProposal(
            Bearing.INCONCLUSIVE,
            "Without a stated margin nobody can say what counts as little difference.",
        )
    if low > margin or high < -margin:
        return BearingProposal(
            Bearing.CONTRADICTS, "The whole interval lies beyond the margin."
        )
    return BearingProposal(
        Bearing.INCONCLUSIVE, "The interval reaches beyond the margin, and within it."
    )


def _from_direction(
    claim: Asserts, sign: int, estimate: float | None, direction: str, p_value: str
) -> BearingProposal:
    points = _DIRECTIONS.get(direction, 0)
    if direction == "not_stated" and estimate is not None:
        points = (estimate > 0) - (estimate < 0)
    if claim in BY_MARGIN or points == 0:
        return BearingProposal(
            Bearing.INCONCLUSIVE,
            "Without an interval nobody can say how small a difference may be; no "
            "significant difference is not no difference.",
        )
    same = claim is Asserts.EXISTS or points == sign
    which = "what the claim says" if same else "the opposite"
    if not is_significant(p_value):
        return BearingProposal(
            Bearing.INCONCLUSIVE,
            f"By direction alone it points to {which}; no interval, nor a p-value of "
            "at most 0.05, says how sure that is.",
        )
    return BearingProposal(
        Bearing.SUPPORTS if same else Bearing.CONTRADICTS,
        f"It points to {which} ({p_value.strip()}); no interval says how much.",
    )


_P = re.compile(r"(?:p\s*)?(?:=|<=?|≤)?\s*(0?\.\d+|0|\d\.?\d*e-\d+)", re.IGNORECASE)


def is_significant(p_value: str) -> bool:
    """Whether a p-value, as printed, is at most 0.05.

    >>> [is_significant(p) for p in ("<0.001", "p = 0.05", "0.06", "> 0.01", "NS", "")]
    [True, True, False, False, False, False]
    """
    found = _P.fullmatch(p_value.replace(",", ".").strip())
    return found is not None and float(found.group(1)) <= SIGNIFICANT


def _denied(proposal: BearingProposal) -> BearingProposal:
    """The proposal for the same claim with a "not" in it."""
    if proposal.bearing not in _DENIED:
        return proposal
    return BearingProposal(
        _DENIED[proposal.bearing], f"{proposal.reason} The claim denies it."
    )


# --- claims that compare nothing ---


def propose_value(
    *,
    low: float,
    high: float,
    value_low: float | None,
    value_high: float | None,
    negated: bool = False,
) -> BearingProposal:
    """What a share says of a claim on how many: `low` to `high` is its 95 % interval.

    A value claimed alone, from it to itself, is meant as about it: from two thirds of
    it to one and a half times it. A range that is open to one side has None there.
    """
    least = -math.inf if value_low is None else value_low
    most = math.inf if value_high is None else value_high
    if least == most:
        least, most = _ABOUT * least, most / _ABOUT
    if least <= low and high <= most:
        found = BearingProposal(
            Bearing.SUPPORTS, "The whole interval lies inside the range claimed."
        )
    elif high < least or low > most:
        found = BearingProposal(
            Bearing.CONTRADICTS, "The whole interval lies outside the range claimed."
        )
    else:
        found = BearingProposal(
            Bearing.INCONCLUSIVE, "The interval reaches beyond the range claimed."
        )
    return _denied(found) if negated else found


def propose_occurrence(cases: int) -> BearingProposal:
    """What people without a comparator say of a claim that something can occur.

    One case that its report attributes is enough; that none occurred shows nothing.
    """
    if cases:
        return BearingProposal(
            Bearing.SUPPORTS,
            "It occurred at least once; confirm that the report attributes it.",
        )
    return BearingProposal(
        Bearing.INCONCLUSIVE, "None occurred among these people; it still can."
    )
