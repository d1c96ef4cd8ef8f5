"""The page of a round on a study: what each judged, and what they agreed on."""

from django.shortcuts import get_object_or_404, render

from accounts.permissions import Permission, can
from accounts.rounds import how_many_are_in
from studies.appraisals.pages import ROUNDS
from studies.appraisals.rounds import APPRAISING
from studies.appraisals.showing import in_full


def appraisals(request, study_id, study_round_id):
    """A round's appraisals side by side once it is open; before, that it waits."""
    round = get_object_or_404(ROUNDS, pk=study_round_id, study=study_id)
    context = {
        "shown": in_full(round),
        "round": round,
        "n": how_many_are_in(APPRAISING, round, request.user),
        "may_appraise": can(request.user, Permission.APPRAISE),
    }
    return render(request, "studies/appraisals/round.html", context)
