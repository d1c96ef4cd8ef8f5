"""What stands beside a claim's facts on its page: said of it, and no part of it."""

from typing import Any

from django.db.models import Exists, OuterRef

from accounts.permissions import Permission, Visitor, can
from articles.models import Reply
from claims.models import Claim, ClaimQuerySet, Correction
from evidence.editing.models import SentBack

_HEAVY = tuple(
    f"{end}__{name}" for end in ("corrects", "corrected") for name in ("facts", "basis")
)


def with_what_is_said_since() -> ClaimQuerySet:
    """Claims loaded for their facts, with whether anything stands beside these."""
    own = OuterRef("pk")
    return Claim.objects.for_facts().annotate(
        was_corrected=Exists(Correction.objects.filter(claim=own)),
        was_answered=Exists(Reply.objects.current().filter(claim=own)),
        is_sent_back=Exists(SentBack.objects.waiting().filter(grade__round__claim=own)),
    )


def said_since(claim: Claim, user: Visitor) -> dict[str, Any]:
    """Corrections, replies and, for who judges or edits, what was sent back.

    ``claim`` is of ``with_what_is_said_since``: no query for what there is none of.
    """
    found: dict[str, Any] = {"may_withdraw": can(user, Permission.WITHDRAW)}
    if claim.was_corrected:
        rows = claim.corrections.select_related("corrects", "corrected", "by")
        found["corrections"] = rows.defer(*_HEAVY).order_by("-pk")
    if claim.was_answered:
        rows = claim.replies.current().select_related("outlet", "article")
        found["replies"] = rows.order_by("received_on", "pk")
    if claim.is_sent_back and can(user, Permission.GRADE):
        rows = SentBack.objects.waiting().filter(grade__round__claim=claim)
        found["sent_back"] = rows.select_related("by").first()
    return found
