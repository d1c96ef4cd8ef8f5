"""Words marked in a record that is screened: those of the question, or a person's."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from evidence.bases.question import asked_by
from evidence.judged import ELEMENTS
from evidence.models import EvidenceBase

MOST = 60  # words
_SHORT = 4  # letters: shorter words of a question mark too much
_COMMON = frozenset(
    """
    about after against among before between compared days disease
    during effect effects from group groups have having into less more months other
    patients people placebo risk study than that their them these they this those
    treatment trial usual versus weeks when where which with without years
    """.split()
)


def words_of(base: EvidenceBase) -> list[str]:
    """The words to mark, one each: the base's own, else those of its question."""
    own = [line.strip() for line in base.marked_words.splitlines()]
    return [word for word in own if word][:MOST] or question_words(base)


def question_words(base: EvidenceBase) -> list[str]:
    """The telling words of the question's elements, each once.

    Short ones are left out, but for those in capitals, such as BCG.
    """
    asked = asked_by(base)
    written = (
        w for name in ELEMENTS for w in re.findall(r"[^\W\d_][\w-]*", asked[name])
    )
    words = {word.casefold(): word for word in written if _tells(word)}
    return list(words.values())[:MOST]


def _tells(word: str) -> bool:
    if len(word) < _SHORT:
        return len(word) > 1 and word.isupper()
    return word.casefold() not in _COMMON


def marked(text: str, words: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is to be marked.

    A word stands for its plural too, and one that ends in * for all that begin so;
    capitals do not matter.

    >>> list(marked("Two vaccines", ["vaccine"]))
    [('Two ', False), ('vaccines', True)]
    """
    pattern = _pattern(tuple(words))
    if pattern is None:
        yield text, False
        return
    at = 0
    for found in pattern.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    if at < len(text):
        yield text[at:], False


def with_marks(text: str, words: Iterable[str]) -> SafeString:
    """A text as HTML, with its words in ``<mark>`` elements."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<mark>{}</mark>", piece) if is_marked else piece,)
            for piece, is_marked in marked(text, words)
        ),
    )


@lru_cache(64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted({w.strip() for w in words if w.strip(" *")}, key=len)[::-1]
    if not longest_first:
        return None
    either = "|".join(map(_written, longest_first))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _written(word: str) -> str:
    spaced = r"\s+".join(map(re.escape, word.rstrip("*").split()))
    return rf"{spaced}\w*" if word.endswith("*") else rf"{spaced}(?:e?s)?"
