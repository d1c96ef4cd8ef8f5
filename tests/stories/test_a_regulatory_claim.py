"""A claim that a regulator approved something is judged by the regulator's page."""

import pytest

from bibliography.notices.actions import add_notice
from bibliography.references.actions import add_reference
from claims.models import Claim
from core.errors import Refused
from evidence.bases.items import add_passage
from evidence.facts import claim_facts
from evidence.grades.actions import submit_grade
from evidence.grades.draft import GradeForm
from evidence.grades.rounds import call_round
from tests import factories as make
from tests.stories.acting import a_base_of, time_passes

pytestmark = pytest.mark.django_db
in_its_own_time = pytest.mark.django_db(transaction=True)  # for the feed


@pytest.fixture
def claim():
    return make.a_claim(
        text="Examplin is approved for made-up fever",
        kind="regulatory",
        asserts="",
        jurisdiction="Exampleland",
        as_of="2026-01-01",
    )


@pytest.fixture
def passage():
    page = add_reference(
        title="Register of the Exampleland agency",
        type="register_page",
        captured_on="2026-01-05",
        by=make.a_curator(),
    )
    return add_passage(
        reference=page,
        quote="Examplin: for the treatment of made-up fever.",
        place="Section 2",
        read_on="2026-01-05",
        jurisdiction="Exampleland",
        by=make.a_reviewer(),
    )


def judge(claim, base, **given):
    reviewer = make.a_reviewer()
    round = call_round(claim=claim, base=base, reviewers=[reviewer], by=reviewer)
    said = {"verdict": "confirmed", **given}
    submit_grade(round=round, form=GradeForm(**said), by=reviewer)
    return Claim.objects.get(pk=claim.pk)


def test_the_record_confirms_it_without_any_certainty(claim, passage):
    base = a_base_of(claim, passages=[passage], scope="targeted", **SEARCH)
    claim = judge(claim, base)
    told = claim_facts(claim)
    assert told["judgement"]["verdict"] == "confirmed"
    assert told["judgement"]["certainty"] == "not_applicable"
    assert told["judgement"]["glyph"] == ""
    assert told["judgement"]["sentence"] == (
        "Confirmed by “Register of the Exampleland agency” (Exampleland, as read on 5 "
        "January 2026)."
    )
    assert told["judgement"]["method_words"] == "record check"
    assert told["groups"] == []
    assert told["evidence"][0]["passage"]["place"] == "Section 2"


SEARCH = {"sources": "The register", "query": "examplin", "searched_on": "2026-01-05"}


def test_without_a_passage_it_is_not_confirmed(claim):
    base = a_base_of(claim, scope="targeted", **SEARCH)
    with pytest.raises(Refused, match="needs a quoted passage"):
        judge(claim, base)


@pytest.mark.parametrize("type", ["web_page", "preprint", "article"])
def test_what_others_write_of_the_register_confirms_nothing(claim, type):
    blog = add_reference(title="A blog on examplin", type=type, by=make.a_curator())
    base = a_base_of(
        claim,
        passages=[make.a_passage(reference=blog, quote="Examplin is approved!")],
        scope="targeted",
        **SEARCH,
    )
    with pytest.raises(Refused, match="None of the quoted records decides"):
        judge(claim, base)


def test_without_a_passage_one_can_still_not_say(claim):
    base = a_base_of(claim, scope="targeted", **SEARCH)
    claim = judge(claim, base, verdict="cant_say")
    assert (claim.verdict, claim.cant_say_because) == ("cant_say", "none_found")


def test_words_of_another_kind_are_refused_all_at_once(claim, passage):
    base = a_base_of(claim, passages=[passage], scope="targeted", **SEARCH)
    with pytest.raises(Refused) as refused:
        judge(claim, base, verdict="supported", note="It is proven.")
    sentence = refused.value.sentence
    assert "is no verdict here" in sentence
    assert "put “proven” otherwise" in sentence


@in_its_own_time
def test_a_correction_of_the_page_asks_for_review(claim, passage):
    base = a_base_of(claim, passages=[passage], scope="targeted", **SEARCH)
    claim = judge(claim, base)
    add_notice(
        reference=passage.reference,
        kind="correction",
        source="Example source",
        by=make.a_curator(),
    )
    time_passes()
    claim.refresh_from_db()
    assert claim.needs_review_why == (
        "Register of the Exampleland agency: correction noted since."
    )
