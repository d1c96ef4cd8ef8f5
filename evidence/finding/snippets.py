"""The words of a search, marked where they stand in a text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.text_search import lexemes_of
from texts.late_patterns import compile_late
from texts.one_stem import MARK
from texts.search_queries import Query

AROUND = 90  # characters shown on either side of a hit
LOOKED_THROUGH = 40_000  # characters of a text
_WORD = re.compile(r"[^\W_]+(?:[-/’'][^\W_]+)*")
_CJK = compile_late(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0e7f]"
)

Piece = tuple[str, bool]  # words, and whether they are marked


@dataclass(frozen=True)
class Marker:
    """Marks the words that a search wants: whole lexemes, and beginnings."""

    lexemes: frozenset[str]
    beginnings: tuple[str, ...]

    def learn(self, texts: Iterable[str]) -> None:
        """Look up the words of short texts at once; each would ask for its own."""
        lexemes_of({word for text in texts for word, *_ in _words_in(text)})

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """A text in pieces, each with whether it is to be marked."""
        found, place = [], 0
        for start, end in self._places(text):
            found += [(text[place:start], False), (text[start:end], True)]
            place = end
        found.append((text[place:], False))
        return tuple(piece for piece in found if piece[0])

    def snippet(self, texts: Iterable[str]) -> tuple[Piece, ...]:
        """The first of some texts with a hit, cut around it; none without one."""
        for text in texts:
            text = text[:LOOKED_THROUGH]
            first = next(self._places(text), None)
            if first:
                return self.pieces(_cut(text, *first))
        return ()

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        words = [*_words_in(text)]
        lexemes = lexemes_of({word for word, *_ in words})
        behind = -2  # where the last hit ended
        for word, start, end in words:
            if self._is_hit(lexemes[word]) and (
                not word.isdigit() or start - behind <= 1 or word in self.lexemes_alone
            ):
                yield start, end
                behind = end

    @property
    def lexemes_alone(self) -> Collection[str]:
        """Numbers that are looked for by themselves: years."""
        return [lexeme for lexeme in self.lexemes if len(lexeme) > 3]

    def _is_hit(self, lexemes: Collection[str]) -> bool:
        whole = bool(lexemes) and self.lexemes.issuperset(lexemes)
        part = any(len(one) > 3 and one in self.lexemes for one in lexemes)
        begun = any(one.startswith(self.beginnings) for one in lexemes)
        return whole or part or bool(self.beginnings) and begun


def _words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Words with their places; a script without blanks has one a letter."""
    for found in _WORD.finditer(text):
        if _CJK.search(found[0]):
            for place, letter in enumerate(found[0], found.start()):
                yield letter, place, place + 1
        else:
            yield found[0], found.start(), found.end()


def _cut(text: str, start: int, end: int) -> str:
    """A text around a place, cut between words."""
    first = max(0, start - AROUND)
    last = min(len(text), end + AROUND)
    before = text[first:start]
    after = text[end:last]
    if first > 0:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}{text[start:end]}{after}".split())


def marker_of(query: Query) -> Marker:
    """What marks the words that a search wants, in any of their forms."""
    phrases = [
        phrase
        for parts in query.groups
        for part in parts
        if part.wanted
        for way in part.ways
        for phrase in way
    ]
    whole = [phrase.words for phrase in phrases if not phrase.prefix]
    begun = [phrase.words for phrase in phrases if phrase.prefix]
    lexemes = lexemes_of([*whole, *begun])
    wanted = {one for words in whole for one in lexemes[words]}
    # The number of "IL 6" is stored otherwise where it stands in "IL-6".
    numbers = {digits for one in wanted if (digits := one.removesuffix(MARK)).isdigit()}
    return Marker(
        frozenset(wanted | numbers | {f"{digits}{MARK}" for digits in numbers}),
        tuple(words.lower() for words in begun if words),
    )


def plain(pieces: Sequence[Piece]) -> str:
    """The words of pieces, without the marks."""
    return "".join(words for words, _ in pieces)
