"""A pattern is passed over only where it cannot be found."""

import re
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.suggesting.rules import load_rules
from articles.reading.suggesting.rules.needed import LOOKOUT, Lookout, alternatives

FAMILIES = "claims", "contexts", "exclusions", "hedges", "modes", "sections", "wording"
PIECES = (
    "tea", "i", r"\b", r"\d", " ", "-", r"\w+", "[a-z]", "s?", "(?:ing|ed)?", "é",
    "(?:calm|cool)", r"(?:\d+|many)", r"\b(?:is|are)\b", "(?=x)x", "(?<!a)",
    "[’']", "a+", "(?:tea.{0,30}is|a(?:s|t).{0,20}x|milk|od)", ".{0,40}",
)  # fmt: skip


def is_tried(pattern, text):
    lookout = Lookout()
    lookout.watch("it", alternatives(pattern))
    seen = lookout.seen(text)
    return any(map(seen.has_all_of, seen.leads.get("it", ())))


def is_found(pattern, text):
    lookout = Lookout()
    lookout.watch("it", alternatives(pattern))
    return lookout.seen(text).has("it")


def test_a_rule_holds_where_its_whole_pattern_is_found_and_nowhere_else():
    rules = [rule for family in FAMILIES for rule in load_rules(family)]
    said = [one for rule in rules for one in (*rule.yes, *rule.no)][::29]
    differing = [
        (rule.name, text)
        for rule in rules
        for text in (*said, *rule.yes, *rule.no)
        if LOOKOUT.seen(text).has(rule.pattern) != bool(rule.pattern.search(text))
    ]
    assert differing == []
    seen = [LOOKOUT.seen(text) for text in said[:50]]
    skipped = [rule.pattern not in one.leads for rule in rules for one in seen]
    assert sum(skipped) > len(skipped) / 2  # else it is of no use


@settings(max_examples=60)
@given(st.data())
def test_any_pattern_is_found_as_the_library_finds_it(data):
    pattern = "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=6)))
    text = data.draw(st.text(alphabet="teaisclmod -1é’x", max_size=20))
    if "(?" not in pattern and r"\b" not in pattern:
        text = data.draw(st.from_regex(pattern)).lower()
    assert is_found(pattern, text) == bool(re.search(pattern, text))


def test_alternatives_that_span_words_are_tried_one_by_one():
    pattern = r"\b(?:tea.{0,40}(?:calm|cool)s?|(?:milk|oat.{0,30}bran)) (?:us|me)\b"
    assert len(alternatives(pattern)) == 3
    for text in ("tea at noon cools me", "milk us", "oat and rye bran me"):
        assert is_found(pattern, text)
    assert not is_found(pattern, "oats calm us")
    assert not is_tried(pattern, "tea and cake for all")


def test_letters_are_needed_as_they_stand_in_words():
    assert is_tried(r"\bis\b", "This is so.") and not is_tried(r"\bis\b", "This.")
    assert is_tried(r"(?:tea|milk)s? calms", "Milks calms")
    assert not is_tried(r"(?:tea|milk)s? calms", "tea cools")
    assert is_tried(r"\d+ %", "7 %") and not is_tried(r"\d+ %", "seven %")
    assert is_tried("(?:tea)?", "")


def test_what_is_learnt_later_is_looked_for_in_a_text_seen_before():
    lookout = Lookout()
    assert not lookout.seen("tea calms").has("it")
    lookout.watch("it", alternatives("calms"))
    assert lookout.seen("tea calms").has("it")


def test_the_first_text_that_a_process_reads_is_read_like_any_other():
    said = "from articles.reading.suggesting.kinds import claim_kinds as kinds; "
    said += "print(*kinds('Moss rot is a condition marked by weak bones.'))"
    command = [sys.executable, "-c", said]
    first = subprocess.run(command, capture_output=True, text=True, check=True)
    assert first.stdout.split()[0] == "definition"
