"""Rounds of grading: called, and opened when all judgements are in."""

from collections.abc import Iterable

from accounts.models import User
from accounts.permissions import Permission, can
from accounts.rounds import called_on, refuse_to_call_off
from claims.models import Claim
from core.actions import action
from core.errors import Refused
from core.rounds import RoundKind, refuse_too_many
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
from evidence.people.conflicts import refuse_conflict

GRADING = RoundKind(
    places=ClaimAssignment,
    judgements=Grade,
    parts=((GradeGroup, "grade"), (ItemReading, "grade")),
    noun="grade",
    verb="grade",
)
UNSETTLED = (
    "Several graded this evidence, and what they agree on is not settled yet: settle "
    "it, or have an editor call a new round, with a reason."
)


@action
def call_round(
    *,
    claim: Claim,
    base: EvidenceBase,
    reviewers: Iterable[User],
    by: User,
    wanted: int | None = None,
    names_hidden: bool = False,
    reason: str = "",
) -> ClaimRound:
    """Call for independent grades on the claim's newest frozen base.

    All reviewers named have a place; where ``wanted`` says more, the others are on
    offer. Whoever began to grade alone goes on in one of the places. After a round of
    several that opened it says why. A reviewer may call on themselves alone; calling on
    others is an editor's.
    """
    people, wanted = called_on(reviewers, wanted, by, Permission.GRADE)
    refuse_unjudgeable(claim)
    refuse_too_many(wanted)
    for person in people:
        refuse_to_judge(person, claim)
    _check_base(claim, base)
    round, begun = ClaimRound(claim=claim, base=base), None
    if wanted == 1 and round_to_settle(base):
        raise Refused(UNSETTLED)
    if wanted > 1:
        _refuse_again_without_a_reason(claim, reason)
        round, begun = _begun_alone(claim, people, wanted) or (round, None)
    round.wanted, round.names_hidden, round.called_by = wanted, names_hidden, by
    round.why = reason.strip() if wanted > 1 else ""
    GRADING.call(round, [person for person in people if person != begun], by)
    return round


def _refuse_again_without_a_reason(claim: Claim, reason: str) -> None:
    opened = ClaimRound.objects.filter(claim=claim, wanted__gt=1).opened()
    if opened.exists() and not reason.strip():
        raise Refused(
            "This claim was graded in a round before: say why it is graded again.",
            field="reason",
        )


def _begun_alone(
    claim: Claim, people: list[User], wanted: int
) -> tuple[ClaimRound, User] | None:
    """The round of one that somebody began and did not hand in, and who did."""
    waiting = ClaimRound.objects.filter(claim=claim, opened_at=None, wanted=1)
    round = waiting.select_for_update().first()
    if round is None:
        return None
    begun = round.assignments.select_related("reviewer").get().reviewer
    if begun not in people and len(people) == wanted:
        raise Refused(
            f"{begun} has begun to grade this claim: leave a place for them.",
            field="wanted",
        )
    return round, begun


def refuse_to_judge(person: User, claim: Claim) -> None:
    """Raise Refused, naming them, where a person may not grade a claim.

    The one place where a conflict of interest keeps somebody out of a round.
    """
    if not can(person, Permission.GRADE):
        raise Refused(
            f"{person} may not grade evidence: that needs a reviewer.",
            field="reviewers",
        )
    refuse_conflict(person, claim)


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


def round_to_settle(base: EvidenceBase) -> ClaimRound | None:
    """The round of several on a base that waits for its consensus, if one does.

    One person's grade would take its place, and what differs would stay unsettled.
    """
    return GRADING.unsettled(ClaimRound.objects.filter(base=base)).first()


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

    By whoever called, or an editor; of several not by one who judges in it, whom the
    answer would tell of the others. Drafts go with it; ``revision`` is that of one's
    own.
    """
    refuse_to_call_off(GRADING, round, by)
    GRADING.call_off(round, by, revision)


def last_judged(claim: Claim) -> str:
    """When a claim was last judged, as ISO text; empty where it never was."""
    moment = claim.newer_judged_at or claim.judged_at
    return moment.isoformat() if moment else ""
