"""Pages on which a claim is made, worded, filed, related and withdrawn; its history."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from accounts.permissions import Permission, can, require
from claims.claims.actions import add_claim
from claims.models import Claim, ClaimRelation
from core.history_words import history_in_words
from core.numbers import whole_number
from core.pages import current_row, perform
from evidence.claims.actions import edit_claim, relate_claims, unrelate_claims
from evidence.claims.forms import EditClaimForm, NewClaimForm, RelationForm
from evidence.facts import version_facts
from evidence.facts.claim import history as versions_of


@login_required
def new(request):
    """Add a claim by hand; ``text`` of the address is what it may say."""
    require(request.user, Permission.CURATE_CLAIMS)
    proposed = {"text": request.GET.get("text", "")}
    form = NewClaimForm(request.POST or None, initial=proposed)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        claim = perform(request, add_claim, form=form, **said)
        if claim:
            messages.success(
                request, "The claim is stored. Next, choose its eligible evidence."
            )
            goes_on = request.POST.get("then") == "base"
            return redirect("base" if goes_on else "claim", claim.pk)
    context = {"form": form, "may_freeze": can(request.user, Permission.FREEZE_BASES)}
    status = 422 if form.is_bound else 200
    return render(request, "evidence/claims/claim_new.html", context, status=status)


@login_required
def edit(request, claim_id):
    """Change what a claim says, what it is filed under, and what it is related to."""
    require(request.user, Permission.CURATE_CLAIMS)
    claim = current_row(Claim.objects, claim_id)
    do = request.POST.get("do", "") if request.method == "POST" else ""
    if do and do not in STEPS:
        raise Http404("There is nothing of that name to change on a claim.")
    bound = None
    if do == "unrelate":
        _unrelate(request, claim)
        return redirect("edit-claim", claim.pk)
    if do:
        bound = STEPS[do][0](request.POST, **_of(do, claim))
        if bound.is_valid() and STEPS[do][1](request, bound, claim):
            messages.success(request, "Stored.")
            return redirect("edit-claim", claim.pk)
    return _page(request, claim, do, bound)


def _page(request, claim, do, bound):
    fresh = get_object_or_404(Claim, pk=claim.pk)  # a refused form has changed its own
    forms = {
        name: bound if name == do else maker(**_of(name, fresh))
        for name, (maker, _) in STEPS.items()
        if maker is not None
    }
    context = {
        "claim": fresh,
        "forms": forms,
        "relations": ClaimRelation.objects.touching([fresh.pk]),
        "may_merge": can(request.user, Permission.MERGE),
        "may_withdraw": can(request.user, Permission.WITHDRAW),
    }
    status = 422 if do else 200
    return render(request, "evidence/claims/claim_edit.html", context, status=status)


def _of(name, claim):
    plain = {"auto_id": f"{name}-%s"}
    return {**plain, "instance": claim} if name == "question" else plain


# --- the steps, each by its form ---


def _edit(request, form, claim):
    stored = Claim.objects.get(pk=claim.pk)  # the form has written on the other
    return perform(request, edit_claim, form=form, claim=stored, **form.cleaned_data)


def _relate(request, form, claim):
    return perform(
        request,
        relate_claims,
        form=form,
        source=claim,
        target=form.cleaned_data["other"],
        kind=form.cleaned_data["kind"],
    )


STEPS = {
    "question": (EditClaimForm, _edit),
    "relate": (RelationForm, _relate),
    "unrelate": (None, None),
}


def _unrelate(request, claim):
    number = whole_number(request.POST.get("relation")) or 0
    rows = ClaimRelation.objects.touching([claim.pk])
    relation = get_object_or_404(rows, pk=number)
    perform(request, unrelate_claims, relation=relation)


# --- history ---


def history(request, claim_id):
    """Every version of a claim, and every change of its row, newest first."""
    claim = get_object_or_404(Claim.objects.defer("search"), pk=claim_id)
    context = {
        "claim": claim,
        "versions": [version_facts(row) for row in versions_of([claim.pk])[claim.pk]],
        "entries": history_in_words(claim),
    }
    return render(request, "evidence/claims/claim_history.html", context)
