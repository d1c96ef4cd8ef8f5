"""A quotation is looked for in its source: written otherwise, or said otherwise."""

import re

from hypothesis import given
from hypothesis import strategies as st

from texts.quoting import QuoteState, find_quote

SOURCE = (
    "In this made-up trial, 1,204 adults took examplin 10 mg or placebo for 12 weeks. "
    "The “primary outcome” was the 24-hour fever score (range 0–100). Fever fell by "
    "−5.3 points (95% CI −6.1 to −4.5) with examplin and did not fall with placebo "
    "[3,4]. Serum TNF-α decreased by 0·8 µg/mL (P < 0.001); IL-6 was not signiﬁcantly "
    "higher in the intervention group. Diarrhoea was less frequent in the randomised "
    "women than in the men, and haemorrhage occurred in 2 of 602 patients’ records. "
    "No seri-\nous adverse events were reported before week 8. Adherence improved in "
    "arm A but worsened in arm B, without any effect on sleep."
)
CLEAN = SOURCE.replace("seri-\nous", "serious")
PASSAGES = [
    "Fever fell by −5.3 points (95% CI −6.1 to −4.5) with examplin",
    "Serum TNF-α decreased by 0·8 µg/mL (P < 0.001)",
    "IL-6 was not signiﬁcantly higher in the intervention group",
    "The “primary outcome” was the 24-hour fever score (range 0–100)",
    "1,204 adults took examplin 10 mg or placebo for 12 weeks",
    "Diarrhoea was less frequent in the randomised women than in the men",
    "haemorrhage occurred in 2 of 602 patients’ records",
    "No serious adverse events were reported before week 8",
    "did not fall with placebo [3,4]. Serum TNF-α decreased by 0·8 µg/mL",
    "Adherence improved in arm A but worsened in arm B",
]
# The same words, set otherwise: what each leaves as it is, it says nothing of.
WRITTEN = {
    "hyphens": lambda q: re.sub("[–−—]", "-", q),
    "dashes": lambda q: q.replace("-", "‐").replace("−", "–"),
    "straight quotes": lambda q: q.translate(str.maketrans("“”‘’", "\"\"''")),
    "curly quotes": lambda q: q.translate(str.maketrans("“”’", "«»'")),
    "Greek named": lambda q: q.replace("α", "alpha").replace("µ", "μ"),
    "ligatures": lambda q: q.replace("ﬁ", "fi") if "ﬁ" in q else q.replace("fi", "ﬁ"),
    "line's end": lambda q: q.replace(" ", "\n", 2),
    "hyphenated": lambda q: re.sub(r"\b([a-z]{4})([a-z]{4})", "\\1-\n\\2", q, count=1),
    "soft hyphens": lambda q: re.sub(r"([a-z]{3})([a-z]{3})", "\\1\u00ad\\2", q),
    "brackets": lambda q: q.translate(str.maketrans("()", "[]")),
    "markers gone": lambda q: re.sub(r" \[[\d,]+\]", "", q),
    "a marker more": lambda q: re.sub(r"([a-z]{5})( |$)", r"\1 [17]\2", q, count=1),
    "American": lambda q: (
        q.replace("Diarrhoea", "Diarrhea")
        .replace("haem", "hem")
        .replace("ised", "ized")
    ),
    "thousands": lambda q: q.replace("1,204", "1204"),
    "decimal points": lambda q: q.replace("0·8", "0.8"),
    "thin blanks": lambda q: q.replace(" mg", "\u2009mg").replace(" ", "\u00a0", 1),
    "capital letters": lambda q: q[:1].swapcase() + q[1:],
    "set anew": lambda q: (
        re.sub("[–−—]", "-", q)
        .replace("“", '"')
        .replace("”", '"')
        .replace(" ", "\n", 1)
    ),
    "entities": lambda q: q.replace("<", "&lt;"),
    "composed": lambda q: q.replace("e", "e\u0301", 1),
    "left out": lambda q: re.sub(
        r"(\w+ \w+) (?!not|less)\w+ (\w+ \w+)$", r"\1 … \2", q
    ),
}
# One number, unit, negation, direction or arm is another: never the same passage.
SAID = {
    "−5.3": ["−5.4", "5.3", "−53", "−5"],
    "95%": ["90%", "95"],
    "−4.5": ["4.5", "−4.6"],
    "with examplin": ["with placebo", "without examplin"],
    "decreased": ["increased", "did not decrease"],
    "0·8": ["0·9", "8", "1·8", "0·08"],
    "µg/mL": ["mg/mL", "ng/mL", "µg/L", "µg"],
    "P < 0.001": ["P > 0.001", "P < 0.01", "P = 0.001", "P < 0.0011"],
    "not signiﬁcantly": ["significantly", "also significantly"],
    "higher": ["lower"],
    "intervention group": ["control group"],
    "24-hour": ["48-hour", "24-minute", "4-hour"],
    "0–100": ["0–10", "1–100", "0100"],
    "1,204": ["1,240", "204", "1,2040"],
    "10 mg": ["100 mg", "10 g", "10 Mg", "1 0 mg"],
    "12 weeks": ["12 days", "2 weeks", "12 months"],
    "less frequent": ["more frequent", "frequent"],
    "women than in the men": ["men than in the women"],
    "2 of 602": ["20 of 602", "2 of 620", "26 of 02"],
    "No serious": ["Some serious", "Serious"],
    "before week 8": ["after week 8", "before week 9"],
    "arm A but": ["arm B but"],
    "[3,4]": ["[3,5]"],
}


def states(quotes):
    return {quote: find_quote(quote, SOURCE).state for quote in quotes}


def test_what_is_written_otherwise_is_offered():
    written = {
        change(passage) for passage in PASSAGES for change in WRITTEN.values()
    } - set(PASSAGES)
    found = states(written)
    missed = [q for q, state in found.items() if state == QuoteState.ABSENT]
    assert missed == []
    near = [q for q, state in found.items() if state == QuoteState.NEAR]
    assert len(near) >= 100
    offered = {find_quote(quote, SOURCE).passage for quote in near}
    assert all(passage in SOURCE for passage in offered)


def test_what_says_something_else_is_never_offered():
    said = {
        passage.replace(words, other)
        for passage in PASSAGES
        for words, others in SAID.items()
        if words in passage
        for other in others
    }
    assert len(said) >= 50
    assert {q: s for q, s in states(said).items() if s != QuoteState.ABSENT} == {}
    # Nor where dashes and quotes differ too.
    both = {WRITTEN["hyphens"](WRITTEN["straight quotes"](quote)) for quote in said}
    assert {q: s for q, s in states(both).items() if s != QuoteState.ABSENT} == {}


def test_signs_of_at_most_are_written_in_two_ways():
    source = "Doses of ≤ 5 mg were safe, those of ≥ 9 mg were not."
    assert find_quote("Doses of <= 5 mg were safe", source).state == QuoteState.NEAR
    assert find_quote("Doses of >= 5 mg were safe", source).state == QuoteState.ABSENT


def test_differences_are_shown():
    found = find_quote('The "primary outcome" was', SOURCE)
    told = [(d.kind, d.quoted, d.source) for d in found.differences]
    assert told == [("quotation marks", '"primary outcome"', "“primary outcome”")]
    assert SOURCE[found.start : found.end] == found.passage


def test_what_is_left_out_may_turn_nothing_round():
    assert find_quote("IL-6 was … higher in the", SOURCE).state == QuoteState.ABSENT
    assert find_quote("IL-6 was [later] higher", SOURCE).state == QuoteState.ABSENT
    assert find_quote("adults took … placebo", SOURCE).state == QuoteState.NEAR
    assert find_quote("adults took [the drug] or placebo", SOURCE).passage == (
        "adults took examplin 10 mg or placebo"
    )


def test_words_and_numbers_are_not_cut():
    source = "It was ineffective: 25.5 mg, -7 points and 1,200 people."
    cut = ["effective", "5.5 mg", "5 mg", "25", "7 points", "200 people", "1,200 peop"]
    assert {q: find_quote(q, source).state for q in cut} == dict.fromkeys(
        cut, QuoteState.ABSENT
    )
    assert find_quote("25.5 mg", source).state == QuoteState.VERBATIM


def test_without_a_text_nothing_is_said():
    assert find_quote("Anything", " ").state == QuoteState.NO_TEXT
    assert find_quote(" ", SOURCE).state == QuoteState.ABSENT
    assert find_quote("x" * 30_000, SOURCE).state == QuoteState.ABSENT


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_words_are_looked_for_in_any_text(quoted, source):
    found = find_quote(quoted, source)
    if found.start is not None:
        assert source[found.start : found.end] == found.passage


@given(st.integers(0, len(CLEAN) - 1), st.integers(1, 120))
def test_a_stretch_of_whole_words_stands_in_its_text(start, length):
    words = re.search(r"\S.*", CLEAN[start : start + length])
    whole = " ".join(words[0].split()[1:-1]) if words else ""
    if whole:
        assert find_quote(whole, CLEAN).state == QuoteState.VERBATIM
