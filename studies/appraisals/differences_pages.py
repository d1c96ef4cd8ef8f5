"""The page on which the appraisals of an opened round are settled, part by part."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from core.comparing import rows_of, settling_in, settling_of
from core.errors import LostRace, NotAllowed, Refused
from core.keeping import keep_form, kept_form
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pages import step_of_form
from studies.appraisals.actions import (
    agree_on_appraisal,
    may_settle,
    problems_of,
    refuse_to_settle,
)
from studies.appraisals.differences import Differences
from studies.appraisals.pages import ROUNDS


def differences(request, study_id, study_round_id):
    """The appraisals of a round side by side; who may settle it finds a form there."""
    rounds = ROUNDS.filter(study=study_id, wanted__gt=1).opened()
    shown = Differences(get_object_or_404(rounds, pk=study_round_id))
    if request.method == "POST":
        return _answer(request, shown)
    if shown.consensus:
        return _page(request, shown, settling_of(shown.parts, shown.consensus.settled))
    kept = kept_form(shown.round, request.user) if _may_settle(request, shown) else None
    said = kept.said if kept else {}
    return _page(request, shown, settling_of(shown.parts, said), kept=kept)


def _answer(request, shown):
    if not request.user.is_authenticated:
        raise NotAllowed("Sign in to settle a round.")
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
    return redirect("appraisal-differences", shown.round.study_id, shown.round.pk)


def _submit(request, shown, settling):
    """Hand in what they agreed on, or show all that is wrong with it."""
    problems = list(settling.problems())
    if not problems:
        found = problems_of(shown.round, shown.sheet(settling))
        problems = [(_part_of(one.field), one.sentence) for one in found]
    if problems:
        return _page(request, shown, settling, problems, 422)
    try:
        agree_on_appraisal(
            round=shown.round,
            form=shown.form(settling),
            by=request.user,
            settled=settling.as_json(),
            reason=shown.why(settling),
        )
    except Refused as refusal:
        status = 409 if isinstance(refusal, LostRace) else 422
        problems = [("", refusal.sentence)]
        return _page(request, shown, settling, problems, status)
    messages.success(request, "What you agreed on is stored; each one’s own stays.")
    here = f"/studies/{shown.round.study_id}/appraisals/{shown.round.pk}/"
    return redirect(page_asked_for(request) or here)


DO = {"save": _save, "submit": _submit}


def _part_of(field):
    """The part of the page that a field of the form is settled in."""
    kind, _, name = field.partition(".")
    parts = {"answers": "answer", "judgements": "judgement", "why": "judgement"}
    return f"{parts[kind]}-{name}" if kind in parts and name else ""


# --- what the page prints ---


def _page(request, shown, settling, problems=(), status=200, kept=None):
    differing, agreeing = rows_of(settling, shown.raters, problems)
    study, agreed = shown.round.study, shown.consensus
    context = {
        "title": f"{shown.shown.name}: {study.label}",
        "back": (f"/studies/{study.pk}/", study.label),
        "round": shown.round,
        "shown": shown.shown,
        "raters": shown.raters,
        "differing": differing,
        "agreeing": agreeing,
        "problems": problems,
        "settled_by": agreed and agreed.reviewer,
        "settled_at": agreed and agreed.submitted_at,
        **_outcome(request, shown, settling, kept),
    }
    template = "studies/appraisals/differences.html"
    return render(request, template, context, status=status)


def _outcome(request, shown, settling, kept=None, not_saved=""):
    """What the settling comes to so far, and how far it is kept."""
    return {
        "sheet": shown.sheet(settling),
        "domain_names": {one.id: one.name for one in shown.sheet(settling).domains},
        "settling": settling,
        "may_settle": _may_settle(request, shown),
        "outcome": "studies/appraisals/_settling_outcome.html",
        "revision": kept.revision if kept else _seen(request),
        "saved_at": kept and kept.kept_at if request.method == "POST" else None,
        "not_saved": not_saved,
    }


def _seen(request):
    """The state of the draft that the page was made of; 0 where there was none."""
    return whole_number(request.POST.get("revision")) or 0


def _may_settle(request, shown):
    return not shown.consensus and may_settle(shown.round, request.user)
