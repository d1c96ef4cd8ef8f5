"""Results entered by hand, and checked by somebody else."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from bibliography.models import Reference
from core.navigation import page_asked_for
from core.pages import form_page, perform
from studies.models import Outcome, Result, Study
from studies.results.actions import check_result, enter_result
from studies.results.forms import ResultForm

ENTER = "studies/results/enter.html"


@login_required
def new_result(request, study_id):
    """Enter one number of a study, or its direction, with where it was read."""
    require(request.user, Permission.ENTER_RESULTS)
    study = get_object_or_404(Study.objects.current(), pk=study_id)
    form = ResultForm(request.POST or None, instance=Result(study=study))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        result = perform(request, enter_result, form=form, study=study, **said)
        if result:
            messages.success(request, "The result is stored; somebody else checks it.")
            return redirect(page_asked_for(request) or f"/studies/{study.pk}/")
    context = {
        "back": (f"/studies/{study.pk}/", study.label),
        "outcomes": Outcome.objects.current().order_by("name")[:200],
        "records": first_records(),
    }
    return form_page(request, form, f"A result of {study.label}", ENTER, **context)


def first_records():
    """The newest records, to be offered where one is to be named."""
    return Reference.objects.current().order_by("-pk").only("pk", "title")[:50]


@login_required
@require_POST
def check(request, result_id):
    """Confirm that a result stands so at its source."""
    result = get_object_or_404(Result, pk=result_id)
    if perform(request, check_result, result=result):
        messages.success(request, "Checked against its source.")
    return redirect(f"/studies/{result.study_id}/#result-{result.pk}")
