"""Conflicts of interest: looked for, refused, noted, or let through by an editor."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from django.db.models import QuerySet

from accounts.models import User
from claims.models import Claim
from core.actions import running, save
from core.errors import FieldProblem, Refused
from evidence.models import ConflictRecord, ConflictSetting
from evidence.people.queries import Judged, read_for
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

    @property
    def blocks(self) -> bool:
        """Whether it keeps the person out."""
        return self.effect == ConflictEffect.BLOCKS


def effects() -> dict[ConflictRule, ConflictEffect]:
    """What each rule does on this site; one query."""
    made = ConflictSetting.objects.values_list("rule", "effect")
    changed = {ConflictRule(rule): ConflictEffect(effect) for rule, effect in made}
    return DEFAULT_EFFECTS | changed


def conflicts_of(user: User, subject: Claim | Study) -> list[Found]:
    """The conflicts of a person with a claim or study, as far as they matter here."""
    one = Judged.of(subject)
    return conflicts_with(user, [one]).get(one, [])


def conflicts_with(user: User, judged: Iterable[Judged]) -> dict[Judged, list[Found]]:
    """The conflicts of a person with some claims and studies, as far as they matter.

    A handful of queries, however many there are.
    """
    if not (asked := set(judged)):
        return {}
    person, subjects = read_for(user, asked)
    found = {one: conflicts_between(person, each) for one, each in subjects.items()}
    if not any(found.values()):
        return {}
    does = effects()
    allowed = _let_through(user)
    having = {
        one: [Found(each, _effect_on(one, each, does, allowed)) for each in conflicts]
        for one, conflicts in found.items()
    }
    nothing = ConflictEffect.NOTHING
    return {
        one: [each for each in some if each.effect != nothing]
        for one, some in having.items()
    }


def _effect_on(
    one: Judged,
    conflict: Conflict,
    does: Mapping[ConflictRule, ConflictEffect],
    allowed: Collection[tuple[Judged, str]],
) -> ConflictEffect:
    """What a conflict does; one that was let through is noted."""
    if (one, conflict.rule) in allowed:
        return ConflictEffect.WARNS
    return does[conflict.rule]


def _let_through(user: User) -> set[tuple[Judged, str]]:
    """What of a person's conflicts editors let through: with what, by which rule."""
    overrides = ConflictRecord.objects.overrides().filter(user=user)
    return {
        (Judged("claim", claim) if claim else Judged("study", study), rule)
        for claim, study, rule in overrides.values_list("claim", "study", "rule")
    }


def kept_out_of(user: User, judged: Iterable[Judged]) -> dict[Judged, str]:
    """Those of some claims and studies that a rule keeps a person from, and why."""
    return {
        one: _why_not(user, blocking[0].conflict)
        for one, found in conflicts_with(user, judged).items()
        if (blocking := [each for each in found if each.blocks])
    }


def refuse_conflict(
    user: User,
    subject: Claim | Study,
    *,
    noting: bool = True,
    acting: User | None = None,
) -> None:
    """Raise Refused where a conflict keeps a person from judging a claim or a study.

    In an action, of that person or of an editor who calls on them: to a name that may
    be theirs only they can answer, so that an editor's call does not wait for it. What
    was refused is kept though the action stores nothing; ``noting`` false, where others
    could tell from it who is at work, keeps no other conflicts. Beside an action, to
    know what would be refused, ``acting`` is who would act.
    """
    for found in conflicts_of(user, subject):
        conflict = found.conflict
        keep = partial(_keep, user, subject, found)
        is_theirs = user == (acting or running().by)
        if found.blocks:
            sentence = _why_not(user, conflict)
            address = _where_to_ask(subject) if is_theirs else ""
            problem = FieldProblem("reviewers", sentence, address)
            raise Refused(
                sentence, field="reviewers", problems=[problem], afterwards=keep
            )
        if found.effect == ConflictEffect.ASKS and is_theirs:
            raise _asked(conflict)
        if noting:
            keep()


def _why_not(user: User, conflict: Conflict) -> str:
    return (
        f"{user} may not judge this: {conflict.rule.label}. {conflict.because} An "
        "editor can let it through, with a reason, at /review/conflicts/."
    )


def _where_to_ask(subject: Claim | Study) -> str:
    """Where somebody asks an editor to let them judge something all the same."""
    return "/review/conflicts/on-{}/{}/".format(*Judged.of(subject))


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
        **about(subject),
    )
    return save(kept)


def _records_on(user: User, subject: Claim | Study) -> QuerySet[ConflictRecord]:
    return ConflictRecord.objects.filter(user=user, **about(subject))


def about(subject: Claim | Study) -> dict[str, Claim | Study]:
    """The column of a record that names what it is about."""
    return {"claim" if isinstance(subject, Claim) else "study": subject}
