"""Two claims that say the same: joined, and taken apart again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from claims.models import Claim
from core.merging import standing_merges
from core.models import Merge
from core.nouns import noun_of
from core.numbers import whole_number
from core.pages import current_row, perform
from evidence.claims.actions import merge_claims, unmerge_claims

MODEL = noun_of(Claim)
MOST = 10  # claims offered for some words


@login_required
def merge(request, claim_id):
    """Merge a claim into another that says the same in other words."""
    require(request.user, Permission.MERGE)
    claim = current_row(Claim.objects, claim_id)
    into = _named(request.POST.get("into") or request.GET.get("into"), claim)
    if request.method == "POST" and into:
        reason = request.POST.get("reason", "").strip()
        if perform(request, merge_claims, merged=claim, into=into, reason=reason):
            messages.success(request, f"Claim {claim.pk} was merged into this one.")
            return redirect("claim", into.pk)
    words = request.GET.get("q", "").strip()
    context = {
        "claim": claim,
        "into": into,
        "words": words,
        "found": _meant(words, claim),
        "merges": standing_merges(claim),
    }
    return render(request, "evidence/claims/claim_merge.html", context)


@login_required
@require_POST
def unmerge(request, merge_id):
    """Undo a merge of two claims, the newest first."""
    require(request.user, Permission.MERGE)
    row = get_object_or_404(Merge, pk=merge_id, model=MODEL)
    reason = request.POST.get("reason", "").strip() or "Two claims after all."
    if perform(request, unmerge_claims, merge=row, reason=reason):
        messages.success(request, f"Claim {row.merged_id} stands on its own again.")
        return redirect("claim", row.merged_id)
    return redirect("merge-claim", row.into_id)


def _meant(words, claim):
    """The other claims that words mean; without any, those worded like the claim."""
    rows = Claim.objects.current()
    found = rows.meant_by(words) if words else rows.near_claims(claim.text, MOST + 1)
    return [one for one in found[: MOST + 1] if one.pk != claim.pk][:MOST]


def _named(chosen, claim):
    """The claim that was chosen, if it stands and is another."""
    number = whole_number(chosen)
    others = Claim.objects.current().exclude(pk=claim.pk)
    return others.filter(pk=number).first() if number else None
