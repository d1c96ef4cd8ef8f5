"""A summary of judgements: a bar for each domain, made of the share of each judgement.

It draws the shares it is given, in their order; what nobody appraised is a share of its
own, and never stands with what was found to be low.
"""

import math
from dataclasses import dataclass

from studies.pictures.lights import (
    OVERALL,
    Column,
    Light,
    Mark,
    draw_legend,
    draw_symbol,
    fill_of,
    legend_of,
)
from studies.pictures.sheet import FONT, MARGIN, SMALL, Sheet
from studies.pictures.svg import INK, LINE, clean, element, wrapped

LABELS, BAR = 118.0, 208.0  # widths: of what names may take, and of a whole bar
THICK, PADDING, GAP = 19.0, 4.0, 10.0
ROOM = 15.0  # a narrower part has no symbol in it
WHOLE = 1.0
ROUNDING = 1e-6


@dataclass(frozen=True)
class Part:
    """A judgement, and which share of the whole has it, of 1."""

    mark: Mark
    share: float


@dataclass(frozen=True)
class Bar:
    """What is judged, and the parts of its bar from the best to the worst."""

    column: Column
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class JudgementBars:
    """What is shown; ``weighed`` says by what: a line's weights, or none."""

    title: str
    bars: tuple[Bar, ...]
    scale: tuple[Mark, ...]
    weighed: str


def judgement_bars(picture: JudgementBars) -> str:
    """The bars as one ``<svg>`` element.

    Raises ValueError where the shares of a bar do not add up to 1.
    """
    for bar in picture.bars:
        if abs(math.fsum(part.share for part in bar.parts) - WHOLE) > ROUNDING:
            raise ValueError(f"the shares of {bar.column.name} do not add up to 1")
    return _Drawing(picture).drawn()


class _Drawing:
    """Bars being drawn, from the top."""

    def __init__(self, picture: JudgementBars) -> None:
        self.picture = picture
        self.sheet = Sheet(
            "judgement-bars", title=picture.title, described=_described(picture)
        )
        self.start = self.sheet.left + LABELS + GAP
        self.right = self.start + BAR

    def drawn(self) -> str:
        for bar in self.picture.bars:
            self._bar(bar)
        self._scale()
        width = self.right - self.sheet.left
        shown = (part.mark for bar in self.picture.bars for part in bar.parts)
        draw_legend(self.sheet, legend_of(self.picture.scale, shown), width)
        for line in wrapped(self.picture.weighed, width, SMALL):
            middle = self.sheet.y + SMALL * LINE / 2
            self.sheet.text(self.sheet.left, middle, line, font_size=SMALL)
            self.sheet.y += SMALL * LINE
        return self.sheet.svg(self.right + 2 * MARGIN + GAP)

    def _bar(self, bar: Bar) -> None:
        sheet = self.sheet
        weight = 600 if bar.column == OVERALL else None
        names = wrapped(bar.column.name, LABELS, SMALL)
        text = len(names) * SMALL * LINE
        height = max(text, THICK) + 2 * PADDING
        y = sheet.y + height / 2 - text / 2
        for name in names:
            place = {"font_size": SMALL, "font_weight": weight}
            sheet.text(sheet.left, y + SMALL * LINE / 2, name, **place)
            y += SMALL * LINE
        x = self.start
        for part in bar.parts:
            x = self._part(bar, part, x, sheet.y + height / 2)
        sheet.y += height

    def _part(self, bar: Bar, part: Part, x: float, middle: float) -> float:
        """Draw one part; where it ends."""
        width = BAR * part.share
        group = element(self.sheet.all, "g", class_=f"light light-{part.mark.light}")
        words = f"{bar.column.name}: {share_in_words(part.share)} {part.mark.word}"
        element(group, "title", words)
        missing = part.mark.light == Light.NOT_APPRAISED
        element(
            group,
            "rect",
            x=x,
            y=middle - THICK / 2,
            width=width,
            height=THICK,
            fill=fill_of(part.mark.light),
            stroke=INK,
            stroke_dasharray="3 2" if missing else None,
        )
        if width >= ROOM:
            draw_symbol(group, part.mark, x + width / 2, middle)
        return x + width

    def _scale(self) -> None:
        sheet = self.sheet
        sheet.line(self.start, sheet.y, self.right, sheet.y)
        for cent in (0, 25, 50, 75, 100):
            x = self.start + BAR * cent / 100
            sheet.line(x, sheet.y, x, sheet.y + 4)
            place = {"font_size": SMALL, "text_anchor": "middle"}
            sheet.text(x, sheet.y + 11, f"{cent} %", **place)
        sheet.y += FONT + GAP


def share_in_words(share: float) -> str:
    """A share in per cent; what is neither none nor all never reads as that.

    >>> share_in_words(0.004), share_in_words(0.25), share_in_words(0.9999)
    ('under 1 %', '25 %', 'over 99 %')
    """
    if 0 < share < 0.005:
        return "under 1 %"
    return "over 99 %" if 0.995 < share < WHOLE - ROUNDING else f"{100 * share:.0f} %"


def _described(picture: JudgementBars) -> str:
    """All shares, for who does not see the bars."""
    said = [picture.weighed]
    for bar in picture.bars:
        told = (f"{share_in_words(one.share)} {one.mark.word}" for one in bar.parts)
        said.append(f"{bar.column.name}: {', '.join(told)}.")
    return clean(" ".join(said))
