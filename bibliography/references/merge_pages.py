"""Two references that are one work: joined, and taken apart again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from bibliography.models import Reference
from bibliography.references.actions import record_from
from bibliography.references.beside import lines
from bibliography.references.merging import merge_references, unmerge_references
from core.errors import Refused
from core.merging import standing_merges
from core.models import Merge
from core.nouns import noun_of
from core.numbers import whole_number
from core.pages import current_row

MODEL = noun_of(Reference)
MOST = 10  # references offered for some words


@login_required
def merge(request, reference_id):
    """Merge a reference into another, once both were seen side by side."""
    require(request.user, Permission.MERGE)
    rows = Reference.objects.with_identifiers()
    row = current_row(rows, reference_id)
    into = _other(rows, request.POST or request.GET)
    words = request.GET.get("q", row.title).strip()
    found = Reference.objects.current().meant_by(words).exclude(pk=row.pk)
    context = {
        "reference": row,
        "into": into,
        "words": words,
        "found": found.with_identifiers()[:MOST] if words else (),
        "merges": standing_merges(row),
    }
    if request.method == "POST" and into:
        try:
            reason = request.POST.get("reason", "").strip()
            merge_references(merged=row, into=into, by=request.user, reason=reason)
            messages.success(request, f"Reference {row.pk} was merged into this one.")
            return redirect(f"/references/{into.pk}/")
        except Refused as refusal:
            context["problem"] = refusal.sentence
    if into:
        context["lines"] = lines(record_from(row), [record_from(into)])
    status = 422 if "problem" in context else 200
    return render(request, "bibliography/references/merge.html", context, status=status)


@login_required
@require_POST
def unmerge(request, merge_id):
    """Undo a merge, the newest first."""
    require(request.user, Permission.MERGE)
    row = get_object_or_404(Merge, pk=merge_id, model=MODEL)
    reason = request.POST.get("reason", "").strip() or "Two works after all."
    unmerge_references(merge=row, by=request.user, reason=reason)
    messages.success(request, f"Reference {row.merged_id} stands on its own again.")
    return redirect(f"/references/{row.merged_id}/")


def _other(rows, said):
    """The reference to merge into, if the one chosen stands."""
    number = whole_number(said.get("into", ""))
    return rows.current().filter(pk=number).first() if number else None
