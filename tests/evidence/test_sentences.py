"""The sentence of a verdict is composed by rule, from what was found and how sure."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.words import Asserts, CantSay, ClaimKind, Method, Verdict
from evidence.method import (
    CANT_SAY_BECAUSE,
    Check,
    Figure,
    Finding,
    Record,
    ShownIn,
    StudyCount,
    compose,
    compose_check,
    lead_in,
    method_for,
    overclaims,
    verdicts_for,
)
from evidence.method.sentences.names import inside, is_plural
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


AT_HIGH = {"certainty": "high"}
MODERATE = {"certainty": "moderate"}
VERY_LOW = {"certainty": "very_low", "verdict": "cant_say"}
CANT_SAY = {"verdict": "cant_say", "because": "too_uncertain"}
CONTRADICTED = {"verdict": "contradicted"}
GOOD = {"outcome": "Recovery", "better": "higher", "asserts": "raises"}
AS_GOOD = {"asserts": "at_least_as_good"}
FACTOR = {"kind": "association", "asserts": "raises", "intervention": "Obesity"}
SHARE = {
    "kind": "prevalence",
    "asserts": "",
    "figure": Figure(measure="proportion", estimate=0.123, low=0.1, high=0.15),
}
TEST = {
    "kind": "diagnosis",
    "asserts": "",
    "intervention": "Rapid tests",
    "comparator": "Culture",
    "outcome": "Flu",
}
HARM = {"kind": "harm", "asserts": "raises", "figure": None, "followed": "12 weeks"}
HIGHER = Figure(measure="rr", estimate=2, low=1.5, high=3)
IN_FEVER = "in the risk of fever compared with placebo at 12 weeks"

EFFECTS = [
    (
        {"figure": RR},
        f"In adults, examplin may result in a reduction {IN_FEVER} {IN_WORDS}.",
    ),
    (
        {"figure": RR, **MODERATE, "intervention": "Statins"},
        f"In adults, statins probably result in a reduction {IN_FEVER} {IN_WORDS}.",
    ),
    (
        {"figure": RR, **AT_HIGH},
        f"In adults, examplin results in a reduction {IN_FEVER} {IN_WORDS}.",
    ),
    (
        GOOD,
        "In adults, examplin may result in an increase in the chance of recovery "
        "compared with placebo at 12 weeks.",
    ),
    (
        {"population": "", "comparator": "any", "time": ""},
        "Examplin may result in a reduction in the risk of fever.",
    ),
    (
        {
            "population": "In adults",
            "comparator": "vs. Placebo",
            "time": "Within a year",
        },
        "In adults, examplin may result in a reduction in the risk of fever compared "
        "with placebo within a year.",
    ),
    (
        {"size_class": "large", **AT_HIGH},
        f"In adults, examplin results in a large reduction {IN_FEVER}.",
    ),
    (
        {"size_class": "trivial", **CONTRADICTED},
        f"In adults, examplin may result in little to no difference {IN_FEVER}.",
    ),
    (
        {"outcome": "The common cold", "population": "anyone"},
        "Examplin may result in a reduction in the risk of the common cold compared "
        "with placebo at 12 weeks.",
    ),
    (
        {"yes_no": False, "outcome": "Number of colds"},
        "In adults, examplin may result in a reduction in the number of colds compared "
        "with placebo at 12 weeks.",
    ),
    (
        {"figure": Figure(measure="rate_ratio", estimate=0.5), "outcome": "falls"},
        "In adults, examplin may result in a reduction in the rate of falls compared "
        "with placebo at 12 weeks (rate ratio 0.50).",
    ),
    (
        {"asserts": "exists", "figure": HIGHER},
        f"In adults, examplin may result in an increase {IN_FEVER} (risk ratio 2.00, "
        "95 % CI 1.50 to 3.00).",
    ),
    (
        {"asserts": "exists"},
        f"In adults, examplin may result in a difference {IN_FEVER}.",
    ),
    (
        {"asserts": "better_than"},
        f"In adults, examplin may result in a reduction {IN_FEVER}.",
    ),
]
NOT_AS_CLAIMED = [
    (
        {**CONTRADICTED, "reading": "little_to_no_difference"},
        f"In adults, examplin may result in little to no difference {IN_FEVER}.",
    ),
    (
        {**CONTRADICTED, "figure": RR, "within_margin": True},
        f"In adults, examplin may result in little to no difference {IN_FEVER} "
        f"{IN_WORDS}.",
    ),
    (
        {**CONTRADICTED, "asserts": "raises", "figure": RR},
        f"In adults, examplin may result in a reduction {IN_FEVER} {IN_WORDS}.",
    ),
    (
        {**CONTRADICTED, "reading": "contradicts", "figure": RR},
        f"In adults, examplin may result in a reduction {IN_FEVER} {IN_WORDS}, which "
        "is less than the claim says.",
    ),
    (
        CONTRADICTED,
        f"In adults, examplin may not result in a reduction {IN_FEVER}.",
    ),
    (
        {**CONTRADICTED, **MODERATE},
        f"In adults, examplin probably does not result in a reduction {IN_FEVER}.",
    ),
    (
        {**CONTRADICTED, **AT_HIGH, "intervention": "Statins"},
        f"In adults, statins do not result in a reduction {IN_FEVER}.",
    ),
    (
        {"negated": True},
        f"In adults, examplin may not result in a reduction {IN_FEVER}.",
    ),
    (
        {"negated": True, "figure": HIGHER},
        f"In adults, examplin may result in an increase {IN_FEVER} (risk ratio 2.00, "
        "95 % CI 1.50 to 3.00).",
    ),
    (
        {"negated": True, "figure": RR, "within_margin": True},
        f"In adults, examplin may result in little to no difference {IN_FEVER} "
        f"{IN_WORDS}.",
    ),
    (
        {"asserts": "little_or_no", "figure": RR, "within_margin": True},
        f"In adults, examplin may result in little to no difference {IN_FEVER} "
        f"{IN_WORDS}.",
    ),
    (
        {"asserts": "little_or_no", **CONTRADICTED, "figure": HIGHER},
        f"In adults, examplin may result in an increase {IN_FEVER} (risk ratio 2.00, "
        "95 % CI 1.50 to 3.00).",
    ),
    (
        {**AS_GOOD, "outcome": "pain"},
        "In adults, examplin may be at least as good as placebo for pain at 12 weeks, "
        "by the margin stated.",
    ),
    (
        {**AS_GOOD, **MODERATE, "intervention": "Rinses", "figure": RR, "time": ""},
        "In adults, rinses are probably at least as good as placebo for fever, by the "
        f"margin stated {IN_WORDS}.",
    ),
    (
        {**AS_GOOD, **CONTRADICTED, **AT_HIGH},
        "In adults, examplin is worse than placebo for fever at 12 weeks, by more than "
        "the margin stated.",
    ),
]
OPEN = [
    (
        {**CANT_SAY, "reading": "inconclusive", "figure": RR},
        "It is not settled whether examplin changes the risk of fever in adults "
        "compared with placebo at 12 weeks: results fit anything from 0.40 to 0.98 "
        "(risk ratio 0.63, 95 % CI).",
    ),
    (
        CANT_SAY,
        "It is not settled whether examplin changes the risk of fever in adults "
        "compared with placebo at 12 weeks.",
    ),
    (
        {"verdict": "cant_say", "because": "no_margin", "figure": RR},
        "No margin says what still counts as little, so it is not settled whether "
        "examplin changes the risk of fever in adults compared with placebo at 12 "
        f"weeks {IN_WORDS}.",
    ),
    (
        {"verdict": "cant_say", "because": "no_margin", **AS_GOOD},
        "No margin says what still counts as equally good, so it is not settled "
        "whether examplin is at least as good as placebo for fever at 12 weeks in "
        "adults.",
    ),
    (
        {**VERY_LOW, "figure": RR},
        "The evidence is very uncertain about the effect of examplin on the risk of "
        "fever in adults compared with placebo at 12 weeks.",
    ),
    (
        {"verdict": "conflicting", "figure": RR, "intervention": "exercise and diet"},
        "Studies disagree on whether exercise and diet change the risk of fever in "
        f"adults compared with placebo at 12 weeks {IN_WORDS}.",
    ),
]
NO_EFFECTS = [
    (
        FACTOR,
        "Adults with obesity may have a higher risk of fever than those without; this "
        "does not show that obesity is the cause.",
    ),
    (
        {**FACTOR, **MODERATE, "kind": "prognosis", "figure": RR, "population": "any"},
        f"People with obesity probably have a lower risk of fever than those without "
        f"{IN_WORDS}; this does not show that obesity is the cause.",
    ),
    (
        {**FACTOR, **AT_HIGH, **CONTRADICTED, "intervention": "Cats"},
        "Adults with cats do not have a higher risk of fever than those without; this "
        "does not show that cats are the cause.",
    ),
    (
        {**FACTOR, **AT_HIGH, "within_margin": True},
        "Adults with obesity have little to no difference in the risk of fever "
        "compared with those without; this does not show that obesity is the cause.",
    ),
    (
        {**FACTOR, **VERY_LOW},
        "The evidence is very uncertain about the association of obesity with the risk "
        "of fever in adults.",
    ),
    (
        {**FACTOR, **CANT_SAY, "figure": RR},
        "It is not settled whether obesity goes with a different risk of fever in "
        "adults: results fit anything from 0.40 to 0.98 (risk ratio 0.63, 95 % CI).",
    ),
    (SHARE, "Possibly about 12.3 % of adults have fever (95 % CI 10 to 15 %)."),
    (
        {**SHARE, **MODERATE, "figure": Figure(measure="proportion", estimate=0.12)},
        "Probably about 12 % of adults have fever.",
    ),
    (
        {**SHARE, **AT_HIGH, **CONTRADICTED, "population": ""},
        "About 12.3 % of people have fever (95 % CI 10 to 15 %).",
    ),
    (
        {**SHARE, **VERY_LOW},
        "The evidence is very uncertain about how many adults have fever.",
    ),
    (
        {**SHARE, **CANT_SAY},
        "It is not settled how many adults have fever: results fit anything from 10 to "
        "15 %.",
    ),
    (
        {**SHARE, "figure": None},
        "Studies give no one figure for how many adults have fever.",
    ),
    (
        TEST,
        "In adults, rapid tests may tell those with flu from those without (by "
        "culture).",
    ),
    (
        {**TEST, **MODERATE, **CONTRADICTED, "comparator": ""},
        "In adults, rapid tests probably do not tell those with flu from those without "
        "as well as the claim says.",
    ),
    (
        {**TEST, **VERY_LOW, "comparator": ""},
        "The evidence is very uncertain about how well rapid tests tell those with flu "
        "from those without, in adults.",
    ),
]
HARMS = [
    (
        {**HARM, "events": 3, "people": 1210},
        "3 of 1,210 people had fever within 12 weeks.",
    ),
    (
        {**HARM, "events": 0, "people": 20, "followed": ""},
        "0 of 20 people had fever; up to 14 in 100 can’t be ruled out.",
    ),
    (
        {**HARM, **VERY_LOW, "events": 0, "people": 20, "comparator": "any"},
        "The evidence is very uncertain about the effect of examplin on the risk of "
        "fever in adults at 12 weeks; 0 of 20 people had fever within 12 weeks; up to "
        "14 in 100 can’t be ruled out.",
    ),
    (
        {**HARM, "figure": HIGHER},
        f"In adults, examplin may result in an increase {IN_FEVER} (risk ratio 2.00, "
        "95 % CI 1.50 to 3.00).",
    ),
]


@pytest.mark.parametrize(
    ("given_", "sentence"), [*EFFECTS, *NOT_AS_CLAIMED, *OPEN, *NO_EFFECTS, *HARMS]
)
def test_a_frame(given_, sentence):
    assert told(**given_) == sentence


def test_a_lead_comes_before_the_frame():
    lead = "In the studies cited for this claim"
    assert told(lead=lead, figure=RR).startswith(f"{lead}, in adults, examplin may ")
    assert told(lead=lead, **CANT_SAY).startswith(f"{lead}, it is not settled whether ")


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ((0.001, 250), "< 0.01 to > 100"),
        ((0.02, 99), "0.02 to 99.00"),
        ((0, float("inf")), "< 0.01 to > 100"),
    ],
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
    ("people", "upper"),
    [
        (1, "95"),
        (5, "46"),
        (20, "14"),
        (60, "5"),
        (300, "1"),
        (1000, "0.3"),
        (40_000, "0.008"),
    ],
)
def test_what_none_in_so_many_leaves_open_is_rounded_up(people, upper):
    sentence = told(**HARM, events=0, people=people)
    assert f"up to {upper} in 100 can’t be ruled out" in sentence


# --- checks ---

DAY = date(2026, 1, 5)
REGISTER = Record("register_page", "Exampleland", title="The Register.", read_on=DAY)
LABEL = Record("label", title="Label")
GUIDELINE = Record("guideline", body="Example Society", year=2020, title="On falls")
READ = "(Exampleland, as read on 5 January 2026)"
REGULATORY = {"kind": "regulatory", "verdict": "confirmed", "records": [REGISTER]}
SEARCH = {
    "kind": "evidence_state",
    "verdict": "accurate",
    "scope": "targeted",
    "sources": "PubMed",
    "query": "examplin",
    "searched_on": DAY,
}
MECHANISM = {
    "kind": "mechanism",
    "shown": {ShownIn.PEOPLE: (2, 5), ShownIn.CELLS: (1, 1)},
}
ADVICE = {"kind": "recommendation", "records": [GUIDELINE], "strength": "strong"}
NO_EVIDENCE = "a recommendation is no evidence of an effect."

CHECKS = [
    (REGULATORY, f"Confirmed by “The Register” {READ}."),
    (
        {**REGULATORY, "verdict": "not_confirmed"},
        f"Not confirmed by “The Register” {READ}; not found in a register is not “not "
        "approved”.",
    ),
    (
        {
            **SEARCH,
            "kind": "regulatory",
            "verdict": "not_confirmed",
            "sources": "The Register.",
        },
        "Not confirmed by a search of The Register on 5 January 2026; not found in a "
        "register is not “not approved”.",
    ),
    (
        {**REGULATORY, "verdict": "changed_since", "records": [REGISTER, LABEL]},
        f"Changed since, according to “The Register” and “Label” {READ}.",
    ),
    (
        {**REGULATORY, "records": [REGISTER, Record("news", title="A blog")][:1]},
        f"Confirmed by “The Register” {READ}.",
    ),
    (
        {"kind": "practical", "verdict": "not_confirmed", "records": [LABEL]},
        "Not confirmed by “Label”; what is not found there may be so all the same.",
    ),
    (
        {"kind": "definition", "verdict": "agrees", "records": [Record("book")]},
        "This agrees with “the record”.",
    ),
    (
        {"kind": "definition", "verdict": "differs_in_part", "records": [LABEL]},
        "This differs in part from “Label”.",
    ),
    (
        {**ADVICE, "verdict": "recommended"},
        "“On falls” (Example Society, 2020) recommends it, as a strong recommendation; "
        f"{NO_EVIDENCE}",
    ),
    (
        {**ADVICE, "verdict": "recommended_against", "strength": "conditional"},
        "“On falls” (Example Society, 2020) recommends against it, as a conditional or "
        f"weak recommendation; {NO_EVIDENCE}",
    ),
    (
        {**ADVICE, "verdict": "guideline_silent", "strength": ""},
        f"“On falls” (Example Society, 2020) is silent on it; {NO_EVIDENCE}",
    ),
    (SEARCH, "Accurate by a search of PubMed on 5 January 2026."),
    (
        {**SEARCH, "denies": True},
        "Accurate as far as one search of PubMed on 5 January 2026 shows.",
    ),
    (
        {**SEARCH, "count": StudyCount("at_least", 2, "rct", 5)},
        "Accurate by a search of PubMed on 5 January 2026: 5 studies (randomised "
        "controlled trial); the claim says at least 2 studies (randomised controlled "
        "trial).",
    ),
    (
        {
            **SEARCH,
            "verdict": "not_accurate",
            "count": StudyCount("at_least", 2, "", 1),
        },
        "Not accurate as far as one search of PubMed on 5 January 2026 shows: 1 study; "
        "the claim says at least 2 studies.",
    ),
    (
        {**SEARCH, "denies": True, "scope": "systematic"},
        "Accurate by a systematic search of PubMed on 5 January 2026.",
    ),
    (
        {**SEARCH, "verdict": "outdated", "scope": "systematic"},
        "Outdated by a systematic search of PubMed on 5 January 2026.",
    ),
    (
        {**SEARCH, "verdict": "not_accurate", "scope": "other_known"},
        "Not accurate as far as the studies known here show, looked at on 5 January "
        "2026.",
    ),
    (
        {**MECHANISM, "verdict": "shown_in_people"},
        "Shown in people (2 of 5 studies); a mechanism is not an effect in patients.",
    ),
    (
        {**MECHANISM, "verdict": "shown_in_cells"},
        "Shown in cells (1 of 1 study); a mechanism is not an effect in patients.",
    ),
    (
        {"kind": "mechanism", "verdict": "not_shown"},
        "Proposed, not shown; a mechanism is not an effect in patients.",
    ),
]


@pytest.mark.parametrize(("given_", "sentence"), CHECKS)
def test_a_check(given_, sentence):
    assert compose_check(Check(**given_)) == sentence


def test_every_word_of_every_checked_kind_has_a_sentence():
    rated = {Method.GRADE, Method.GRADE_PROGNOSIS}
    checked = [kind for kind in ClaimKind if method_for(kind) not in rated]
    for kind in checked:
        for verdict in verdicts_for(kind):
            sentence = compose_check(Check(kind=kind, verdict=verdict))
            assert sentence.endswith(".") and overclaims(sentence) == ()


@pytest.mark.parametrize("because", [one for one in CantSay if one])
def test_every_reason_why_nothing_can_be_said_has_its_sentence(because):
    check = Check(kind="regulatory", verdict=Verdict.CANT_SAY)
    sentence = compose_check(check, because)
    open_ = "What was read and searched does not settle it."
    uncertain = because is CantSay.TOO_UNCERTAIN
    assert sentence == (open_ if uncertain else CANT_SAY_BECAUSE[because])
    assert overclaims(sentence) == ()


# --- names ---

SINGULAR = (
    "BCG vaccination; PRP; analysis; aspirin; yoga; zinc; TENS; ginkgo biloba; fish "
    "oil; St John’s wort; cannabis; citrus; massage of the legs; vitamin D; exercise "
    "or diet; diabetes; acupuncture; hypnosis; use of statins; intake of eggs; glass; "
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
        ("A high-fat diet", "a high-fat diet"),
        ("Parkinson disease", "Parkinson disease"),
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
    counted = draw(st.none() | st.integers(0, 400))
    of = {name: draw(_NAMES) for name in ASKED}
    of["population"] = draw(st.sampled_from(["", "Adults", "anyone", "In children."]))
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
        because=draw(st.sampled_from(list(CantSay))),
        reading=draw(st.sampled_from(list(Bearing))),
        within_margin=draw(st.booleans()),
        events=counted,
        people=None if counted is None else 400,
        figure=number if draw(st.booleans()) else None,
        lead=draw(st.sampled_from(["", "In the studies cited for this claim"])),
    )


@settings(deadline=None)  # the first reads the examples
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


OPEN_WORDS = re.compile(
    r"it is not settled|studies disagree|very uncertain about|\d of 400 people|"
    r"studies give no one figure",
    re.IGNORECASE,
)


@given(findings())
def test_a_sentence_is_never_surer_than_its_certainty(finding):
    sentence = compose(finding)
    hedges = {
        "high": r"",
        "moderate": r"\bprobably\b",
        "low": r"\bmay\b|\bpossibly\b",
        "very_low": r"very uncertain about",
    }
    assert OPEN_WORDS.search(sentence) or re.search(
        hedges[finding.certainty], sentence, re.IGNORECASE
    )
    if finding.certainty == "very_low" and finding.figure:
        assert finding.figure.in_words not in sentence
