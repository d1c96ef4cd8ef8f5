"""The rules of a verdict as functions: what is asked, what starts where, why not."""

from datetime import date

import pytest

from claims.words import CantSay, ClaimKind, Scope
from evidence.method import (
    Candidate,
    Check,
    Figures,
    Judged,
    NotCounting,
    Rated,
    Record,
    Search,
    ShownIn,
    asked_of,
    asks_for_group,
    check_problems,
    counted_words,
    element_labels,
    found_problems,
    group_of,
    is_of_something_else,
    leaning_of,
    method_for,
    more_than_asked,
    nothing_counts,
    only_as_far_as_searched,
    question_problems,
    search_problems,
    something_counts,
    start_of,
    too_much_to_affirm,
    uncalled,
    unnamed,
)
from evidence.method.jurisdictions import covers
from evidence.method.questions import causal_words
from evidence.method.starts import group_start
from evidence.words import Domain
from studies.designs import UNRATED, DesignGroup, Start

# --- before freezing ---

WHOLE = {
    "text": "Examplin does it",
    "population": "adults",
    "intervention": "examplin",
    "comparator": "any",
    "outcome": "fever",
    "asserts": "lowers",
    "value_low": 4.0,
    "jurisdiction": "Exampleland",
}


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("effect", "population intervention comparator outcome asserts"),
        ("harm", "population intervention comparator outcome asserts"),
        ("association", "population intervention outcome asserts"),
        ("prognosis", "population intervention outcome asserts"),
        ("prevalence", "population outcome value_low"),
        ("diagnosis", "population intervention comparator outcome"),
        ("regulatory", "jurisdiction"),
        ("mechanism", ""),
        ("definition", ""),
    ],
)
def test_each_kind_asks_for_its_own_elements_all_at_once(kind, asked):
    assert question_problems({**WHOLE, "kind": kind}) == []
    empty = {**dict.fromkeys(WHOLE, ""), "value_low": None}
    found = question_problems({**empty, "kind": kind})
    assert {problem.field for problem in found} == set(asked.split())
    assert all("claim’s question" in problem.sentence for problem in found)


def test_the_kind_decides_what_the_elements_are_called():
    assert element_labels("association")["intervention"] == "Factor"
    assert element_labels("prevalence")["outcome"] == "Condition"
    assert element_labels("diagnosis")["comparator"] == "Reference standard"
    assert element_labels("effect")["intervention"] == "Intervention"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Coffee prevents made-up fever", "prevents"),
        ("Coffee lowers the risk of made-up fever", "lowers"),
        ("Coffee does not cause made-up fever", "not cause"),
        ("Coffee may lead to made-up fever", "may lead to"),
        ("Coffee is the main cause of made-up fever", "is the main cause of"),
        ("Coffee results in less made-up fever", "results in"),
        ("Coffee is responsible for made-up fever", "responsible for"),
        ("Coffee makes people have made-up fever", "makes people have made"),
        ("Coffee wards off made-up fever", "wards off"),
        ("Coffee keeps made-up fever away", "keeps made-up fever away"),
        ("Coffee is good against made-up fever", "good against"),
        ("Coffee has an impact on made-up fever", "has an impact on"),
        ("Coffee drinkers owe their health to coffee", "owe their health to"),
        ("A low score helps to predict made-up fever", ""),
        ("Coffee drinkers have a lower risk of made-up fever", ""),
        ("Coffee drinkers have fewer deaths due to made-up fever", ""),
        ("Coffee drinkers see increases in all-cause mortality", ""),
        ("Smokers have more of the common causes of cough", ""),
    ],
)
def test_what_makes_another_thing_is_no_association(text, words):
    assert causal_words(text) == words
    found = question_problems({**WHOLE, "kind": "association", "text": text})
    assert [problem.field for problem in found] == ["kind"] * bool(words)
    assert question_problems({**WHOLE, "kind": "effect", "text": text}) == []


def test_what_is_put_down_to_its_factor_is_no_association():
    asked = {**WHOLE, "kind": "association", "intervention": "coffee"}
    for words in ("Thanks to coffee", "Due to much coffee", "Because of coffee"):
        (problem,) = question_problems({**asked, "text": f"{words} fever is rare"})
        assert problem.field == "kind" and words in problem.sentence


@pytest.mark.parametrize(
    ("text", "asserts", "negated", "said"),
    [
        ("Examplin raises fever in adults.", "lowers", False, "raises fever"),
        ("Examplin lowers the risk of fever.", "raises", False, "lowers the risk of"),
        ("Examplin lowers fever.", "lowers", True, "lowers fever"),
        ("Examplin lowers fever.", "little_or_no", False, "lowers fever"),
        ("Examplin helps adults with fever.", "little_or_no", False, "helps"),
        ("Examplin causes little fever.", "little_or_no", False, ""),
        ("Examplin is superior to tea.", "at_least_as_good", False, "superior to"),
        ("Examplin is as good as or better than tea.", "at_least_as_good", False, ""),
        ("Examplin makes no difference to fever.", "lowers", False, "no difference"),
        ("Examplin prevents fever.", "absent", False, "prevents fever"),
        ("Examplin does not lower fever.", "lowers", False, "lower fever"),
        ("More fever was seen with examplin.", "lowers", False, "more fever"),
        ("Examplin does not lower fever.", "lowers", True, ""),
        ("Examplin fails to lower the risk of fever.", "lowers", True, ""),
        ("No trial shows that examplin lowers fever.", "lowers", True, ""),
        ("Examplin has no higher risk of fever.", "little_or_no", False, ""),
        ("Examplin lowers fever.", "lowers", False, ""),
        ("Examplin lowers fever.", "better_than", False, ""),
        ("Examplin raises hope and lowers fever.", "lowers", False, ""),
        ("Higher doses of it mean less fever.", "lowers", False, ""),
        ("Examplin raises survival.", "lowers", False, ""),
    ],
)
def test_a_claims_words_and_its_question_say_the_same(text, asserts, negated, said):
    asked = {**WHOLE, "kind": "effect", "text": text, "negated": negated}
    found = question_problems({**asked, "asserts": asserts})
    assert [problem.field for problem in found] == ["asserts"] * bool(said)
    assert all(f"“{said}" in problem.sentence for problem in found)


ASPIRIN = {"intervention": "aspirin", "outcome": "myocardial infarction"}


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Aspirin prevents heart attacks.", ""),
        ("Aspirins for hearts after an infarction.", ""),
        ("Acetylsalicylic acid lowers the rate of infarctions.", ""),
        ("Aspirin prevents dementia.", "outcome"),
        ("It prevents heart attacks.", "intervention"),
        ("Coffee prevents dementia.", "intervention outcome"),
        ("It is good for you.", "intervention outcome"),
    ],
)
def test_a_claims_words_name_what_its_question_asks(text, left_out):
    asked = {**ASPIRIN, "text": text}
    assert unnamed(asked) == tuple(ASPIRIN[field] for field in left_out.split())
    assert is_of_something_else(asked) == (left_out == "intervention outcome")
    called_by_no_name = {**asked, "intervention": "the drug", "outcome": "use"}
    assert unnamed(called_by_no_name) == ()


@pytest.mark.parametrize(
    ("text", "reason", "is_told"),
    [
        ("Aspirin prevents dementia.", "It is fine.", False),
        ("Aspirin prevents dementia.", "By “Aspirin” the heart is meant.", False),
        ("Aspirin prevents dementia.", "It “prevents” it.", False),
        ("Aspirin prevents dementia.", "The claim says “gout”, a thing alike.", False),
        ("Aspirin prevents dementia.", "“Dementia” of the heart is infarction.", True),
        ("Aspirin keeps the pump going.", 'An infarction stops "the pump".', True),
        ("Aspirin works.", "“Works” is said of infarctions.", True),
        ("Aspirin works.", "‘—’", False),
        ("The white pill prevents heart attacks.", "«White pill» is aspirin.", True),
        ("The white pill prevents heart attacks.", "“Heart attacks”.", False),
    ],
)
def test_what_a_claim_calls_otherwise_is_quoted(text, reason, is_told):
    assert (uncalled({**ASPIRIN, "text": text}, reason) == ()) is is_told


BEYOND = [  # what a claim says, and what of it is not in its question
    ("Examplin halves fever.", "halves"),
    ("Examplin lowers fever by about 80 %.", "by about 80 %"),
    ("Fever is three times rarer with examplin.", "three times"),
    ("Examplin lowers pressure by 10 mmHg.", "by 10 mmhg"),
    ("Examplin three times a day lowers fever.", ""),
    ("Examplin 10 mg lowers fever in 90 % humid air.", ""),
    ("Examplin dramatically lowers fever.", "dramatically"),
    ("Examplin lowers strong fever.", ""),
    ("Examplin lowers fever better than aspirin.", "aspirin"),
    ("Examplin is superior to aspirin in fever.", "aspirin"),
    ("Examplin lowers fever more than placebos do.", ""),
    ("Fever is lower with examplin than in controls.", ""),
    ("Examplin lowers fever in people older than 65.", ""),
    ("Examplin is the most effective drug for fever.", "the most effective"),
    ("Examplin is the only remedy for fever.", "the only"),
    ("Examplin lowers fever and is safe.", "safe"),
    ("Examplin lowers fever without side effects.", "without side effects"),
    ("Examplin lowers fever but is not safe.", ""),
    ("Examplin shortens fever by about two days.", "shortens fever by about two days"),
    ("Fever is gone by two days with examplin.", ""),
    ("No more than 5 g of examplin lowers fever.", ""),
    ("Examplin beside the best supportive care lowers fever.", ""),
    ("Examplin lowers fever in those without heart risk factors.", ""),
]


@pytest.mark.parametrize(("text", "words"), BEYOND)
def test_what_a_claim_says_beyond_its_question_is_not_affirmed(text, words):
    names = {"intervention": "examplin", "comparator": "placebo"}
    asked = {"kind": "effect", **names, "text": text}
    found = more_than_asked(asked, "supported", "")
    assert [one.sentence.split("“")[1].split("”")[0] for one in found] == (
        [words] if words else []
    )
    assert not more_than_asked(asked, "contradicted", "")


def test_what_is_seen_together_is_of_no_more_than_was_asked_either():
    asked = {"kind": "association", "text": "Tea drinkers have half the colds."}
    (found,) = more_than_asked(asked, "supported", "")
    assert "says “half the”" in found.sentence
    asked["text"] = "Tea drinkers have fewer colds than coffee drinkers."
    assert not more_than_asked(asked, "supported", "")


def test_what_its_question_says_may_be_affirmed():
    asked = {"kind": "effect", "comparator": "aspirin", "claimed_size": 0.5}
    asked |= {"scale": "rr", "asserts": "lowers"}
    asked["text"] = "Examplin drastically lowers fever, by half, better than aspirin."
    assert not more_than_asked(asked, "supported", "")
    asked |= {"claimed_size": None, "text": "Examplin drastically lowers fever."}
    assert not more_than_asked(asked, "supported", "large")


# Words on a size, the claimed size with its scale and unit, and whether it holds them.
SIZED = [
    ("halves fever", 0.9, "rr", "", False),
    ("halves fever", 0.5, "rr", "", True),
    ("cuts fever in half", 0.8, "or", "", False),
    ("lowers fever by half", 0.7, "hr", "", False),
    ("lowers fever by about a third", 0.7, "rr", "", True),
    ("lowers fever by about a third", 0.8, "rr", "", False),
    ("lowers fever by two thirds", 0.5, "rr", "", False),
    ("lowers fever by 30 %", 0.7, "rr", "", True),
    ("lowers fever by 30 per cent", 0.9, "rr", "", False),
    ("brings a 40% lower risk of fever", 0.65, "rr", "", False),
    ("brings a 40% reduction in fever", 0.6, "rr", "", True),
    ("lowers fever by 99 %", 0.01, "rr", "", True),
    ("lowers fever by 120 %", 0.01, "rr", "", False),
    ("makes fever three times rarer", 0.5, "rr", "", False),
    ("makes fever threefold rarer", 0.33, "rr", "", True),
    ("leaves half as many with fever", 0.6, "rr", "", False),
    ("lowers pressure by 10 mmHg", -5, "md", "mmHg", False),
    ("lowers pressure by 10 mm Hg", -10, "md", "mmHg", True),
    ("lowers pressure by 10 mmHg", -10, "md", "kPa", False),
    ("lowers pressure by 10 mmHg", -0.5, "smd", "", False),
    ("lowers pain by two points", -2, "md", "points on a scale of ten", True),
    ("lowers pain by two points", -1, "md", "points on a scale of ten", False),
    ("shortens fever by about two days", -2, "md", "days", True),
    ("shortens fever by about two days", -0.5, "md", "days", False),
    ("lowers pain by 30 %", -10, "md", "points", False),
    ("lowers fever by 5 percentage points", -0.05, "rd", "", True),
    ("lowers fever by 5 percentage points", -0.02, "rd", "", False),
    ("halves fever", -0.05, "rd", "", False),
    ("lowers fever", 0.9, "rr", "", True),
    ("taken three times a day lowers fever", 0.9, "rr", "", True),
    ("at half the usual dose lowers fever", 0.9, "rr", "", True),
    ("in drops of 5 % lowers fever", 0.9, "rr", "", True),
    ("brings half the fevers", 0.9, "rr", "", False),
]


def test_words_on_a_size_are_affirmed_where_the_claimed_size_holds_them():
    for words, size, scale, unit, holds in SIZED:
        asked = {"kind": "effect", "text": f"Examplin {words}.", "asserts": "lowers"}
        asked |= {"claimed_size": size, "scale": scale, "figures_unit": unit}
        found = more_than_asked(asked, "supported", "")
        assert (not found) == holds, (words, size, scale, found)


def test_a_size_that_raises_is_larger_than_one_that_lowers():
    asked = {"kind": "harm", "text": "Examplin raises bleeding by half."}
    asked |= {"asserts": "raises", "scale": "rr", "figures_unit": ""}
    assert not more_than_asked(asked | {"claimed_size": 1.5}, "supported", "")
    (found,) = more_than_asked(asked | {"claimed_size": 1.2}, "supported", "")
    assert "a risk ratio of 1.2, which is less: mend one" in found.sentence


TOO_MUCH = [
    ("Examplin is proven to cure fever.", "proven"),
    ("It works for everyone, without any risk.", "everyone, without any risk"),
    ("Examplin always lowers fever.", "always"),
    ("Examplin never fails.", "never fails"),
    ("Examplin lowers fever for life.", "for life"),
    ("Examplin is 100 % effective.", "100 percent effective"),
    ("Examplin has no side effects.", "no side effects"),
    ("Examplin is completely safe for children.", "completely safe"),
    ("Examplin heals all wounds.", "heals all"),
    ("It is рrоven by trials.", "proven"),
    ("Examplin lowers fever in all who take it.", "in all who take"),
    ("Nobody who takes examplin has fever.", "nobody who"),
    ("Each patient is well again by examplin.", "each patient"),
    ("Examplin lowers fever in all patients with measles.", ""),
    ("Examplin cures scabies.", ""),
    ("Examplin is safe in pregnancy.", ""),
    ("Examplin has not been proven to work.", ""),
    ("Examplin does not help everyone.", ""),
    ("Every second adult has had fever.", ""),
    ("Examplin every 8 weeks lowers fever.", ""),
    ("People with no risk factors have less fever.", ""),
    ("Never smokers have less fever.", ""),
    ("Your knees hold stem cells.", ""),
]


@pytest.mark.parametrize(("text", "words"), TOO_MUCH)
def test_what_says_more_than_evidence_can_is_not_affirmed(text, words):
    for verdict in ("supported", "accurate", "shown_in_people"):
        found = too_much_to_affirm(text, verdict)
        named = ", ".join(f"“{word}”" for word in words.split(", "))
        assert bool(found) == bool(words) and all(
            named in one.sentence for one in found
        )
    for verdict in ("contradicted", "cant_say", "conflicting", "not_accurate"):
        assert too_much_to_affirm(text, verdict) == []


def test_a_margin_takes_no_large_effect_for_little():
    asked = {**WHOLE, "kind": "effect", "asserts": "little_or_no"}
    for scale, most in (("rr", 2.0), ("hr", 2.0), ("smd", 0.8), ("rd", 0.25)):
        at = {**asked, "scale": scale, "margin": most}
        assert question_problems(at) == []
        (problem,) = question_problems({**at, "margin": most + 0.1})
        assert problem.field == "margin"
    assert question_problems({**asked, "scale": "md", "margin": 30}) == []


def test_a_claimed_size_lies_on_the_claims_side():
    sized = {**WHOLE, "kind": "effect", "scale": "rr", "claimed_size": 1.5}
    assert [problem.field for problem in question_problems(sized)] == ["claimed_size"]
    assert question_problems({**sized, "claimed_size": 0.7}) == []


def test_a_share_of_none_to_all_is_no_claim():
    asked = {**WHOLE, "kind": "prevalence", "asserts": "exists"}
    (problem,) = question_problems({**asked, "value_low": 0, "value_high": 100})
    assert problem.field == "value_low"
    assert question_problems({**asked, "value_low": 0, "value_high": 99}) == []


FULL = {
    "sources": "PubMed; Embase",
    "query": "examplin",
    "searched_on": date(2026, 1, 5),
    "found": 40,
    "screened": 38,
}


@pytest.mark.parametrize(
    ("scope", "changes", "fields"),
    [
        ("cited_only", dict.fromkeys(FULL), ""),
        ("other_known", dict.fromkeys(FULL), ""),
        ("targeted", {"found": None, "screened": None}, ""),
        ("targeted", {"sources": "", "query": " "}, "sources query"),
        ("targeted", {"searched_on": None}, "searched_on"),
        ("systematic", {}, ""),
        ("systematic", {"sources": "PubMed"}, "sources"),
        ("systematic", {"sources": "PubMed; Facebook and a blog"}, "sources"),
        ("systematic", {"sources": "PubMed; MEDLINE (Ovid)"}, "sources"),
        ("systematic", {"found": None}, "records_found"),
        ("systematic", {"screened": None}, "records_screened"),
        ("systematic", {"screened": 41}, "records_screened"),
        ("review", {}, "review review_searched_on review_included"),
        (
            "review",
            {
                "review": "Reviewer 2010",
                "review_searched_on": date(2009, 1, 1),
                "review_included": 7,
            },
            "",
        ),
    ],
)
def test_each_scope_says_how_it_was_searched(scope, changes, fields):
    given = {**FULL, **changes}
    given = {
        name: "" if value is None and name in ("sources", "query") else value
        for name, value in given.items()
    }
    found = search_problems(Search(scope=scope, **given))
    assert [problem.field for problem in found] == fields.split()


@pytest.mark.parametrize(
    ("scope", "changes", "found", "fields"),
    [
        ("systematic", {}, (40, 2027), ""),
        ("systematic", {}, (41, 2026), "records_found"),
        ("targeted", {"found": None}, (41, 2028), "searched_on"),
        ("targeted", {}, (1, None), ""),
        ("other_known", {}, (41, 2028), ""),
    ],
)
def test_a_search_found_what_it_is_said_to_have_found(scope, changes, found, fields):
    problems = found_problems(Search(scope=scope, **{**FULL, **changes}), *found)
    assert " ".join(problem.field for problem in problems) == fields


def test_what_is_known_or_cited_is_never_a_search():
    searches = {scope for scope in Scope if Search(scope=scope).is_search}
    assert searches == {"targeted", "systematic", "review"}


# --- starts ---

HIGH, LOW = "high", "low"
ROWS = [  # design, effect, prognosis, prevalence
    ("rct", HIGH, HIGH, HIGH),
    ("cohort", LOW, HIGH, HIGH),
    ("case_control", LOW, HIGH, LOW),
    ("cross_sectional", LOW, LOW, HIGH),
    ("interrupted_time_series", LOW, HIGH, HIGH),
    ("non_randomised_trial", LOW, HIGH, HIGH),
    ("case_series", LOW, LOW, LOW),
    ("single_arm_trial", LOW, LOW, LOW),
    ("case_report", LOW, None, None),
    ("not_stated", LOW, LOW, LOW),
    ("diagnostic_accuracy", None, None, None),
    *((str(design), None, None, None) for design in sorted(UNRATED)),
]
WORD = {Start.RCT: HIGH, Start.PROGNOSIS: HIGH, Start.ACCURACY: HIGH, None: None}


@pytest.mark.parametrize(("design", "effect", "prognosis", "prevalence"), ROWS)
def test_where_a_result_starts(design, effect, prognosis, prevalence):
    of = {
        "effect": effect,
        "harm": effect,
        "prognosis": prognosis,
        "association": prevalence if design == "cross_sectional" else prognosis,
        "prevalence": prevalence,
    }
    for kind, word in of.items():
        assert WORD.get(start_of(kind, Rated(design)), LOW) == word


def test_a_series_of_people_as_they_came_starts_high_for_how_many():
    series = Rated("case_series", consecutive="yes")
    assert start_of("prevalence", series) == Start.PROGNOSIS
    assert start_of("effect", series) == Start.NRS


def test_the_result_decides_and_not_the_study_alone():
    assert start_of("effect", Rated("secondary_analysis", "random")) == Start.RCT
    assert start_of("effect", Rated("secondary_analysis")) == Start.NRS
    assert start_of("effect", Rated("rct", "alternate")) == Start.NRS
    before_after = Rated("rct", "random", contrast="before_after")
    assert start_of("effect", before_after) == Start.NRS
    assert group_of(before_after) == DesignGroup.OTHER
    assert before_after.is_weak


@pytest.mark.parametrize(
    ("pooled", "effect", "prognosis"),
    [
        (("rct", "cluster_rct"), Start.RCT, Start.PROGNOSIS),
        (("rct", "cohort"), Start.NRS, Start.PROGNOSIS),
        (("cohort", "cross_sectional"), Start.NRS, Start.OBSERVED_LOW),
        ((), Start.NRS, Start.OBSERVED_LOW),
    ],
)
def test_a_review_starts_as_what_it_pooled(pooled, effect, prognosis):
    review = Rated("meta_analysis", pooled=pooled)
    assert start_of("effect", review) == effect
    assert start_of("prognosis", review) == prognosis


def test_accuracy_studies_are_for_diagnosis_and_nothing_else_is():
    for one in (
        Rated("diagnostic_accuracy"),
        Rated("systematic_review", pooled=("diagnostic_accuracy",)),
    ):
        assert start_of("diagnosis", one) == Start.ACCURACY
        assert start_of("effect", one) is None
    assert start_of("diagnosis", Rated("rct")) is None


def test_a_group_starts_where_the_lowest_of_its_results_does():
    assert group_start([Start.PROGNOSIS, Start.OBSERVED_LOW]) == Start.OBSERVED_LOW
    assert group_start([Start.PROGNOSIS]) == Start.PROGNOSIS


# --- can't say ---


def candidates(*whys):
    return [Candidate(NotCounting(why)) for why in whys]


@pytest.mark.parametrize(
    ("whys", "more", "because"),
    [
        ((), {"searched": False}, "not_searched"),
        ((), {"searched": True}, "none_found"),
        (("ongoing", "ongoing"), {}, "only_ongoing"),
        (("preclinical",), {}, "only_preclinical"),
        (("second_hand",), {}, "only_second_hand"),
        (("second_hand",), {"circular": True}, "circular"),
        (("retracted",), {}, "none_counts"),
        (("preclinical", "ongoing"), {}, "none_counts"),
        (("left_out",), {"searched": False}, "none_counts"),
    ],
)
def test_why_nothing_can_be_said_the_first_that_fits(whys, more, because):
    found = nothing_counts(candidates(*whys), **{"searched": True, **more})
    assert found.because == because


def test_what_was_found_and_does_not_count_says_why():
    left_out = [Candidate(NotCounting.LEFT_OUT, "other people")] * 2
    found = nothing_counts([*left_out, *candidates("retracted")], searched=True)
    assert found.why == "2 other people, 1 retracted"


def test_where_something_counts_a_missing_margin_comes_before_uncertainty():
    assert something_counts(lacks_margin=True) == CantSay.NO_MARGIN
    assert something_counts(lacks_margin=False) == CantSay.TOO_UNCERTAIN


@pytest.mark.parametrize(
    ("points", "difference", "leaning"),
    [
        ("supports", True, "supported"),
        ("contradicts", True, "contradicted"),
        ("little_to_no_difference", True, "contradicted"),
        ("little_to_no_difference", False, "supported"),
        ("inconclusive", True, ""),
        ("", True, ""),
    ],
)
def test_the_leaning_is_the_side_of_the_deciding_estimate(points, difference, leaning):
    assert leaning_of(points, claims_difference=difference) == leaning


# --- reasons that are asked ---

NONE = dict.fromkeys(Domain, 0)


@pytest.mark.parametrize(
    ("figures", "domain", "words"),
    [
        ({"low": -0.2, "high": 0.1}, "imprecision", "both sides of no difference"),
        (
            {"low": 0.1, "high": 0.6, "thresholds": [0.4]},
            "imprecision",
            "both sides of a stated threshold",
        ),
        ({"people": 399}, "imprecision", "399 people, fewer than 400"),
        ({"reads_else": "another reads so"}, "imprecision", "another reads so"),
        ({"people": 900, "events": 299}, "imprecision", "299 events, fewer than 300"),
        ({"estimates": (0.2, -0.1)}, "inconsistency", "both sides"),
        ({"surrogate": True}, "indirectness", "stands in for"),
        ({"apart": ["it is of mice"]}, "indirectness", "it is of mice"),
        ({"unsure": True}, "imprecision", "no interval"),
        ({"two_gate": True}, "risk_of_bias", "two gates"),
    ],
)
def test_a_domain_left_at_none_against_its_figure_asks(figures, domain, words):
    found = asked_of(Judged(levels=NONE), Figures(**figures))
    assert [one for one, _ in found] == [domain]
    assert words in found[0][1]
    given = Judged(levels=NONE, why={domain: "It is the whole country."})
    assert asked_of(given, Figures(**figures)) == []
    down = Judged(levels={**NONE, domain: 1})
    assert asked_of(down, Figures(**figures)) == []


def test_a_precise_figure_of_many_people_asks_for_nothing():
    plain = Figures(low=0.1, high=0.2, people=900, events=400, estimates=(0.1, 0.2))
    assert asked_of(Judged(levels=NONE), plain) == []
    by_margin = Figures(low=-0.1, high=0.1, thresholds=[0.2], reads_by_margin=True)
    assert asked_of(Judged(levels=NONE), by_margin) == []


@pytest.mark.parametrize(
    ("says", "level", "asks"),
    [("serious", 1, True), ("serious", 2, False), ("low", 0, False)],
)
def test_bias_milder_than_a_quoted_review_says_asks(says, level, asks):
    judged = Judged(levels={**NONE, "risk_of_bias": level}, says=says)
    assert bool(asked_of(judged, Figures())) == asks


def test_a_group_of_lower_certainty_asks():
    assert asks_for_group("low", ["high"])
    assert not asks_for_group("low", ["low", "very_low"])


# --- kinds that are not rated ---

REGISTER = Record("register_page", "Exampleland", "Agency", 2026)
GUIDELINE = Record("guideline", "", "Society", 2024)


def checked(kind, verdict, **given):
    check = Check(kind=kind, verdict=verdict, **given)
    return [one.sentence for one in check_problems(method_for(kind), check)]


@pytest.mark.parametrize(
    ("kind", "record", "holds"),
    [
        ("regulatory", "register_page", True),
        ("regulatory", "label", True),
        ("regulatory", "article", False),
        ("regulatory", "web_page", False),
        ("regulatory", "other", False),
        ("definition", "book", True),
        ("definition", "guideline", True),
        ("definition", "web_page", False),
        ("practical", "register_page", True),
        ("practical", "web_page", False),
        ("recommendation", "guideline", True),
        ("recommendation", "article", False),
    ],
)
def test_only_a_deciding_record_settles_a_check(kind, record, holds):
    verdict = {"definition": "agrees", "recommendation": "recommended"}.get(
        kind, "confirmed"
    )
    given = {"records": [Record(record, "", "Body", 2024)], "strength": "strong"}
    assert (checked(kind, verdict, **given) == []) == holds


def test_a_record_is_of_the_claims_jurisdiction_or_covers_it():
    given = {"records": [Record("label", "EU")]}
    assert checked("regulatory", "confirmed", jurisdiction="Germany", **given) == []
    (sentence,) = checked("regulatory", "confirmed", jurisdiction="Japan", **given)
    assert "for Japan" in sentence
    assert not covers("Germany", "EU") and not covers("", "Germany")


def test_not_confirmed_may_rest_on_the_search_of_a_named_register():
    search = {
        "scope": "targeted",
        "sources": "The register",
        "query": "examplin",
        "searched_on": date(2026, 1, 5),
    }
    assert checked("regulatory", "not_confirmed", **search) == []
    assert checked("regulatory", "confirmed", **search)
    assert checked("regulatory", "not_confirmed", **{**search, "sources": ""})


def test_a_recommendation_has_its_body_year_and_strength():
    given = {"records": [GUIDELINE], "strength": "conditional"}
    assert checked("recommendation", "recommended_against", **given) == []
    assert checked("recommendation", "guideline_silent", records=[GUIDELINE]) == []
    nameless = {"records": [Record("guideline")]}
    told = " ".join(checked("recommendation", "recommended", **nameless))
    assert "the year" in told and "how strongly" in told


def test_an_absence_is_accurate_only_by_a_search():
    denies = {"denies": True, "query": "examplin", "searched_on": date(2026, 1, 5)}
    assert checked("evidence_state", "accurate", scope="other_known", **denies)
    named = {**denies, "sources": "PubMed"}
    for scope in ("targeted", "systematic"):
        assert checked("evidence_state", "accurate", scope=scope, **named) == []
        check = Check(kind="evidence_state", verdict="accurate", scope=scope, **named)
        assert only_as_far_as_searched(check) == (scope == "targeted")
    assert checked("evidence_state", "accurate", denies=True)


@pytest.mark.parametrize(
    ("shown", "open_ones"),
    [
        ({}, {"not_shown"}),
        ({ShownIn.PEOPLE: (0, 3)}, {"not_shown"}),
        ({ShownIn.PEOPLE: (2, 3)}, {"shown_in_people"}),
        ({ShownIn.CELLS: (1, 1), ShownIn.ANIMALS: (0, 1)}, {"shown_in_cells"}),
    ],
)
def test_a_mechanism_is_shown_where_one_study_at_least_shows_it(shown, open_ones):
    words = ("shown_in_people", "shown_in_animals", "shown_in_cells", "not_shown")
    found = {word for word in words if not checked("mechanism", word, shown=shown)}
    assert found == open_ones


def test_a_mechanism_counts_its_studies():
    shown = {ShownIn.PEOPLE: (2, 3), ShownIn.CELLS: (1, 1)}
    assert counted_words("shown_in_people", shown) == "shown in people (2 of 3 studies)"
    assert counted_words("shown_in_cells", shown) == "shown in cells (1 of 1 study)"
    assert counted_words("not_shown", shown) == ""


def test_every_kind_has_its_own_rules():
    for kind in ClaimKind:
        assert question_problems({**WHOLE, "kind": kind}) == []
