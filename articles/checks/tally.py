"""How often the studies cited say what is made of them: counts, and when a rate.

A rate of few citations tells little and sticks, so below ``ENOUGH`` checked ones there
are counts alone. What could not be verified stands apart. Source: methods of checking
quotations, Baethge & Jergas 2025; the interval is Wilson's (Newcombe 1998).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.words import Support, Wording
from studies.effects import proportion_interval
from texts.rules import RuleEffect, RuleEntry

ENOUGH = 30  # checked citations
RULE_ENTRIES = (
    RuleEntry(
        "checks.rate",
        "How often studies say what an outlet makes of them is told in counts, from "
        "thirty checked citations on as a rate too, with its interval.",
        RuleEffect.DECIDES,
        "Baethge & Jergas 2025; Wilson's interval, Newcombe 1998",
    ),
)


@dataclass(frozen=True)
class Rate:
    """A share between 0 and 1, and its 95 % interval."""

    share: float
    low: float
    high: float


@dataclass(frozen=True)
class SupportTally:
    """What was answered of some citations, each of one mention, by answer.

    ``citations`` counts them all, checked or not.
    """

    citations: int
    answers: Mapping[str, int]

    @property
    def checked(self) -> int:
        """Those of which somebody could say whether the study says this."""
        return sum(self.of(each) for each in Support) - self.cannot_verify

    @property
    def cannot_verify(self) -> int:
        return self.of(Support.CANNOT_VERIFY)

    @property
    def not_checked(self) -> int:
        return self.citations - self.checked - self.cannot_verify

    def of(self, answer: str) -> int:
        """How many were answered so."""
        return self.answers.get(answer, 0)

    @property
    def rate(self) -> Rate | None:
        """How often the study says this, of the checked; None where they are few."""
        if self.checked < ENOUGH:
            return None
        supports = self.of(Support.SUPPORTS)
        low, high = proportion_interval(supports, self.checked)
        return Rate(supports / self.checked, low, high)

    @property
    def rate_words(self) -> str:
        """As "the study says this: 24 of 31 checked, 77% (95% interval 60% to 89%)"."""
        rate = self.rate
        if rate is None:
            return f"{self.checked} of {ENOUGH} checked: too few for a rate"
        percent = [f"{100 * each:.0f}%" for each in (rate.share, rate.low, rate.high)]
        return (
            f"{Support.SUPPORTS.label}: {self.of(Support.SUPPORTS)} of {self.checked} "
            f"checked, {percent[0]} (95% interval {percent[1]} to {percent[2]})"
        )

    @property
    def parts(self) -> list[tuple[str, int]]:
        """Each answer that was given, in words, with how often, in their order."""
        return [(each.label, self.of(each)) for each in Support if self.of(each)]


@dataclass(frozen=True)
class WordingTally:
    """What was answered of the wording of some mentions, by answer."""

    mentions: int
    answers: Mapping[str, int]

    @property
    def checked(self) -> int:
        return sum(self.of(each) for each in Wording)

    def of(self, answer: str) -> int:
        """How many were answered so."""
        return self.answers.get(answer, 0)

    @property
    def parts(self) -> list[tuple[str, int]]:
        """Each answer that was given, in words, with how often, in their order."""
        return [(each.label, self.of(each)) for each in Wording if self.of(each)]
