"""A notice that somebody read is noted, and taken back, by program as on its page."""

import pytest

from bibliography.models import Notice
from core.models import Change
from evidence.claims.review import review_claims
from tests import factories as make
from tests.api.programs import Program
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
SAID = {
    "kind": "retraction",
    "source": "Journal of Examples",
    "notice_doi": "https://doi.org/10.5555/retracts",
    "dated": "2026-02-01",
    "says": "The data were made up.",
}


@pytest.fixture
def program():
    return Program(make.a_curator())


@pytest.fixture
def editor():
    return Program(make.an_editor())


def test_a_notice_reaches_the_verdict_and_is_taken_back(program, editor):
    outcome = make.an_outcome(name="Made-up consumption", better="lower")
    trial = a_trial("Example 1948", (6, 306, 29, 303), outcome)
    claim = make.a_claim(asserts="lowers")
    graded(claim, a_base_of(claim, [trial], searched_on="2026-01-05"))
    reference = trial.reports.get(role="main").reference
    answer = program.post("/notices/", SAID | {"reference": reference.pk})
    assert answer.status_code == 201, answer.content
    told, address = answer.json(), answer["Location"]
    assert told == program.get(address).json()
    assert (told["kind"], told["dated"]) == ("retraction", "2026-02-01")
    assert told["notice_doi"] == "10.5555/retracts"
    assert [each["source"] for each in told["sources"]] == ["Journal of Examples"]
    review_claims(claims=[claim], by=make.an_editor())
    claim.refresh_from_db()
    assert claim.needs_review_why == "Example 1948: retraction noted since."
    assert Change.objects.filter(model="notice", row_id=told["id"]).count() == 1
    assert program.post(f"{address}withdraw/", {"reason": "x"}).status_code == 403
    assert editor.post(f"{address}withdraw/").status_code == 422
    assert (
        editor.post(f"{address}withdraw/", {"reason": "Another's."}).status_code == 204
    )
    gone = program.get(address)
    assert (gone.status_code, "Another's." in gone.content.decode()) == (410, True)
    review_claims(claims=[claim], by=make.an_editor())
    claim.refresh_from_db()
    assert not claim.needs_review


def test_a_second_source_joins_the_notice_that_is_there(program):
    sent = SAID | {"reference": make.a_reference().pk}
    first = program.post("/notices/", sent).json()
    again = program.post("/notices/", sent | {"source": "A register"}).json()
    assert again["id"] == first["id"]
    assert len(again["sources"]) == 2


def test_a_notice_is_refused_as_on_its_page(program):
    reference = make.a_reference().pk
    for sent, field in (
        ({}, "kind"),
        ({"reference": 999_999}, "reference"),
        ({"notice_doi": "no DOI"}, "notice_doi"),
        ({"notice_doi": ""}, "address"),
        ({"dated": "in spring"}, "dated"),
        ({"kind": "rumour"}, "kind"),
    ):
        said = SAID | {"reference": reference} | sent if sent else {}
        answer = program.post("/notices/", said)
        assert answer.status_code == 422, sent
        assert field in [each["field"] for each in answer.json()["errors"]], sent
    reader = Program(make.a_reader())
    said = SAID | {"reference": reference}
    assert reader.post("/notices/", said).status_code == 403
    assert not Notice.objects.exists()


def test_a_notice_is_noted_once_and_taken_back_as_it_was_seen(program, editor):
    sent = SAID | {"reference": make.a_reference().pk}
    once = {"Idempotency_Key": "a notice"}
    first = program.post("/notices/", sent, **once)
    again = program.post("/notices/", sent, **once)
    assert (first.json(), first["Location"]) == (again.json(), again["Location"])
    assert again["Idempotency-Replayed"] == "true"
    seen = first["ETag"]
    more = {"source": "A register", "notice_pmid": "99000001"}
    program.post("/notices/", sent | more)
    step = f"{first['Location']}withdraw/"
    lost = editor.post(step, {"reason": "x"}, If_Match=seen)
    assert lost.status_code == 412
    assert lost.json()["current"]["notice_pmid"] == "99000001"
