"""A grade is handed in whole, or refused with all that it lacks."""

from dataclasses import replace

import pytest

from claims.models import Claim
from core.errors import NotAllowed, Refused
from evidence.bases.actions import copy_base, edit_base, freeze_base, open_base
from evidence.bases.items import add_item, decide_item
from evidence.claims.actions import reword_claim, set_question
from evidence.facts import claim_facts
from evidence.grades.actions import (
    correct,
    publish_verdict,
    submit_consensus,
    submit_grade,
)
from evidence.grades.draft import GradeForm, GroupForm
from evidence.grades.findings import Evidence
from evidence.grades.problems import placed_problems, problems
from evidence.grades.rounds import call_off_round, call_round
from evidence.models import ClaimRound, Grade
from studies.studies.actions import add_report, remove_report
from tests import factories as make
from tests.stories.acting import (
    NO_CONCERN,
    a_base_of,
    a_form,
    a_trial,
    cites,
    graded,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def trial():
    return a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())


@pytest.fixture
def base(trial):
    claim = make.a_claim(
        asserts="lowers",
        intervention="examplin",
        outcome="made-up fever",
        comparator="nothing",
    )
    return a_base_of(claim, [trial], searched_on="2026-01-05")


# --- the form ---


def test_a_form_comes_back_from_json_as_it_was(base):
    form = a_form(base, levels={"imprecision": 1})
    assert GradeForm.from_json(form.as_json()) == form


def test_json_that_is_no_form_is_refused_by_name():
    verdict = {"verdict": "supported"}
    refused = {
        "A grade has no such field: colour.": verdict | {"colour": 1},
        "A grade needs its verdict.": {"note": "x"},
        "A group of designs needs its start.": {"groups": [{"designs": "randomised"}]},
        "A group of designs has no such field: began.": {"groups": [{"began": "rct"}]},
        "A reading needs its item and its bearing.": {"readings": [{"why": "x"}]},
    }
    fields = []
    for sentence, said in refused.items():
        with pytest.raises(Refused) as refusal:
            GradeForm.from_json(said)
        assert str(refusal.value) == sentence
        fields += [one.field for one in refusal.value.problems]
    assert fields == [
        "colour",
        "verdict",
        "groups.start",
        "groups.began",
        "readings.item",
    ]


def test_a_good_form_has_no_problems(base):
    assert problems(base, a_form(base)) == []


def test_all_problems_are_told_at_once(base):
    form = replace(
        a_form(base),
        verdict="contradicted",
        note="It never works.",
        target="",
        readings=(),
        groups=(
            GroupForm(
                designs="randomised",
                start="rct",
                carries=True,
                levels={**NO_CONCERN, "inconsistency": 1, "imprecision": None},
            ),
        ),
    )
    told = " ".join(problems(base, form))
    assert "“Contradicted” needs evidence for the opposite" in told
    assert "Imprecision was not judged" in told
    assert "Inconsistency moved the certainty: write a sentence why" in told
    assert "The note says more than evidence can hold: put “never” otherwise" in told
    assert "Example 2001: say what it shows" in told
    assert "Say what the certainty is of" in told


def test_an_unknown_word_is_a_sentence_too(base):
    (told,) = problems(base, a_form(base, verdict="perhaps"))
    assert "perhaps" in told


def test_very_low_is_always_cant_say(base):
    very_low = {"risk_of_bias": 2, "imprecision": 2}
    with pytest.raises(Refused, match="With very low certainty"):
        graded(base.claim, base, levels=very_low)
    claim = graded(
        base.claim,
        base,
        levels=very_low,
        verdict="cant_say",
    )
    assert (claim.verdict, claim.cant_say_because) == ("cant_say", "too_uncertain")
    assert claim_facts(claim)["judgement"]["leaning"] == "supported"


def test_publication_bias_is_not_undetected_from_cited_works_alone(trial):
    claim = cites(make.a_claim(asserts="lowers"), trial)
    base = a_base_of(claim, [trial], scope="cited_only")
    with pytest.raises(Refused, match="leave it not assessed"):
        graded(claim, base, levels={"publication_bias": 0})
    told = claim_facts(graded(claim, base))["judgement"]["sentence"]
    assert told.startswith("In the studies cited for this claim, ")


def test_certainty_is_what_the_domains_make_it(base):
    claim = graded(base.claim, base, levels={"imprecision": 1})
    assert claim.certainty == "moderate"
    (group,) = claim_facts(claim)["groups"]
    assert group["arithmetic"].startswith("High −1 imprecision = Moderate")


def test_a_before_after_result_supports_no_comparison(trial):
    claim = make.a_claim(asserts="lowers")
    pre_post = make.a_result(contrast="before_after")
    base = a_base_of(claim, [trial], results=[pre_post])
    item = base.items.get(result=pre_post)
    with pytest.raises(Refused, match="does not address a comparison"):
        graded(claim, base, readings={item.pk: "supports"})


def test_a_refused_grade_leaves_nothing_behind(base):
    with pytest.raises(Refused):
        graded(base.claim, base, note="It always works.")
    assert not Grade.unfiltered.exists()
    assert Claim.objects.get(pk=base.claim_id).verdict == "not_graded"


def test_a_note_that_overclaims_is_refused_beside_its_field(base):
    words = "Examplin is proven to help without any risk."
    (problem,) = placed_problems(Evidence.of(base), a_form(base, note=words))
    assert problem.field == "note"
    assert "put “proven”, “without any risk” otherwise" in problem.sentence
    with pytest.raises(Refused, match="says more than evidence can hold"):
        graded(base.claim, base, note=words)


def test_a_note_is_no_surer_than_the_certainty(base):
    low = {"imprecision": 1, "inconsistency": 1}
    words = "It probably lowers fever at night too."
    (problem,) = placed_problems(
        Evidence.of(base), a_form(base, levels=low, note=words)
    )
    assert "The note says “probably lowers”" in problem.sentence
    assert not problems(base, a_form(base, note=words))
    slow = "Recruitment was probably slow."
    assert not problems(base, a_form(base, levels=low, note=slow))


def test_a_note_has_at_most_three_hundred_characters(base):
    assert not problems(base, a_form(base, note="x" * 300))
    (told,) = problems(base, a_form(base, note="x" * 301))
    assert "301 characters" in told and "The explanation has room" in told


def test_the_sentence_is_composed_and_the_note_stands_beside_it(base):
    claim = graded(base.claim, base, note="One trial alone.")
    told = claim_facts(claim)["judgement"]
    assert told["sentence"] == (
        "In 1 study known here (no search), in made-up people, examplin results in a "
        "reduction in the risk of made-up fever compared with nothing (risk ratio "
        "0.33, 95 % CI 0.17 to 0.64)."
    )
    assert told["note"] == "One trial alone."


def test_a_number_is_of_the_claims_own_outcome(trial):
    named = {"intervention": "examplin", "outcome": "sleep"}
    claim = make.a_claim(text="Examplin against sleep", asserts="lowers", **named)
    claim = graded(claim, a_base_of(claim, [trial]))
    assert "risk ratio" not in claim_facts(claim)["judgement"]["sentence"]


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ({}, "a reduction in the risk"),
        ({"scale": "rr", "large_from": 2}, "a large reduction in the risk"),
        ({"scale": "md", "large_from": 2}, "a reduction in the risk"),
    ],
)
def test_a_size_has_its_word_only_by_thresholds(trial, figures, found):
    claim = make.a_claim(asserts="lowers", outcome="made-up fever", **figures)
    claim = graded(claim, a_base_of(claim, [trial]), size_class="large")
    assert found in claim_facts(claim)["judgement"]["sentence"]


def test_of_a_harm_nobody_had_the_upper_limit_is_said():
    outcome = make.an_outcome(name="made-up bleeding", better="lower")
    trial = a_trial("Example 2001", (0, 20, 0, 20), outcome)
    claim = make.a_claim(kind="harm", asserts="raises", outcome="made-up bleeding")
    claim = graded(claim, a_base_of(claim, [trial]), verdict="cant_say")
    assert claim_facts(claim)["judgement"]["sentence"] == (
        "In 1 study known here (no search), 0 of 20 people had made-up bleeding; up to "
        "14 in 100 can’t be ruled out."
    )


def test_nobody_types_the_sentence():
    with pytest.raises(Refused, match="no such field: sentence"):
        GradeForm.from_json({"verdict": "supported", "sentence": "It works."})


def test_a_cohort_does_not_start_as_if_it_were_randomised():
    cohort = a_trial("Example 2003", (10, 100, 30, 100), make.an_outcome(), **COHORT)
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(claim, [cohort])
    with pytest.raises(Refused, match="counts for the claim is randomised"):
        graded(claim, base)
    assert graded(claim, base, start="nrs").certainty == "low"


COHORT = {"design": "cohort", "allocation": "none"}


def test_case_series_alone_need_a_reason_above_very_low():
    series = {"design": "case_series", "allocation": "none"}
    study = a_trial("Example 2004", (10, 100, 30, 100), make.an_outcome(), **series)
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(claim, [study])
    with pytest.raises(Refused, match="only with a written reason"):
        graded(claim, base, start="nrs")


def test_as_good_as_needs_a_margin(trial):
    claim = make.a_claim(asserts="at_least_as_good")
    base = a_base_of(claim, [trial])
    with pytest.raises(Refused, match="No margin says what still counts"):
        graded(claim, base)


def test_levels_come_as_forms_give_them():
    group = {"designs": "randomised", "start": "rct"}
    said = {"verdict": "supported"}
    levels = {"imprecision": "1", "publication_bias": ""}
    form = GradeForm.from_json({**said, "groups": [{**group, "levels": levels}]})
    assert form.groups[0].levels == {"imprecision": 1, "publication_bias": None}
    with pytest.raises(Refused, match="Imprecision: 'much' is no level"):
        levels = {"imprecision": "much"}
        GradeForm.from_json({**said, "groups": [{**group, "levels": levels}]})
    with pytest.raises(Refused, match="no domain luck"):
        GradeForm.from_json({**said, "groups": [{**group, "levels": {"luck": 1}}]})


# --- rounds ---


def test_only_the_newest_frozen_base_is_graded(base, trial):
    reviewer = make.a_reviewer()
    a_base_of(base.claim, [trial])
    with pytest.raises(Refused, match="Evidence base 2 of this claim is newer"):
        call_round(claim=base.claim, base=base, reviewers=[reviewer], by=reviewer)


def test_a_base_is_not_frozen_while_the_claim_is_graded(base, trial):
    reviewer = make.a_reviewer()
    call_round(claim=base.claim, base=base, reviewers=[reviewer], by=reviewer)
    with pytest.raises(Refused, match="being graded on an earlier base"):
        a_base_of(base.claim, [trial])


def test_a_curator_is_not_asked_to_grade(base):
    with pytest.raises(Refused, match="may not grade"):
        call_round(
            claim=base.claim,
            base=base,
            reviewers=[make.a_curator()],
            by=make.an_editor(),
        )


def test_a_newer_base_asks_for_review_of_the_verdict(base, trial):
    claim = graded(base.claim, base)
    a_base_of(claim, [trial])
    claim.refresh_from_db()
    assert claim.verdict == "supported"
    assert claim.needs_review_why == (
        "Evidence base 2 was frozen since; the verdict rests on base 1."
    )
    shown = claim_facts(claim)
    assert shown["base"]["number"] == 1
    assert shown["judgement"]["needs_review"]


def test_a_call_is_taken_back_as_long_as_no_grade_is_in(base, trial):
    reviewer = make.a_reviewer()
    round = call_round(claim=base.claim, base=base, reviewers=[reviewer], by=reviewer)
    with pytest.raises(NotAllowed):
        call_off_round(round=round, by=make.another_reviewer(), reason="Mine now.")
    call_off_round(round=round, by=reviewer, reason="A newer trial is out.")
    a_base_of(base.claim, [trial])
    assert not base.claim.rounds.exists()


def test_a_round_with_a_grade_goes_on(base):
    people = [make.a_reviewer(), make.another_reviewer()]
    editor = make.an_editor()
    round = call_round(claim=base.claim, base=base, reviewers=people, by=editor)
    submit_grade(round=round, form=a_form(base), by=people[0])
    with pytest.raises(Refused, match="goes on"):
        call_off_round(round=round, by=editor, reason="Too slow.")


# --- proposals ---


def test_a_question_changed_since_freezing_is_gathered_for_anew(base):
    claim, reviewer = base.claim, make.a_reviewer()
    set_question(claim=claim, asserts="raises", outcome="made-up pain", by=reviewer)
    with pytest.raises(Refused, match="changed since the base was frozen") as refused:
        graded(claim, base)
    assert "outcome was “made-up fever”" in str(refused.value)
    assert "asserted “lowers”" in str(refused.value)
    words = {"text": "Examplin raises pain in fever", "reason": "Another outcome."}
    reword_claim(claim=claim, by=make.a_curator(), **words)
    copied = copy_base(base=base, by=reviewer)
    edit_base(base=copied, outcome="made-up pain", by=reviewer)
    anew = freeze_base(base=copied, by=reviewer)
    assert graded(claim, anew, verdict="contradicted").verdict == "contradicted"


def test_other_words_for_the_claim_are_no_other_question(base):
    words = "Examplin brings fever down."
    reword_claim(claim=base.claim, text=words, by=make.a_curator(), reason="x")
    assert graded(base.claim, base).verdict == "supported"


def test_a_consensus_is_on_the_question_that_was_graded(base):
    people = [make.a_reviewer(), make.another_reviewer()]
    editor = make.an_editor()
    round = call_round(claim=base.claim, base=base, reviewers=people, by=editor)
    for person in people:
        submit_grade(round=round, form=a_form(base), by=person)
    round.refresh_from_db()
    claim = Claim.objects.get(pk=base.claim_id)
    set_question(claim=claim, negated=True, by=editor)
    round = ClaimRound.objects.get(pk=round.pk)
    with pytest.raises(Refused, match="did not deny"):
        submit_consensus(round=round, form=a_form(base), by=editor)


def test_a_result_of_another_outcome_says_how_it_fits():
    pain = make.an_outcome(name="Made-up pain")
    trial = a_trial("Example 2001", (10, 100, 30, 100), pain)
    claim = make.a_claim(asserts="lowers", outcome_measured=make.an_outcome())
    base = a_base_of(claim, [trial])
    (problem,) = problems(base, a_form(base))
    assert "say how it fits: same, narrower, broader or other" in problem
    form = a_form(base)
    fits = replace(form.readings[0], outcome_match="broader")
    assert problems(base, replace(form, readings=(fits,))) == []


def test_directness_is_proposed_where_the_words_are_the_same(trial):
    trial.population = "Made-up adults"
    trial.save()
    claim = make.a_claim(asserts="lowers", population="made-up adults")
    base = open_base(claim=claim, scope="cited_only", by=make.a_reviewer())
    item = add_item(base=base, result=trial.results.get(), by=make.a_reviewer())
    assert item.population_match == "same"
    assert item.intervention_match == ""


def test_nothing_is_proposed_of_a_claim_that_asserts_nothing_yet(trial):
    base = open_base(
        claim=make.a_claim(asserts=""), scope="cited_only", by=make.a_reviewer()
    )
    item = add_item(base=base, result=trial.results.get(), by=make.a_reviewer())
    assert item.bearing == ""
    assert item.bearing_why == "It is not set yet what the claim asserts."


def test_what_a_claim_asserts_later_is_proposed_then(trial):
    claim = make.a_claim(asserts="")
    base = open_base(claim=claim, scope="cited_only", by=make.a_reviewer())
    item = add_item(base=base, result=trial.results.get(), by=make.a_reviewer())
    set_question(claim=claim, asserts="lowers", by=make.a_curator())
    item.refresh_from_db()
    assert item.bearing == "supports"


def test_an_excluded_item_says_why(trial):
    base = open_base(
        claim=make.a_claim(asserts="lowers"), scope="cited_only", by=make.a_reviewer()
    )
    item = add_item(base=base, result=trial.results.get(), by=make.a_reviewer())
    with pytest.raises(Refused, match="says why"):
        decide_item(item=item, decision="excluded", by=make.a_reviewer())
    edit_base(base=base, query="examplin", by=make.a_reviewer())
    with pytest.raises(NotAllowed):
        edit_base(base=base, query="x", by=make.a_curator())


# --- publishing and correcting ---


def test_only_an_editor_publishes(base):
    claim = graded(base.claim, base)
    with pytest.raises(NotAllowed, match="publish verdicts"):
        publish_verdict(claim=claim, by=make.a_reviewer())


def test_nothing_to_publish_without_a_verdict(base):
    with pytest.raises(Refused, match="has no verdict yet"):
        publish_verdict(claim=base.claim, by=make.an_editor())


def test_a_verdict_on_a_study_of_which_no_report_is_on_file_is_not_published(base):
    study = base.items.get().result.study
    (report,) = study.reports.all()
    claim = graded(base.claim, base)
    remove_report(report=report, by=make.a_curator(), reason="It is another trial’s.")
    with pytest.raises(Refused, match="no report is on file: Example 2001"):
        publish_verdict(claim=claim, by=make.an_editor())
    add_report(study=study, reference=report.reference, by=make.a_curator())
    publish_verdict(claim=claim, by=make.an_editor())
    assert Claim.objects.get(pk=claim.pk).standing == "published"


def test_a_correction_leads_from_the_wrong_version_to_the_mended_one(base, trial):
    claim = graded(base.claim, base)
    wrong = publish_verdict(claim=claim, by=make.an_editor())
    claim = graded(claim, a_base_of(claim, [trial]), levels={"imprecision": 1})
    publish_verdict(claim=claim, by=make.an_editor())
    correction = correct(
        claim=claim,
        corrects=wrong.number,
        what="Imprecision was overlooked.",
        why="One trial alone was read.",
        by=make.an_editor(),
    )
    assert correction.corrected.number == wrong.number + 3
    assert correction.corrected.facts["judgement"]["certainty"] == "moderate"
    assert correction.corrected.facts == claim_facts(claim)


def test_what_was_handed_in_stays_as_it_is(base):
    reviewer = make.a_reviewer()
    round = call_round(claim=base.claim, base=base, reviewers=[reviewer], by=reviewer)
    form = a_form(base)
    submit_grade(round=round, form=form, by=reviewer)
    with pytest.raises(Refused, match="takes a new round"):
        submit_grade(round=round, form=form, by=reviewer)


# --- groups of designs ---


def a_review_pooling(*designs):
    outcome = make.an_outcome()
    review = a_trial("Reviewer 2010", (10, 100, 30, 100), outcome, **REVIEW)
    review.results.update(pooled_designs=designs)
    return review


REVIEW = {"design": "systematic_review", "allocation": "none"}


@pytest.mark.parametrize("pooled", [(), ("rct", "cohort"), ("cohort",)])
def test_a_review_of_mixed_or_unknown_designs_starts_low(pooled):
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(claim, [a_review_pooling(*pooled)])
    with pytest.raises(Refused, match="counts for the claim is randomised"):
        graded(claim, base)
    assert graded(claim, base, start="nrs").certainty == "low"


def test_a_review_of_randomised_trials_starts_high():
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(claim, [a_review_pooling("rct", "cluster_rct")])
    with pytest.raises(Refused, match="counts for the claim is not randomised"):
        graded(claim, base, start="nrs")
    assert graded(claim, base).certainty == "high"


@pytest.mark.parametrize("design", ["opinion", "protocol", "guideline", "qualitative"])
def test_what_grade_rates_nothing_of_leaves_nothing_to_grade(design):
    study = a_trial(
        "Opined 2011",
        (10, 100, 30, 100),
        make.an_outcome(),
        design=design,
        allocation="none",
    )
    claim = make.a_claim(asserts="lowers")
    a_base_of(claim, [study])
    claim.refresh_from_db()
    assert (claim.verdict, claim.standing) == ("cant_say", "rule")
