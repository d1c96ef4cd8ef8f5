"""Beside each domain stand its question, what counts, and this base's own figures."""

import html
import re

import pytest

from evidence.method import GUIDANCE
from evidence.words import Domain, Upgrade
from studies.models import Study
from tests import factories as make
from tests.evidence.facts.rendering import words_of
from tests.evidence.pooling import a_claim_on, a_study_of, counts, means
from tests.stories.acting import a_base_of, cites

pytestmark = pytest.mark.django_db
HALF = counts(10, 100, 20, 100)


@pytest.fixture
def beside(client):
    """What a reviewer reads beside a domain of a claim, and which of it is bold."""
    client.force_login(make.a_reviewer())

    def read(claim, domain, designs="randomised"):
        page = client.get(f"/claims/{claim.pk}/grade/").content.decode()
        row = page.partition(f'id="row-{designs}-{domain}"')[2]
        row = row.partition("</fieldset>")[0]
        speaks = " ".join(re.findall(r"<b>.*?</b>", row, flags=re.DOTALL))
        return tuple(
            html.unescape(words_of(f"<main>{one}</main>")) for one in (row, speaks)
        )

    return read


def trials(*results, **given):
    outcome = make.an_outcome(**given)
    return [
        a_study_of(f"Example {2000 + at}", outcome, result)
        for at, result in enumerate(results)
    ]


def test_every_domain_and_upgrade_has_its_question_and_what_counts():
    assert set(GUIDANCE) == {*Domain, *Upgrade}
    assert all(guide.asks and guide.levels for guide in GUIDANCE.values())


def test_each_domain_says_what_it_asks_beside_it(beside):
    claim = a_claim_on(*trials(HALF, HALF))
    for domain in Domain:
        assert GUIDANCE[domain].asks in beside(claim, domain)[0]


# --- imprecision ---


def test_few_people_and_events_are_held_against_400_and_300(beside):
    words, speaks = beside(a_claim_on(*trials(HALF, HALF)), "imprecision")
    assert "fewer than 400" not in words
    assert "60 events, fewer than 300" in speaks
    few = a_claim_on(*trials(counts(5, 50, 9, 49), counts(4, 50, 9, 50)))
    assert "199 people, fewer than 400" in beside(few, "imprecision")[1]


def test_enough_people_and_events_speak_for_nothing(beside):
    large = [counts(1000, 10_000, 2000, 10_000)] * 2
    words, speaks = beside(a_claim_on(*trials(*large)), "imprecision")
    assert "40,000 people" in words
    assert "6,000 events" in words
    assert not speaks.strip()


def test_an_interval_that_holds_no_difference_speaks(beside):
    unsure = [counts(300, 3000, 310, 3000)] * 2
    _, speaks = beside(a_claim_on(*trials(*unsure)), "imprecision")
    assert "it holds no difference (1)" in speaks


def test_no_difference_is_no_threshold_where_a_margin_is(beside):
    figures = {"scale": "rr", "margin": 1.25, "margin_source": "An example"}
    close = [counts(3000, 30_000, 3010, 30_000)] * 2
    claim = a_claim_on(*trials(*close), **figures, asserts="little_or_no")
    assert not beside(claim, "imprecision")[1].strip()


def test_the_interval_is_held_against_the_margin_of_the_question(beside):
    figures = {"scale": "rr", "margin": 1.25, "margin_source": "An example"}
    wide = [counts(30, 300, 40, 300)] * 2
    _, speaks = beside(a_claim_on(*trials(*wide), **figures), "imprecision")
    assert "the margin (0.8)" in speaks
    figures["scale"] = "or"
    _, speaks = beside(a_claim_on(*trials(*wide), **figures), "imprecision")
    assert "margin" not in speaks


def test_the_effect_is_told_in_people_at_the_stated_baseline_risk(beside):
    stated = {"baseline_risk": 0.2, "baseline_source": "An example register"}
    large = [counts(1000, 10_000, 2000, 10_000)] * 2
    words, _ = beside(a_claim_on(*trials(*large), **stated), "imprecision")
    assert "In people: 100 fewer per 1,000" in words
    assert "An example register" in words
    words, _ = beside(a_claim_on(*trials(*large)), "imprecision")
    assert "No baseline risk is stated" in words


def test_the_effect_in_people_is_held_against_a_margin_in_people(beside):
    stated = {
        "baseline_risk": 0.1,
        "baseline_source": "An example",
        "scale": "rd",
        "margin": 0.01,
        "margin_source": "An example",
    }
    unsure = [counts(270, 3000, 300, 3000)] * 2
    _, speaks = beside(a_claim_on(*trials(*unsure), **stated), "imprecision")
    assert "it holds the margin (10 per 1,000)" in speaks


def test_the_optimal_information_size_is_of_the_risks_here(beside):
    """20 % against 15 %, 80 % power at 5 %: 903 an arm, by the textbook's formula."""
    words, speaks = beside(a_claim_on(*trials(HALF, HALF)), "imprecision")
    assert "Optimal information size: 1,806 people, with 316 events" in words
    assert "25 % fewer of the risk without it here" in words
    assert "there are fewer" in speaks


def test_the_optimal_information_size_is_of_the_threshold_that_is_stated(beside):
    stated = {"scale": "md", "figures_unit": "mm", "small_from": 5}
    stated["thresholds_source"] = "An example"
    deep = [means(10, 10, 50, 14, 10, 50)] * 2
    claim = a_claim_on(*trials(*deep, unit="mm"), **stated)
    words, _ = beside(claim, "imprecision")
    assert "Optimal information size: 126 people, to find a small effect (" in words


# --- risk of bias, inconsistency ---


def test_whose_weight_an_estimate_is_stands_by_risk_of_bias(beside):
    one_large = [counts(1000, 10_000, 2000, 10_000), counts(3, 100, 6, 100)]
    words, speaks = beside(a_claim_on(*trials(*one_large)), "risk_of_bias")
    assert "over 99 % of the weight from one study, Example 2000" in speaks
    assert "Example 2001 under 1 %" in speaks
    assert "not appraised" in words


def test_estimates_on_both_sides_and_their_spread_stand_by_inconsistency(beside):
    apart = [
        counts(100, 1000, 300, 1000),
        counts(300, 1000, 100, 1000),
        counts(100, 1000, 290, 1000),
    ]
    words, speaks = beside(a_claim_on(*trials(*apart)), "inconsistency")
    assert "Of 3 estimates, 2 below no difference and 1 above" in speaks
    assert re.search(r"I² 9\d %", speaks)
    assert "the next study may find either side" in speaks
    assert "τ²" in words


def test_one_study_has_nothing_to_be_compared_with(beside):
    words, _ = beside(a_claim_on(*trials(HALF)), "inconsistency")
    assert "One study: nothing to compare it with." in words


# --- indirectness, publication bias ---


def test_a_surrogate_stands_by_indirectness(beside):
    claim = a_claim_on(*trials(HALF, HALF, importance="surrogate"))
    assert "2 results of a surrogate outcome" in beside(claim, "indirectness")[1]
    claim = a_claim_on(*trials(HALF, HALF, importance="patient"))
    assert "surrogate" not in beside(claim, "indirectness")[1]


def test_how_direct_the_results_are_is_counted(beside):
    outcome = make.an_outcome(name="Example fever")
    studies = [
        a_study_of(f"Example {year}", outcome, HALF, intervention="examplin")
        for year in (2001, 2002)
    ]
    claim = a_claim_on(*studies, intervention="examplin", outcome="another fever")
    words, _ = beside(claim, "indirectness")
    assert "Intervention: 2 same" in words
    assert "Outcome: 2 not judged yet" in words


def test_the_search_and_the_plans_stand_by_publication_bias(beside):
    studies = trials(HALF, HALF)
    Study.objects.filter(pk=studies[0].pk).update(registration="EXAMPLE-1")
    words, _ = beside(a_claim_on(*studies), "publication_bias")
    assert "Protocol or registration known of 1 of 2 studies" in words
    assert "it needs 10 studies, here are 2" in words


def test_from_ten_studies_on_the_funnel_is_tested(beside):
    uneven = [
        counts(round(n * 0.1 * (1 - 5 / n**0.5)), n, n // 10, n)
        for n in (100, 200, 300, 400, 500, 700, 1000, 2000, 5000, 10_000)
    ]
    _, speaks = beside(a_claim_on(*trials(*uneven)), "publication_bias")
    assert "Egger’s test: intercept −" in speaks


def test_from_cited_works_only_there_is_no_level_to_choose(beside):
    claim, studies = make.a_claim(asserts="lowers"), trials(HALF, HALF)
    for study in studies:
        cites(claim, study)
    a_base_of(claim, studies, scope="cited_only")
    words, _ = beside(claim, "publication_bias")
    assert "Only works that articles cite were looked at" in words
    assert "strongly suspected" not in words


# --- what rates up ---


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ((10, 1000, 100, 1000), "RR 0.10: beyond 0.2 or 5"),
        ((30, 1000, 100, 1000), "RR 0.30: beyond 0.5 or 2"),
        ((80, 1000, 100, 1000), ""),
    ],
)
def test_a_large_effect_is_held_against_its_limits(beside, cells, says):
    outcome = make.an_outcome()
    how = {"design": "cohort", "allocation": "not_stated"}
    cohorts = [
        a_study_of(f"Example {n}", outcome, counts(*cells), **how) for n in (1, 2)
    ]
    _, speaks = beside(a_claim_on(*cohorts), "large_effect", "other")
    assert says in speaks
    assert bool(says) == bool(speaks.strip())


def test_an_odds_ratio_is_made_a_risk_ratio_at_the_baseline(beside):
    outcome = make.an_outcome()
    shape = {"metric": "or", "estimate": 0.4, "ci_low": 0.3, "ci_high": 0.53}
    how = {"design": "cohort", "allocation": "not_stated"}
    cohorts = [a_study_of(f"Example {n}", outcome, shape, **how) for n in (1, 2)]
    stated = {"baseline_risk": 0.5, "baseline_source": "An example"}
    words, speaks = beside(a_claim_on(*cohorts, **stated), "large_effect", "other")
    assert "OR 0.40, at the stated baseline risk RR 0.57" in words
    assert not speaks.strip()
