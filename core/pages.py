"""What several pages do: ask an action, show forms again, hand out a file."""

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header

from core.errors import LostRace, Refused
from core.meanwhile import take_up
from core.navigation import page_asked_for
from core.nouns import noun_of
from core.numbers import whole_number


def perform(request, action, *, form=None, **given):
    """What an action returns for the person who asks; None where it refused.

    The refusal stands beside the form's field that it is about, so that the form comes
    back with all that was typed; without a form it is a message on the next page. Where
    somebody changed the row first, the form's ``meanwhile`` says who changed what.
    """
    try:
        return action(by=request.user, **given)
    except Refused as refusal:
        if form is None:
            messages.error(request, refusal.sentence)
        else:
            if isinstance(refusal, LostRace) and given.get("revision"):
                form.meanwhile = take_up(form, refusal.current, given["revision"])
            known = refusal.field if refusal.field in form.fields else None
            form.add_error(known, refusal.sentence)
        return None


def form_page(request, form, title, **context):
    """A page that is one form; 422 where what was sent cannot be stored.

    ``back`` is the address and the name of what it is about; ``notes`` are sentences
    said before, ``button`` what is written on it. See ``enter.html``.
    """
    status = 422 if form.is_bound else 200
    context |= {"form": form, "title": title, "next": page_asked_for(request)}
    return render(request, "enter.html", context, status=status)


# --- pages on which each of some rows has a form, sent with its number ---


def row_form(kind, row, sent=None):
    """The form of one row, an ``EditForm``; its fields' ids carry the row's number."""
    return kind(
        sent,
        instance=row,
        initial={"revision": row.revision},
        auto_id=f"{noun_of(row)}-{row.pk}-%s",
    )


def row_forms(kind, rows, refused=None):
    """A form for each row; ``refused`` stands, as it was sent, for its own row."""
    sent = getattr(refused, "instance", None)
    return [refused if row == sent else row_form(kind, row) for row in rows]


def sent_row(kind, rows, request):
    """The form that was sent, of the row among ``rows`` that it names; else a 404."""
    number = whole_number(request.POST.get("row")) or 0
    return row_form(kind, get_object_or_404(rows, pk=number), request.POST)


# --- what stands no more, and files ---


def withdrawn(request, row, what, **context):
    """The page of something that was withdrawn: who, when and why."""
    context |= {
        "what": what,
        "by": row.withdrawn_by.display_name,
        "at": row.withdrawn_at,
        "reason": row.withdrawn_reason,
    }
    return render(request, "410.html", context, status=410)


def attachment(content, name, content_type, size=None):
    """An answer that is saved as a file; what is no text or bytes goes in pieces."""
    whole = isinstance(content, str | bytes)
    kind = HttpResponse if whole else StreamingHttpResponse
    headers = {
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": content_disposition_header(True, name),
    }
    if size is not None:
        headers["Content-Length"] = size
    return kind(content, content_type=content_type, headers=headers)
