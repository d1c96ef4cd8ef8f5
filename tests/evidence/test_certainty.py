import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words import CantSay, Certainty, ClaimKind, Method
from evidence import method as certainty
from evidence.method import (
    CANT_SAY_BECAUSE,
    MAX_DOWN,
    MAX_UP,
    MEANING,
    VerdictDraft,
    explain_error,
    rate,
    rating_of,
    verdict_problems,
    verdicts_for,
    verdicts_of,
)
from evidence.words import Domain, Upgrade
from studies.designs import LOW_STARTS, Start

REFERENCE = json.loads(
    Path(__file__).with_name("grade_cases.json").read_text(encoding="utf-8")
)
NO_CONCERN = dict.fromkeys(Domain, 0)
SEARCHED = NO_CONCERN | {"publication_bias": 0}
CITED = NO_CONCERN | {"publication_bias": None}


def stored(word):
    return word.lower().replace(" ", "_")


# --- Rating -------------------------------------------------------------------


@pytest.mark.parametrize("case", REFERENCE["cases"], ids=lambda case: case["name"])
def test_a_reference_case_is_rated(case):
    rating = rate(
        start=case["evidence_type"],
        down=case["downgrades"],
        up=case["upgrades"],
        explained=case["explanations_given"],
        override=case.get("override_reason", ""),
    )
    expected = case["expected"]
    assert rating.start == stored(expected["start"])
    assert rating.certainty == stored(expected["certainty"])
    assert rating.symbol == expected["symbol"]
    assert rating.upgrades_applied == expected["upgrades_applied"]
    assert list(rating.errors) == expected["errors"]


def test_there_are_nineteen_reference_cases():
    assert len(REFERENCE["cases"]) == 19


def test_the_arithmetic_is_shown_as_a_line():
    down = SEARCHED | {"risk_of_bias": 1, "imprecision": 1}
    rating = rate(start="rct", down=down, explained=("risk_of_bias", "imprecision"))
    assert rating.arithmetic == "High −1 risk of bias −1 imprecision = Low"
    up = rate(
        start="nrs",
        down=CITED,
        up={"large_effect": 2, "dose_response": 0},
        explained=["large_effect"],
    )
    assert up.arithmetic == (
        "Low +2 large effect = High (publication bias not assessed)"
    )


def test_observational_evidence_of_prognosis_starts_high():
    assert rate(start="prognosis", down=SEARCHED).certainty == "high"


def test_only_publication_bias_may_stay_unassessed():
    assert rate(start="rct", down=CITED).errors == ()
    down = {"risk_of_bias": 0, "inconsistency": None, "indirectness": 0}
    errors = rate(start="rct", down=down).errors
    assert errors == ("not_judged:inconsistency", "not_judged:imprecision")


def test_three_levels_for_bias_need_robins_i():
    down = SEARCHED | {"risk_of_bias": 3}
    errors = rate(start="rct", down=down, explained=["risk_of_bias"]).errors
    assert errors == ("level_out_of_range:risk_of_bias",)


def test_robins_i_spares_only_the_bias_domain_from_the_ban_on_upgrades():
    down = SEARCHED | {"risk_of_bias": 2, "imprecision": 1}
    rating = rate(
        start="nrs_robins_i",
        down=down,
        up={"dose_response": 1},
        explained=[*Domain, *Upgrade],
    )
    assert rating.errors == ("upgrade_not_permitted:downgraded",)
    assert not rating.upgrades_applied


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("not_judged:imprecision", "Imprecision was not judged"),
        ("level_out_of_range:publication_bias", "Publication bias has no such level"),
        ("explanation_missing:risk_of_bias", "Risk of bias moved the certainty"),
        ("upgrade_not_permitted:rct", "randomised trials is not rated up"),
        ("upgrade_not_permitted:downgraded", "rated down is not rated up"),
    ],
)
def test_every_error_has_a_sentence(code, sentence):
    assert sentence in explain_error(code)


def test_unknown_domains_and_starts_are_refused():
    with pytest.raises(ValueError, match="luck"):
        rate(start="rct", down={"luck": 1})
    with pytest.raises(ValueError, match="guess"):
        rate(start="guess", down=SEARCHED)


downs = st.fixed_dictionaries({d: st.integers(0, n) for d, n in MAX_DOWN.items()})
ups = st.fixed_dictionaries({u: st.integers(0, n) for u, n in MAX_UP.items()})
starts = st.sampled_from(list(Start))


@given(starts, downs, ups, st.booleans())
def test_certainty_follows_from_the_sum_and_stays_in_its_bounds(
    start, down, up, overridden
):
    rating = rate(
        start=start,
        down=down,
        up=up,
        explained=[*Domain, *Upgrade],
        override="stated" if overridden else "",
    )
    counted = sum(up.values()) if rating.upgrades_applied else 0
    level = (2 if start in LOW_STARTS else 4) - sum(down.values()) + counted
    assert rating.symbol.count("⊕") == min(4, max(1, level))
    assert not (overridden and any("upgrade" in error for error in rating.errors))
    for code in rating.errors:
        assert explain_error(code).endswith(".")


# --- Words --------------------------------------------------------------------


def test_each_certainty_has_a_word_a_meaning_and_where_rated_a_symbol():
    assert Certainty.VERY_LOW.capitalised == "Very low"
    assert Certainty.LOW.symbol == "⊕⊕◯◯"
    assert Certainty.NOT_GRADED.symbol == Certainty.NOT_APPLICABLE.symbol == ""
    assert set(MEANING) == set(Certainty)


def test_every_kind_of_claim_has_one_method_and_its_words():
    for kind in ClaimKind:
        method = certainty.method_for(kind)
        assert "cant_say" in verdicts_for(kind) <= verdicts_of(method)
    assert certainty.method_for("evidence_state") == Method.SEARCH_CHECK
    assert verdicts_for("diagnosis") == {"supported", "contradicted", "cant_say"}
    assert "supported" not in verdicts_for("mechanism")


# --- What a verdict needs -----------------------------------------------------

SOUND = VerdictDraft(
    method="grade",
    kind="effect",
    verdict="supported",
    certainty="low",
    scope="systematic",
    counting=7,
    start="rct",
    down=SEARCHED | {"inconsistency": 2},
    explained=["inconsistency"],
)
RECORD = VerdictDraft(
    method="record_check",
    kind="regulatory",
    verdict="confirmed",
    certainty="not_applicable",
)
SEARCH = VerdictDraft(
    method="search_check",
    kind="evidence_state",
    verdict="outdated",
    certainty="not_applicable",
)


def problems(draft, **changes):
    return verdict_problems(replace(draft, **changes))


@pytest.mark.parametrize("draft", [SOUND, RECORD, SEARCH])
def test_a_sound_judgement_has_no_problems(draft):
    assert verdict_problems(draft) == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"base_frozen": False}, "not frozen"),
        ({"counting": 0}, "Nothing can be graded"),
        ({"verdict": "confirmed"}, "“confirmed” is no verdict here"),
        ({"certainty": "not_graded"}, "high, moderate, low or very low"),
        ({"certainty": "high"}, "the domains make it Low: High −2 inconsistency"),
        ({"explained": []}, "Inconsistency moved the certainty"),
        ({"start": ""}, "Where the rating starts is missing"),
        ({"scope": "cited_only"}, "From the cited works alone publication bias"),
        ({"kind": "regulatory"}, "judged by record check, not by GRADE"),
        ({"kind": "prognosis"}, "judged by GRADE for prognosis, not by GRADE."),
        ({"up": {"large_effect": 1}}, "Large effect moved the certainty"),
    ],
)
def test_a_grade_is_held_to_its_rules(changes, sentence):
    assert any(sentence in one for one in problems(SOUND, **changes))


def test_very_low_is_always_cant_say():
    very_low = replace(
        SOUND,
        certainty="very_low",
        down=SEARCHED | {"inconsistency": 2} | {"imprecision": 1},
        explained=["inconsistency", "imprecision"],
    )
    assert verdict_problems(very_low) == [
        "With very low certainty the verdict is can’t say, with a leaning if any."
    ]
    assert any(
        "at least low" in one for one in problems(very_low, verdict="contradicted")
    )
    assert problems(very_low, verdict="cant_say") == []


def test_the_cited_works_alone_leave_publication_bias_unassessed():
    down = CITED | {"inconsistency": 2}
    assert problems(SOUND, scope="cited_only", down=down) == []
    suspected = SEARCHED | {"publication_bias": 1, "inconsistency": 1}
    found = problems(
        SOUND,
        scope="cited_only",
        down=suspected,
        explained=["publication_bias", "inconsistency"],
    )
    assert len(found) == 1
    assert "publication bias cannot be judged" in found[0]


@pytest.mark.parametrize(
    ("draft", "changes", "sentence"),
    [
        (RECORD, {"certainty": "low"}, "Record check rates no certainty"),
        (RECORD, {"down": SEARCHED}, "Record check has no start or domains"),
        (RECORD, {"verdict": "agrees"}, "“agrees with the source” is no verdict here"),
    ],
)
def test_a_check_is_held_to_its_rules(draft, changes, sentence):
    assert any(sentence in one for one in problems(draft, **changes))


def test_without_a_kind_the_method_alone_fixes_the_words():
    assert problems(RECORD, kind="", verdict="agrees") == []
    assert any(
        "no verdict here" in p for p in problems(SOUND, kind="", verdict="agrees")
    )


def test_words_outside_the_vocabulary_are_refused():
    with pytest.raises(ValueError, match="maybe"):
        problems(SOUND, verdict="maybe")


def test_the_rating_of_a_draft_can_be_shown():
    assert rating_of(SOUND).arithmetic == "High −2 inconsistency = Low"


def test_every_reason_has_a_sentence():
    assert set(CANT_SAY_BECAUSE) == set(CantSay) - {CantSay.NONE}
