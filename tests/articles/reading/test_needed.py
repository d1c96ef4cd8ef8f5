"""A pattern is passed over only where it cannot be found."""

import re
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.suggesting.rules import load_rules, lowered
from articles.reading.suggesting.rules.needed import LOOKOUT, Lookout, ways

FAMILIES = "claims", "contexts", "exclusions", "hedges", "modes", "sections", "wording"
PIECES = (
    "tea", "i", r"\b", r"\d", " ", "-", r"\w+", "[a-z]", "s?", "(?:ing|ed)?", "é",
    "(?:calm|cool)", r"(?:\d+|many)", r"\b(?:is|are)\b", "(?=x)x", "(?<!a)",
    "[’']", "a+",
)  # fmt: skip


def is_tried(pattern, text):
    lookout = Lookout()
    needed = lookout.watch(ways(pattern))
    has = lookout.seen(lowered(text))
    return any(has & one == one for one in needed)


def test_a_rule_is_tried_wherever_it_holds():
    rules = [rule for family in FAMILIES for rule in load_rules(family)]
    said = [one for rule in rules for one in (*rule.yes, *rule.no)][::29]
    passed_over = [
        (rule.name, text)
        for rule in rules
        for text in (*said, *rule.yes, *rule.no)
        if not rule.pattern.may_match(LOOKOUT.seen(lowered(text)))
        and rule.pattern.compiled.search(lowered(text))
    ]
    assert passed_over == []
    seen = [LOOKOUT.seen(text) for text in said[:50]]
    skipped = [not rule.pattern.may_match(has) for rule in rules for has in seen]
    assert sum(skipped) > len(skipped) / 2  # else it is of no use


@settings(max_examples=60)
@given(st.data())
def test_any_pattern_is_tried_where_it_is_found(data):
    pattern = "".join(data.draw(st.lists(st.sampled_from(PIECES), max_size=6)))
    text = data.draw(st.text(alphabet="teaisclmod -1é’x", max_size=20))
    if "(?" not in pattern and r"\b" not in pattern:
        text = data.draw(st.from_regex(pattern)).lower()
    if re.search(pattern, text):
        assert is_tried(pattern, text)


def test_letters_are_needed_as_they_stand_in_words():
    assert is_tried(r"\bis\b", "This is so.") and not is_tried(r"\bis\b", "This.")
    assert is_tried(r"(?:tea|milk)s? calms", "Milks calms")
    assert not is_tried(r"(?:tea|milk)s? calms", "tea cools")
    assert is_tried(r"\d+ %", "7 %") and not is_tried(r"\d+ %", "seven %")
    assert is_tried("(?:tea)?", "")


def test_what_is_learnt_later_is_looked_for_in_a_text_seen_before():
    lookout = Lookout()
    assert lookout.seen("tea calms") == 0
    (needed,) = lookout.watch(ways("calms"))
    assert lookout.seen("tea calms") & needed == needed


def test_the_first_text_that_a_process_reads_is_read_like_any_other():
    said = "from articles.reading.suggesting.kinds import claim_kinds as kinds; "
    said += "print(*kinds('Moss rot is a condition marked by weak bones.'))"
    command = [sys.executable, "-c", said]
    first = subprocess.run(command, capture_output=True, text=True, check=True)
    assert first.stdout.split()[0] == "definition"
