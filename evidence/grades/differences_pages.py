"""The page on which the grades of an opened round are settled, part by part."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from core.comparing import rows_of, settling_in, settling_of
from core.errors import LostRace, NotAllowed, Refused
from core.keeping import keep_form, kept_form
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pages import step_of_form
from evidence.grades.actions import refuse_to_settle, submit_consensus
from evidence.grades.content import live_context
from evidence.grades.differences import Differences
from evidence.grades.problems import placed_problems
from evidence.models import ClaimRound


def differences(request, claim_id, round_id):
    """The grades of a round side by side; who may settle it finds a form there."""
    rounds = ClaimRound.objects.filter(claim=claim_id, wanted__gt=1).opened()
    round = get_object_or_404(rounds.select_related("claim", "base"), pk=round_id)
    shown = Differences(round, request.user)
    if request.method == "POST":
        return _answer(request, shown)
    if shown.consensus:
        return _page(request, shown, settling_of(shown.parts, shown.consensus.settled))
    kept = kept_form(round, request.user) if _may_settle(request, shown) else None
    said = kept.said if kept else {}
    return _page(request, shown, settling_of(shown.parts, said), kept=kept)


def _answer(request, shown):
    do = step_of_form(request)
    if do not in DO:
        raise Http404("There is nothing of that name to do with a round.")
    refuse_to_settle(shown.round, request.user)
    return DO[do](request, shown, settling_in(shown.parts, request.POST))


# --- what a person may do ---


def _save(request, shown, settling):
    """Keep the draft; the page goes on where it is."""
    kept, not_saved = None, ""
    try:
        kept = keep_form(
            row=shown.round,
            said=settling.as_json(),
            by=request.user,
            revision=whole_number(request.POST.get("revision")),
        )
    except LostRace as lost:
        kept, not_saved = lost.current, lost.sentence
    if request.htmx:
        context = _outcome(request, shown, settling, kept, not_saved)
        return render(request, "_settling.html", context)
    if not_saved:
        return _page(request, shown, settling, [("", not_saved)], 409, kept)
    messages.success(request, "Your draft is saved. Nobody else sees it.")
    return redirect("differences", shown.round.claim_id, shown.round.pk)


def _submit(request, shown, settling):
    """Hand in what they agreed on, or show all that is wrong with it."""
    problems = list(settling.problems())
    if not problems:
        form = shown.form(settling)
        found = placed_problems(shown.round.base, form)
        problems = [("", one.sentence) for one in found]
    if problems:
        return _page(request, shown, settling, problems, 422)
    try:
        submit_consensus(
            round=shown.round,
            form=form,
            by=request.user,
            settled=settling.as_json(),
            reason=shown.why(settling),
        )
    except Refused as refusal:
        status = 409 if isinstance(refusal, LostRace) else 422
        problems = [("", refusal.sentence)]
        return _page(request, shown, settling, problems, status)
    messages.success(request, "What you agreed on is the claim’s verdict now.")
    claim = reverse("claim", args=[shown.round.claim_id])
    return redirect(page_asked_for(request) or claim)


DO = {"save": _save, "submit": _submit}


# --- what the page prints ---


def _page(request, shown, settling, problems=(), status=200, kept=None):
    differing, agreeing = rows_of(settling, shown.raters, problems)
    claim, agreed = shown.round.claim, shown.consensus
    context = {
        "title": claim.text,
        "back": (f"/claims/{claim.pk}/", f"Claim {claim.pk}"),
        "round": shown.round,
        "raters": shown.raters,
        "grades": list(zip(shown.raters, shown.grades, strict=True)),
        "by_grade": shown.bench.by_grade,
        "differing": differing,
        "agreeing": agreeing,
        "problems": problems,
        "settled_by": agreed and agreed.reviewer,
        "settled_at": agreed and agreed.submitted_at,
        **_outcome(request, shown, settling, kept),
    }
    template = "evidence/grades/differences.html"
    return render(request, template, context, status=status)


def _outcome(request, shown, settling, kept=None, not_saved=""):
    """What the settling comes to so far, and how far it is kept."""
    live = live_context(shown.bench, shown.said_by(settling))
    return {
        **live,
        "settling": settling,
        "may_settle": _may_settle(request, shown),
        "outcome": "evidence/grades/_settling_outcome.html",
        "revision": kept.revision if kept else _seen(request),
        "saved_at": kept and kept.kept_at if request.method == "POST" else None,
        "not_saved": not_saved,
    }


def _seen(request):
    """The state of the draft that the page was made of; 0 where there was none."""
    return whole_number(request.POST.get("revision")) or 0


def _may_settle(request, shown):
    if shown.consensus or not request.user.is_authenticated:
        return False
    try:
        refuse_to_settle(shown.round, request.user)
    except (NotAllowed, Refused):
        return False
    return True
