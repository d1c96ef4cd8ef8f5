"""What is left of a text when only its writing is taken away, with where it was.

Two texts of one skeleton say the same, letter by letter and number by number, however
they are set: dashes, quotes, Greek letters, ligatures, line ends, brackets, thousands,
British or American spelling. Signs that change a number or a unit stay: a minus, a
decimal point, a raised figure, %, < and the case of a unit's letters.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from texts.titles import fold

_GREEK = dict(
    zip(
        "αβγδεζηθικλνξοπρςστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda nu xi omicron "
        "pi rho sigma sigma tau upsilon phi chi psi omega".split(),
        strict=True,
    )
)
_MICRO = "\u00b5\u03bc"  # two characters that look alike
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
_SIGNS = {sign: sign for sign in "%<>=≠±+/×°~≈^‰"} | {"≤": "<=", "≥": ">="}
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))
_UNIT = re.compile(r"\d\s*([^\W\d_]{1,4})(?![^\W\d_])")
_THOUSANDS = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d|[,.]\d)"
)
_ENTITY = re.compile(r"&(lt|gt|amp|nbsp|quot);")
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "nbsp": " ", "quot": '"'}
_WORD = re.compile(
    r"[^\W\d_]+(?:(?:[\u00ad\u0300-\u036f]+|[-\u2010]\s*\n\s*)[^\W\d_]+)*"
)
_SHORTEST_SPELT = 6  # letters of a word that is spelt in two ways
_SPELLINGS = (  # which letter goes, and what comes
    (re.compile(r"[ao](?=e)|(?<=o)u(?=r)|l(?=l(?:ed|ing|er)$)"), ""),
    (re.compile(r"(?<=[iy])s(?=(?:e|ed|es|er|ing|ation|ations)$)"), "z"),
)
_NEAR = 8  # characters looked at beside one


@dataclass(frozen=True)
class Skeleton:
    """Letters and numbers of a text; ``places[i]`` is where ``text[i]`` came from."""

    text: str
    places: tuple[int, ...]


def skeleton(text: str) -> Skeleton:
    """Take a text's writing away; ``places`` count code points of ``text``."""
    units = {place for match in _UNIT.finditer(text) for place in range(*match.span(1))}
    spelt = dict(_respelt(text)) | dict.fromkeys(_separators(text), "")
    letters, places = [], []
    for place, character in _characters(text):
        left = spelt.get(place)
        if left is None:
            left = _left(text, place, character, cased=place in units)
        letters.append(left)
        places += [place] * len(left)
    return Skeleton("".join(letters), tuple(places))


def _characters(text: str) -> Iterator[tuple[int, str]]:
    """Each character with its place; an HTML entity is the one it stands for."""
    entities = {match.start(): match for match in _ENTITY.finditer(text)}
    place = 0
    while place < len(text):
        if match := entities.get(place):
            yield place, _ENTITIES[match[1]]
            place = match.end()
        else:
            yield place, text[place]
            place += 1


def _separators(text: str) -> Iterator[int]:
    """Where the thousands of a number are parted."""
    for match in _THOUSANDS.finditer(text):
        for place, character in enumerate(match[0], start=match.start()):
            if not character.isdigit():
                yield place


def _respelt(text: str) -> Iterator[tuple[int, str]]:
    """The letters of British spellings that American ones lack or write otherwise."""
    for match in _WORD.finditer(text):
        places = [p for p in range(*match.span()) if text[p].isalpha()]
        word = "".join(text[place] for place in places).lower()
        if len(word) != len(places) or len(word) < _SHORTEST_SPELT:
            continue
        if word.startswith("four"):  # a number
            continue
        for pattern, comes in _SPELLINGS:
            for found in pattern.finditer(word):
                yield places[found.start()], comes


def _left(text: str, place: int, character: str, *, cased: bool) -> str:
    """What is left of one character; ``cased``: in a unit, whose case says which."""
    before, after = (
        text[place - 1 : place] if place else "",
        text[place + 1 : place + 2],
    )
    if character in _RAISED:
        raised = _RAISED[character]
        return raised if before.isalpha() or before in _RAISED else f"^{raised}"
    if character.isalpha():
        return _letter(character, after, cased=cased)
    if character.isdigit():
        return unicodedata.normalize("NFKD", character)
    if character in _DASHES:
        return "-" if _is_minus(text, place) else ""
    if character.isspace():
        return " " if _last(text, place).isdigit() and after.isdigit() else ""
    if character in ".,:·" and before.isdigit() and after.isdigit():
        return "." if character == "·" else character
    if character in ".·" and after.isdigit() and not before.isalpha():
        return "0."
    if character == "&":
        return "and"
    return _SIGNS.get(character, "")


def _letter(character: str, after: str, *, cased: bool) -> str:
    if character in _MICRO:
        return "µ" if after in tuple("gGlLmMsAk") else "mu"
    plain = unicodedata.normalize("NFKD", character)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    name = _GREEK.get(plain.casefold())
    if name or cased:
        return name or plain
    return "e" if plain in "æœÆŒ" else fold(plain)


def _is_minus(text: str, place: int) -> bool:
    """Whether a dash says something of the number after it: a minus, or a range."""
    following = text[place + 1 : place + 1 + _NEAR]
    if not following.lstrip()[:1].isdigit():
        return False
    if _last(text, place).isdigit():
        return True
    before = text[place - 1 : place] if place else ""
    return following[:1].isdigit() and not before.isalnum()


def _last(text: str, place: int) -> str:
    """The last character before a place that is no blank."""
    return text[max(place - _NEAR, 0) : place].rstrip()[-1:]
