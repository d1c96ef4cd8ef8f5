"""What any picture needs: elements, text that fits, and text that XML can hold.

Sizes are in units of the picture, of which 16 are the reader's font size. No font is at
hand to measure with, so widths are estimates that no usual font exceeds.
"""

import re
import unicodedata
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

from texts.late_patterns import compile_late

ROOT_SIZE = 16
INK, GROUND = "currentColor", "#ffffff"  # the page's; alone, dark on white
LINE = 1.25  # of the font's size, from one line of text to the next
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_NOT_IN_XML = compile_late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NARROW, _USUAL, _CAPITAL, _BROAD, _WIDE = 0.4, 0.65, 0.78, 1.0, 1.1
BOLD = 1.1  # how much wider it is


def element(parent: Element, tag: str, text: str = "", **attributes: object) -> Element:
    """A new last child; ``font_size=12`` is written font-size="12".

    What the text holds that XML cannot is replaced; numbers keep three decimals.
    """
    child = SubElement(parent, tag, written(attributes))
    if text:
        child.text = clean(text)
    return child


def written(attributes: dict[str, object]) -> dict[str, str]:
    """Attributes as SVG names and writes them; those that are None are left out."""
    return {
        name.rstrip("_").replace("_", "-"): (
            f"{value:.3f}" if isinstance(value, float) else str(value)
        )
        for name, value in attributes.items()
        if value is not None
    }


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a picture made here, in its units."""
    width, height = _SIZE.search(svg).groups()
    return float(width), float(height)


def points(*pairs: tuple[float, float]) -> str:
    """The corners of a polygon, as its ``points``."""
    return " ".join(f"{x:.3f},{y:.3f}" for x, y in pairs)


def clean(text: str) -> str:
    """Text with its white space collapsed and no character that XML forbids.

    >>> clean("a \\x00 b")
    'a � b'
    """
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def text_width(text: str, size: float) -> float:
    """How wide a line may get at most, in the picture's units."""
    return size * sum(_width(letter) for letter in text)


@lru_cache(1024)
def _width(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        return _WIDE
    if letter in "ijl.,;:'|!()[] -":
        return _NARROW
    if letter in "mwMW@%" or not letter.isascii():
        return _BROAD
    return _CAPITAL if letter.isupper() else _USUAL


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than ``width``, cut between words where it can be."""
    lines = [""]
    for word in clean(text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines += _pieces(word, width, size)
    return [line for line in lines if line]


def _pieces(word: str, width: float, size: float) -> list[str]:
    """A word in pieces that fit; it is whole where it fits."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
