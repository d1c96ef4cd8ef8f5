"""Pages of claims: the list, a claim, and its versions."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can
from claims.models import Claim, ClaimVersion
from claims.words import Verdict
from core.list_pages import BEST_MATCH, Order, facets, list_page
from core.pages import withdrawn
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from evidence.facts import claim_facts
from evidence.facts.plots import line_plots
from studies.models import Topic

ORDERS = (
    Order("newest", "Newest verdict", "-judged_at"),
    Order("added", "Newest claim", "-pk"),
    Order("text", "Wording, A to Z", "wording"),
)
COUNTED = ("verdict", "certainty", "scope", "kind")
LISTED = (
    claims_with_evidence().current().for_lists().defer("search")
)  # slow to build: once
FACETS = {
    "verdict": "Verdict",
    "certainty": "Certainty of evidence",
    "scope": "Evidence base",
    "kind": "Kind",
    "topic": "Topic",
}


def claims(request):
    """All claims, narrowed by verdict, certainty, evidence base, kind and topic."""
    rows = Claim.objects.current()
    shown = list_page(
        request,
        LISTED,
        filterset=ClaimFilter,
        orders=ORDERS,
        best=BEST_MATCH,
        collection="claims",
        counted=COUNTED,
    )
    topics = {str(topic.pk): topic.name for topic in Topic.objects.current()}
    context = {
        "list": shown,
        "facets": facets(
            shown,
            rows,
            FACETS,
            columns={"topic": "topics"},
            values={"topic": topics},
            words={"verdict": Verdict},
        ),
        "may_curate": can(request.user, Permission.CURATE_CLAIMS),
    }
    return render(request, "evidence/claims/claims.html", context)


def claim(request, claim_id):
    """One claim: its verdict, what it stands on, and where it is claimed."""
    row = get_object_or_404(Claim.objects.select_related("withdrawn_by"), pk=claim_id)
    if row.merged_into_id:
        return redirect("claim", row.merged_into_id, permanent=True)
    if row.is_withdrawn:
        return withdrawn(request, row, f"The claim “{row.text}”")
    facts = claim_facts(row)
    context = {
        "claim": facts,
        "plots": line_plots(facts, request.path),
        "may_grade": can(request.user, Permission.GRADE),
        "may_freeze": can(request.user, Permission.FREEZE_BASES),
        "may_curate": can(request.user, Permission.CURATE_CLAIMS),
        "may_check": can(request.user, Permission.CHECK_SUPPORT),
        "may_publish": can(request.user, Permission.PUBLISH),
    }
    return render(request, page_of(facts), context)


def claim_version(request, claim_id, number):
    """A claim as it stood at one version, from that version alone."""
    version = (
        ClaimVersion.objects.filter(claim=claim_id, number=number)
        .select_related("by")
        .first()
    )
    if version is None:
        raise Http404("This claim has no version of that number.")
    facts = version.facts
    context = {
        "claim": facts,
        "plots": line_plots(facts, request.path),
        "version": version,
    }
    return render(request, page_of(facts), context)


def page_of(facts):
    """The template that renders facts of their format, as they were, for good."""
    return f"evidence/facts/{facts['format']}/claim.html"
