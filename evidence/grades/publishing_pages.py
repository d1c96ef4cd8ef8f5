"""Pages on which an editor publishes a verdict, and on which one is taken back."""

from django.contrib.auth.decorators import login_required

from accounts.permissions import Permission, kept_out, require
from claims.models import Claim
from core.pages import current_row
from evidence.claims.confirming import Step, StepForm, ask_once, taken
from evidence.grades.actions import publish_verdict, withdraw_verdict
from evidence.grades.publishing import (
    facts_if_published,
    latest,
    refusal,
    refuse_to_publish,
    refuse_to_take_back,
    without_report_of,
)
from evidence.models import SentBack


@login_required
def publish(request, claim_id):
    """Stand behind the latest verdict, once it was said what that means."""
    require(request.user, Permission.PUBLISH)
    claim = current_row(Claim.objects, claim_id)
    form = StepForm(request, claim, optional=True)
    if answer := taken(
        request, claim, form, publish_verdict, "The verdict is published."
    ):
        return answer
    claim.refresh_from_db()
    step = Step(
        title="Publish the verdict",
        button="Publish the verdict",
        follows=list(_publishing(claim)),
        public=[
            "The verdict, with its certainty and that an editor published it, wherever "
            "the claim is: its page, lists, articles, search engines, API, exports.",
            "Your name and what you write below, in the claim’s history.",
            "A version of the claim as it is now, which keeps its address for good.",
        ],
        refused=_why_not(claim, request.user),
        without_report=without_report_of(claim),
        facts=facts_if_published(claim),
    )
    return ask_once(request, claim, step, form)


def _why_not(claim, person):
    """Why this person may not publish the verdict; empty where they may."""
    if why := refusal(refuse_to_publish, claim, person):
        return why
    conflict = kept_out(person, claim)
    return conflict.sentence if conflict else ""


def _publishing(claim):
    waiting = SentBack.objects.waiting().filter(grade__round__claim=claim)
    for sent in waiting.select_related("by"):
        yield (
            f"{sent.by.display_name} sent it back ({sent.why.rstrip('.')}), and nobody "
            "graded it since: published, it waits for that no more."
        )
    if claim.newer_standing:
        yield f"It takes the place of the published verdict: {_named(claim)}."
        yield "Whether articles’ words fit the verdict is asked again."
    else:
        yield "The verdict stays as it is, and is no draft any more."
    yield (
        "It stays until an editor publishes the next: what is judged meanwhile stands "
        "under it."
    )


@login_required
def take_back(request, claim_id):
    """Take the latest verdict on a claim back."""
    claim = current_row(Claim.objects, claim_id)
    form = StepForm(request, claim)
    if answer := taken(
        request, claim, form, withdraw_verdict, "The verdict is taken back."
    ):
        return answer
    claim.refresh_from_db()
    step = Step(
        title="Take the verdict back",
        button="Take the verdict back",
        follows=list(_taking_back(claim)),
        public=[
            "That the verdict was taken back: today, by you, and why.",
            "The versions that hold it, which say that they are superseded.",
        ],
        refused=refusal(refuse_to_take_back, claim, request.user),
        facts=facts_if_published(claim),
    )
    return ask_once(request, claim, step, form)


def _taking_back(claim):
    yield f"Taken back is: {_named(latest(claim))}."
    if claim.newer_standing:
        yield f"The published verdict stays as it is: {_named(claim)}."
    else:
        yield "The claim reads “not graded” from then on, and can be graded again."


def _named(claim):
    """A claim's verdict with its certainty and who stands behind it."""
    words = [claim.get_verdict_display(), f"certainty {claim.get_certainty_display()}"]
    return ", ".join([*words, claim.get_standing_display()])
