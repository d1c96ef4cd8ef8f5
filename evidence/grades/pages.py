"""The page on which a reviewer grades a claim."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, require
from accounts.round_pages import kept_out_page, why_not_kept
from claims.models import Claim
from core.errors import LostRace, NotAllowed, Refused
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pages import perform, step_of_form
from evidence.bases.actions import refuse_unjudgeable
from evidence.grades.actions import (
    draft_alone,
    grade_alone,
    save_grade,
    submit_grade,
)
from evidence.grades.content import Bench, bench_context, live_context
from evidence.grades.draft import GradeForm
from evidence.grades.places import keep_for_oneself
from evidence.grades.rounds import GRADING, call_off_round
from evidence.method import Problem


@login_required
def grade(request, claim_id):
    """Grade a claim on its newest frozen base; each change is kept as a draft."""
    require(request.user, Permission.GRADE)
    claim = get_object_or_404(Claim, pk=claim_id)
    refuse_unjudgeable(claim)
    bench = Bench.of(claim, request.user)
    if bench.closed_because:
        return _closed(request, bench)
    if request.method == "POST":
        return _answer(request, bench)
    back = (f"/claims/{claim.pk}/", f"Claim {claim.pk}")
    of_several = bench.place and bench.round.wanted > 1
    at = reverse("rounds", args=[claim.pk]) if of_several else ""
    if page := kept_out_page(request, [claim], claim.text, back, give_back_at=at):
        return page
    return _page(request, bench, bench.drafted())


def _closed(request, bench):
    """Why there is nothing to grade; what is typed for a place that is gone is kept."""
    context = {"bench": bench}
    if request.method == "POST" and bench.left:
        said = bench.said_in(request.POST)
        if step_of_form(request) in ("save", "submit"):
            bench.left = keep_for_oneself(round=bench.round, draft=said, by=bench.user)
        if request.htmx:
            told = {"saved_at": timezone.now(), "gone": bench.closed_because}
            live = "evidence/grades/_grade_live.html"
            return render(request, live, told | live_context(bench, said))
    template = "evidence/grades/grade_closed.html"
    status = 409 if request.method == "POST" else 200
    return render(request, template, context, status=status)


def _answer(request, bench):
    do = step_of_form(request)
    if do not in DO:
        raise Http404("There is nothing of that name to do with a grade.")
    return DO[do](request, bench, bench.said_in(request.POST))


def _page(request, bench, said, problems=(), status=200):
    context = bench_context(bench, said, list(problems))
    return render(request, "evidence/grades/grade.html", context, status=status)


# --- what a reviewer may do ---


def _save(request, bench, said):
    """Keep the draft; the page goes on where it is."""
    status = 200
    try:
        _keep(request, bench, said)
        context = {"saved_at": timezone.now()}
    except (NotAllowed, Refused) as refusal:
        status = 409
        context = {"not_saved": why_not_kept(GRADING, refusal, bench)}
        context["is_race"] = isinstance(refusal, LostRace)
    if request.htmx:
        context |= live_context(bench, said)
        live = "evidence/grades/_grade_live.html"
        return render(request, live, context, status=status)
    if "not_saved" in context:
        return _page(request, bench, said, [Problem("", context["not_saved"])], status)
    messages.success(request, "Your draft is saved. Nobody else sees it.")
    return redirect("grade", bench.claim.pk)


def _submit(request, bench, said):
    """Hand the grade in, or show every problem beside its field."""
    try:
        _hand_in(request, bench, GradeForm.from_json(said))
    except (NotAllowed, Refused) as refusal:
        status = 409 if isinstance(refusal, LostRace) else 422
        found = getattr(refusal, "problems", ())
        placed = [Problem(one.field, one.sentence) for one in found]
        problems = placed or [Problem("", why_not_kept(GRADING, refusal, bench))]
        return _page(request, bench, said, problems, status)
    messages.success(request, _told(bench))
    return redirect(page_asked_for(request) or reverse("claim", args=[bench.claim.pk]))


def _start_over(request, bench, _said):
    """Drop the draft; a round that nobody else was asked to is called off with it."""
    of_round = {"round": bench.round, "revision": _seen(request)}
    if bench.round and bench.blind:
        perform(request, save_grade, draft={}, **of_round)
    elif bench.round:
        perform(request, call_off_round, reason="Started over.", **of_round)
    return redirect("grade", bench.claim.pk)


DO = {
    "save": _save,
    "submit": _submit,
    "start_over": _start_over,
}


def _keep(request, bench, said):
    """Store the draft, calling a round of one where none waits."""
    given = {"draft": said, "by": bench.user, "revision": _seen(request)}
    if bench.round is None:
        given["judged"] = request.POST.get("judged")
        bench.place = draft_alone(claim=bench.claim, base=bench.base, **given)
        bench.round = bench.place.round
    else:
        bench.place = save_grade(round=bench.round, **given)


def _hand_in(request, bench, form):
    given = {"form": form, "by": bench.user, "revision": _seen(request)}
    if bench.round is None:
        given |= {"base": bench.base, "judged": request.POST.get("judged")}
        bench.round = grade_alone(claim=bench.claim, **given).round
    else:
        submit_grade(round=bench.round, **given)


def _seen(request):
    """The state of the grade that the form was made for; 0 where there was none."""
    return whole_number(request.POST.get("revision"))


def _told(bench):
    bench.round.refresh_from_db()
    if not bench.blind:
        bench.claim.refresh_from_db()
        if bench.claim.newer_standing:
            return "Your grade stands as a draft under the published verdict."
        return "Your grade is the claim’s verdict now, as a draft by one reviewer."
    if bench.round.is_open:
        return "All grades are in and open. What you agree on will be the verdict."
    return "Your grade is in. You can’t see the others until all are in."
