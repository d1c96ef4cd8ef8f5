"""A grade comes out the same by form and by program: outcome, sentences, stored row."""

import pytest

from claims.models import Claim
from evidence.grades.forms import posted
from evidence.models import Grade
from tests import factories as make
from tests.api.programs import Program
from tests.evidence.test_grade_pages import address, some_trials
from tests.html import shown
from tests.stories.acting import WHY, a_base_of, a_form

pytestmark = pytest.mark.django_db
OWN = {"id", "grade_id", "round_id", "item_id", "created_at", "revision"}
OWN |= {"submitted_at", "reviewer_id"}
LOW = {"risk_of_bias": 1, "imprecision": 1}
VERY_LOW = {"risk_of_bias": 2, "imprecision": 1}

# What is asserted, how far was searched, and what differs from a grade that stands.
STORED = {
    "supported, high": ("lowers", "other_known", {}),
    "supported, low": ("lowers", "other_known", {"levels": LOW}),
    "cited works only": ("lowers", "cited_only", {}),
    "can't say, very low": (
        "lowers",
        "other_known",
        {"levels": VERY_LOW, "verdict": "cant_say"},
    ),
    "contradicted": ("raises", "other_known", {"verdict": "contradicted"}),
    "above a threshold": (
        "lowers",
        "other_known",
        {"target": "above_threshold", "threshold": "a fifth fewer"},
    ),
}
REFUSED = {
    "no verdict": ("lowers", "other_known", {"verdict": ""}),
    "nothing judged": ("lowers", "other_known", {"levels": dict.fromkeys(LOW)}),
    "moved without a reason": ("lowers", "other_known", {"levels": LOW, "why": {}}),
    "supported, very low": ("lowers", "other_known", {"levels": VERY_LOW}),
    "supported against its numbers": ("raises", "other_known", {}),
    "contradicted against them": (
        "lowers",
        "other_known",
        {"verdict": "contradicted"},
    ),
    "read against its numbers": (
        "lowers",
        "other_known",
        {"read_as": "contradicts"},
    ),
    "no target": ("lowers", "other_known", {"target": ""}),
    "a threshold that is not stated": (
        "lowers",
        "other_known",
        {"target": "above_threshold"},
    ),
    "a trial rated up": (
        "lowers",
        "other_known",
        {"levels": {"large_effect": 1}},
    ),
    "words of another kind": ("lowers", "other_known", {"verdict": "confirmed"}),
    "bias assessed in what is cited": (
        "lowers",
        "cited_only",
        {"levels": {"publication_bias": 0}},
    ),
}


def a_case(asserts, scope, changes):
    """A frozen base, and a grade of it as JSON."""
    claim = make.a_claim(asserts=asserts)
    trials = some_trials(2)
    if scope == "cited_only":
        article = make.a_mention(claim=claim).article
        for trial in trials:
            make.a_cited_work(article=article, study=trial)
    base = a_base_of(claim, trials, scope=scope)
    given = dict(changes)
    if read_as := given.pop("read_as", ""):
        given["readings"] = dict.fromkeys(
            base.items.values_list("pk", flat=True), read_as
        )
    if given.get("levels") and "why" not in given:
        given["why"] = dict.fromkeys([*LOW, *given["levels"], "inconsistency"], WHY)
    said = a_form(base, **given).as_json()
    if read_as:
        for reading in said["readings"]:
            reading["why"] = ""
    return base, said


def by_form(client, case):
    """The page's answer, and the claim."""
    base, said = a_case(*case)
    client.force_login(make.a_reviewer())
    sent = {**posted(said), "do": "submit"}
    return client.post(address(base), sent), base.claim_id


def by_program(case):
    """The answer to handing in, and the claim."""
    base, said = a_case(*case)
    program = Program(make.a_reviewer())
    draft = program.post("/grades/", {"claim": base.claim_id, **said})
    assert draft.status_code == 201, draft.json()
    address = f"/grades/drafts/{draft.json()['id']}/submit/"
    return program.post(address), base.claim_id


def stored(claim):
    """All that a grade, its groups, its readings and the claim say."""
    grade = Grade.objects.get(round__claim=claim)
    rows = [Grade.objects.filter(pk=grade.pk), grade.groups, grade.readings]
    told = [list(each.order_by("pk").values()) for each in rows]
    verdict = ("verdict", "certainty", "standing", "cant_say_because", "scope")
    return [
        [{k: v for k, v in row.items() if k not in OWN} for row in each]
        for each in told
    ] + [Claim.objects.filter(pk=claim).values(*verdict).get()]


@pytest.mark.parametrize("name", STORED)
def test_what_stands_is_stored_alike(client, name):
    page, one = by_form(client, STORED[name])
    answer, other = by_program(STORED[name])
    assert page.status_code == 302, shown(page)
    assert answer.status_code == 200, answer.json()
    assert stored(one) == stored(other)


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_stand_is_refused_in_the_same_words(client, name):
    page, one = by_form(client, REFUSED[name])
    answer, other = by_program(REFUSED[name])
    assert page.status_code == answer.status_code == 422
    assert answer.json()["errors"]
    for problem in answer.json()["errors"]:
        assert problem["detail"] in shown(page)
    assert not Grade.unfiltered.filter(round__claim__in=(one, other)).exists()
