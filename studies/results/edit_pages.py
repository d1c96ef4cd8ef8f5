"""Pages on which a result is put right, disputed, withdrawn and reinstated."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect

from accounts.permissions import Permission, require
from accounts.round_pages import kept_out_page
from core.forms import ReasonForm
from core.navigation import page_asked_for
from core.pages import form_page, history_page, perform
from studies.figures import result_in_words
from studies.models import Outcome, Result
from studies.results.actions import (
    dispute_result,
    edit_result,
    reinstate_result,
    withdraw_result,
)
from studies.results.forms import DisputeForm, EditResultForm
from studies.results.pages import ENTER, first_records


@login_required
def edit(request, result_id):
    """Change what was entered of a result, and say why."""
    require(request.user, Permission.ENTER_RESULTS)
    result = _result(result_id)
    notes = [_as_entered(result), *_disputed(result)]
    if result.checked_by:
        notes.append("It was checked: what changes is to be checked again.")
    form = _form(EditResultForm, request, result, instance=result)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, edit_result, form=form, result=result, **said):
            messages.success(request, "Stored; somebody else checks it.")
            return _onward(request, result)
    context = {
        "back": _back(result),
        "notes": notes,
        "outcomes": Outcome.objects.current().order_by("name")[:200],
        "records": first_records(),
    }
    return form_page(request, form, "Edit a result", ENTER, **context)


@login_required
def dispute(request, result_id):
    """Say that a result is not the same as its source, and what the source says."""
    require(request.user, Permission.CHECK_RESULTS)
    result = _result(result_id)
    title = "Not the same as the source"
    if page := kept_out_page(request, [result.study], title, _back(result)):
        return page
    form = _form(DisputeForm, request, result)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, dispute_result, form=form, result=result, **said):
            messages.success(request, "Both are kept, until somebody puts it right.")
            return _onward(request, result)
    context = {"notes": [_as_entered(result)], "button": "Not the same as the source"}
    return form_page(request, form, title, back=_back(result), **context)


@login_required
def withdraw(request, result_id):
    """Take a result back, saying why."""
    result = _result(result_id)
    if result.entered_by_id != request.user.pk:
        require(request.user, Permission.WITHDRAW)
    form = _form(ReasonForm, request, result)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, withdraw_result, form=form, result=result, **said):
            messages.success(request, "The result is withdrawn.")
            return redirect("study", result.study_id)
    notes = [
        _as_entered(result),
        "It leaves its study's results, and no evidence base can take it up any more.",
        "A verdict that rests on it stays as it is, and is marked for review.",
        "Its history stays, with who withdrew it and why. It can be reinstated.",
    ]
    context = {"notes": notes, "button": "Withdraw the result"}
    return form_page(request, form, "Withdraw a result", back=_back(result), **context)


@login_required
def reinstate(request, result_id):
    """Let a withdrawn result stand again, saying why."""
    gone = Result.objects.exclude(withdrawn_at=None).filter(merged_into=None)
    rows = gone.select_related("study", "outcome")
    result = get_object_or_404(rows, pk=result_id)
    if result.withdrawn_by_id != request.user.pk:
        require(request.user, Permission.WITHDRAW)
    form = _form(ReasonForm, request, result)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if perform(request, reinstate_result, form=form, result=result, **said):
            messages.success(request, "The result stands again.")
            return redirect(_back(result)[0])
    context = {"notes": [_as_entered(result)], "button": "Reinstate the result"}
    return form_page(request, form, "Reinstate a result", back=_back(result), **context)


def history(request, result_id):
    """Every change of a result, newest first; also of one that was withdrawn."""
    result = get_object_or_404(
        Result.objects.select_related("study", "outcome"), pk=result_id
    )
    return history_page(request, result, _as_entered(result), _back(result))


def _result(result_id):
    people = ("entered_by", "checked_by", "disputed_by")
    rows = Result.objects.current().select_related("study", "outcome", *people)
    return get_object_or_404(rows.filter(study__withdrawn_at=None), pk=result_id)


def _form(kind, request, result, **given):
    initial = {"revision": result.revision}
    return kind(request.POST or None, initial=initial, **given)


def _back(result):
    address = f"/studies/{result.study_id}/#result-{result.pk}"
    return address, result.study.label


def _onward(request, result):
    return redirect(page_asked_for(request) or _back(result)[0])


def _as_entered(result):
    return f"{result.outcome.name}: {result_in_words(result)}."


def _disputed(result):
    if result.disputed_by:
        yield (
            f"{result.disputed_by.display_name} finds it not the same as the source, "
            f"which says: “{result.source_says}”"
        )
