"""Stored codes as the words of their vocabulary, for their label, symbol and tone.

`{% load words %}` brings it in: `{% with verdict=claim.verdict|as_verdict %}`.
"""

from dataclasses import dataclass

from django import template

from articles.words import Found, MentionStatus, Wording
from bibliography.matching import Says
from claims.words import Certainty, Verdict

register = template.Library()


@register.filter
def as_verdict(code):
    """The verdict of a stored code."""
    return Verdict(code)


@register.filter
def as_certainty(code):
    """The certainty of a stored code."""
    return Certainty(code)


@register.filter
def as_found(code):
    """What the search for a cited work says, of a stored code."""
    return Found(code)


@register.filter
def as_says(code):
    """What comparing a field came to, of a stored code."""
    return Says(code)


@register.filter
def as_status(code):
    """What became of a place that may make a claim, of a stored code."""
    return MentionStatus(code)


@register.filter
def as_wording(code):
    """What a person says of an article's wording, of a stored code."""
    return Wording(code)


@dataclass(frozen=True)
class Segment:
    """One piece of a verdict bar: where it lies (0 to 1000) and what it counts."""

    x: float
    width: float
    count: int
    verdict: Verdict


@register.filter
def verdict_segments(counts):
    """The pieces of a bar for `counts`, pairs of (verdict, count), in their order."""
    shown = [(Verdict(code), n) for code, n in counts if n]
    total = sum(n for _, n in shown)
    segments, x = [], 0.0
    for verdict, n in shown:
        width = 1000 * n / total
        segments.append(Segment(round(x, 1), round(width, 1), n, verdict))
        x += width
    return segments
