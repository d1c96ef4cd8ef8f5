"""The page on which a reviewer checks in a round; each change is kept as a draft."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.permissions import Permission, require
from accounts.round_pages import kept_out_page, why_not_kept
from articles.checks.desk import Desk, typed_in
from articles.checks.judging import keep_check_for_oneself, save_check, submit_check
from articles.checks.questions import CHECKING
from articles.checks.rounds import give_back_check_place, take_check_place
from articles.checks.support import what_is_judged
from articles.models import MentionRound
from core.errors import LostRace, NotAllowed, Refused
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pages import perform, step_of_form, take_step

ROUNDS = MentionRound.objects.select_related(
    *("mention__article", "mention__claim", "claim_version", "called_by"),
    *("citation__cited_work__study", "citation__cited_work__reference"),
)


@login_required
def check(request, mention_round_id):
    """Check in a round, blind until all are in."""
    require(request.user, Permission.CHECK_SUPPORT)
    round = get_object_or_404(ROUNDS, pk=mention_round_id)
    desk = Desk.of(round, request.user)
    if round.is_open and (request.method == "GET" or not desk.place):
        return redirect("mention-round", round.pk)
    if request.method == "POST" and request.POST.get("do") == "take":
        return take_step(request, {"take": _take}, desk, "a round")
    if desk.place is None or round.has_lapsed:
        return _closed(request, desk)
    if request.method == "POST":
        return _answer(request, desk)
    claim = round.mention.claim
    back = (f"/claims/{claim.pk}/", f"Claim {claim.pk}")
    told, at = desk.question.words, request.path
    judged = what_is_judged(round)
    if page := kept_out_page(request, judged, told, back, give_back_at=at):
        return page
    return _page(request, desk, desk.form())


def _closed(request, desk):
    """Why there is nothing to check; what is typed for a place that is gone is kept."""
    place = desk.place or desk.left
    if request.method == "POST" and place:
        keep = save_check if desk.place else keep_check_for_oneself
        if step_of_form(request) in ("save", "submit"):
            draft = typed_in(desk.form(request.POST))
            place = keep(round=desk.round, draft=draft, by=desk.user)
    if request.htmx and place:
        told = {"saved_at": timezone.now(), "revision": place.revision}
        told["gone"] = desk.closed_because
        return render(request, "articles/checks/_check_live.html", told)
    context = {"desk": Desk.of(desk.round, desk.user), "round": desk.round}
    template = "articles/checks/round_closed.html"
    status = 409 if request.method == "POST" else 200
    return render(request, template, context, status=status)


def _answer(request, desk):
    do = step_of_form(request)
    if do not in DO:
        raise Http404("There is nothing of that name to do with a check.")
    return DO[do](request, desk, desk.form(request.POST))


def _page(request, desk, form, *, not_saved="", status=200):
    context = {
        "desk": desk,
        "round": desk.round,
        "form": form,
        "not_saved": not_saved,
        "revision": desk.place.revision if desk.place else 0,
    }
    template = "articles/checks/round_check.html"
    return render(request, template, context, status=status)


# --- what a reviewer may do ---


def _take(request, desk):
    """Take a place that is on offer."""
    perform(request, take_check_place, round=desk.round)
    return redirect(request.get_full_path())


def _save(request, desk, form):
    """Keep the draft; the page goes on where it is."""
    status, told = 200, {}
    try:
        desk.place = save_check(
            round=desk.round,
            draft=typed_in(form),
            by=desk.user,
            revision=whole_number(request.POST.get("revision")),
        )
        told["saved_at"] = timezone.now()
    except (NotAllowed, Refused) as refusal:
        status = 409
        told["not_saved"] = why_not_kept(CHECKING, refusal, desk)
        told["is_race"] = isinstance(refusal, LostRace)
    if request.htmx:
        told["revision"] = desk.place.revision
        return render(request, "articles/checks/_check_live.html", told, status=status)
    if "not_saved" in told:
        return _page(request, desk, form, not_saved=told["not_saved"], status=status)
    messages.success(request, "Your draft is saved. Nobody else sees it.")
    return redirect(request.path)


def _submit(request, desk, form):
    """Hand the check in, or show what is wrong beside its field."""
    if not form.is_valid():
        return _page(request, desk, form, status=422)
    quoted = form.quoted_words() if hasattr(form, "quoted_words") else []
    try:
        submit_check(
            round=desk.round,
            said=form.cleaned_data,
            by=desk.user,
            revision=whole_number(request.POST.get("revision")),
        )
    except (NotAllowed, Refused) as refusal:
        status = 409 if isinstance(refusal, LostRace) else 422
        why = why_not_kept(CHECKING, refusal, desk)
        return _page(request, desk, form, not_saved=why, status=status)
    messages.success(request, " ".join([_told(desk), *quoted]))
    return redirect(page_asked_for(request) or f"/mention-rounds/{desk.round.pk}/")


def _give_back(request, desk, _form):
    """Have one's place on offer again; the draft stays one's own."""
    if perform(request, give_back_check_place, round=desk.round):
        messages.success(request, "Your place is free again; your draft stays yours.")
    return redirect(request.path)


DO = {"save": _save, "submit": _submit, "give_back": _give_back}


def _told(desk):
    desk.round.refresh_from_db()
    if not desk.blind:
        return "Your answer is stored."
    if desk.round.is_open:
        return "All checks are in and open. What differs is to be agreed on."
    return "Your check is in. You can’t see the others until all are in."
