"""What reports print counts in a pooled line as far as it may, and is marked."""

import math

import pytest

from claims.models import Claim
from evidence.claims.review import review_because
from studies.results.actions import answer_result, edit_result
from studies.results.models import Result
from tests import factories as make
from tests.evidence.pooling import a_claim_on, a_study_of, counts, means, said_of
from tests.evidence.test_basis import judged

pytestmark = pytest.mark.django_db
PLAIN, OTHER = (12, 200, 25, 200), (30, 300, 41, 300)
QUARTILES = {"median_1": 10, "q1_1": 8, "q3_1": 12, "total_1": 50}
QUARTILES |= {"median_2": 14, "q1_2": 12, "q3_2": 16, "total_2": 50}
CLUSTER = {"design": "cluster_rct", "allocation": "random"}
CROSSOVER = {"design": "crossover_rct", "allocation": "random"}
SWAPPED = counts(10, 100, 40, 100, estimate=4.0, ci_low=2.1, ci_high=7.6)


def an_outcome(name, **given):
    return make.an_outcome(name=f"Made-up {name}", **given)


def two_of(name, one, other, design=None, **given):
    """Two trials of an outcome, the first of a design, and the outcome's name."""
    outcome = an_outcome(name, **given)
    first = a_study_of(f"{name.title()} 2001", outcome, one, **(design or {}))
    return first, a_study_of(f"{name.title()} 2002", outcome, other)


@pytest.fixture
def said(client):
    """Of one claim on all of these: lines and what is held out, by outcome."""
    md = means(10, 4, 40, 12, 4, 40)
    rates = {"metric": "rate_ratio", "events_1": 20, "person_time_1": 500.0}
    rates |= {"events_2": 45, "person_time_2": 510.0, "person_time_unit": "years"}
    more_rates = rates | {"events_1": 9, "events_2": 14}
    errors = {"metric": "md", "mean_1": 10, "se_1": 0.6, "total_1": 40}
    errors |= {"mean_2": 12, "se_2": 0.6, "total_2": 40}
    clustered = counts(*PLAIN, cluster_size=30.0, icc=0.02, icc_source="Elsewhere 1999")
    differences = {"metric": "md", "estimate": -2.0, "sd_difference": 4.0}
    log_rank = {"metric": "hr", "o_minus_e": -8.2, "log_rank_variance": 21.5}
    hazard = {"metric": "hr", "estimate": 0.7, "ci_low": 0.5, "ci_high": 0.98}
    pairs = {"metric": "or", "discordant_1": 4, "discordant_2": 11}
    odds = counts(*PLAIN, metric="or")
    skewed = {"metric": "md", **QUARTILES, "q3_1": 30}
    studies = [
        *two_of("clusters", clustered, counts(*OTHER), CLUSTER),
        *two_of("known pairs", {**md, "correlation": 0.6}, md, CROSSOVER),
        *two_of("unknown pairs", md, md, CROSSOVER),
        *two_of("differences", {**differences, "total_1": 40}, md, CROSSOVER),
        *two_of("discordance", pairs, odds, CROSSOVER),
        *two_of("rates", rates, more_rates),
        *two_of("errors", errors, md),
        *two_of("quartiles", {"metric": "md", **QUARTILES}, md),
        *two_of("skewness", skewed, md),
        *two_of("survival time", log_rank, hazard),
        *two_of("odd p", {"metric": "md", "estimate": -2.0, "p_value": "0.01"}, md),
    ]
    accuracy = {"metric": "accuracy", "true_positives": 8, "false_negatives": 2}
    accuracy |= {"true_negatives": 17, "false_positives": 3}
    accuracy |= {"reference_standard": "Made-up biopsy"}
    studies += two_of("accuracy", accuracy, accuracy)
    facts, page = said_of(client, a_claim_on(*studies))
    return facts, page


def line_of(facts, name):
    return next(
        line for line in facts["pooled"] if line["outcome"] == f"Made-up {name}"
    )


def held_out(facts, name):
    return [
        row["why"] for row in facts["held_out"] if row["outcome"] == f"Made-up {name}"
    ]


def width_of(line, number=0):
    """How wide the interval of a study is, on the analysis scale of a ratio."""
    row = line["rows"][number]
    return math.log(row["high"] / row["low"])


def test_what_is_printed_is_pooled_as_far_as_it_may(said):
    facts, page = said
    for name in (
        *("clusters", "known pairs", "unknown pairs", "differences", "discordance"),
        *("rates", "errors", "quartiles", "survival time", "odd p"),
    ):
        assert line_of(facts, name)["k"] == 2, name
    by_label = {
        row["study"]["label"]: row for line in facts["pooled"] for row in line["rows"]
    }
    clustered = by_label["Clusters 2001"]
    crude = 2 * 1.959964 * math.sqrt(1 / 12 - 1 / 200 + 1 / 25 - 1 / 200)
    wider = math.log(clustered["high"] / clustered["low"]) / crude
    assert wider == pytest.approx(math.sqrt(1 + 29 * 0.02))
    assert "variance × 1.58 (ICC 0.02, borrowed from another study)" in page
    expected = {
        "Known Pairs 2001": math.sqrt((16 + 16 - 2 * 0.6 * 16) / 40),
        "Unknown Pairs 2001": math.sqrt((16 + 16 - 16) / 40),
        "Differences 2001": 4 / math.sqrt(40),
        "Errors 2001": math.sqrt(0.72),
        "Odd P 2001": 2 / 2.5758293,
    }
    for label, se in expected.items():
        row = by_label[label]
        assert (row["high"] - row["low"]) / (2 * 1.959964) == pytest.approx(se), label
    assert by_label["Discordance 2001"]["estimate"] == pytest.approx(4 / 11)
    assert by_label["Rates 2001"]["estimate"] == pytest.approx(20 / 500 / (45 / 510))
    hazard = by_label["Survival Time 2001"]["estimate"]
    assert hazard == pytest.approx(math.exp(-8.2 / 21.5))


def test_what_was_converted_is_marked_and_the_rest_stands_beside(said):
    facts, page = said
    marked = {
        row["study"]["label"]: row["estimated_words"]
        for line in facts["pooled"]
        for row in line["rows"]
        if row["estimated_words"]
    }
    assert marked["Errors 2001"] == "deviations from standard errors"
    assert marked["Quartiles 2001"] == "means from quartiles"
    assert marked["Odd P 2001"] == "its variance from the p-value"
    assert marked["Unknown Pairs 2001"].startswith(
        "its correlation taken as 0.5 (with 0.3: −3.4"
    )
    assert len(marked) == 4
    assert "Quartiles 2001: estimated, means from quartiles." in page
    assert "Without the estimated numbers: fewer than two studies are left" in page


def test_what_may_not_be_pooled_is_held_out_with_its_reason(said):
    facts, _ = said
    assert (
        held_out(facts, "accuracy")
        == ["Sensitivity and specificity are read side by side, never pooled."] * 2
    )
    assert any("too far off the middle" in why for why in held_out(facts, "skewness"))


def test_numbers_that_do_not_agree_are_pooled_once_that_is_answered(client):
    outcome = an_outcome("rash")
    odd = make.a_study(label="Odd 2001")
    row = make.a_result(study=odd, outcome=outcome, direction="not_stated", **SWAPPED)
    others = [a_study_of(f"Even {n}", outcome, counts(*OTHER)) for n in (2002, 2003)]
    claim = a_claim_on(odd, *others)
    facts, page = said_of(client, claim)
    assert facts["pooled"][0]["k"] == 2
    (why,) = [each["why"] for each in facts["held_out"]]
    assert why == (
        "Its printed numbers do not agree (the groups look swapped), and nobody has "
        "answered why."
    )
    assert "is what these groups give the other way round" in page
    answers = {"mirror": "The table counts those without."}
    answer_result(result=row, answers=answers, by=make.a_curator())
    facts, page = said_of(client, claim)
    assert facts["pooled"][0]["k"] == 3
    assert "The table counts those without." in page


def test_a_verdict_is_reviewed_when_an_answer_falls_away():
    outcome = an_outcome("cough")
    answers = {"mirror": "The table counts those without."}
    study = a_study_of("Odd 2001", outcome, {**SWAPPED, "answers": answers})
    claim = judged(a_claim_on(study))
    row = Result.objects.get(study=study)
    by = make.a_curator()
    edit_result(result=row, events_1=11, by=by, reason="Read.", answer_later=True)
    row.refresh_from_db()
    assert row.answers == {}
    why = review_because(Claim.objects.get(pk=claim.pk))
    assert "Odd 2001: its printed numbers do not agree, which nobody has" in why


def test_a_complement_is_pooled_from_counts_turned_round(client):
    death = an_outcome("death")
    survival = an_outcome("survival", better="higher", complement_of=death)
    first = a_study_of("Death 2001", death, counts(20, 200, 35, 200))
    second = a_study_of("Survival 2002", survival, counts(270, 300, 255, 300))
    ratio = {"metric": "rr", "estimate": 1.08, "ci_low": 1.01, "ci_high": 1.15}
    third = a_study_of("Ratio 2003", survival, ratio)
    facts, page = said_of(client, a_claim_on(first, second, third, outcome=death.name))
    (line,) = facts["pooled"]
    assert (line["outcome"], line["k"]) == ("Made-up death", 2)
    shown = {row["study"]["label"]: row["estimate"] for row in line["rows"]}
    assert shown["Survival 2002"] == pytest.approx(30 / 300 / (45 / 300))
    assert "of Made-up survival it counts those without, as Made-up death" in page
    assert len(facts["held_out"]) == 1
    asked = a_claim_on(first, second, outcome_measured=survival, outcome=survival.name)
    facts, _ = said_of(client, asked)
    (line,) = facts["pooled"]
    assert (line["outcome"], line["better"]) == ("Made-up survival", "higher")
    shown = {row["study"]["label"]: row["estimate"] for row in line["rows"]}
    assert shown["Death 2001"] == pytest.approx(180 / 200 / (165 / 200))


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("indirect", "network estimate, indirect"),
        ("mixed", "network estimate, direct and indirect"),
        ("not_stated", "network estimate, direct or indirect not stated"),
    ],
)
def test_a_networks_estimate_says_its_route(client, route, words):
    network = make.a_study(design="network_meta_analysis", label="Network 2010")
    row = make.a_result(study=network, evidence_route=route)
    claim = a_claim_on(network)
    facts, page = said_of(client, claim)
    (item,) = facts["evidence"]
    assert item["result"]["evidence_route_words"] == words
    assert words in page
    assert row.evidence_route == route
