"""Pages of claims: the list, a claim, and its versions."""

from datetime import date
from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Permission, can
from claims.models import Claim, ClaimVersion, Correction
from claims.words import Verdict
from core.list_pages import BEST_MATCH, Order, facets, list_page
from core.wording import ago
from evidence.around.neighbours import around
from evidence.claims.as_of import PARAMETER, day_asked, version_as_of, why_none
from evidence.claims.filters import ClaimFilter
from evidence.claims.queries import claims_with_evidence
from evidence.claims.said_since import said_since, with_what_is_said_since
from evidence.claims.take_along import take_along
from evidence.claims.withdrawing_pages import elsewhere
from evidence.facts.lights import claim_lights
from evidence.facts.plots import line_plots
from evidence.facts.remembered import Told, state_of_facts, told_of
from evidence.grades.publishing import may_take_back
from evidence.talk.queries import comments_counted
from evidence.talk.words import About
from studies.models import Topic
from texts.titles import same_however_typed

ORDERS = (
    Order("newest", "Newest verdict", "-judged_at"),
    Order("added", "Newest claim", "-pk"),
    Order("text", "Wording, A to Z", "wording"),
)
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
        counted=ClaimFilter.columns,
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
        ),
        "may_curate": can(request.user, Permission.CURATE_CLAIMS),
    }
    return render(request, "evidence/claims/claims.html", context)


def claim(request, claim_id):
    """One claim: its verdict, what it stands on, and where it is claimed.

    ``?as_of=`` a day shows it as it stood when that day ended.
    """
    if PARAMETER in request.GET:
        return claim_as_of(request, claim_id)
    rows = with_what_is_said_since().annotate(
        talk=comments_counted(About.CLAIM, request.user),
        state_of_facts=state_of_facts(claim_id),
    )
    row = get_object_or_404(rows, pk=claim_id)
    if answer := elsewhere(request, row, "claim"):
        return answer
    told = told_of(row)
    facts = told.facts
    context = {
        "claim": facts,
        "passages": _passages(facts["mentions"]),
        **stands_on(told, request.path),
        "along": take_along(
            facts, facts["version"], request.build_absolute_uri("/"), are_now=True
        ),
        "may_grade": can(request.user, Permission.GRADE),
        "may_freeze": can(request.user, Permission.FREEZE_BASES),
        "may_curate": can(request.user, Permission.CURATE_CLAIMS),
        "may_check": can(request.user, Permission.CHECK_SUPPORT),
        "may_publish": can(request.user, Permission.PUBLISH),
        "may_take_back": may_take_back(row, request.user),
        "newest": facts["version"],
        "talk": row.talk,
        "around": around(row, facts),
        "topics": list(zip(row.topic_ids, row.topic_names, strict=True)),
        "search_age": _search_age(facts["base"]),
        **said_since(row, request.user),
    }
    return render(request, page_of(facts), context)


def _search_age(base):
    """How long ago was searched for what a claim is judged by; "" where nobody did."""
    day = base and base["searched_on"]
    return ago(date.fromisoformat(day), timezone.now().date()) if day else ""


def claim_version(request, claim_id, number):
    """A claim as it stood at one version, from that version alone."""
    version = _versions_of(claim_id).filter(number=number).first()
    if version is None:
        raise Http404("This claim has no version of that number.")
    return _version_page(request, version)


def claim_as_of(request, claim_id):
    """A claim as it stood on a day, from the version in force then."""
    get_object_or_404(Claim.objects.only("pk"), pk=claim_id)
    day = day_asked(request.GET[PARAMETER])
    versions = _versions_of(claim_id)
    version = version_as_of(versions, day)
    if version is None:
        context = {"claim_id": claim_id, "day": day, "why": why_none(versions, day)}
        template = "evidence/claims/claim_before.html"
        return render(request, template, context, status=404)
    return _version_page(request, version, as_of=day)


def _versions_of(claim_id):
    rows = ClaimVersion.objects.filter(claim=claim_id)
    return rows.select_related("by", "claim__withdrawn_by")


def _version_page(request, version, **more):
    facts, claim_id = version.facts, version.claim_id
    later = ClaimVersion.objects.filter(claim=claim_id, number__gt=version.number)
    later = later.defer("facts", "basis").order_by("number")
    newest = later.last() or version
    address = reverse("claim-version", args=[claim_id, version.number])
    context = {
        "claim": facts,
        "passages": [[mention] for mention in facts["mentions"]],  # as it was shown
        **stands_on(Told(facts), address),
        "along": take_along(facts, version.number, request.build_absolute_uri("/")),
        "version": version,
        "next_version": later.first(),
        "newest_version": newest,
        "newest": newest.number,
        "corrections": _corrections_of(version),
        **more,
    }
    return render(request, page_of(facts), context)


def _corrections_of(version):
    """What was said openly of an error in a version."""
    return Correction.objects.filter(corrects=version).select_related("corrected", "by")


def stands_on(told, page):
    """What the part of a page needs that shows what the claim stands on.

    ``digest`` is of all that the part is drawn from: as long as it is the same, the
    part is shown as drawn before, and its ``plots`` and ``lights`` not drawn again.
    """
    return {
        "digest": f"{page} {told.digest}",
        "plots": partial(line_plots, told.facts, page),
        "lights": partial(claim_lights, told.facts),
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
