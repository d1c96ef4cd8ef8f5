"""All corrections, as a page and as a feed, and the page on which one is made."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.permissions import Permission, require
from claims.models import Claim, Correction
from core.atom import CONTENT_TYPE, Feed
from core.list_pages import Order, list_page
from core.pages import current_row, form_page, perform
from evidence.corrections.api import CorrectionFilter
from evidence.corrections.forms import ChosenCorrectionForm
from evidence.grades.actions import correct as correct_claim

ORDERS = (Order("newest", "Newest", "-pk"),)
IN_FEED = 50
NOTES = (
    "Say openly what was wrong, so that whoever read it learns of it. Mend it first: "
    "put the claim in other words, or have it graded again and publish that.",
    "Everybody sees the correction, dated and with your name: on the claim’s page and "
    "in its history, among all corrections, and in their feed.",
)


def corrections(request):
    """All corrections, the newest first."""
    shown = list_page(
        request,
        Correction.objects.select_related("claim", "corrects", "corrected", "by").defer(
            "corrects__facts", "corrects__basis", "corrected__facts", "corrected__basis"
        ),
        filterset=CorrectionFilter,
        orders=ORDERS,
        collection="corrections",
    )
    context = {"list": shown}
    return render(request, "evidence/corrections/corrections.html", context)


def feed(request):
    """The newest corrections as Atom."""
    page = request.build_absolute_uri(reverse("corrections"))
    made = Feed(
        title="Corrections",
        link=page,
        feed_url=request.build_absolute_uri(),
        description="What was wrong in claims kept here, and when it was mended.",
    )
    rows = Correction.objects.select_related("claim", "by").annotate(
        number=F("corrected__number")
    )
    for row in rows.order_by("-pk")[:IN_FEED]:
        address = reverse("claim-version", args=[row.claim_id, row.number])
        made.add_item(
            title=row.claim.text,
            link=request.build_absolute_uri(address),
            description=f"{row.what} {row.why}",
            author_name=row.by.display_name,
            pubdate=row.created_at,
            updateddate=row.created_at,
            unique_id=f"{page}#correction-{row.pk}",
        )
    return HttpResponse(made.as_bytes(), content_type=CONTENT_TYPE)


@login_required
def correct(request, claim_id):
    """Say openly what was wrong in a version of a claim."""
    require(request.user, Permission.PUBLISH)
    claim = current_row(Claim.objects, claim_id)
    form = ChosenCorrectionForm(claim, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        given = {"claim": claim, "corrects": said.pop("corrects"), **said}
        if perform(request, correct_claim, form=form, **given):
            messages.success(request, "The correction is published.")
            return redirect("claim", claim.pk)
    return form_page(
        request,
        form,
        "Correct this claim",
        notes=NOTES,
        button="Publish the correction",
        back=(f"/claims/{claim.pk}/", claim.text),
    )
