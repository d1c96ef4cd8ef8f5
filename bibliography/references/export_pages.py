"""References as files for other programs, and as entries of a reference list."""

from itertools import chain

from bibliography.formats import WRITERS
from bibliography.models import Reference
from bibliography.references.exports import references_as
from bibliography.references.filters import ReferenceFilter
from core.api.csv import BOM
from core.errors import BadQuery
from core.listing import filter_by
from core.pages import attachment, current_row


def references(request):
    """The references that the filters leave, in the order they came, as one file."""
    rows, _ = filter_by(request.GET, Reference.objects.current(), ReferenceFilter)
    return _file(request, rows, "references")


def reference(request, reference_id):
    """One reference as a file."""
    row = current_row(Reference.objects, reference_id)
    rows = Reference.objects.filter(pk=row.pk)
    return _file(request, rows, f"reference-{row.pk}")


def _file(request, rows, name):
    """A streamed file in the format of ``?format=``. Raises BadQuery."""
    asked = request.GET.get("format", "ris")
    if asked not in WRITERS:
        raise BadQuery(
            f"There is no format {asked[:20]!r}: expected one of {', '.join(WRITERS)}.",
            field="format",
        )
    pieces = references_as(asked, rows)
    return reference_file(
        chain([BOM], pieces) if asked == "csv" else pieces, asked, name
    )


def reference_file(content, format, name):
    """An answer with references written in a format, saved under its name."""
    chosen = WRITERS[format]
    return attachment(
        content, f"{name}{chosen.extension}", f"{chosen.media_type}; charset=utf-8"
    )
