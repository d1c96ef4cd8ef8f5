"""Two trials from nothing to a submitted grade, counted in pages, keys and clicks."""

import pytest
from playwright.sync_api import expect

from evidence.models import Grade
from studies.models import Result
from tests import factories as make
from tests.person import Person

pytestmark = pytest.mark.django_db(transaction=True)
MOST_CLICKS, MOST_PAGES = 20, 8

CLAIM = {
    "The claim": "Examplin lowers made-up fever.",
    "Population": "made-up people",
    "Intervention": "examplin",
    "Compared with": "placebo",
    "Outcome": "made-up fever",
}
TABLE = [
    ["Madeup 2018", "100/1000", "300/1000"],
    ["Madeup 2019", "110/1000", "310/1000"],
]


def fills(person, field, words):
    """Reach a field by the Tab key, as whoever types does, and type: a key each."""
    field.fill(words)
    person.keys += 1 + len(words)


def chooses(person, field, value):
    """Choose from a list from the keyboard: reach it, type its first letters."""
    field.select_option(value)
    person.keys += 1 + 4


def test_two_trials_from_nothing_to_a_grade(page, sign_in, capsys):
    sign_in(make.a_reviewer())
    person = Person(page)
    person.goes_to("/claims/new/")
    for label, words in CLAIM.items():
        fills(person, page.get_by_label(label, exact=False).first, words)
    chooses(person, page.get_by_label("Kind"), "effect")
    chooses(person, page.get_by_label("The claim says that"), "lowers")
    person.clicks_on(page.get_by_role("button", name="Add it, and choose its evidence"))

    chooses(person, page.get_by_label("Scope of the search"), "other_known")
    person.clicks_on(page.get_by_role("button", name="Open the evidence base"))
    person.clicks_on(page.get_by_role("link", name="Paste or type the results"))

    fills(person, page.get_by_label("Head 1 of column 2"), "Examplin")
    fills(person, page.get_by_label("Head 1 of column 3"), "Placebo")
    for r, row in enumerate(TABLE, 2):
        for c, words in enumerate(row, 1):
            cell = page.get_by_label(f"Row {r}, column {c}", exact=True)
            fills(person, cell, words)
    fills(person, page.get_by_label("Table, page or section"), "Table 1")
    fills(person, page.locator("[name=outcome]"), "made-up fever")
    chooses(
        person,
        page.get_by_label("Design of new studies"),
        "rct",
    )
    expect(page.locator("#sum")).to_contain_text("2 results go in.")
    person.clicks_on(page.get_by_role("button", name="Store these results"))

    for box in page.get_by_role("checkbox", name="Madeup").all():
        person.clicks_on(box)
    person.clicks_on(page.get_by_role("button", name="Include the chosen and freeze"))
    person.clicks_on(page.get_by_role("button", name="Freeze and grade"))

    for name, value in {
        "target": "any_effect",
        "randomised-risk_of_bias": "0",
        "randomised-inconsistency": "0",
        "randomised-indirectness": "0",
        "randomised-imprecision": "0",
        "size_class": "large",
        "verdict": "supported",
    }.items():
        person.clicks_on(page.locator(f"label:has([name='{name}'][value='{value}'])"))
    person.presses("Control+Enter")
    page.wait_for_url("**/claims/*/")
    assert Grade.objects.count() == 1
    assert (
        Result.objects.filter(study__design="rct", arm_2__name="Placebo").count() == 2
    )
    with capsys.disabled():
        print(f"\ntwo trials to a grade: {len(person.pages)} pages, {person}")
    assert person.clicks <= MOST_CLICKS
    assert len(person.pages) <= MOST_PAGES
