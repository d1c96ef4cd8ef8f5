"""Stored codes as the words of their vocabulary, for their label, symbol and tone.

`{% load words %}` brings it in: `{% with verdict=claim.verdict|as_verdict %}`.
"""

from dataclasses import dataclass

from django import template

from articles.words import Found, MentionStatus, Wording
from bibliography.matching import Says
from claims.words import Certainty, Standing, Verdict

register = template.Library()


@register.filter
def as_verdict(code):
    """The verdict of a stored code."""
    return Verdict(code)


@register.filter
def as_certainty(code):
    """The certainty of a stored code; of none, that nothing was graded."""
    return Certainty(code or Certainty.NOT_GRADED)


@register.filter
def standing_words(code):
    """Who stands behind a verdict, of a stored code; empty where none was given."""
    return Standing(code).label if code else ""


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
    standing: str


@register.filter
def verdict_segments(counts):
    """The pieces of a bar for `counts`, of (verdict, standing, count), in order."""
    shown = [(Verdict(code), standing, n) for code, standing, n in counts if n]
    total = sum(n for _, _, n in shown)
    segments, x = [], 0.0
    for verdict, standing, n in shown:
        width = 1000 * n / total
        segments.append(Segment(round(x, 1), round(width, 1), n, verdict, standing))
        x += width
    return segments
