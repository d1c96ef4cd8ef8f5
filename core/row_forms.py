"""Pages on which each of some rows has a form of its own, sent with its number."""

from django.shortcuts import get_object_or_404

from core.nouns import noun_of
from core.numbers import whole_number


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
