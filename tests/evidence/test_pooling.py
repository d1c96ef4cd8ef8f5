"""What is pooled under a table of evidence, and what is not and why."""

import html
import re

import pytest

from core.errors import Refused
from evidence.bases.actions import (
    copy_base,
    freeze_base,
    mark_main_line,
    open_base,
)
from evidence.bases.items import add_item
from evidence.facts.estimating import FIGURES
from evidence.grades.findings import Evidence, findings_of
from studies.combining import combined_effects
from studies.effects import risk_ratio
from studies.figures import interval
from studies.models import Result
from studies.rare_events import mantel_haenszel, peto
from studies.results.actions import add_result, withdraw_result
from tests import factories as make
from tests.evidence.pooling import (
    COUNTS,
    a_claim_on,
    a_study_of,
    counts,
    means,
    said_of,
)
from tests.stories.acting import ASKED, a_form

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


# --- one result a study ---

FEW, MORE, MANY = ((2 + 2 * n, 100, 20, 100) for n in range(3))


def picked_of(facts, study):
    """The result of a study that has a weight in a line, by its words."""
    weighed = {item for line in facts["pooled"] for item in line["weights"]}
    (item,) = (
        item["result"]
        for item in facts["evidence"]
        if item["study"]["id"] == study.pk and str(item["item"]) in weighed
    )
    return item


def test_one_trial_at_three_times_is_no_three_trials(client, outcome):
    times = [counts(*MANY, time_point=f"{n} weeks") for n in (4, 12, 8)]
    claim = a_claim_on(
        a_study_of("Example 2001", outcome, *times),
        a_study_of("Example 2002", outcome, counts(*FEW, time_point="12 weeks")),
    )
    facts, page = said_of(client, claim)
    (line,) = facts["pooled"]
    assert line["k"] == 2
    assert "2 randomised, pooled" in page
    why = "Its study counts once, by its result at the longest time (12 weeks)."
    assert [(row["time_point"], row["why"]) for row in facts["held_out"]] == [
        ("4 weeks", why),
        ("8 weeks", why),
    ]
    assert "2 included results in no pooled figure, and why" in page
    assert why in page


def test_one_trial_alone_is_pooled_with_nothing_however_often(client, outcome):
    times = ("12 weeks", "12 wk", "week 12", " 12 Weeks", "4 weeks")
    results = [counts(10, 100, 20, 100, time_point=time) for time in times]
    facts, page = said_of(client, a_claim_on(a_study_of("Example", outcome, *results)))
    assert facts["pooled"] == []
    assert len(facts["held_out"]) == 5
    assert "No second study here that may be pooled measured this outcome." in page


@pytest.mark.parametrize(
    ("better", "worse", "words"),
    [
        ({}, {"subgroup": "women", "time_point": "9 years"}, "of everybody"),
        (
            {"time_point": "week 6"},
            {"time_point": "2 years (primary)"},
            "at the time the claim asks for (week 6)",
        ),
        (
            {"time_point": "2 weeks, the primary endpoint"},
            {"time_point": "9 years"},
            "at the time its source calls primary (2 weeks, the primary endpoint)",
        ),
        (
            {"time_point": "1 year", "analysis_set": "completers"},
            {"time_point": "11 months", "analysis_set": "itt"},
            "at the longest time (1 year)",
        ),
        (
            {"time_point": "1 day"},
            {"time_point": "at the end"},
            "at the longest time (1 day)",
        ),
        ({"analysis_set": "itt"}, {"analysis_set": "mitt"}, "as randomised"),
        ({"analysis_set": "mitt"}, {"analysis_set": "per_protocol"}, "as randomised"),
        (
            {"analysis_set": "completers"},
            {
                "analysis_set": "per_protocol",
                "adjusted": "yes",
                "adjusted_for": "made-up age",
            },
            "that was entered first",
        ),
    ],
)
@pytest.mark.parametrize("better_first", [True, False])
def test_which_result_of_a_study_counts(
    client, outcome, better, worse, words, better_first
):
    if words == "that was entered first" and not better_first:
        better, worse = worse, better
    both = [counts(*FEW, **better), counts(*MANY, **worse)]
    if words != "that was entered first" and not better_first:
        both.reverse()
    study = a_study_of("Example 2001", outcome, *both)
    other = a_study_of("Example 2002", outcome, counts(*MORE))
    claim = a_claim_on(study, other, time_frame="6 weeks" if "claim" in words else "")
    facts, page = said_of(client, claim)
    assert picked_of(facts, study)["events_1"] == FEW[0]
    (row,) = facts["held_out"]
    assert row["why"] == f"Its study counts once, by its result {words}."
    assert row["why"] in page


def test_of_a_study_that_is_not_randomised_the_adjusted_result_counts(client, outcome):
    cohort = {"design": "cohort", "allocation": "none"}
    both = [
        counts(*MANY),
        counts(
            *FEW, adjusted="yes", adjusted_for="made-up age", analysis_set="completers"
        ),
    ]
    study = a_study_of("Example 2001", outcome, *both, **cohort)
    other = a_study_of("Example 2002", outcome, counts(*MORE), **cohort)
    facts, _ = said_of(client, a_claim_on(study, other))
    assert picked_of(facts, study)["events_1"] == FEW[0]


def test_subgroups_of_different_times_are_no_study(client, outcome):
    groups = [
        counts(*FEW, subgroup=name, time_point=time)
        for name, time in (("women", "4 weeks"), ("men", "8 weeks"))
    ]
    others = trials(outcome, counts(*MORE), counts(*MANY))
    claim = a_claim_on(a_study_of("Example 1999", outcome, *groups), *others)
    facts, page = said_of(client, claim)
    assert facts["pooled"][0]["k"] == 2
    assert page.count("Only subgroups of its study are here") == 2


def test_a_study_of_subgroups_alone_has_one_row_of_them_combined(client, outcome):
    groups = [
        counts(4, 50, 10, 50, subgroup="women", analysis_set="itt"),
        counts(12, 60, 15, 60, subgroup="men", analysis_set="itt"),
        counts(9, 60, 15, 60, subgroup="men", analysis_set="per_protocol"),
    ]
    study = a_study_of("Example 1999", outcome, *groups)
    facts, page = said_of(client, a_claim_on(study, *trials(outcome, counts(*MORE))))
    (line,) = facts["pooled"]
    assert line["k"] == 2
    (row,) = (row for row in line["rows"] if row["study"]["id"] == study.pk)
    by_hand = combined_effects([risk_ratio(4, 50, 10, 50), risk_ratio(12, 60, 15, 60)])
    assert row["estimate"] == pytest.approx(by_hand.estimate)
    assert "Example 1999: its subgroups (women, men) are combined" in page
    assert [row["why"] for row in facts["held_out"]] == [
        "It counts in its study’s row, combined of subgroups: women, men.",
        "Its study counts once, by its result as randomised.",
    ]


def test_the_subgroup_that_the_claim_asks_for_comes_before_everybody(client, outcome):
    both = [counts(*MANY), counts(*FEW, subgroup="Women")]
    study = a_study_of("Example 2001", outcome, *both)
    other = a_study_of("Example 2002", outcome, counts(*MORE))
    facts, page = said_of(client, a_claim_on(study, other, subgroup="women"))
    assert picked_of(facts, study)["events_1"] == FEW[0]
    assert "by its result of the people the claim asks for" in page


def test_of_a_harm_those_treated_count(client, outcome):
    both = [counts(*MANY, analysis_set="itt"), counts(*FEW, analysis_set="safety")]
    study = a_study_of("Example 2001", outcome, *both)
    other = a_study_of("Example 2002", outcome, counts(*MORE))
    for kind, events in (("harm", FEW[0]), ("effect", MANY[0])):
        facts, _ = said_of(client, a_claim_on(study, other, kind=kind))
        assert picked_of(facts, study)["events_1"] == events


def test_after_the_trial_was_opened_to_all_it_is_no_longer_randomised(client, outcome):
    times = ("12 weeks", "2 years, open-label extension")
    both = [
        counts(*few, time_point=time)
        for few, time in zip((FEW, MANY), times, strict=False)
    ]
    study = a_study_of("Example 2001", outcome, *both)
    other = a_study_of("Example 2002", outcome, counts(*MORE))
    facts, page = said_of(client, a_claim_on(study, other))
    assert picked_of(facts, study)["events_1"] == FEW[0]
    assert "by its result of the time as randomised (12 weeks)" in page


def test_in_whatever_order_rows_were_entered_no_digit_differs(client):
    found = [
        (f"Example {n}", counts(n, 97 + n, 30 - n, 101, time_point=time))
        for n in range(1, 8)
        for time in ("4 weeks", "12 weeks")
    ]
    figures = []
    for rows in (found, found[::-1], found[5:] + found[:5]):
        outcome, studies = make.an_outcome(), {}
        for label, result in rows:
            if label not in studies:
                studies[label] = a_study_of(label, outcome)
            add_result(
                study=studies[label],
                outcome=outcome,
                provenance="primary",
                contrast="between_arms",
                by=make.a_curator(),
                **result,
            )
        facts, _ = said_of(client, a_claim_on(*studies.values()))
        (line,) = facts["pooled"]
        # As they are called among the namesakes of the rounds before, without what
        # tells them apart.
        labels = {
            str(i["item"]): i["study"]["label"].partition(" (")[0]
            for i in facts["evidence"]
        }
        weights = {labels[item]: share for item, share in line["weights"].items()}
        figures.append((*(line[name] for name in FIGURES), weights))
    assert figures[0] == figures[1] == figures[2]


# --- only what is alike ---


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ({"comparison": "A against B"}, {"comparison": "A against C"}, "comparison"),
        ({"dose": "10 mg"}, {"dose": "20 mg"}, "the dose"),
        ({"contrast": "not_stated"}, {}, "what is contrasted"),
        ({"metric": "or"}, {}, "the measure"),
        (
            {"metric": "hr", "estimate": 0.5, "ci_low": 0.4, "ci_high": 0.625},
            {},
            "the measure",
        ),
    ],
)
def test_unlike_results_have_lines_of_their_own(client, outcome, one, other, differs):
    two = [counts(*FEW, **one), counts(*MORE, **one)]
    facts, page = said_of(
        client, a_claim_on(*trials(outcome, *two, counts(*MANY, **other)))
    )
    (line,) = facts["pooled"]
    assert line["k"] == 2
    (row,) = facts["held_out"]
    assert differs in row["why"]
    assert row["why"] in page
    four = [*two, *(counts(*MANY, **other) for _ in range(2))]
    facts, page = said_of(client, a_claim_on(*trials(make.an_outcome(), *four)))
    assert [line["k"] for line in facts["pooled"]] == [2, 2]
    assert facts["held_out"] == []


@pytest.mark.parametrize("against", ["against", "vs", "v.", "Versus", "compared with"])
def test_written_otherwise_a_comparison_is_the_same(client, outcome, against):
    two = [
        counts(*FEW, comparison="Examplin against nothing", dose="10 mg"),
        counts(*MORE, comparison=f" examplin  {against} Nothing", dose="10 MG"),
    ]
    facts, page = said_of(client, a_claim_on(*trials(outcome, *two)))
    assert facts["pooled"][0]["k"] == 2
    assert "Examplin against nothing, 10 mg" in page


def lengths(*units):
    return [make.an_outcome(name="Wrinkle depth", unit=unit) for unit in units]


def test_millimetres_are_not_pooled_with_micrometres(client):
    mm, um, typed = lengths("mm", "\N{MICRO SIGN}m", "\N{GREEK SMALL LETTER MU}m")
    result = means(1, 2, 50, 2, 2, 50)
    studies = [
        a_study_of(f"Example {n}", outcome, result)
        for n, outcome in enumerate((mm, um, typed))
    ]
    facts, page = said_of(client, a_claim_on(*studies))
    (line,) = facts["pooled"]
    assert (line["k"], line["unit"]) == (2, "\N{MICRO SIGN}m")
    (row,) = facts["held_out"]
    assert row["study"]["label"] == "Example 0"
    assert row["why"].endswith("the nearest result differs in the unit.")
    assert row["why"] in page


def test_a_standardised_difference_has_no_unit(client):
    outcomes = lengths("mm", "cm")
    studies = [
        a_study_of(f"Example {n}", outcome, means(1, 2, 50, 2, 2, 50, metric="smd"))
        for n, outcome in enumerate(outcomes)
    ]
    facts, _ = said_of(client, a_claim_on(*studies))
    assert (facts["pooled"][0]["k"], facts["pooled"][0]["unit"]) == (2, "")


@pytest.mark.parametrize(
    ("metric", "design", "together"),
    [("md", "rct", True), ("md", "cohort", False), ("smd", "rct", False)]
    + [("rom", "rct", False)],
)
def test_changes_and_final_values_mix_in_trials_alone(
    client, outcome, metric, design, together
):
    how = {"design": design, "allocation": "random" if design == "rct" else "none"}
    studies = [
        a_study_of(
            f"Example {measured}",
            outcome,
            means(1, 2, 50, 2, 2, 50, metric=metric, measured=measured),
            **how,
        )
        for measured in ("change", "final")
    ]
    facts, page = said_of(client, a_claim_on(*studies))
    assert len(facts["pooled"]) == together
    mixed = "Changes from baseline and final values are pooled together."
    assert (mixed in page) == together


def test_times_far_apart_are_asked_about(client, outcome):
    asks = "Their times lie far apart: ask whether they belong in one line."
    for weeks, said in ((12, False), (13, True)):
        two = [counts(*FEW, time_point=f"{n} weeks") for n in (4, weeks)]
        _, page = said_of(client, a_claim_on(*trials(make.an_outcome(), *two)))
        assert (asks in page) == said


# --- turned one way ---


def test_arms_that_are_turned_round_are_swapped(client, outcome):
    there = counts(*MORE, comparison="Examplin against nothing")
    round_ = counts(*FEW[2:], *FEW[:2], comparison="nothing vs examplin")
    straight = counts(*FEW, comparison="Examplin against nothing")
    figures = []
    for other in (straight, round_):
        three = trials(make.an_outcome(), there, other, there)
        facts, page = said_of(client, a_claim_on(*three))
        (line,) = facts["pooled"]
        figures.append([line[name] for name in FIGURES])
        assert line["comparison"] == "Examplin against nothing"
    assert figures[0] == pytest.approx(figures[1])
    second = three[1]
    assert f"Example 2002 (study {second.pk}): its arms are swapped" in page


def test_scales_of_a_standardised_difference_are_turned_one_way(client):
    ways = ("lower", "lower", "higher")
    outcomes = [make.an_outcome(name="Made-up itch", better=way) for way in ways]
    means_of = [means(n, 2, 50, 6, 2, 50, metric="smd") for n in (5, 5, 7)]
    studies = [
        a_study_of(f"Example {2001 + n}", outcome, result)
        for n, (outcome, result) in enumerate(zip(outcomes, means_of, strict=True))
    ]
    facts, page = said_of(client, a_claim_on(*studies))
    (line,) = facts["pooled"]
    assert (line["k"], line["better"]) == (3, "lower")
    assert line["estimate"] < -0.4 and line["tau2"] == 0
    assert "Example 2003: its scale is turned round, so that lower is better" in page
    unknown = make.an_outcome(name="Made-up itch", better="not_stated")
    studies.append(a_study_of("Example 2004", unknown, means_of[0]))
    facts, _ = said_of(client, a_claim_on(*studies))
    assert facts["pooled"][0]["k"] == 3
    assert facts["held_out"][0]["why"].startswith("Scales run both ways here")


# --- people who are not independent ---

PRINTED = {"estimate": 0.5, "ci_low": 0.25, "ci_high": 1.0}


@pytest.mark.parametrize(
    ("design", "result", "why"),
    [
        ("cluster_rct", {}, "Its people were allocated in clusters"),
        ("cluster_rct", PRINTED, "Its people were allocated in clusters"),
        (
            "cluster_rct",
            {**PRINTED, "adjusted": "yes", "adjusted_for": "made-up age"},
            "",
        ),
        ("crossover_rct", {}, "It compares people with themselves"),
        ("within_person_rct", PRINTED, ""),
    ],
)
def test_clusters_and_pairs_count_by_an_interval_that_allows_for_them(
    client, outcome, design, result, why
):
    odd = a_study_of("Example 1999", outcome, counts(*MORE, **result), design=design)
    others = trials(outcome, counts(*FEW), counts(*MANY))
    facts, page = said_of(client, a_claim_on(odd, *others))
    (line,) = facts["pooled"]
    assert line["k"] == 2 + (not why)
    if why:
        assert facts["held_out"][0]["why"].startswith(why)
    else:
        shown = [row for row in line["rows"] if row["study"]["label"] == "Example 1999"]
        assert shown[0]["estimate"] == pytest.approx(0.5)
        assert "Example 1999: its interval is read as" in page


def test_an_adjusted_interval_comes_before_crude_counts(client, outcome):
    cohort = {"design": "cohort", "allocation": "none"}
    adjusted = counts(*MANY, **PRINTED, adjusted="yes", adjusted_for="made-up age")
    both = [
        a_study_of(f"Example {n}", outcome, adjusted, **cohort) for n in (2001, 2002)
    ]
    facts, _ = said_of(client, a_claim_on(*both))
    assert facts["pooled"][0]["estimate"] == pytest.approx(0.5)


# --- rare events ---


def test_counts_decide_where_a_group_has_no_events(client, outcome):
    tables = [(0, 100, 6, 100), (2, 100, 5, 100), (0, 90, 0, 90)]
    studies = trials(outcome, *[counts(*table) for table in tables])
    facts, page = said_of(client, a_claim_on(*studies))
    (line,) = facts["pooled"]
    expected = mantel_haenszel(tables, "rr")
    assert line["estimate"] == pytest.approx(expected.estimate)
    assert [line["ci_low"], line["ci_high"]] == pytest.approx(expected.shown_ci)
    assert (line["k"], line["tau2"], line["method"]) == (
        2,
        None,
        "fixed effect, Mantel–Haenszel",
    )
    assert [row["study"]["label"] for row in line["not_estimable"]] == ["Example 2003"]
    assert "adds no half to an empty cell" in page


def test_peto_stands_beside_where_it_suits(client, outcome):
    tables = [(6, 1000, 9, 1000), (5, 1000, 7, 1000)]
    studies = trials(outcome, *[counts(*table, metric="or") for table in tables])
    facts, page = said_of(client, a_claim_on(*studies))
    (beside,) = facts["pooled"][0]["beside"]
    assert beside["method"] == "Peto"
    assert beside["estimate"] == pytest.approx(peto(tables).estimate)
    assert "Peto’s method suits too, and finds" in page
    larger = trials(make.an_outcome(), *[counts(0, 50, 9, 50, metric="or")] * 2)
    facts, _ = said_of(client, a_claim_on(*larger))
    assert facts["pooled"][0]["estimate"] is None
    assert facts["pooled"][0]["in_words"].startswith("all events are in one group")


def test_where_not_all_give_counts_rare_events_are_pooled_and_said_so(client, outcome):
    printed = {"metric": "rr", **PRINTED}
    studies = trials(outcome, counts(0, 100, 6, 100), counts(*MORE), printed)
    facts, page = said_of(client, a_claim_on(*studies))
    assert facts["pooled"][0]["k"] == 3
    assert "not every study gives its counts" in page


def test_one_large_trial_of_few_events_makes_no_events_rare(client, outcome):
    tables = [(4, 100, 9, 100), (6, 100, 12, 100), (400, 90_000, 500, 90_000)]
    facts, _ = said_of(
        client, a_claim_on(*trials(outcome, *[counts(*table) for table in tables]))
    )
    assert facts["pooled"][0]["method"].startswith("random effects")


# --- what is never pooled ---


@pytest.mark.parametrize(
    ("study", "result", "why"),
    [
        ({"design": "animal"}, {}, "It is of no people: animal study."),
        ({"design": "in_vitro"}, {}, "It is of no people: laboratory study."),
        ({"design": "in_silico"}, {}, "It is of no people: computer model."),
        ({"design": "opinion"}, {}, "Its study measured no effect in people: opinion."),
        ({"design": "meta_analysis"}, {}, "It is a review’s own estimate"),
        ({}, {"pooled_studies": 4}, "It is a review’s own estimate"),
        ({}, {"contrast": "before_after"}, "It compares one group before and after"),
        ({}, {"provenance": "second_hand"}, "It is known only from another text"),
        ({}, {"metric": "words"}, "It is in words only."),
        ({}, {"metric": "proportion"}, "A proportion alone compares nothing."),
        ({}, dict.fromkeys(COUNTS), "It has no numbers to pool"),
    ],
)
def test_what_is_never_pooled_is_held_out_with_its_reason(
    client, outcome, study, result, why
):
    design = {"design": "rct", "allocation": "random", **study}
    if study:
        design["allocation"] = "not_stated"
    odd = a_study_of("Example 1999", outcome, counts(*FEW, **result), **design)
    others = trials(outcome, counts(*MORE), counts(*MANY))
    facts, page = said_of(client, a_claim_on(odd, *others))
    (line,) = facts["pooled"]
    assert line["k"] == 2
    (row,) = facts["held_out"]
    assert row["study"]["label"] == "Example 1999"
    assert row["why"].startswith(why)
    assert row["why"] in page


def test_animals_alone_have_no_line_either(client, outcome):
    mice = [
        a_study_of(f"Example {n}", outcome, counts(*FEW), design="animal")
        for n in range(3)
    ]
    facts, _ = said_of(client, a_claim_on(*mice))
    assert (facts["pooled"], len(facts["held_out"])) == ([], 3)


def test_retracted_and_withdrawn_since_they_are_held_out(client, outcome):
    retracted, withdrawn, *others = trials(outcome, *[counts(*FEW)] * 4)
    report = make.a_report(study=retracted, role="main")
    make.a_notice(reference=report.reference, kind="retraction")
    claim = a_claim_on(retracted, withdrawn, *others)
    curator = make.a_curator()
    withdraw_result(result=withdrawn.results.get(), by=curator, reason="Mistyped.")
    facts, _ = said_of(client, claim)
    assert facts["pooled"][0]["k"] == 2
    assert [row["why"] for row in facts["held_out"]] == [
        "Its study is retracted.",
        "It is withdrawn.",
    ]


# --- on the page of grading ---


def grading(client, claim):
    client.force_login(make.a_reviewer())
    answer = client.get(f"/claims/{claim.pk}/grade/")
    assert answer.status_code == 200
    return answer.content.decode()


def beside_imprecision(page):
    """What stands beside that domain of the randomised trials."""
    row = page.partition('id="row-randomised-imprecision"')[2]
    return row.partition("</fieldset>")[0]


def test_a_grader_sees_what_is_held_out_and_what_is_not_estimable(client, outcome):
    animal = a_study_of("Example 1999", outcome, counts(*FEW), design="animal")
    others = trials(outcome, NO_EVENTS, counts(*MORE), counts(*MANY))
    page = grading(client, a_claim_on(animal, *others))
    assert "It is of no people: animal study." in page
    assert "No events in both arms: not estimable." in page


def test_the_line_that_is_marked_main_decides(client, outcome):
    for_it, against = counts(20, 100, 60, 100), counts(60, 100, 20, 100)
    studies = trials(
        outcome,
        *[{**for_it, "dose": "10 mg"}] * 2,
        *[{**against, "dose": "20 mg"}] * 2,
    )
    claim = make.a_claim(**{**ASKED, "asserts": "lowers"})
    reviewer = make.a_reviewer()
    base = open_base(claim=claim, scope="other_known", by=reviewer)
    for result in Result.objects.filter(study__in=studies):
        add_item(base=base, result=result, decision="included", by=reviewer)
    client.force_login(reviewer)
    page = client.get(f"/claims/{claim.pk}/base/").content.decode()
    assert "None is marked, so no pooled figure decides" in page
    keys = re.findall(r'name="line" value="([^"]+)"', page)
    assert len(keys) == 2
    at_10 = html.unescape(next(key for key in keys if "10 mg" in key))
    given = {"designs": "randomised", "revision": base.revision}
    answer = client.post(f"/claims/{claim.pk}/base/main-line/", {"line": "x", **given})
    base.refresh_from_db()
    assert (answer.status_code, base.main_lines) == (302, [])
    client.post(f"/claims/{claim.pk}/base/main-line/", {"line": at_10, **given})
    base.refresh_from_db()
    assert base.main_lines == [at_10]
    freeze_base(base=base, by=reviewer)
    facts, words = said_of(client, claim)
    assert [line["is_main"] for line in facts["pooled"]] == [True, False]
    assert "the main line" in words
    line = facts["pooled"][0]
    hint = interval(line["estimate"], line["ci_low"], line["ci_high"])
    assert hint in beside_imprecision(grading(client, claim))
    found = findings_of(Evidence.of(base), a_form(base))
    assert found.deciding == "supports"
    copy = copy_base(base=base, by=reviewer)
    assert copy.main_lines == [at_10]
    with pytest.raises(Refused, match="does not change"):
        mark_main_line(base=base, designs="randomised", line="", by=reviewer)


def test_the_sides_of_a_plot_say_what_they_favour(client):
    for better, left in (("lower", "Examplin"), ("higher", "nothing"), ("neither", "")):
        outcome = make.an_outcome(better=better)
        two = [
            counts(*found, comparison="Examplin against nothing")
            for found in (FEW, MANY)
        ]
        claim = a_claim_on(*trials(outcome, *two))
        page = client.get(f"/claims/{claim.pk}/").content.decode()
        assert (f"← favours {left}" in page) == bool(left)


@pytest.mark.parametrize("doses", [("", ""), ("10 mg", "20 mg")])
def test_of_several_lines_none_speaks_for_the_group_of_designs(client, outcome, doses):
    results = [counts(*FEW, dose=dose) for dose in doses for _ in range(2)]
    claim = a_claim_on(*trials(outcome, *results))
    facts, _ = said_of(client, claim)
    line, *others = facts["pooled"]
    hint = interval(line["estimate"], line["ci_low"], line["ci_high"])
    page = grading(client, claim)
    assert (hint in beside_imprecision(page)) == (not others)


# --- in the picture ---


def test_a_study_without_weight_has_a_row_in_the_forest_plot(client, outcome):
    two = counts(*MORE), counts(*MANY)
    claim = a_claim_on(*trials(outcome, NO_EVENTS, *two))
    page = client.get(f"/claims/{claim.pk}/").content.decode()
    plot = page[page.index("<svg") : page.index("</figure>")]
    assert "Example 2001" in plot
    assert "not estimable" in plot


def test_a_retracted_study_is_crossed_out_once_however_often_measured(client, outcome):
    times = [counts(*FEW, time_point=f"{n} weeks") for n in (4, 8, 12)]
    study = a_study_of("Example 1999", outcome, *times)
    report = make.a_report(study=study, role="main")
    make.a_notice(reference=report.reference, kind="retraction")
    claim = a_claim_on(study, *trials(outcome, counts(*MORE), counts(*MANY)))
    page = client.get(f"/claims/{claim.pk}/").content.decode()
    for plot in page.partition('class="for-phones"')[::2]:  # the wide and the narrow
        assert plot.count('line-through">Example 1999<') == 1


def test_an_interval_without_end_is_drawn(client, outcome):
    wide = {"metric": "rr", "estimate": 1.0, "ci_low": 0.5, "ci_high": 2.0}
    endless = {**wide, "ci_level": 1e-9}
    claim = a_claim_on(*trials(outcome, wide, wide, endless))
    facts, words = said_of(client, claim)
    assert len(facts["pooled"][0]["weights"]) == 3
    assert "RR 1.00 (0.50 to 2.00), 1e-07 % interval" in words  # as it is printed
    assert "∞" in client.get(f"/claims/{claim.pk}/").content.decode()


def test_mice_that_are_entered_as_people_are_asked_about(client, outcome):
    mice = a_study_of(
        "Example 2001", outcome, counts(*FEW), population="Hairless mice, 8 weeks"
    )
    people = a_study_of("Example 2002", outcome, counts(*MORE), population="Adults")
    claim, reviewer = make.a_claim(asserts="lowers"), make.a_reviewer()
    base = open_base(claim=claim, scope="other_known", by=reviewer)
    for result in Result.objects.filter(study__in=(mice, people)):
        add_item(base=base, result=result, decision="included", by=reviewer)
    client.force_login(reviewer)
    page = client.get(f"/claims/{claim.pk}/base/").content.decode()
    assert "Example 2001 is entered as a study of people" in page
    assert "Example 2002 is entered" not in page
