"""The page on which a study's arms are entered and put right."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from accounts.permissions import Permission, require
from core.pages import ask, current_row, row_forms, sent_row, take_step
from studies.models import Study
from studies.studies.actions import add_arm, edit_arm, remove_arm
from studies.studies.forms import ArmForm, EditArmForm


@login_required
def arms(request, study_id):
    """The groups of people in a study: add one, change what is stated, take one off."""
    require(request.user, Permission.EDIT_STUDIES)
    study = current_row(Study.objects, study_id)
    do, refused = request.POST.get("do", ""), None
    if request.method == "POST":
        refused = take_step(request, STEPS, study, "an arm")
        if refused is None:
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
    return ask(request, form, add_arm, study=study, done="Stored.")


def _edit(request, study):
    form = sent_row(EditArmForm, _arms(study), request)
    return ask(request, form, edit_arm, arm=form.instance, done="Stored.")


def _remove(request, study):
    form = sent_row(EditArmForm, _arms(study), request)
    given = {"arm": form.instance, "done": "Stored."}
    return ask(request, form, remove_arm, "reason", "revision", **given)


STEPS = {"add": _add, "edit": _edit, "remove": _remove}
