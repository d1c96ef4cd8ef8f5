"""The page on which a reference's identifiers are added, accepted and taken off."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render

from accounts.permissions import Permission, require
from bibliography.models import Reference
from bibliography.records import names_document
from bibliography.references.actions import (
    accept_identifier,
    add_identifier,
    remove_identifier,
)
from bibliography.references.forms import IdentifierForm, NewIdentifierForm
from core.pages import ask, current_row, perform, row_forms, sent_row, take_step


@login_required
def identifiers(request, reference_id):
    """Add an identifier; say of each whether it names this very document."""
    require(request.user, Permission.EDIT_STUDIES)
    reference = current_row(Reference.objects, reference_id)
    refused = None
    if request.method == "POST":
        refused = take_step(request, STEPS, reference, "an identifier")
        if refused is None:
            return redirect("reference-identifiers", reference.pk)
    is_new = isinstance(refused, NewIdentifierForm)
    context = {
        "reference": reference,
        "forms": row_forms(IdentifierForm, _rows(reference), refused),
        "add": refused if is_new else NewIdentifierForm(auto_id="add-%s"),
    }
    status = 422 if refused else 200
    template = "bibliography/references/identifiers.html"
    return render(request, template, context, status=status)


def _rows(reference):
    return reference.identifiers.order_by("id")


# --- the steps: each returns its form where it was refused ---


def _add(request, reference):
    form = NewIdentifierForm(request.POST, auto_id="add-%s")
    if not form.is_valid():
        return form
    said = form.cleaned_data["identifier"]
    own = names_document(said["scheme"], reference.type)
    given = {"reference": reference, "accepted": own, **said}
    if perform(request, add_identifier, form=form, **given) is None:
        return form
    messages.success(request, "The identifier is added.")
    return None


def _accept(request, reference):
    form = sent_row(IdentifierForm, _rows(reference), request)
    given = {"identifier": form.instance, "done": "Stored."}
    return ask(request, form, accept_identifier, **given)


def _remove(request, reference):
    form = sent_row(IdentifierForm, _rows(reference), request)
    given = {"identifier": form.instance, "done": "The identifier is taken off."}
    return ask(request, form, remove_identifier, "reason", "revision", **given)


STEPS = {"add": _add, "accept": _accept, "remove": _remove}
