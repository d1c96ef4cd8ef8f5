"""The pages on which an outlet's reply is printed, and taken back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from articles.models import Reply
from articles.replies.actions import print_reply, withdraw_reply
from articles.replies.forms import ReplyForm
from claims.models import Claim
from core.pages import current_row, form_page, perform

NOTES = (
    "It stands on the claim’s page and on the article’s, whole and in the outlet’s own "
    "words, with its source and day. The verdict stays as it is.",
)


@login_required
def new(request, claim_id):
    """Print what an outlet answered to what is said of a claim."""
    require(request.user, Permission.PUBLISH)
    claim = current_row(Claim.objects, claim_id)
    form = ReplyForm(request.POST or None).of(claim)
    if request.method == "POST" and form.is_valid():
        given = {"claim": claim, **form.cleaned_data}
        if perform(request, print_reply, form=form, **given):
            messages.success(request, "The reply is printed.")
            return redirect("claim", claim.pk)
    return form_page(
        request,
        form,
        "Print an outlet’s reply",
        notes=NOTES,
        button="Print it",
        back=(f"/claims/{claim.pk}/", claim.text),
    )


@require_POST
def take_back(request, reply_id):
    """Take a reply back that was printed in error."""
    row = get_object_or_404(Reply.objects.current(), pk=reply_id)
    reason = request.POST.get("reason", "")
    if perform(request, withdraw_reply, reply=row, reason=reason):
        messages.success(request, "The reply is taken back; its history stays.")
    return redirect("claim", row.claim_id)
