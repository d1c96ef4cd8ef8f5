"""Patterns that are compiled at their first use, or all at once."""

import re

import pytest

from texts.late_patterns import compile_late, compile_now


@pytest.fixture
def compiled(monkeypatch):
    """The patterns that are compiled from now on."""
    seen = []

    def compile_(pattern, flags=0):
        seen.append(pattern)
        return once(pattern, flags)

    once = re.compile
    monkeypatch.setattr(re, "compile", compile_)
    return seen


def test_a_pattern_is_compiled_once_when_it_is_first_used(compiled):
    late = compile_late("m(u)d", re.IGNORECASE)
    assert compiled == []
    assert late.search("MUD")[1] == "U"
    assert late.sub("moss", "mud") == "moss"
    assert compiled == ["m(u)d"]


def test_before_processes_are_forked_all_are_compiled(compiled):
    late = compile_late("clay|mud")
    compile_now()
    assert "clay|mud" in compiled
    compiled.clear()
    assert late.fullmatch("mud")
    compile_now()
    assert compiled == []
