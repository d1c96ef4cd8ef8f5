"""What a reason is asked for: a domain left at none against its own figure.

A figure never decides: whoever judges otherwise writes why, and that is enough.
Sources: GRADE guidelines 6 (Guyatt 2011) for few people and events, 7 for estimates
on both sides, 8 for surrogates; GRADE 34 and 35 for thresholds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.words import Certainty
from evidence.method.bearing import is_short_of
from evidence.method.methods import LEVELS
from evidence.method.starts import milder_than_quoted
from evidence.words import Domain
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.asks",
        "A domain of certainty that is left at none asks for a reason against its"
        " own figure.",
        RuleEffect.ASKS,
        "GRADE guidelines 6, 7 and 8 (Guyatt 2011), GRADE 34 and 35",
    ),
)


ENOUGH_PEOPLE = 400
ENOUGH_EVENTS = 300


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What is known of a group of designs, on the analysis scale where it is a number.

    ``low`` and ``high`` are the deciding figure's limits; ``thresholds`` the distances
    from no difference that matter, none where nothing is stated. ``events`` is None
    where no result counts any; ``reads_by_margin`` where no difference itself is no
    threshold of the claim. ``reads_else`` says how another interval of the same results
    reads, which does not decide; empty where it reads as the deciding one does.
    ``unsure`` where the deciding figure has no interval; ``twice`` names the studies
    that may be one, by their numbers. ``size`` is the claimed one. ``apart`` says how
    the results are of others, or of another time, than the claim: each a clause.
    """

    low: float | None = None
    high: float | None = None
    thresholds: Collection[float] = ()
    reads_by_margin: bool = False
    reads_else: str = ""
    people: int | None = None
    events: int | None = None
    estimates: Sequence[float] = ()
    surrogate: bool = False
    two_gate: bool = False
    unsure: bool = False
    twice: str = ""
    size: float | None = None
    apart: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The levels of a group of designs, and what is explained of them.

    ``says`` is the risk of bias that a quoted review's own appraisal comes to,
    ``proposed`` the level that the agreed ones propose where certainty starts by them.
    """

    levels: Mapping[str, int | None]
    why: Mapping[str, str] = field(default_factory=dict)
    says: str = ""
    proposed: int | None = None


def asked_of(judged: Judged, figures: Figures) -> list[tuple[Domain, str]]:
    """The domains that a reason is asked for, each with why; empty if for none."""
    found = [
        (domain, why)
        for domain, why in _against_figures(figures)
        if judged.levels.get(domain) == 0
    ]
    bias = judged.levels.get(Domain.RISK_OF_BIAS)
    if judged.says and bias is not None and milder_than_quoted(judged.says, bias):
        why = f"the review that is quoted calls the risk of bias {judged.says}"
        found.append((Domain.RISK_OF_BIAS, why))
    if judged.proposed is not None and bias is not None and bias < judged.proposed:
        why = f"the appraisals agreed on here propose −{judged.proposed}"
        found.append((Domain.RISK_OF_BIAS, why))
    return [
        (domain, f"{domain.capitalised}: {why}. Write why it is not rated down (more).")
        for domain, why in found
        if not judged.why.get(domain, "").strip()
    ]


def _against_figures(figures: Figures) -> Iterator[tuple[Domain, str]]:
    if imprecise := [*_imprecise(figures)]:
        yield Domain.IMPRECISION, ", and ".join(imprecise)
    signs = {(one > 0) - (one < 0) for one in figures.estimates} - {0}
    if len(signs) > 1:
        yield Domain.INCONSISTENCY, "its estimates lie on both sides of no difference"
    indirect = ["the outcome stands in for what matters to people"]
    indirect = [*indirect[: figures.surrogate], *figures.apart]
    if indirect:
        yield Domain.INDIRECTNESS, ", and ".join(indirect)
    if figures.two_gate:
        yield (
            Domain.RISK_OF_BIAS,
            "those with and without the condition were chosen apart (two gates)",
        )


def _imprecise(figures: Figures) -> Iterator[str]:
    if (across := _crossed(figures)) is not None:
        what = "no difference" if across == 0 else "a stated threshold"
        yield f"its interval lies on both sides of {what}"
    if figures.unsure:
        yield "no interval says how sure the figure that decides is"
    if figures.reads_else:
        yield figures.reads_else
    if figures.size is not None and _reaches_across(figures, figures.size):
        yield "its interval leaves open whether the effect is as large as claimed"
    if figures.twice:
        yield f"{figures.twice} have the same numbers, and may be one study told twice"
    if figures.people is not None and figures.people < ENOUGH_PEOPLE:
        yield f"it is of {figures.people} people, fewer than {ENOUGH_PEOPLE}"
    elif figures.events is not None and figures.events < ENOUGH_EVENTS:
        yield f"it rests on {figures.events} events, fewer than {ENOUGH_EVENTS}"


def _reaches_across(figures: Figures, size: float) -> bool:
    """Whether what is less than about a claimed size is left open, and what is not."""
    ends = (figures.low, figures.high)
    return None not in ends and len({is_short_of(one, size) for one in ends}) > 1


def _crossed(figures: Figures) -> float | None:
    """The first threshold that the interval reaches across; None for none."""
    if figures.low is None or figures.high is None:
        return None
    lines = [] if figures.reads_by_margin else [0.0]
    lines += [sign * one for one in figures.thresholds for sign in (1, -1)]
    return next((line for line in lines if figures.low < line < figures.high), None)


def asks_for_group(carrying: str, others: Collection[str]) -> str:
    """Why a reason is asked for a group of designs; empty where none is.

    ``carrying`` is its certainty, ``others`` are those of the other groups.
    """
    highest = max((LEVELS[Certainty(one)] for one in others), default=0)
    if highest <= LEVELS[Certainty(carrying)]:
        return ""
    return (
        "The verdict rests on designs of lower certainty than others here have: write "
        "in the explanation why, or let it rest on the others."
    )
