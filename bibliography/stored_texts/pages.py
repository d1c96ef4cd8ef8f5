"""Pages of a reference's stored texts: kept, read by who may, taken back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can, require
from bibliography.models import Reference, StoredText
from bibliography.stored_texts.actions import store_text, withdraw_text
from bibliography.stored_texts.forms import StoredTextForm
from core.forms import ReasonForm
from core.pages import current_row, form_page, perform, withdrawn


@login_required
def new_text(request, reference_id):
    """Keep a text of a reference, to quote from and to check quotes against."""
    require(request.user, Permission.EDIT_STUDIES)
    row = current_row(Reference.objects, reference_id)
    form = StoredTextForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, store_text, form=form, reference=row, **said):
            messages.success(request, "The text is kept.")
            return redirect("reference", row.pk)
    return form_page(request, form, "Keep a text of it", back=_back(row))


def text(request, text_id):
    """One stored text: the whole of it for who may read that."""
    row = _text(text_id)
    if row.is_withdrawn:
        return withdrawn(request, row, str(row))
    context = {
        "stored": row,
        "shows_text": row.is_public or can(request.user, Permission.EDIT_STUDIES),
        "may_withdraw": can(request.user, Permission.WITHDRAW),
    }
    return render(request, "bibliography/stored_texts/text.html", context)


@login_required
def withdraw(request, text_id):
    """Take a stored text back, saying why."""
    require(request.user, Permission.WITHDRAW)
    row = _text(text_id)
    form = ReasonForm(request.POST or None, initial={"revision": row.revision})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, withdraw_text, form=form, text=row, **said):
            messages.success(request, "The text is withdrawn.")
            return redirect("reference", row.reference_id)
    title = "Withdraw a stored text"
    notes = ["It is shown nowhere any more; quotes are no longer looked for in it."]
    back = _back(row.reference)
    return form_page(request, form, title, back=back, notes=notes, button=title)


def _text(text_id):
    rows = StoredText.objects.select_related("reference", "withdrawn_by")
    return get_object_or_404(rows, pk=text_id)


def _back(row):
    return f"/references/{row.pk}/", str(row)
