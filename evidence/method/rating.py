"""Certainty by GRADE: a start, levels down, levels up, each with its explanation.

Sources: GRADE guidelines 1 to 9 (Guyatt and others, J Clin Epidemiol 2011); GRADE 18
(Schünemann 2019, doi 10.1016/j.jclinepi.2018.01.012) for ROBINS-I.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from claims.words import Certainty
from evidence.method.methods import LEVELS
from evidence.method.starts import start_certainty
from evidence.words import Domain, Upgrade
from studies.designs import Start
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.rating",
        "Certainty is the start less the levels taken down and with those taken "
        "up, never below very low or above high.",
        RuleEffect.DECIDES,
        "GRADE guidelines 1 to 9 (Guyatt 2011)",
    ),
)


MAX_DOWN = {
    Domain.RISK_OF_BIAS: 3,  # the third level only with ROBINS-I
    Domain.INCONSISTENCY: 2,
    Domain.INDIRECTNESS: 2,
    Domain.IMPRECISION: 3,
    Domain.PUBLICATION_BIAS: 1,
}
MAX_UP = {
    Upgrade.LARGE_EFFECT: 2,
    Upgrade.DOSE_RESPONSE: 1,
    Upgrade.OPPOSING_CONFOUNDING: 1,
}
_MOVES = {str(move): move for move in (*Domain, *Upgrade)}
_BY_LEVEL = {level: certainty for certainty, level in LEVELS.items()}


@dataclass(frozen=True)
class Rating:
    """What the rules make of one group of designs' levels.

    `errors` are codes (`explain_error` makes sentences of them); a rating with
    errors is what the arithmetic gives and not one that may be kept.
    """

    start: Certainty
    certainty: Certainty
    upgrades_applied: bool
    errors: tuple[str, ...]
    arithmetic: str

    @property
    def symbol(self) -> str:
        """Four circles, filled by level."""
        return self.certainty.symbol


def rate(
    *,
    start: str,
    down: Mapping[str, int | None],
    up: Mapping[str, int] | None = None,
    explained: Collection[str] = (),
    override: str = "",
) -> Rating:
    """Certainty = start less the levels down plus the levels up, from 1 to 4.

    `down` gives each domain its levels, 0 for no concern; None or a missing domain
    was not assessed, which only publication bias may be. `explained` names the
    domains and upgrades that have a written explanation. Upgrades the rules refuse
    count only with a written `override`. Raises ValueError for unknown names.
    """
    downs = {Domain(name): levels for name, levels in down.items()}
    ups = {Upgrade(name): levels for name, levels in (up or {}).items() if levels}
    refusal = _refusal(Start(start), downs) if ups and not override.strip() else None
    applied = {} if refusal else ups
    errors = [
        *([refusal] if refusal else []),
        *_not_judged(downs),
        *_out_of_range(Start(start), downs, ups),
        *_unexplained(downs, ups, explained),
    ]
    first = start_certainty(start)
    total = sum(levels or 0 for levels in downs.values())
    level = LEVELS[first] - total + sum(applied.values())
    certainty = _BY_LEVEL[min(4, max(1, level))]
    arithmetic = _arithmetic(first, downs, applied, certainty)
    return Rating(first, certainty, bool(applied), tuple(errors), arithmetic)


def _refusal(start: Start, downs: Mapping[Domain, int | None]) -> str | None:
    if start is Start.RCT:
        return "upgrade_not_permitted:rct"
    # ROBINS-I takes off for bias what a start at low takes off for the design.
    spared = {Domain.RISK_OF_BIAS} if start is Start.NRS_ROBINS_I else set()
    if any(levels for domain, levels in downs.items() if domain not in spared):
        return "upgrade_not_permitted:downgraded"
    return None


def _not_judged(downs: Mapping[Domain, int | None]) -> list[str]:
    return [
        f"not_judged:{domain}"
        for domain in Domain
        if downs.get(domain) is None and domain is not Domain.PUBLICATION_BIAS
    ]


def _out_of_range(
    start: Start, downs: Mapping[Domain, int | None], ups: Mapping[Upgrade, int]
) -> list[str]:
    most = dict(MAX_DOWN)
    if start is not Start.NRS_ROBINS_I:
        most[Domain.RISK_OF_BIAS] = 2
    wrong = [d for d, n in downs.items() if n is not None and not 0 <= n <= most[d]]
    too_high = [u for u, n in ups.items() if not 0 <= n <= MAX_UP[u]]
    return [f"level_out_of_range:{name}" for name in (*wrong, *too_high)]


def _unexplained(
    downs: Mapping[Domain, int | None],
    ups: Mapping[Upgrade, int],
    explained: Collection[str],
) -> list[str]:
    moved = [*(domain for domain, levels in downs.items() if levels), *ups]
    return [f"explanation_missing:{name}" for name in moved if name not in explained]


def _arithmetic(
    first: Certainty,
    downs: Mapping[Domain, int | None],
    ups: Mapping[Upgrade, int],
    certainty: Certainty,
) -> str:
    """As "High −1 risk of bias −1 imprecision = Low"."""
    steps = [f"−{downs[d]} {d.label}" for d in Domain if downs.get(d)]
    steps += [f"+{ups[u]} {u.label}" for u in Upgrade if u in ups]
    line = " ".join([first.capitalised, *steps, "=", certainty.capitalised])
    if downs.get(Domain.PUBLICATION_BIAS) is None:
        line += " (publication bias not assessed)"
    return line


def explain_error(code: str) -> str:
    """A sentence for an error code of a rating: what is wrong, what is expected."""
    error, _, name = code.partition(":")
    if error == "upgrade_not_permitted":
        return _UPGRADE_REFUSED[name]
    what = _MOVES[name].capitalised
    sentences = {
        "not_judged": f"{what} was not judged: say how far it lowers certainty.",
        "level_out_of_range": f"{what} has no such level.",
        "explanation_missing": f"{what} moved the certainty: write a sentence why.",
    }
    return sentences[error]


_UPGRADE_REFUSED = {
    "rct": "Evidence from randomised trials is not rated up without a written reason.",
    "downgraded": "Evidence that was rated down is not rated up without a written "
    "reason.",
}
_SERIOUS = ("not serious", "serious", "very serious", "extremely serious")


def level_words(name: Domain | Upgrade, levels: int | None) -> str:
    """How far a domain moved certainty: "not serious", "−1 serious"; upgrades "+1"."""
    if levels is None:
        return "not assessed"
    if isinstance(name, Upgrade):
        return f"+{levels}" if levels else "none"
    if name is Domain.PUBLICATION_BIAS:
        return "−1 strongly suspected" if levels else "undetected"
    return f"−{levels} {_SERIOUS[levels]}" if levels else _SERIOUS[0]
