"""A grade is drafted, handed in, published and taken back by program as on pages."""

from functools import partial

import pytest

from claims.models import Claim
from evidence.grades.actions import draft_alone
from evidence.grades.forms import posted
from evidence.grades.rounds import call_round
from evidence.models import ClaimRound, Grade
from tests import factories as make
from tests.api.programs import Program
from tests.api.test_writing_once import at_once
from tests.evidence.test_grade_pages import address as page_of
from tests.evidence.test_grade_pages import some_trials
from tests.html import shown
from tests.stories.acting import a_base_of, a_form

pytestmark = pytest.mark.django_db
DRAFTS = "/grades/drafts/"


@pytest.fixture
def base():
    return a_base_of(make.a_claim(asserts="lowers"), some_trials(2))


@pytest.fixture
def program():
    return Program(make.a_reviewer())


@pytest.fixture
def editor():
    return Program(make.an_editor())


def whole(base, **changes):
    """All of a grade that can be handed in, as a program sends it."""
    return a_form(base, **changes).as_json()


def drafted(program, base, **sent):
    answer = program.post("/grades/", {"claim": base.claim_id, **sent})
    assert answer.status_code == 201, answer.json()
    return answer.json()


def graded(program, base):
    """The grade that a program handed in."""
    draft = drafted(program, base, **whole(base))
    answer = program.post(f"{DRAFTS}{draft['id']}/submit/")
    assert answer.status_code == 200, answer.json()
    return answer.json()["grade"]


# --- drafts ---


def test_a_draft_begins_as_the_page_does(program, base):
    answer = program.post("/grades/", {"claim": base.claim_id})
    assert answer.status_code == 201
    body = answer.json()
    assert answer["Location"] == f"/api/v1{DRAFTS}{body['id']}/"
    assert (body["claim"], body["base"]) == (base.claim_id, base.pk)
    assert (body["submitted"], body["grade"]) == (False, None)
    (group,) = body["draft"]["groups"]
    assert (group["designs"], group["start"], group["carries"]) == (
        "randomised",
        "rct",
        True,
    )
    assert len(body["draft"]["readings"]) == 2
    assert body == program.get(answer["Location"]).json()
    assert not Grade.unfiltered.exists()


def test_a_draft_says_what_keeps_it_from_being_handed_in(client, program, base):
    body = drafted(program, base)
    client.force_login(make.a_reviewer())
    page = shown(client.post(page_of(base), {**posted(body["draft"]), "do": "submit"}))
    assert {"field": "verdict", "detail": "Choose a verdict."} in body["problems"]
    refused = program.post(f"{DRAFTS}{body['id']}/submit/")
    assert refused.status_code == 422
    assert refused.json()["errors"] == body["problems"]
    for problem in body["problems"]:
        assert problem["detail"] in page


def test_a_draft_is_changed_in_what_is_sent(program, base):
    address = f"{DRAFTS}{drafted(program, base)['id']}/"
    first = {"designs": "randomised", "levels": {"imprecision": 1, "inconsistency": 0}}
    program.patch(address, {"groups": [first], "explanation": "Half a thought"})
    second = {
        "designs": "randomised",
        "levels": {"imprecision": 2},
        "why": {"imprecision": "Few."},
    }
    answer = program.patch(address, {"groups": [second], "target": "any_effect"})
    assert answer.status_code == 200
    draft = answer.json()["draft"]
    (group,) = draft["groups"]
    assert group["levels"]["imprecision"] == 2
    assert group["levels"]["inconsistency"] == 0
    assert group["why"] == {"imprecision": "Few."}
    assert (draft["explanation"], draft["target"]) == ("Half a thought", "any_effect")


def test_a_draft_of_a_program_opens_on_the_page_and_the_other_way_round(
    client, program, base
):
    draft = drafted(program, base, explanation="By program")
    client.force_login(make.a_reviewer())
    assert "By program" in shown(client.get(page_of(base)))
    client.post(page_of(base), {"do": "save", "explanation": "By hand"})
    told = program.get(f"{DRAFTS}{draft['id']}/").json()
    assert told["draft"]["explanation"] == "By hand"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"verdict": "proven"}, "verdict"),
        ({"target": "all"}, "target"),
        ({"certainty": "high"}, "certainty"),
        ({"groups": [{"designs": "mice"}]}, "groups.mice"),
        ({"groups": [{"designs": "randomised", "start": "nrs"}]}, "start"),
        ({"groups": [{"designs": "randomised", "certainty": "high"}]}, "certainty"),
        ({"groups": [{"designs": "randomised", "levels": {"luck": 1}}]}, "luck"),
        ({"groups": [{"designs": "randomised", "levels": {"imprecision": 9}}]}, "9"),
        ({"readings": [{"item": 0, "bearing": "supports"}]}, "readings.0"),
    ],
)
def test_a_draft_holds_nothing_that_its_page_could_not(program, base, sent, field):
    address = f"{DRAFTS}{drafted(program, base)['id']}/"
    before = program.get(address)
    answer = program.patch(address, sent)
    assert answer.status_code == 422
    assert field in str(answer.json()["errors"])
    after = program.get(address)
    assert (after.json(), after["ETag"]) == (before.json(), before["ETag"])


@pytest.mark.parametrize(
    "sent",
    [
        {"groups": 5},
        {"groups": [5]},
        {"groups": [{"designs": "randomised", "levels": [1]}]},
        {"groups": [{"designs": "randomised", "levels": {"imprecision": "many"}}]},
        {"readings": {"item": 1}},
        {"readings": [{"item": "x"}]},
        {"verdict": ["supported"]},
        [],
    ],
)
def test_a_draft_of_another_shape_is_a_problem(program, base, sent):
    address = f"{DRAFTS}{drafted(program, base)['id']}/"
    answer = program.patch(address, sent)
    assert answer.status_code in (400, 422)
    assert answer["Content-Type"] == "application/problem+json"


def test_nobody_else_reads_or_changes_a_draft(program, editor, base):
    draft = drafted(program, base, explanation="Half a thought")
    address = f"{DRAFTS}{draft['id']}/"
    assert editor.get(address).status_code == 404
    assert editor.patch(address, {"explanation": "x"}).status_code == 404
    assert editor.post(f"{address}submit/").status_code == 404
    assert editor.get(DRAFTS).json()["results"] == []
    assert [row["id"] for row in program.get(DRAFTS).json()["results"]] == [draft["id"]]
    refused = editor.post("/grades/", {"claim": base.claim_id})
    assert "Others are grading this claim now" in refused.json()["detail"]


def test_a_second_draft_leads_to_the_first(program, base):
    draft = drafted(program, base)
    answer = program.post("/grades/", {"claim": base.claim_id})
    assert answer.status_code == 422
    (problem,) = answer.json()["errors"]
    assert problem["href"] == f"/api/v1{DRAFTS}{draft['id']}/"
    assert ClaimRound.objects.count() == 1


def test_a_claim_without_a_frozen_base_leads_to_where_it_is_frozen(program):
    claim = make.a_claim()
    (problem,) = program.post("/grades/", {"claim": claim.pk}).json()["errors"]
    assert problem["href"] == f"/claims/{claim.pk}/base/"
    assert problem["detail"] == "Nobody has frozen yet what counts for this claim."
    for other in (0, 10**30, None):
        assert program.post("/grades/", {"claim": other}).status_code in (400, 422)


def test_a_draft_that_changed_since_is_told(program, base):
    draft = drafted(program, base)
    address = f"{DRAFTS}{draft['id']}/"
    seen = program.get(address)["ETag"]
    program.patch(address, {"explanation": "First"}, If_Match=seen)
    for answer in (
        program.patch(address, {"explanation": "Second"}, If_Match=seen),
        program.post(f"{address}submit/", If_Match=seen),
        program.post(f"{address}start-over/", If_Match=seen),
    ):
        assert answer.status_code == 412
        assert answer.json()["current"]["draft"]["explanation"] == "First"


def test_starting_over_frees_the_claim(program, editor, base):
    draft = drafted(program, base)
    answer = program.post(f"{DRAFTS}{draft['id']}/start-over/")
    assert answer.status_code == 204
    assert not ClaimRound.objects.exists()
    assert drafted(editor, base)


def test_drafts_take_the_same_queries_for_one_and_for_five(
    program, django_assert_max_num_queries
):
    reviewer = make.a_reviewer()
    for _ in range(5):
        base = make.a_frozen_base()
        draft_alone(claim=base.claim, base=base, draft={}, by=reviewer)
    with django_assert_max_num_queries(3):  # the token, its use, the drafts
        assert len(program.get(DRAFTS).json()["results"]) == 5


# --- handed in ---


def test_a_grade_handed_in_is_the_verdict_as_a_draft(program, base):
    grade = program.get(f"/grades/{graded(program, base)}/").json()
    assert (grade["verdict"], grade["certainty"]) == ("supported", "high")
    assert (grade["reviewer"], grade["standing"]) == ("Rev Madeup", "draft")
    claim = Claim.objects.get(pk=base.claim_id)
    assert (claim.verdict, claim.standing) == ("supported", "draft")


def test_what_was_handed_in_does_not_change(program, base):
    graded(program, base)
    (row,) = program.get(DRAFTS).json()["results"]
    address = f"{DRAFTS}{row['id']}/"
    assert program.get(address).json()["draft"] is None
    assert program.patch(address, {"explanation": "x"}).status_code == 422
    assert program.post(f"{address}submit/").status_code == 422


def test_a_blind_round_hides_each_grade_until_both_are_in(base):
    people = [make.a_reviewer(), make.another_reviewer()]
    call_round(claim=base.claim, base=base, reviewers=people, by=make.an_editor())
    first, second = (Program(person) for person in people)
    (place,) = first.get(DRAFTS).json()["results"]
    assert place["wanted"] == 2
    before = second.get(DRAFTS).content
    assert graded(first, base) is None
    assert second.get(DRAFTS).content == before
    assert second.get("/grades/").json()["results"] == []
    opened = graded(second, base)
    assert opened is not None
    told = first.get(f"{DRAFTS}{place['id']}/").json()
    assert told["submitted"] is True
    assert first.get(f"/grades/{told['grade']}/").status_code == 200


# --- published and taken back ---


def test_a_verdict_is_published_by_another_person(program, editor, base):
    address = f"/grades/{graded(program, base)}/publish/"
    assert program.post(address).status_code == 403
    answer = editor.post(address, {"reason": "Read and agreed."})
    assert answer.status_code == 200
    assert answer.json()["standing"] == "published"
    assert editor.post(address).json()["detail"] == "This claim is published already."


def test_who_judged_alone_does_not_publish_though_an_editor(editor, base):
    answer = editor.post(f"/grades/{graded(editor, base)}/publish/")
    assert answer.status_code == 403
    assert "somebody else publishes" in answer.json()["detail"]
    assert Claim.objects.get(pk=base.claim_id).standing == "draft"


def test_a_verdict_is_taken_back_with_a_reason(program, base):
    address = f"/grades/{graded(program, base)}"
    refused = program.post(f"{address}/withdraw/")
    assert refused.json()["errors"][0]["field"] == "reason"
    answer = program.post(f"{address}/withdraw/", {"reason": "Misread."})
    assert answer.status_code == 200
    assert answer.json()["standing"] == ""
    assert Claim.objects.get(pk=base.claim_id).verdict == "not_graded"


def test_a_published_verdict_is_taken_back_by_an_editor_alone(program, editor, base):
    address = f"/grades/{graded(program, base)}"
    editor.post(f"{address}/publish/")
    sent = {"reason": "Misread."}
    assert program.post(f"{address}/withdraw/", sent).status_code == 403
    assert editor.post(f"{address}/withdraw/", sent).status_code == 200


def test_an_older_grade_publishes_nothing(program, editor, base):
    older = graded(program, base)
    newer = graded(program, base)
    refused = editor.post(f"/grades/{older}/publish/")
    assert "does not rest on this grade" in refused.json()["detail"]
    assert editor.post(f"/grades/{newer}/publish/").status_code == 200


def test_a_claim_publishes_and_takes_back_its_latest_verdict_too(program, editor, base):
    graded(program, base)
    address = f"/claims/{base.claim_id}"
    assert editor.post(f"{address}/publish/").status_code == 200
    sent = {"reason": "Misread."}
    assert program.post(f"{address}/take-back/", sent).status_code == 403
    assert editor.post(f"{address}/take-back/", sent).status_code == 200


def test_a_verdict_on_a_claim_that_changed_since_is_not_published_unseen(
    program, editor, base
):
    grade = graded(program, base)
    seen = editor.get(f"/grades/{grade}/")["ETag"]
    Claim.objects.filter(pk=base.claim_id).update(dose="5 mg")
    answer = editor.post(f"/grades/{grade}/publish/", If_Match=seen)
    assert answer.status_code == 412
    assert answer.json()["current"]["standing"] == "draft"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_at_once_one_loses():
    base = a_base_of(make.a_claim(asserts="lowers"), some_trials(2))
    grade = graded(Program(make.a_reviewer()), base)
    editors = [Program(make.an_editor()), Program(make.an_admin())]
    seen = editors[0].get(f"/grades/{grade}/")["ETag"]
    address = f"/grades/{grade}/publish/"
    answers = at_once(*(partial(e.post, address, If_Match=seen) for e in editors))
    assert sorted(each.status_code for each in answers) == [200, 412]


@pytest.mark.django_db(transaction=True)
def test_the_same_grade_begun_twice_at_once_is_one_draft():
    base = a_base_of(make.a_claim(asserts="lowers"), some_trials(2))
    program = Program(make.a_reviewer())
    send = partial(
        program.post, "/grades/", {"claim": base.claim_id}, Idempotency_Key="one"
    )
    answers = at_once(send, send, send)
    assert {each.status_code for each in answers} == {201}
    assert len({each.json()["id"] for each in answers}) == 1
    assert ClaimRound.objects.count() == 1
