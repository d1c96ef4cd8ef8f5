"""Checking an article: anyone sees its audit, and nothing is stored until kept."""

from threading import BoundedSemaphore

from django.conf import settings
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.access import open_to_all
from accounts.permissions import Permission, can, require
from articles.articles.actions import import_article, read_for_keeping
from articles.checking.content import checked_article
from articles.checking.forms import CheckForm
from core.errors import Refused

# Reading takes a processor's whole time. So many visitors' articles are read at once in
# one process; its other threads go on answering pages.
TURNS = BoundedSemaphore(2)


@open_to_all
@never_cache
def check_article(request):
    """Where an article is pasted or dropped; answers with its audit."""
    form = form_of(request)
    if not (request.method == "POST" and form.is_valid()):
        return form_page(request, form)
    try:
        reading = read_in_turn(request.user, **form.as_read())
    except Refused as refusal:
        return form_page(request, form, refusal)
    context = {
        "checked": checked_article(reading),
        "keeps": can(request.user, Permission.KEEP_ARTICLES),
        "again": form.again() if request.user.is_authenticated else None,
    }
    return render(request, "articles/checking/check_audit.html", context)


def read_in_turn(user, *, data, **given):
    """Read an article; a visitor's only within limits, since anybody may send one."""
    if user.is_authenticated:
        return read_for_keeping(data, **given)
    limit = settings.CHECK_MAX_BYTES
    if len(data) > limit:
        raise Refused(
            f"The article has {len(data):,} bytes; at most {limit:,} are read for "
            "somebody who has not signed in.",
            field="file",
        )
    if not TURNS.acquire(timeout=1):
        raise Refused(
            "Other visitors’ articles are being read just now. Send yours again in a "
            "minute."
        )
    try:
        return read_for_keeping(data, **given)
    finally:
        TURNS.release()


@require_POST
def keep_article(request):
    """Store what was checked, or pasted, and go on to curate it."""
    require(request.user, Permission.KEEP_ARTICLES)
    form = form_of(request)
    if not form.is_valid():
        return form_page(request, form)
    try:
        done = import_article(
            by=request.user, url=form.cleaned_data["url"], **form.as_read()
        )
    except Refused as refusal:
        return form_page(request, form, refusal)
    return redirect("curate", done.article.pk)


def form_of(request):
    """The form as it was sent, or an empty one."""
    keeps = can(request.user, Permission.KEEP_ARTICLES)
    if request.method != "POST":
        return CheckForm(keeps=keeps)
    return CheckForm(request.POST, request.FILES, keeps=keeps)


def form_page(request, form, refusal=None):
    """The form; with what was wrong, and what was typed, where it was refused."""
    if refusal:
        field = refusal.field if refusal.field in form.fields else None
        if field == "file" and not request.FILES:
            field = "text"
        form.add_error(field, refusal.sentence)
    context = {"form": form, "keeps": can(request.user, Permission.KEEP_ARTICLES)}
    status = 422 if form.is_bound else 200
    return render(
        request, "articles/checking/check_article.html", context, status=status
    )
