"""One's saved searches: what is new in each, and its feed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import conditional_page, require_POST, require_safe

from accounts.access import always_open
from accounts.coming_in import may_come_in
from accounts.signing_in.second_factor import lacks_second_factor
from core.atom import CONTENT_TYPE
from core.errors import BadQuery
from core.numbers import whole_number
from core.pages import perform, take_step
from evidence.models import SavedSearch
from evidence.saved_searches.actions import (
    look_at_saved_search,
    make_feed,
    remove_saved_search,
    rename_saved_search,
    revoke_feed,
    save_search,
    seen_until,
)
from evidence.saved_searches.addresses import feed_address, saved_at
from evidence.saved_searches.feed import atom
from evidence.saved_searches.finding import found_by, newest, news_of
from evidence.saved_searches.forms import LookForm, NameForm, SaveForm


@login_required
@never_cache
def saved_searches(request):
    """One's saved searches, with how much is new in each; another is saved here."""
    sent = request.POST if request.method == "POST" else None
    asked = {"address": request.GET.get("at", ""), "name": _name_for(request)}
    form = SaveForm(sent, initial=asked, host=request.get_host())
    if sent and form.is_valid():
        given = {"searched": form.searched, "query": form.query}
        name = form.cleaned_data["name"]
        if perform(request, save_search, form=form, name=name, **given):
            messages.success(request, f"“{name}” is saved.")
            return redirect("saved-searches")
    until = seen_until().isoformat()
    saved = [(row, news_of(row)) for row in SavedSearch.objects.of(request.user)]
    context = {"form": form, "saved": saved, "until": until}
    template = "evidence/saved_searches/saved_searches.html"
    return render(request, template, context, status=422 if form.is_bound else 200)


def _name_for(request):
    """A name to begin with: the words that the search to be saved looks for."""
    return request.GET.get("name", "")[:120]


@login_required
@never_cache
def saved_search(request, saved_id):
    """What came last to one's saved search, what is new marked; or another name for it.

    Reading it is not to have seen it: its person says so, of what stood on the page.
    """
    until = seen_until()
    row = get_object_or_404(SavedSearch, pk=saved_id, user=request.user)
    seen = {"revision": row.revision}
    form = NameForm(request.POST or None, instance=row, initial=seen)
    if request.method == "POST" and form.is_valid():
        stored = SavedSearch.objects.get(pk=row.pk)  # the form has written on the other
        given = {"saved": stored, **form.cleaned_data}
        if perform(request, rename_saved_search, form=form, **given):
            return redirect("saved-searches")
    context = {"saved": row, "form": form, "until": until.isoformat()}
    context |= _found(row) | _feed_of(request, row)
    template = "evidence/saved_searches/saved_search.html"
    return render(request, template, context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def look(request, saved_id):
    """Note that a person has seen what their search found when its page was made."""
    row = get_object_or_404(SavedSearch, pk=saved_id, user=request.user)
    form = LookForm(request.POST)
    if form.is_valid():
        until = form.cleaned_data["until"]
        perform(request, look_at_saved_search, saved=row, until=until)
    return redirect("saved-searches")


def _found(row):
    try:
        found = newest(row)
    except BadQuery as problem:
        return {"problem": problem.sentence, "found": []}
    marked = [{"one": one, "is_new": one.is_new(row.looked_at)} for one in found]
    return {"found": marked, "any_new": any(each["is_new"] for each in marked)}


def _feed_of(request, row):
    address = feed_address(row)
    if not address:
        return {"feed": ""}
    return {"feed": request.build_absolute_uri(reverse("feed", args=[address]))}


@login_required
@require_POST
def remove(request, saved_id):
    """Remove one's saved search, and its feed with it."""
    row = get_object_or_404(SavedSearch, pk=saved_id, user=request.user)
    perform(request, remove_saved_search, saved=row)
    messages.success(request, f"“{row}” is removed.")
    return redirect("saved-searches")


@login_required
@require_POST
def set_feed(request, saved_id):
    """Give one's saved search a feed at a new address, or let the one it has go."""
    row = get_object_or_404(SavedSearch, pk=saved_id, user=request.user)
    take_step(request, _FEED_STEPS, row, "a feed")
    return redirect(reverse("saved-search", args=[row.pk]) + "#feed")


def _make(request, row):
    if perform(request, make_feed, saved=row, revision=_seen(request)):
        messages.success(request, "The feed has a new address.")


def _revoke(request, row):
    if perform(request, revoke_feed, saved=row, revision=_seen(request)):
        messages.success(request, "The feed’s address leads nowhere any more.")


def _seen(request):
    return whole_number(request.POST.get("revision"))


_FEED_STEPS = {"make": _make, "revoke": _revoke}


@always_open  # its address says whose it is, where all have to sign in too
@require_safe
@conditional_page
def feed(request, address):
    """A saved search as a feed, for who has its address and might read as its person.

    Looking at it moves no mark.
    """
    row = saved_at(address)
    if row is None or not may_come_in(row.user, request):
        raise Http404("There is no feed at this address.")
    if lacks_second_factor(row.user):
        raise Http404("There is no feed at this address.")
    found = found_by(row)
    site = request.build_absolute_uri("/").rstrip("/")
    here = request.build_absolute_uri(request.path)
    answer = HttpResponse(atom(row, found, site, here), content_type=CONTENT_TYPE)
    answer["Cache-Control"] = "private, max-age=300"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
