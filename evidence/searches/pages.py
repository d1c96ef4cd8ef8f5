"""The page of a base's searches: run at PubMed, brought as files, gone on with."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from bibliography.services import PUBMED
from claims.models import Claim
from core.errors import Refused
from core.numbers import whole_number
from core.pages import perform
from evidence.bases.content import draft_of
from evidence.models import LiteratureSearch
from evidence.searches.actions import bring_search, go_on, remove_search, run_search
from evidence.searches.content import searches_of
from evidence.searches.forms import FileSearchForm, SearchForm

RUN, BRING = {"auto_id": "run-%s"}, {"auto_id": "bring-%s"}


@login_required
def searches(request, claim_id):
    """An open base's searches, and the two ways to make another."""
    require(request.user, Permission.FREEZE_BASES)
    claim = get_object_or_404(Claim, pk=claim_id)
    base = draft_of(claim)
    if base is None:
        raise Refused("This claim has no open evidence base to search for.")
    forms = {
        "run": SearchForm(initial=_again(request, base), **RUN),
        "bring": FileSearchForm(**BRING),
    }
    do = request.POST.get("do", "")
    if request.method == "POST":
        if do not in STEPS:
            raise Http404("There is no such way to search.")
        form, forms[do] = STEPS[do](request, base)
        if form is None:
            return redirect("base-searches", claim.pk)
    context = {
        "claim": claim,
        "base": base,
        "searches": searches_of(base),
        "forms": forms,
    }
    status = 422 if do else 200
    return render(request, "evidence/searches/searches.html", context, status=status)


def _again(request, base):
    """The words of an earlier search, to be run again."""
    number = whole_number(request.GET.get("again"))
    earlier = base.searches.filter(pk=number).first() if number else None
    return {"strategy": earlier.strategy, "source": earlier.source} if earlier else {}


def _run(request, base):
    form = SearchForm(request.POST, **RUN)
    if form.is_valid() and perform(
        request, run_search, form=form, base=base, **form.cleaned_data
    ):
        source = form.cleaned_data["source"] or PUBMED
        messages.success(request, f"{source} is being searched.")
        return None, form
    return form, form


def _bring(request, base):
    form = FileSearchForm(request.POST, request.FILES, **BRING)
    if form.is_valid() and perform(
        request, bring_search, form=form, base=base, **form.said()
    ):
        messages.success(request, "The records are being brought in.")
        return None, form
    return form, form


STEPS = {"run": _run, "bring": _bring}


@login_required
@require_POST
def step(request, search_id):
    """Let a search go on, or take it off."""
    require(request.user, Permission.FREEZE_BASES)
    rows = LiteratureSearch.objects.select_related("base")
    search = get_object_or_404(rows, pk=search_id)
    given = {"search": search, "revision": whole_number(request.POST.get("revision"))}
    if request.POST.get("do") == "remove":
        if perform(request, remove_search, reason="Taken off the base.", **given):
            messages.success(request, "The search is taken off; its import stays.")
    elif perform(request, go_on, **given):
        messages.success(request, "It goes on.")
    return redirect("base-searches", search.base.claim_id)
