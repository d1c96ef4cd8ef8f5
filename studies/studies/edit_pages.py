"""Pages on which a study is put right, and its history."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect

from accounts.permissions import Permission, require
from core.pages import current_row, form_page, history_page, perform
from studies.models import Arm, Inclusion, Report, Study
from studies.studies.actions import edit_study
from studies.studies.forms import EditStudyForm

PARTS = (
    ("Arms", Arm, "name", "study"),
    ("Reports", Report, "reference", "study"),
    ("What it includes", Inclusion, "listed_as", "review"),
)


@login_required
def edit(request, study_id):
    """Change what is stated of a study."""
    require(request.user, Permission.EDIT_STUDIES)
    study = current_row(Study.objects, study_id)
    back = (f"/studies/{study.pk}/", study.label)
    form = EditStudyForm(
        request.POST or None, instance=study, initial={"revision": study.revision}
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, edit_study, form=form, study=study, **said):
            messages.success(request, "Stored.")
            return redirect("study", study.pk)
    return form_page(request, form, f"Edit {back[1]}", back=back)


def history(request, study_id):
    """Every change of a study, its arms, reports and inclusions, newest first."""
    study = get_object_or_404(Study.objects.defer("search"), pk=study_id)
    back = (f"/studies/{study.pk}/", f"Study {study.pk}")
    return history_page(request, study, study.label, back, PARTS)
