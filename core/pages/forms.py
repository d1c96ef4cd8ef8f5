"""Doing what a form asks, and saying in its place what kept it from being done."""

from django.contrib import messages

from core.errors import NotAllowed, Refused


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
