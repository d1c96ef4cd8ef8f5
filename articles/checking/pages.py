"""Checking an article: anyone sees its audit, and nothing is stored until kept."""

from functools import partial

from django.conf import settings
from django.http import Http404
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.access import open_to_all
from accounts.models import User
from accounts.permissions import Permission, can, require
from articles.articles.actions import import_article
from articles.checking.audit import audited, draw_audit
from articles.checking.fetch_jobs import KIND as FETCHING
from articles.checking.fetch_jobs import fetch_for_check, take_fetched
from articles.checking.forms import CheckForm
from articles.checking.look_jobs import (
    MOST_WORDS,
    MOST_WORKS,
    findings_of,
    look_for_reviews,
    look_for_works,
)
from core.errors import Busy, Refused
from core.jobs import followed_by, label_of
from core.limits import turn, visitor_of
from core.models import Job


@open_to_all
@never_cache
def check_article(request):
    """Where an article is pasted or dropped; answers with its audit."""
    form = form_of(with_what_was_fetched(request))
    if not (request.method == "POST" and form.is_valid()):
        return form_page(request, form)
    key = form.cleaned_data["look"]
    try:
        drawn = drawn_in_turn(request, form, findings_of(followed_by(key)))
    except Refused as refusal:
        return form_page(request, form, refusal)
    return audit_page(request, form, drawn, key)


def with_what_was_fetched(request):
    """The request with the page that its key stands for, which is erased here."""
    if request.POST.get("fetched"):
        source = take_fetched(key=request.POST["fetched"], by=User.objects.system())
        request.POST = request.POST.copy()
        request.POST.update({"source": source, "source_name": "", "form": ""})
    return request


@open_to_all
@never_cache
def check_address(request):
    """Fetch the page of an address, to check it when it is there."""
    if request.method != "POST":
        return redirect("check")
    address = request.POST.get("address", "")
    try:
        key = fetch_for_check(
            url=address, by=User.objects.system(), limited_to=limited_to(request)
        )
    except Refused as refusal:
        keeps = can(request.user, Permission.KEEP_ARTICLES)
        more = {"address": address, "refused": refusal.sentence}
        return form_page(request, CheckForm(keeps=keeps), **more)
    return redirect("look", key)


@open_to_all
@never_cache
def look_for_cited(request):
    """Put a search for the cited works in line, and show the audit meanwhile."""
    if request.method != "POST":  # come back from signing in
        return redirect("check")
    form = form_of(request)
    if not form.is_valid():
        return form_page(request, form)
    try:
        drawn = drawn_in_turn(request, form, {})
    except Refused as refusal:
        return form_page(request, form, refusal)
    key, refused = "", None
    try:
        key = look_for_works(
            works=drawn.works,
            by=User.objects.system(),
            limited_to=limited_to(request),
        )
    except Refused as refusal:
        refused = refusal
    return audit_page(request, form, drawn, key, refused)


@never_cache
def look(request, key):
    """How far a visitor's search is; asked again while it runs."""
    job = followed_by(key)
    if job is None:
        raise Http404("There is no such search, or it was erased a day after it ended.")
    context = {
        "look": look_of(key, job),
        "findings": findings_of(job).values(),
        "words": job.arguments.get("words", ""),
        "reviews": job.result.get("reviews", []),
        "fetched": key if job.kind == FETCHING and job.state == Job.State.DONE else "",
    }
    if request.htmx:
        return render(request, "articles/checking/_check_look.html", context)
    answer = render(request, "articles/checking/check_look.html", context)
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@open_to_all
@never_cache
def reviews(request):
    """Look for systematic reviews by some words, which can be changed before."""
    words = request.POST.get("words", "") or request.GET.get("words", "")
    refused = ""
    if request.method == "POST":
        try:
            key = look_for_reviews(
                words=words, by=User.objects.system(), limited_to=limited_to(request)
            )
        except Refused as refusal:
            refused = refusal.sentence
        else:
            return redirect("look", key)
    context = {"words": words[:MOST_WORDS], "refused": refused, "most": MOST_WORDS}
    status = 422 if refused else 200
    return render(request, "articles/checking/reviews.html", context, status=status)


def look_of(key, job):
    """A search as a page shows it."""
    return {
        "key": key,
        "job": job,
        "label": label_of(job.kind),
        "is_open": job.state
        in (Job.State.QUEUED, Job.State.RUNNING, Job.State.WAITING),
        "says": job.result.get("says", []),
    }


def limited_to(request):
    """The network address of who may ask only so often; empty for a curator."""
    free = can(request.user, Permission.LOOK_UP_WORKS)
    return "" if free else visitor_of(request)


def drawn_in_turn(request, form, findings):
    """The audit of what was sent, drawn, in turn."""
    signed_in = request.user.is_authenticated
    draw = partial(draw_audit, signed_in=signed_in, token=get_token(request))
    return audited_in_turn(request, form, draw, findings)


def audited_in_turn(request, form, draw, findings):
    """What ``draw`` makes of the article that was sent, in turn."""
    sent = form.as_read()
    return in_turn(request, sent["data"], lambda: audited(draw, findings, **sent))


def in_turn(request, data, read):
    """What ``read`` makes of some bytes, in turn; a visitor's only up to a size.

    Anybody may send some.
    """
    limit = settings.CHECK_MAX_BYTES
    if len(data) > limit and not request.user.is_authenticated:
        raise Refused(
            f"There are {len(data):,} bytes; at most {limit:,} are read for somebody "
            "who has not signed in.",
            field="file",
        )
    with turn(visitor_of(request)):
        return read()


def audit_page(request, form, drawn, key="", refused=None):
    """The audit, with what looking for its works came to so far."""
    job = followed_by(key)
    context = {
        "drawn": drawn,
        "keeps": can(request.user, Permission.KEEP_ARTICLES),
        "again": form.again() | {"look": key},
        "look": look_of(key, job) if job else None,
        "may_look": job is None and drawn.works,
        "most_works": MOST_WORKS,
        "refused": refused.sentence if refused else "",
    }
    status = 200
    if refused:  # what was asked, or how often
        status = 422 if refused.field else 429
    return render(request, "articles/checking/check_audit.html", context, status=status)


@require_POST
def keep_article(request):
    """Store what was checked, or pasted, and go on to curate it."""
    require(request.user, Permission.KEEP_ARTICLES)
    form = form_of(request)
    if not form.is_valid():
        return form_page(request, form)
    try:
        with turn(visitor_of(request)):
            done = import_article(
                by=request.user, url=form.cleaned_data["url"], **form.as_read()
            )
    except Refused as refusal:
        return form_page(request, form, refusal)
    curates = can(request.user, Permission.CURATE_CLAIMS)
    return redirect("curate" if curates else "article", done.article.pk)


def form_of(request):
    """The form as it was sent, or an empty one."""
    keeps = can(request.user, Permission.KEEP_ARTICLES)
    if request.method != "POST":
        return CheckForm(keeps=keeps)
    return CheckForm(request.POST, request.FILES, keeps=keeps)


def add_refusal(request, form, refusal):
    """Say why it was refused beside what was sent, which stays to be sent again."""
    if isinstance(refusal, Busy):
        form.keep_file()
    field = refusal.field if refusal.field in form.fields else None
    if field == "file" and not request.FILES:
        field = "text"
    form.add_error(field, refusal.sentence)


def form_page(request, form, refusal=None, **more):
    """The form; with what was wrong, and what was typed, where it was refused."""
    if refusal:
        add_refusal(request, form, refusal)
    keeps = can(request.user, Permission.KEEP_ARTICLES)
    context = {"form": form, "keeps": keeps, **more}
    status = 422 if form.is_bound or more else 200
    status = 503 if isinstance(refusal, Busy) else status
    return render(
        request, "articles/checking/check_article.html", context, status=status
    )
