"""Rounds of checks: called on a mention, places taken and given.

``revision`` is that of the round, as the person saw it.
"""

from collections.abc import Iterable

from accounts.models import User
from accounts.permissions import Permission, can, refuse_kept_out, require
from accounts.rounds import (
    assign_in,
    called_on,
    fewer_in,
    refuse_to_call_off,
    replace_in,
)
from articles.checks.questions import CHECKING
from articles.checks.support import (
    refuse_not_cited,
    what_is_judged,
    words_of,
)
from articles.checks.wording import verdict_to_check
from articles.models import (
    Citation,
    CitationSupport,
    Mention,
    MentionAssignment,
    MentionRound,
    WordingCheck,
)
from core.actions import action, expect_revision
from core.errors import Refused
from core.rounds import refuse_too_many
from core.withdrawing import expect_current

LAPSED = (
    "The words, or the verdict they are compared with, have changed since this round "
    "was called, so it takes no more."
)


@action
def call_mention_round(
    *,
    mention: Mention,
    reviewers: Iterable[User],
    by: User,
    citation: Citation | None = None,
    wanted: int | None = None,
    names_hidden: bool = False,
    reason: str = "",
) -> MentionRound:
    """Call for independent checks of a mention.

    With ``citation`` they say whether the study cited says this, else whether the words
    fit the claim's verdict. All reviewers named have a place; where ``wanted`` says
    more, the others are on offer. Where it was checked before ``reason`` says why. A
    reviewer may call on themselves alone; calling on others is an editor's.
    """
    people, wanted = called_on(reviewers, wanted, by, Permission.CHECK_SUPPORT)
    refuse_too_many(wanted)
    _refuse_unaskable(mention, citation)
    asked = MentionRound(mention=mention, citation=citation)
    for person in people:
        refuse_to_check(person, asked)
    round = MentionRound(
        mention=mention,
        citation=citation,
        claim_version=None if citation else verdict_to_check(mention),
        words=words_of(mention),
        wanted=wanted,
        names_hidden=names_hidden,
        why=reason.strip(),
        called_by=by,
    )
    if _was_checked(round) and not reason.strip():
        raise Refused(
            "This was checked before: say why it is checked again.", field="reason"
        )
    CHECKING.call(round, people, by)
    return round


def _refuse_unaskable(mention: Mention, citation: Citation | None) -> None:
    """Raise Refused where a mention makes no claim, or does not cite this."""
    if mention.status != Mention.Status.ACCEPTED or mention.claim is None:
        raise Refused("Only an accepted mention makes a claim to check.")
    expect_current(mention.claim, mention.article)
    if citation is not None:
        refuse_not_cited(mention, citation)


def _was_checked(round: MentionRound) -> bool:
    """Whether anybody's answer to the same stands, or a round on it has opened."""
    if MentionRound.objects.of_same(round).standing().opened().exists():
        return True
    if round.citation:
        checks = CitationSupport.objects.filter(citation=round.citation)
    else:
        checks = WordingCheck.objects.all()
    return checks.filter(mention=round.mention, superseded_at=None).exists()


def refuse_to_check(person: User, asked: MentionRound, *, noting: bool = True) -> None:
    """Raise Refused, naming them, where a person may not answer what is asked."""
    if not can(person, Permission.CHECK_SUPPORT):
        raise Refused(
            f"{person} may not check citations and wording: that needs a reviewer.",
            field="reviewers",
        )
    refuse_kept_out(person, *what_is_judged(asked), noting=noting)


def refuse_lapsed(round: MentionRound) -> None:
    """Raise Refused where a round's words or verdict became others; waits for who."""
    rows = MentionRound.objects.select_for_update()
    round.refresh_from_db(fields=["lapsed_at"], from_queryset=rows)
    if round.has_lapsed:
        raise Refused(LAPSED)


@action
def call_off_mention_round(
    *, round: MentionRound, by: User, reason: str, revision: int | None = None
) -> None:
    """Take back a call before any check is in; drafts go with it.

    By whoever called, or an editor; of several not by one who judges in it, whom the
    answer would tell of the others. ``revision`` is that of one's own place.
    """
    refuse_to_call_off(CHECKING, round, by)
    CHECKING.call_off(round, by, revision)


@action
def take_check_place(
    *, round: MentionRound, by: User, reason: str = "", revision: int | None = None
) -> MentionAssignment:
    """Take one of the places on offer; whoever has one keeps it."""
    require(by, Permission.CHECK_SUPPORT)
    expect_revision(round, revision)
    refuse_to_check(by, round)
    refuse_lapsed(round)
    return CHECKING.take_place(round, by)


@action
def give_back_check_place(
    *, round: MentionRound, by: User, reason: str = "", revision: int | None = None
) -> MentionAssignment:
    """Have one's own place on offer again; not once one's check is in."""
    expect_revision(round, revision)
    return CHECKING.free_place(round, by)


@action
def assign_checker(
    *,
    round: MentionRound,
    reviewer: User,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> None:
    """Give a reviewer one of the places on offer."""
    refuse_lapsed(round)
    assign_in(
        CHECKING,
        round,
        reviewer,
        by,
        revision=revision,
        refuse_to_judge=lambda person: refuse_to_check(person, round),
    )


@action
def want_fewer_checks(
    *, round: MentionRound, by: User, reason: str, revision: int | None = None
) -> MentionRound:
    """Do without a place that nobody has, saying why; it opens where all are in."""
    refuse_lapsed(round)
    fewer_in(CHECKING, round, by, because=reason, revision=revision)
    return round


@action
def replace_checker(
    *,
    round: MentionRound,
    reviewer: User,
    by: User,
    reason: str,
    instead: User | None = None,
    revision: int | None = None,
) -> None:
    """Take a reviewer's place away whose check is not in, saying why.

    It goes to whoever comes ``instead``, and else is on offer.
    """
    replace_in(
        CHECKING,
        round,
        reviewer,
        by,
        because=reason,
        instead=instead,
        revision=revision,
        refuse_to_judge=lambda person: refuse_to_check(person, round),
    )
