"""Agreed appraisals stand beside what they are of, weighed as the verdict weighs."""

import html
import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from claims.models import Claim
from evidence.claims.review import review_because
from evidence.facts import claim_facts
from evidence.facts.appraised import AppraisalFacts, DomainJudged, JudgementMark
from evidence.facts.bias import Carried, bias_tables, unappraised_words
from evidence.models import EvidenceBase
from evidence.studies.merging import merge_studies
from studies.models import Result
from tests import factories as make
from tests.evidence.appraising import appraised
from tests.evidence.facts.rendering import words_of
from tests.evidence.pooling import a_claim_on, a_study_of, counts
from tests.evidence.test_basis import judged
from tests.html import shown

HALF = counts(10, 100, 20, 100)
LARGE = counts(100, 1000, 200, 1000)


@pytest.fixture
def trials(db):
    outcome = make.an_outcome()
    return [
        a_study_of("Zeta 2001", outcome, LARGE),
        a_study_of("Alpha 2002", outcome, HALF),
        a_study_of("Gamma 2003", outcome, HALF),
    ]


@pytest.fixture
def results(trials):
    return [Result.objects.get(study=trial) for trial in trials]


@pytest.fixture
def claim(trials):
    return a_claim_on(*trials)


def bias_of(claim):
    (table,) = claim_facts(Claim.objects.get(pk=claim.pk))["bias"]
    return table


def shares(table, domain="Overall"):
    (found,) = (each for each in table["shares"] if each["domain"]["code"] == domain)
    return {one["judgement"]["word"]: round(one["share"], 3) for one in found["shares"]}


def page_of(client, address):
    return html.unescape(words_of(client.get(address).content.decode()))


def test_the_lights_of_a_claim_stand_in_the_forest_plots_order(claim, results):
    appraised(results[2], "High", D1="Low")
    appraised(results[0], "Low")
    table = bias_of(claim)
    plotted = [item["study"]["label"] for item in claim_facts(claim)["evidence"]]
    assert [row["label"] for row in table["rows"]] == plotted
    assert {row["label"]: row["marks"][-1]["word"] for row in table["rows"]} == {
        "Zeta 2001": "Low",
        "Alpha 2002": "Not appraised",
        "Gamma 2003": "High",
    }


def test_shares_follow_the_line_and_what_nobody_appraised_keeps_its_own(claim, results):
    appraised(results[0], "High", D1="Low")
    table = bias_of(claim)
    weights = claim_facts(claim)["pooled"][0]["weights"]
    heavy = max(weights.values()) / 100
    assert shares(table)["High"] == pytest.approx(heavy, abs=0.001)
    assert shares(table)["Not appraised"] == pytest.approx(1 - heavy, abs=0.001)
    assert "Low" not in shares(table)
    assert shares(table, "D1")["Low"] == pytest.approx(heavy, abs=0.001)
    assert table["weighed_words"] == "Weighted as the pooled line weighs its 3 results."
    assert table["proposed_words"] == "−2"


def test_without_a_line_each_result_counts_alike_and_it_is_said(db):
    outcome = make.an_outcome()
    studies = [
        a_study_of("Example 2001", outcome, {"metric": "words", "direction": "lower"}),
        a_study_of("Example 2002", outcome, {"metric": "words", "direction": "lower"}),
    ]
    claim = a_claim_on(*studies)
    appraised(studies[0].results.get(), "Some concerns")
    table = bias_of(claim)
    assert shares(table) == {"Some concerns": 0.5, "Not appraised": 0.5}
    assert not table["weighed"]
    assert table["weighed_words"].startswith("Unweighted")


def test_what_is_of_another_question_carries_nothing(db):
    none = dict.fromkeys(("estimate", "ci_low", "ci_high"))
    ours, others = (make.a_result(metric="words", **none) for _ in range(2))
    base = make.a_base()
    make.an_item(base=base, result=ours)
    make.an_item(base=base, result=others, population_match="other")
    EvidenceBase.objects.filter(pk=base.pk).update(
        frozen_at="2026-01-01T00:00Z", frozen_by=make.a_reviewer()
    )
    appraised(ours, "High")
    assert shares(bias_of(base.claim)) == {"High": 1}


def test_where_nobody_appraised_there_are_no_lights(claim, client):
    assert claim_facts(claim)["bias"] == []
    assert "Risk of bias by" not in page_of(client, f"/claims/{claim.pk}/")


def test_page_and_api_say_the_same(client, claim, results):
    appraised(results[1], "Some concerns")
    page = client.get(f"/claims/{claim.pk}/").content.decode()
    assert "Risk of bias by RoB 2 (2019-08-22)" in page
    assert "Alpha 2002, Overall: Some concerns" in page
    assert "Zeta 2001, Overall: Not appraised" in page
    told = client.get(f"/api/v1/claims/{claim.pk}/").json()
    assert told["bias"] == [bias_of(claim)]
    (item,) = (one for one in told["evidence"] if one["appraisals"])
    assert item["study"]["label"] == "Alpha 2002"
    assert item["appraisals"][0]["overall"] == "Some concerns"


def test_the_results_taken_along_have_their_appraisals(client, claim, results):
    appraised(results[0], "High")
    answer = client.get(f"/claims/{claim.pk}/export/?format=csv")
    head, *rows = answer.getvalue().decode().splitlines()
    assert head.endswith("appraisals")
    assert ["RoB 2: High" in row for row in rows].count(True) == 1


def test_a_round_that_is_not_open_lights_nothing(claim, results):
    one, two = make.a_reviewer(), make.another_reviewer()
    round = make.a_study_round(result=results[0], reviewers=[one, two])
    make.an_appraisal(round=round, reviewer=one)
    assert claim_facts(claim)["bias"] == []
    make.an_appraisal(round=round, reviewer=two)  # opened, and not agreed on
    assert claim_facts(claim)["bias"] == []
    consensus = {"is_consensus": True, "overall": "High", "overall_proposed": "High"}
    make.an_appraisal(round=round, reviewer=one, **consensus)
    assert shares(bias_of(claim)).keys() == {"High", "Not appraised"}


def test_beside_the_domain_stand_the_shares_and_the_level_they_propose(
    client, claim, results
):
    appraised(results[0], "High")
    client.force_login(make.a_reviewer())
    page = page_of(client, f"/claims/{claim.pk}/grade/")
    assert "Weighted as the pooled line weighs its 3 results." in page
    assert "RoB 2 proposes −2 (rule 1)" in page
    assert "of the weight not appraised with an instrument" in page


def test_in_the_table_beside_the_form_each_result_has_its_lights(
    client, claim, results
):
    appraised(results[0], "High", D1="Some concerns")
    client.force_login(make.a_reviewer())
    page = shown(client.get(f"/claims/{claim.pk}/grade/"))
    row = page.partition(">Zeta 2001<")[2].partition("</tr>")[0]
    assert re.search(r'aria-label="RoB 2: Randomisation Some concerns, .* High"', row)
    lights = re.findall(r'class="dot d-(\w+)" title="[^"]*">(.)<', row)
    assert (lights[0], lights[-1]) == (("some", "–"), ("high", "×"))
    assert page.count(">not appraised<") == 2
    legend = page[page.index('class="legend"') :]
    for word in ("Low", "Some concerns", "High"):
        assert f"<b>{word}</b>" in legend


def test_rob_2_proposes_nothing_for_other_designs(db):
    outcome = make.an_outcome()
    given = {"design": "cohort", "allocation": "none"}
    studies = [a_study_of(f"Example {n}", outcome, HALF, **given) for n in (1, 2)]
    claim = a_claim_on(*studies)
    for study in studies:
        appraised(study.results.get(), "High")
    assert bias_of(claim)["proposed"] is None


def test_a_study_shows_how_its_results_were_appraised(client, results):
    address = f"/studies/{results[0].study_id}/"
    assert "How it was appraised" not in page_of(client, address)
    appraised(results[0], "Some concerns", D1="High")
    page = client.get(address).content.decode()
    assert "How it was appraised" in page
    assert "Fever, Randomisation: High" in page.replace("Made-up fever", "Fever")


# --- needs review


def needs_review(claim):
    return review_because(Claim.objects.get(pk=claim.pk))


def test_an_agreed_appraisal_that_changes_asks_for_review_with_the_difference(
    client, claim, results
):
    appraised(results[0], "Some concerns", D1="Low")
    claim = judged(claim)
    kept = claim.versions.latest("number")
    assert needs_review(claim) == ""
    appraised(results[0], "High", D1="Low", D3="Some concerns")
    assert needs_review(claim) == (
        "Zeta 2001: by RoB 2, overall was “Some concerns”, and is now “High”. "
        "Zeta 2001: by RoB 2, Deviations from the intended interventions was “Some "
        "concerns”, and is now “High”; Measurement of the outcome was “Some concerns”, "
        "and is now “High”; Selection of the reported result was “Some concerns”, and "
        "is now “High”."
    )
    then = client.get(f"/claims/{claim.pk}/v{kept.number}/").content.decode()
    assert "Zeta 2001, Overall: Some concerns" in then
    now = client.get(f"/claims/{claim.pk}/").content.decode()
    assert "Zeta 2001, Overall: High" in now


def test_a_first_appraisal_asks_for_review_and_the_same_again_does_not(claim, results):
    claim = judged(claim)
    appraised(results[0], "High")
    assert needs_review(claim) == (
        "Zeta 2001: appraised with RoB 2 since: overall “High”."
    )
    claim = judged(claim)
    appraised(results[0], "High")  # a second round that finds the same
    assert needs_review(claim) == ""


def test_a_merge_takes_appraisals_along_and_asks_for_no_review(claim, results):
    appraised(results[0], "High")
    claim = judged(claim)
    study = results[0].study
    into = make.a_study(label="Zeta", design="rct", allocation="random")
    merge_studies(merged=study, into=into, by=make.an_editor(), reason="One study.")
    assert shares(bias_of(claim)).keys() == {"High", "Not appraised"}
    assert needs_review(claim) == ""


# --- shares, whatever is appraised

WORDS = ("Low", "Some concerns", "High")
SCALE = tuple(JudgementMark(word.lower(), word, word[0]) for word in WORDS)


def an_item(number, word):
    found = ()
    if word is not None:
        mark = SCALE[WORDS.index(word)]
        judged = tuple(
            DomainJudged(code, code, mark) for code in ("D1", "D2", "Overall")
        )
        found = (
            AppraisalFacts(
                id=number,
                instrument="rob2",
                version="1",
                name="RoB 2",
                variant="",
                variant_words="",
                of="result",
                overall=word,
                domains=judged,
                scale=SCALE,
                reviewers=(),
                agreed_at=f"2026-01-{number:02}",
                agreed_at_words="",
                address="",
            ),
        )
    return SimpleNamespace(
        item=number,
        study=SimpleNamespace(
            id=number, label=f"Study {number}", is_retracted=False, address=""
        ),
        result=SimpleNamespace(outcome="", time_point="", address=""),
        appraisals=found,
    )


@trying(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from([*WORDS, None]), st.floats(1e-6, 1e6)),
        min_size=1,
        max_size=20,
    ),
    st.randoms(),
)
def test_shares_add_up_and_the_order_of_rows_changes_none(rows, random):
    total = sum(weight for _, weight in rows)
    items = [an_item(n, word) for n, (word, _) in enumerate(rows, start=1)]
    weights = {n: weight / total for n, (_, weight) in enumerate(rows, start=1)}
    tables = bias_tables(Carried("randomised", tuple(items), weights, True))
    for table in tables:
        for each in table.shares:
            assert sum(one.share for one in each.shares) == pytest.approx(1)
    random.shuffle(items)
    again = bias_tables(Carried("randomised", tuple(items), weights, True))
    assert [table.shares for table in again] == [table.shares for table in tables]
    words = unappraised_words(Carried("randomised", tuple(items), weights, True))
    assert bool(words) == any(word is None for word, _ in rows)
