"""What a paper prints is entered at the page and by program, and shown as printed."""

import contextlib
import html

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from studies.models import Result
from studies.results.labels import MARKED
from tests import factories as make
from tests.evidence.doors import DOORS
from tests.html import as_sent, shown

pytestmark = pytest.mark.django_db
READ = {"provenance": "primary", "place": "Table 2", "contrast": "between_arms"}


@pytest.fixture(params=DOORS)
def door(request):
    return DOORS[request.param](make.a_reviewer())


@pytest.fixture
def study():
    return make.a_study()


@pytest.fixture
def outcome():
    return make.an_outcome()


def page_of(result):
    return html.unescape(shown(Client().get(f"/results/{result.pk}/")))


def told(result):
    """What the result's page, its study's page and the API say of it."""
    study = html.unescape(shown(Client().get(f"/studies/{result.study_id}/")))
    record = Client().get(f"/api/v1/results/{result.pk}/").json()
    return page_of(result), study, record


# --- as printed ---

KINDS = [
    (
        "numbers by other signs",
        {"metric": "rr", "estimate": "0·80", "ci_low": "0·60", "ci_high": "1·07"},
        ["RR 0.80 (0.60 to 1.07)", "printed as 0·80 (0·60 to 1·07)"],
    ),
    (
        "minus and decimal comma",
        {"metric": "md", "estimate": "−2,0", "ci_low": "−3,1", "ci_high": "−0,9"},
        ["MD −2.00 (−3.10 to −0.90)", "printed as −2,0 (−3,1 to −0,9)"],
    ),
    (
        "thousands",
        {"metric": "rr", "events_1": "1,204", "total_1": "12 345"}
        | {"events_2": 1300, "total_2": "12,400"},
        ["1,204/12,345 against 1,300/12,400"],
    ),
    (
        "a skewed interval",
        {"metric": "rr", "estimate": "0.8", "ci_low": "0.6", "ci_high": "2.2"},
        ["RR 0.80 (0.60 to 2.20)", "The estimate is not in the middle of its interval"],
    ),
    (
        "a rounded interval",
        {"metric": "rr", "estimate": "0.5", "ci_low": "0.3", "ci_high": "0.8"},
        ["RR 0.50 (0.30 to 0.80)"],
    ),
    (
        "a level that is stated in per cent",
        {"metric": "rr", "estimate": "0.50", "ci_low": "0.34", "ci_high": "0.74"}
        | {"ci_level": "90 %"},
        ["RR 0.50 (0.34 to 0.74), 90 % interval"],
    ),
    (
        "a risk difference in per cent",
        {"metric": "rd", "events_1": 18, "total_1": 150, "events_2": 36}
        | {"total_2": 149, "estimate": "−12.2 %", "ci_low": "−20.8 %"}
        | {"ci_high": "−3.5 %"},
        ["RD −0.12", "printed as −12.2 % (−20.8 % to −3.5 %)"],
    ),
    (
        "the mean of one arm",
        {"metric": "mean", "mean_1": "10.0", "sd_1": "2.0", "total_1": 50},
        ["10.00 (SD 2.00, 50 people)"],
    ),
    (
        "the share of one arm",
        {"metric": "proportion", "events_1": 12, "total_1": 80},
        ["12/80"],
    ),
    (
        "means with standard errors",
        {"metric": "md", "mean_1": "10.0", "se_1": "0.3", "total_1": 50}
        | {"mean_2": "12.0", "se_2": "0.3", "total_2": 50},
        [
            "10.00 (SE 0.30) against 12.00 (SE 0.30)",
            "MD −2.00 (−2.83 to −1.17) (estimated: deviations from standard errors)",
        ],
    ),
    (
        "means with intervals",
        {"metric": "md", "mean_1": "10.0", "mean_ci_low_1": "9.4"}
        | {"mean_ci_high_1": "10.6", "total_1": 50, "mean_2": "12.0"}
        | {"mean_ci_low_2": "11.4", "mean_ci_high_2": "12.6", "total_2": 50},
        ["10.00 (9.40 to 10.60) against", "deviations from intervals of the means"],
    ),
    (
        "medians with quartiles",
        {"metric": "md", "median_1": "10", "q1_1": "8", "q3_1": "12", "total_1": 50}
        | {"median_2": "14", "q1_2": "12", "q3_2": "16", "total_2": 50},
        ["median 10 (quartiles 8 to 12) against", "estimated: means from quartiles"],
    ),
    (
        "medians too skewed to convert",
        {"metric": "md", "median_1": "9", "q1_1": "8", "q3_1": "20", "total_1": 50}
        | {"median_2": "14", "q1_2": "12", "q3_2": "16", "total_2": 50},
        ["median 9 (quartiles 8 to 20) against median 14 (quartiles 12 to 16)"],
    ),
    (
        "an estimate with its standard error",
        {"metric": "md", "estimate": "-2.0", "estimate_se": "0.42"},
        ["MD −2.00 (SE 0.42)", "computed from its standard error: MD −2.00 (−2.82"],
    ),
    (
        "an estimate with its p-value",
        {"metric": "md", "estimate": "-2.0", "p_value": "0.01"},
        ["MD −2.00", "computed converted, its variance from the p-value: MD −2.00"],
    ),
    (
        "a p-value alone",
        {"metric": "words", "direction": "lower", "p_value": "P < 0·05"},
        ["lower, no number stated, P < 0·05"],
    ),
    (
        "adjusted, and for what",
        {"metric": "or", "estimate": "0.70", "ci_low": "0.50", "ci_high": "0.98"}
        | {"adjusted": "yes", "adjusted_for": "age, smoking"},
        ["OR 0.70 (0.50 to 0.98), adjusted for age, smoking"],
    ),
    (
        "a hazard ratio with its log-rank test",
        {"metric": "hr", "o_minus_e": "-8.2", "log_rank_variance": "21.5"},
        ["HR 0.68 (0.45 to 1.04)", "Observed less expected"],
    ),
    (
        "rates with person-time",
        {"metric": "rate_ratio", "events_1": 20, "person_time_1": "1,250.5"}
        | {"events_2": 45, "person_time_2": "1240.0"}
        | {"person_time_unit": "person-years"},
        ["20 in 1250.5 person-years against 45 in 1240 person-years"],
    ),
    (
        "the rate of one arm, above its people",
        {"metric": "rate", "events_1": 120, "total_1": 80, "person_time_1": "95.0"}
        | {"person_time_unit": "person-years"},
        ["120 in 95 person-years"],
    ),
    (
        "a test against a reference standard",
        {"metric": "accuracy", "true_positives": 80, "false_positives": 30}
        | {"false_negatives": 20, "true_negatives": 170}
        | {"reference_standard": "Made-up biopsy", "sensitivity": "80 %"}
        | {"specificity": "0.85"},
        [
            "80 true and 30 false positives, 20 false and 170 true negatives",
            "sensitivity 0.80, specificity 0.85, against Made-up biopsy",
            "computed from the cells: sensitivity 0.80 (0.71 to 0.87), specificity",
        ],
    ),
    (
        "a time, a change, a dose and a planned subgroup",
        {"metric": "md", "estimate": "-2.0", "time_value": "12", "time_unit": "weeks"}
        | {"measured": "change", "dose": "10 mg", "subgroup": "women"}
        | {"subgroup_planned": "yes"},
        ["MD −2.00", "12", "weeks", "10 mg", "women"],
    ),
    (
        "clusters",
        {"metric": "rr", "events_1": 30, "total_1": 300, "events_2": 45}
        | {"total_2": 300, "cluster_size": "30", "icc": "0.02"}
        | {"icc_source": "Another 2005"},
        ["30/300 against 45/300", "Borrowed from", "Another 2005"],
    ),
    (
        "differences within people",
        {"metric": "md", "estimate": "-2.0", "sd_difference": "4.0", "total_1": 40},
        ["MD −2.00", "SD of the differences"],
    ),
    (
        "discordant pairs",
        {"metric": "or", "discordant_1": 4, "discordant_2": 11},
        ["4 pairs with the event in group 1 alone, 11 in group 2 alone"],
    ),
]


def test_all_that_a_paper_prints_has_a_field(door, outcome):
    lacking = []
    for what, said, expected in KINDS:
        result = door.result(make.a_study(), outcome, **READ, **said)
        page, of_study, record = told(result)
        lacking += [(what, words) for words in expected if words not in page]
        lacking += [] if expected[0] in of_study else [(what, "study", expected[0])]
        for name, value in said.items():
            typed = isinstance(value, str) and name in record["printed"]
            kept = record["printed"][name] if typed else record[name]
            if typed and kept != value:
                lacking.append((what, name, kept))
    assert lacking == []


def test_a_program_may_send_plain_numbers_which_have_no_text(study, outcome):
    door = DOORS["programs"](make.a_reviewer())
    said = {"metric": "rr", "estimate": 0.5, "ci_low": 0.3, "ci_high": 0.8}
    result = door.result(study, outcome, **READ, **said)
    assert result.printed == {}
    assert "RR 0.50 (0.30 to 0.80)" in page_of(result)


def test_a_limit_printed_as_nothing_is_shown_so_and_is_as_much_as_it_can_be(
    door, study, outcome
):
    rounded = {"metric": "or", "estimate": "0.07", "ci_low": "0.00", "ci_high": "0.54"}
    result = door.result(study, outcome, **READ, **rounded)
    assert (result.ci_low, result.printed["ci_low"]) == (0.005, "0.00")
    assert "OR 0.07 (0.00 to 0.54)" in page_of(result)


def test_what_is_no_number_comes_back_as_typed(door, study, outcome):
    typed = {
        "abc": "is no number",
        "1,234": "may be 1234 or 1.234: type which of them",
        "12 %": "no share is asked for",
    }
    for text, sentence in typed.items():
        assert sentence in door.refused(
            study, outcome, **READ, metric="md", estimate=text
        )
    whole = {"metric": "rd", "estimate": "-12.2"}
    sentence = "A risk difference of -12.2 per cent is typed as -12.2 %."
    assert sentence in door.refused(study, outcome, **READ, **whole)
    rounded = {"metric": "or", "estimate": "0.00", "ci_low": "0.00", "ci_high": "1.29"}
    assert "No ratio is 0.00" in door.refused(study, outcome, **READ, **rounded)
    assert "is no whole number" in door.refused(
        study, outcome, **READ, metric="rr", events_1="4.5", total_1=10
    )
    assert not Result.objects.exists()


def test_a_choice_makes_a_field_necessary(door, study, outcome):
    needed = {
        "“Adjusted for” is missing.": {"metric": "or", "adjusted": "yes"},
        "“Unit of the time” is missing.": {"metric": "md", "time_value": "12"},
        "“Unit of person-time” is missing.": {"metric": "rate", "person_time_1": "9"},
        "“Reference standard” is missing.": {"metric": "accuracy"},
    }
    for sentence, said in needed.items():
        assert sentence in html.unescape(
            door.refused(study, outcome, **READ, **said)
        ), sentence


def test_what_cannot_be_is_refused_in_a_sentence(door, study, outcome):
    refused = [
        (
            "An interval has both ends",
            {"estimate": "0.9", "ci_low": "0.3"} | {"ci_high": "0.8"},
        ),
        (
            "An interval has both ends",
            {"estimate": "0.5", "ci_low": "0.8"} | {"ci_high": "0.3"},
        ),
        ("lies between its quartiles", {"median_1": "3", "q1_1": "4", "q3_1": "5"}),
        ("between 0 and 1", {"icc": "1.2"}),
        (
            "all four cells",
            {"metric": "accuracy", "true_positives": 3}
            | {"reference_standard": "Made-up biopsy"},
        ),
        ("Only a result in a subgroup", {"subgroup_planned": "yes"}),
        ("Discordant pairs are stated for both", {"discordant_1": 3}),
    ]
    for sentence, said in refused:
        words = door.refused(study, outcome, **{"metric": "rr", **READ, **said})
        assert sentence in html.unescape(words), (sentence, words[:4000])


# --- what does not agree ---

COUNTS = {"events_1": 10, "total_1": 100, "events_2": 40, "total_2": 100}
SWAPPED = {"metric": "rr", **COUNTS, "estimate": "4.0", "ci_low": "2.1"}
SWAPPED |= {"ci_high": "7.6"}
ASKED = [
    (
        "adjusted beside crude, unsaid",
        {"metric": "or", "events_1": 30, "total_1": 100, "events_2": 40}
        | {"total_2": 100, "estimate": "3.00", "ci_low": "2.00", "ci_high": "4.50"},
        ["estimate"],
        "The source prints OR 3.00 (2.00 to 4.50); the counts give OR 0.64",
    ),
    ("arms swapped", SWAPPED, ["mirror"], "the other way round"),
    (
        "OR under RR",
        {"metric": "rr", "events_1": 60, "total_1": 100, "events_2": 30}
        | {"total_2": 100, "estimate": "3.5", "ci_low": "1.95", "ci_high": "6.28"},
        ["other_metric"],
        "is the odds ratio of these numbers; the counts give RR 2.00",
    ),
    (
        "SE under SD",
        {"metric": "md", "mean_1": "10", "sd_1": "0.3", "total_1": 50, "mean_2": "12"}
        | {"sd_2": "0.3", "total_2": 50, "estimate": "-2", "ci_low": "-2.83"}
        | {"ci_high": "-1.17"},
        ["se_as_sd"],
        "7 times as wide",
    ),
    (
        "direction against numbers",
        {"metric": "rr", "estimate": "0.5", "ci_low": "0.3", "ci_high": "0.8"}
        | {"direction": "higher"},
        ["direction"],
        "The direction in group 1 is given as “higher”",
    ),
    (
        "a share reduced, under RR",
        {"metric": "rr", **COUNTS, "estimate": "75", "ci_low": "53", "ci_high": "87"},
        ["other_metric"],
        "RR 75.00 (53.00 to 87.00) is the reduction in per cent, by the risk ratio",
    ),
    (
        "a level of 90 %, unsaid",
        {"metric": "rr", **COUNTS, "estimate": "0.25", "ci_low": "0.147"}
        | {"ci_high": "0.425"},
        ["level"],
        "RR 0.250 (0.147 to 0.425), is 0.84 times as wide as these numbers give, as a "
        "90 % interval would be. Check its level.",
    ),
    (
        "differences of changes",
        {"metric": "md", "mean_1": "10.0", "sd_1": "2.0", "total_1": 50}
        | {"mean_2": "12.0", "sd_2": "2.0", "total_2": 50, "measured": "final"}
        | {"estimate": "-0.6", "ci_low": "-1.4", "ci_high": "0.2"},
        ["changes"],
        "Is it one of changes from baseline, or adjusted for it",
    ),
    (
        "an interval of another row",
        {"metric": "rr", **COUNTS, "estimate": "0.25", "ci_low": "0.05"}
        | {"ci_high": "1.25"},
        ["width"],
        "is 2.5 times as wide as these numbers give",
    ),
    (
        "adjusted, and the other way round",
        {**SWAPPED, "adjusted": "yes", "adjusted_for": "age"},
        ["opposite"],
        "which points the other way. Check which group is which.",
    ),
    (
        "cells of another table",
        {"metric": "accuracy", "true_positives": 80, "false_positives": 30}
        | {"false_negatives": 20, "true_negatives": 170, "sensitivity": "73 %"}
        | {"reference_standard": "Made-up biopsy"},
        ["accuracy"],
        "The source prints a sensitivity of 0.73; the four cells give 0.80. 0.73 is "
        "their positive predictive value.",
    ),
    (
        "p against interval",
        {"metric": "rr", "estimate": "0.50", "ci_low": "0.30", "ci_high": "0.83"}
        | {"p_value": "0.3"},
        ["p_value"],
        "The p-value is printed as 0.3",
    ),
]


def test_what_does_not_agree_is_asked_and_stored_with_its_answer(door, outcome):
    for what, said, codes, sentence in ASKED:
        study = make.a_study()
        words = html.unescape(door.refused(study, outcome, **READ, **said))
        assert sentence in words, what
        answers = dict.fromkeys(codes, f"So in its Table 2: {what}.")
        result = door.result(study, outcome, **READ, **said, answers=answers)
        page, of_study, record = told(result)
        for where in (page, of_study):
            assert sentence in where
            assert f"“So in its Table 2: {what}.”" in where
        assert record["answers"] == answers
        assert list(record["findings"]) == codes
        assert record["unanswered"] == []


def test_more_people_than_were_randomised_are_asked_about(door, study, outcome):
    arm = make.an_arm(study=study, size=40)
    arms = {"arm_1": arm.pk}
    said = {**READ, "metric": "proportion", "events_1": 12, "total_1": 44}
    by_arm = html.unescape(door.refused(study, outcome, **said, **arms))
    assert f"of 44 people, and “{arm.name}” has 40" in by_arm
    whole = make.a_study(sample_size=80)
    both = said | {"metric": "rr", "events_2": 9, "total_2": 41}
    assert "of 85 people, and the study has 80" in door.refused(whole, outcome, **both)
    answers = {"people": "Both eyes of some."}
    result = door.result(study, outcome, **said, **arms, answers=answers)
    assert "“Both eyes of some.”" in page_of(result)


def test_both_doors_ask_in_the_same_words(study, outcome):
    said = {**READ, **SWAPPED}
    by_page = DOORS["pages"](make.a_reviewer()).refused(study, outcome, **said)
    by_program = DOORS["programs"](make.a_reviewer()).refused(study, outcome, **said)
    sentence = (
        "RR 4.00 (2.10 to 7.60) is what these groups give the other way round; the "
        "counts give RR 0.25 (0.13 to 0.47). Check which group is which."
    )
    assert sentence in by_page
    assert sentence in by_program
    assert '"field": "answers.mirror"' in by_program
    assert 'name="answers-mirror"' in by_page
    assert 'value="4.0"' in by_page


def test_it_may_be_answered_later(door, study, outcome):
    result = door.result(study, outcome, **READ, **SWAPPED, answer_later=True)
    page, of_study, record = told(result)
    assert "not answered" in page
    assert "not answered" in of_study
    assert record["unanswered"] == ["mirror"]
    door.answer(result, mirror="The source counts those without fever.")
    page, _, record = told(result)
    assert "“The source counts those without fever.”" in page
    assert record["unanswered"] == []
    assert record["entered_by"] == result.entered_by.display_name


def test_an_answer_holds_until_a_number_changes(door, study, outcome):
    answers = {"mirror": "The source counts those without fever."}
    result = door.result(study, outcome, **READ, **SWAPPED, answers=answers)
    assert door.edit(result, place="Table 3", answers=answers) == ""
    result.refresh_from_db()
    assert (result.place, result.answers) == ("Table 3", answers)
    assert "Check both" in door.edit(result, events_1=11, answers={})
    assert door.edit(result, events_1=40, events_2=10, answers={}) == ""
    result.refresh_from_db()
    assert result.answers == {}


def test_an_answer_is_of_what_is_asked(study, outcome):
    door = DOORS["programs"](make.a_reviewer())
    said = {**READ, **SWAPPED, "answers": {"weather": "Fair."}}
    assert "There is no weather to answer" in door.refused(study, outcome, **said)
    said["answers"] = "Fair."
    assert "takes an object" in door.refused(study, outcome, **said)


# --- the page ---


def test_a_form_unfolds_what_its_study_and_measure_ask_for(client):
    client.force_login(make.a_reviewer())
    study = make.a_study(design="cluster_rct")
    page = shown(client.get(f"/studies/{study.pk}/results/new/"))
    assert page.count('<details class="part"') >= 8
    opened = [
        part.heading for part in _parts(client, study) if part.is_open and part.folded
    ]
    assert opened == ["People in clusters"]
    assert "Medians, with quartiles or range" in page
    assert "(needed where adjusted)" in page


def test_what_a_form_marks_as_needed_is_refused_without_it():
    stored = []
    for name, needed in MARKED.items():
        row = make.a_result()
        alone = needed.values[0] if needed.values else _something(row, needed.chooser)
        nothing = type(row)._meta.get_field(name).get_default()
        beside = {"ci_low": "ci_high"}.get(needed.chooser)
        beside = beside or needed.chooser.replace("q1", "q3")
        for column, value in ((beside, alone), (needed.chooser, alone)):
            setattr(row, column, value)
        setattr(row, name, nothing)
        with contextlib.suppress(ValidationError):
            row.full_clean()
            stored.append((name, needed.chooser))
    assert not stored


def _something(row, column):
    kind = row._meta.get_field(column).get_internal_type()
    return 1 if "Integer" in kind else 0.5 if kind == "FloatField" else "Example"


def _parts(client, study):
    form = client.get(f"/studies/{study.pk}/results/new/").context["form"]
    return list(form.parts())


def test_arms_are_chosen_where_the_study_has_some(client):
    client.force_login(make.a_reviewer())
    study, other = make.a_study(), make.a_study()
    one, two = make.an_arm(study=study), make.an_arm(study=study, name="Placebo")
    stranger = make.an_arm(study=other, name="Elsewhere")
    names = [field.name for part in _parts(client, study) for field in part.fields]
    assert {"arm_1", "arm_2"} <= set(names)
    doors = {name: door(make.a_reviewer()) for name, door in DOORS.items()}
    for door in doors.values():
        said = {**READ, "metric": "md", "estimate": "2.0"}
        result = door.result(
            study, make.an_outcome(), **said, arm_1=one.pk, arm_2=two.pk
        )
        assert (result.arm_1, result.arm_2) == (one, two)
        assert "Placebo" in page_of(result)
    words = doors["programs"].refused(
        study, make.an_outcome(), **said, arm_1=stranger.pk
    )
    assert "An arm of another study was named." in words


def test_a_withdrawn_results_page_says_who_withdrew_it_and_why(client):
    client.force_login(make.an_editor())
    result = make.a_result()
    client.post(f"/results/{result.pk}/withdraw/", {"reason": "Entered twice."})
    answer = client.get(f"/results/{result.pk}/")
    assert answer.status_code == 410
    assert "Entered twice." in shown(answer)


def test_an_outcome_names_what_it_is_the_complement_of(client):
    client.force_login(make.a_curator())
    death = make.an_outcome(name="Made-up death")
    survival = make.an_outcome(name="Made-up survival")
    address = f"/outcomes/{survival.pk}/edit/"
    said = as_sent(client.get(address), complement_of="made-up DEATH")
    client.post(address, said)
    survival.refresh_from_db()
    assert survival.complement_of == death
    said = as_sent(client.get(address), complement_of="Made-up survival")
    refused = client.post(address, said)
    assert "No outcome is its own complement." in shown(refused)
    program = DOORS["programs"](make.a_curator()).program
    answer = program.post("/outcomes/", {"name": "Alive", "complement_of": death.pk})
    assert answer.json()["complement_of"] == death.pk
