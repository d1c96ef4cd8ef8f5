"""The page on which a study's arms are entered and put right."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, require
from core.pages import perform, row_forms, sent_row
from studies.models import Study
from studies.studies.actions import add_arm, edit_arm, remove_arm
from studies.studies.forms import ArmForm, EditArmForm


@login_required
def arms(request, study_id):
    """The groups of people in a study: add one, change what is stated, take one off."""
    require(request.user, Permission.EDIT_STUDIES)
    study = get_object_or_404(Study.objects.current(), pk=study_id)
    do, refused = request.POST.get("do", ""), None
    if request.method == "POST":
        if do not in STEPS:
            raise Http404("There is nothing of that name to do with an arm.")
        refused = STEPS[do](request, study)
        if refused is None:
            messages.success(request, "Stored.")
            return redirect("study-arms", study.pk)
    context = {
        "study": study,
        "forms": row_forms(EditArmForm, _arms(study), refused),
        "add": refused if do == "add" else ArmForm(auto_id="new-%s"),
    }
    status = 422 if refused else 200
    return render(request, "studies/studies/arms.html", context, status=status)


def _arms(study):
    return study.arms.order_by("id")


# --- the steps: each returns its form where it was refused ---


def _add(request, study):
    form = ArmForm(request.POST, auto_id="new-%s")
    given = form.cleaned_data if form.is_valid() else None
    if given and perform(request, add_arm, form=form, study=study, **given):
        return None
    return form


def _edit(request, study):
    form = sent_row(EditArmForm, _arms(study), request)
    given = form.cleaned_data if form.is_valid() else None
    if given and perform(request, edit_arm, form=form, arm=form.instance, **given):
        return None
    return form


def _remove(request, study):
    form = sent_row(EditArmForm, _arms(study), request)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("reason", "revision")}
        if perform(request, remove_arm, form=form, arm=form.instance, **said):
            return None
    return form


STEPS = {"add": _add, "edit": _edit, "remove": _remove}
