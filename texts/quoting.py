"""Looks for a quoted passage in the text it is quoted from.

It stands there word for word, or nearly: written otherwise, with citation markers or a
part left out. A passage of another number, unit, negation or direction is another
passage, and is never offered as the same. Exact words are one fact; whether they
support what they are quoted for is another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from texts.rules import RuleEffect, RuleEntry
from texts.skeletons import Skeleton, skeleton
from texts.words import Words

RULE_ENTRIES = (
    RuleEntry(
        "texts.quoting",
        "A quoted passage stands in its source word for word, nearly, or not; of "
        "another number, unit or negation it is another.",
        RuleEffect.DECIDES,
        "Footing",
    ),
)


LONGEST = 20_000  # characters of a passage that is looked for
_ELLIPSIS = re.compile(r"[\[(]?\s*(?:…|\.\s?\.\s?\.)\s*[\])]?")
_INSERTED = re.compile(r"\[[^\[\]\d]{2,80}\]")
_MARKER = re.compile(
    r"(?<=[^\W\d_.,;:)”\"’'])\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]"
    r"|(?<=[.,;:)”\"’'])\s?\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]"
)
_CUT_BEFORE = re.compile(r"(?:\d[.,·]|(?:^|[^\w\s])[-−–]|\s[-−])$")
_CUT_AFTER = re.compile(r"[.,·]\d|\s?%")
_CUT_UNIT = re.compile(r"/[^\W\d_]")
_DENIED = re.compile(r"\b(?:no|not|never|without|neither|nor|non)\W+$", re.IGNORECASE)
_LEFT_OUT = 400  # characters between two parts of a quotation, at most
_TURNS = re.compile(
    r"\b(?:no|not|never|without|neither|nor|none|cannot|fail\w*|lack\w*|less|fewer"
    r"|lower\w*|reduc\w+|decreas\w+|increas\w+|more|higher|worse\w*|placebo|control)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)


class QuoteState(Words):
    """Whether quoted words stand in the stored text of their source."""

    NO_TEXT = "", "the source’s text is not stored", "", "q"
    VERBATIM = "verbatim", "word for word in the stored text", "✓", "ok"
    NEAR = "near", "in the stored text, written otherwise", "≈", "warn"
    ABSENT = "absent", "not in the stored text", "", "warn"


@dataclass(frozen=True)
class Difference:
    """Where quoted words and their source are written otherwise, and in what."""

    kind: str
    quoted: str
    source: str


@dataclass(frozen=True)
class FoundQuote:
    """What looking for a passage came to.

    ``passage`` are the source's own words where it was found, from ``start`` to ``end``
    in code points of the source.
    """

    state: QuoteState
    passage: str = ""
    start: int | None = None
    end: int | None = None
    differences: tuple[Difference, ...] = ()


def find_quote(quoted: str, source: str) -> FoundQuote:
    """Look for quoted words in the text of their source; linear in its length.

    No words, and more than ``LONGEST`` characters, are in no text.
    """
    quoted = quoted.strip()
    if not source.strip():
        return FoundQuote(QuoteState.NO_TEXT)
    if not quoted or len(quoted) > LONGEST:
        return FoundQuote(QuoteState.ABSENT)
    for start in _places(quoted, source):
        end = start + len(quoted)
        if _is_whole(source, start, end):
            return FoundQuote(QuoteState.VERBATIM, quoted, start, end)
    span = _near(quoted, source)
    if span is None:
        return FoundQuote(QuoteState.ABSENT)
    passage = source[slice(*span)]
    told = tuple(differences(quoted, passage))
    return FoundQuote(QuoteState.NEAR, passage, *span, told)


def _places(words: str, text: str) -> Iterator[int]:
    place = text.find(words) if words else -1
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _is_whole(source: str, start: int, end: int) -> bool:
    """Whether a span cuts no word and no number in two."""
    first, last = source[start], source[end - 1]
    before, after = source[max(start - 2, 0) : start], source[end : end + 2]
    if first.isalnum() and before[-1:].isalnum():
        return False
    if last.isalnum() and after[:1].isalnum():
        return False
    if first.isdigit() and _CUT_BEFORE.search(before):
        return False
    return not (last.isdigit() and _CUT_AFTER.match(after)) and not (
        last.isalpha() and _CUT_UNIT.match(after)
    )


def _near(quoted: str, source: str) -> tuple[int, int] | None:
    """Where a quotation stands but for how it is written, or for what is left out."""
    whole = skeleton(source)
    if span := _span(quoted, source, whole, 0):
        return span
    bare, unmarked = _MARKER.sub("", quoted), _blanked(source)
    if bare != quoted and (span := _span(bare, source, whole, 0)):
        return span
    if unmarked != source and (span := _span(quoted, unmarked, skeleton(unmarked), 0)):
        return span
    for cut in (_ELLIPSIS, _INSERTED):
        if cut.search(quoted) and (span := _in_parts(quoted, source, whole, cut)):
            return span
    return None


def _blanked(source: str) -> str:
    """The source with its citation markers as blanks, so that places stay."""
    return _MARKER.sub(lambda match: " " * len(match[0]), source)


def _span(
    words: str, source: str, whole: Skeleton, since: int
) -> tuple[int, int] | None:
    """Where words stand in a source by their skeletons, from a place on."""
    wanted = skeleton(words).text.strip()
    if not wanted:
        return None
    for place in _places(wanted, whole.text):
        start = whole.places[place]
        end = whole.places[place + len(wanted) - 1] + 1
        denied = _DENIED.search(source[max(start - 12, 0) : start])
        if start >= since and not denied and _is_whole(source, start, end):
            return start, end
    return None


def _in_parts(
    quoted: str, source: str, whole: Skeleton, cut: re.Pattern[str]
) -> tuple[int, int] | None:
    """Where the parts of a quotation stand, one after the other and near.

    What lies between two parts in one sentence, and what the quotation puts there
    itself, may turn nothing round.
    """
    if cut is _INSERTED and any(_TURNS.search(m[0]) for m in cut.finditer(quoted)):
        return None
    spans: list[tuple[int, int]] = []
    for part in filter(str.strip, cut.split(quoted)):
        span = _span(part, source, whole, spans[-1][1] if spans else 0)
        if span is None:
            return None
        if spans:
            between = source[spans[-1][1] : span[0]]
            is_one_sentence = not re.search(r"[.!?]\s", between)
            if len(between) > _LEFT_OUT or is_one_sentence and _TURNS.search(between):
                return None
        spans.append(span)
    return (spans[0][0], spans[-1][1]) if len(spans) > 1 else None


_KINDS = (
    ("a part left out", re.compile(r"…|\.\s?\.\s?\.")),
    ("brackets", re.compile(r"[\[\](){}]")),
    ("a dash", re.compile(r"[-\u2010-\u2015\u2212]")),
    ("quotation marks", re.compile(r"[\"'“”‘’«»`´]")),
    ("a ligature", re.compile(r"[\ufb00-\ufb06æœÆŒ]")),
    ("a Greek letter", re.compile(r"[\u0370-\u03ff\u00b5]")),
    ("a line’s end", re.compile(r"[\n\r\u00ad]")),
    ("a raised or lowered figure", re.compile(r"[⁰¹²³⁴-⁹⁺⁻₀-₉]")),
)


def differences(quoted: str, passage: str) -> Iterator[Difference]:
    """Where two passages of one skeleton are written otherwise, word by word."""
    ours, theirs = re.findall(r"\S+\s*", quoted), re.findall(r"\S+\s*", passage)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            one, other = "".join(ours[i:j]), "".join(theirs[k:m])
            if one.strip() != other.strip() or "\n" in one + other:
                yield Difference(_kind(one, other), one.strip(), other.strip())


def _kind(one: str, other: str) -> str:
    for kind, pattern in _KINDS:
        if len(pattern.findall(one)) != len(pattern.findall(other)):
            return kind
        if pattern.findall(one) != pattern.findall(other):
            return kind
    if one.casefold().split() == other.casefold().split():
        return "capital letters"
    if "".join(one.split()) == "".join(other.split()):
        return "blanks"
    return "spelling or punctuation"
