"""Fetching an article from its address."""

from django.shortcuts import render

from accounts.permissions import Permission, require
from core.errors import Refused
from evidence.actions.fetching import fetch_article
from evidence.forms.fetching import FetchForm
from evidence.views.jobs import to_job


def fetch(request):
    """The form for an address; sent, it starts the job and leads to its page."""
    require(request.user, Permission.KEEP_ARTICLES)
    if request.method != "POST":
        form = FetchForm(initial={"url": request.GET.get("url", "")})
        return render(request, "evidence/fetch.html", {"form": form})
    form = FetchForm(request.POST)
    if form.is_valid():
        try:
            return to_job(fetch_article(url=form.cleaned_data["url"], by=request.user))
        except Refused as refusal:
            form.add_error("url", refusal.sentence)
    return render(request, "evidence/fetch.html", {"form": form}, status=422)
