"""Claims that mentions make and leave."""

from accounts.models import User
from articles.models import Mention
from claims.models import Claim, ClaimVersion
from core.actions import save
from core.referring import referring_to
from core.withdrawing import withdraw


def let_go(claim: Claim | None, *, by: User) -> None:
    """Drop a claim whose maker left it, and on which nothing stands any more.

    Removed where nothing ever stood on it; withdrawn where a version of it was kept,
    and the version of that follows from the feed of changes. If
    other mentions make it, it is the first one's from now on, and goes with that.
    """
    if claim is None:
        return
    naming = list(referring_to(Claim, [claim.pk]))
    heirs = [row for row in naming if isinstance(row, Mention)]
    if heirs:
        save(min(heirs, key=lambda mention: mention.pk), made_claim=claim)
    elif not naming:
        claim.delete()
    elif all(isinstance(row, ClaimVersion) for row in naming):
        withdraw(row=claim, by=by, reason="No mention of it is left.")
