"""Claims that mentions make and leave."""

from accounts.models import User
from core.models import Change
from core.referring import referring_to, row_of
from core.withdrawing import withdraw
from evidence.actions.versions import make_version
from evidence.models import Claim, ClaimVersion

_MAKES_CLAIMS = ("accept_mention", "mark_claim")


def let_go(claim: Claim | None, *, by: User) -> None:
    """Drop a claim that accepting made and on which nothing stands any more.

    Removed where nothing ever stood on it; withdrawn where a version of it was kept.
    """
    if claim is None or not _was_made_by_accepting(claim):
        return
    naming = list(referring_to(Claim, [claim.pk]))
    if any(not isinstance(row, ClaimVersion) for row in naming):
        return
    if naming:
        why = "No mention of it is left."
        withdraw(row=claim, by=by, reason=why)
        make_version(claim=claim, cause=ClaimVersion.Cause.WITHDRAWAL, by=by, why=why)
    else:
        claim.delete()


def _was_made_by_accepting(claim: Claim) -> bool:
    model, number = row_of(claim)
    return Change.objects.filter(
        model=model,
        row_id=number,
        operation=Change.Operation.INSERT,
        context__metadata__action__in=_MAKES_CLAIMS,
    ).exists()
