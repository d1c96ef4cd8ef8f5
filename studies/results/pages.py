"""Results entered by hand, and checked by somebody else."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, can, require
from bibliography.models import Reference
from core.navigation import page_asked_for
from core.pages import current_row, form_page, perform, withdrawn
from studies.figures import printed_in_words, result_in_words, which_in_words
from studies.models import Outcome, Result, Study
from studies.results.actions import answer_result, check_result, enter_result
from studies.results.forms import AnswersForm, ResultForm
from studies.results.in_full import computed_of, disagreements_of, stated_of

ENTER = "studies/results/enter.html"
RESULTS = Result.objects.select_related(
    *("study", "outcome", "arm_1", "arm_2", "compiled_from"),
    *("entered_by", "checked_by", "disputed_by", "withdrawn_by"),
)


@login_required
def new_result(request, study_id):
    """Enter one number of a study, or its direction, with where it was read."""
    require(request.user, Permission.ENTER_RESULTS)
    study = current_row(Study.objects, study_id)
    form = ResultForm(request.POST or None, instance=Result(study=study))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        result = perform(request, enter_result, form=form, study=study, **said)
        if result:
            stored = "The result is stored; somebody else checks it."
            messages.success(request, " ".join([stored, *form.quoted_words()]))
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


def result(request, result_id):
    """All that is stored of a result as printed, what is computed, what is asked."""
    row = get_object_or_404(RESULTS, pk=result_id)
    if row.merged_into_id:
        return redirect("result", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return _withdrawn(request, row)
    context = {
        "result": row,
        "which": which_in_words(row),
        "in_words": result_in_words(row),
        "printed": printed_in_words(row),
        "computed": computed_of(row),
        "parts": stated_of(row),
        "disagrees": disagreements_of(row),
        "may_enter": can(request.user, Permission.ENTER_RESULTS),
        "may_check": can(request.user, Permission.CHECK_RESULTS),
        "may_withdraw": can(request.user, Permission.WITHDRAW),
    }
    return render(request, "studies/results/result.html", context)


def _withdrawn(request, row):
    """The page of a withdrawn result: who, when, why, its history, and a way back."""
    context = {
        "instead": "Its history",
        "instead_href": reverse("result-history", args=[row.pk]),
    }
    is_own = request.user.is_authenticated and row.withdrawn_by == request.user
    if is_own or can(request.user, Permission.WITHDRAW):
        context["reinstate_href"] = reverse("reinstate-result", args=[row.pk])
    return withdrawn(request, row, f"A result of {row.study.label}", **context)


@login_required
@require_POST
def answer(request, result_id):
    """Say why a result's numbers stand so, though they do not agree."""
    row = current_row(Result.objects, result_id)
    form = AnswersForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["answers"]))
    elif perform(request, answer_result, result=row, **form.cleaned_data):
        messages.success(request, "Stored with the result.")
    return redirect("result", row.pk)


@login_required
@require_POST
def check(request, result_id):
    """Confirm that a result stands so at its source."""
    result = get_object_or_404(Result, pk=result_id)
    if perform(request, check_result, result=result):
        messages.success(request, "Checked against its source.")
    back = f"/studies/{result.study_id}/#result-{result.pk}"
    return redirect(page_asked_for(request) or back)
