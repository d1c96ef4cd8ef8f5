"""A round is called, joined and settled by program as on the pages."""

import pytest

from claims.models import Claim
from evidence.grades.actions import submit_grade
from evidence.models import ClaimRound
from tests import factories as make
from tests.api.programs import Program
from tests.stories.acting import a_base_of, a_form, a_trial

pytestmark = pytest.mark.django_db


@pytest.fixture
def base():
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())
    return a_base_of(make.a_claim(asserts="lowers"), [trial])


def test_a_round_is_called_joined_judged_and_settled(base):
    editor, admin = Program(make.an_editor()), Program(make.an_admin())
    people = [make.a_reviewer(), make.another_reviewer()]
    first, other = (Program(person) for person in people)
    answer = editor.post("/rounds/", {"claim": base.claim_id, "wanted": 2})
    assert answer.status_code == 201, answer.json()
    row = f"/rounds/{answer.json()['id']}/"
    assert (answer.json()["free"], answer.json()["handed_in"]) == (2, 0)
    assert first.post(f"{row}take/").json()["place"] is True
    assert other.post(f"{row}take/").status_code == 200
    assert other.post(f"{row}give-back/").json()["free"] == 1
    assert editor.post(f"{row}assign/", {"reviewer": people[1].pk}).json()["free"] == 0
    round = ClaimRound.objects.get()
    submit_grade(round=round, form=a_form(base), by=people[0])
    assert admin.get(row).json()["handed_in"] == 1
    for judge in (first, other):
        assert judge.get(row).json()["handed_in"] is None
        assert judge.get(row).json()["free"] is None
        assert judge.get(f"{row}differences/").status_code == 404
    low = {"risk_of_bias": 1}
    submit_grade(round=round, form=a_form(base, levels=low), by=people[1])
    parts = first.get(f"{row}differences/").json()["results"]
    (differing,) = [part for part in parts if part["differs"]]
    assert differing["label"] == "Risk of bias"
    assert [one["reviewer"] for one in differing["answers"]] == [
        "Rev Madeup",
        "Vera Madeup",
    ]
    whole = {**a_form(base, levels=low).as_json(), "reason": "We spoke."}
    answer = first.post(f"{row}settle/", whole)
    assert answer.status_code == 200, answer.json()
    assert answer.json()["settled"] is True
    assert Claim.objects.get(pk=base.claim_id).standing == "agreed"
    again = other.post(f"{row}settle/", whole)
    assert again.status_code == 412
    assert "settled this round meanwhile" in again.json()["detail"]


def test_what_is_refused_on_the_page_is_refused_here(base):
    editor, reviewer = Program(make.an_editor()), Program(make.a_reviewer())
    called = {"claim": base.claim_id, "wanted": 3, "reviewers": []}
    assert reviewer.post("/rounds/", called).status_code == 403
    who = [make.a_reviewer().pk, make.an_editor().pk]
    row = editor.post("/rounds/", called | {"reviewers": who}).json()["id"]
    row = f"/rounds/{row}/"
    for step, said in (
        ("assign", {"reviewer": make.another_reviewer().pk}),
        ("replace", {"reviewer": make.a_reviewer().pk, "reason": "Late."}),
        ("fewer", {"reason": "Nobody came."}),
        ("call-off", {"reason": "Not now."}),
    ):
        answer = editor.post(f"{row}{step}/", said)
        assert answer.status_code == 403, step
        assert "You judge in this round yourself" in answer.json()["detail"]
    admin = Program(make.an_admin())
    gone = {"reviewer": make.another_reviewer().pk, "reason": "Late."}
    answer = admin.post(f"{row}replace/", gone)
    assert "has no place in this round" in answer.json()["detail"]
    assert admin.post(f"{row}fewer/", {"reason": "Busy."}).json()["wanted"] == 2
    assert admin.post(f"{row}call-off/", {"reason": "Not now."}).status_code == 204
    assert not ClaimRound.objects.exists()
