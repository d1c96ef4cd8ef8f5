"""References as files for other programs, and as entries of a reference list."""

from itertools import chain

from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404

from bibliography.formats import WRITERS
from bibliography.models import Reference
from bibliography.references.exports import references_as
from bibliography.references.filters import ReferenceFilter
from core.api.csv import BOM
from core.errors import BadQuery
from core.listing import filter_by


def references(request):
    """The references that the filters leave, in the order they came, as one file."""
    rows, _ = filter_by(request.GET, Reference.objects.current(), ReferenceFilter)
    return _file(request, rows, "references")


def reference(request, reference_id):
    """One reference as a file."""
    row = get_object_or_404(Reference.objects.current(), pk=reference_id)
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
    chosen = WRITERS[asked]
    pieces = references_as(asked, rows)
    answer = StreamingHttpResponse(
        chain([BOM], pieces) if asked == "csv" else pieces,
        content_type=f"{chosen.media_type}; charset=utf-8",
    )
    file_name = f"{name}{chosen.extension}"
    answer["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return answer
