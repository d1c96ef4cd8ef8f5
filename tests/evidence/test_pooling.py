"""What is pooled under a table of evidence, and what is not and why."""

import pytest

from core.errors import Refused
from tests import factories as make
from tests.evidence.pooling import a_claim_on, a_study_of, counts, means, said_of

pytestmark = pytest.mark.django_db

NO_EVENTS = counts(0, 100, 0, 100)
NO_SPREAD = means(1, 0, 50, 2, 0, 50)


@pytest.fixture
def outcome():
    return make.an_outcome()


def trials(outcome, *results):
    return [
        a_study_of(f"Example {2001 + n}", outcome, result)
        for n, result in enumerate(results)
    ]


@pytest.mark.parametrize(
    ("silent", "others", "why"),
    [
        (NO_EVENTS, counts(4, 100, 9, 100), "No events in both arms: not estimable."),
        (
            {**NO_EVENTS, "metric": "rd"},
            counts(4, 100, 9, 100, metric="rd"),
            "No variance: it cannot be weighed.",
        ),
        (NO_SPREAD, means(1, 2, 50, 2, 2, 50), "No variance: it cannot be weighed."),
        (
            {**NO_SPREAD, "metric": "smd"},
            means(1, 2, 50, 2, 2, 50, metric="smd"),
            "Both standard deviations are 0: not estimable.",
        ),
        (
            means(1, 1e-20, 50, 2, 1e-20, 50),
            means(1, 2, 50, 2, 2, 50),
            "Its numbers are too large or too small to be weighed.",
        ),
    ],
)
@pytest.mark.parametrize("k", [1, 2, 3])
def test_a_study_that_is_not_estimable_stays_without_weight(
    client, outcome, silent, others, why, k
):
    claim = a_claim_on(*trials(outcome, silent, *[others] * k))
    facts, page = said_of(client, claim)
    (line,) = facts["pooled"]
    (row,) = line["not_estimable"]
    assert (line["k"], row["study"]["label"], row["why"]) == (k, "Example 2001", why)
    assert str(row["item"]) not in line["weights"]
    assert f"not estimable: Example 2001. {why}" in page
    assert len(facts["evidence"]) == k + 1


def test_of_one_estimable_study_there_are_no_figures_and_it_says_so(client, outcome):
    claim = a_claim_on(*trials(outcome, NO_EVENTS, counts(4, 100, 9, 100)))
    facts, page = said_of(client, claim)
    (line,) = facts["pooled"]
    assert (line["estimate"], line["weights"]) == (None, {})
    assert "fewer than two studies are left to pool" in page


def test_of_none_either(client, outcome):
    facts, page = said_of(client, a_claim_on(*trials(outcome, NO_EVENTS, NO_EVENTS)))
    (line,) = facts["pooled"]
    assert (line["k"], line["estimate"], len(line["not_estimable"])) == (0, None, 2)


def test_results_whose_interval_has_no_end_are_not_pooled(client, outcome):
    far = [
        {"metric": "rr", "estimate": y, "ci_low": y / 2, "ci_high": y * 2}
        for y in (1e-200, 1e200)
    ]
    facts, page = said_of(client, a_claim_on(*trials(outcome, *far)))
    (line,) = facts["pooled"]
    assert (line["k"], line["ci_high"]) == (0, None)
    assert "the results lie too far apart to be pooled" in page


@pytest.mark.parametrize("spread", [1e200, 1e-320])
def test_a_number_beyond_arithmetic_is_refused_in_a_sentence(outcome, spread):
    with pytest.raises(Refused, match="do not fit together"):
        trials(outcome, means(1e-200, 1, 50, 2, spread, 50, metric="rom"))
