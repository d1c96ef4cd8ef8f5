"""What several pages do: ask an action, show a form again, say what was withdrawn."""

from django.contrib import messages
from django.shortcuts import render

from core.errors import NotAllowed, Refused
from core.navigation import page_asked_for


def tried(request, function, **given):
    """What an action returns; None where it refused, which the page then says."""
    try:
        return function(by=request.user, **given)
    except NotAllowed:
        raise
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return None


def filled_in(form, function, **given):
    """What an action returns; None where it refused, said beside the form's field."""
    try:
        return function(**given)
    except NotAllowed:
        raise
    except Refused as refusal:
        known = refusal.field if refusal.field in form.fields else None
        form.add_error(known, refusal.sentence)
        return None


def form_page(request, form, title, **context):
    """A page that is one form; 422 where what was sent cannot be stored."""
    status = 422 if form.is_bound else 200
    context |= {"form": form, "title": title, "next": page_asked_for(request)}
    return render(request, "enter.html", context, status=status)


def withdrawn(request, row, what):
    """The page of something that was withdrawn: who, when and why."""
    context = {
        "what": what,
        "by": row.withdrawn_by.display_name,
        "at": row.withdrawn_at,
        "reason": row.withdrawn_reason,
    }
    return render(request, "410.html", context, status=410)
