"""The page on which the appraisals of an opened round are settled, part by part."""

from django.urls import reverse

from core.settling_pages import SettlingPage
from studies.appraisals.actions import (
    agree_on_appraisal,
    problems_of,
    refuse_to_settle,
)
from studies.appraisals.differences import Differences
from studies.appraisals.pages import ROUNDS, asked_round


def differences(request, study_id, study_round_id):
    """The appraisals of a round side by side; who may settle it finds a form there."""
    opened = ROUNDS.filter(wanted__gt=1).opened()
    round = asked_round(study_id, study_round_id, opened)
    return AppraisalSettling(request, Differences(round)).respond()


class AppraisalSettling(SettlingPage):
    """The appraisals of a round, settled to one."""

    template = "studies/appraisals/differences.html"
    outcome = "studies/appraisals/_settling_outcome.html"
    done = "What you agreed on is stored; each one’s own stays."

    def refuse_to_settle(self):
        refuse_to_settle(self.shown.round, self.request.user)

    def problems(self, settling):
        found = problems_of(self.shown.round, self.shown.sheet(settling))
        return [(_part_of(one.field), one.sentence) for one in found]

    def submit(self, settling, **kept):
        form = self.shown.form(settling)
        agree_on_appraisal(round=self.shown.round, form=form, **kept)

    def head(self):
        shown, study = self.shown.shown, self.shown.round.study
        return {
            "title": f"{shown.name}: {study.label}",
            "back": (f"/studies/{study.pk}/", study.label),
            "shown": shown,
        }

    def comes_to(self, settling):
        sheet = self.shown.sheet(settling)
        return {
            "sheet": sheet,
            "domain_names": {one.id: one.name for one in sheet.domains},
        }

    @property
    def afterwards(self):
        round = self.shown.round
        return reverse("appraisals", args=[round.study_id, round.pk])


def _part_of(field):
    """The part of the page that a field of the form is settled in."""
    kind, _, name = field.partition(".")
    parts = {
        "answers": "answer",
        "judgements": "judgement",
        "why": "judgement",
        "directions": "direction",
    }
    return f"{parts[kind]}-{name}" if kind in parts and name else ""
