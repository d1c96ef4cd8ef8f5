"""Whether a mention's words fit the evidence, as a person judges it."""

from collections.abc import Sequence

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, refuse_kept_out, require
from articles.checks.support import words_of
from articles.models import Mention, WordingCheck
from claims.models import Claim
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
) -> WordingCheck:
    """Judge a mention's words against the claim's verdict as it stands now.

    The words and the version judged are kept; an earlier answer is superseded. A new
    verdict, or a new wording of the mention, asks again.
    """
    require(by, Permission.CHECK_SUPPORT)
    claim = mention.claim
    if claim is None:
        raise Refused("Only an accepted mention makes a claim to check it against.")
    refuse_kept_out(by, claim)
    version = claim.versions.order_by("-number").first()
    if version is None or version.verdict == Verdict.NOT_GRADED:
        raise Refused("This claim has no verdict yet to check the words against.")
    supersede_wording(mention)
    return save(
        WordingCheck(
            mention=mention,
            claim_version=version,
            answer=answer,
            aspects=list(aspects),
            words_judged=words_of(mention),
            note=note,
            by=by,
        )
    )


def supersede_wording(of: Mention | Claim) -> None:
    """Let the checks of a mention, or of all a claim's mentions, lapse.

    Only inside an action.
    """
    which = {"mention": of} if isinstance(of, Mention) else {"mention__claim": of}
    for check in WordingCheck.objects.filter(superseded_at=None, **which):
        save(check, superseded_at=timezone.now())
