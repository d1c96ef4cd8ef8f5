"""Pages of claims: the list, a claim, and its versions."""

import json
from datetime import date
from functools import partial
from hashlib import sha256

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from accounts.permissions import Permission, can
from claims.models import Claim, ClaimVersion
from claims.words import Verdict
from core.list_pages import BEST_MATCH, Order, facets, list_page
from core.wording import ago
from evidence.around.neighbours import around
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from evidence.claims.take_along import take_along
from evidence.claims.withdrawing_pages import elsewhere
from evidence.facts import claim_facts
from evidence.facts.plots import line_plots
from evidence.grades.publishing import may_take_back
from studies.models import Topic
from texts.titles import same_however_typed

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
    "standing": "Standing",
    "scope": "Evidence base",
    "citing": "Citations",
    "resting": "Rests on",
    "needs_review": "Review",
    "kind": "Kind",
    "design": "Design of a study",
    "topic": "Topic",
    "article_year": "Newest article",
}
MARKED = (  # counted by the marks of search rows
    "standing",
    "citing",
    "resting",
    "needs_review",
    "design",
    "topic",
    "article_year",
)


def claims(request):
    """All claims, narrowed by verdict, certainty, evidence base, kind and topic."""
    rows = claims_with_evidence().current()
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
            values={"topic": topics},
            words={"verdict": Verdict},
            marked=MARKED,
        ),
        "may_curate": can(request.user, Permission.CURATE_CLAIMS),
    }
    return render(request, "evidence/claims/claims.html", context)


def claim(request, claim_id):
    """One claim: its verdict, what it stands on, and where it is claimed."""
    row = get_object_or_404(Claim.objects.for_facts(), pk=claim_id)
    if answer := elsewhere(request, row, "claim"):
        return answer
    facts = claim_facts(row)
    context = {
        "claim": facts,
        "passages": _passages(facts["mentions"]),
        **stands_on(facts, request.path),
        "along": take_along(facts, facts["version"], request.build_absolute_uri("/")),
        "may_grade": can(request.user, Permission.GRADE),
        "may_freeze": can(request.user, Permission.FREEZE_BASES),
        "may_curate": can(request.user, Permission.CURATE_CLAIMS),
        "may_check": can(request.user, Permission.CHECK_SUPPORT),
        "may_publish": can(request.user, Permission.PUBLISH),
        "may_take_back": may_take_back(row, request.user),
        "newest": facts["version"],
        "around": around(row, facts),
        "topics": list(zip(row.topic_ids, row.topic_names, strict=True)),
        "search_age": _search_age(facts["base"]),
    }
    return render(request, page_of(facts), context)


def _search_age(base):
    """How long ago was searched for what a claim is judged by; "" where nobody did."""
    day = base and base["searched_on"]
    return ago(date.fromisoformat(day), timezone.now().date()) if day else ""


def claim_version(request, claim_id, number):
    """A claim as it stood at one version, from that version alone."""
    version = (
        ClaimVersion.objects.filter(claim=claim_id, number=number)
        .select_related("by", "claim__withdrawn_by")
        .first()
    )
    if version is None:
        raise Http404("This claim has no version of that number.")
    facts = version.facts
    later = ClaimVersion.objects.filter(claim=claim_id, number__gt=number)
    later = later.defer("facts", "basis").order_by("number")
    context = {
        "claim": facts,
        "passages": [[mention] for mention in facts["mentions"]],  # as it was shown
        **stands_on(facts, request.path),
        "along": take_along(facts, number, request.build_absolute_uri("/")),
        "version": version,
        "next_version": later.first(),
        "newest_version": later.last() or version,
        "newest": (later.last() or version).number,
    }
    return render(request, page_of(facts), context)


def stands_on(facts, page):
    """What the part of a page needs that shows what the claim stands on.

    ``digest`` is of all that the part is drawn from: as long as it is the same, the
    part is shown as drawn before, and its ``plots`` are not drawn again.
    """
    drawn_from = json.dumps([page, facts], check_circular=False)
    return {
        "digest": sha256(drawn_from.encode()).hexdigest(),
        "plots": partial(line_plots, facts, page),
    }


def _passages(mentions):
    """The mentions of a claim by the words they are in, each passage once."""
    found = {}
    for mention in mentions:
        found.setdefault(same_however_typed(mention["words"]), []).append(mention)
    return list(found.values())


def page_of(facts):
    """The template that renders facts of their format, as they were, for good."""
    return f"evidence/facts/{facts['format']}/claim.html"
