"""A traffic light: how each study or result was judged, domain by domain.

Its rows stand in the order given; the judgement of the whole is the last column. It
draws the judgements it is given; what they mean is for others to know.
"""

from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element

from studies.pictures.lights import (
    OVERALL,
    RADIUS,
    Column,
    Mark,
    draw_legend,
    draw_light,
    draw_names,
    legend_of,
)
from studies.pictures.sheet import FONT, MARGIN, SMALL, Sheet
from studies.pictures.svg import LINE, clean, element, text_width, wrapped

LABELS = 114.0  # what a name may take at most
CELL, WHOLE = 2 * RADIUS + 6, 52.0  # the width of a column, and of the last
PADDING, GAP = 5.0, 8.0
HEAD, LAST = 0.28, 0.13  # how dark the head and the last column are


@dataclass(frozen=True)
class LightRow:
    """One study, or one of its results, and its mark in each column.

    What is struck is retracted; ``note`` tells results of one study apart. ``href``
    leads to how it was judged, where each column's part has its code as its id.
    """

    label: str
    marks: tuple[Mark, ...]
    note: str = ""
    struck: bool = False
    href: str = ""


@dataclass(frozen=True)
class TrafficLight:
    """What is shown: columns and rows in order, and the marks of the whole scale."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[LightRow, ...]
    scale: tuple[Mark, ...]
    of: str = "Study"  # what a row is


def traffic_light(picture: TrafficLight) -> str:
    """The traffic light as one ``<svg>`` element.

    Raises ValueError where a row has not one mark for each column.
    """
    if wrong := [row for row in picture.rows if len(row.marks) != len(picture.columns)]:
        raise ValueError(f"{wrong[0].label} has not one mark for each column")
    return _Drawing(picture).drawn()


class _Drawing:
    """A traffic light being drawn, row by row from the top."""

    def __init__(self, picture: TrafficLight) -> None:
        self.picture = picture
        described = _described(picture)
        self.sheet = Sheet("traffic-light", title=picture.title, described=described)
        names = [picture.of, *(clean(row.label) for row in picture.rows)]
        self.labels = min(LABELS, max(text_width(name, FONT) for name in names))
        self.first = self.sheet.left + self.labels + GAP
        widths = [WHOLE if one == OVERALL else CELL for one in picture.columns]
        self.starts = [self.first + sum(widths[:n]) for n in range(len(widths))]
        self.widths = widths
        self.right = self.first + sum(widths)

    def drawn(self) -> str:
        self._head()
        for row in self.picture.rows:
            self._row(row)
        width = self.right - self.sheet.left
        self.sheet.y += GAP
        shown = (mark for row in self.picture.rows for mark in row.marks)
        draw_legend(self.sheet, legend_of(self.picture.scale, shown), width)
        self.sheet.y += 2
        draw_names(self.sheet, self.picture.columns, width)
        return self.sheet.svg(self.right + MARGIN)

    def _head(self) -> None:
        sheet, height = self.sheet, FONT * LINE + 2 * PADDING
        sheet.shade(0, sheet.y, self.right + MARGIN, height, HEAD)
        middle = sheet.y + height / 2
        sheet.text(sheet.left, middle, self.picture.of, font_weight=600)
        for column, start, width in self._columns():
            place = {"text_anchor": "middle", "font_weight": 600, "font_size": SMALL}
            sheet.text(start + width / 2, middle, column.code, **place)
        sheet.y += height

    def _row(self, row: LightRow) -> None:
        sheet = self.sheet
        names = wrapped(row.label, self.labels, FONT) or ["–"]
        notes = wrapped(row.note, self.labels, SMALL)
        text = (len(names) * FONT + len(notes) * SMALL) * LINE
        height = max(text, 2 * RADIUS) + 2 * PADDING
        y = sheet.y + height / 2 - text / 2
        struck = "line-through" if row.struck else None
        for line in names:
            middle = y + FONT * LINE / 2
            sheet.text(sheet.left, middle, line, text_decoration=struck)
            y += FONT * LINE
        for line in notes:
            place = {"font_size": SMALL, "opacity": 0.75}
            sheet.text(sheet.left, y + SMALL * LINE / 2, line, **place)
            y += SMALL * LINE
        self._marks(row, height)
        sheet.y += height
        sheet.line(0, sheet.y, self.right + MARGIN, sheet.y)

    def _marks(self, row: LightRow, height: float) -> None:
        sheet = self.sheet
        for mark, (column, start, width) in zip(
            row.marks, self._columns(), strict=True
        ):
            if column == OVERALL:
                sheet.shade(start, sheet.y, width, height, LAST)
            words = f"{row.label}, {column.name}: {mark.word}"
            parent = self._link(row, column, words) if row.href else sheet.all
            draw_light(parent, mark, start + width / 2, sheet.y + height / 2, words)

    def _link(self, row: LightRow, column: Column, words: str) -> Element:
        """Where a light leads; by keyboard the last of a row is reached alone."""
        self.sheet.role = "group"
        last = column == self.picture.columns[-1]
        return element(
            self.sheet.all,
            "a",
            href=f"{row.href}#{quote(column.code)}",
            aria_label=clean(words),
            tabindex=None if last else "-1",
        )

    def _columns(self) -> list[tuple[Column, float, float]]:
        return list(zip(self.picture.columns, self.starts, self.widths, strict=True))


def _described(picture: TrafficLight) -> str:
    """All that the lights say, row by row, for who does not see them."""
    said = []
    for row in picture.rows:
        told = zip(picture.columns, row.marks, strict=True)
        words = ", ".join(f"{column.name} {mark.word}" for column, mark in told)
        name = f"{row.label} ({row.note})" if row.note else row.label
        said.append(f"{name}: {words}.")
    return clean(" ".join(said) or "No study.")
