"""Conflicts of interest: looked for, refused, noted, or let through by an editor."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from django.db.models import QuerySet

from accounts.models import User
from claims.models import Claim
from core.actions import running, save
from core.errors import FieldProblem, Refused
from evidence.models import ConflictRecord, ConflictSetting
from evidence.people.queries import with_claim, with_study
from evidence.people.rules import Conflict, conflicts_between
from evidence.people.words import (
    DEFAULT_EFFECTS,
    ConflictEffect,
    ConflictOutcome,
    ConflictRule,
)
from studies.models import Study

_OUTCOMES = {
    ConflictEffect.BLOCKS: ConflictOutcome.REFUSED,
    ConflictEffect.ASKS: ConflictOutcome.ASKED,
    ConflictEffect.WARNS: ConflictOutcome.NOTED,
}


@dataclass(frozen=True)
class Found:
    """A conflict with what its rule does here; what was let through only warns."""

    conflict: Conflict
    effect: ConflictEffect


def effects() -> dict[ConflictRule, ConflictEffect]:
    """What each rule does on this site; one query."""
    made = ConflictSetting.objects.values_list("rule", "effect")
    changed = {ConflictRule(rule): ConflictEffect(effect) for rule, effect in made}
    return DEFAULT_EFFECTS | changed


def conflicts_of(user: User, subject: Claim | Study) -> Iterator[Found]:
    """The conflicts of a person with a claim or study, as far as they matter here."""
    if isinstance(subject, Claim):
        found = conflicts_between(*with_claim(user, subject))
    else:
        found = conflicts_between(*with_study(user, subject))
    if not found:
        return
    does = effects()
    overrides = _records_on(user, subject).overrides()
    allowed = set(overrides.values_list("rule", flat=True))
    for each in found:
        effect = does[each.rule]
        if each.rule in allowed:
            effect = ConflictEffect.WARNS
        if effect != ConflictEffect.NOTHING:
            yield Found(each, effect)


def refuse_conflict(user: User, subject: Claim | Study, *, noting: bool = True) -> None:
    """Raise Refused where a conflict keeps a person from judging a claim or a study.

    For an action, of that person or of an editor who calls on them: to a name that may
    be theirs only they can answer, so that an editor's call does not wait for it. What
    was refused is kept though the action stores nothing; ``noting`` false, where others
    could tell from it who is at work, keeps no other conflicts.
    """
    for found in conflicts_of(user, subject):
        conflict, effect = found.conflict, found.effect
        keep = partial(_keep, user, subject, found)
        if effect == ConflictEffect.BLOCKS:
            raise Refused(_why_not(user, conflict), field="reviewers", afterwards=keep)
        if effect == ConflictEffect.ASKS and running().by.pk == user.pk:
            raise _asked(conflict)
        if noting:
            keep()


def refusal_for(user: User, subject: Claim | Study) -> Refused | None:
    """What would be refused if a person began to judge; nothing is kept of it."""
    for found in conflicts_of(user, subject):
        if found.effect == ConflictEffect.BLOCKS:
            return Refused(_why_not(user, found.conflict))
        if found.effect == ConflictEffect.ASKS:
            return _asked(found.conflict)
    return None


def _why_not(user: User, conflict: Conflict) -> str:
    return (
        f"{user} may not judge this: {conflict.rule.label}. {conflict.because} An "
        "editor can let it through, with a reason, at /review/conflicts/."
    )


def _asked(conflict: Conflict) -> Refused:
    address = f"/review/conflicts/is-it-yours/{conflict.reference}/"
    sentence = f"{conflict.because} Say first whether it is yours, at {address}."
    return Refused(sentence, problems=[FieldProblem("", sentence, address)])


def _keep(user: User, subject: Claim | Study, found: Found) -> None:
    """Store what became of a conflict, once for each rule and outcome."""
    outcome, conflict = _OUTCOMES[found.effect], found.conflict
    known = _records_on(user, subject).filter(rule=conflict.rule, outcome=outcome)
    if not known.exists():
        record(user, subject, conflict.rule, outcome, conflict.because)


def record(
    user: User,
    subject: Claim | Study,
    rule: ConflictRule,
    outcome: ConflictOutcome,
    because: str,
    reason: str = "",
) -> ConflictRecord:
    """Store what became of a conflict; only inside an action."""
    kept = ConflictRecord(
        user=user,
        rule=rule,
        outcome=outcome,
        because=because,
        by=running().by,
        reason=reason,
        **_about(subject),
    )
    return save(kept)


def _records_on(user: User, subject: Claim | Study) -> QuerySet[ConflictRecord]:
    return ConflictRecord.objects.filter(user=user, **_about(subject))


def _about(subject: Claim | Study) -> dict[str, Claim | Study]:
    return {"claim" if isinstance(subject, Claim) else "study": subject}
