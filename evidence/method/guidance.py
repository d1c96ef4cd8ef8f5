"""What each domain of certainty asks, and what counts as how serious, for reviewers.

Rough guides, never rules: a person decides, and writes why. Sources: GRADE guidelines
4 to 9 (Guyatt and others, J Clin Epidemiol 2011); GRADE 18 (ROBINS-I), 34 and 35
(imprecision); Cochrane Handbook, chapters 10 and 14.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidence.method.asks import ENOUGH_EVENTS, ENOUGH_PEOPLE
from evidence.words import Domain, Upgrade

APPRECIABLE = (0.75, 1.25)  # ratios that matter, where nobody stated any
LARGE = (0.5, 2.0)  # ratios beyond which an effect is large
VERY_LARGE = (0.2, 5.0)


@dataclass(frozen=True)
class Guidance:
    """The question a domain asks, and per level what it is given for."""

    asks: str
    levels: tuple[str, ...]


GUIDANCE: Mapping[Domain | Upgrade, Guidance] = {
    Domain.RISK_OF_BIAS: Guidance(
        "Could the way these studies were made, and not the intervention, explain what "
        "they found? Weigh it by the studies that carry the estimate.",
        (
            "not serious: most of the weight is from studies at low risk",
            "−1: a good part of the weight is from studies with a flaw that could "
            "move the estimate (allocation, blinding, people lost, outcomes picked)",
            "−2: most of it is from studies at high risk",
            "by ROBINS-I: moderate −1, serious −2, critical −3",
        ),
    ),
    Domain.INCONSISTENCY: Guidance(
        "Do the studies agree on the size of the effect, and where they do not, is it "
        "known why?",
        (
            "not serious: estimates on one side of what matters, intervals overlap",
            "−1: they differ so much that another decision could follow, unexplained",
            "−2: strong effects either way, or from strong to none",
            "I² by the Cochrane Handbook: 0–40 % may not matter, 30–60 % moderate, "
            "50–90 % substantial, 75–100 % considerable; alone it never decides",
        ),
    ),
    Domain.INDIRECTNESS: Guidance(
        "Is this evidence of the claim’s own people, intervention, comparison and "
        "outcome?",
        (
            "not serious: what differs would hardly change the effect",
            "−1: one element differs in a way that could change it, or the outcome "
            "only stands in for what matters to people",
            "−2: several do, or A and B were each compared with something else",
        ),
    ),
    Domain.IMPRECISION: Guidance(
        "Would another decision be right at the other end of the interval? Look at the "
        "effect in people, against the margin or the thresholds of the question.",
        (
            "not serious: the interval crosses no threshold, and there are enough "
            "people",
            "−1: it crosses one; −2: it crosses two, or lies far across one",
            "−3: so wide that it says next to nothing",
            f"none crossed, but fewer than the optimal information size, "
            f"{ENOUGH_PEOPLE} people or {ENOUGH_EVENTS} events: −1",
        ),
    ),
    Domain.PUBLICATION_BIAS: Guidance(
        "Are there likely results that nobody can read, and would they change the "
        "picture?",
        (
            "undetected: registers were searched and the results are there",
            "−1 strongly suspected: only small trials, all paid for by who sells it; "
            "registered trials without results; an uneven funnel of 10 or more",
            "not assessed: only cited works were looked at, or nobody searched",
        ),
    ),
    Upgrade.LARGE_EFFECT: Guidance(
        "Is the effect so large that bias is unlikely to explain all of it?",
        (
            "+1: risk ratio above 2 or below 0.5, direct, no likely confounder",
            "+2: above 5 or below 0.2, without serious bias or imprecision",
            "an odds ratio is made a risk ratio first; for means there is no limit",
        ),
    ),
    Upgrade.DOSE_RESPONSE: Guidance(
        "Does more of it do more?",
        (
            "+1: the effect grows with dose, length or closeness, across or within "
            "studies",
        ),
    ),
    Upgrade.OPPOSING_CONFOUNDING: Guidance(
        "Does what could not be adjusted for work against what was found?",
        (
            "+1: all that is likely would have made a shown effect smaller, or made "
            "one appear where none was found",
        ),
    ),
}
