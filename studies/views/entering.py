"""Studies, references and results entered by hand, and results checked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from core.errors import NotAllowed, Refused
from core.navigation import page_asked_for
from studies.actions.references import add_reference
from studies.actions.results import check_result, enter_result
from studies.actions.studies import add_study
from studies.forms import ReferenceForm, ResultForm, StudyForm
from studies.models import Outcome, Reference, Result, Study


@login_required
def new_study(request):
    """Add a study by hand."""
    require(request.user, Permission.EDIT_STUDIES)
    form = StudyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        study = _done(form, add_study, by=request.user, **form.cleaned_data)
        if study:
            messages.success(request, "The study is stored; enter its results next.")
            return redirect(f"/studies/{study.pk}/")
    return _form_page(request, form, "Add a study")


@login_required
def new_reference(request):
    """Add a bibliographic record by hand."""
    require(request.user, Permission.EDIT_STUDIES)
    form = ReferenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reference = _done(form, add_reference, by=request.user, **form.as_given())
        if reference:
            messages.success(request, f"Stored as record {reference.pk}.")
            return redirect(f"/references/{reference.pk}/")
    return _form_page(request, form, "Add a reference")


@login_required
def new_result(request, study_id):
    """Enter one number of a study, or its direction, with where it was read."""
    require(request.user, Permission.ENTER_RESULTS)
    study = get_object_or_404(Study.objects.current(), pk=study_id)
    form = ResultForm(request.POST or None, instance=Result(study=study))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        result = _done(form, enter_result, study=study, by=request.user, **said)
        if result:
            messages.success(request, "The result is stored; somebody else checks it.")
            return redirect(page_asked_for(request) or f"/studies/{study.pk}/")
    context = {
        "study": study,
        "outcomes": Outcome.objects.current().order_by("name")[:200],
        "records": Reference.objects.current().order_by("-pk").only("pk", "title")[:50],
    }
    return _form_page(request, form, f"A result of {study.label}", **context)


@login_required
@require_POST
def check(request, result_id):
    """Confirm that a result stands so at its source."""
    result = get_object_or_404(Result, pk=result_id)
    try:
        check_result(result=result, by=request.user)
        messages.success(request, "Checked against its source.")
    except NotAllowed:
        raise
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    return redirect(f"/studies/{result.study_id}/#result-{result.pk}")


def _done(form, function, **given):
    """What an action returns; None where it refused, said on the form."""
    try:
        return function(**given)
    except NotAllowed:
        raise
    except Refused as refusal:
        form.add_error(None, refusal.sentence)
        return None


def _form_page(request, form, title, **context):
    status = 422 if form.is_bound else 200
    context |= {"form": form, "title": title, "next": page_asked_for(request)}
    return render(request, "studies/enter.html", context, status=status)
