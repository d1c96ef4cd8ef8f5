"""What this site says of itself, and the page on which its keeper writes it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render

from accounts.permissions import Permission, can, require
from claims.models import Correction
from core.pages import form_page, perform
from evidence.about.actions import write_site_text
from evidence.about.forms import TextForm
from evidence.about.models import SiteText
from evidence.about.words import Part

NEWEST = 5  # corrections on the page


def about(request):
    """Who runs this site, how it corrects itself, interests, contact, licence."""
    texts = {row.part: row for row in SiteText.objects.newest()}
    rows = Correction.objects.select_related("claim", "corrects", "corrected", "by")
    heavy = [f"{end}__{name}" for end in ("corrects", "corrected") for name in _HEAVY]
    context = {
        "parts": [(part, texts.get(part)) for part in Part],
        "corrections": rows.defer(*heavy).order_by("-pk")[:NEWEST],
        "may_write": can(request.user, Permission.KEEP_SITE),
    }
    return render(request, "evidence/about/about.html", context)


_HEAVY = ("facts", "basis")


def history(request, part):
    """All that a part ever said, the newest first."""
    part = _part(part)
    texts = SiteText.objects.filter(part=part).select_related("by").order_by("-pk")
    context = {"part": part, "texts": texts}
    return render(request, "evidence/about/history.html", context)


@login_required
def write(request, part):
    """Write a part anew; what it said before stays in its history."""
    require(request.user, Permission.KEEP_SITE)
    part = _part(part)
    stands = SiteText.objects.newest().filter(part=part).first()
    begins = {"text": stands.text if stands else "", "seen": stands.pk if stands else 0}
    form = TextForm(request.POST or None, initial=begins)
    if request.method == "POST" and form.is_valid():
        given = {"part": part, **form.cleaned_data}
        if perform(request, write_site_text, form=form, **given):
            messages.success(request, "Everybody reads it so from now on.")
            return redirect("about")
    return form_page(
        request,
        form,
        part.capitalised,
        notes=["It stands on this site’s page, dated and with your name."],
        back=("/about/", "About this site"),
    )


def _part(name):
    if name not in list(Part):
        raise Http404("This site says nothing under that name.")
    return Part(name)
