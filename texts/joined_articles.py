"""Arabic and Hebrew words, which take articles and prepositions to themselves."""

import re
from collections.abc import Iterator

_ARABIC = re.compile(r"[\u0621-\u064a]{2,}")
_HEBREW = re.compile(r"[\u05d0-\u05ea]{2,}")
_ARABIC_BEFORE = ("وال", "بال", "كال", "فال", "ال", "لل")
_ARABIC_ADDED = ("ال", "وال", "بال", "لل")
_HEBREW_BEFORE = ("וה", "שה", "ה", "ב", "ל", "ו", "מ", "כ", "ש")
_HEBREW_ADDED = ("ה", "ב", "ל", "ו", "וה")
_ALEFS = "اأإآ"
_FEWEST = {"arabic": 3, "hebrew": 2}  # letters that are left of a word


def with_and_without(word: str) -> Iterator[str]:
    """An Arabic or Hebrew word with and without what is written on to it.

    An Arabic alef is written with and without its hamza.
    """
    if _ARABIC.fullmatch(word):
        fewest, before, added = _FEWEST["arabic"], _ARABIC_BEFORE, _ARABIC_ADDED
    elif _HEBREW.fullmatch(word):
        fewest, before, added = _FEWEST["hebrew"], _HEBREW_BEFORE, _HEBREW_ADDED
    else:
        return
    bare = next(
        (
            word.removeprefix(each)
            for each in before
            if word.startswith(each) and len(word) - len(each) >= fewest
        ),
        word,
    )
    for stem in {word: None, bare: None}:
        for each in _alefs(stem):
            yield each
            yield from (f"{more}{each}" for more in added)


def _alefs(word: str) -> Iterator[str]:
    if word[0] in _ALEFS:
        yield from (alef + word[1:] for alef in _ALEFS)
    else:
        yield word
