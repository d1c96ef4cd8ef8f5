"""What a result says of a claim, proposed from its numbers and the claim's words.

A rule proposes and says why; a person decides. A result that is not statistically
significant shows neither an effect nor its absence (Altman & Bland 1995); "as good
as" needs a margin stated beforehand (CONSORT for non-inferiority, Piaggio 2012).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import NamedTuple

from claims.words import Asserts
from evidence.words import Bearing


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


def propose_bearing(
    *,
    asserts: str,
    negated: bool = False,
    estimate: float | None = None,
    low: float | None = None,
    high: float | None = None,
    direction: str = "not_stated",
    better_when: str = "not_stated",
    little_difference_margin: float | None = None,
    contrast: str = "between_arms",
) -> BearingProposal:
    """What a result says of a claim that asserts something of its outcome.

    Numbers are on the analysis scale (log for ratios), group 1 against group 2, so 0
    is no difference and the margin a distance from it. Without an interval only
    which way the result points is used: `direction` ("higher", "lower",
    "no_difference", "mixed", "not_stated"), else the estimate's sign. Raises
    ValueError for unknown words, impossible intervals and a margin not above 0.
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
        proposal = _from_direction(claim, sign, estimate, direction)
    else:
        # Turned so that a value above 0 is what the claim says.
        turned = (low, high) if sign > 0 else (-high, -low)
        proposal = _from_interval(claim, *turned, little_difference_margin)
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


def _from_interval(
    claim: Asserts, low: float, high: float, margin: float | None
) -> BearingProposal:
    if claim is Asserts.AT_LEAST_AS_GOOD:
        return _not_worse(low, high, margin)
    inside = margin is not None and -margin <= low and high <= margin
    if claim in _NO_DIFFERENCE:
        return _no_difference(low, high, margin, inside)
    if inside:
        return BearingProposal(
            Bearing.LITTLE_OR_NO,
            "The whole interval lies within the margin of little or no difference.",
        )
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
    claim: Asserts, sign: int, estimate: float | None, direction: str
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
    return BearingProposal(
        Bearing.SUPPORTS if same else Bearing.CONTRADICTS,
        f"By direction alone it points to {which}; no interval says how sure that is.",
    )


def _denied(proposal: BearingProposal) -> BearingProposal:
    """The proposal for the same claim with a "not" in it."""
    if proposal.bearing not in _DENIED:
        return proposal
    return BearingProposal(
        _DENIED[proposal.bearing], f"{proposal.reason} The claim denies it."
    )


def is_circular(
    sources: Collection[Hashable], making_the_claim: Collection[Hashable]
) -> bool:
    """Whether second-hand evidence comes only from articles that make the claim.

    `sources` are the articles the second-hand results were read in. Without any
    there is nothing to be circular.
    """
    return bool(sources) and set(sources) <= set(making_the_claim)
