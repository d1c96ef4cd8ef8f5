"""The page on which an outcome is put right, for all studies that measured it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect

from accounts.permissions import Permission, require
from core.navigation import page_asked_for
from core.pages import current_row, form_page, history_page, perform
from core.templatetags.footing import counted
from studies.models import Outcome, Result
from studies.results.actions import edit_outcome
from studies.results.forms import EditOutcomeForm


@login_required
def edit(request, outcome_id):
    """Change what is stated of an outcome; says first how many results it is of."""
    require(request.user, Permission.EDIT_STUDIES)
    outcome = current_row(Outcome.objects, outcome_id)
    form = EditOutcomeForm(
        request.POST or None, instance=outcome, initial={"revision": outcome.revision}
    )
    name = outcome.name
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, edit_outcome, form=form, outcome=outcome, **said):
            messages.success(request, "Stored.")
            history_of_it = f"/outcomes/{outcome.pk}/history/"
            return redirect(page_asked_for(request) or history_of_it)
    context = {
        "notes": _touched(outcome),
        "outcomes": Outcome.objects.current().exclude(pk=outcome.pk).order_by("name"),
    }
    return form_page(request, form, f"Edit the outcome {name}", **context)


def _touched(outcome):
    rows = Result.objects.current().filter(outcome=outcome)
    results, studies = rows.count(), rows.values("study").distinct().count()
    yield (
        f"It is the outcome of {counted(results, 'result,results')} in "
        f"{counted(studies, 'study,studies')}: what changes here changes for all."
    )
    if results:
        yield (
            "Which way it is better and its unit decide what a result shows: a verdict "
            "that rests on one is marked for review when they change."
        )


def history(request, outcome_id):
    """Every change of an outcome, newest first."""
    outcome = get_object_or_404(Outcome, pk=outcome_id)
    back = ("/studies/", "Outcomes of studies")
    return history_page(request, outcome, outcome.name, back)
