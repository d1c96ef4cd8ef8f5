"""In what a newer verdict differs from the published one it stands under."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claims.models import Claim, ClaimVersion
from claims.words import Standing
from core.dataclass_json import to_json
from evidence.facts import facts_of
from evidence.judged import judged_by

Facts = Mapping[str, Any]  # of a claim, as stored or made now
_TOOK_EFFECT = (ClaimVersion.Cause.VERDICT, ClaimVersion.Cause.STANDING)
_JUDGEMENT = {
    "Verdict": "verdict_words",
    "Reason": "cant_say_words",
    "Certainty": "certainty_words",
    "Size": "size_words",
    "Sentence": "sentence",
    "Reviewer’s note": "note",
}


@dataclass(frozen=True)
class VerdictDifference:
    """One thing that the two say differently; empty where one does not say it."""

    what: str
    published: str
    newer: str


def differences_of(claims: Mapping[int, Claim]) -> dict[int, list[VerdictDifference]]:
    """What changes once each claim's newer verdict is published, by claim.

    ``claims`` were loaded with ``for_facts()``; those with nothing newer are left out.
    The published side is read from the version in which it took effect. As many queries
    for all claims as for one.
    """
    since = {
        id: row.as_judged_since() for id, row in claims.items() if row.newer_standing
    }
    if not since:
        return {}
    published = _published(since)
    newer = facts_of(since, judged_by(since))
    return {
        facts.id: list(differences(published.get(facts.id, {}), to_json(facts)))
        for facts in newer
    }


def _published(claims: Mapping[int, Claim]) -> dict[int, Facts]:
    versions = (
        ClaimVersion.objects.filter(
            claim__in=claims, cause__in=_TOOK_EFFECT, standing=Standing.PUBLISHED
        )
        .order_by("claim_id", "-number")
        .distinct("claim_id")
    )
    return dict(versions.values_list("claim_id", "facts"))


def differences(published: Facts, newer: Facts) -> Iterator[VerdictDifference]:
    """How two facts of a claim differ in its judgement and in what it rests on."""
    then, now = published.get("judgement", {}), newer["judgement"]
    for what, name in _JUDGEMENT.items():
        yield from _differing(what, then.get(name), now.get(name))
    yield from _differing(
        "Evidence base", _base(published.get("base")), _base(newer["base"])
    )
    was, is_now = _lines(published), _lines(newer)
    for what in dict.fromkeys([*was, *is_now]):
        yield from _differing(what, was.get(what), is_now.get(what))


def _differing(
    what: str, was: str | None, is_now: str | None
) -> Iterator[VerdictDifference]:
    if (was or "") != (is_now or ""):
        yield VerdictDifference(what, was or "", is_now or "")


def _base(base: Facts | None) -> str:
    if not base:
        return ""
    return f"{base['number']}, {base['scope_words']}, {base['included']} included"


def _lines(facts: Facts) -> dict[str, str]:
    """The pooled lines in words, each by what it is of."""
    return {
        f"Pooled figure, {line['outcome']}, {line['designs_words']}": (
            f"{line['in_words']} ({line['k']} studies)"
        )
        for line in facts.get("pooled", ())
    }
