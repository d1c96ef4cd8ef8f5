"""Pages on which a claim is withdrawn, and on which it is made to stand again."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from accounts.permissions import Permission, can, require
from claims.models import Claim
from core.pages import current_row
from core.pages import withdrawn as withdrawn_page
from core.templatetags.footing import counted
from evidence.claims.actions import reinstate_claim, withdraw_claim
from evidence.claims.confirming import Step, StepForm, ask_once, taken
from evidence.facts import version_facts
from evidence.facts.claim import history


@login_required
def withdraw(request, claim_id):
    """Take a claim back, once it was said what that means."""
    require(request.user, Permission.WITHDRAW)
    claim = current_row(Claim.objects, claim_id)
    form = StepForm(request, claim)
    if answer := taken(request, claim, form, withdraw_claim, "The claim is withdrawn."):
        return answer
    step = Step(
        title="Withdraw the claim",
        button="Withdraw the claim",
        follows=list(_withdrawing(claim)),
        public=[
            "At its address: that it was withdrawn, today, by you, and why.",
            "Its versions, which keep their addresses and say the same.",
        ],
        back=f"/claims/{claim.pk}/edit/",
    )
    return ask_once(request, claim, step, form)


def _withdrawing(claim):
    yield "It leaves every list, the search, the counts and the export."
    if claim.standing:
        standing = claim.get_standing_display()
        yield f"Its verdict ({claim.get_verdict_display()}, {standing}) goes with it."
    if articles := claim.mentions.filter(status="accepted").count():
        made = counted(articles, "article makes,articles make")
        yield f"{made} it, and will show it as withdrawn."
    yield "It can be reinstated, with a reason."


@login_required
def reinstate(request, claim_id):
    """Let a withdrawn claim stand again."""
    require(request.user, Permission.WITHDRAW)
    claim = get_object_or_404(Claim, pk=claim_id)
    if not claim.is_withdrawn:
        raise Http404("This claim is not withdrawn.")
    form = StepForm(request, claim)
    if answer := taken(
        request, claim, form, reinstate_claim, "The claim stands again."
    ):
        return answer
    step = Step(
        title="Reinstate the claim",
        button="Reinstate the claim",
        follows=list(_reinstating(claim)),
        public=[
            "Its page, with all that it stood on, and its place in lists and exports.",
            "That it was withdrawn and stands again: when, by whom and why.",
        ],
    )
    return ask_once(request, claim, step, form)


def _reinstating(claim):
    yield "It stands as it did before it was withdrawn."
    if claim.standing:
        standing = claim.get_standing_display()
        yield (
            f"Its verdict is {claim.get_verdict_display()}, {standing}, as before; "
            "what changed meanwhile marks it for review."
        )


def elsewhere(request, claim, route, **kept):
    """The answer for a claim that was merged or withdrawn; None where it stands.

    ``route`` names the page that was asked for, ``kept`` what its address has besides
    the claim.
    """
    if claim.merged_into_id:
        moved = {**kept, "claim_id": claim.merged_into_id}
        return redirect(route, permanent=True, **moved)
    return _gone(request, claim) if claim.is_withdrawn else None


def _gone(request, claim):
    """The page of a withdrawn claim: who, when and why, and its versions."""
    context = {
        "claim": claim,
        "versions": [version_facts(row) for row in history([claim.pk])[claim.pk]],
    }
    if can(request.user, Permission.WITHDRAW):
        context["reinstate_href"] = f"/claims/{claim.pk}/reinstate/"
    return withdrawn_page(request, claim, f"The claim “{claim.text}”", **context)
