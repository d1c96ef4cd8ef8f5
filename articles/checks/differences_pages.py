"""The page on which the checks of an opened round are settled, part by part."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.checks.differences import Differences
from articles.checks.judging import agree_on_check, refuse_to_settle
from articles.checks.judging_pages import ROUNDS
from articles.models import MentionJudgement
from core.settling_pages import SettlingPage


def differences(request, mention_round_id):
    """The checks of a round side by side; who may settle it finds a form there."""
    rounds = ROUNDS.filter(wanted__gt=1).opened()
    round = get_object_or_404(rounds, pk=mention_round_id)
    return CheckSettling(request, Differences(round)).respond()


class CheckSettling(SettlingPage):
    """The checks of a round, settled to one."""

    template = "articles/checks/differences.html"
    outcome = ""
    done = "What you agreed on counts now; each one’s own stays."

    def refuse_to_settle(self):
        refuse_to_settle(self.shown.round, self.request.user)

    def problems(self, settling):
        """What the columns of an answer refuse, as the form of one says it."""
        row = MentionJudgement(round=self.shown.round, **self.shown.said(settling))
        try:
            row.full_clean(exclude=["reviewer", "round"])
        except ValidationError as broken:
            return [("", sentence) for sentence in broken.messages]
        return []

    def submit(self, settling, **kept):
        said = self.shown.said(settling)
        agree_on_check(round=self.shown.round, said=said, **kept)

    def head(self):
        round = self.shown.round
        return {
            "title": self.shown.question.words,
            "back": (reverse("mention-round", args=[round.pk]), "The round"),
            "mention": round.mention,
        }

    def comes_to(self, settling):
        return {}

    @property
    def afterwards(self):
        return reverse("mention-round", args=[self.shown.round.pk])
