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
from core.pages import perform
from evidence.claims.actions import merge_claims, unmerge_claims

MODEL = noun_of(Claim)


@login_required
def merge(request, claim_id):
    """Merge a claim into another that says the same in other words."""
    require(request.user, Permission.MERGE)
    claim = get_object_or_404(Claim.objects.current(), pk=claim_id)
    said = request.POST.get("into") or request.GET.get("into", "")
    into = _named(said, claim)
    if request.method == "POST" and into:
        reason = request.POST.get("reason", "").strip()
        if perform(request, merge_claims, merged=claim, into=into, reason=reason):
            messages.success(request, f"Claim {claim.pk} was merged into this one.")
            return redirect("claim", into.pk)
    near = Claim.objects.near_claims(claim.text, limit=6)
    context = {
        "claim": claim,
        "said": said,
        "into": into,
        "near": [one for one in near if one.pk != claim.pk],
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


def _named(said, claim):
    """The claim of a number somebody typed, if it stands and is another."""
    number = whole_number(said)
    others = Claim.objects.current().exclude(pk=claim.pk)
    return others.filter(pk=number).first() if number else None
