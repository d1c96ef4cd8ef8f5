"""Many claims edited together, each whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from accounts.models import User
from accounts.permissions import Permission, require
from claims.models import Claim
from core.actions import action, whole_or_not
from core.errors import Refused
from evidence.claims.actions import ClaimChanges, edit_claim

MOST_CLAIMS = 100  # edited together


@dataclass(frozen=True)
class ClaimToEdit:
    """A claim, what changes of it, and the state of it that was seen."""

    claim: Claim
    changes: ClaimChanges
    revision: int | None = None


@dataclass
class Edited:
    """What became of the claims: changed, or refused, each by its number."""

    changed: list[int] = field(default_factory=list)
    refused: dict[int, Refused] = field(default_factory=dict)


@action
def edit_claims(*, claims: Sequence[ClaimToEdit], by: User, reason: str = "") -> Edited:
    """Edit claims together: each is a change of its own, and has its own history.

    One that is refused keeps no other from being changed.
    """
    require(by, Permission.CURATE_CLAIMS)
    if len(claims) > MOST_CLAIMS:
        raise Refused(
            f"These are {len(claims)} claims; at most {MOST_CLAIMS} are edited at once."
        )
    edited = Edited()
    # In one order, so that two who edit the same claims wait and lock nobody out.
    for row in sorted(claims, key=lambda each: each.claim.pk):
        how = {"claim": row.claim, "by": by, "reason": reason}
        try:
            with whole_or_not():
                edit_claim(**how, revision=row.revision, **row.changes)
            edited.changed.append(row.claim.pk)
        except Refused as refusal:
            edited.refused[row.claim.pk] = refusal
    return edited
