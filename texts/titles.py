"""Titles and other words, normalised so that spellings of one compare equal.

Normalised values are for matching; whoever stores one keeps the original beside it.
"""

import html
import re
import unicodedata

# Only names that occur in bibliographic values: "P <LOD and >3" is no tag.
_INLINE = "i|b|em|strong|sub|sup|u|s|tt|span|font|small|big|a|inf|scp|sc|bold|italic"
_BLOCK = (
    "p|div|br|hr|li|ul|ol|sec|title|list|list-item|h[1-6]|section|label|abstract"
    "|table|tr|td|th|tbody|thead|body|html"
)
_INLINE_TAG = re.compile(rf"</?(?:jats:|mml:)?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.I)
_BLOCK_TAG = re.compile(rf"</?(?:jats:)?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.I)
_MATH_TAG = re.compile(r"</?(?:jats:|mml:)[\w-]+(?:\s[^<>]*)?/?>", re.I)
LEGIBLE = 1_000  # characters of a title, where others stand beside it
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")


def plain_text(value: str) -> str:
    """One line of text: entities decoded, HTML and JATS tags out, blanks collapsed."""
    dirty = "&" in value or "<" in value or "  " in value
    if not dirty and value.isascii() and value.isprintable():
        return value.strip()  # nearly every value: nothing to do
    if "&" in value:
        value = html.unescape(value)
    if "<" in value:
        value = _BLOCK_TAG.sub(" ", value)
        value = _MATH_TAG.sub("", _INLINE_TAG.sub("", value))
    if not value.isascii():
        value = _INVISIBLE.sub(lambda m: " " if m[0] in "\u2028\u2029" else "", value)
    return " ".join(value.split())


def legible(title: str) -> str:
    """A title as far as anybody reads."""
    return title if len(title) <= LEGIBLE else f"{title[:LEGIBLE]} …"


def same_however_typed(value: str) -> str:
    """Case and blanks taken away, accents kept: equal for texts of the same words."""
    return " ".join(value.casefold().split())


def fold(value: str) -> str:
    """Case and accents taken away: "Müller" and "MULLER" fold to the same string."""
    if value.isascii():
        return value.casefold()
    value = value.translate(_LETTERS_WITHOUT_DECOMPOSITION)
    decomposed = unicodedata.normalize("NFKD", value)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae"}
    | {"Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "þ": "th"}
)


def normalise_title(title: str) -> str:
    """A title for comparison: tags, case, accents and punctuation taken away.

    Letters and digits of every script are kept, words are joined by one space.
    """
    folded = fold(plain_text(title))
    return " ".join(re.findall(r"[^\W_]+", folded))
