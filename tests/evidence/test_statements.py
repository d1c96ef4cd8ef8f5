"""The sentence of a verdict is composed by rule, from what was found and how sure."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words import Asserts, ClaimKind
from evidence.method import (
    Check,
    Figure,
    Finding,
    compose,
    compose_check,
    lead_in,
    overclaims,
)
from evidence.method.names import inside, is_plural
from evidence.words import Bearing, SizeClass

REFERENCE = json.loads(
    Path(__file__).with_name("grade_cases.json").read_text(encoding="utf-8")
)
RR = Figure(measure="rr", estimate=0.63, low=0.4, high=0.98)
IN_WORDS = "(risk ratio 0.63, 95 % CI 0.40 to 0.98)"
ASKED = {
    "population": "Adults",
    "intervention": "Examplin",
    "comparator": "Placebo",
    "outcome": "Fever",
    "time": "12 weeks",
}


def found(**given):
    """A finding of low certainty that supports a claim of less fever."""
    low = {"verdict": "supported", "certainty": "low", "asserts": "lowers"}
    return Finding(**{**ASKED, **low, "better": "lower", "yes_no": True, **given})


def told(**given):
    return compose(found(**given))


# --- leads ---


def test_the_lead_follows_the_scope():
    day = date(2026, 11, 2)
    assert lead_in("cited_only") == "In the studies cited for this claim"
    assert lead_in("other_known", studies=3) == "In 3 studies known here (no search)"
    assert lead_in("other_known", studies=1) == "In 1 study known here (no search)"
    assert lead_in("targeted", searched_on=day, sources="PubMed") == (
        "In what a search of PubMed on 2 November 2026 found"
    )
    assert lead_in("systematic", searched_on=day) == (
        "In the evidence found up to 2 November 2026"
    )
    assert lead_in("review", review="Example", year=2020) == "In Example (2020)"
    assert lead_in("review", review="Example", year=2020, studies=1) == (
        "In the 1 study of Example (2020)"
    )


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: lead_in("review", review="Example"), "names it and its year"),
        (lambda: lead_in("systematic"), "up to which date"),
        (lambda: told(certainty="not_graded"), "Nothing was rated"),
        (lambda: compose_check(Check(kind="effect", verdict="supported")), "is rated"),
        (lambda: compose_check(Check(kind="mechanism", verdict="accurate")), "no word"),
    ],
)
def test_a_sentence_without_its_facts_is_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()


# --- effects ---


@pytest.mark.parametrize(
    "case", REFERENCE["statements"], ids=lambda c: f"{c['certainty']} {c['size']}"
)
def test_a_reference_statement(case):
    certainty = case["certainty"].lower().replace(" ", "_")
    finding = Finding(
        verdict="cant_say" if certainty == "very_low" else "supported",
        certainty=certainty,
        size_class=case["size"],
        asserts="lowers",
        intervention="Retinol",
        outcome="wrinkle depth",
    )
    assert compose(finding) == case["expected"]


FRAMES = [
    (
        {"figure": RR},
        "In adults, examplin may result in a reduction in the risk of fever compared "
        f"with placebo at 12 weeks {IN_WORDS}.",
    ),
    (
        {"figure": RR, "certainty": "moderate", "intervention": "Statins"},
        "In adults, statins probably result in a reduction in the risk of fever "
        f"compared with placebo at 12 weeks {IN_WORDS}.",
    ),
    (
        {"outcome": "Recovery", "better": "higher", "asserts": "raises"},
        "In adults, examplin may result in an increase in the chance of recovery "
        "compared with placebo at 12 weeks.",
    ),
    (
        {"population": "", "comparator": "any", "time": ""},
        "Examplin may result in a reduction in the risk of fever.",
    ),
    (
        {"verdict": "cant_say", "reading": "inconclusive", "figure": RR},
        "It is not settled whether examplin changes the risk of fever in adults "
        "compared with placebo at 12 weeks: results fit anything from 0.40 to 0.98 "
        "(risk ratio).",
    ),
    (
        {"verdict": "cant_say", "certainty": "very_low", "figure": RR},
        "In adults, the evidence is very uncertain about the effect of examplin on the "
        "risk of fever compared with placebo at 12 weeks.",
    ),
    (
        {"verdict": "conflicting", "figure": RR, "intervention": "exercise and diet"},
        "Studies disagree on whether exercise and diet change the risk of fever in "
        f"adults compared with placebo at 12 weeks {IN_WORDS}.",
    ),
    (
        {"verdict": "contradicted", "reading": "little_to_no_difference"},
        "In adults, examplin may result in little to no difference in the risk of "
        "fever compared with placebo at 12 weeks.",
    ),
    (
        {"verdict": "contradicted", "asserts": "raises", "figure": RR},
        "In adults, examplin may result in a reduction in the risk of fever compared "
        f"with placebo at 12 weeks {IN_WORDS}.",
    ),
    (
        {"verdict": "contradicted", "reading": "contradicts", "figure": RR},
        "In adults, examplin may result in a reduction in the risk of fever compared "
        f"with placebo at 12 weeks {IN_WORDS}, which is less than the claim says.",
    ),
    (
        {"verdict": "contradicted"},
        "In adults, examplin may result in an increase in the risk of fever compared "
        "with placebo at 12 weeks.",
    ),
    (
        {"asserts": "little_or_no", "figure": RR, "reading": "supports"},
        "In adults, examplin may result in little to no difference in the risk of "
        f"fever compared with placebo at 12 weeks {IN_WORDS}.",
    ),
    (
        {"negated": True, "reading": "supports"},
        "In adults, examplin may result in little to no difference in the risk of "
        "fever compared with placebo at 12 weeks.",
    ),
    (
        {
            "negated": True,
            "reading": "supports",
            "figure": Figure(measure="rr", estimate=2, low=1.5, high=3),
        },
        "In adults, examplin may result in an increase in the risk of fever compared "
        "with placebo at 12 weeks (risk ratio 2.00, 95 % CI 1.50 to 3.00).",
    ),
    (
        {"asserts": "at_least_as_good"},
        "In adults, examplin may be at least as good as placebo for the risk of fever, "
        "within the margin at 12 weeks.",
    ),
    (
        {"asserts": "at_least_as_good", "verdict": "contradicted", "certainty": "high"},
        "In adults, examplin is worse than placebo for the risk of fever, by more than "
        "the margin at 12 weeks.",
    ),
    (
        {"asserts": "exists"},
        "In adults, examplin may result in a difference in the risk of fever compared "
        "with placebo at 12 weeks.",
    ),
    (
        {"kind": "association", "asserts": "raises", "intervention": "Obesity"},
        "Adults with obesity may have a higher risk of fever than those without; this "
        "does not show that obesity is the cause.",
    ),
    (
        {"kind": "association", "certainty": "very_low", "verdict": "cant_say"},
        "In adults, the evidence is very uncertain about the association of examplin "
        "with the risk of fever.",
    ),
    (
        {"kind": "prevalence", "figure": Figure(measure="proportion", estimate=0.12)},
        "Possibly about 12.0 % of adults have fever.",
    ),
    (
        {"kind": "harm", "events": 3, "people": 210},
        "3 of 210 people had fever within 12 weeks.",
    ),
    (
        {"kind": "harm", "events": 0, "people": 20, "time": ""},
        "0 of 20 people had fever; up to 14 in 100 can’t be ruled out.",
    ),
    (
        {"kind": "diagnosis", "intervention": "Rapid tests", "figure": None},
        "In adults, rapid tests may tell those with fever from those without.",
    ),
]


@pytest.mark.parametrize(("given_", "sentence"), FRAMES)
def test_a_frame(given_, sentence):
    assert told(**given_) == sentence


@pytest.mark.parametrize(
    ("limits", "words"),
    [((0.001, 250), "< 0.01 to > 100"), ((0.02, 99), "0.02 to 99.00")],
)
def test_limits_too_far_are_named_by_their_bound(limits, words):
    low, high = limits
    far = Figure(measure="or", estimate=1.5, low=low, high=high)
    assert f"95 % CI {words})" in told(figure=far)


def test_a_difference_has_its_unit():
    md = Figure(measure="md", estimate=-5, low=-8, high=-2, unit="mm")
    sentence = told(yes_no=False, figure=md)
    assert "reduction in fever" in sentence
    assert sentence.endswith("(mean difference −5.00, 95 % CI −8.00 to −2.00 mm).")


@pytest.mark.parametrize(
    ("people", "upper"), [(20, "14 in 100"), (300, "10 in 1,000"), (5, "46 in 100")]
)
def test_what_none_in_so_many_leaves_open_is_rounded_up(people, upper):
    assert f"up to {upper} can’t" in told(kind="harm", events=0, people=people)


# --- checks ---

CHECKS = [
    (
        {"kind": "regulatory", "verdict": "confirmed", "bodies": ["The Register"]},
        "“The Register” says so.",
    ),
    (
        {
            "kind": "regulatory",
            "verdict": "not_confirmed",
            "bodies": ["A", "B"],
            "jurisdiction": "Exampleland",
            "day": "5 January 2026",
        },
        "“A” and “B” do not say so (Exampleland, as read on 5 January 2026); not found "
        "there is not the same as not so.",
    ),
    (
        {"kind": "recommendation", "verdict": "recommended"},
        "The record that was read recommends it; a recommendation is no evidence of an "
        "effect.",
    ),
    (
        {"kind": "definition", "verdict": "differs_in_part", "bodies": ["A book"]},
        "This differs in part from “A book”.",
    ),
    (
        {
            "kind": "evidence_state",
            "verdict": "accurate",
            "sources": "PubMed",
            "day": "5 January 2026",
        },
        "As far as one search of PubMed on 5 January 2026 shows, this is accurate.",
    ),
    (
        {
            "kind": "evidence_state",
            "verdict": "outdated",
            "scope": "systematic",
            "sources": "PubMed and Embase",
        },
        "By a systematic search of PubMed and Embase, this was accurate once and is "
        "outdated.",
    ),
    (
        {"kind": "mechanism", "verdict": "shown_in_people", "shown": 2, "studies": 5},
        "This was shown in 2 of 5 studies in people; a mechanism is not an effect in "
        "patients.",
    ),
    (
        {"kind": "mechanism", "verdict": "not_shown"},
        "This is proposed and was not shown; a mechanism is not an effect in patients.",
    ),
    (
        {"kind": "practical", "verdict": "cant_say", "cant_say_because": "none_found"},
        "Evidence was looked for and none was found, which does not mean that there is "
        "none.",
    ),
]


@pytest.mark.parametrize(("given_", "sentence"), CHECKS)
def test_a_check(given_, sentence):
    assert compose_check(Check(**given_)) == sentence


# --- names ---

SINGULAR = (
    "BCG vaccination; PRP; analysis; aspirin; yoga; zinc; TENS; ginkgo biloba; fish "
    "oil; St John’s wort; cannabis; citrus; massage of the legs; vitamin D; exercise or "
    "diet; diabetes; acupuncture; hypnosis; use of statins; intake of eggs; glass; "
    "screening for cancers"
).split("; ")
PLURAL = (
    "statins; exercise and diet; zinc lozenges; antibiotics; SSRIs; NSAIDs; probiotics "
    "for children; omega-3 fatty acids; stem cells; eggs; helmets; beta blockers (any "
    "dose); masks in schools; tea and coffee; opioids; smartphone apps; lasers; women; "
    "bacteria; compression stockings"
).split("; ")


@pytest.mark.parametrize("name", SINGULAR)
def test_one_thing_takes_a_verb_in_the_singular(name):
    assert not is_plural(name)


@pytest.mark.parametrize("name", PLURAL)
def test_several_things_take_a_verb_in_the_plural(name):
    assert is_plural(name)


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Zinc lozenges.", "zinc lozenges"),
        ("BCG vaccination", "BCG vaccination"),
        ("Crohn’s disease", "Crohn’s disease"),
        ("Mediterranean diet", "Mediterranean diet"),
        ("Vitamin D", "vitamin D"),
        ("COVID-19", "COVID-19"),
        ("SSRIs", "SSRIs"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence(name, within):
    assert inside(name) == within


# --- whatever is found ---

_NAMES = st.sampled_from(
    ["", "Examplin", "Statins", "Any", " Fever ", "the risk of x."]
)
_NUMBERS = st.floats(0.001, 500)


@st.composite
def findings(draw):
    low, estimate, high = sorted(draw(st.tuples(_NUMBERS, _NUMBERS, _NUMBERS)))
    limits = {"low": low, "high": high} if draw(st.booleans()) else {}
    measure = draw(st.sampled_from(["rr", "or", "md", "smd", "rom"]))
    number = Figure(measure=measure, estimate=estimate, **limits)
    of = {name: draw(_NAMES) for name in ASKED}
    return Finding(
        **of,
        verdict=draw(
            st.sampled_from(["supported", "contradicted", "conflicting", "cant_say"])
        ),
        certainty=draw(st.sampled_from(["high", "moderate", "low", "very_low"])),
        kind=draw(st.sampled_from(list(ClaimKind))),
        asserts=draw(st.sampled_from(list(Asserts))),
        negated=draw(st.booleans()),
        size_class=draw(st.sampled_from(list(SizeClass))),
        better=draw(st.sampled_from(["higher", "lower", "neither", "not_stated", ""])),
        yes_no=draw(st.booleans()),
        reading=draw(st.sampled_from(list(Bearing))),
        figure=number if draw(st.booleans()) else None,
        lead=draw(st.sampled_from(["", "In the studies cited for this claim"])),
    )


@given(findings())
def test_a_sentence_is_whole_and_says_no_more_than_evidence_can(finding):
    sentence = compose(finding)
    assert overclaims(sentence) == ()
    assert "  " not in sentence
    assert not re.search(
        r"\ba (?:increase|[aeio]\w+)\b|\(\)|\bNone\b| [,.;]|\.\.", sentence
    )
    assert sentence[0].isupper() or sentence[0].isdigit()
    assert sentence.endswith(".") and sentence.count("compared with") <= 1
