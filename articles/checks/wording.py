"""Whether a mention's words fit the evidence, as a person judges it."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, refuse_kept_out, require
from articles.checks.alone import refuse_beside_a_round, refuse_unseen
from articles.checks.support import what_is_judged, words_of
from articles.models import Mention, MentionRound, WordingCheck
from claims.models import Claim, ClaimVersion
from claims.words import Verdict
from core.actions import action, save
from core.errors import Refused


@action
def check_wording(
    *,
    mention: Mention,
    answer: str,
    by: User,
    aspects: Sequence[str] = (),
    note: str = "",
    reason: str = "",
    state: int | None = None,
) -> WordingCheck:
    """Judge a mention's words against the claim's verdict as it stands now.

    The words and the version judged are kept; an earlier answer is superseded. A new
    verdict, or a new wording of the mention, asks again. Where several agreed on the
    earlier, ``reason`` says why; while a round is at it, it is refused. ``state`` is
    the mention's, as it was seen: see ``state_of``.
    """
    require(by, Permission.CHECK_SUPPORT)
    asked = MentionRound(mention=mention)
    refuse_kept_out(by, *what_is_judged(asked))
    refuse_unseen(mention, state)
    version = verdict_to_check(mention)
    refuse_beside_a_round(asked, reason)
    return let_wording_count(
        mention,
        by=by,
        claim_version=version,
        words_judged=words_of(mention),
        answer=answer,
        aspects=list(aspects),
        note=note,
    )


def verdict_to_check(mention: Mention) -> ClaimVersion:
    """The verdict that a mention's words are compared with; Refused without one."""
    if mention.claim is None:
        raise Refused("Only an accepted mention makes a claim to check it against.")
    version = mention.claim.versions.order_by("-number").first()
    if version is None or version.verdict == Verdict.NOT_GRADED:
        raise Refused("This claim has no verdict yet to check the words against.")
    return version


def let_wording_count(mention: Mention, **said: Any) -> WordingCheck:
    """Store the answer that counts in the place of the one before.

    Only inside an action. ``said`` are its columns.
    """
    for check in WordingCheck.objects.filter(mention=mention, superseded_at=None):
        save(check, superseded_at=timezone.now())
    return save(WordingCheck(mention=mention, **said))


def supersede_wording(of: Mention | Claim) -> None:
    """Let the checks of a mention's wording lapse, or of all a claim's mentions.

    And the rounds that make them. Only inside an action.
    """
    which = {"mention": of} if isinstance(of, Mention) else {"mention__claim": of}
    for check in WordingCheck.objects.filter(superseded_at=None, **which):
        save(check, superseded_at=timezone.now())
    for round in MentionRound.objects.on_wording().standing().filter(**which):
        save(round, lapsed_at=timezone.now())
