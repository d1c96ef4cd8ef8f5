"""Where names are hidden, nothing tells who handed in before whom.

An editor outside a round sees who is in while it waits: the order of what has opened,
its numbers and its times would name each reviewer.
"""

import json

import pytest

from articles.checks.judging import submit_check
from articles.checks.questions import CHECKING
from articles.checks.rounds import call_mention_round
from core import rounds
from core.models import Change
from core.nouns import noun_of
from evidence.grades.actions import submit_grade
from evidence.grades.rounds import GRADING, call_round
from studies.appraisals.actions import submit_appraisal
from studies.appraisals.rounds import APPRAISING, call_study_round
from tests import factories as make
from tests.evidence.test_grade_pages import some_trials
from tests.stories.acting import a_base_of
from tests.stories.acting import a_form as a_grade
from tests.studies.appraisals.answers import HIGH, LOW, a_form

pytestmark = pytest.mark.django_db
HIDDEN = {"names_hidden": True}


class ByNumber:
    """Lots that always fall alike, whoever comes first: those of the last person."""

    @staticmethod
    def sample(rows, k):
        return sorted(rows, key=lambda row: -row.reviewer_id)


@pytest.fixture
def people(monkeypatch):
    monkeypatch.setattr(rounds, "LOTS", ByNumber)
    return [make.a_reviewer(), make.another_reviewer()]


def graded(people, order):
    """A round whose reviewers grade in an order; the last one first changes a mind."""
    base = a_base_of(make.a_claim(asserts="lowers"), some_trials(1))
    given = {"claim": base.claim, "base": base, "by": make.an_admin()}
    round = call_round(reviewers=people, **given, **HIDDEN)
    for n in order:
        said = a_grade(base, note=f"Note {n}")
        own = submit_grade(round=round, form=said, by=people[n])
    return GRADING, round, own


def appraised(people, order):
    study = make.a_study(design="rct", allocation="random")
    round = call_study_round(
        study=study,
        result=make.a_result(study=study),
        instrument="rob2",
        reviewers=people,
        by=make.an_admin(),
        **HIDDEN,
    )
    for n in order:
        quote = {"domain": "D1", "quote": f"Words {n}"}
        form = a_form((LOW, HIGH)[n], quotes=[quote])
        own = submit_appraisal(round=round, form=form, by=people[n])
    return APPRAISING, round, own


def checked(people, order):
    mention = make.a_mention(claim=make.a_claim())
    make.an_anchor(mention=mention)
    citation = make.a_citation(mention=mention)
    given = {"mention": mention, "citation": citation, "by": make.an_admin()}
    round = call_mention_round(reviewers=people, **given, **HIDDEN)
    for n in order:
        said = {"answer": "cannot_verify", "read": ("nothing", "abstract")[n]}
        own = submit_check(round=round, said=said, by=people[n])
    return CHECKING, round, own


@pytest.mark.parametrize("judged", [graded, appraised, checked])
def test_who_was_in_first_shows_nowhere(judged, people, client):
    client.force_login(make.an_editor())
    shown = []
    for order in ((0, 1), (1, 0), (0, 0, 1)):
        kind, round, own = judged(people, order)
        rows = list(kind.judgements.objects.filter(round=round).order_by("pk"))
        assert [row.reviewer for row in rows] == people[::-1]
        assert (own.reviewer, own in rows) == (people[order[-1]], True)
        for name in ("submitted_at", "revision"):
            assert len({getattr(row, name) for row in rows}) == 1
        for model, way in kind.parts:
            parts = model.objects.filter(**{f"{way}__round": round}).order_by("pk")
            whose = [getattr(part, way).reviewer_id for part in parts]
            assert whose == sorted(whose, reverse=True)
        told = Change.objects.public().filter(
            model=noun_of(kind.judgements), row_id__in=[row.pk for row in rows]
        )
        assert {(each.operation, each.who) for each in told.with_context()} == {
            ("open", None)
        }
        told = Change.objects.public().filter(model=noun_of(kind.judgements))
        assert set(told.values_list("row_id", flat=True)) <= set(
            kind.judgements.objects.values_list("pk", flat=True)
        )
        shown.append(answers_of(client, kind, round))
    assert shown[0] == shown[1] == shown[2]


def answers_of(client, kind, round):
    """What the API tells of a round's judgements, but for whose numbers are others."""
    own = {
        GRADING: f"/api/v1/grades/?claim={getattr(round, 'claim_id', 0)}",
        APPRAISING: f"/api/v1/appraisals/?study={getattr(round, 'study_id', 0)}",
        CHECKING: f"/api/v1/mention-rounds/{round.pk}/",
    }[kind]
    told = client.get(own).json()
    rows = told["checks"] if kind is CHECKING else told["results"]
    plain = {"answer", "read", "verdict", "certainty", "overall", "note", "reviewer"}
    return json.dumps(
        [{name: row[name] for name in plain & row.keys()} for row in rows]
    )
