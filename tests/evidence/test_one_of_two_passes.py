"""Of two who saw the same state of a thing and write at once exactly one is stored."""

import threading
from functools import partial
from itertools import cycle

import pytest
from django.db import connection

from bibliography.imports.actions import set_mapping, start_import
from bibliography.models import ImportBatch
from claims.claims.actions import set_topics
from claims.models import Claim
from core.errors import NotAllowed, Refused
from evidence.about.actions import write_site_text
from evidence.about.words import Part
from evidence.bases.actions import edit_base, freeze_base, open_base
from evidence.bases.items import add_item
from evidence.claims.actions import set_question
from evidence.grades.actions import (
    draft_alone,
    grade_alone,
    save_grade,
    submit_consensus,
    submit_grade,
)
from evidence.grades.places import replace_reviewer, take_place
from evidence.grades.rounds import call_round
from evidence.models import ClaimRound, EvidenceBase
from evidence.people.actions import override_conflict
from studies.models import Result, Study
from studies.results.actions import edit_result
from studies.studies.actions import edit_study
from tests import factories as make
from tests.stories.acting import ASKED, a_form, a_trial

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5  # of each of seventeen things: eighty-five races
PARTS = cycle(Part)  # each written once


@pytest.fixture
def people():
    return make.an_editor(), make.an_admin()


@pytest.fixture
def trial():
    return a_trial("Example 2001", (10, 200, 30, 200), make.an_outcome())


def a_claim():
    return make.a_claim(**ASKED, asserts="lowers")


def a_draft(trial, by):
    base = open_base(claim=a_claim(), scope="other_known", by=by)
    add_item(base=base, result=trial.results.get(), decision="included", by=by)
    base.refresh_from_db()
    return base


def frozen(trial, by):
    return freeze_base(base=a_draft(trial, by), by=by)


# --- what two do at once: two calls, each with rows of its own ---


def topics(trial, people):
    claim = a_claim()
    seen = {"revision": claim.revision}
    for person, name in zip(people, ("Fever", "Pain"), strict=True):
        mine = Claim.objects.get(pk=claim.pk)
        yield partial(set_topics, claim=mine, names=[name], by=person, **seen)


def question(trial, people):
    claim = a_claim()
    for person in people:
        mine = Claim.objects.get(pk=claim.pk)
        said = {"population": person.username, "revision": claim.revision}
        yield partial(set_question, claim=mine, by=person, **said)


def base(trial, people):
    draft = a_draft(trial, people[0])
    for person in people:
        mine = EvidenceBase.objects.get(pk=draft.pk)
        said = {"sources": person.username, "revision": draft.revision}
        yield partial(edit_base, base=mine, by=person, **said)


def first_base(trial, people):
    claim = a_claim()
    for person in people:
        yield partial(open_base, claim=claim, scope="other_known", by=person)


def freezing(trial, people):
    draft = a_draft(trial, people[0])
    for person in people:
        mine = EvidenceBase.objects.get(pk=draft.pk)
        yield partial(freeze_base, base=mine, by=person, revision=draft.revision)


def study(trial, people):
    row = make.a_study()
    for person in people:
        said = {"setting": person.username, "revision": row.revision}
        mine = Study.objects.get(pk=row.pk)
        yield partial(edit_study, study=mine, by=person, **said)


def result(trial, people):
    row = make.a_result()
    for person in people:
        said = {"place": person.username, "reason": "Misread.", "revision": 1}
        mine = Result.objects.get(pk=row.pk)
        yield partial(edit_result, result=mine, by=person, **said)


def columns(trial, people):
    table = b"title,other,year\nWrong,An example of a title,2001\n"
    batch = start_import(data=table, file_name="t.csv", by=people[0])
    for person, title in zip(people, ("title", "other"), strict=True):
        mine = ImportBatch.objects.get(pk=batch.pk)
        said = {"mapping": {"title": title, "year": "year"}, "revision": batch.revision}
        yield partial(set_mapping, batch=mine, by=person, **said)


def words_of_this_site(trial, people):
    part = next(PARTS)
    for person in people:
        yield partial(write_site_text, part=part, text="Ask us.", seen=0, by=person)


def conflict_let_through(trial, people):
    kept_out = make.a_conflict(claim=a_claim())
    for person in people:
        said = {"conflict": kept_out, "reason": "No other knows this field."}
        yield partial(override_conflict, by=person, **said)


def grade_of_two_people(trial, people):
    """Neither has begun; each hands in at once."""
    graded = frozen(trial, people[0])
    for person in people:
        said = {"form": a_form(graded), "revision": 0, "judged": ""}
        yield partial(grade_alone, claim=graded.claim, base=graded, by=person, **said)


def draft_in_two_windows(trial, people):
    graded, me = frozen(trial, people[0]), people[0]
    place = draft_alone(claim=graded.claim, base=graded, draft={}, by=me)
    for words in ("here", "there"):
        said = {"draft": {"explanation": words}, "revision": place.revision}
        round = ClaimRound.objects.get(pk=place.round_id)
        yield partial(save_grade, round=round, by=me, **said)


def grade_in_two_windows(trial, people):
    graded, me = frozen(trial, people[0]), people[0]
    place = draft_alone(claim=graded.claim, base=graded, draft={}, by=me)
    for _ in range(2):
        said = {"form": a_form(graded), "revision": place.revision}
        round = ClaimRound.objects.get(pk=place.round_id)
        yield partial(submit_grade, round=round, by=me, **said)


def a_round(trial, people, *, reviewers, wanted=2):
    base = frozen(trial, people[0])
    given = {"reviewers": reviewers, "wanted": wanted, "by": people[0]}
    return call_round(claim=base.claim, base=base, **given)


def anew(round):
    return ClaimRound.objects.get(pk=round.pk)


def calls_of_a_round(trial, people):
    base = frozen(trial, people[0])
    for person in people:
        given = {"reviewers": [], "wanted": 2, "by": person}
        yield partial(call_round, claim=base.claim, base=base, **given)


def last_place(trial, people):
    round = a_round(trial, people, reviewers=[make.a_reviewer()])
    for person in (make.another_reviewer(), make.a_third_reviewer()):
        yield partial(take_place, round=anew(round), by=person)


def removed_while_handing_in(trial, people):
    mine = make.a_reviewer()
    round = a_round(trial, people, reviewers=[mine])
    form = a_form(round.base)
    yield partial(submit_grade, round=anew(round), form=form, by=mine)
    away = {"reviewer": mine, "by": people[1], "reason": "Late."}
    yield partial(replace_reviewer, round=anew(round), **away)


def consensus_of_two(trial, people):
    both = [make.a_reviewer(), make.another_reviewer()]
    round = a_round(trial, people, reviewers=both)
    for person in both:
        submit_grade(round=anew(round), form=a_form(round.base), by=person)
    for person in both:
        form = a_form(round.base)
        yield partial(submit_consensus, round=anew(round), form=form, by=person)


THINGS = (topics, question, base, first_base, freezing, study, result)
OTHERS = (columns, words_of_this_site, conflict_let_through)
GRADES = (grade_of_two_people, draft_in_two_windows, grade_in_two_windows)
IN_ROUNDS = (calls_of_a_round, last_place, removed_while_handing_in, consensus_of_two)

ALL = (*THINGS, *OTHERS, *GRADES, *IN_ROUNDS)


def outcomes(races):
    """Of each race how many of the two were stored; each person has a connection."""
    stored = [[], []]
    both = threading.Barrier(2, timeout=60)

    def run(one):
        try:
            for race in races:
                both.wait()
                try:
                    race[one]()
                    stored[one].append(1)
                except (NotAllowed, Refused):
                    stored[one].append(0)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[one]) for one in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [sum(pair) for pair in zip(*stored, strict=True)]


def test_exactly_one_passes_each_time(people, trial):
    things = [thing for thing in ALL for _ in range(ROUNDS)]
    races = [list(thing(trial, people)) for thing in things]
    found = zip(things, outcomes(races), strict=True)
    wrong = sorted({thing.__name__ for thing, stored in found if stored != 1})
    assert not wrong


def test_two_who_hand_in_at_once_are_both_in_and_the_round_opens(people, trial):
    both = [make.a_reviewer(), make.another_reviewer()]
    rounds = [a_round(trial, people, reviewers=both) for _ in range(ROUNDS)]
    races = [
        [
            partial(submit_grade, round=anew(round), form=a_form(round.base), by=person)
            for person in both
        ]
        for round in rounds
    ]
    assert outcomes(races) == [2] * ROUNDS
    assert all(anew(round).is_open for round in rounds)
