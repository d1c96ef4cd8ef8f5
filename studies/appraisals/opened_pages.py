"""The page of a round on a study: whom it waits for, what was judged and agreed on."""

from django.shortcuts import redirect, render

from accounts.round_pages import waiting_round
from accounts.rounds import refuse_to_arrange
from core.forms import WhyForm
from core.pages import ask, take_step
from studies.appraisals.actions import may_settle
from studies.appraisals.call_forms import ReplacingForm, ReviewerForm
from studies.appraisals.pages import asked_round
from studies.appraisals.rounds import (
    APPRAISING,
    assign_appraiser,
    call_off_study_round,
    replace_appraiser,
    want_fewer_appraisals,
)
from studies.appraisals.showing import in_full


def appraisals(request, study_id, study_round_id):
    """A round's appraisals side by side once it is open; before, how it waits.

    An editor outside of it takes places away, or calls it off.
    """
    round = asked_round(study_id, study_round_id)
    refused = {}
    if request.method == "POST":
        refuse_to_arrange(
            APPRAISING, round, request.user
        )  # what a form refuses tells who is in
        if form := take_step(request, STEPS, round, "a round"):
            refused = {request.POST["do"]: form}
        elif request.POST["do"] == "call_off":
            return redirect("appraise-study", study_id)
        else:
            return redirect(request.path)
    context = {
        "shown": in_full(round),
        "round": round,
        "json": f"/api/v1/appraisals/?study={study_id}",
    }
    if round.is_open:
        context["may_settle"] = may_settle(round, request.user)
    else:
        context |= _waiting(request.user, round) | refused
    status = 422 if refused else 200
    return render(request, "studies/appraisals/round.html", context, status=status)


def _waiting(user, round):
    """What a person may know of a round that waits, and do about it."""
    told = waiting_round(APPRAISING, round, user, ReplacingForm)
    if "replace" in told:
        told["assign"] = ReviewerForm(auto_id="assign-%s")
        told["fewer"] = WhyForm(auto_id="fewer-%s")
    return told


# --- what an editor may do ---


def _replace(request, round):
    form = ReplacingForm(request.POST, round=round, auto_id="replace-%s")
    done = "The place is taken away. What they had filled in stays theirs."
    return ask(request, form, replace_appraiser, done=done, round=round)


def _assign(request, round):
    form = ReviewerForm(request.POST, auto_id="assign-%s")
    done = "The place is given."
    return ask(request, form, assign_appraiser, done=done, round=round)


def _fewer(request, round):
    form = WhyForm(request.POST, auto_id="fewer-%s")
    done = "The round does with one fewer."
    return ask(request, form, want_fewer_appraisals, done=done, round=round)


def _call_off(request, round):
    form = WhyForm(request.POST, auto_id="off-%s")
    done = "The round is called off."
    return ask(request, form, call_off_study_round, done=done, round=round)


STEPS = {
    "assign": _assign,
    "replace": _replace,
    "fewer": _fewer,
    "call_off": _call_off,
}
