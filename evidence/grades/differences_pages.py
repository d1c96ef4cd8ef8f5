"""The page on which the grades of an opened round are settled, part by part."""

from django.shortcuts import get_object_or_404
from django.urls import reverse

from core.settling_pages import SettlingPage
from evidence.grades.actions import refuse_to_settle, submit_consensus
from evidence.grades.content import live_context
from evidence.grades.differences import Differences
from evidence.grades.problems import placed_problems
from evidence.models import ClaimRound


def differences(request, claim_id, round_id):
    """The grades of a round side by side; who may settle it finds a form there."""
    rounds = ClaimRound.objects.filter(claim=claim_id, wanted__gt=1).opened()
    round = get_object_or_404(rounds.select_related("claim", "base"), pk=round_id)
    return GradeSettling(request, Differences(round, request.user)).respond()


class GradeSettling(SettlingPage):
    """The grades of a round, settled to one."""

    template = "evidence/grades/differences.html"
    outcome = "evidence/grades/_settling_outcome.html"
    done = "What you agreed on is the claim’s verdict now."

    def refuse_to_settle(self):
        refuse_to_settle(self.shown.round, self.request.user)

    def problems(self, settling):
        found = placed_problems(self.shown.bench.weighed, self.shown.form(settling))
        return [("", one.sentence) for one in found]

    def submit(self, settling, **kept):
        form = self.shown.form(settling)
        submit_consensus(round=self.shown.round, form=form, **kept)

    def head(self):
        shown, claim = self.shown, self.shown.round.claim
        return {
            "title": claim.text,
            "back": (f"/claims/{claim.pk}/", f"Claim {claim.pk}"),
            "grades": list(zip(shown.raters, shown.grades, strict=True)),
            "by_grade": shown.bench.by_grade,
        }

    def comes_to(self, settling):
        return live_context(self.shown.bench, self.shown.said_by(settling))

    @property
    def afterwards(self):
        return reverse("claim", args=[self.shown.round.claim_id])
