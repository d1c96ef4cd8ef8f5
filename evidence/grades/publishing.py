"""Who may publish or take back a claim's latest verdict, and when."""

from collections.abc import Callable

from accounts.models import User
from accounts.permissions import Permission, can, require
from claims.models import Claim
from claims.words import Standing, Verdict
from core.errors import NotAllowed, Refused
from core.withdrawing import expect_current
from evidence.basis import changes_since
from evidence.claims.versions import newer_version
from evidence.judged import current_grades
from evidence.models import Grade

ANOTHER = "You judged this claim alone, so another editor publishes the verdict."


def latest(claim: Claim) -> Claim:
    """The claim as it reads by its latest verdict: the newer one where one waits."""
    return claim.as_judged_since() if claim.newer_standing else claim


def refuse_to_publish(claim: Claim, by: User) -> None:
    """Raise Refused or NotAllowed, saying why, unless they may publish the verdict."""
    expect_current(claim)
    given = latest(claim).given
    if given.standing == Standing.PUBLISHED:
        raise Refused("This claim is published already.")
    if given.verdict == Verdict.NOT_GRADED:
        raise Refused("This claim has no verdict yet.")
    if given.by_rule and not claim.newer_standing:
        raise Refused("Nothing was graded here, so there is no verdict to publish.")
    if why := needs_review_because(claim):
        raise Refused(f"The verdict needs review first: {why}")
    if judged_alone(claim, by):
        raise NotAllowed(ANOTHER)


def refuse_to_take_back(claim: Claim, by: User) -> None:
    """Raise Refused or NotAllowed, saying why, unless they may take the verdict back.

    By rule nothing was judged: only another base says otherwise.
    """
    expect_current(claim)
    given = latest(claim).given
    if given.verdict == Verdict.NOT_GRADED:
        raise Refused("This claim has no verdict to take back.")
    if given.standing == Standing.RULE and not claim.newer_standing:
        raise Refused(
            "This verdict follows from what is in the evidence base; begin a new "
            "version of that to change it."
        )
    if given.standing == Standing.PUBLISHED or not judged_alone(claim, by):
        require(by, Permission.WITHDRAW)


def may_publish(claim: Claim, user: User) -> bool:
    """Whether the latest verdict waits for this person to publish it."""
    return can(user, Permission.PUBLISH) and not refusal(refuse_to_publish, claim, user)


def may_take_back(claim: Claim, user: User) -> bool:
    """Whether this person may take the latest verdict back."""
    return user.is_authenticated and not refusal(refuse_to_take_back, claim, user)


def refusal(rule: Callable[[Claim, User], None], claim: Claim, person: User) -> str:
    """Why a rule refuses this person, in a sentence; empty where it does not."""
    try:
        rule(claim, person)
    except (NotAllowed, Refused) as refused:
        return refused.sentence
    return ""


def needs_review_because(claim: Claim) -> str:
    """What changed since the latest verdict was given; empty where nothing did."""
    if not claim.newer_standing:
        return claim.needs_review_why
    given_in = newer_version(claim)
    changes = changes_since(given_in, claim.as_judged_since()) if given_in else ()
    return " ".join(changes)


def judged_alone(claim: Claim, person: User) -> bool:
    """Whether the latest verdict is this one person's grade, and nobody else's."""
    grade = latest_grade(claim)
    alone = grade is not None and grade.round.wanted == 1
    return alone and grade.reviewer_id == person.pk


def latest_grade(claim: Claim) -> Grade | None:
    """The grade that the latest verdict rests on; None where it follows by rule."""
    return current_grades({claim.pk: latest(claim)}).get(claim.pk)
