"""Claims that mentions make and leave."""

from django.utils import timezone

from accounts.models import User
from core.actions import save
from core.models import Change
from evidence.actions.standing import row_of, rows_naming
from evidence.models import Claim, ClaimVersion

_MAKES_CLAIMS = ("accept_mention", "mark_claim")


def let_go(claim: Claim | None, *, by: User) -> None:
    """Drop a claim that accepting made and on which nothing stands any more.

    Removed where nothing ever stood on it; withdrawn where a version of it was kept.
    """
    if claim is None or not _was_made_by_accepting(claim):
        return
    naming = list(rows_naming(Claim, [claim.pk]))
    if any(not isinstance(row, ClaimVersion) for row in naming):
        return
    if naming:
        save(
            claim,
            withdrawn_at=timezone.now(),
            withdrawn_by=by,
            withdrawn_reason="No mention of it is left.",
        )
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
