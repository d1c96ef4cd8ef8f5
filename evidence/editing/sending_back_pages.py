"""A verdict is sent back to those who judged it, and what was sent back to oneself."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render

from accounts.permissions import Permission, require
from claims.models import Claim
from core.pages import current_row
from evidence.claims.confirming import Step, StepForm, ask_once, taken
from evidence.editing.actions import refuse_to_send_back
from evidence.editing.actions import send_back as send
from evidence.editing.models import SentBack
from evidence.grades.publishing import facts_if_published, latest_grade, refusal

MOST_SHOWN = 100


@login_required
def send_back(request, claim_id):
    """Send the latest verdict back, once it was said what that means."""
    require(request.user, Permission.PUBLISH)
    claim = current_row(Claim.objects, claim_id)
    form = StepForm(request, claim)
    done = "The verdict is sent back; it stays a draft until it is graded again."
    if answer := taken(request, claim, form, send, done):
        return answer
    claim.refresh_from_db()
    step = Step(
        title="Send the verdict back",
        button="Send it back",
        follows=list(_sending_back(claim)),
        public=["Nothing: those who judged and editors see who sent it back, and why."],
        refused=refusal(refuse_to_send_back, claim, request.user),
        facts=facts_if_published(claim),
        back="/review/editors/to-publish/",
    )
    return ask_once(request, claim, step, form)


def _sending_back(claim):
    grade = latest_grade(claim)
    people = " and ".join(grade.judges) if grade else "Those who judged"
    yield f"{people}: it stands in the list of what was sent back, with what you write."
    yield "The verdict stays as it is, a draft, and waits no more for publishing."
    yield "The next grade of the claim answers it."


@login_required
def sent_back(request):
    """What was sent back to oneself, the oldest first."""
    rows = SentBack.objects.waiting().to(request.user)
    rows = rows.select_related("by", "grade__round__claim").order_by("pk")
    context = {"rows": rows[:MOST_SHOWN]}
    return render(request, "evidence/editing/sent_back.html", context)
