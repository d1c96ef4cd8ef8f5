"""What differs between two states of a text, word by word, as a person reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SHORT = 40  # characters: what is shorter is read quicker whole
ALIKE = 0.4  # of the words: below, the two are different texts
CONTEXT = 16  # words, and the spaces between, that stay around a change
MOST_WORDS = 4000  # of both together: comparing takes the square of their number
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A run of words: as before ("same"), taken out ("out"), put in ("in"), or left
    out here because it is long and the same ("skipped")."""

    kind: str
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of a text that was changed, in order; none where it is read better
    whole: where it is short, or hardly a word is the same.
    """
    if max(len(old), len(new)) <= SHORT:
        return ()
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if not before or not after or len(before) + len(after) > MOST_WORDS:
        return ()
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return ()
    return tuple(_pieces(matcher, before, after))


def _pieces(
    matcher: SequenceMatcher, before: list[str], after: list[str]
) -> Iterator[Piece]:
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            first, last = i1 == 0, i2 == len(before)
            yield from _same(before[i1:i2], first=first, last=last)
            continue
        if i2 > i1:
            yield Piece("out", "".join(before[i1:i2]))
        if j2 > j1:
            yield Piece("in", "".join(after[j1:j2]))


def _same(words: list[str], *, first: bool, last: bool) -> Iterator[Piece]:
    """A run that did not change: where it is long, its ends beside the changes."""
    head = 0 if first else CONTEXT
    tail = 0 if last else CONTEXT
    if len(words) <= head + tail + CONTEXT:
        yield Piece("same", "".join(words))
        return
    if head:
        yield Piece("same", "".join(words[:head]))
    yield Piece("skipped", "…")
    if tail:
        yield Piece("same", "".join(words[-tail:]))
