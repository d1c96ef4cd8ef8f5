"""``manage.py appraise``: the published rules, and nothing proposed before its time."""

import io
import json
from collections import Counter
from itertools import product

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from studies.instruments.judging import judge, path
from studies.instruments.reading import (
    KEYS,
    InstrumentProblems,
    instrument,
    read_instrument,
)
from tests.studies.reference import NUMBERS

ROB2 = instrument("rob2")
GRID = ("Y", "PY", "PN", "N", "NI")
ALL_LOW = {
    **dict.fromkeys(("1.1", "1.2", "2.6", "3.1", "5.1"), "Y"),
    **dict.fromkeys(("1.3", "2.1", "2.2", "4.1", "4.2", "4.3", "5.2", "5.3"), "N"),
}


@pytest.fixture
def appraised(tmp_path):
    """Judges answers in a file; the facts, or the words printed."""

    def run(key, answers, as_json=True):
        file = tmp_path / "answers.json"
        file.write_text(answers if isinstance(answers, str) else json.dumps(answers))
        out = io.StringIO()
        call_command("appraise", key, file, json=as_json, stdout=out)
        return json.loads(out.getvalue()) if as_json else out.getvalue()

    return run


def variant_of(domain):
    return domain.partition("_")[2] or "assignment"


def test_answers_come_to_what_is_published(appraised):
    wrong = []
    for case in NUMBERS["rob2"]["cases"]:
        sent = {"variant": variant_of(case["domain"]), "answers": case["answers"]}
        found = {each["domain"]: each for each in appraised("rob2", sent)["domains"]}
        if found[case["domain"]]["judgement"] != case["expected"]:
            wrong.append((case, found[case["domain"]]))
    assert not wrong


def test_what_waits_for_an_answer_is_not_judged(appraised):
    for case in NUMBERS["rob2"]["incomplete"]:
        sent = {"variant": variant_of(case["domain"]), "answers": case["answers"]}
        found = appraised("rob2", sent)
        by_domain = {each["domain"]: each for each in found["domains"]}
        assert by_domain[case["domain"]]["judgement"] is None
        assert by_domain[case["domain"]]["unanswered"][0] == case["next_question"]
        assert found["overall"] is None
        assert case["domain"] in found["overall_unanswered"]


@pytest.mark.parametrize("domain", ROB2.domains, ids=lambda domain: domain.id)
def test_every_pattern_of_answers_is_judged_as_published(domain):
    questions = [question.id for question in domain.questions]
    place = ROB2.domains_of(domain.variant or "assignment").index(domain)
    expected = dict(NUMBERS["rob2"]["exhaustive_counts_over_Y_PY_PN_N_NI"][domain.id])
    patterns = [
        dict(zip(questions, answers, strict=True))
        for answers in product(GRID, repeat=len(questions))
    ]
    assert len(patterns) == expected.pop("patterns")
    found = Counter(
        judge(ROB2, answers, domain.variant).domains[place].judgement
        for answers in patterns
    )
    assert found == expected


def test_the_worst_domain_is_the_whole_and_several_concerns_are_asked_about(appraised):
    concern = {
        "D1": {"1.1": "N"},
        "D2_assignment": {"2.6": "N", "2.7": "N"},
        "D3": {"3.1": "N", "3.2": "N", "3.3": "Y", "3.4": "N"},
        "D4": {"4.2": "NI"},
        "D5": {"5.1": "N"},
    }
    high = {"D1": {"1.2": "N"}, "D3": {"3.1": "N", "3.2": "N", "3.3": "Y", "3.4": "Y"}}
    high |= {"D5": {"5.2": "Y"}}
    for case in NUMBERS["rob2"]["overall"]:
        answers = dict(ALL_LOW)
        for domain, judgement in zip(concern, case["domains"], strict=True):
            changed = {"Some concerns": concern, "High": high}.get(judgement, {})
            answers |= changed.get(domain, {})
        several = case["domains"].count("Some concerns") > 1
        unasked = appraised("rob2", answers)
        assert [one["judgement"] for one in unasked["domains"]] == case["domains"]
        asked = several and "High" not in case["domains"]
        assert unasked["overall_unanswered"] == (["overall"] if asked else [])
        says = case["reviewer_says_multiple_concerns_substantially_lower_confidence"]
        answers["overall"] = "Y" if says else "N"
        assert appraised("rob2", answers)["overall"] == case["expected"], case


def test_the_other_instruments_come_to_what_is_published(appraised):
    for case in NUMBERS["robins_i_2016_overall"]:
        domains = {str(n): one for n, one in enumerate(case["domains"], 1)}
        found = appraised("robins_i_2016", domains)
        assert found["overall"] == case["expected"], case
        assert [one["judgement"] for one in found["domains"]] == case["domains"]
    for case in NUMBERS["amstar2"]["cases"]:
        items = dict.fromkeys(map(str, range(1, 17)), "Y")
        items |= {str(n): "N" for n in case["items_answered_no"]}
        assert appraised("amstar2", items)["overall"] == case["expected"], case
    for case in NUMBERS["newcastle_ottawa"]:
        for key, last in (("nos_cohort", "O"), ("nos_case_control", "E")):
            stars = [(case["selection"], "S", 4), (case["comparability"], "C", 2)]
            stars.append((case["outcome"], last, 3))
            items = {
                f"{letter}{n}": int(n <= given)
                for given, letter, most in stars
                for n in range(1, most + 1)
            }
            assert appraised(key, items)["overall"] == case["expected_ahrq"], case


def test_a_partial_yes_and_no_meta_analysis_are_no_flaws(appraised):
    items = dict.fromkeys(map(str, range(1, 17)), "Y")
    items |= dict.fromkeys(("2", "4", "7", "8", "9"), "PY")
    items |= dict.fromkeys(("11", "12", "15"), "NM")
    assert appraised("amstar2", items)["overall"] == "High"


def test_a_checklist_is_counted_and_never_scored(appraised):
    items = {str(n): "Y" for n in range(1, 14)} | {"4": "N", "5": "U", "13": "NA"}
    found = appraised("jbi_rct", items)
    assert found["overall"] is None
    assert found["counts"] == {"Y": 10, "N": 1, "U": 1, "NA": 1}
    assert "Yes: 10, No: 1, Unclear: 1" in appraised("jbi_rct", items, as_json=False)


@pytest.mark.parametrize(
    ("key", "sent", "told"),
    [
        ("rob2", {"1.4": "Y"}, "RoB 2 has no question “1.4”."),
        ("rob2", {"2.7": "Y", "3.1": "maybe"}, "“maybe” is no answer to 3.1"),
        ("rob2", {"1.1": "NA"}, "“NA” is no answer to 1.1"),
        ("rob2", {"1.1": None}, "“null” is no answer to 1.1"),
        ("rob2", {"variant": "cluster", "answers": {}}, "not “cluster”"),
        ("rob2", {"variant": "adherence", "answers": {"2.7": "Y"}}, "“2.7”"),
        ("jbi_rct", {"variant": "adherence", "answers": {}}, "has no variants"),
        ("robins_i_2016", {"8": "Low"}, "no question “8”"),
        ("robins_i_2016", {"1": "High"}, "“High” is no answer to 1"),
        ("amstar2", {"1": "PY"}, "“PY” is no answer to 1: Y, N."),
        ("amstar2", {"10": "NM"}, "“NM” is no answer to 10"),
        ("nos_cohort", {"S1": 2}, "“2” is no answer to S1: 1, 0."),
        ("nos_cohort", {"E1": 1}, "no question “E1”"),
        ("jbi_quasi", "[1]", "holds no object"),
        ("jbi_quasi", "{", "is no JSON"),
        ("rob2", '{"1.1": "Y", "1.2": "Y", "1.1": "N"}', "Answered twice: 1.1."),
        ("rob2", '{"answers": {"1.1": "Y", "1.1": "Y"}}', "Answered twice: 1.1."),
        ("rob2", {"variant": "adherence", "2.1": "N"}, "has 2.1 beside variant"),
        ("rob2", {"answers": ["Y"]}, "The answers are no object"),
        ("rob2", '{"1.1":' * 100_000, "nests deeper than answers do"),
    ],
)
def test_what_is_unknown_is_refused_by_name(appraised, key, sent, told):
    with pytest.raises(CommandError) as refusal:
        appraised(key, sent)
    assert told in str(refusal.value)


@given(st.sampled_from(KEYS), st.data())
def test_answers_off_the_path_change_nothing(key, data):
    tool = instrument(key)
    questions = [
        question
        for domain in tool.domains_of(tool.default_variant)
        for question in domain.questions
    ]
    drawn = data.draw(
        st.fixed_dictionaries(
            {}, optional={one.id: st.sampled_from(one.answers) for one in questions}
        )
    )
    on_path = {
        question.id
        for domain in tool.domains_of(tool.default_variant)
        for question in path(domain, drawn)
    }
    kept = {one: answer for one, answer in drawn.items() if one in on_path}
    assert judge(tool, kept) == judge(tool, drawn)


def test_a_table_that_would_never_judge_is_refused_with_what_is_wrong():
    table = {
        "name": "Example",
        "version": "1",
        "unit": "result",
        "about": "An example.",
        "source": "nowhere",
        "answers": {"Y": "Yes", "N": "No"},
        "judgements": ["Low", "High"],
        "domains": [
            {
                "id": "D1",
                "name": "First",
                "questions": [
                    {"id": "1", "text": "One?", "asked_if": [{"2": "Y"}]},
                    {"id": "2", "text": "Two?", "answers": ["Y", "maybe"]},
                ],
                "parts": [[{"when": [{"1": "perhaps"}], "then": "Middling"}]],
            }
        ],
    }
    with pytest.raises(InstrumentProblems) as refusal:
        read_instrument("example", table)
    for told in (
        "there is no question 2 before it",
        "“maybe” is no answer",
        "the last rule must hold in every case",
        "“Middling” is no judgement",
        "1 does not take “perhaps”",
    ):
        assert told in str(refusal.value)
    del table["domains"]
    with pytest.raises(InstrumentProblems, match="domains is missing"):
        read_instrument("example", table)
