"""Results of other designs start at High once their ROBINS-I appraisals are agreed."""

import pytest

from claims.models import Claim
from evidence.grades.findings import Evidence
from evidence.grades.problems import placed_problems
from tests import factories as make
from tests.evidence.appraising import appraised_by_robins
from tests.stories.acting import a_base_of, a_form, a_trial, graded

pytestmark = pytest.mark.django_db
COHORT = {"design": "cohort", "allocation": "none"}
START = "High: not randomised, judged with ROBINS-I"


@pytest.fixture
def cohorts():
    outcome = make.an_outcome()
    return [
        a_trial("Example 1990", (100, 1000, 300, 1000), outcome, **COHORT),
        a_trial("Example 1991", (110, 1000, 300, 1000), outcome, **COHORT),
    ]


@pytest.fixture
def base(cohorts):
    return a_base_of(make.a_claim(asserts="lowers"), cohorts)


def refusals(base, **given):
    """What keeps a form that starts by ROBINS-I from being handed in, by field."""
    form = a_form(base, start="nrs_robins_i", **given)
    return {one.field: one.sentence for one in placed_problems(Evidence.of(base), form)}


def page_of(client, base):
    client.force_login(make.a_reviewer())
    return client.get(f"/claims/{base.claim_id}/grade/").content.decode()


def test_while_one_result_lacks_its_appraisal_the_start_is_refused(
    client, base, cohorts
):
    appraised_by_robins(cohorts[0].results.get(), "Moderate")
    why = refusals(base)["groups.other.start"]
    assert "there is none of Example 1991. Appraise it from its study’s page" in why
    page = page_of(client, base)
    assert START not in page
    assert f'href="/studies/{cohorts[1].pk}/appraise/">Example 1991</a>' in page


def test_once_all_are_appraised_the_group_may_start_at_high(client, base, cohorts):
    for cohort in cohorts:
        appraised_by_robins(cohort.results.get(), "Serious")
    assert START in page_of(client, base)
    assert refusals(base, levels={"risk_of_bias": 2}) == {}
    claim = graded(base.claim, base, start="nrs_robins_i", levels={"risk_of_bias": 2})
    assert Claim.objects.get(pk=claim.pk).certainty == "low"


def test_a_milder_bias_than_the_appraisals_propose_asks_for_a_reason(base, cohorts):
    for cohort in cohorts:
        appraised_by_robins(cohort.results.get(), "Serious")
    others = {"imprecision": "As it is made up."}
    (said,) = refusals(base, levels={"risk_of_bias": 0}, why=others).values()
    assert "propose −2" in said


def test_the_page_keeps_a_start_that_is_refused_and_says_what_it_lacks(client, base):
    page_of(client, base)
    post = {"do": "submit", "other-start": "nrs_robins_i", "carries": "other"}
    answer = client.post(f"/claims/{base.claim_id}/grade/", post)
    assert "there is none of Example 1990, Example 1991" in answer.content.decode()


def test_appraisals_do_not_let_a_randomised_group_start_otherwise(base, cohorts):
    form = a_form(base, start="rct")
    sentences = [one.sentence for one in placed_problems(Evidence.of(base), form)]
    assert any("is randomised" in one for one in sentences)
