"""Which words of a verdict are open, given what the counting results show.

One figure decides: the pooled line of the designs that the verdict rests on, or
without one their only counting result or a review's own estimate. No single result
outvotes it. Where no figure decides, the readings of the results do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.words import Verdict
from evidence.words import Bearing, SizeClass
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.open_words",
        "The deciding figure leaves some words of a verdict open and refuses the "
        "others; without one the readings of the results do.",
        RuleEffect.REFUSES,
        "Footing; GRADE guidelines 6 (Guyatt 2011)",
    ),
)


class CountingReading(NamedTuple):
    """What one counting result shows, and of how many people, where that is known."""

    bearing: str
    people: int | None = None


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What the designs that a verdict rests on show of the claim.

    `deciding` is the reading of the figure that decides, empty where none does, and
    `figure` names it. `inconsistency` counts the levels it took off. A claim that says
    there is no difference, or denies one, has not `claims_difference`. `points` is the
    side of the deciding estimate by itself. `lacks_margin` says why no margin applies
    where the claim is judged by one; empty where one does, or none is needed.
    """

    readings: Sequence[CountingReading] = ()
    deciding: str = ""
    figure: str = ""
    inconsistency: int = 0
    size_class: str = ""
    claims_difference: bool = True
    points: str = ""
    lacks_margin: str = ""


class OpenWords(NamedTuple):
    """The words that are open, what leaves them open, and whether a reason is asked."""

    words: tuple[Verdict, ...]
    because: str
    asks: bool = False


_SHOWS = {
    Bearing.SUPPORTS: "supports the claim",
    Bearing.CONTRADICTS: "contradicts the claim",
    Bearing.LITTLE_OR_NO: "shows little to no difference",
}
_SIDES = (Verdict.SUPPORTED, Verdict.CONTRADICTED)


def open_words(findings: Findings) -> OpenWords:
    """The words a verdict of at least low certainty may use, by what was found.

    With very low certainty the word is can't say, whatever was found.
    """
    found = _of_figure(findings) if findings.deciding else _of_readings(findings)
    trivial = findings.size_class == SizeClass.TRIVIAL
    if not (
        trivial and findings.claims_difference and Verdict.SUPPORTED in found.words
    ):
        return found
    rest = tuple(word for word in found.words if word is not Verdict.SUPPORTED)
    return OpenWords(
        rest or (Verdict.CANT_SAY,),
        "The size is set to trivial, and a trivial effect supports no claim of a "
        "difference.",
    )


def word_refusals(verdict: str, findings: Findings, reason: str = "") -> list[str]:
    """Why a word may not be used, and which may; empty where nothing speaks against.

    `reason` is the written explanation, which some words ask for.
    """
    word, found = Verdict(verdict), open_words(findings)
    if word in found.words:
        if not found.asks or reason.strip():
            return []
        return [f"{found.because} Write in the explanation why “{word.label}” stands."]
    words = " or ".join(f"“{one.label}”" for one in found.words)
    why = [_lack(word, findings), found.because, findings.lacks_margin]
    return [f"{' '.join(filter(None, why))} What can be said: {words}."]


def _lack(word: Verdict, findings: Findings) -> str:
    """What a word that is not open would need."""
    match word:
        case Verdict.SUPPORTED:
            return "“Supported” needs evidence for what the claim says."
        case Verdict.CONTRADICTED:
            return (
                "“Contradicted” needs evidence for the opposite or for little to no "
                "difference; too little evidence is not evidence against."
            )
        case Verdict.CONFLICTING:
            needed = "" if not findings.deciding else _how_inconsistent(findings)
            return f"“Conflicting” needs results on both sides{needed}."
        case _:
            return f"“{word.capitalised}” is for evidence that settles nothing."


def _how_inconsistent(findings: Findings) -> str:
    levels = _levels_to_conflict(findings)
    return f" and inconsistency rated down by at least {levels}"


# --- what decides ---


def _of_figure(findings: Findings) -> OpenWords:
    side = _side(findings.deciding, findings.claims_difference)
    words = [side or Verdict.CANT_SAY]
    enough = findings.inconsistency >= _levels_to_conflict(findings)
    if len(_sides(findings)) == len(_SIDES) and enough:
        words.append(Verdict.CONFLICTING)
    shows = _SHOWS.get(Bearing(findings.deciding), "is inconclusive")
    because = f"{findings.figure} {shows}, and no other result outvotes it."
    return OpenWords(tuple(words), because[0].upper() + because[1:])


def _levels_to_conflict(findings: Findings) -> int:
    """How inconsistent results on both sides must be where a figure decides."""
    return 2 if _side(findings.deciding, findings.claims_difference) else 1


def _of_readings(findings: Findings) -> OpenWords:
    sides = _sides(findings)
    if len(sides) > 1:
        why = "No figure decides, and the counting results stand on both sides."
        return OpenWords((Verdict.CONFLICTING,), why)
    if not sides:
        why = "No figure decides, and no counting result stands on either side."
        return OpenWords((Verdict.CANT_SAY,), why)
    (side,) = sides
    if _under_half(findings):
        why = "The counting results on this side hold under half of the people."
        return OpenWords((side,), why, asks=True)
    of = "for" if side is Verdict.SUPPORTED else "against"
    why = f"No figure decides, and the counting results on a side are {of} the claim."
    return OpenWords((side,), why)


def _sides(findings: Findings) -> list[Verdict]:
    """The sides that counting results stand on."""
    there = {
        _side(one.bearing, findings.claims_difference) for one in findings.readings
    }
    return [side for side in _SIDES if side in there]


def _side(bearing: str, claims_difference: bool) -> Verdict | None:
    """The word that a reading speaks for; None for one that settles nothing."""
    match Bearing(bearing):
        case Bearing.SUPPORTS:
            return Verdict.SUPPORTED
        case Bearing.CONTRADICTS:
            return Verdict.CONTRADICTED
        case Bearing.LITTLE_OR_NO:
            return Verdict.CONTRADICTED if claims_difference else Verdict.SUPPORTED
        case _:
            return None


def _under_half(findings: Findings) -> bool:
    """Whether most people are in results that stand on no side."""
    people = {True: 0, False: 0}
    for one in findings.readings:
        takes_side = _side(one.bearing, findings.claims_difference) is not None
        people[takes_side] += one.people or 0
    return people[True] < people[False]
