"""The pages on which a study is put right, on every screen and without scripts."""

import pytest
from playwright.sync_api import expect

from bibliography.checks.actions import candidate_json
from bibliography.matching import Comparison, Overall
from bibliography.records import Record
from studies.models import Result
from studies.results.actions import edit_result
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def result():
    """A result that a second person disputes, of a study with a report."""
    study = make.a_study(label="Example 2001")
    make.an_arm(study=study, name="Examplin 5 mg")
    make.a_report(study=study, reference=make.a_reference(title="Examplin for cough"))
    make.a_result(
        study=study,
        withdrawn_at="2026-01-05T00:00Z",
        withdrawn_by=make.an_editor(),
        withdrawn_reason="Entered twice.",
    )
    return make.a_result(
        study=study,
        disputed_by=make.a_reviewer(),
        disputed_at="2026-01-05T00:00Z",
        source_says="0.52, in Table 3",
        events_1=4,
        total_1=123,
        events_2=11,
        total_2=139,
    )


def a_search(study):
    """A search outside for a report, which brought a record that is retracted."""
    record = Record(title="Examplin for cough and more", year=2001)
    notice = {"kind": "retraction", "source": "Example", "dated": "2026-01-05"}
    told = candidate_json(record, Comparison(Overall.CANDIDATE, ()))
    told["notices"] = [notice | {"notice_doi": "", "notice_pmid": "", "says": ""}]
    check = make.a_reference_check(outcome="candidates", candidates=[told])
    return make.a_job(
        kind="find_reports",
        by=make.an_editor(),
        arguments={"study": study, "words": "examplin cough"},
        state="done",
        result={"checks": [check.pk]},
    ).pk


def addresses(result):
    make.a_reference(title="Examplin for cough, once more")
    study = f"/studies/{result.study_id}/"
    for page in ("", "edit/", "history/", "arms/", "reports/", "reports/?q=cough"):
        yield f"{study}{page}"
    review = make.a_review()
    row = make.an_inclusion(review=review, listed_as="Example 2001 (see page 4)")
    yield f"/studies/{review.pk}/"
    yield f"/studies/{review.pk}/includes/"
    yield f"/studies/{review.pk}/includes/?row={row.pk}"
    yield f"{study}results/new/"
    twin = make.a_study(label="Example 2001", described_in="On made-up fever")
    yield f"{study}merge/?q=Example+2001&into={twin.pk}"
    yield f"{study}reports/outside/?job={a_search(result.study_id)}"
    yield "/results/disputes/"
    for step in ("", "edit/", "dispute/", "settle/", "withdraw/", "history/"):
        yield f"/results/{result.pk}/{step}"
    for step in ("edit", "history"):
        yield f"/outcomes/{result.outcome_id}/{step}/"


def test_what_is_put_right_is_readable(look_at, sign_in, result):
    sign_in(make.an_editor())
    look_at(addresses(result))


def test_a_lost_race_is_readable(page, looks_well, sign_in, result):
    sign_in(make.an_editor())
    page.goto(f"/results/{result.pk}/edit/")
    meanwhile = {"place": "Table 9", "quote": "4 of 50"}
    edit_result(result=result, **meanwhile, by=make.a_curator(), reason="Moved")
    page.get_by_label("Page, table or section").fill("Table 8")
    page.get_by_label("Why it changes").fill("Misread.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("You typed something else")
    expect(page.get_by_label("Page, table or section")).to_have_value("Table 8")
    assert page.get_by_role("button", name="Bring it back").count() == 0
    looks_well()


def test_a_result_is_put_right_without_scripts(without_scripts, result):
    plain = without_scripts(make.an_editor())
    plain.goto(f"/studies/{result.study_id}/")
    plain.get_by_role("link", name="Edit the result Made-up fever").click()
    plain.get_by_label("Events, group 1").fill("5")
    plain.get_by_label("Why it changes").fill("Table 3 is right.")
    plain.get_by_role("button", name="Save").click()
    expect(plain.get_by_label("The printed interval, RR 0.50")).to_be_visible()
    plain.get_by_label("Store it with these questions open").check()
    plain.get_by_role("button", name="Save").click()
    expect(plain.locator("#messages")).to_contain_text("Stored")
    assert Result.objects.get(pk=result.pk).events_1 == 5


def test_a_form_unfolds_by_the_measure_and_answers_where_asked(page, sign_in, result):
    sign_in(make.an_editor())
    page.goto(f"/studies/{result.study_id}/results/new/")
    cells = page.get_by_label("True positives")
    expect(cells).to_be_hidden()
    page.get_by_label("Effect measure").select_option("accuracy")
    expect(cells).to_be_visible()
    needed = page.locator("label", has_text="Reference standard")
    expect(needed).to_contain_text("(needed)")
    page.get_by_label("Effect measure").select_option("rr")
    expect(needed).to_contain_text("(optional)")
    typed = {"Outcome": "Made-up fever", "Page, table or section": "Table 2"}
    typed |= {"Events, group 1": "10", "People, group 1": "100"}
    typed |= {"Events, group 2": "40", "People, group 2": "100", "Estimate": "4·0"}
    for label, text in typed.items():
        page.get_by_label(label, exact=label == "Outcome").first.fill(text)
    page.get_by_role("button", name="Save").click()
    page.get_by_label("is what these groups give the other way round").fill("So.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#messages")).to_contain_text("The result is stored")
    assert Result.objects.latest("pk").answers == {"mirror": "So."}
