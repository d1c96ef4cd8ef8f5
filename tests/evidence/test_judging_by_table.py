"""The rules of a verdict, row by row, on the pages and by program alike.

Each row is one rule: what was entered, and what follows. Both ways in must come to the
same refusal, or to the same stored row. The rows of a table take them in turn: what a
row says stands in one place, which both ways ask.
"""

import json
from collections import Counter
from itertools import cycle

import pytest

from claims.models import Claim
from evidence.bases.items import add_item, decide_item
from evidence.facts import claim_facts
from evidence.grades.problems import problems
from evidence.method import count_words
from evidence.models import EvidenceItem, Grade
from tests import factories as make
from tests.evidence.doors import DOORS
from tests.evidence.pooling import assert_accounted_for, counts
from tests.stories.acting import NO_CONCERN, WHY, a_form

pytestmark = pytest.mark.django_db

QUESTION = {
    "text": "Examplin for fever in adults.",
    "kind": "effect",
    "checkability": "checkable",
    "population": "adults",
    "intervention": "examplin",
    "comparator": "any",
    "outcome": "fever",
    "asserts": "lowers",
}
READ = {"quote": "Examplin, as printed in the example.", "place": "Table 1"}


@pytest.fixture(params=DOORS)
def door(request):
    return DOORS[request.param](make.a_reviewer())


def in_turn(names, rows, ids=None):
    """Give a test a table's rows, each through one of the doors in turn."""
    names = [names] if isinstance(names, str) else [*names]
    rows = [[row] if len(names) == 1 else row for row in rows]
    by_door = [(door, *row) for door, row in zip(cycle(DOORS), rows, strict=False)]
    return pytest.mark.parametrize(
        ["door", *names], by_door, indirect=["door"], ids=ids
    )


@pytest.fixture
def doors():
    """Both doors, in turn."""
    return cycle([door(make.a_reviewer()) for door in DOORS.values()])


@pytest.fixture
def outcome():
    return make.an_outcome(name="fever", better="lower")


def ratio(estimate, low, high):
    return {"metric": "rr", "estimate": estimate, "ci_low": low, "ci_high": high}


def a_study(design="rct", **given):
    """A study with its main report: what is judged, and no part of the judging."""
    allocation = "random" if "rct" in design else "none"
    given = {"allocation": allocation, "status": "published", **given}
    study = make.a_study(design=design, **given)
    make.a_report(study=study, role="main")
    return study


def entered_once(door, outcome, rows):
    """Hands out the results of a row; each was entered as often as one row has it."""
    most = Counter()
    for row in rows:
        most |= Counter(json.dumps(one, sort_keys=True) for one in row)
    keys = [*most.elements()]
    entered = found(door, outcome, *map(json.loads, keys))
    of_key = [*zip(keys, entered, strict=True)]

    def of_row(row):
        left = [*of_key]
        for one in row:
            key = json.dumps(one, sort_keys=True)
            here = next(n for n, (of, _) in enumerate(left) if of == key)
            yield left.pop(here)[1]

    return of_row


def include(base, result):
    item = add_item(base=base, result=result, decision="included", by=make.a_reviewer())
    assert item.decision == "included"


def found(door, outcome, *numbers, design="rct", **given):
    """One result of each of so many studies, entered as printed."""
    for n, each in enumerate(numbers):
        study = a_study(design, label=f"Example {2001 + n}", **given)
        shape = {"contrast": "between_arms", "provenance": "primary", **READ}
        yield door.result(study, outcome, **{**shape, **each})


def a_base(door, results, question=None, **how):
    """A frozen base of these results, for a claim with this question."""
    claim = door.claim(**{**QUESTION, **(question or {})})
    base = door.base(claim, **{"scope": "other_known", **how})
    for result in results:
        include(base, result)
    told = door.freeze(base)
    base.refresh_from_db()
    base.told = told
    return base


def stands(base):
    claim = Claim.objects.get(pk=base.claim_id)
    return claim.verdict, claim.certainty, claim.cant_say_because


# --- before freezing ---


NOTHING = dict.fromkeys(("population", "intervention", "comparator", "outcome"), "")
ASKED = {  # kind, what is asked where nothing is set
    "effect": ("Population", "Intervention", "Compared with", "Outcome"),
    "harm": ("Population", "Intervention", "Compared with", "Outcome"),
    "association": ("Population", "Factor", "Outcome"),
    "prognosis": ("Population", "Factor", "Outcome"),
    "prevalence": ("Population", "Condition", "How many of them, in per cent"),
    "diagnosis": ("Population", "Test", "Reference standard", "Condition"),
    "regulatory": ("Country or area",),
}
SAYS = "What the claim says of the outcome"


@in_turn("kind", ASKED)
def test_a_question_is_whole_before_it_is_judged(door, kind):
    compares = kind in ("effect", "harm", "association", "prognosis")
    base = a_base(door, [], {**NOTHING, "kind": kind, "asserts": ""})
    for element in (*ASKED[kind], *([SAYS] if compares else [])):
        assert f"{element}: not set." in base.told
    assert not base.is_frozen


@in_turn(
    ("question", "told"),
    [
        (
            {"kind": "association", "text": "Examplin lowers fever."},
            "“lowers” says that one thing makes another",
        ),
        ({"intervention": "examplin, the guaranteed cure"}, "“guaranteed”, “cure”"),
        (
            {"population": "adults, who are cured without any risk"},
            "“cured”, “without any risk” say more",
        ),
        ({"comparator": "nothing, and it is proven safe"}, "“proven”, “safe” say more"),
        ({"outcome": "fever, which it always cures"}, "“cures”, “always” say more"),
        ({"time_frame": "8 weeks, without any risk"}, "Time: “"),
    ],
)
def test_a_question_says_no_more_than_its_kind_and_evidence_can(door, question, told):
    base = a_base(door, [], question)
    assert told in base.told
    assert not base.is_frozen


@in_turn(
    ("how", "told"),
    [
        ({"scope": "targeted", "query": "x", "searched_on": "2026-01-05"}, "where"),
        ({"scope": "targeted", "sources": "PubMed"}, "words"),
        ({"scope": "systematic", "sources": "PubMed"}, "two"),
        (
            {"scope": "systematic", "sources": "PubMed; Embase", "query": "x"},
            "how many records were screened",
        ),
        ({"scope": "targeted", "sources": "PubMed, which proves it"}, "“proves”"),
    ],
)
def test_a_search_says_how_it_was_made(door, how, told):
    base = a_base(door, [], **how)
    assert told in base.told
    assert not base.is_frozen


def test_an_existing_review_is_named_with_its_search_and_its_studies(door):
    review = make.a_review(label="Reviewer 2010").pk
    base = door.base(door.claim(**QUESTION), scope="review", review=review)
    told = door.freeze(base)
    assert "as old as its search: give its day" in told
    assert "how many studies the existing review included" in told


def test_no_candidate_is_left_undecided(door, outcome):
    claim = door.claim(**QUESTION)
    base = door.base(claim, scope="other_known")
    (result,) = found(door, outcome, ratio(0.5, 0.4, 0.6))
    add_item(base=base, result=result, by=make.a_reviewer())
    assert "Nobody has decided yet on Example 2001" in door.freeze(base)


# --- can't say, derived ---


@in_turn(
    ("how", "design", "given", "because"),
    [
        ({}, "", {}, "not_searched"),
        (
            {
                "scope": "targeted",
                "sources": "PubMed",
                "query": "examplin",
                "searched_on": "2026-01-05",
            },
            "",
            {},
            "none_found",
        ),
        ({}, "animal", {}, "only_preclinical"),
        ({}, "in_vitro", {}, "only_preclinical"),
        ({}, "guideline", {}, "none_counts"),
        ({}, "opinion", {}, "none_counts"),
    ],
)
def test_where_nothing_counts_the_rule_says_why(
    door, outcome, how, design, given, because
):
    one = found(door, outcome, ratio(0.5, 0.4, 0.6), design=design) if design else []
    base = a_base(door, list(one), **how)
    assert base.told == ""
    assert stands(base) == ("cant_say", "not_graded", because)
    assert door.grade(base, a_form(base).as_json())
    assert not Grade.unfiltered.exists()


def test_only_second_hand_evidence_is_no_evidence(door):
    base = a_base(door, [make.a_second_hand_result()])
    assert stands(base) == ("cant_say", "not_graded", "only_second_hand")


def test_a_registered_trial_that_still_runs_is_no_evidence_yet(door):
    registration = make.a_reference(type="registration")
    study = make.a_study(status="ongoing")
    make.a_report(study=study, reference=registration, role="registration")
    base = door.base(door.claim(**QUESTION), scope="other_known")
    later = {**READ, "read_on": "2099-01-05"}
    door.quote(base, registration, **later)
    assert not base.items.exists()
    door.quote(base, registration, **{**READ, "read_on": "2026-01-05"})
    assert door.freeze(base) == ""
    assert stands(base) == ("cant_say", "not_graded", "only_ongoing")


def test_a_search_is_not_of_a_day_to_come(door):
    claim = door.claim(**QUESTION)
    later = {"sources": "PubMed", "query": "x", "searched_on": "2099-01-01"}
    try:
        base = door.base(claim, scope="targeted", **later)
    except AssertionError as refused:
        assert "still to come" in str(refused)
    else:
        assert base is None


# --- starts ---

BELIEVED = {
    "effect": QUESTION,
    "harm": {**QUESTION, "kind": "harm"},
    "association": {
        **QUESTION,
        "kind": "association",
        "text": "Adults who take examplin have less fever.",
        "comparator": "",
    },
}
BELIEVED["prognosis"] = {**BELIEVED["association"], "kind": "prognosis"}
STARTS = [  # design, kind, start, certainty where no domain takes any off
    ("rct", "effect", "rct", "high"),
    ("rct", "harm", "rct", "high"),
    ("cluster_rct", "effect", "rct", "high"),
    ("non_randomised_trial", "effect", "nrs", "low"),
    ("cohort", "effect", "nrs", "low"),
    ("cohort", "harm", "nrs", "low"),
    ("case_control", "effect", "nrs", "low"),
    ("interrupted_time_series", "effect", "nrs", "low"),
    ("cross_sectional", "effect", "nrs", "low"),
    ("not_stated", "effect", "nrs", "low"),
    ("cohort", "association", "prognosis", "high"),
    ("cohort", "prognosis", "prognosis", "high"),
    ("case_control", "association", "prognosis", "high"),
    ("cross_sectional", "association", "prognosis", "high"),
    ("cross_sectional", "prognosis", "observed_low", "low"),
    ("not_stated", "association", "observed_low", "low"),
]


def by_design(door, outcome, shape, designs):
    """A result of each design, entered once."""
    one = {design: found(door, outcome, shape, design=design) for design in designs}
    return {design: next(result) for design, result in one.items()}


def test_evidence_starts_where_its_results_do(doors, outcome):
    shown = by_design(
        next(doors), outcome, FOR, dict.fromkeys(row[0] for row in STARTS)
    )
    for (design, kind, start, certainty), door in zip(STARTS, doors, strict=False):
        base = a_base(door, [shown[design]], BELIEVED[kind])
        assert base.told == ""
        grades = Grade.unfiltered.filter(round__base=base)
        elsewhere = "nrs" if certainty == "high" else "prognosis"
        wrong = a_form(base, start=start).as_json()
        wrong["groups"][0]["start"] = elsewhere
        told = door.grade(base, wrong)
        if told:  # a page mends what no design here has
            assert "starts" in told or "start" in told
            assert not grades.exists()
            told = door.grade(base, a_form(base, start=start).as_json())
        assert told == ""
        assert stands(base)[:2] == ("supported", certainty), (design, kind)
        group = grades.get().groups.get()
        assert (group.start, group.certainty) == (start, certainty), (design, kind)


@in_turn("design", ["case_series", "single_arm_trial", "case_report"])
def test_one_group_alone_is_above_very_low_only_for_a_reason(door, outcome, design):
    one = found(door, outcome, ratio(0.5, 0.4, 0.6), design=design)
    base = a_base(door, one)
    form = a_form(base, start="nrs").as_json()
    assert "above very low only with a written reason" in door.grade(base, form)


def starts_at(door, base, start, certainty):
    """The grade stands at this start, with the certainty that follows from it."""
    assert door.grade(base, a_form(base, start=start).as_json()) == ""
    group = Grade.objects.get(round__base=base).groups.get()
    return (group.start, group.certainty) == (start, certainty)


def test_a_review_starts_as_what_it_pooled(doors, outcome):
    pooled = ((["rct"], "rct", "high"), (["rct", "cohort"], "nrs", "low"))
    for designs, start, certainty in (*pooled, ([], "nrs", "low")):
        door = next(doors)
        own = {**FOR, "pooled_designs": designs}
        base = a_base(door, found(door, outcome, own, design="meta_analysis"))
        if start == "nrs":
            told = door.grade(base, a_form(base, start="rct").as_json())
            assert "no designs" in told or "randomised" in told
        assert starts_at(door, base, start, certainty), designs


def test_how_many_starts_by_how_people_came_in(doors, outcome):
    share = {**MANY, "events_1": 150, "total_1": 1000}
    for design, consecutive, start, certainty in (
        ("cross_sectional", "", "prognosis", "high"),
        ("case_control", "", "observed_low", "low"),
        ("case_series", "yes", "prognosis", "high"),
        ("case_series", "", "observed_low", "low"),
    ):
        door = next(doors)
        given = {"consecutive": consecutive} if consecutive else {}
        one = found(door, outcome, share, design=design, **given)
        assert starts_at(door, a_base(door, one, SHARE), start, certainty), design


ACCURACY = {
    "kind": "diagnosis",
    "text": "The example test finds fever in adults.",
    "asserts": "",
    "intervention": "the example test",
    "comparator": "culture",
}
TRUE_AND_FALSE = {
    "metric": "accuracy",
    "contrast": "not_stated",
    "reference_standard": "culture",
    "true_positives": 90,
    "false_positives": 10,
    "false_negatives": 10,
    "true_negatives": 90,
}


def test_how_well_a_test_finds_it_is_read_by_the_grader(door, outcome):
    one = found(door, outcome, TRUE_AND_FALSE, design="diagnostic_accuracy")
    base = a_base(door, one, ACCURACY)
    assert base.told == ""
    (item,) = base.items.all()
    form = a_form(base, start="accuracy", readings={item.pk: "supports"}).as_json()
    assert door.grade(base, {**form, "explanation": ""})
    assert not Grade.unfiltered.exists()
    told = door.grade(base, {**form, "explanation": "Nine in ten are found."})
    assert told == ""
    assert stands(base)[:2] == ("supported", "high")


def test_those_who_have_it_and_those_who_have_not_chosen_apart_ask(door, outcome):
    apart = {"design": "diagnostic_accuracy", "design_words": "Two-gate design"}
    base = a_base(door, found(door, outcome, TRUE_AND_FALSE, **apart), ACCURACY)
    (item,) = base.items.all()
    whys = {name: WHY for name in NO_CONCERN if name != "risk_of_bias"}
    given = {"start": "accuracy", "readings": {item.pk: "supports"}, "why": whys}
    said = {**a_form(base, **given).as_json(), "explanation": "Nine in ten are found."}
    assert "chosen apart (two gates)" in door.grade(base, said)
    assert not Grade.unfiltered.exists()
    given["why"] = {**whys, "risk_of_bias": "The healthy came from the same ward."}
    said = {**a_form(base, **given).as_json(), "explanation": "Nine in ten are found."}
    assert door.grade(base, said) == ""
    assert stands(base)[:2] == ("supported", "high")


def test_alternate_allocation_is_not_randomised(door, outcome):
    design = {"design": "non_randomised_trial", "allocation": "alternate"}
    base = a_base(door, found(door, outcome, ratio(0.5, 0.4, 0.6), **design))
    assert door.grade(base, a_form(base, start="nrs").as_json()) == ""
    assert stands(base)[1] == "low"
    with pytest.raises(AssertionError, match="is a non-randomised trial"):
        door.study(
            label="Example 2009",
            design="rct",
            allocation="alternate",
            status="published",
        )


UNSTATED = {"contrast": "not_stated", "comparison": "age, per year"}


@in_turn(
    ("given", "designs"),
    [
        (UNSTATED, "other"),
        ({**UNSTATED, "contrast": "between_arms"}, "randomised"),
        ({**UNSTATED, "comparison": "examplin against placebo"}, "randomised"),
        ({**UNSTATED, "total_1": 50, "total_2": 50}, "randomised"),
    ],
)
def test_of_a_trial_only_what_compares_its_arms_starts_high(
    door, outcome, given, designs
):
    base = a_base(door, found(door, outcome, {**ratio(0.5, 0.4, 0.6), **given}))
    assert base.told == ""
    (row,) = claim_facts(base.claim)["evidence"]
    assert row["result"]["designs"] == designs


def test_a_studys_own_result_needs_its_report_on_file(door, outcome):
    (result,) = found(door, outcome, FOR)
    result.study.reports.all().delete()
    base = a_base(door, [result])
    assert door.grade(base, a_form(base).as_json()) == ""
    editor = type(door)(make.an_editor())
    told = editor.publish(base)
    assert "no report is on file: Example 2001" in told
    make.a_report(study=result.study, role="registration")
    assert editor.publish(base) == ""


# --- readings ---

MARGIN = {"scale": "rr", "margin": 1.25, "margin_source": "A made-up guideline"}
NO_LESS = {**MARGIN, "asserts": "at_least_as_good"}
NOBODY = {"events_1": 0, "total_1": 20, "events_2": 0, "total_2": 20}
LITTLE = {**MARGIN, "asserts": "little_or_no"}
SIZED = {"scale": "rr", "claimed_size": 0.5}
READINGS = [  # what the claim says, the result, how it reads
    ({}, (0.5, 0.4, 0.6), "supports"),
    ({}, (2.0, 1.5, 3.0), "contradicts"),
    ({}, (0.9, 0.5, 1.6), "inconclusive"),
    ({"asserts": "raises"}, (2.0, 1.5, 3.0), "supports"),
    ({"asserts": "raises"}, (0.5, 0.4, 0.6), "contradicts"),
    ({"asserts": "better_than"}, (0.5, 0.4, 0.6), "supports"),
    ({"negated": True}, (0.5, 0.4, 0.6), "contradicts"),
    (MARGIN, (1.0, 0.9, 1.1), "little_to_no_difference"),
    (MARGIN, (0.9, 0.85, 0.97), "little_to_no_difference"),  # though “significant”
    (MARGIN, (0.5, 0.4, 0.6), "supports"),
    (MARGIN, (0.9, 0.7, 1.1), "inconclusive"),
    (SIZED, (0.5, 0.4, 0.62), "supports"),
    (SIZED, (0.9, 0.85, 0.97), "contradicts"),  # less than claimed
    (LITTLE, (1.0, 0.9, 1.1), "supports"),
    (LITTLE, (2.0, 1.5, 3.0), "contradicts"),
    (LITTLE, (1.0, 0.7, 1.4), "inconclusive"),
    ({"asserts": "little_or_no"}, (1.0, 0.9, 1.1), "inconclusive"),  # no margin
    ({"asserts": "little_or_no"}, (2.0, 1.5, 3.0), "contradicts"),
    (NO_LESS, (1.0, 0.8, 1.2), "supports"),
    (NO_LESS, (0.7, 0.6, 0.8), "supports"),
    (NO_LESS, (2.0, 1.5, 3.0), "contradicts"),
    (NO_LESS, (1.1, 0.9, 1.4), "inconclusive"),
]


def test_a_result_is_read_by_its_interval(doors, outcome):
    every = [*dict.fromkeys(numbers for _, numbers, _ in READINGS)]
    entered = found(next(doors), outcome, *(ratio(*numbers) for numbers in every))
    results = dict(zip(every, entered, strict=True))
    questions = [q for n, (q, *_) in enumerate(READINGS) if q != READINGS[n - 1][0]]
    for question, door in zip(questions, doors, strict=False):
        read = {numbers: as_ for asks, numbers, as_ in READINGS if asks == question}
        base = a_base(door, [results[numbers] for numbers in read], question)
        assert base.told == ""
        bearings = dict(base.items.values_list("result", "bearing"))
        proposed = {numbers: bearings[results[numbers].pk] for numbers in read}
        assert proposed == read, question


SMALL, LARGE = {"p_value": "0.01"}, {"p_value": "0.80"}
WAY = {"metric": "words", "direction": "higher"}
TOLD_OTHERWISE = [  # what the source gives instead of a 95 % interval, how it reads
    ({**ratio(0.9, 0.82, 0.99), "ci_level": 90}, "inconclusive"),
    ({**ratio(0.8, 0.62, 1.03), "ci_level": 99}, "supports"),
    ({**WAY, "direction": "lower", **SMALL}, "supports"),
    ({**WAY, **SMALL}, "contradicts"),
    ({**WAY, **LARGE}, "inconclusive"),
    ({"metric": "rr", "estimate": 2.0, **LARGE}, "inconclusive"),
    ({"metric": "rr", "estimate": 0.5, **SMALL}, "supports"),
]


def test_what_is_told_otherwise_is_read_by_what_it_says(door, outcome):
    results = [*found(door, outcome, *(told for told, _ in TOLD_OTHERWISE))]
    base = a_base(door, results)
    assert base.told == ""
    bearings = dict(base.items.values_list("result", "bearing"))
    read = [bearings[result.pk] for result in results]
    assert read == [bearing for _, bearing in TOLD_OTHERWISE]


def test_a_reading_against_its_numbers_has_a_reason(door, outcome):
    base = a_base(door, found(door, outcome, ratio(0.9, 0.5, 1.6)))
    (item,) = base.items.all()
    form = a_form(base, readings={item.pk: "supports"}).as_json()
    form["readings"][0]["why"] = ""
    assert "its numbers propose “inconclusive”" in door.grade(base, form)


def test_a_direction_alone_supports_nothing_whatever_the_reason(door, outcome):
    alone = {"metric": "rr", "direction": "lower"}
    base = a_base(door, found(door, outcome, alone))
    (item,) = base.items.all()
    form = a_form(base, readings={item.pk: "supports"}).as_json()
    assert "What can be said: “can’t say”" in door.grade(base, form)
    assert not Grade.unfiltered.exists()


def test_an_included_result_is_set_aside_only_for_a_reason(door, outcome):
    against = {**ratio(2.0, 1.5, 3.0), "metric": "hr"}
    base = a_base(door, found(door, outcome, FOR, against))
    form = a_form(base).as_json()
    form["readings"][1].update(intervention_match="other", why="")
    assert "said to be of another intervention" in door.grade(base, form)
    assert not Grade.unfiltered.exists()
    form["readings"][1]["why"] = "It is another drug."
    assert door.grade(base, form) == ""


def test_safe_is_never_said_by_none_reported(door, outcome):
    question = {"kind": "harm", "asserts": "absent"}
    none = {"metric": "rr", **NOBODY}
    base = a_base(door, found(door, outcome, none, none), question)
    assert base.told == ""
    read = dict.fromkeys(base.items.values_list("pk", flat=True), "supports")
    told = door.grade(base, a_form(base, readings=read).as_json())
    assert "margin" in told
    assert not Grade.unfiltered.exists()


def test_where_nothing_varies_nothing_is_sure(door, outcome):
    within = {"scale": "rd", "margin": 0.2, "margin_source": "A made-up guideline"}
    question = {**within, "kind": "harm", "asserts": "absent"}
    none = {"metric": "rd", **NOBODY}
    base = a_base(door, found(door, outcome, none), question)
    assert base.items.get().bearing == "inconclusive"
    assert "What can be said: “can’t say”" in door.grade(base, a_form(base).as_json())
    alike = measured(-2.0, 0.0, 9, 1.0, 0.0, 9)
    base = a_base(door, found(door, outcome, alike))
    assert base.items.get().bearing == "inconclusive"


def test_a_claim_that_says_too_much_is_contradicted_and_never_supported(door, outcome):
    sure = {"text": "Examplin is proven to help in fever, without any risk."}
    base = a_base(door, found(door, outcome, FOR), sure)
    told = door.grade(base, a_form(base).as_json())
    assert "The claim says “proven”, “without any risk”" in told
    base = a_base(door, found(door, outcome, AGAINST), sure)
    assert door.grade(base, a_form(base, verdict="contradicted").as_json()) == ""


def test_a_claim_of_something_else_has_no_verdict(door, outcome):
    base = a_base(door, found(door, outcome, FOR), {"text": "Coffee for gout."})
    told = door.grade(base, a_form(base).as_json())
    assert "names neither “examplin” nor “fever”" in told


def test_a_claim_of_another_outcome_says_what_it_calls_it(door, outcome):
    base = a_base(door, found(door, outcome, FOR), {"text": "Examplin for gout."})
    told = door.grade(base, a_form(base).as_json())
    assert "the claim’s words don’t name “fever”, which is what was judged" in told
    lowered = a_form(base, levels={"indirectness": 1})
    assert "don’t name “fever”" in door.grade(base, lowered.as_json())
    why = {"indirectness": "By “gout” the claim means a fever."}
    assert door.grade(base, a_form(base, why=why).as_json()) == ""


def test_what_the_question_does_not_say_is_not_supported(door, outcome):
    halves = {"text": "Examplin halves fever.", "scale": "rr"}
    base = a_base(door, found(door, outcome, ratio(0.94, 0.92, 0.95)), halves)
    told = door.grade(base, a_form(base).as_json())
    assert "The claim says “halves”, and its question no size" in told
    sized = {**halves, "claimed_size": 0.5}
    base = a_base(door, found(door, outcome, ratio(0.48, 0.45, 0.5)), sized)
    assert door.grade(base, a_form(base).as_json()) == ""


def test_an_interval_that_leaves_the_claimed_size_open_asks(door, outcome):
    halves = {"text": "Examplin halves fever.", "scale": "rr", "claimed_size": 0.5}
    for estimate in (ratio(0.7, 0.55, 0.9), ratio(0.55, 0.45, 0.67)):
        base = a_base(door, found(door, outcome, estimate), halves)
        told = door.grade(base, a_form(base, why={}).as_json())
        assert "leaves open whether the effect is as large as claimed" in told
        assert door.grade(base, a_form(base).as_json()) == ""


BEYOND = [  # a claim's words, what of them was not judged
    ("Examplin all but abolishes fever.", "all but"),
    ("Examplin prevents most fevers.", "most"),
    ("Examplin prevents fever in nine out of ten adults.", "nine out of ten"),
    ("Examplin lowers fever by forty percent.", "by forty percent"),
    ("Examplin gives a big reduction in fever.", "big reduction"),
    ("Examplin outperforms aspirin for fever.", "aspirin"),
    ("Only examplin lowers fever.", "only"),
    ("All trials show that examplin lowers fever.", "all trials"),
    ("Adults with fever should take examplin.", "should take"),
    ("Examplin lowers fever with few side effects.", "few side effects"),
]


@in_turn(("text", "words"), BEYOND)
def test_what_a_claim_says_beyond_its_question_is_not_supported(
    door, outcome, text, words
):
    base = a_base(door, found(door, outcome, FOR), {"text": text})
    told = door.grade(base, a_form(base, size_class="moderate").as_json())
    assert f"“{words}" in told
    form = a_form(base, verdict="contradicted", size_class="moderate")
    assert f"“{words}" not in door.grade(base, form.as_json())


def test_a_reason_is_in_words(door, outcome):
    base = a_base(door, found(door, outcome, FOR))
    told = door.grade(base, a_form(base, why={"imprecision": "-."}).as_json())
    assert "The reason for imprecision says nothing" in told


def test_directions_without_a_number_ask_how_sure_they_are(door, outcome):
    lower = {"metric": "words", "direction": "lower", "p_value": "0.01"}
    base = a_base(door, found(door, outcome, lower, lower))
    assert "no interval says how sure" in door.grade(
        base, a_form(base, why={}).as_json()
    )


def test_one_study_told_twice_is_not_counted_as_two(door, outcome):
    numbers = {**FOR, "events_1": 5, "total_1": 90}
    twice = [one for _ in range(2) for one in found(door, outcome, numbers, year=2001)]
    assert "may be one study. They have one label and year" in a_base(door, twice).told
    other = found(door, outcome, {**FOR, "events_1": 6, "total_1": 90}, year=2001)
    assert a_base(door, [twice[0], *other]).told == ""
    undated = found(door, outcome, numbers, year=None)
    assert "no year tells them apart" in a_base(door, [twice[0], *undated]).told


APART = [  # the question, the study, the result, what is asked
    ({"text": "Examplin for fever, overnight."}, {}, {}, "the claim says “overnight”"),
    (
        {"text": "Examplin for fever in pregnant women."},
        {},
        {},
        "the claim is of pregnancy and women, which its question does not name",
    ),
    ({}, {"population": "C57BL/6 mice"}, {}, "names animals"),
    ({}, {}, {"subgroup": "women over 80"}, "subgroups (women over 80)"),
    ({"time_frame": "for life"}, {}, {"time_point": "1 year"}, "results are of 1 year"),
    (
        {"time_frame": "10 years"},
        {},
        {"time_point": "8 weeks"},
        "results are of 8 weeks",
    ),
    ({"time_frame": "10 years"}, {}, {}, "no result says of when"),
    (
        {"text": "Examplin 500 mg daily for fever."},
        {},
        {},
        "is of “500 mg daily”, and no result says of which dose",
    ),
    (
        {"dose": "two to four cups a day"},
        {"intervention": "examplin, half a cup daily"},
        {},
        "and results are of half a cup daily",
    ),
    (
        {"text": "Examplin 0.5 g for fever."},
        {},
        {"dose": "50 mg"},
        "is of “0.5 g”, and results are of 50 mg",
    ),
    (
        {"text": "Examplin for fever in diabetics."},
        {},
        {},
        "the claim says “diabetics”",
    ),
    ({"text": "Examplin for fever and death."}, {}, {}, "the claim says “death”"),
    ({"text": "A tiny dose of examplin for fever."}, {}, {}, "says “a tiny dose”"),
    (
        {"text": "Examplin for fever, for years.", "time_frame": "1 week"},
        {},
        {"time_point": "1 week"},
        "says “for years”, and its question is of “1 week”",
    ),
    (
        {"comparator": "aspirin"},
        {"comparator": "placebo"},
        {},
        "compares with “aspirin”, and results compare with “placebo”",
    ),
    ({}, {"intervention": "placebin"}, {}, "and results are of “placebin”"),
    ({}, {"population": "children under 5"}, {}, "whom the claim is not of"),
]


@in_turn(("question", "study", "result", "asked"), APART)
def test_what_is_of_others_or_of_another_time_or_dose_asks(
    door, outcome, question, study, result, asked
):
    base = a_base(door, found(door, outcome, {**FOR, **result}, **study), question)
    assert asked in door.grade(base, a_form(base, why={}).as_json())
    assert door.grade(base, a_form(base).as_json()) == ""
    assert "10 years" not in Grade.objects.get().sentence


def test_a_result_of_another_outcome_asks_until_somebody_says_how_it_fits(door):
    wax = make.an_outcome(name="ear wax", better="lower")
    base = a_base(door, found(door, wax, FOR))
    asked = "the claim is of “fever”, and results measured “ear wax”"
    assert asked in door.grade(base, a_form(base, why={}).as_json())
    said = a_form(base, why={}).as_json()
    said["readings"][0]["outcome_match"] = "broader"
    assert asked not in door.grade(base, said)


@pytest.mark.parametrize("is_round", [False, True])
def test_two_studies_of_the_same_exact_numbers_are_asked_about(door, outcome, is_round):
    few, of_few, many, of_many = (
        (200, 1000, 400, 1000) if is_round else (203, 1013, 401, 1009)
    )
    turned = counted(many, of_many, few, of_few)
    turned = {**turned, "comparison": "placebo against examplin"}
    same = found(door, outcome, counted(few, of_few, many, of_many), turned)
    base = a_base(door, same)
    told = door.grade(base, a_form(base, why={}).as_json())
    asked = "Example 2001 and Example 2002 have the same numbers" in told
    assert asked is not is_round


def test_a_dose_that_the_results_are_of_asks_nothing(door, outcome):
    same = found(door, outcome, {**FOR, "dose": "81 mg/day"})
    base = a_base(door, same, {"text": "Examplin 75–100 mg daily for fever."})
    assert "dose" not in door.grade(base, a_form(base, why={}).as_json())


def test_none_counts_only_where_a_report_says_so(door, outcome):
    none = {"metric": "rr", **NOBODY}
    silent = {**none, "quote": ""}
    base = a_base(door, found(door, outcome, silent), {"kind": "harm"})
    assert "0 counts only where the report says that none occurred" in base.told


def test_a_change_in_one_group_addresses_no_comparison(door, outcome):
    change = {**ratio(0.5, 0.4, 0.6), "contrast": "before_after"}
    base = a_base(door, found(door, outcome, change))
    assert stands(base) == ("cant_say", "not_graded", "none_counts")


# --- words ---

FOR, AGAINST, OPEN = ratio(0.5, 0.4, 0.6), ratio(2.0, 1.5, 3.0), ratio(0.9, 0.5, 1.6)
LESS = ratio(1.0, 0.9, 1.1)
HALVES, DOUBLES = (30, 200, 60, 200), (60, 200, 30, 200)
WORDS = [  # results, what the claim says, its one word
    ([FOR], {}, "supported"),
    ([FOR, FOR], {}, "supported"),
    ([AGAINST], {}, "contradicted"),
    ([AGAINST, AGAINST], {}, "contradicted"),
    ([OPEN], {}, "cant_say"),
    ([OPEN, OPEN], {}, "cant_say"),
    ([LESS, LESS], MARGIN, "contradicted"),
    ([LESS, LESS], LITTLE, "supported"),
    ([AGAINST, AGAINST], LITTLE, "contradicted"),
    ([FOR, FOR], {"negated": True}, "contradicted"),
]


def test_the_deciding_figure_leaves_one_word(doors, outcome):
    of_row = entered_once(next(doors), outcome, [results for results, _, _ in WORDS])
    for n, (results, question, word) in enumerate(WORDS):
        door = next(doors)
        base = a_base(door, of_row(results), question)
        others = sorted(
            {"supported", "contradicted", "conflicting", "cant_say"} - {word}
        )
        for other in others:
            told = " ".join(problems(base, a_form(base, verdict=other)))
            assert "What can be said: " in told, n
        wrong = a_form(base, verdict=others[n % len(others)]).as_json()
        assert "What can be said: " in door.grade(base, wrong)
        assert not Grade.unfiltered.filter(round__base=base).exists()
        assert door.grade(base, a_form(base, verdict=word).as_json()) == ""
        because = "too_uncertain" if word == "cant_say" else ""
        assert stands(base) == (word, "high", because), n


THIS_WAY, OTHER_WAY = "examplin against placebo", "Placebo vs. examplin 10 mg"


def test_what_compares_the_other_way_round_is_swapped(door, outcome):
    results = [
        *found(door, outcome, {**AGAINST, "comparison": OTHER_WAY}),
        *found(door, outcome, {**FOR, "comparison": THIS_WAY}),
    ]
    base = a_base(door, results, {"comparator": "placebo"})
    assert set(base.items.values_list("bearing", flat=True)) == {"supports"}
    assert door.grade(base, a_form(base).as_json()) == ""
    sentence = Grade.objects.get().sentence
    assert "examplin results in a reduction in the risk of fever" in sentence


def test_one_result_the_other_way_round_is_summed_up_as_the_claim_asks(door, outcome):
    base = a_base(door, found(door, outcome, {**AGAINST, "comparison": OTHER_WAY}))
    assert door.grade(base, a_form(base).as_json()) == ""
    claim = Claim.objects.for_facts().get(pk=base.claim_id)
    (row,) = claim_facts(claim)["summary"]
    assert row["relative_words"] == "RR 0.50 (0.33 to 0.67)"
    assert "(risk ratio 0.50, 95 % CI 0.33 to 0.67)" in row["happens"]


@in_turn(("direction", "bearing"), [("higher", "supports"), ("lower", "contradicts")])
def test_a_direction_the_other_way_round_is_turned(door, outcome, direction, bearing):
    told = {"metric": "words", "direction": direction, "p_value": "0.01"}
    base = a_base(door, found(door, outcome, {**told, "comparison": OTHER_WAY}))
    assert base.items.get().bearing == bearing


def test_a_line_compares_as_the_claim_does(door, outcome):
    other_way = {**AGAINST, "comparison": "placebo against examplin"}
    base = a_base(door, found(door, outcome, other_way, other_way, other_way))
    (line,) = claim_facts(base.claim)["pooled"]
    assert line["comparison"] == "examplin against placebo"
    assert (line["estimate"], line["better"]) == (0.5, "lower")
    assert "its arms are swapped, to be compared as the claim does" in line["notes"][0]


def test_a_name_that_two_units_share_is_asked_about():
    door = DOORS["pages"](make.a_reviewer())
    mm, um = (make.an_outcome(name="thickness", unit=unit) for unit in ("mm", "µm"))
    shown = {"contrast": "between_arms", "provenance": "primary", **READ}
    given = {**shown, **FOR, "metric": "md"}
    told = door.refused(a_study(), mm, **given)
    assert "write “thickness (mm)” or “thickness (µm)”" in told
    um.name = "Thickness (μm)"  # as typed, with the Greek letter
    assert door.result(a_study(), um, **given).outcome_id == um.pk


def test_no_margin_is_why_nothing_can_be_said(door, outcome):
    base = a_base(door, found(door, outcome, LESS), {"asserts": "little_or_no"})
    assert door.grade(base, a_form(base, verdict="cant_say").as_json()) == ""
    assert stands(base) == ("cant_say", "high", "no_margin")


def test_very_low_is_cant_say_with_its_leaning(door, outcome):
    base = a_base(door, found(door, outcome, FOR))
    levels = {"risk_of_bias": 2, "imprecision": 1}
    told = door.grade(base, a_form(base, levels=levels).as_json())
    assert "With very low certainty the verdict is can’t say" in told
    form = a_form(base, levels=levels, verdict="cant_say").as_json()
    assert door.grade(base, form) == ""
    assert stands(base) == ("cant_say", "very_low", "too_uncertain")
    assert Grade.objects.get().leaning == "supported"


def test_a_trivial_size_supports_no_difference(door, outcome):
    base = a_base(door, found(door, outcome, FOR))
    told = door.grade(base, a_form(base, size_class="trivial").as_json())
    assert "a trivial effect supports no claim of a difference" in told


SIZES = {"small_from": 1.1, "moderate_from": 1.5, "large_from": 2.5}
SMD = {"metric": "smd", "estimate": -0.3, "ci_low": -0.5, "ci_high": -0.1}


@in_turn(
    ("numbers", "question", "refused", "open_"),
    [
        (ratio(0.97, 0.95, 0.99), SIZES, ("small", "large"), "trivial"),
        (FOR, SIZES, ("large", "trivial"), "moderate"),
        (SMD, {}, ("moderate", "large", "trivial"), "small"),
        (ratio(0.94, 0.92, 0.96), {}, ("large",), "moderate"),
    ],
)
def test_no_effect_is_called_larger_than_it_is(
    door, outcome, numbers, question, refused, open_
):
    figures = {**question, "scale": "rr", "thresholds_source": "x"} if question else {}
    base = a_base(door, found(door, outcome, numbers), figures)
    for size in refused:
        told = door.grade(base, a_form(base, size_class=size).as_json())
        assert "smaller than where" in told or "not trivial" in told, size
    told = door.grade(base, a_form(base, size_class=open_).as_json())
    assert ("trivial effect supports no claim" in told) == (open_ == "trivial"), told


@in_turn(
    ("numbers", "most"),
    [(FOR, 1), (ratio(0.15, 0.1, 0.2), 2), (ratio(0.8, 0.7, 0.9), 0), (SMD, 2)],
)
def test_certainty_is_rated_up_as_far_as_the_ratio_reaches(
    door, outcome, numbers, most
):
    base = a_base(door, found(door, outcome, numbers, design="cohort"))
    why = dict.fromkeys([*NO_CONCERN, "large_effect"], WHY)
    for up in range(most + 1, 3):
        form = a_form(base, start="nrs", levels={"large_effect": up}, why=why).as_json()
        told = door.grade(base, form)
        assert "write why it is rated up all the same" in told
    form = a_form(base, start="nrs", levels={"large_effect": 2}, why=why).as_json()
    form["groups"][0]["override_why"] = WHY if most < 2 else ""
    assert door.grade(base, form) == ""


def test_sides_that_no_line_joins_conflict(door, outcome):
    other = {"contrast": "between_arms", "provenance": "primary", **READ}
    results = [
        *found(door, outcome, {**FOR, "comparison": "10 mg against nothing"}),
        door.result(
            a_study(label="Example 2009"),
            outcome,
            **{**other, **AGAINST, "comparison": "20 mg against nothing"},
        ),
    ]
    base = a_base(door, results)
    told = door.grade(base, a_form(base).as_json())
    assert "stand on both sides" in told
    assert door.grade(base, a_form(base, verdict="conflicting").as_json()) == ""
    assert stands(base)[0] == "conflicting"


def test_a_line_over_both_sides_conflicts_where_inconsistency_is_rated_down(
    door, outcome
):
    base = a_base(door, found(door, outcome, FOR, AGAINST))
    said = {"verdict": "conflicting"}
    told = door.grade(base, a_form(base, **said).as_json())
    assert "inconsistency rated down by at least 1" in told
    assert not Grade.unfiltered.exists()
    one_down = a_form(base, levels={"inconsistency": 1}, **said)
    assert door.grade(base, one_down.as_json()) == ""
    assert stands(base) == ("conflicting", "moderate", "")


ASKS = [  # results, the domain left at none, what is asked
    (
        [
            {
                "metric": "rr",
                **dict(
                    zip(
                        ("events_1", "total_1", "events_2", "total_2"),
                        (10, 100, 30, 100),
                        strict=True,
                    )
                ),
            }
        ],
        "imprecision",
        "fewer than 400",
    ),
    ([OPEN], "imprecision", "both sides of no difference"),
    ([FOR, FOR], "imprecision", "Hartung–Knapp’s interval reads “inconclusive”"),
    ([FOR, AGAINST], "inconsistency", "both sides"),
]


def test_a_domain_left_at_none_against_its_figure_asks(doors, outcome):
    of_row = entered_once(next(doors), outcome, [results for results, _, _ in ASKS])
    for results, domain, asked in ASKS:
        door = next(doors)
        base = a_base(door, of_row(results))
        why = {name: WHY for name in NO_CONCERN if name != domain}
        assert asked in door.grade(base, a_form(base, why=why).as_json())
    assert not Grade.unfiltered.exists()


def test_a_surrogate_asks(door):
    stands_in = make.an_outcome(name="fever", better="lower", importance="surrogate")
    base = a_base(door, found(door, stands_in, FOR))
    why = {name: WHY for name in NO_CONCERN if name != "indirectness"}
    assert "stands in for" in door.grade(base, a_form(base, why=why).as_json())


def test_cited_works_alone_judge_no_publication_bias(door, outcome):
    results = list(found(door, outcome, FOR))
    claim = door.claim(**QUESTION)
    mention = make.a_mention(claim=claim)
    work = make.a_cited_work(article=mention.article, study=results[0].study)
    make.a_citation(mention=mention, cited_work=work)
    base = door.base(claim, scope="cited_only")
    include(base, results[0])
    assert door.freeze(base) == ""
    base.refresh_from_db()
    told = door.grade(base, a_form(base, levels={"publication_bias": 1}).as_json())
    assert "publication bias cannot be judged" in told


def test_trials_that_a_cited_review_reports_are_cited_works(door, outcome):
    results = [*found(door, outcome, FOR, FOR)]
    reported = results[0].study
    claim = door.claim(**QUESTION)
    mention = make.a_mention(claim=claim)
    review = make.a_study(design="systematic_review", label="Example Review 2020")
    work = make.a_cited_work(article=mention.article, study=review)
    make.a_citation(mention=mention, cited_work=work)
    make.an_inclusion(review=review, study=reported)
    base = door.base(claim, scope="cited_only")
    include(base, results[1])
    told = door.freeze(base)
    assert "No article with this claim cites Example 2002" in told
    why = {"exclude_because": "other", "in_words": "Nobody cites it."}
    uncited, by = base.items.get(), make.a_reviewer()
    decide_item(item=uncited, decision="excluded", by=by, **why)
    include(base, results[0])
    assert door.freeze(base) == ""


def test_what_no_article_cites_is_no_cited_work(door, outcome):
    base = a_base(door, found(door, outcome, FOR), scope="cited_only")
    assert "No article with this claim cites Example 2001" in base.told


# --- kinds that are not rated ---

CHECKS = [  # kind, type of the record, word, what is told
    ("regulatory", "register_page", "confirmed", ""),
    ("regulatory", "label", "confirmed", ""),
    ("regulatory", "web_page", "confirmed", "None of the quoted records decides"),
    ("regulatory", "article", "confirmed", "None of the quoted records decides"),
    ("definition", "book", "agrees", ""),
    ("definition", "web_page", "agrees", "None of the quoted records decides"),
    ("practical", "register_page", "confirmed", ""),
    ("practical", "web_page", "confirmed", "None of the quoted records decides"),
]


@in_turn(("kind", "type", "word", "told"), CHECKS)
def test_only_a_record_that_decides_settles_a_check(door, kind, type, word, told):
    claim = door.claim(**{**QUESTION, "kind": kind, "jurisdiction": "Exampleland"})
    base = door.base(claim, scope="other_known")
    record = make.a_reference(type=type)
    words = {**READ, "read_on": "2026-01-05", "jurisdiction": "Exampleland"}
    door.quote(base, record, **words)
    assert door.freeze(base) == ""
    base.refresh_from_db()
    form = a_form(base, verdict=word, target="", groups=()).as_json()
    form["readings"] = []  # a record is quoted, and nobody reads it as a result
    answer = door.grade(base, form)
    assert told in answer and bool(told) == bool(answer), answer
    assert Grade.unfiltered.exists() == (told == "")
    facts = claim_facts(base.claim)
    assert [one["bearing_words"] for one in facts["evidence"]] == ["quoted"]
    said = " ".join((facts["judgement"] or {}).get("caveats", ()))
    assert ("Nobody searched for newer or other records." in said) == (told == "")


OTHERWISE = [  # kind, the claim's words, what is quoted, the word, what is told
    ("regulatory", "Examplin is approved.", "Placebin is approved.", "names not “exam"),
    ("regulatory", "Examplin is approved.", "Examplin is not approved.", "denies what"),
    (
        "regulatory",
        "Examplin, approved in Peru.",
        "Examplin, approved.",
        "names “Peru”",
    ),
    (
        "practical",
        "Examplin costs 5 euros.",
        "Examplin: 40 euros.",
        "The claim says 5,",
    ),
]


@in_turn(("kind", "text", "quote", "told"), OTHERWISE)
def test_a_record_says_what_the_claim_does_or_it_is_explained(
    door, kind, text, quote, told
):
    asked = {**QUESTION, "kind": kind, "text": text, "jurisdiction": "Exampleland"}
    base = door.base(door.claim(**asked), scope="other_known")
    words = {**READ, "quote": quote, "read_on": "2026-01-05"}
    record = make.a_reference(type="register_page", title="A register")
    door.quote(base, record, jurisdiction="Exampleland", **words)
    assert door.freeze(base) == ""
    base.refresh_from_db()
    form = a_form(base, verdict="confirmed", target="", groups=()).as_json()
    form["readings"] = []
    assert told in door.grade(base, form)
    assert door.grade(base, {**form, "explanation": "It is the same thing."}) == ""


SAID_OF_STUDIES = [  # the words, how many the question counts, what is told
    ("At least 20 trials of examplin exist.", 1, "“20 trials”"),
    ("Dozens of trials of examplin exist.", None, "“dozens of trials”"),
    ("There is strong evidence for examplin.", None, "“strong evidence”"),
    ("All trials of examplin agree.", None, "“all trials”"),
    ("No trial has tested examplin.", None, "“no trial”"),
    ("At least one cohort study of examplin exists.", 1, ""),
]


@in_turn(("text", "count", "told"), SAID_OF_STUDIES)
def test_what_is_said_of_studies_was_counted(door, outcome, text, count, told):
    counts = {"count_bound": "at_least", "count_of": count} if count else {}
    asked = {"kind": "evidence_state", "asserts": "exists", "text": text, **counts}
    base = a_base(door, found(door, outcome, FOR), asked, **SEARCHED)
    form = a_form(base, verdict="accurate", target="", groups=()).as_json()
    answer = door.grade(base, {**form, "readings": []})
    assert told in answer and bool(told) == bool(answer)


@in_turn(
    ("claims", "records", "told"),
    [("Germany", "EU", ""), ("EU", "Germany", "for an area that covers it")],
)
def test_a_record_holds_where_its_register_does(door, claims, records, told):
    question = {**QUESTION, "kind": "regulatory", "jurisdiction": claims}
    base = door.base(door.claim(**question), scope="other_known")
    words = {**READ, "read_on": "2026-01-05", "jurisdiction": records}
    door.quote(base, make.a_reference(type="register_page"), **words)
    assert door.freeze(base) == ""
    base.refresh_from_db()
    form = a_form(base, verdict="confirmed", target="", groups=()).as_json()
    answer = door.grade(base, {**form, "readings": []})
    assert told in answer and bool(told) == bool(answer), answer


@in_turn(
    ("design", "word", "other"),
    [
        ("rct", "shown_in_people", "shown_in_animals"),
        ("rct of mice", "shown_in_animals", "shown_in_people"),
        ("animal", "shown_in_animals", "shown_in_people"),
        ("in_vitro", "shown_in_cells", "shown_in_people"),
    ],
)
def test_a_mechanism_is_shown_in_whom_it_was_studied(
    door, outcome, design, word, other
):
    question = {"kind": "mechanism", "text": "Examplin binds to something."}
    design, _, people = design.partition(" of ")
    shown = found(door, outcome, FOR, design=design, population=people)
    base = a_base(door, shown, question)
    form = {"target": "", "groups": ()}
    told = door.grade(base, a_form(base, verdict=other, **form).as_json())
    assert "needs one study at least that shows it" in told
    assert door.grade(base, a_form(base, verdict=word, **form).as_json()) == ""
    assert stands(base)[:2] == (word, "not_applicable")


SEARCHED = {
    "scope": "targeted",
    "sources": "PubMed",
    "query": "examplin",
    "searched_on": "2026-01-05",
}
# What it says, how it was searched, studies, why what is there is not it, word, told.
STATES = [
    ("absent", {}, 0, "", "accurate", "accurate only by a search"),
    ("absent", SEARCHED, 0, "", "accurate", ""),
    ("absent", SEARCHED, 1, "", "accurate", "The base includes 1 study"),
    ("absent", SEARCHED, 1, "It is of mice.", "accurate", ""),
    ("absent", SEARCHED, 0, "", "not_accurate", "said by what was found"),
    ("absent", SEARCHED, 1, "", "not_accurate", ""),
    ("exists", SEARCHED, 0, "", "accurate", "said by what was found"),
    ("exists", SEARCHED, 1, "", "accurate", ""),
    ("exists", {}, 0, "", "not_accurate", "accurate only by a search"),
    ("exists", SEARCHED, 0, "", "not_accurate", ""),
]


def test_what_is_there_was_found_and_what_is_not_was_searched_for(doors, outcome):
    (result,) = found(next(doors), outcome, FOR)
    for row, door in zip(STATES, doors, strict=False):
        says, how, studies, why, word, told = row
        text = "No trial is." if says == "absent" else "A trial is."
        question = {"kind": "evidence_state", "asserts": says, "text": text}
        base = a_base(door, [result] * studies, question, **how)
        assert base.told == ""
        form = a_form(base, verdict=word, target="", groups=(), explanation=why)
        answer = door.grade(base, {**form.as_json(), "readings": []})
        assert told in answer and bool(told) == bool(answer), (row, answer)


LOOKED = {"query": "examplin", "searched_on": "2026-01-05"}  # where is not said
COUNTS_OF_STUDIES = [  # bound, of, design, how it was searched, word, what is told
    ("at_least", 2, "rct", LOOKED, "accurate", ""),
    ("at_least", 3, "rct", LOOKED, "accurate", "is not accurate"),
    ("at_least", 3, "rct", LOOKED, "not_accurate", "only by a search"),
    ("at_least", 3, "rct", SEARCHED, "not_accurate", ""),
    ("at_least", 3, "rct", SEARCHED, "outdated", ""),
    ("at_least", 3, "", LOOKED, "accurate", ""),
    ("at_most", 2, "rct", LOOKED, "accurate", "only by a search"),
    ("at_most", 2, "rct", SEARCHED, "accurate", ""),
    ("at_most", 1, "rct", SEARCHED, "accurate", "is not accurate"),
    ("at_most", 1, "rct", LOOKED, "not_accurate", ""),
    ("at_most", 0, "cohort", LOOKED, "not_accurate", ""),
    ("at_least", 2, "rct", {}, "accurate", "needs the words that were searched"),
    ("at_least", 2, "cohort", SEARCHED, "accurate", "counts 1 study (cohort)"),
]


def test_a_number_of_studies_is_counted_in_the_base(doors, outcome):
    designs = ("rct", "crossover_rct", "cohort")
    results = by_design(next(doors), outcome, ratio(0.5, 0.3, 0.8), designs).values()
    for row, door in zip(COUNTS_OF_STUDIES, doors, strict=False):
        bound, of, design, how, word, told = row
        count = {"count_bound": bound, "count_of": of, "count_design": design}
        base = a_base(door, results, {"kind": "evidence_state", **count}, **how)
        assert base.told == ""
        assert base.count_of == of
        form = a_form(base, verdict=word, target="", groups=()).as_json()
        answer = door.grade(base, {**form, "readings": []})
        assert told in answer and bool(told) == bool(answer), (row, answer)
        if not told:
            sentence = Claim.objects.get(pk=base.claim_id).sentence
            assert count_words(bound, of, design) in sentence


@in_turn(
    ("given", "strength", "told"),
    [
        ({"publisher": "Society", "year": 2024}, "strong", ""),
        ({"publisher": "Society", "year": 2024}, "", "Say how strongly it is worded"),
        ({"publisher": "", "year": None}, "strong", "some body’s, of some year"),
    ],
)
def test_a_recommendation_is_a_bodys_of_a_year(door, given, strength, told):
    claim = door.claim(**{**QUESTION, "kind": "recommendation"})
    base = door.base(claim, scope="other_known")
    record = make.a_reference(type="guideline", **given)
    door.quote(base, record, **READ, read_on="2026-01-05")
    assert door.freeze(base) == ""
    base.refresh_from_db()
    form = a_form(base, verdict="recommended", strength=strength, target="", groups=())
    said = {**form.as_json(), "readings": []}
    answer = door.grade(base, said)
    assert told in answer and bool(told) == bool(answer), answer


def test_not_confirmed_may_rest_on_the_search_of_a_named_register(door):
    search = {
        "scope": "targeted",
        "sources": "The register",
        "query": "examplin",
        "searched_on": "2026-01-05",
    }
    question = {"kind": "regulatory", "jurisdiction": "Exampleland"}
    base = a_base(door, [], question, **search)
    said = a_form(base, verdict="confirmed", target="", groups=()).as_json()
    assert "needs a quoted passage" in door.grade(base, said)
    assert door.grade(base, {**said, "verdict": "not_confirmed"}) == ""
    assert stands(base)[0] == "not_confirmed"


# --- how many, and that something occurs ---

SHARE = {"kind": "prevalence", "asserts": "", "value_low": 10.0, "value_high": 20.0}
MANY = {"metric": "proportion", "contrast": "not_stated"}


@in_turn(
    ("events", "bearing"),
    [(150, "supports"), (400, "contradicts"), (200, "inconclusive")],
)
def test_a_share_is_held_against_the_range_claimed(door, outcome, events, bearing):
    counts = {**MANY, "events_1": events, "total_1": 1000}
    base = a_base(door, found(door, outcome, counts, design="cross_sectional"), SHARE)
    assert base.told == ""
    assert EvidenceItem.objects.get().bearing == bearing


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Half of adults have fever.", "“half”, and its question 10 to 20 %"),
        ("Nearly all adults have fever.", "“nearly all”"),
        ("One in three adults has fever.", "“one in three”"),
        ("Fever is rare in adults.", "“rare”"),
        ("Fewer than one in five adults has fever.", ""),
        ("About 10 to 20 % of adults have fever.", ""),
    ],
)
def test_a_share_in_words_is_the_one_of_the_question(doors, outcome, words, told):
    door = next(doors)
    share = {**MANY, "events_1": 150, "total_1": 1000}
    results = found(door, outcome, share, design="cross_sectional")
    asked = {**SHARE, "text": words, "intervention": "", "comparator": ""}
    base = a_base(door, results, asked)
    said = door.grade(base, a_form(base, start="prognosis").as_json())
    assert told in said and bool(told) == bool(said)


def of_hundreds(*events):
    return [{**MANY, "events_1": count, "total_1": 1000} for count in events]


def test_shares_of_several_studies_decide_by_one_line(door, outcome):
    results = found(door, outcome, *of_hundreds(140, 160), design="cohort")
    base = a_base(door, results, SHARE)
    (line,) = claim_facts(base.claim)["pooled"]
    assert (line["metric"], line["k"], line["contrast"]) == ("proportion", 2, "")
    assert line["in_words"].startswith("proportion 0.15 (0.13 to 0.17)")
    form = a_form(base, start="prognosis", verdict="contradicted")
    assert "the pooled line" in door.grade(base, form.as_json()).casefold()
    form = a_form(base, start="prognosis").as_json()
    assert door.grade(base, form) == ""
    assert Grade.objects.get().sentence == (
        "In 2 studies known here (no search), about 15 % of adults have fever "
        "(95 % CI 13.1 to 17.1 %)."
    )


def test_a_share_decides_of_no_effect(door, outcome):
    shares = found(door, outcome, *of_hundreds(140, 160), design="cohort")
    (compared,) = found(door, outcome, FOR, design="cohort")
    base = a_base(door, [*shares, compared])
    lines = claim_facts(base.claim)["pooled"]
    assert [(line["metric"], line["k"]) for line in lines] == [("proportion", 2)]
    read = {item.pk: item.bearing for item in base.items.all()}
    form = a_form(base, start="nrs", readings=read, verdict="contradicted").as_json()
    assert "results on this side hold under half" in door.grade(base, form)
    assert not Grade.unfiltered.exists()


def test_that_something_can_occur_is_shown_by_one_case(door, outcome):
    question = {"kind": "harm", "asserts": "exists"}
    counts = {**MANY, "events_1": 1, "total_1": 20}
    a_base(door, found(door, outcome, counts, design="case_series"), question)
    assert EvidenceItem.objects.get().bearing == "supports"


@in_turn("direction", ["lower", "higher", "no_difference"])
def test_a_direction_alone_settles_nothing(door, outcome, direction):
    alone = {"metric": "rr", "direction": direction}
    a_base(door, found(door, outcome, alone))
    assert EvidenceItem.objects.get().bearing == "inconclusive"


# --- numbers that do not agree, until somebody says why ---

SWAPPED = {  # the counts give 0.25, and the source prints 4.00
    **{"metric": "rr", "events_1": 10, "total_1": 100, "events_2": 40},
    **{"total_2": 100, "estimate": "4.0", "ci_low": "2.1", "ci_high": "7.6"},
    "answer_later": True,
}
IN_TWO = "In 2 studies known here (no search), "


def test_numbers_that_do_not_agree_decide_nothing_until_answered(door, outcome):
    (result,) = found(door, outcome, SWAPPED)
    base = a_base(door, [result])
    assert stands(base) == ("cant_say", "not_graded", "none_counts")
    claim = Claim.objects.get(pk=base.claim_id)
    assert "1 with numbers that do not agree, and no answer why" in claim.sentence
    assert door.grade(base, a_form(base, verdict="contradicted").as_json())
    assert not Grade.unfiltered.exists()
    door.answer(result, mirror="The table counts those without.")
    form = a_form(base, verdict="contradicted").as_json()
    assert door.grade(base, form) == ""
    assert stands(base)[0] == "contradicted"


def test_a_sentence_cites_none_of_numbers_that_do_not_agree(door, outcome):
    base = a_base(door, found(door, outcome, SWAPPED, AGAINST))
    for word in ("supported", "conflicting", "cant_say"):
        told = door.grade(base, a_form(base, verdict=word).as_json())
        assert "The only counting result (Example 2002)" in told
    form = a_form(base, verdict="contradicted").as_json()
    assert door.grade(base, form) == ""
    assert Grade.objects.get().sentence == (
        f"{IN_TWO}in adults, examplin results in an increase in the risk of fever "
        "(risk ratio 2.00, 95 % CI 1.50 to 3.00)."
    )
    apart = {row["study"]["label"]: row for row in claim_facts(base.claim)["held_out"]}
    assert "nobody has answered why" in apart["Example 2001"]["why"]


# --- the sentence is composed ---

IN_ONE = "In 1 study known here (no search), "
SENTENCES = [  # what was found, how it is judged, the sentence
    (
        [FOR],
        {},
        f"{IN_ONE}in adults, examplin results in a reduction in the risk of fever "
        "(risk ratio 0.50, 95 % CI 0.40 to 0.60).",
    ),
    (
        [FOR],
        {"levels": {"risk_of_bias": 1}},
        f"{IN_ONE}in adults, examplin probably results in a reduction in the risk of "
        "fever (risk ratio 0.50, 95 % CI 0.40 to 0.60).",
    ),
    (
        [FOR],
        {"levels": {"risk_of_bias": 2}},
        f"{IN_ONE}in adults, examplin may result in a reduction in the risk of fever "
        "(risk ratio 0.50, 95 % CI 0.40 to 0.60).",
    ),
    (
        [AGAINST],
        {"verdict": "contradicted"},
        f"{IN_ONE}in adults, examplin results in an increase in the risk of fever "
        "(risk ratio 2.00, 95 % CI 1.50 to 3.00).",
    ),
    (
        [OPEN],
        {"verdict": "cant_say"},
        f"{IN_ONE}it is not settled whether examplin changes the risk of fever in "
        "adults: results fit anything from 0.50 to 1.60 (risk ratio 0.90, 95 % CI).",
    ),
    (
        [FOR],
        {"levels": {"risk_of_bias": 2, "imprecision": 1}, "verdict": "cant_say"},
        f"{IN_ONE}the evidence is very uncertain about the effect of examplin on the "
        "risk of fever in adults.",
    ),
]


def test_the_sentence_is_the_rules(doors, outcome):
    of_row = entered_once(
        next(doors), outcome, [results for results, _, _ in SENTENCES]
    )
    for results, given, sentence in SENTENCES:
        door = next(doors)
        base = a_base(door, of_row(results))
        said = a_form(base, **given).as_json()
        assert door.grade(base, {**said, "note": "The study is made up."}) == ""
        grade = Grade.objects.get(round__base=base)
        assert (grade.sentence, grade.note) == (sentence, "The study is made up.")


WHOLE_SEARCH = {**SEARCHED, "sources": "PubMed; Embase", "scope": "systematic"}
WHOLE_SEARCH |= {"records_found": 10, "records_screened": 10}
LEADS = [  # how it was searched, how the sentence begins
    (SEARCHED, "In what a search of PubMed on 5 January 2026 found, in adults, "),
    (WHOLE_SEARCH, "In the evidence found up to 5 January 2026, in adults, "),
]


def test_the_lead_says_how_it_was_searched(door, outcome):
    results = [*found(door, outcome, FOR)]
    for how, lead in LEADS:
        base = a_base(door, results, **how)
        assert door.grade(base, a_form(base).as_json()) == ""
        assert Grade.objects.get(round__base=base).sentence.startswith(lead)


def test_a_harm_that_nobody_had_is_counted_and_an_association_is_no_cause(
    door, outcome
):
    none = found(door, outcome, {"metric": "rr", **NOBODY})
    base = a_base(door, none, {"kind": "harm"})
    assert door.grade(base, a_form(base, verdict="cant_say").as_json()) == ""
    assert stands(base)[0] == "cant_say"
    sentence = f"{IN_ONE}0 of 20 people had fever; up to 14 in 100 can’t be ruled out."
    assert Grade.objects.get(round__base=base).sentence == sentence
    cohort = found(door, outcome, FOR, design="cohort")
    base = a_base(door, cohort, BELIEVED["association"])
    assert door.grade(base, a_form(base, start="prognosis").as_json()) == ""
    assert Grade.objects.get(round__base=base).sentence == (
        f"{IN_ONE}adults with examplin have a lower risk of fever than those without "
        "(risk ratio 0.50, 95 % CI 0.40 to 0.60); this does not show that examplin "
        "is the cause."
    )


def test_a_harm_that_is_not_settled_is_counted_besides(door, outcome):
    nobody, some = (0, 60, 1, 60), (2, 100, 4, 100)
    cases = [  # counts, how they are summed up
        ([some], "with examplin 2 of 100 people had fever."),
        ([some, some], "with examplin 4 of 200 people had fever."),
        (
            [nobody],
            "with examplin 0 of 60 people had fever; up to 5 in 100 can’t be ruled "
            "out.",
        ),
    ]
    for numbers, counted in cases:
        results = found(door, outcome, *[counts(*each) for each in numbers])
        base = a_base(door, results, {"kind": "harm", "asserts": "raises"})
        said = a_form(base, verdict="cant_say", why=dict.fromkeys(NO_CONCERN, WHY))
        assert door.grade(base, said.as_json()) == ""
        sentence = Grade.objects.get(round__base=base).sentence
        assert (
            "it is not settled whether examplin changes the risk of fever" in sentence
        )
        assert sentence.endswith(f"95 % CI); {counted}"), sentence


def test_a_note_is_no_surer_than_the_certainty(door, outcome):
    base = a_base(door, found(door, outcome, FOR))
    low = a_form(base, levels={"risk_of_bias": 2}).as_json()
    told = door.grade(base, {**low, "note": "It probably lowers fever."})
    assert "The note says “probably lowers”" in told
    assert not Grade.unfiltered.exists()


def test_the_lead_counts_what_was_read_at_its_source(door, outcome):
    results = [*found(door, outcome, FOR), make.a_second_hand_result(outcome=outcome)]
    base = a_base(door, results)
    assert door.grade(base, a_form(base).as_json()) == ""
    assert Grade.objects.get().sentence.startswith(IN_ONE)


def test_an_explanation_and_a_reason_say_no_more_either(door, outcome):
    base = a_base(door, found(door, outcome, FOR))
    too_much = "It is proven, and without any risk."
    said = {**a_form(base).as_json(), "explanation": too_much}
    assert "The explanation says more than evidence can hold" in door.grade(base, said)
    said = a_form(base, why={**dict.fromkeys(NO_CONCERN, WHY), "imprecision": too_much})
    told = door.grade(base, said.as_json())
    assert "The reason for imprecision says more than evidence can hold" in told
    said = a_form(base).as_json()
    said["readings"][0].update(bearing="inconclusive", why=too_much)
    assert "The reason for a reading says more than" in door.grade(base, said)
    assert not Grade.unfiltered.exists()


def test_a_note_says_no_more_than_evidence_can_hold(door, outcome):
    base = a_base(door, found(door, outcome, FOR))
    for note, told in (
        ("It is proven to work.", "“proven”"),
        ("Nobody had it, so it is harmless.", "so it is harmless”"),
        ("x" * 301, "300"),
    ):
        assert told in door.grade(base, {**a_form(base).as_json(), "note": note})
    assert not Grade.unfiltered.exists()


# --- what is pooled: one line, one row per study ---

COUNTS = ("events_1", "total_1", "events_2", "total_2")
MEANS = ("mean_1", "sd_1", "total_1", "mean_2", "sd_2", "total_2")


def counted(*numbers, **given):
    return {"metric": "rr", **dict(zip(COUNTS, numbers, strict=True)), **given}


def measured(*numbers, **given):
    return {"metric": "md", **dict(zip(MEANS, numbers, strict=True)), **given}


FEWER, RARE, NONE = (30, 200, 60, 200), (1, 900, 4, 900), (0, 200, 0, 200)
CHANGE = (-4.0, 2.0, 50, -1.0, 2.0, 50)
LINES = [  # what each study found, studies in each line, words of what is apart
    ("one alone", [counted(*FEWER)], [], ()),
    ("two alike", [counted(*FEWER)] * 2, [2], ()),
    ("hazard ratio", [counted(*FEWER)] * 2 + [{**FOR, "metric": "hr"}], [2], ()),
    ("odds ratio", [counted(*FEWER)] * 2 + [counted(*FEWER, metric="or")], [2], ()),
    ("no weight", [counted(*FEWER)] * 2 + [counted(*NONE)], [2], ()),
    ("rare", [counted(*RARE)] * 2, [2], ()),
    (
        "another comparison",
        [counted(*FEWER, comparison="10 mg against nothing")] * 2
        + [counted(*FEWER, comparison="20 mg against nothing")],
        [2],
        (),
    ),
    (
        "another time",
        [counted(*FEWER, time_point="8 weeks")] * 2
        + [counted(*FEWER, time_point="10 years")],
        [3],
        (),
    ),
    ("means", [measured(*CHANGE)] * 2, [2], ()),
    ("means and ratios", [measured(*CHANGE)] * 2 + [counted(*FEWER)] * 2, [2, 2], ()),
    (
        "no spread",
        [measured(*CHANGE)] * 2 + [measured(1.0, 0.0, 9, 1.0, 0.0, 9)],
        [2],
        (),
    ),
]


def facts_of(door, outcome, results, design="rct"):
    base = a_base(door, found(door, outcome, *results, design=design))
    facts = claim_facts(base.claim)
    assert_accounted_for(facts)
    return facts


def test_a_line_joins_what_is_alike(door):
    rows = {f"{name} of fever": (results, ks) for name, results, ks, _ in LINES}
    base = a_base(
        door,
        [
            result
            for name, (results, _) in rows.items()
            for result in found(door, make.an_outcome(name=name), *results)
        ],
    )
    facts = claim_facts(base.claim)
    assert_accounted_for(facts)
    for name, (_, ks) in rows.items():
        lines = [line["k"] for line in facts["pooled"] if line["outcome"] == name]
        assert sorted(k for k in lines if k > 1) == ks, name


def test_a_retracted_study_is_in_no_line(door, outcome):
    results = [*found(door, outcome, *[counted(*FEWER)] * 3)]
    claim = a_base(door, results).claim
    report = results[0].study.reports.get().reference
    make.a_notice(reference=report, kind="retraction")
    facts = claim_facts(claim)
    assert_accounted_for(facts)
    assert [line["k"] for line in facts["pooled"]] == [2]
    assert [row["why"] for row in facts["held_out"]] == ["Its study is retracted."]


@in_turn("design", ["animal", "in_vitro"])
def test_what_is_not_of_people_is_in_no_line(door, outcome, design):
    facts = facts_of(door, outcome, [counted(*FEWER)] * 2, design=design)
    assert [line for line in facts["pooled"] if line["k"]] == []
    assert len(facts["held_out"]) == 2


def test_a_study_has_one_row_and_says_how_it_was_picked(door, outcome):
    study = a_study(label="Example 2009")
    shape = {"contrast": "between_arms", "provenance": "primary", **READ}
    times = [
        door.result(study, outcome, **{**shape, **counted(*FEWER, time_point=time)})
        for time in ("8 weeks", "12 weeks")
    ]
    others = found(door, outcome, *[counted(*FEWER, time_point="12 weeks")] * 2)
    facts = claim_facts(a_base(door, [*times, *others]).claim)
    (line,) = facts["pooled"]
    assert line["k"] == 3
    (apart,) = facts["held_out"]
    assert apart["item"] == EvidenceItem.objects.get(result=times[0]).pk
    assert "12 weeks" in apart["why"]


def test_rare_events_are_joined_without_a_half(door, outcome):
    (line,) = facts_of(door, outcome, [counted(*RARE)] * 2)["pooled"]
    assert "Mantel" in line["method"]


def test_two_studies_are_decided_by_wald_with_the_wider_beside(door, outcome):
    (line,) = facts_of(door, outcome, [counted(*FEWER), counted(*FEWER)])["pooled"]
    assert (line["k"], line["method"]) == (2, "random effects, REML, Wald")
    assert line["beside"]


def test_a_reviews_own_estimate_is_no_row(door, outcome):
    studies = list(found(door, outcome, *[counted(*FEWER)] * 2))
    review = a_study("meta_analysis", label="Example Review 2010")
    shape = {"contrast": "between_arms", "provenance": "primary", **READ}
    estimate = door.result(review, outcome, **{**shape, **FOR})
    facts = claim_facts(a_base(door, [*studies, estimate]).claim)
    assert [line["k"] for line in facts["pooled"]] == [2]
    assert [apart["study"]["label"] for apart in facts["held_out"]] == [review.label]


def test_what_is_not_randomised_has_a_line_of_its_own(door, outcome):
    results = [
        *found(door, outcome, *[counted(*FEWER)] * 2),
        *found(door, outcome, *[counted(*FEWER)] * 2, design="cohort"),
    ]
    facts = claim_facts(a_base(door, results).claim)
    groups = {line["designs"]: line["k"] for line in facts["pooled"]}
    assert groups == {"randomised": 2, "other": 2}
