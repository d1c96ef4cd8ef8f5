"""Appraising on pages: what is asked, kept, refused, handed in and shown."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.models import Change
from studies.appraisals.actions import (
    agree_on_appraisal,
    appraise_alone,
    submit_appraisal,
)
from studies.appraisals.content import Desk, page_context
from studies.appraisals.draft import AppraisalForm
from studies.appraisals.rounds import call_study_round, replace_appraiser
from studies.instruments import reading
from studies.instruments.judging import path
from studies.models import Appraisal, StudyAssignment, StudyRound
from tests import factories as make
from tests.html import shown
from tests.studies.appraisals.answers import HIGH, LOW, a_form

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture
def result():
    return make.a_result(study=make.a_study(design="rct", allocation="random"))


@pytest.fixture
def round(result):
    return call_study_round(
        study=result.study,
        result=result,
        instrument="rob2",
        reviewers=[make.a_reviewer(), make.another_reviewer()],
        by=make.an_editor(),
    )


def place(round):
    return f"/studies/{round.study_id}/appraise/{round.pk}/"


def typed(answers, **more):
    return {f"answer-{one}": word for one, word in answers.items()} | more


def asked_on(page):
    """The questions that a page shows: those not hidden."""
    rows = re.findall(r'<fieldset class="question[^>]*>', page.content.decode())
    return [
        re.search(r'data-question="([^"]*)"', row)[1]
        for row in rows
        if not re.search(r"\shidden", row) and "data-several" not in row
    ]


def test_whoever_may_appraise_begins_by_choosing_an_instrument(client, result):
    start = f"/studies/{result.study_id}/appraise/"
    client.force_login(make.a_curator())
    assert client.get(start).status_code == 403
    client.force_login(make.a_reviewer())
    page = shown(client.get(start))
    assert page.index("RoB 2") < page.index("ROBINS-I")
    assert "AMSTAR 2" not in page
    sent = {"result": result.pk, "instrument": "rob2:adherence"}
    answer = client.post(start, sent)
    round = StudyRound.objects.get()
    assert answer["Location"] == place(round)
    assert (round.result, round.variant) == (result, "adherence")
    again = client.post(start, sent)
    assert again.status_code == 422
    assert "is being appraised with this instrument already" in shown(again)


def test_an_editor_calls_on_others_and_offers_places(client, result):
    client.force_login(make.an_editor())
    sent = {
        "result": result.pk,
        "instrument": "rob2:assignment",
        "who": "others",
        "reviewers": [make.a_reviewer().pk],
        "wanted": "2",
    }
    client.post(f"/studies/{result.study_id}/appraise/", sent)
    round = StudyRound.objects.get()
    assert (round.wanted, round.assignments.count()) == (2, 1)
    client.force_login(make.another_reviewer())
    assert "Take a place" in shown(client.get(place(round)))
    client.post(place(round), {"do": "take"})
    assert asked_on(client.get(place(round)))


def test_a_call_that_is_refused_comes_back_filled_in(client, result):
    client.force_login(make.an_editor())
    asked = make.another_reviewer()
    make.a_reviewer()
    sent = {
        "result": result.pk,
        "instrument": "rob2:assignment",
        "reviewers": [asked.pk],
        "wanted": "3",
        "names_hidden": "on",
        "reason": "A letter <came>.",
    }
    answer = client.post(f"/studies/{result.study_id}/appraise/", sent)
    assert answer.status_code == 422
    assert "say under “By whom” that they do it" in shown(answer)
    assert not StudyRound.objects.exists()
    page = answer.content.decode()
    assert page.count('value="A letter &lt;came&gt;."') == 1  # for the result alone
    assert len(re.findall(r'name="wanted"[^>]*value="3"', page)) == 1
    ticked = re.findall(r'name="(?:reviewers|names_hidden)"[^>]*\schecked', page)
    assert len(ticked) == 2
    assert f'value="{asked.pk}"' in ticked[0]


def test_an_editor_sees_how_a_round_waits_and_takes_a_place_away(client, round):
    client.force_login(make.an_editor())
    waiting = f"/studies/{round.study_id}/appraisals/{round.pk}/"
    submit_appraisal(round=round, form=a_form(), by=make.a_reviewer())
    page = shown(client.get(waiting))
    assert "1 of 2 are in" in page
    sent = {"do": "replace", "reviewer": make.another_reviewer().pk, "reason": ""}
    assert client.post(waiting, sent).status_code == 422
    answer = client.post(waiting, sent | {"reason": "On leave."}, follow=True)
    assert "The place is taken away" in shown(answer)
    assert "1 place on offer" in shown(answer)
    third = {"do": "assign", "reviewer": make.a_third_reviewer().pk}
    assert "The place is given." in shown(client.post(waiting, third, follow=True))
    assert round.assignments.standing().count() == 2
    refused = client.post(waiting, {"do": "fewer", "reason": "Two would do."})
    assert "Somebody has each place" in shown(refused)


def test_an_editor_calls_a_round_off_before_anything_is_in(client, round):
    client.force_login(make.an_editor())
    waiting = f"/studies/{round.study_id}/appraisals/{round.pk}/"
    sent = {"do": "call_off", "reason": "Called by mistake."}
    assert "is called off" in shown(client.post(waiting, sent, follow=True))
    assert not StudyRound.objects.exists()


def test_who_judges_in_a_round_arranges_nothing_and_learns_of_nobody(client, round):
    waiting = f"/studies/{round.study_id}/appraisals/{round.pk}/"
    assert "not in yet" not in shown(client.get(waiting))
    for who in (make.a_reviewer(), make.a_reader()):
        client.force_login(who)
        for sent in ({"do": "replace"}, {"do": "call_off", "reason": "Curious."}):
            assert client.post(waiting, sent).status_code == 403
        assert "not in yet" not in shown(client.get(waiting))


def test_reviewers_chosen_are_who_is_asked_and_nobody_else(client, result):
    client.force_login(make.an_editor())
    sent = {"result": result.pk, "instrument": "rob2:assignment", "who": "others"}
    sent["reviewers"] = [make.a_reviewer().pk, make.another_reviewer().pk]
    client.post(f"/studies/{result.study_id}/appraise/", sent)
    places = StudyRound.objects.get().assignments.values_list("reviewer", flat=True)
    assert set(places) == set(sent["reviewers"])


def test_a_design_that_asks_for_another_variant_says_so(client):
    study = make.a_study(design="crossover_rct", allocation="random")
    make.a_result(study=study)
    client.force_login(make.a_reviewer())
    page = shown(client.get(f"/studies/{study.pk}/appraise/"))
    assert "crossover variant advised" in page


def test_only_questions_on_the_path_are_asked_without_scripts(client, round):
    client.force_login(make.a_reviewer())
    assert asked_on(client.get(place(round))) == [
        *("1.1", "1.2", "1.3", "2.1", "2.2", "2.6"),
        *("3.1", "4.1", "4.2", "5.1", "5.2", "5.3"),
    ]
    said = typed({"2.1": "Y", "3.1": "N", "4.1": "N", "4.2": "NI"}, do="save")
    assert client.post(place(round), said).status_code == 302
    asked = asked_on(client.get(place(round)))
    assert {"2.3", "3.2", "4.3"} <= set(asked)
    assert not {"2.4", "3.3", "4.4"} & set(asked)


@given(data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_form_asks_exactly_what_the_path_says(data):
    key = data.draw(st.sampled_from(reading.KEYS))
    tool = reading.instrument(key)
    variant = data.draw(st.sampled_from([*tool.variants, tool.default_variant]))
    questions = [q for each in tool.domains_of(variant) for q in each.questions]
    drawn = {
        q.id: data.draw(st.sampled_from(["", *q.offered]), label=q.id)
        for q in questions
    }
    answers = {question: answer for question, answer in drawn.items() if answer}
    round = StudyRound(instrument=key, version=tool.version, variant=variant)
    round.study = make.a_study()
    desk = Desk(round, make.a_reviewer(), None)
    rows = page_context(desk, AppraisalForm(answers=answers), [])["rows"]
    for row in rows:
        asked = [each.question.id for each in row.questions if each.is_asked]
        assert asked == [question.id for question in path(row.domain, answers)]


def test_a_draft_is_kept_on_the_server_and_two_tabs_do_not_overwrite(client, round):
    client.force_login(make.a_reviewer())
    seen = StudyAssignment.objects.get(reviewer=make.a_reviewer()).revision
    first = typed({"1.1": "Y"}, revision=seen, do="save")
    htmx = {"headers": {"HX-Request": "true"}}
    answer = client.post(place(round), first, **htmx)
    assert "Saved" in shown(answer)
    assert answer["Content-Type"].startswith("text/html")
    late = client.post(place(round), typed({"1.1": "N"}, revision=seen, do="save"))
    assert late.status_code == 409
    assert "another window meanwhile" in shown(late)
    client.logout()
    client.force_login(make.a_reviewer())
    page = client.get(place(round)).content.decode()
    assert re.search(r'name="answer-1.1" value="Y"[^>]*checked', page)
    client.force_login(make.another_reviewer())
    page = client.get(place(round)).content.decode()
    assert not re.search(r'name="answer-1.1" value="Y"[^>]*checked', page)


def test_what_is_typed_for_a_place_that_was_taken_away_is_kept(client, round):
    rev = make.a_reviewer()
    replace_appraiser(round=round, reviewer=rev, by=make.an_editor(), reason="Ill.")
    client.force_login(rev)
    closed = client.post(place(round), typed({"1.1": "Y"}, do="submit"))
    assert closed.status_code == 409
    assert "taken away: Ill." in shown(closed)
    typing = typed({"1.1": "Y", "1.2": "N"})
    told = client.post(place(round), typing, headers={"HX-Request": "true"})
    assert "Your place is gone: Ill. This is kept for you." in shown(told)
    assert "(2 answers)" in shown(client.get(place(round)))
    assert not Appraisal.unfiltered.exists()


def test_a_draft_kept_while_the_button_has_the_focus_hands_nothing_in(client, round):
    client.force_login(make.a_reviewer())
    sent = typed(LOW, do="submit")
    answer = client.post(place(round), sent, headers={"HX-Request": "true"})
    assert "Saved" in shown(answer)
    assert not Appraisal.unfiltered.exists()


def test_what_is_missing_stands_beside_its_question_and_nothing_is_lost(client, round):
    client.force_login(make.a_reviewer())
    sent = typed({"1.1": "Y"}, do="submit")
    sent |= {"judgement-D1": "High", "support-D1": "A made-up reason."}
    page = client.post(place(round), sent)
    assert page.status_code == 422
    assert "1.2 has no answer yet." in shown(page)
    assert "A made-up reason." in shown(page)
    assert not Appraisal.unfiltered.exists()


def test_an_appraisal_is_handed_in_with_its_quotes_and_can_be_changed(client, round):
    client.force_login(make.a_reviewer())
    sent = typed(LOW, do="submit")
    for name, value in (
        ("domain", "D1"),
        ("question", "1.2"),
        ("quote", "Envelopes, made up."),
        ("place", "Methods"),
        ("text", ""),
        ("start", ""),
    ):
        sent[f"quote_{name}"] = value
    assert client.post(place(round), sent).status_code == 302
    page = shown(client.get(place(round)))
    assert "Your appraisal is in" in page
    assert "Envelopes, made up." in page
    client.post(place(round), typed(HIGH, do="submit"))
    assert Appraisal.unfiltered.get().overall == "High"


def test_the_study_shows_what_is_open_and_nothing_before(
    client, round, django_assert_max_num_queries
):
    study = f"/studies/{round.study_id}/"
    before = shown(client.get(study))
    submit_appraisal(round=round, form=a_form(), by=make.a_reviewer())
    assert shown(client.get(study)) == before
    waiting = shown(client.get(f"{study}appraisals/{round.pk}/"))
    assert "waits for 2 appraisals" in waiting
    assert "1 of 2" not in waiting
    submit_appraisal(round=round, form=a_form(HIGH), by=make.another_reviewer())
    page = shown(client.get(study))
    assert "Not agreed on yet" in page
    assert "not an official version" in page
    agree_on_appraisal(round=round, form=a_form(HIGH), by=make.a_reviewer())
    with django_assert_max_num_queries(MOST_QUERIES):
        page = shown(client.get(study))
    assert make.another_reviewer().display_name in page
    side_by_side = shown(client.get(f"{study}appraisals/{round.pk}/"))
    assert "Agreed on" in side_by_side
    asked = dict(re.findall(r'<tr id="([\d.]+)"([^>]*)>', side_by_side))
    assert {"1.1", "1.2", "2.1"} <= asked.keys()
    assert "2.3" not in asked  # nobody's answers led there
    assert "questions were not asked" in side_by_side
    differing = [id for id, marked in asked.items() if "differs" in marked]
    assert differing == [id for id in asked if HIGH[id] != LOW[id]]
    for symbol, word in (("+", "Low"), ("×", "High")):
        assert f'aria-hidden="true">{symbol}</span> <b>{word}</b>' in side_by_side


def test_names_stay_hidden_until_they_agreed(client, result):
    people = [make.a_reviewer(), make.another_reviewer()]
    round = make.a_study_round(result=result, reviewers=people, names_hidden=True)
    for person in people:
        submit_appraisal(round=round, form=a_form(), by=person)
    page = f"/studies/{round.study_id}/appraisals/{round.pk}/"
    told = shown(client.get(page))
    assert "Reviewer 1" in told
    assert people[0].display_name not in told
    past = shown(client.get(f"{page}history/"))
    assert "stays hidden until they agreed" in past
    feed = set(Change.objects.public().with_context().values_list("who", flat=True))
    for person in people:
        assert person.display_name not in past
        assert person.display_name not in feed
    agree_on_appraisal(round=round, form=a_form(), by=people[1])
    for told in (page, f"{page}history/"):
        assert people[0].display_name in shown(client.get(told))
    became = f"Became public, {people[0].display_name} · "
    assert became in shown(client.get(f"{page}history/"))


def test_its_history_tells_round_after_round_what_became_of_it(client, result):
    said = {"study": result.study, "result": result, "instrument": "rob2"}
    person = make.a_reviewer()
    first = appraise_alone(**said, form=a_form(), by=person)
    again = a_form(HIGH, directions={"D1": "intervention"})
    appraise_alone(**said, form=again, by=person, reason="A letter came.")
    waits = make.a_study_round(result=result, reviewers=[person])
    page = f"/studies/{result.study_id}/appraisals/{first.round_id}/history/"
    told = shown(client.get(page))
    assert "Because: A letter came." in told
    assert "Randomisation: Low → <b>High</b>" in told
    assert "Overall: Low → <b>High</b>" in told
    assert re.search("1.2 Was the next assignment hidden[^<]*: Y → <b>N</b>", told)
    assert told.count("It waits.") == 1
    now = client.get(f"/studies/{result.study_id}/appraisals/{waits.pk}/history/")
    assert "It waits." in shown(now)
    assert (
        client.get(f"/studies/{result.study_id}/appraisals/999999/history/").status_code
        == 404
    )


def test_what_differs_is_settled_and_what_agrees_is_accepted_together(client, round):
    low = a_form(support={"D1": "Made up."}, directions={"D1": "intervention"})
    submit_appraisal(round=round, form=low, by=make.a_reviewer())
    why = {"judgements": {"D5": "High"}, "why": {"D5": "No plan was found."}}
    high = a_form({**HIGH, "5.2": "NI"}, **why)
    submit_appraisal(round=round, form=high, by=make.another_reviewer())
    page = f"/studies/{round.study_id}/appraisals/{round.pk}/differences/"
    assert "5 differences" in shown(client.get(page))
    client.force_login(make.a_reviewer())
    picks = {"took-answer-1.2": "2", "took-answer-5.2": "third", "accepted": "yes"}
    picks |= {"value-answer-5.2": "N", "because-answer-5.2": "Only one was reported."}
    missing = client.post(page, {**picks, "do": "submit"})
    assert missing.status_code == 422
    assert "not settled yet" in shown(missing)
    assert client.post(page, {**picks, "do": "save"}).status_code == 302
    picks |= {"took-judgement-D5": "1", "took-support-D1": "1", "do": "submit"}
    picks |= {"took-direction-D1": "1"}
    assert client.post(page, picks).status_code == 302
    agreed = Appraisal.objects.agreed().get()
    judged = dict(agreed.judgements.values_list("domain", "judgement"))
    assert (judged["D1"], judged["D5"], agreed.overall) == ("High", "Low", "High")
    assert agreed.judgements.get(domain="D1").direction == "intervention"
    opened = shown(client.get(page.removesuffix("differences/")))
    assert opened.count("Its bias: favours the intervention") == 2  # own, and agreed
    assert agreed.settled["picks"]["answer-5.2"]["because"] == "Only one was reported."
    assert "Settled" in shown(client.get(page))
