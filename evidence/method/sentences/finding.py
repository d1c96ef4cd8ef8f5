"""What a sentence on rated evidence is composed of."""

from __future__ import annotations

from dataclasses import dataclass

from claims.words import Asserts, CantSay, ClaimKind, Verdict
from evidence.method.sentences.names import inside, starts_with_amount
from evidence.words import Bearing, SizeClass
from studies.effects import RATIOS, Measure
from studies.figures import figure

HIGHER, LOWER = "higher", "lower"
OPPOSITE = {HIGHER: LOWER, LOWER: HIGHER, "": ""}
_LEAST, _MOST = 0.01, 100  # a ratio beyond either is only said to be beyond it


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure that decides: on the scale it is shown on, with its 95 % interval."""

    measure: str
    estimate: float
    low: float | None = None
    high: float | None = None
    unit: str = ""

    @property
    def side(self) -> str:
        """Which way the outcome goes with the intervention; empty for neither."""
        none = 1 if self.measure in RATIOS else 0
        if self.estimate == none:
            return ""
        return HIGHER if self.estimate > none else LOWER

    @property
    def name(self) -> str:
        return Measure(self.measure).label

    @property
    def limits(self) -> str:
        """As "0.40 to 0.98"; empty without an interval."""
        if self.low is None or self.high is None:
            return ""
        return f"{self._shown(self.low)} to {self._shown(self.high)}{self._unit}"

    @property
    def in_words(self) -> str:
        """As "risk ratio 0.63, 95 % CI 0.40 to 0.98"."""
        words = f"{self.name} {self._shown(self.estimate)}"
        limits = self.limits
        return f"{words}, 95 % CI {limits}" if limits else f"{words}{self._unit}"

    @property
    def estimate_in_words(self) -> str:
        """As "risk ratio 0.63"."""
        return f"{self.name} {self._shown(self.estimate)}{self._unit}"

    @property
    def _unit(self) -> str:
        unit = self.unit.strip()
        return f" {unit}" if unit and self.measure == Measure.MD else ""

    def _shown(self, value: float) -> str:
        if self.measure in RATIOS and value < _LEAST:
            return f"< {_LEAST}"
        if self.measure in RATIOS and value > _MOST:
            return f"> {_MOST}"
        return figure(value)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a sentence is composed of, for a claim whose certainty is rated.

    The elements of the question may be empty, and are as they were entered. ``better``
    is which way the outcome is better, ``yes_no`` whether people have it or not.
    ``size_class`` is against stated thresholds, ``within_margin`` whether the whole
    interval lies within the stated margin. ``reading`` is what the evidence shows of
    the claim, ``figure`` the one that decides, both empty where none does; ``events``
    of ``people`` are counted of a harm where no figure settles it, over ``followed``.
    """

    verdict: str
    certainty: str
    kind: str = ClaimKind.EFFECT
    asserts: str = Asserts.NOT_SET
    negated: bool = False
    because: str = CantSay.NONE
    size_class: str = SizeClass.NONE
    population: str = ""
    intervention: str = ""
    comparator: str = ""
    outcome: str = ""
    time: str = ""
    better: str = ""
    yes_no: bool = False
    reading: str = Bearing.NOT_SET
    figure: Figure | None = None
    within_margin: bool = False
    events: int | None = None
    people: int | None = None
    followed: str = ""
    lead: str = ""

    @property
    def x(self) -> str:
        """The intervention, the factor or the test."""
        return inside(self.intervention) or "the intervention"

    @property
    def y(self) -> str:
        """The outcome, as the risk or the chance of what people have or not."""
        name = inside(self.outcome) or "the outcome"
        bare = name.removeprefix("the ")
        if starts_with_amount(bare):
            return f"the {bare}"
        if self.figure and self.figure.measure == Measure.RATE_RATIO:
            return f"the rate of {name}"
        if self.yes_no:
            of = "the chance of" if self.better == HIGHER else "the risk of"
            return f"{of} {name}"
        return name

    @property
    def denies(self) -> bool:
        """Whether the verdict is the opposite of what the claim asserts unnegated."""
        return (self.verdict == Verdict.CONTRADICTED) != self.negated

    @property
    def claimed(self) -> str:
        """Which way the claim says the outcome goes; empty for neither or both."""
        ways = {Asserts.RAISES: HIGHER, Asserts.LOWERS: LOWER}
        if self.better in OPPOSITE:
            ways[Asserts.BETTER_THAN] = self.better
        return ways.get(Asserts(self.asserts), "")

    @property
    def shows_little(self) -> bool:
        """Whether what was found is little to no difference."""
        if self.size_class == SizeClass.TRIVIAL or self.within_margin:
            return True
        if self.reading == Bearing.LITTLE_OR_NO:
            return True
        none = self.asserts in (Asserts.LITTLE_OR_NO, Asserts.ABSENT)
        return none and not self.denies and self.verdict != Verdict.CONFLICTING

    @property
    def falls_short(self) -> bool:
        """Whether a contradicted claim has its direction right, and its size wrong."""
        return (
            self.verdict == Verdict.CONTRADICTED
            and not self.negated
            and not self.shows_little
            and self.figure is not None
            and self.claimed != ""
            and self.figure.side == self.claimed
        )
