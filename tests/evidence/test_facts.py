"""One value says all of a claim, and says it the same way each time."""

import json

import pytest
from django.utils import timezone

from claims.models import Claim, ClaimRelation
from evidence.facts import claim_facts, many_claim_facts
from tests import factories as make

pytestmark = pytest.mark.django_db


def a_trial_result(number, outcome, **given):
    study = make.a_study(
        label=f"Example {2000 + number}",
        year=2000 + number,
        design="rct",
        allocation="random",
        sample_size=200,
    )
    return make.a_result(
        study=study,
        outcome=outcome,
        **{
            "metric": "rr",
            "contrast": "between_arms",
            "events_1": 10 + number,
            "total_1": 100,
            "events_2": 20,
            "total_2": 100,
            "estimate": None,
            "ci_low": None,
            "ci_high": None,
            **given,
        },
    )


def a_judged_claim(trials=5, **given):
    """A claim whose frozen base of randomised trials one reviewer graded."""
    outcome = make.an_outcome()
    results = [a_trial_result(number, outcome) for number in range(trials)]
    claim = make.a_claim(**given)
    base = make.a_frozen_base(claim=claim, results=results, scope="other_known")
    grade = make.a_grade(round=make.a_round(base=base))
    Claim.objects.filter(pk=claim.pk).update(
        verdict=grade.verdict,
        certainty=grade.certainty,
        standing="draft",
        judged_at=grade.submitted_at,
    )
    return claim


def test_facts_take_eleven_queries_whatever_the_size(django_assert_num_queries):
    claim = a_judged_claim(5)
    for _ in range(5):
        mention = make.a_mention(claim=claim, status="accepted")
        make.a_mention_citation(mention=mention)
        ClaimRelation.objects.create(
            source=claim, target=make.a_claim(), kind="narrower_than"
        )
    with django_assert_num_queries(10):
        facts = claim_facts(claim)
    assert len(facts["evidence"]) == len(facts["mentions"]) == 5


def test_facts_are_plain_json():
    facts = claim_facts(a_judged_claim())
    assert json.loads(json.dumps(facts)) == facts


def test_results_are_told_with_their_counts_and_their_interval():
    told = claim_facts(a_judged_claim(1))["evidence"][0]["result"]["in_words"]
    assert told == "10/100 against 20/100 · RR 0.50 (0.25 to 1.01)"


def test_two_studies_are_pooled_and_one_is_not():
    assert claim_facts(a_judged_claim(1))["pooled"] == []
    (line,) = claim_facts(a_judged_claim(2))["pooled"]
    assert line["k"] == 2
    assert line["in_words"].startswith("RR 0.5")


@pytest.mark.parametrize("design", ["animal", "systematic_review", "opinion"])
def test_what_is_no_study_of_people_is_never_pooled(design):
    claim = a_judged_claim(3)
    study = claim.bases.get().items.first().result.study
    type(study).objects.filter(pk=study.pk).update(design=design, allocation="none")
    (line,) = claim_facts(claim)["pooled"]
    assert (line["designs"], line["k"]) == ("randomised", 2)


def test_a_retracted_study_is_left_out_of_the_pool_and_named():
    claim = a_judged_claim(4)
    study = Claim.objects.get(pk=claim.pk).bases.get().items.first().result.study
    report = make.a_report(study=study, role="main")
    make.a_notice(reference=report.reference, kind="retraction")
    facts = claim_facts(claim)
    assert facts["pooled"][0]["k"] == 3
    assert facts["pooled"][0]["left_out"] == [study.label]
    first = next(i for i in facts["evidence"] if i["study"]["id"] == study.pk)
    assert first["study"]["is_retracted"]


def test_where_a_retraction_leaves_one_study_the_line_says_so():
    claim = a_judged_claim(2)
    study = claim.bases.get().items.first().result.study
    report = make.a_report(study=study, role="main")
    make.a_notice(reference=report.reference, kind="retraction")
    (line,) = claim_facts(claim)["pooled"]
    assert (line["k"], line["estimate"], line["left_out"]) == (1, None, [study.label])
    assert line["in_words"] == "fewer than two studies are left to pool"


def test_a_study_without_numbers_is_named_under_the_pooled_line():
    claim = a_judged_claim(3)
    result = claim.bases.get().items.first().result
    numbers = ("events_1", "total_1", "events_2", "total_2")
    type(result).objects.filter(pk=result.pk).update(**dict.fromkeys(numbers))
    (line,) = claim_facts(claim)["pooled"]
    assert line["k"] == 2
    assert line["without_numbers"] == [result.study.label]


def test_numbers_from_a_retracted_review_are_pooled_and_named():
    claim = a_judged_claim(2)
    result = claim.bases.get().items.first().result
    review = make.a_reference()
    type(result).objects.filter(pk=result.pk).update(
        provenance="compiled", compiled_from=review
    )
    assert claim_facts(claim)["pooled"][0]["from_retracted"] == []
    make.a_notice(reference=review, kind="retraction")
    (line,) = claim_facts(claim)["pooled"]
    assert (line["k"], line["from_retracted"]) == (2, [result.study.label])


def test_a_reinstated_study_counts_again():
    claim = a_judged_claim(4)
    study = claim.bases.get().items.first().result.study
    report = make.a_report(study=study, role="main")
    make.a_notice(reference=report.reference, kind="retraction", dated="2020-01-01")
    make.a_notice(reference=report.reference, kind="reinstatement", dated="2021-01-01")
    assert claim_facts(claim)["pooled"][0]["k"] == 4


def test_people_are_unknown_where_one_study_does_not_state_them():
    claim = a_judged_claim(3)
    assert claim_facts(claim)["counts"]["people"] == 600
    item = claim.bases.get().items.first()
    item.result.study.sample_size = None
    item.result.study.save()
    assert claim_facts(claim)["counts"]["people"] is None


def test_an_unopened_grade_is_not_in_it():
    outcome = make.an_outcome()
    base = make.a_frozen_base(results=[a_trial_result(1, outcome)], scope="other_known")
    make.a_grade(round=make.a_round(base=base), opened=False)
    facts = claim_facts(base.claim)
    assert facts["groups"] == []
    assert facts["judgement"]["sentence"] == ""
    assert facts["evidence"][0]["bearing_confirmed"] is False


def test_the_arithmetic_of_certainty_is_shown():
    (group,) = claim_facts(a_judged_claim())["groups"]
    assert group["arithmetic"].startswith("High −1 risk of bias −1 imprecision = Low")
    assert group["domains"][-1]["rates_up"]


def test_relations_are_read_from_the_claim_asked_for():
    narrow, broad = make.a_claim(), make.a_claim()
    ClaimRelation.objects.create(source=narrow, target=broad, kind="narrower_than")
    assert claim_facts(narrow)["relations"][0]["words"] == "narrower than"
    assert claim_facts(broad)["relations"][0]["words"] == "broader than"


def a_mixed_lot():
    """Claims that differ in what they are judged by, and in what stands on them."""
    graded, again, bare = a_judged_claim(3), a_judged_claim(2), make.a_claim()
    heard = make.a_second_hand_result()
    make.a_result_source(result=heard)
    ruled = make.a_claim(
        verdict="cant_say",
        certainty="not_graded",
        cant_say_because="only_second_hand",
        standing="rule",
    )
    make.a_frozen_base(claim=ruled, results=[heard])
    review = make.a_review()
    make.an_inclusion(review=review)
    on_review = make.a_claim()
    make.a_frozen_base(
        claim=on_review, results=[make.a_result(study=review)], scope="other_known"
    )
    told = make.a_claim(kind="regulatory")
    checked = {"checked_by": make.a_reviewer(), "checked_at": timezone.now()}
    make.a_frozen_base(
        claim=told,
        results=[make.a_compiled_result(**checked)],
        passages=[make.a_passage()],
        scope="other_known",
    )
    make.a_claim_relation(source=graded, target=again, kind="part_of")
    make.a_claim_topic(claim=again)
    for claim in (graded, bare):
        make.a_mention_citation(mention=make.a_mention(claim=claim))
        make.a_claim_version(claim=claim)
        make.a_claim_version(claim=claim)
    return [again, bare, graded, on_review, ruled, told]


def test_many_facts_are_those_of_each_claim(django_assert_max_num_queries):
    claims = a_mixed_lot()
    with django_assert_max_num_queries(13):
        together = list(many_claim_facts(claim.pk for claim in claims))
    assert together == [claim_facts(claim) for claim in claims]
    assert together[0]["relations"][0]["words"] == "has the part"


def test_a_claim_that_is_gone_meanwhile_is_left_out_of_many():
    claim = make.a_claim()
    gone = claim.pk + 1
    assert [told["id"] for told in many_claim_facts([gone, claim.pk])] == [claim.pk]


def test_facts_read_in_several_lots_keep_their_order(monkeypatch):
    monkeypatch.setattr("evidence.facts.claim.AT_ONCE", 2)
    ids = [claim.pk for claim in a_mixed_lot()]
    assert [told["id"] for told in many_claim_facts(ids)] == ids
