"""Which verdicts need review, since what they rest on changed."""

from collections.abc import Iterable

from accounts.models import User
from claims.claims.verdict import GIVEN
from claims.models import Claim
from claims.words import Verdict
from core.actions import action, save
from core.feed import read_feed
from core.jobs import JobRun
from core.models import Change
from core.nouns import noun_of
from evidence.basis import changes_since
from evidence.basis.watched import claims_touched
from evidence.claims.versions import judged_version, keep_withdrawals

READER = "needs_review"
CLAIM = noun_of(Claim)
AT_ONCE = 200  # claims in one action


@action
def review_claims(
    *, claims: Iterable[Claim], by: User, reason: str = ""
) -> list[Claim]:
    """Mark verdicts whose evidence changed, with the difference, and unmark others.

    The verdicts stay as they are, dated. Returns the claims whose mark changed.
    """
    return [claim for claim in claims if look_again(claim)]


def look_again(claim: Claim) -> bool:
    """Set whether a claim needs review and why; whether that changed anything.

    Only inside an action.
    """
    claim.refresh_from_db(fields=["needs_review", "needs_review_why", *GIVEN])
    because = review_because(claim)
    if claim.needs_review == bool(because) and claim.needs_review_why == because:
        return False
    save(claim, needs_review=bool(because), needs_review_why=because)
    return True


def review_because(claim: Claim) -> str:
    """What changed since the claim was judged, in words; empty if nothing did."""
    if claim.verdict == Verdict.NOT_GRADED:
        return ""
    judged = judged_version(claim)
    if judged is None or judged.basis is None:
        return ""
    return " ".join(changes_since(judged, claim))


# --- from the feed of changes ---


def run(job: JobRun) -> dict[str, int]:
    """Job kind ``needs_review``: read the feed on, and look at what it touched again.

    Claims that were withdrawn below get their version here.

    Idempotent; it resumes behind the last batch of changes it finished. Returns how
    many changes it read and how many claims' marks changed.
    """
    changed = 0

    def handle(changes: list[Change]) -> None:
        nonlocal changed
        keep_withdrawals({each.row_id for each in changes if each.model == CLAIM})
        touched = sorted(claims_touched(changes))
        for start in range(0, len(touched), AT_ONCE):
            some = Claim.objects.filter(pk__in=touched[start : start + AT_ONCE])
            why = "What it rests on changed."
            changed += len(review_claims(claims=some, by=job.by, reason=why))

    return {"read": read_feed(READER, handle), "changed": changed}
