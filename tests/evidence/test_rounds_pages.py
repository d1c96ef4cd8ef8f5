"""A round is called on a claim's page, and its places are taken, given and left."""

from functools import partial

import pytest

from core.errors import NotAllowed, Refused
from evidence.bases.actions import edit_base, mark_main_line
from evidence.claims.actions import set_question
from evidence.grades.actions import (
    draft_alone,
    grade_alone,
    save_grade,
    submit_consensus,
    submit_grade,
)
from evidence.grades.places import replace_reviewer, take_place, want_fewer
from evidence.grades.rounds import call_round
from evidence.models import ClaimRound
from tests import factories as make
from tests.html import shown
from tests.stories.acting import a_base_of, a_form, a_trial

pytestmark = pytest.mark.django_db
MOST_QUERIES = 14


@pytest.fixture
def base():
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())
    return a_base_of(make.a_claim(asserts="lowers"), [trial])


def address(base):
    return f"/claims/{base.claim_id}/rounds/"


def called(base, *people, wanted=2, by=None):
    return call_round(
        claim=base.claim,
        base=base,
        reviewers=people,
        wanted=wanted,
        by=by or make.an_editor(),
    )


def test_whoever_is_named_is_asked_whatever_the_number_says(client, base):
    client.force_login(make.an_editor())
    people = [make.a_reviewer(), make.another_reviewer(), make.a_third_reviewer()]
    sent = {"do": "call", "wanted": "2", "reviewers": [each.pk for each in people]}
    client.post(address(base), sent)
    round = ClaimRound.objects.get()
    assert (round.wanted, round.assignments.count()) == (3, 3)


def test_an_editor_offers_a_round_of_two_and_reviewers_take_its_places(client, base):
    client.force_login(make.an_editor())
    client.post(address(base), {"do": "call", "wanted": "2"})
    round = ClaimRound.objects.get()
    assert (round.wanted, round.assignments.count()) == (2, 0)
    for number, person in enumerate([make.a_reviewer(), make.another_reviewer()], 1):
        client.force_login(person)
        assert "Take a place" in shown(client.get(address(base)))
        form = shown(client.get(f"/claims/{base.claim_id}/grade/"))
        assert "a place in it is free" in form
        client.post(address(base), {"do": "take"})
        assert round.assignments.count() == number
    client.force_login(make.a_third_reviewer())
    page = shown(client.get(address(base)))
    assert "Places on offer: 0" in page
    assert "Take a place" not in page
    answer = client.post(address(base), {"do": "take"}, follow=True)
    assert "No place in this round is free any more." in shown(answer)


def test_a_place_given_back_is_taken_by_another_and_the_draft_stays(client, base):
    first, other = make.a_reviewer(), make.another_reviewer()
    round = called(base, first)
    save_grade(round=round, draft={"note": "Half a thought"}, by=first)
    client.force_login(first)
    client.post(address(base), {"do": "give_back"})
    assert "Places on offer: 2" in shown(client.get(address(base)))
    take_place(round=round, by=other)
    client.post(address(base), {"do": "take"})
    assert round.assignments.get(reviewer=first).draft == {"note": "Half a thought"}
    assert "Half a thought" in shown(client.get(f"/claims/{base.claim_id}/grade/"))


def test_a_reviewer_is_replaced_with_a_reason_and_loses_nothing(client, base):
    first, other = make.a_reviewer(), make.another_reviewer()
    round = called(base, first)
    client.force_login(make.an_editor())
    said = {"do": "replace", "reviewer": first.pk, "instead": other.pk}
    assert "“Why” is missing." in shown(client.post(address(base), said))
    client.post(address(base), said | {"reason": "On holiday."})
    assert [place.reviewer for place in round.assignments.standing()] == [other]
    client.force_login(first)
    grade = f"/claims/{base.claim_id}/grade/"
    typed = {"do": "save", "note": "Typed meanwhile"}
    answer = client.post(grade, typed)
    assert answer.status_code == 409
    assert "On holiday." in shown(answer)
    assert "Typed meanwhile" in shown(answer)
    assert "Typed meanwhile" in shown(client.get(grade))
    typing = {"do": "submit", "note": "Typed meanwhile, and on"}
    told = shown(client.post(grade, typing, headers={"HX-Request": "true"}))
    assert "Saved" in told
    assert "taken away: On holiday." in told
    assert "Typed meanwhile, and on" in shown(client.get(grade))
    client.post(grade, {"note": "Typed meanwhile"})
    assert "taken away: On holiday." in shown(client.get(address(base)))
    with pytest.raises(Refused, match="An editor can give it back"):
        take_place(round=round, by=first)
    assert round.assignments.get(reviewer=first).draft["note"] == "Typed meanwhile"


def test_who_is_in_is_for_editors_who_do_not_judge(client, base):
    editor, other = make.an_editor(), make.an_admin()
    reviewer = make.a_reviewer()
    round = called(base, reviewer, editor, wanted=3)
    submit_grade(round=round, form=a_form(base), by=reviewer)
    client.force_login(other)
    page = shown(client.get(address(base)))
    assert "1 of 3 in" in page
    assert "Rev Madeup: in" in page
    client.force_login(editor)
    page = shown(client.get(address(base)))
    assert "of 3 in" not in page
    assert "Rev Madeup" not in page
    for act in (replace_reviewer, want_fewer):
        given = {"reviewer": reviewer} if act is replace_reviewer else {}
        with pytest.raises(NotAllowed, match="You judge in this round yourself"):
            act(round=round, by=editor, reason="I am curious.", **given)
    answer = client.post(address(base), {"do": "call_off", "reason": "I am curious."})
    assert answer.status_code == 403
    with pytest.raises(Refused, match="the place stays"):
        replace_reviewer(round=round, reviewer=reviewer, by=other, reason="Late.")


def test_a_place_nobody_takes_does_not_hold_a_round_up(base):
    people = [make.a_reviewer(), make.another_reviewer()]
    round = called(base, *people, wanted=3)
    for person in people:
        submit_grade(round=round, form=a_form(base), by=person)
    want_fewer(round=round, by=make.an_editor(), reason="Nobody came.")
    assert ClaimRound.objects.get().is_open
    assert round.wanted == 2


def test_after_a_round_opened_another_needs_a_reason(client, base):
    people = [make.a_reviewer(), make.another_reviewer()]
    round = called(base, *people)
    for person in people:
        submit_grade(round=round, form=a_form(base), by=person)
    client.force_login(make.an_editor())
    answer = client.post(address(base), {"do": "call", "wanted": "2"})
    assert answer.status_code == 422
    assert "say why it is graded again" in shown(answer)
    client.post(address(base), {"do": "call", "wanted": "2", "reason": "New trial."})
    assert ClaimRound.objects.get(opened_at=None).why == "New trial."
    page = shown(client.get(address(base)))
    assert f"/rounds/{round.pk}/" in page
    assert "Because: New trial." in page


def test_nobody_grades_alone_past_differences_that_wait(client, base):
    people = [make.a_reviewer(), make.another_reviewer()]
    round = called(base, *people)
    for person in people:
        submit_grade(round=round, form=a_form(base), by=person)
    form = f"/claims/{base.claim_id}/grade/"
    for person in (people[0], make.a_third_reviewer()):
        client.force_login(person)
        page = shown(client.get(form))
        assert "what they agree on is not settled yet" in page
        assert f"/claims/{base.claim_id}/rounds/" in page
        with pytest.raises(Refused, match="not settled yet"):
            grade_alone(claim=base.claim, base=base, form=a_form(base), by=person)
    round.refresh_from_db()
    submit_consensus(round=round, form=a_form(base), by=people[0])
    page = shown(client.get(form))
    assert "not settled yet" not in page and "Why it is graded again" in page


def test_who_grades_alone_what_several_agreed_on_says_why(base):
    people = [make.a_reviewer(), make.another_reviewer()]
    round = called(base, *people)
    for person in people:
        submit_grade(round=round, form=a_form(base), by=person)
    submit_consensus(round=round, form=a_form(base), by=people[0])
    alone = {"claim": base.claim, "base": base, "by": people[0]}
    with pytest.raises(Refused, match="why it is graded again") as refusal:
        grade_alone(form=a_form(base), **alone)
    assert [each.field for each in refusal.value.problems] == ["explanation"]
    grade_alone(form=a_form(base, explanation="I misread a table."), **alone)


def test_who_may_not_grade_is_not_asked(client, base):
    client.force_login(make.an_editor())
    said = {"do": "call", "wanted": "2", "reviewers": [make.a_curator().pk]}
    assert client.post(address(base), said).status_code == 422
    client.force_login(make.a_reviewer())
    assert client.post(address(base), {"do": "call"}).status_code in (403, 422)
    assert not ClaimRound.objects.exists()


def test_a_place_of_a_closed_account_is_free_and_taken(base):
    gone = make.another_reviewer()
    round = called(base, make.a_reviewer(), gone)
    gone.is_active = False
    gone.save()
    take_place(round=round, by=make.a_third_reviewer())
    assert round.assignments.standing().count() == 2


@pytest.mark.parametrize("who", [make.an_editor, make.a_reviewer])
def test_the_page_asks_little(client, base, who, django_assert_max_num_queries):
    called(base, make.a_reviewer(), make.another_reviewer(), wanted=5)
    client.force_login(who())
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get(address(base))


def test_what_is_judged_stands_still_while_a_round_waits(base):
    """The claim's question and numbers, the base and its main line: whoever asks."""
    round = called(base, make.a_reviewer(), make.another_reviewer())
    for person in (make.a_reviewer(), make.an_editor()):
        figures = {"margin": 1.25, "scale": "rr", "margin_source": "made up"}
        with pytest.raises(Refused, match="is being graded"):
            set_question(claim=round.claim, by=person, **figures)
        for change in (
            partial(edit_base, outcome="another"),
            partial(mark_main_line, designs="randomised", line=""),
        ):
            with pytest.raises(Refused, match="frozen"):
                change(base=base, by=person)


def test_who_began_alone_goes_on_in_the_round(base):
    mine, editor = make.a_reviewer(), make.an_editor()
    draft = {"note": "Half a thought"}
    place = draft_alone(claim=base.claim, base=base, draft=draft, by=mine)
    others = [make.another_reviewer(), make.a_third_reviewer()]
    with pytest.raises(Refused, match="leave a place"):
        called(base, *others)
    round = called(base, others[0], by=editor)
    assert round == place.round
    assert {each.reviewer for each in round.assignments.all()} == {mine, others[0]}
    assert round.assignments.get(reviewer=mine).draft == draft
    submit_grade(round=round, form=a_form(base), by=mine)
    assert not ClaimRound.objects.get().is_open
