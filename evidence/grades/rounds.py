"""Rounds of grading: called, and opened when all judgements are in."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, can, require
from claims.models import Claim
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.feed import announce_opened
from evidence.bases.actions import refuse_unjudgeable
from evidence.bases.freezing import cant_say_of, in_words
from evidence.basis import asked_otherwise
from evidence.judged import current_base
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    Grade,
    GradeGroup,
    ItemReading,
)


@action
def call_round(
    *,
    claim: Claim,
    base: EvidenceBase,
    reviewers: Iterable[User],
    by: User,
    reason: str = "",
) -> ClaimRound:
    """Call for one grade from each reviewer, on the claim's newest frozen base.

    A reviewer may call on themselves alone; calling on others is an editor's.
    """
    people = list(reviewers)
    alone = [person.pk for person in people] == [by.pk]
    require(by, Permission.GRADE if alone else Permission.OPEN_ROUNDS)
    refuse_unjudgeable(claim)
    _check_reviewers(people)
    _check_base(claim, base)
    round = save(ClaimRound(claim=claim, base=base, wanted=len(people), called_by=by))
    for person in people:
        save(ClaimAssignment(round=round, reviewer=person, assigned_by=by))
    return round


def _check_reviewers(people: list[User]) -> None:
    if not people:
        raise Refused("A round calls on at least one reviewer.")
    for person in people:
        if not can(person, Permission.GRADE):
            raise Refused(f"{person} may not grade evidence: that needs a reviewer.")


def _check_base(claim: Claim, base: EvidenceBase) -> None:
    newest = current_base(claim)
    if newest is None or not base.is_frozen:
        raise Refused("Only a frozen evidence base is graded; freeze it first.")
    if newest.pk != base.pk:
        raise Refused(f"Evidence base {newest.number} of this claim is newer.")
    refuse_another_question(base)
    nothing = cant_say_of(base)
    if nothing:
        raise Refused(f"There is nothing to grade. {in_words(nothing)}")


def refuse_another_question(base: EvidenceBase) -> None:
    """Raise Refused where the claim's question is not the one the base closed with."""
    if why := another_question(base):
        raise Refused(why)


def another_question(base: EvidenceBase) -> str:
    """What of a claim's question changed since the base was frozen; empty for nothing.

    What is graded is the question that the base was gathered for.
    """
    changed = asked_otherwise(base)
    if not changed:
        return ""
    return (
        "The claim’s question was changed since the base was frozen; copy the base and "
        f"freeze it anew. {' '.join(changed)}"
    )


@action
def call_off_round(
    *, round: ClaimRound, by: User, reason: str, revision: int | None = None
) -> None:
    """Take back a call before any grade is in, so that the claim is free again.

    By whoever called, or an editor. Drafts go with it; ``revision`` is that of one's
    own.
    """
    for place in round.assignments.filter(reviewer=by):
        expect_revision(place, revision)
    if round.called_by_id != by.pk:
        require(by, Permission.OPEN_ROUNDS)
    if round.is_open or grades_in(round).exists():
        raise Refused("A grade is in already, so the round goes on.")
    for place in round.assignments.all():
        place.delete()
    round.delete()


@action
def open_round(*, round: ClaimRound, by: User, reason: str = "") -> ClaimRound:
    """Make a round's judgements public, once all are in.

    Their changes enter the feed now; the earlier, hidden ones stay hidden.
    """
    if round.is_open:
        return round
    if grades_in(round).count() < round.wanted:
        raise Refused("The round opens when all its judgements are in.")
    save(round, opened_at=timezone.now())
    grades = Grade.unfiltered.filter(round=round)
    for rows in (
        ClaimAssignment.objects.filter(round=round),
        grades,
        GradeGroup.unfiltered.filter(grade__in=grades),
        ItemReading.unfiltered.filter(grade__in=grades),
    ):
        announce_opened(rows.model, rows.values_list("pk", flat=True))
    return round


def how_many_are_in(*, round: ClaimRound, user: User) -> int | None:
    """How many judgements are in, for those who may know; None for all others."""
    if not round.is_open and not can(user, Permission.SEE_ROUNDS):
        return None
    return grades_in(round).count()


def last_judged(claim: Claim) -> str:
    """When a claim was last judged, as ISO text; empty where it never was."""
    moment = claim.newer_judged_at or claim.judged_at
    return moment.isoformat() if moment else ""


def grades_in(round: ClaimRound | OuterRef) -> QuerySet[Grade]:
    """The reviewers' grades that are handed in, whether or not the round is open."""
    return Grade.unfiltered.filter(
        round=round, submitted_at__isnull=False, is_consensus=False
    )


def places_of(user: User) -> QuerySet[ClaimAssignment]:
    """A reviewer's own places in rounds, each with whether their grade is in.

    ``submitted`` says so; ``grade`` is that grade once its round has opened.
    """
    own = Grade.unfiltered.filter(
        round=OuterRef("round"),
        reviewer=user.pk,
        submitted_at__isnull=False,
        is_consensus=False,
    )
    opened = own.filter(round__opened_at__isnull=False)
    return ClaimAssignment.objects.filter(reviewer=user.pk).annotate(
        submitted=Exists(own), grade=Subquery(opened.values("pk")[:1])
    )
