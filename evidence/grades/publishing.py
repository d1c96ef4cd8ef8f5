"""Who may publish or take back a claim's latest verdict, and when."""

from collections.abc import Callable
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, can, require
from claims.models import Claim
from claims.words import Standing, Verdict
from core.dataclass_json import to_json
from core.errors import NotAllowed, Refused
from core.withdrawing import expect_current
from evidence.bases.counting import candidates_of, without_report
from evidence.basis import changes_since
from evidence.claims.review import review_because
from evidence.claims.versions import newer_version
from evidence.facts import facts_of
from evidence.judged import current_grades, judged_by
from evidence.method import lacks_reports
from evidence.models import Grade
from studies.models import Study

MOST_NAMED = 5  # people named in one sentence


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
    if unread := without_report_of(claim):
        raise Refused(lacks_reports([study.label for study in unread]))
    if judged_alone(claim, by):
        raise NotAllowed(
            "You judged this claim alone, so somebody else publishes the verdict: "
            f"{_others_who_may_publish(by)}."
        )


def without_report_of(claim: Claim) -> list[Study]:
    """The studies that keep the latest verdict back until a report is on file."""
    grade = latest_grade(claim)
    return without_report(candidates_of(grade.round.base)) if grade else []


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
    if can(by, Permission.WITHDRAW):
        return
    if given.standing == Standing.PUBLISHED or not judged_alone(claim, by):
        require(by, Permission.WITHDRAW)


def refuse_another_grade(claim: Claim, grade: Grade | None) -> None:
    """Raise Refused where a grade is meant that the latest verdict does not rest on."""
    if grade is not None and latest_grade(claim) != grade:
        raise Refused("The claim’s latest verdict does not rest on this grade.")


def standing_of(grade: Grade) -> str:
    """How the verdict that rests on a grade stands; empty where none does any more."""
    claim = grade.round.claim
    for read in (latest(claim), claim):
        if current_grades({claim.pk: read}).get(claim.pk) == grade:
            return str(read.standing)
    return ""


def _others_who_may_publish(person: User) -> str:
    others = User.objects.who_may(Permission.PUBLISH).exclude(pk=person.pk)
    names = others.values_list("display_name", flat=True)
    return " or ".join(names[:MOST_NAMED]) or "nobody else here has that role yet"


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


def facts_if_published(claim: Claim) -> dict[str, Any]:
    """The facts of the claim as it reads by its latest verdict."""
    rows = {claim.pk: latest(Claim.objects.for_facts().get(pk=claim.pk))}
    (facts,) = facts_of(rows, judged_by(rows))
    return to_json(facts)


def needs_review_because(claim: Claim) -> str:
    """What changed since the latest verdict was given; empty where nothing did.

    Asked now: the mark on the claim follows the feed of changes, and that by a while.
    """
    if not claim.newer_standing:
        return review_because(claim)
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
