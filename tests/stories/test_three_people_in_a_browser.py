"""Two people judge alone, settle what differs, and an editor publishes: by keys alone.

Nobody here has a mouse. Each of the three has a browser of their own.
"""

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from evidence.models import Grade
from studies.models import Appraisal
from studies.results.actions import check_result, edit_result
from tests import factories as make
from tests.person import Person
from tests.stories.acting import a_base_of, a_trial, time_passes

pytestmark = pytest.mark.django_db(transaction=True)
MOST_KEYS = 40  # of RoB 2 of one result
REV, VERA = "Rev Madeup", "Vera Madeup"
LOW = "yyn" + "nny" + "y" + "nnn" + "ynn"  # domain by domain, as the path asks
NOT_HIDDEN = "ynn" + "nny" + "y" + "nnn" + "ynn"  # the allocation could be foreseen


@pytest.fixture
def people(open_browser):
    """An editor and two reviewers, each at a browser."""
    users = (make.an_editor(), make.a_reviewer(), make.another_reviewer())
    return [Person(open_browser(user)) for user in users]


@pytest.fixture
def trials():
    outcome = make.an_outcome(name="fever", better="lower")
    found = [
        a_trial(f"Example {year}", (100, 1000, 300, 1000), outcome)
        for year in (2001, 2002)
    ]
    for trial in found:
        check_result(result=trial.results.get(), by=make.a_third_reviewer())
    return found


@pytest.fixture
def claim(trials):
    claim = make.a_claim(
        asserts="lowers",
        intervention="examplin",
        outcome="fever",
        scale="rr",
        small_from=1.1,
        thresholds_source="made up",
    )
    a_base_of(claim, trials)
    return claim


def test_three_people_come_to_a_verdict_and_to_the_next(people, trials, claim):
    editor, rev, vera = people
    for trial in trials:
        calls_for_appraisals(editor, trial)
    appraise_both(editor, rev, vera, trials)
    settle_both_appraisals(rev, vera, trials)
    reads_on(rev, claim, "Example 2001, Overall: High")

    calls_for_grades(editor, claim)
    grade_alone(editor, rev, vera, claim)
    settles_the_grade(vera, "[", ends="moderate", claim=claim)
    reads_on(rev, claim, "Moderate", "agreed by several")
    publishes(editor, claim)
    reads_on(rev, claim, "Moderate", "published by an editor")

    changes_a_result(trials[0])
    see_that_it_needs_review(editor, rev, claim)
    calls_for_grades(editor, claim, reason="A count was mistyped.")
    grade_alone(editor, rev, vera, claim)
    settles_the_grade(vera, "]", ends="high", claim=claim)
    reads_on(
        rev, claim, "Moderate", "published by an editor", "High", "agreed by several"
    )
    told = Claim.objects.get(pk=claim.pk)
    assert (told.standing, told.newer_standing) == ("published", "agreed")
    assert Grade.objects.consensus().count() == 2


# --- what each of them does, and sees ---


def calls_for_appraisals(editor, trial):
    """Call on both reviewers for RoB 2 of the trial's one result."""
    page = editor.page
    editor.goes_to(f"/studies/{trial.pk}/")
    editor.presses_on(page.get_by_role("link", name="Appraise it"))
    of_result = page.locator("section.target").first
    editor.presses_on(of_result.get_by_text("Appraise it again, or by others"))
    editor.reaches(of_result.get_by_label("By whom"))
    editor.types("these")
    for name in (REV, VERA):
        editor.reaches(of_result.get_by_label(name))
        editor.presses("Space")
    editor.presses_on(of_result.get_by_role("button", name="RoB 2: ").first)
    expect(page.get_by_text("The round is called.")).to_be_visible()


def appraise_both(editor, rev, vera, trials):
    """Each trial by both from their queues; they differ in one answer of each."""
    rounds = [trial.rounds.get() for trial in trials]
    pages = [f"/studies/{each.study_id}/" for each in rounds]
    pages += [f"/studies/{each.study_id}/appraisals/{each.pk}/" for each in rounds]
    pages += ["/review/"]
    before = seen_by(vera, pages)
    begin(rev)
    for answers in (LOW, LOW):
        appraises(rev, answers)
    nothing_waits(rev)
    assert seen_by(vera, pages) == before

    for address in pages[2:4]:
        editor.goes_to(address)
        expect(editor.page.get_by_text("1 of 2 are in.")).to_be_visible()
    assert not Appraisal.objects.exists()

    begin(vera)
    expect(vera.page.locator("#main")).not_to_contain_text(REV)
    for answers in (NOT_HIDDEN, NOT_HIDDEN):
        appraises(vera, answers)
    assert Appraisal.objects.count() == 4


def begin(person):
    person.goes_to("/review/")
    person.presses("g")


def nothing_waits(person):
    expect(person.page.get_by_text("Nothing else waits for you here")).to_be_visible()


def appraises(person, answers):
    """RoB 2 of one result, from the first question to what comes next."""
    page, before = person.page, person.keys
    expect(page.locator("[data-question='1.1'] input").first).to_be_focused()
    here = page.url
    person.presses(*answers)
    expect(page.locator("#appraisal-submit")).to_be_focused()
    person.presses("Control+Enter")
    page.wait_for_url(lambda url: url != here)
    assert person.keys - before <= MOST_KEYS


def seen_by(person, addresses):
    """What pages say to somebody."""
    said = {}
    for address in addresses:
        person.goes_to(address)
        said[address] = person.page.locator("#main").inner_text()
    return said


def settle_both_appraisals(rev, vera, trials):
    """The second first: one takes the right there; of the first they write a third."""
    rev.goes_to("/review/")
    waiting = rev.page.get_by_text("All appraisals are in")
    expect(waiting).to_have_count(2)
    page = vera.page
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(trials[0].label)
    vera.presses("l")  # leave it for now
    expect(heading).to_contain_text(trials[1].label)
    settles(vera, "]")
    expect(heading).to_contain_text(trials[0].label)
    expect(page.locator(".side b")).to_have_text(["Yes", "No"])
    vera.presses("e")
    vera.types("Probably no")
    vera.presses("Tab", "Tab")
    vera.types("It is not said; the groups differ.")
    settles(vera, "Escape")
    nothing_waits(vera)
    agreed = Appraisal.objects.filter(is_consensus=True).order_by("round")
    assert [each.answers["1.2"] for each in agreed] == ["PN", "N"]
    assert [each.overall for each in agreed] == ["High", "High"]
    rev.goes_to("/review/")
    expect(waiting).to_have_count(0)


def settles(person, key):
    """Settle the one difference, accept the rest, and hand it in."""
    page, here = person.page, person.page.url
    expect(page.get_by_role("heading", name="1 difference")).to_be_visible()
    person.presses(key, "a")
    expect(page.locator("#settling-state")).to_contain_text("All settled")
    person.presses("Control+Enter")
    page.wait_for_url(lambda url: url != here)


def calls_for_grades(editor, claim, reason=""):
    page = editor.page
    editor.goes_to(f"/claims/{claim.pk}/")
    editor.presses_on(page.get_by_role("link", name="Rounds of several reviewers"))
    for name in (REV, VERA):
        editor.reaches(page.get_by_label(name))
        editor.presses("Space")
    if reason:
        editor.reaches(page.get_by_label("Why"))
        editor.types(reason)
    editor.presses_on(page.get_by_role("button", name="Call the round"))
    expect(page.get_by_text("The round is called.")).to_be_visible()


def grade_alone(editor, rev, vera, claim):
    """Both grade; they differ in the risk of bias."""
    pages = (f"/claims/{claim.pk}/", f"/claims/{claim.pk}/rounds/", "/review/")
    before = seen_by(vera, pages)
    begin(rev)
    grades(rev, bias="2", why="The allocation could be foreseen.")
    assert seen_by(vera, pages) == before
    editor.goes_to(f"/claims/{claim.pk}/rounds/")
    expect(editor.page.get_by_role("heading", name="1 of 2 in")).to_be_visible()
    begin(vera)
    expect(vera.page.locator("#main")).not_to_contain_text("be foreseen")
    grades(vera, bias="1")


def grades(person, bias, why=""):
    page = person.page
    expect(page.locator("#grade-form")).to_be_visible()
    here = page.url
    person.presses("j", "1", "j", bias)  # for any effect; the risk of bias
    if why:
        person.presses("n")
        person.types(why)
        person.presses("Escape")
    person.presses(*"j1j1j1")  # inconsistency, indirectness, imprecision
    person.presses(*"jj3", *"j1")  # past publication bias: a small effect; supported
    person.presses("Control+Enter")
    page.wait_for_url(lambda url: url != here)


def settles_the_grade(vera, side, ends, claim):
    """What each said alone stays beside what they agreed on."""
    page = vera.page
    settled = page.url.partition("?")[0]
    settles(vera, side)
    agreed = Grade.objects.consensus().latest("pk")
    assert (agreed.round.claim, agreed.certainty) == (claim, ends)
    vera.goes_to(settled)
    expect(page.get_by_text(f"Settled by {VERA}")).to_be_visible()
    expect(page.locator(".side")).to_contain_text([REV, VERA])


def reads_on(person, claim, *words):
    """A claim's page says it."""
    person.goes_to(f"/claims/{claim.pk}/")
    for each in words:
        expect(person.page.locator("#main")).to_contain_text(each, ignore_case=True)


def publishes(editor, claim):
    page = editor.page
    editor.goes_to("/review/editors/")
    editor.presses("j")  # into the first list
    expect(page.get_by_role("link", name=claim.text, exact=True).first).to_be_focused()
    editor.presses_on(page.get_by_role("link", name=f"Publish {claim.text}").first)
    editor.presses_on(page.get_by_role("button", name="Publish the verdict"))
    expect(page.get_by_text("The verdict is published.")).to_be_visible()
    assert Claim.objects.get(pk=claim.pk).standing == "published"


def changes_a_result(trial):
    why = "The example was mistyped."
    edit_result(
        result=trial.results.get(), by=make.a_curator(), reason=why, events_1=101
    )
    time_passes()


def see_that_it_needs_review(editor, rev, claim):
    rev.goes_to("/review/")
    expect(rev.page.get_by_text("what it rests on changed")).to_be_visible()
    editor.goes_to("/review/editors/")
    waiting = editor.page.get_by_role("link", name=claim.text).first
    editor.presses_on(waiting)
    expect(editor.page.get_by_text("needs review").first).to_be_visible()
