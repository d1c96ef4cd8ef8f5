"""The pages on which a reviewer appraises a study or one of its results."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.permissions import Permission, can, require
from accounts.round_pages import kept_out_page, why_not_kept
from core.errors import LostRace, NotAllowed, Refused
from core.navigation import page_asked_for
from core.numbers import whole_number
from core.pages import current_row, perform, step_of_form, take_step
from studies.appraisals.actions import problems_of, save_appraisal, submit_appraisal
from studies.appraisals.call_forms import CallForm
from studies.appraisals.calling import targets_of
from studies.appraisals.content import Desk, live_context, page_context
from studies.appraisals.draft import Problem
from studies.appraisals.forms import said_in
from studies.appraisals.rounds import (
    APPRAISING,
    call_off_study_round,
    call_study_round,
    give_back_study_place,
    keep_appraisal_for_oneself,
    take_study_place,
)
from studies.models import Study, StudyRound

ROUNDS = StudyRound.objects.select_related(
    *("study", "result__study", "result__outcome"),
    *("result__arm_1", "result__arm_2", "called_by"),
)


def asked_round(study_id, study_round_id, rounds=ROUNDS):
    """The round of an address; where its study was merged, that leads on."""
    round = rounds.filter(pk=study_round_id, study=study_id).first()
    if round is None:
        current_row(Study.objects, study_id)
        raise Http404("There is no such round on this study.")
    return round


@login_required
def start(request, study_id):
    """Choose what of a study is appraised, by which instrument, and by whom."""
    require(request.user, Permission.APPRAISE)
    study = current_row(Study.objects, study_id)
    form = CallForm(study, request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.said()
        round = perform(request, call_study_round, form=form, study=study, **said)
        if round:
            return redirect(_after_calling(request, round, said["reviewers"]))
    targets = targets_of(study, request.user)
    for target in targets:
        if form.is_bound and target.key == request.POST.get("result", ""):
            target.said = request.POST
    context = {
        "study": study,
        "form": form,
        "targets": targets,
        "may_call": can(request.user, Permission.OPEN_ROUNDS),
    }
    status = 422 if form.is_bound else 200
    return render(request, "studies/appraisals/start.html", context, status=status)


def _after_calling(request, round, reviewers):
    """On to the form for whoever called on themselves; else back to the study."""
    if request.user in reviewers:
        return f"/studies/{round.study_id}/appraise/{round.pk}/"
    messages.success(request, "The round is called.")
    return f"/studies/{round.study_id}/appraisals/{round.pk}/"


@login_required
def appraise(request, study_id, study_round_id):
    """Appraise in a round; each change is kept as a draft, one's own alone."""
    require(request.user, Permission.APPRAISE)
    round = asked_round(study_id, study_round_id)
    if round.is_open and request.method == "GET":
        return redirect("appraisals", study_id, study_round_id)
    desk = Desk.of(round, request.user)
    if request.method == "POST" and request.POST.get("do") == "take":
        return take_step(request, {"take": _take}, desk, "a round")
    try:
        desk.instrument  # noqa: B018  it may be of a version that is gone
    except Refused as refusal:
        return _closed(request, desk, refusal.sentence)
    if desk.place is None and not round.is_open:
        return _left(request, desk)
    if request.method == "POST":
        return _answer(request, desk)
    back = (f"/studies/{study_id}/", round.study.label)
    title = f"Appraise {round.study.label}"
    at = request.path if desk.place else ""
    if page := kept_out_page(request, [round.study], title, back, give_back_at=at):
        return page
    return _page(request, desk, desk.drafted())


def _closed(request, desk, why, *, left=None, status=200):
    context = {"desk": desk, "round": desk.round, "why": why, "left": left}
    template = "studies/appraisals/closed.html"
    return render(request, template, context, status=status)


def _left(request, desk):
    """No place, or none any more: what is typed for one that is gone is kept."""
    left = desk.round.assignments.filter(reviewer=desk.user).first()
    if left is None or request.method != "POST":
        return _closed(request, desk, "", left=left)
    form = said_in(request.POST, desk.instrument, desk.round.variant)
    if step_of_form(request) in ("save", "submit"):
        kept = {"draft": form.as_json(), "by": desk.user}
        left = keep_appraisal_for_oneself(round=desk.round, **kept)
    if request.htmx:
        context = {"saved_at": timezone.now(), **live_context(desk, form)}
        context["gone"] = f"Your place is gone{_because(left)}. This is kept for you."
        return render(request, "studies/appraisals/_live.html", context)
    return _closed(request, desk, "", left=left, status=409)


def _because(left):
    return f": {left.left_because.rstrip('.')}" if left.left_because else ""


def _answer(request, desk):
    do = step_of_form(request)
    if do not in DO:
        raise Http404("There is nothing of that name to do with an appraisal.")
    return DO[do](
        request, desk, said_in(request.POST, desk.instrument, desk.round.variant)
    )


def _page(request, desk, form, problems=(), status=200):
    context = page_context(desk, form, list(problems))
    return render(request, "studies/appraisals/appraise.html", context, status=status)


# --- what a reviewer may do ---


def _take(request, desk):
    """Take a place that is on offer."""
    perform(request, take_study_place, round=desk.round)
    return redirect(request.get_full_path())


def _save(request, desk, form):
    """Keep the draft; the page goes on where it is."""
    status, context = 200, {}
    try:
        desk.place = save_appraisal(
            round=desk.round,
            draft=form.as_json(),
            by=desk.user,
            revision=whole_number(request.POST.get("revision")),
        )
        context["saved_at"] = timezone.now()
    except (NotAllowed, Refused) as refusal:
        status = 409
        context["not_saved"] = why_not_kept(APPRAISING, refusal, desk)
        context["is_race"] = isinstance(refusal, LostRace)
    if request.htmx:
        context |= live_context(desk, form)
        live = "studies/appraisals/_live.html"
        return render(request, live, context, status=status)
    if "not_saved" in context:
        return _page(request, desk, form, [Problem("", context["not_saved"])], status)
    messages.success(request, "Your draft is saved. Nobody else sees it.")
    return redirect(request.path)


def _submit(request, desk, form):
    """Hand the appraisal in, or show every problem beside its field."""
    problems = problems_of(desk.round, desk.sheet(form))
    if problems:
        return _page(request, desk, form, problems, 422)
    try:
        submit_appraisal(
            round=desk.round,
            form=form,
            by=desk.user,
            revision=whole_number(request.POST.get("revision")),
        )
    except (NotAllowed, Refused) as refusal:
        status = 409 if isinstance(refusal, LostRace) else 422
        why = Problem("", why_not_kept(APPRAISING, refusal, desk))
        return _page(request, desk, form, [why], status)
    messages.success(request, _told(desk))
    return redirect(page_asked_for(request) or f"/studies/{desk.round.study_id}/")


def _start_over(request, desk, _form):
    """Drop the draft; a round that nobody else was asked to is called off with it."""
    seen = whole_number(request.POST.get("revision"))
    of_round = {"round": desk.round, "revision": seen}
    if desk.blind:
        perform(request, save_appraisal, draft={}, **of_round)
        return redirect(request.path)
    perform(request, call_off_study_round, reason="Started over.", **of_round)
    return redirect(f"/studies/{desk.round.study_id}/appraise/")


def _give_back(request, desk, _form):
    """Have one's place on offer again; the draft stays one's own."""
    if perform(request, give_back_study_place, round=desk.round):
        messages.success(request, "Your place is free again; your draft stays yours.")
    return redirect(request.path)


DO = {
    "save": _save,
    "submit": _submit,
    "start_over": _start_over,
    "give_back": _give_back,
}


def _told(desk):
    desk.round.refresh_from_db()
    if not desk.blind:
        return "Your appraisal is in, and open."
    if desk.round.is_open:
        return "All appraisals are in and open. What differs is to be agreed on."
    return "Your appraisal is in. You can’t see the others until all are in."
