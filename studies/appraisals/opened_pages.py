"""The page of a round on a study: whom it waits for, what was judged and agreed on."""

from django.shortcuts import redirect, render

from accounts.round_pages import Arranging, waiting_round
from accounts.rounds import refuse_to_arrange
from core.pages import take_step
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

ARRANGING = Arranging(
    ReviewerForm,
    ReplacingForm,
    assign=assign_appraiser,
    replace=replace_appraiser,
    fewer=want_fewer_appraisals,
    call_off=call_off_study_round,
)


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
        if form := take_step(request, ARRANGING.steps, round, "a round"):
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
        told = waiting_round(APPRAISING, round, request.user, ARRANGING)
        context |= told | refused
    status = 422 if refused else 200
    return render(request, "studies/appraisals/round.html", context, status=status)
