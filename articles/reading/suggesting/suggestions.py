"""Suggests which sentences are claims: what evidence could support or contradict.

Which sentences those are, and of which kind, is decided in ``kinds.py`` by the rules in
``rules/``, and in ``contexts.py`` by what surrounds them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from articles.reading.anchoring.selection import mode_of
from articles.reading.document import (
    Citation,
    Document,
    Flag,
    Mode,
    Sentence,
    SuggestedKind,
    Suggestion,
)
from articles.reading.plain.markup import as_shown
from articles.reading.suggesting.contexts import in_claiming_sections, without_label
from articles.reading.suggesting.kinds import Told, likely_kinds, told_by_rules
from articles.reading.suggesting.rules import VERSION
from articles.reading.suggesting.wording import CITES_NOTHING, is_hedged, wording_flags

_FOOTNOTES_BEHIND = re.compile(r"(?:\s?\[\^[^\[\]\s]{1,60}\]){1,9}$")
_EFFECTS = (SuggestedKind.EFFICACY, SuggestedKind.SAFETY, SuggestedKind.COMPARISON)


def suggest(
    document: Document,
    sentences: tuple[Sentence, ...],
    citations: tuple[Citation, ...],
) -> tuple[Suggestion, ...]:
    """Return the sentences that look like claims, in reading order.

    Each has its kind, a second kind where one fits nearly as well, how it is put, and
    flags that say what is worth checking. ``citations`` of a suggestion are indexes
    into the tuple given, of those whose covered words it shares.
    """
    found: list[Suggestion] = []
    citing = _cited_by(sentences, citations)
    claims = [  # how each is put is read while its words are at hand
        (sentence, told, _put(text, cited=citing[sentence.start]))
        for sentence, text, told in claims_in(document, sentences)
    ]
    learnt = likely_kinds([told for _, told, _ in claims])
    for (sentence, _, put), likely in zip(claims, learnt, strict=True):
        if not (kinds := likely.kinds):
            continue
        found.append(
            Suggestion(
                start=sentence.start,
                end=sentence.end,
                kind=kinds[0],
                also_kind=kinds[1] if len(kinds) > 1 else None,
                mode=put.mode,
                hedged=put.hedged,
                citations=put.citations,
                flags=put.flags(kinds[0]),
                rules_version=VERSION,
                doubt=likely.doubt,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Put:
    """How a sentence puts its claim."""

    mode: Mode
    hedged: bool
    citations: tuple[int, ...]
    wording: tuple[Flag, ...]

    def flags(self, kind: SuggestedKind) -> tuple[Flag, ...]:
        """Return what is worth checking in a claim of that kind."""
        leave_out = set()
        if self.citations:
            leave_out.add("unnamed-studies")
        if self.hedged:
            leave_out.add("will")
        if self.hedged or kind not in _EFFECTS or self.mode is not Mode.ASSERTS:
            leave_out.add("causal")
        wording = tuple(flag for flag in self.wording if flag.rule not in leave_out)
        return wording if self.citations else (CITES_NOTHING, *wording)


def _put(text: str, cited: tuple[int, ...]) -> _Put:
    mode = mode_of(text, cited=bool(cited))
    return _Put(mode, is_hedged(text), cited, wording_flags(text))


def claims_in(
    document: Document, sentences: tuple[Sentence, ...]
) -> Iterator[tuple[Sentence, str, Told]]:
    """Yield the sentences that are claims, their words, and what the rules tell."""
    block, kinds = -1, ()
    for sentence, context in in_claiming_sections(document, sentences):
        text = " ".join(document.text[sentence.start : sentence.end].split())
        text = without_label(_FOOTNOTES_BEHIND.sub("", as_shown(text)))
        before = kinds if sentence.block == block else ()
        told = told_by_rules(text, context.after(before, text))
        block, kinds = sentence.block, told.kinds if told else ()
        if told:
            yield sentence, text, told


def _cited_by(
    sentences: tuple[Sentence, ...], citations: tuple[Citation, ...]
) -> dict[int, tuple[int, ...]]:
    """Return the citations that cover words of a sentence, by the sentence's start."""
    ends = [sentence.end for sentence in sentences]
    found: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for index, citation in enumerate(citations):
        start, end = citation.covers
        for at in range(bisect_right(ends, start), len(sentences)):
            if sentences[at].start >= end:
                break
            found[sentences[at].start] += (index,)
    return found
