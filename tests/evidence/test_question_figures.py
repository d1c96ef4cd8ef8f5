"""Numbers a claim is judged against: kept with a source, closed with the base."""

import pytest

from core.errors import Refused
from evidence.bases.actions import copy_base, freeze_base
from evidence.claims.actions import set_question
from evidence.facts import claim_facts
from tests import factories as make
from tests.evidence.test_basis import judged
from tests.stories.acting import ASKED

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return make.a_curator()


def printed(claim):
    claim.refresh_from_db()
    return claim_facts(claim)["question"]


@pytest.mark.parametrize(
    ("numbers", "field", "words"),
    [
        ({"margin": 5.0}, "scale", "On which scale are these numbers?"),
        ({"scale": "rr", "margin": 0.8}, "margin", "a factor above 1"),
        ({"scale": "md", "margin": -2.0}, "margin", "above 0"),
        ({"scale": "or", "claimed_size": -0.5}, "claimed_size", "A ratio is above 0."),
        ({"scale": "words"}, "scale", "compares nothing"),
        (
            {"scale": "smd", "small_from": 0.5, "large_from": 0.2},
            "large_from",
            "Small begins before moderate",
        ),
        ({"value_low": 6.0, "value_high": 4.0}, "value_high", "before its beginning"),
        ({"value_low": 140.0}, "value_low", "from 0 to 100 per cent"),
        (
            {"baseline_risk": 12.0, "baseline_source": "made up"},
            "baseline_risk",
            "0.12",
        ),
        ({"baseline_risk": 0.12}, "baseline_source", "Without a source it is none."),
        ({"scale": "rr", "margin": float("inf")}, "margin", "This is no number."),
        ({"scale": "rr", "margin": float("nan")}, "margin", "This is no number."),
    ],
)
def test_a_number_that_fits_no_scale_is_refused_at_its_field(
    curator, numbers, field, words
):
    claim = make.a_claim()
    with pytest.raises(Refused) as refused:
        set_question(claim=claim, by=curator, **numbers)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("numbers", "name", "words"),
    [
        (
            {"scale": "rr", "margin": 1.25, "margin_source": "made up"},
            "margin_words",
            "0.8 to 1.25, risk ratio (made up)",
        ),
        (
            {"scale": "md", "margin": 5.0, "figures_unit": "mmHg"},
            "margin_words",
            "−5 to 5, mean difference in mmHg",
        ),
        (
            {"scale": "rr", "claimed_size": 0.7},
            "claimed_size_words",
            "risk ratio 0.7",
        ),
        (
            {"scale": "smd", "small_from": 0.2, "large_from": 0.8},
            "thresholds_words",
            "small from 0.2, large from 0.8, standardised mean difference",
        ),
        ({"value_low": 4.0, "value_high": 6.0}, "value_words", "4 to 6 %"),
        ({"value_low": 4.0}, "value_words", "at least 4 %"),
        ({"value_high": 6.5}, "value_words", "at most 6.5 %"),
        ({"value_low": 5.0, "value_high": 5.0}, "value_words", "5 %"),
        (
            {
                "baseline_risk": 0.012,
                "baseline_source": "made up",
                "baseline_population": "adults",
                "baseline_time": "one year",
            },
            "baseline_words",
            "12 in 1,000 adults over one year (made up)",
        ),
    ],
)
def test_each_number_is_printed_with_its_scale_and_source(
    curator, client, numbers, name, words
):
    claim = make.a_claim()
    set_question(claim=claim, by=curator, **numbers)
    assert printed(claim)["figures"][name] == words
    assert words in client.get(f"/claims/{claim.pk}/").content.decode()


def test_a_claim_without_numbers_prints_none():
    assert printed(make.a_claim())["figures"] is None


def test_the_numbers_close_with_the_base(curator):
    claim = make.a_claim(**ASKED)
    set_question(claim=claim, by=curator, scale="rr", margin=1.25)
    base = make.a_base(claim=claim)
    assert base.margin is None
    claim.refresh_from_db()
    base = freeze_base(base=base, by=base.by)
    set_question(claim=claim, by=curator, margin=1.1)
    base.refresh_from_db()
    assert (base.scale, base.margin) == ("rr", 1.25)
    assert copy_base(base=base, by=base.by).margin is None


def test_a_margin_moved_after_judging_asks_for_review(curator):
    claim = judged(make.a_frozen_base(results=[make.a_result()]).claim)
    set_question(claim=claim, by=curator, scale="rr", margin=1.25, reason="stated now")
    claim.refresh_from_db()
    assert claim.needs_review
    assert "The question's margin was not stated." in claim.needs_review_why


def test_the_form_of_the_question_takes_them(client, curator):
    claim = make.a_claim()
    client.force_login(curator)
    page = client.get(f"/claims/{claim.pk}/edit/").content.decode()
    assert "A small difference begins at" in page
    assert "in words only" not in page
    answer = client.post(
        f"/claims/{claim.pk}/edit/",
        {
            "do": "question",
            "text": claim.text,
            "kind": "effect",
            "checkability": "checkable",
            "scale": "rr",
            "margin": "1.25",
            "revision": claim.revision,
        },
    )
    assert answer.status_code == 302
    assert printed(claim)["figures"]["margin"] == 1.25
