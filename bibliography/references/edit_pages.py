"""Pages on which a reference is put right, and its history."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect

from accounts.permissions import Permission, require
from bibliography.models import Identifier, Reference
from bibliography.references.actions import edit_reference
from bibliography.references.forms import EditReferenceForm
from core.pages import current_row, form_page, history_page, perform


@login_required
def edit(request, reference_id):
    """Change what is stated of a reference."""
    require(request.user, Permission.EDIT_STUDIES)
    row = current_row(Reference.objects, reference_id)
    form = EditReferenceForm(
        request.POST or None, instance=row, initial={"revision": row.revision}
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, edit_reference, form=form, reference=row, **said):
            messages.success(request, "Stored.")
            return redirect("reference", row.pk)
    return form_page(request, form, "Edit a reference", back=_back(row))


def history(request, reference_id):
    """Every change of a reference and its identifiers; also of a withdrawn one."""
    row = get_object_or_404(Reference.objects.defer("search"), pk=reference_id)
    within = [("Identifiers", Identifier, "value", "reference")]
    return history_page(request, row, str(row), _back(row), within)


def _back(row):
    return f"/references/{row.pk}/", f"Reference {row.pk}"
