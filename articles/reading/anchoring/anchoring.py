"""Places marked words of one version of an article in the next version.

An anchor is a W3C text quote selector (exact, prefix, suffix) together with a text
position selector (start, end), both of the Web Annotation Data Model (W3C 2017).
Whole versions are aligned sentence by sentence, so that of several equal quotes each
goes where its neighbours went.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from articles.reading.anchoring.alignment import Pair, align
from articles.reading.document import Sentence
from articles.reading.sentences import sentence_spans
from texts.rules import RuleEffect, RuleEntry
from texts.words import Words

RULE_ENTRIES = (
    RuleEntry(
        "articles.anchoring",
        "A mention is found again in a new capture of its article; one that was "
        "reworded is asked about.",
        RuleEffect.PROPOSES,
        "Web Annotation Data Model (W3C 2017)",
    ),
)


CONTEXT = 32  # code points of prefix and suffix
_PIECE = re.compile(r"\w+|\W")  # a word, or one sign between words
_STOPS = set(".!?…")
_SHORTEST_QUOTE = 20  # shorter words are no proof that a passage is the same one


class AnchorState(Words):
    """What became of the anchored words in a version.

    "Same" and "moved" have the same words in an unchanged sentence: in the same order
    among its neighbours, or elsewhere. Words inserted before an anchor don't move it.
    """

    SAME = "same"
    MOVED = "moved"
    REWORDED = "reworded"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of one version's text; ``text[start:end] == exact``."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reanchored:
    """Where an anchor's words are in a newer version.

    ``exact`` are the new version's words. Of one that is gone, exact, prefix and suffix
    are the old version's and start and end are None.
    """

    state: AnchorState
    start: int | None
    end: int | None
    exact: str
    prefix: str
    suffix: str


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Anchor ``text[start:end]``, keeping up to 32 code points on either side.

    Raises ValueError when the span is empty or reaches outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(
            f"The span {start} to {end} does not lie in a text of {len(text)} "
            "characters: expected start before end, both inside."
        )
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(text[start:end], prefix, suffix, start, end)


def reanchor(
    anchor: Anchor,
    old_text: str,
    new_text: str,
    new_sentences: Sequence[Sentence] = (),
) -> Reanchored:
    """Place one anchor in a new version; see ``reanchor_all``."""
    return reanchor_all([anchor], old_text, new_text, new_sentences)[0]


def reanchor_all(
    anchors: Iterable[Anchor],
    old_text: str,
    new_text: str,
    new_sentences: Sequence[Sentence] = (),
) -> list[Reanchored]:
    """Place every anchor of ``old_text`` in ``new_text``, in the order given.

    ``new_sentences`` are the new version's; a reworded sentence is given one of their
    spans. Anchors that shared a span share it afterwards. A changed negation or number
    makes a sentence reworded, never the same.
    """
    versions = _Versions(old_text, new_text, new_sentences)
    placed: dict[tuple[str, int, int], Reanchored] = {}
    answer = []
    for anchor in anchors:
        key = (anchor.exact, anchor.start, anchor.end)
        if key not in placed:
            placed[key] = versions.place(anchor)
        answer.append(placed[key])
    return answer


class _Versions:
    """Two versions of a text with their sentences aligned."""

    def __init__(self, old: str, new: str, sentences: Sequence[Sentence]) -> None:
        self.old, self.new = old, new
        self.old_spans, self.new_spans = _spans(old), _spans(new)
        self.old_starts = [start for start, _ in self.old_spans]
        self.sentences = sorted((s.start, s.end) for s in sentences)
        self.sentence_starts = [start for start, _ in self.sentences]
        self.pairs = align(
            [old[start:end] for start, end in self.old_spans],
            [new[start:end] for start, end in self.new_spans],
        )

    def place(self, anchor: Anchor) -> Reanchored:
        start = _position_of(anchor, self.old)
        if start is None:
            return self._place_quote(anchor)
        end = start + len(anchor.exact)
        touched = self._touched(start, end)
        if found := self._place_unbroken(anchor.exact, touched):
            return found
        pairs = [self.pairs[index] for index in touched]
        kept = [(i, p) for i, p in zip(touched, pairs, strict=True) if p]
        if not kept:
            return self._place_quote(anchor)
        if len(touched) == 1:
            return self._place_within(touched[0], kept[0][1], start, end)
        return self._place_across(kept, start, end, whole=len(kept) == len(touched))

    def _touched(self, start: int, end: int) -> list[int]:
        """Return the old sentences that share words with a span."""
        index = max(0, bisect_right(self.old_starts, start) - 1)
        touched = []
        while index < len(self.old_spans) and self.old_spans[index][0] < end:
            if self.old_spans[index][1] > start:
                touched.append(index)
            index += 1
        return touched

    def _place_unbroken(self, quote: str, touched: list[int]) -> Reanchored | None:
        """Place words that stand once, as whole sentences, in both versions.

        It helps where sentences were cut differently in the two.
        """
        pairs = [pair for index in touched if (pair := self.pairs[index])]
        if any(pair.equal for pair in pairs):
            return None
        if not (_stands_once(quote, self.old) and _stands_once(quote, self.new)):
            return None
        start = self.new.index(quote)
        end = start + len(quote)
        spans = [self.new_spans[pair.new] for pair in pairs]
        near = any(first < end and start < last for first, last in spans)
        return self._result(AnchorState.SAME if near else AnchorState.MOVED, start, end)

    def _place_within(self, index: int, pair: Pair, start: int, end: int) -> Reanchored:
        """Place a span that lies in one sentence."""
        (old_start, old_end), (new_start, new_end) = self._both(index, pair)
        first, last = start - old_start, end - old_start
        whole = last - first >= 0.8 * (old_end - old_start)
        if pair.equal and old_end - old_start == new_end - new_start:
            state = AnchorState.SAME if pair.in_order else AnchorState.MOVED
            return self._result(state, new_start + first, new_start + last)
        if pair.equal:  # white space changed
            state = AnchorState.SAME if pair.in_order else AnchorState.MOVED
        else:
            state = AnchorState.REWORDED
        if whole and not pair.equal:
            return self._result(state, *self._sentence_at(new_start, new_end))
        before, after = self.old[old_start:old_end], self.new[new_start:new_end]
        mapped = _map_span(before, after, max(0, first), min(last, len(before)))
        if mapped is None:
            return self._gone(make_anchor(self.old, start, end))
        return self._result(state, new_start + mapped[0], new_start + mapped[1])

    def _place_across(
        self, kept: list[tuple[int, Pair]], start: int, end: int, *, whole: bool
    ) -> Reanchored:
        """Place a span over several sentences where most of them went."""
        run = _longest_run(kept)
        pieces = []
        for index, pair in run:
            old_start, old_end = self.old_spans[index]
            piece = self._place_within(
                index, pair, max(start, old_start), min(end, old_end)
            )
            if piece.start is not None:
                pieces.append(piece)
        if not pieces:
            return self._gone(make_anchor(self.old, start, end))
        states = {piece.state for piece in pieces}
        intact = whole and len(run) == len(kept) and len(pieces) == len(run)
        state = states.pop() if intact and len(states) == 1 else AnchorState.REWORDED
        return self._result(
            state, min(p.start for p in pieces), max(p.end for p in pieces)
        )

    def _place_quote(self, anchor: Anchor) -> Reanchored:
        """Look for the words alone, where their sentence found no answer."""
        if len(anchor.exact) < _SHORTEST_QUOTE:
            return self._gone(anchor)
        taken = [self.new_spans[pair.new] for pair in self.pairs if pair]
        places = [
            match
            for match in re.finditer(re.escape(anchor.exact), self.new)
            if not any(a < match.end() and match.start() < b for a, b in taken)
        ]
        if not places:
            return self._gone(anchor)
        best = max(places, key=lambda match: _context_shared(anchor, self.new, match))
        # The words stand, but their sentence is another one now.
        span = self._sentence_at(best.start(), best.end())
        return self._result(AnchorState.REWORDED, *span)

    def _both(self, index: int, pair: Pair) -> tuple[tuple[int, int], tuple[int, int]]:
        return self.old_spans[index], self.new_spans[pair.new]

    def _sentence_at(self, start: int, end: int) -> tuple[int, int]:
        """Return the known sentence that shares most with a span, else the span."""
        index = max(0, bisect_right(self.sentence_starts, start) - 1)
        best, most = (start, end), 0
        for first, last in self.sentences[index:]:
            if first >= end:
                break
            shared = min(last, end) - max(first, start)
            if shared > most:
                best, most = (first, last), shared
        return best

    def _result(self, state: AnchorState, start: int, end: int) -> Reanchored:
        new = make_anchor(self.new, start, end)
        return Reanchored(state, start, end, new.exact, new.prefix, new.suffix)

    def _gone(self, anchor: Anchor) -> Reanchored:
        words = anchor.exact, anchor.prefix, anchor.suffix
        return Reanchored(AnchorState.GONE, None, None, *words)


def _spans(text: str) -> list[tuple[int, int]]:
    return list(sentence_spans(text, 0, len(text), wrapped=False))


def _stands_once(quote: str, text: str) -> bool:
    """Tell whether the quote is in the text once, from sentence start to end."""
    if text.count(quote) != 1 or quote.rstrip()[-1:] not in _STOPS:
        return False
    start = text.index(quote)
    before = text[max(0, start - CONTEXT) : start]
    parted = not before or before[-1:].isspace()
    return parted and (not before.strip() or before.rstrip()[-1:] in _STOPS)


def _position_of(anchor: Anchor, text: str) -> int | None:
    """Return where the anchor's words are in its own version.

    Where the position no longer holds, the quote in its context decides.
    """
    if text[anchor.start : anchor.end] == anchor.exact:
        return anchor.start
    places = list(re.finditer(re.escape(anchor.exact), text))
    if not places:
        return None
    best = max(places, key=lambda match: _context_shared(anchor, text, match))
    return best.start()


def _context_shared(anchor: Anchor, text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return how much context a place shares, then how near its position is."""
    before = text[max(0, match.start() - CONTEXT) : match.start()]
    after = text[match.end() : match.end() + CONTEXT]
    shared = _same_start(before[::-1], anchor.prefix[::-1])
    shared += _same_start(after, anchor.suffix)
    return shared, -abs(match.start() - anchor.start)


def _same_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next(
        (i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other))
    )


def _longest_run(kept: list[tuple[int, Pair]]) -> list[tuple[int, Pair]]:
    """Return the most sentences that still stand in a row."""
    runs = [[kept[0]]]
    for item in kept[1:]:
        if item[1].new == runs[-1][-1][1].new + 1:
            runs[-1].append(item)
        else:
            runs.append([item])
    return max(runs, key=len)


def _map_span(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where part of a sentence is in the sentence's new wording."""
    quote = old[start:end]
    if old.count(quote) == 1 and new.count(quote) == 1:
        found = new.index(quote)
        return found, found + len(quote)
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    old_ends, new_ends = _ends(before), _ends(after)
    first = last = None
    for tag, a, b, c, d in Levenshtein.opcodes(before, after):
        if tag == "delete" or old_ends[b] <= start or old_ends[a] >= end:
            continue
        equal = tag == "equal"
        if first is None:
            first = new_ends[c] + (max(start - old_ends[a], 0) if equal else 0)
        last = new_ends[d] - (max(old_ends[b] - end, 0) if equal else 0)
    return (first, last) if first is not None and first < last else None


def _ends(pieces: list[str]) -> list[int]:
    """Return where each piece of a text begins, and where the text ends."""
    return [0, *accumulate(len(piece) for piece in pieces)]
