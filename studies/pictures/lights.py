"""A judgement as a light: a symbol, a colour and a word, and never a colour alone.

The symbols are those of robvis; the colours stay apart under every colour blindness,
and in grey.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from studies.pictures.sheet import SMALL, Sheet
from studies.pictures.svg import INK, LINE, element, text_width, wrapped
from texts.words import Words

RADIUS = 8.0
SYMBOL = 12.0  # the size of the sign in a light
DARK = "#1b2430"
_BETWEEN, _BESIDE = 14.0, 5.0  # two entries of a legend; a light and its word


class Light(Words):
    """How a judgement is marked; its word is the instrument's own."""

    LOW = "low", "low", "+"
    SOME = "some", "some", "–"
    HIGH = "high", "high", "×"
    CRITICAL = "critical", "critical", "!"
    NO_INFORMATION = "no_information", "no information", "?"
    COUNTED = "counted"  # stars: the number is the symbol
    NOT_APPLICABLE = "not_applicable"
    NOT_APPRAISED = "not_appraised"


_FILL = {
    Light.LOW: "#7fb3d5",
    Light.SOME: "#f5d76e",
    Light.HIGH: "#c2410c",
    Light.CRITICAL: "#5f1a05",
    Light.NO_INFORMATION: "#ffffff",
    Light.COUNTED: "#ffffff",
}
_WHITE_SIGN = frozenset({Light.HIGH, Light.CRITICAL})


@dataclass(frozen=True)
class Mark:
    """A judgement as it is shown: by which light, in which word, with which symbol."""

    light: str
    word: str
    symbol: str = ""


NOT_APPRAISED = Mark(Light.NOT_APPRAISED, "Not appraised")
NOT_APPLICABLE = Mark(Light.NOT_APPLICABLE, "Not applicable")


@dataclass(frozen=True)
class Column:
    """What is judged: its short code, and its name in full."""

    code: str
    name: str


OVERALL = Column("Overall", "Overall")


def mark_of(light: Light, word: str) -> Mark:
    """A mark with its light's own symbol."""
    return Mark(light, word, light.symbol)


def fill_of(light: str) -> str:
    """What a light is filled with; none where nothing is judged."""
    return _FILL.get(Light(light), "none")


def sign_colour(light: str) -> str:
    """What its symbol is drawn in."""
    return "#ffffff" if light in _WHITE_SIGN else DARK


def legend_of(scale: Iterable[Mark], shown: Iterable[Mark]) -> tuple[Mark, ...]:
    """All marks of a scale, and what else is shown: each light and word once."""
    found = list(scale)
    beyond = sorted(set(shown) - set(found), key=lambda mark: _ORDER[mark.light])
    for mark in beyond:
        if mark.light != Light.COUNTED and mark not in found:
            found.append(mark)
    return tuple(found)


_ORDER = {light: number for number, light in enumerate(Light)}


# --- Drawing ----------------------------------------------------------------------


def draw_light(parent: Element, mark: Mark, x: float, y: float, words: str) -> None:
    """One light around a point, its words for whoever points at it.

    What nobody appraised is no light: an empty square, its edge broken.
    """
    group = element(parent, "g", class_=f"light light-{mark.light}")
    element(group, "title", words)
    ring = {"stroke": INK, "stroke_width": 1.0}
    if mark.light == Light.NOT_APPRAISED:
        side, edge = 2 * RADIUS - 3, RADIUS - 1.5
        square = {"x": x - edge, "y": y - edge, "width": side, "height": side}
        element(group, "rect", **square, **ring, fill="none", stroke_dasharray="3 2")
        return
    fill = fill_of(mark.light)
    element(group, "circle", cx=x, cy=y, r=RADIUS, fill=fill, **ring)
    draw_symbol(group, mark, x, y)


def draw_symbol(parent: Element, mark: Mark, x: float, y: float) -> None:
    """A mark's symbol around a point."""
    if mark.symbol:
        element(
            parent,
            "text",
            mark.symbol,
            x=x,
            y=y + 0.35 * SYMBOL,
            font_size=SYMBOL,
            font_weight=700,
            text_anchor="middle",
            fill=sign_colour(mark.light),
        )


def draw_legend(sheet: Sheet, marks: Sequence[Mark], width: float) -> None:
    """The lights with their words, in as many lines as they need."""
    x, height = sheet.left, 2 * RADIUS + 6
    for mark in marks:
        wide = 2 * RADIUS + _BESIDE + text_width(mark.word, SMALL)
        if x > sheet.left and x + wide > sheet.left + width:
            x, sheet.y = sheet.left, sheet.y + height
        middle = sheet.y + height / 2
        draw_light(sheet.all, mark, x + RADIUS, middle, mark.word)
        sheet.text(x + 2 * RADIUS + _BESIDE, middle, mark.word, font_size=SMALL)
        x += wide + _BETWEEN
    sheet.y += height


def draw_names(sheet: Sheet, columns: Iterable[Column], width: float) -> None:
    """What the codes of columns stand for, one below the other."""
    named = [column for column in columns if column.code != column.name]
    codes = max((text_width(column.code, SMALL) for column in named), default=0) + 8
    for column in named:
        for number, line in enumerate(_lines(column.name, width - codes)):
            middle = sheet.y + SMALL * LINE / 2
            if not number:
                code = {"font_size": SMALL, "font_weight": 600}
                sheet.text(sheet.left, middle, column.code, **code)
            sheet.text(sheet.left + codes, middle, line, font_size=SMALL)
            sheet.y += SMALL * LINE


def _lines(text: str, width: float) -> Iterator[str]:
    yield from wrapped(text, width, SMALL) or [""]
