"""Claims, evidence bases and their items are written by program as on their pages."""

import pytest
from django.utils.html import escape

from claims.models import Claim, ClaimRelation
from evidence.models import EvidenceBase, EvidenceItem
from tests import factories as make
from tests.api.programs import Program
from tests.stories.acting import ASKED

pytestmark = pytest.mark.django_db
CLAIM = {
    "text": "Examplin lowers fever",
    "kind": "effect",
    "population": "children",
    "intervention": "examplin",
    "comparator": "placebo",
    "outcome": "fever",
    "asserts": "lowers",
}


@pytest.fixture
def program():
    return Program(make.a_reviewer())


@pytest.fixture
def editor():
    return Program(make.an_editor())


# --- claims ---


def test_a_claim_is_added_under_topics(program):
    answer = program.post("/claims/", {**CLAIM, "topics": ["Fever", "fever", "Skin"]})
    assert answer.status_code == 201
    claim = Claim.objects.get()
    assert (claim.text, claim.outcome, claim.compound) == (
        CLAIM["text"],
        "fever",
        False,
    )
    assert sorted(answer.json()["topics"]) == ["Skin", "fever"]
    assert answer.json() == program.get(answer["Location"]).json()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "text"),
        ({"text": "x"}, "kind"),
        ({"text": "x", "kind": "guess"}, "kind"),
        ({"text": "x", "kind": "effect", "margin": 1.2}, "scale"),
        ({"text": "x", "kind": "effect", "as_of": "soon"}, "as_of"),
    ],
)
def test_a_refused_claim_says_what_the_page_says(client, program, sent, field):
    client.force_login(make.a_reviewer())
    page = client.post("/claims/new/", {"checkability": "checkable", **sent})
    answer = program.post("/claims/", sent)
    assert answer.status_code == page.status_code == 422
    assert answer.json()["errors"][0]["field"] == field
    for problem in answer.json()["errors"]:
        assert escape(problem["detail"]) in page.content.decode()
    assert not Claim.objects.exists()


def test_a_question_changes_in_what_is_sent(program):
    claim = make.a_claim(outcome="fever", population="children")
    answer = program.patch(f"/claims/{claim.pk}/", {"population": "adults"})
    assert answer.status_code == 200
    claim.refresh_from_db()
    assert (claim.population, claim.outcome) == ("adults", "fever")
    assert claim.text == make.CLAIM


def test_a_claims_words_change_with_a_reason_and_keep_a_version(program):
    address = f"/claims/{make.a_claim().pk}/reword/"
    refused = program.post(address, {"text": "Examplin cools"})
    assert refused.json()["errors"] == [
        {"field": "reason", "detail": "“Why” is missing."}
    ]
    answer = program.post(address, {"text": "Examplin cools", "reason": "Plainer."})
    assert answer.status_code == 200
    assert answer.json()["text"] == "Examplin cools"
    assert Claim.objects.get().versions.count() == 2


def test_a_claim_is_filed_under_the_topics_that_are_sent(program):
    claim = make.a_claim_topic().claim
    answer = program.post(f"/claims/{claim.pk}/topics/", {"topics": ["Fever"]})
    assert answer.json()["topics"] == ["Fever"]
    answer = program.post(f"/claims/{claim.pk}/topics/", {"topics": []})
    assert answer.json()["topics"] == []


def test_a_claim_is_related_and_unrelated(program):
    claim, other = make.a_claim(), make.a_claim(text="Examplin does nothing")
    sent = {"kind": "contradicts", "other": other.pk}
    assert program.post(f"/claims/{claim.pk}/relate/", sent).status_code == 200
    relation = ClaimRelation.objects.get()
    assert (relation.source, relation.target) == (claim, other)
    none = program.post(f"/claims/{claim.pk}/unrelate/", {**sent, "kind": "part_of"})
    assert none.status_code == 422
    assert program.post(f"/claims/{claim.pk}/unrelate/", sent).status_code == 200
    assert not ClaimRelation.objects.exists()


def test_a_claim_is_withdrawn_and_reinstated_by_an_editor(program, editor):
    address = f"/claims/{make.a_claim().pk}"
    sent = {"reason": "It was no claim."}
    assert program.post(f"{address}/withdraw/", sent).status_code == 403
    assert editor.post(f"{address}/withdraw/").status_code == 422
    assert editor.post(f"{address}/withdraw/", sent).status_code == 204
    gone = editor.get(f"{address}/")
    assert gone.status_code == 410
    assert gone.json()["withdrawn"]["reason"] == "It was no claim."
    assert editor.patch(f"{address}/", {"outcome": "x"}).status_code == 410
    back = editor.post(f"{address}/reinstate/", {"reason": "It is one."})
    assert back.status_code == 200
    assert back.json()["text"] == make.CLAIM


def test_what_a_program_changes_stands_in_the_history_by_its_token(client, program):
    claim = make.a_claim()
    program.patch(f"/claims/{claim.pk}/", {"dose": "5 mg", "reason": "As stated."})
    told = client.get(f"/claims/{claim.pk}/history/").content.decode()
    assert "Rev Madeup (by token Token write)" in " ".join(told.split())
    assert "As stated." in told


# --- bases ---


@pytest.fixture
def claim():
    return make.a_claim(outcome="fever", asserts="lowers")


def test_a_base_is_begun_with_the_claims_question(program, claim):
    sent = {"claim": claim.pk, "scope": "cited_only", "population": "adults"}
    answer = program.post("/evidence-bases/", sent)
    assert answer.status_code == 201
    base = EvidenceBase.objects.get()
    assert (base.claim, base.number, base.outcome) == (claim, 1, "fever")
    assert base.population == "adults"
    again = program.post("/evidence-bases/", sent)
    assert again.status_code == 422
    assert again.json()["detail"] == "The claim has a base that is not frozen yet."


def test_a_base_says_how_it_was_searched(program, claim):
    base = make.a_base(claim=claim)
    address = f"/evidence-bases/{base.pk}/"
    answer = program.patch(address, {"scope": "review"})
    assert answer.status_code == 422
    review = make.a_review()
    sent = {"scope": "review", "review": review.pk, "eligible_designs": ["rct"]}
    answer = program.patch(address, sent)
    assert answer.status_code == 200
    assert answer.json()["review"] == review.pk
    assert answer.json()["eligible_designs"] == ["rct"]


def test_candidates_are_included_and_excluded_with_a_reason(program, claim):
    base, result = make.a_base(claim=claim), make.a_result()
    answer = program.post("/evidence-items/", {"base": base.pk, "result": result.pk})
    assert answer.status_code == 201
    assert answer.json()["decision"] == "awaiting"
    address = answer["Location"]
    assert program.post(f"{address}include/").json()["decision"] == "included"
    assert program.post(f"{address}exclude/").status_code == 422
    other = program.post(f"{address}exclude/", {"exclude_because": "other"})
    assert other.json()["detail"] == "Another reason is put in words."
    sent = {"exclude_because": "other", "in_words": "Made up."}
    told = program.post(f"{address}exclude/", sent).json()
    assert (told["decision"], told["reason"], told["reason_words"]) == (
        "excluded",
        "other",
        "Made up.",
    )
    assert program.post(f"{address}put-back/").json()["decision"] == "awaiting"


def test_a_candidate_is_one_result_or_one_passage(program, claim):
    answer = program.post("/evidence-items/", {"base": make.a_base(claim=claim).pk})
    assert answer.json()["detail"] == "An item is one result or one passage."


def test_a_record_is_quoted_in_a_base(program, claim):
    base = make.a_base(claim=claim)
    sent = {
        "reference": make.a_reference().pk,
        "quote": "Not approved.",
        "place": "Section 1",
        "read_on": "2020-05-01",
    }
    answer = program.post(f"/evidence-bases/{base.pk}/quote/", sent)
    assert answer.status_code == 200
    assert answer.json()["included_count"] == 1
    assert EvidenceItem.objects.get().passage.quote == "Not approved."


def test_all_that_a_base_lacks_is_said_at_once_with_where_it_is_set(
    client, program, claim
):
    base = make.a_base(claim=claim, scope="targeted")
    make.an_item(base=base, decision="awaiting")
    client.force_login(make.a_reviewer())
    page = client.get(f"/claims/{claim.pk}/base/").content.decode()
    refused = program.post(f"/evidence-bases/{base.pk}/freeze/")
    assert refused.status_code == 422
    errors = refused.json()["errors"]
    assert {"population", "query", "awaiting"} <= {each["field"] for each in errors}
    for each in errors:
        assert escape(each["detail"]) in page
        assert f'href="{each["href"]}"' in page
        assert each["detail"] in refused.json()["detail"]


def test_a_base_is_frozen_once_it_is_whole_and_copied(program, claim):
    base = make.a_base(claim=claim, scope="other_known", **ASKED)
    item = make.an_item(base=base, decision="awaiting")
    address = f"/evidence-bases/{base.pk}"
    (awaiting,) = program.post(f"{address}/freeze/").json()["errors"]
    assert "Nobody has decided yet on" in awaiting["detail"]
    program.post(f"/evidence-items/{item.pk}/include/")
    answer = program.post(f"{address}/freeze/")
    assert answer.json()["frozen_by"] == "Rev Madeup"
    closed = program.patch(f"{address}/", {"query": "x"})
    assert closed.status_code == 422
    copy = program.post(f"{address}/copy/")
    assert copy.status_code == 201
    assert (copy.json()["number"], copy.json()["copied_from"]) == (2, base.pk)
    assert copy["Location"] == f"/api/v1/evidence-bases/{copy.json()['id']}/"


def test_a_base_that_changed_since_is_not_frozen_unseen(program, claim):
    base = make.a_base(claim=claim)
    make.an_item(base=base)
    seen = program.get(f"/evidence-bases/{base.pk}/")["ETag"]
    program.patch(f"/evidence-bases/{base.pk}/", {"sources": "My shelf"})
    answer = program.post(f"/evidence-bases/{base.pk}/freeze/", If_Match=seen)
    assert answer.status_code == 412
    assert answer.json()["current"]["sources"] == "My shelf"
    base.refresh_from_db()
    assert not base.is_frozen


def test_two_claims_are_joined_and_taken_apart():
    program = Program(make.an_editor())
    merged, into = make.a_claim(), make.a_claim(text="Examplin raises fever")
    said = {"into": into.pk, "reason": "The same words."}
    answer = program.post(f"/claims/{merged.pk}/merge/", said)
    assert (answer.status_code, answer.json()["id"]) == (200, into.pk)
    assert program.get(f"/claims/{merged.pk}/").status_code == 308
    back = {"merged": merged.pk, "reason": "Two."}
    assert program.post(f"/claims/{into.pk}/unmerge/", back).status_code == 200
    assert program.post(f"/claims/{into.pk}/unmerge/", back).status_code == 422
    assert program.get(f"/claims/{merged.pk}/").status_code == 200
