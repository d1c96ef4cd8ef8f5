"""Rounds, and the judgements made in them."""

from django.utils import timezone

from evidence import models as evidence
from tests.factories.evidence import a_frozen_base
from tests.factories.making import make, settled
from tests.factories.people import a_reviewer, an_editor


def a_round(*, reviewers=None, **given):
    """A round on a frozen base that still waits for the ``reviewers`` (one)."""
    base = settled(given, "base", a_frozen_base)
    people = [a_reviewer()] if reviewers is None else reviewers
    round = make(
        evidence.ClaimRound,
        given,
        claim=base.claim,
        wanted=max(len(people), 1),
        called_by=an_editor,
    )
    for person in people:
        an_assignment(round=round, reviewer=person)
    return round


def an_assignment(**given):
    return make(
        evidence.ClaimAssignment,
        given,
        round=lambda: a_round(reviewers=[]),
        reviewer=a_reviewer,
        assigned_by=an_editor,
    )


def is_complete(round):
    """Whether all the grades a round calls for are in."""
    submitted = evidence.Grade.unfiltered.filter(round=round, is_consensus=False)
    return submitted.exclude(submitted_at=None).count() >= round.wanted


def open_round(round):
    """Make a round's judgements public."""
    round.opened_at = timezone.now()
    round.save()
    return round


LEVELS_DOWN = {
    "high": {},
    "moderate": {"risk_of_bias": 1},
    "low": {"risk_of_bias": 1, "imprecision": 1},
    "very_low": {"risk_of_bias": 2, "imprecision": 1},
}


def a_draft_grade(**given):
    """A grade its reviewer still works on, without groups and readings."""
    by_grade = given.get("method", "grade").startswith("grade")
    reviewer = settled(given, "reviewer", a_reviewer)
    return make(
        evidence.Grade,
        given,
        round=lambda: a_round(reviewers=[reviewer]),
        method="grade",
        target="any_effect" if by_grade else "",
        certainty="low" if by_grade else "not_applicable",
        verdict="supported",
        sentence="In the example, examplin may lower fever.",
    )


def a_group(**given):
    """Randomised evidence, rated down as far as its grade's certainty says."""
    grade = settled(given, "grade", a_draft_grade)
    certainty = given.setdefault("certainty", grade.certainty)
    levels = LEVELS_DOWN[certainty]
    return make(
        evidence.GradeGroup,
        given,
        designs="randomised",
        start="rct",
        verdict_rests_on_it=True,
        **levels,
        **{f"{domain}_why": "Because it is made up." for domain in levels},
    )


def a_reading(**given):
    """What the grader reads in an item of the base: the first, if none is given."""
    grade = settled(given, "grade", a_draft_grade)
    return make(
        evidence.ItemReading,
        given,
        item=lambda: grade.round.base.items.first(),
        bearing="supports",
    )


def a_grade(*, opened=True, bearing="supports", **given):
    """A submitted grade with its group and readings.

    Its round opens once all its grades are in, unless ``opened`` is false.
    """
    grade = a_draft_grade(**given)
    if grade.method.startswith("grade"):
        a_group(grade=grade)
    for item in grade.round.base.items.filter(decision="included"):
        a_reading(grade=grade, item=item, bearing=bearing)
    grade.submitted_at = timezone.now()
    grade.save()
    if opened and is_complete(grade.round):
        open_round(grade.round)
    return grade


def a_sent_back(**given):
    return make(
        evidence.SentBack, given, grade=a_grade, why="Look again.", by=an_editor
    )
