"""Pages of claims: the list, a claim, and its versions."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can
from evidence.filters import ClaimFilter
from evidence.listing import Sort, facet, listing
from evidence.models import Claim, ClaimVersion, Topic
from evidence.snapshots import claim_snapshot

SORTS = (
    Sort("newest", "Newest verdict", "-judged_at"),
    Sort("added", "Newest claim", "-pk"),
    Sort("text", "Wording, A to Z", "text"),
)
BEST = Sort("best", "Best match", "-rank")
FACETS = ("verdict", "certainty", "scope", "kind")


def claims(request):
    """All claims, narrowed by verdict, certainty, evidence base, kind and topic."""
    rows = Claim.objects.current()
    shown = listing(
        request,
        rows.for_lists(),
        filterset=ClaimFilter,
        sorts=SORTS,
        best=BEST,
        collection="claims",
    )
    facets = [
        (shown.filter.form.fields[name].label or name.capitalize(), name, values)
        for name in FACETS
        if (values := facet(shown.filter, rows, name, name))
    ]
    topics = {str(topic.pk): topic.name for topic in Topic.objects.current()}
    named = facet(shown.filter, rows, "topic", "topics", topics)
    context = {"listing": shown, "facets": [*facets, ("Topic", "topic", named)]}
    return render(request, "evidence/claims.html", context)


def claim(request, claim_id):
    """One claim: its verdict, what it stands on, and where it is claimed."""
    row = get_object_or_404(Claim.objects.select_related("withdrawn_by"), pk=claim_id)
    if row.merged_into_id:
        return redirect("evidence:claim", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The claim “{row.text}”")
    context = {
        "claim": claim_snapshot(row),
        "may_grade": can(request.user, Permission.GRADE),
        "may_freeze": can(request.user, Permission.FREEZE_BASES),
    }
    return render(request, "evidence/claim.html", context)


def claim_version(request, claim_id, number):
    """A claim as it stood at one version, from that version alone."""
    version = (
        ClaimVersion.objects.filter(claim=claim_id, number=number)
        .select_related("by")
        .first()
    )
    if version is None:
        raise Http404("This claim has no version of that number.")
    context = {"claim": version.snapshot, "version": version}
    return render(request, "evidence/claim.html", context)


def withdrawn(request, row, what):
    """The page of something that was withdrawn: who, when and why."""
    context = {
        "what": what,
        "by": row.withdrawn_by.display_name,
        "at": row.withdrawn_at,
        "reason": row.withdrawn_reason,
    }
    return render(request, "410.html", context, status=410)
