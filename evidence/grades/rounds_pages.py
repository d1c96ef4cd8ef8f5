"""The page of a claim's rounds: called, places taken and given, and what opened."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.permissions import Permission, can
from accounts.round_pages import Arranging
from claims.models import Claim
from core.navigation import page_asked_for
from core.pages import ask, current_row, perform, take_step
from evidence.bases.actions import refuse_unjudgeable
from evidence.grades.places import (
    assign,
    give_back_place,
    replace_reviewer,
    take_place,
    want_fewer,
)
from evidence.grades.round_content import Running, past_rounds
from evidence.grades.round_forms import (
    CallForm,
    ReplacingForm,
    ReviewerForm,
)
from evidence.grades.rounds import call_off_round, call_round
from evidence.judged import current_base

ARRANGING = Arranging(
    ReviewerForm,
    ReplacingForm,
    assign=assign,
    replace=replace_reviewer,
    fewer=want_fewer,
    call_off=call_off_round,
)


def rounds(request, claim_id):
    """A claim's rounds of several; who may call one or take a place does it here."""
    claim = current_row(Claim.objects, claim_id)
    running = Running.of(claim, request.user)
    refused = {}
    if request.method == "POST":
        refused = _step(request, running)
        if not refused:
            here = reverse("rounds", args=[claim.pk])
            return redirect(page_asked_for(request) or here)
    context = {
        "claim": claim,
        "running": running,
        "past": past_rounds(claim),
        "base": current_base(claim),
        **_forms(request, running, refused),
    }
    status = 422 if refused else 200
    return render(request, "evidence/grades/rounds.html", context, status=status)


def _forms(request, running, refused):
    """The forms of what this person may do now; one that was refused as it was sent."""
    forms = {}
    if running.round is None:
        if can(request.user, Permission.OPEN_ROUNDS):
            forms["call"] = CallForm()
    elif running.may_arrange:
        forms |= ARRANGING.forms(running.round)
    return forms | refused


def _step(request, running):
    """Take the step that was sent; the form by its name where it was refused."""
    form = take_step(request, STEPS, running, "rounds")
    return {request.POST["do"]: form} if form else {}


# --- what a person may do ---


def _call(request, running):
    refuse_unjudgeable(running.claim)
    return ask(
        request,
        CallForm(request.POST),
        call_round,
        done="The round is called.",
        claim=running.claim,
        base=current_base(running.claim),
    )


def _in_round(step):
    """A step in the round that runs; said where none does any more."""

    def take(request, running):
        if running.round is None:
            messages.error(request, "This round has opened, or was called off.")
            return None
        return step(request, running.round)

    return take


def _plain(action, done):
    @_in_round
    def take(request, round):
        if perform(request, action, round=round) is not None:
            messages.success(request, done)

    return take


STEPS = {
    "call": _call,
    "take": _plain(take_place, "You have a place. Grade when you are ready."),
    "give_back": _plain(
        give_back_place, "Your place is on offer again. Your draft stays your own."
    ),
    **{name: _in_round(step) for name, step in ARRANGING.steps.items()},
}
