"""A result is appraised by keys alone; words of a text become a quote."""

import json
import random

import pytest
from playwright.sync_api import expect

from studies.appraisals.rounds import call_study_round
from studies.instruments import reading
from studies.instruments.judging import path
from studies.models import Appraisal, Judgement, StudyAssignment
from tests import factories as make
from tests.studies.appraisals.answers import LOW

pytestmark = pytest.mark.django_db(transaction=True)
MOST_KEYS = 40
WORDS = "Sealed envelopes were drawn, one after the other. All of this is made up."


@pytest.fixture
def result():
    study = make.a_study(design="rct", allocation="random")
    text = make.a_stored_text(text=f"Methods.\n\n{WORDS}")
    make.a_report(study=study, reference=text.reference)
    return make.a_result(study=study)


@pytest.fixture
def round(result, sign_in):
    sign_in(make.a_reviewer())
    return call_study_round(
        study=result.study,
        result=result,
        instrument="rob2",
        reviewers=[make.a_reviewer(), make.another_reviewer()],
        by=make.an_editor(),
    )


@pytest.fixture
def form(page, round):
    page.goto(f"/studies/{round.study_id}/appraise/{round.pk}/")
    return page


def asked(page):
    shown = page.locator("[data-question]:not([data-several]):visible")
    return shown.evaluate_all("rows => rows.map((row) => row.dataset.question)")


def test_rob_2_of_one_result_takes_at_most_forty_keys(form, result):
    keys = [*"yum", *"yynyy", *"nny", *"nyi", *"ynn", "Control+Enter"]
    for key in keys:
        form.keyboard.press(key)
    expect(form.get_by_text("Your appraisal is in.")).to_be_visible()
    assert len(keys) <= MOST_KEYS
    found = Appraisal.unfiltered.get()
    assert found.answers["1.2"] == "PY"
    assert found.answers["5.3"] == "Y"
    assert found.overall == "High"


def test_a_domain_and_the_whole_are_judged_otherwise_by_keys(form):
    def judge_as(digit, why):
        for key in ("o", digit, "w"):
            form.keyboard.press(key)
        form.keyboard.type(why)
        form.keyboard.press("Escape")

    for key in "yynk":  # and back into the first domain
        form.keyboard.press(key)
    judge_as("3", "No list was kept.")
    expect(form.locator("[data-question='2.1'] input").first).to_be_focused()
    form.keyboard.press("w")
    form.keyboard.type("So they say.")
    form.keyboard.press("Escape")
    for key in "nnyynnnynn":
        form.keyboard.press(key)
    judge_as("4", "Nor a plan.")
    expect(form.locator("#appraisal-submit")).to_be_focused()
    form.keyboard.press("Control+Enter")
    expect(form.get_by_text("Your appraisal is in.")).to_be_visible()
    found = Appraisal.unfiltered.get()
    assert LOW.items() <= found.answers.items()
    assert found.notes == {"2.1": "So they say."}
    first = Judgement.unfiltered.get(domain="D1")
    assert (first.judgement, first.why) == ("Some concerns", "No list was kept.")
    assert (found.overall, found.overall_why) == ("High", "Nor a plan.")


def test_the_form_asks_what_the_path_says_whatever_is_answered(form):
    tool, chance = reading.instrument("rob2"), random.Random(1)
    answers = {}
    for _ in range(25):
        question = chance.choice(asked(form))
        radios = form.locator(f'[name="answer-{question}"]')
        at = chance.randrange(radios.count())
        radios.nth(at).evaluate("radio => radio.click()")
        answers[question] = radios.nth(at).get_attribute("value")
        on_path = [
            one.id
            for domain in tool.domains_of("assignment")
            for one in path(domain, answers)
        ]
        assert asked(form) == on_path, json.dumps(answers)


def test_what_is_selected_is_quoted_and_the_draft_outlives_a_reload(form):
    form.keyboard.press("y")
    form.locator(".stored-text").evaluate(
        """box => {
          const range = document.createRange();
          range.setStart(box.firstChild, 10);
          range.setEnd(box.firstChild, 26);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    expect(form.locator("#quote-bar")).to_be_visible()
    form.keyboard.press("s")
    with form.expect_request_finished(lambda sent: "Methods" in (sent.post_data or "")):
        form.keyboard.type("Methods, y n")
    form.reload()
    expect(form.locator('[name="answer-1.1"][value="Y"]')).to_be_checked()
    (quote,) = StudyAssignment.objects.get(reviewer=make.a_reviewer()).draft["quotes"]
    assert (quote["quote"], quote["start"]) == ("Sealed envelopes", 10)
    assert (quote["domain"], quote["place"]) == ("D1", "Methods, y n")


def test_the_pages_are_accessible_in_every_size_and_scheme(round, look_at):
    start = f"/studies/{round.study_id}/appraise/"
    opened = make.an_appraisal(judged={"D1": "Low", "D3": "Some concerns"})
    shown = f"/studies/{opened.round.study_id}/appraisals/{opened.round.pk}/"
    look_at([start, f"{start}{round.pk}/", shown])
