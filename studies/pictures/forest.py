"""A forest plot: each study's estimate with its interval, and what they pool to.

One picture for page, program and print. It takes numbers as they are printed and draws
them; what they mean is for others to know. Colours are the page's by its stylesheet;
alone, the picture is dark on white.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element, tostring

from studies.figures import figure, interval
from studies.pictures.axis import Axis, axis_of
from studies.pictures.svg import (
    BOLD,
    GROUND,
    INK,
    LINE,
    ROOT_SIZE,
    clean,
    element,
    points,
    text_width,
    wrapped,
    written,
)

FONT, SMALL = 13.0, 11.0
MARGIN, GAP = 6.0, 14.0
LABELS, PLOT = 200.0, 320.0  # widths: what names may take at most, and the axis
SQUARE = 14.0  # the side of the heaviest study's square
LEAST_SQUARE = 2.0  # a smaller one would not be seen: a tick stands for it
ARROW = 7.0  # its length
CUT = ARROW + 2  # from the edge, where a diamond is cut off to leave room for an arrow
HALF = 6.0  # half the height of ticks, crosses and the diamond
PADDING = 4.0  # above and below what stands in a row
MARK = "#1d4e89"


@dataclass(frozen=True)
class ForestRow:
    """One study, on the scale as printed.

    Without an estimate nothing is drawn, without a limit no interval. The weight is
    per cent; where there is none, ``note`` says why. What is struck is retracted.
    """

    label: str
    estimate: float | None
    low: float | None
    high: float | None
    weight: float | None
    struck: bool = False
    note: str = ""


@dataclass(frozen=True)
class ForestPlot:
    """What a plot shows: its rows in order, and what they pool to, where they do.

    ``favours`` names what an estimate left and right of no effect speaks for, both
    empty where nobody said which way is better. ``pooled_note`` stands under the
    pooled estimate. What compares nothing, as a share of people, has no line of no
    effect: its axis begins at 0.
    """

    rows: tuple[ForestRow, ...]
    estimate: float | None
    low: float | None
    high: float | None
    prediction_low: float | None
    prediction_high: float | None
    symbol: str
    ratio: bool
    favours: tuple[str, str] = ("", "")
    title: str = ""
    pooled_note: str = ""
    compares: bool = True


def forest_plot(plot: ForestPlot) -> str:
    """The plot as one ``<svg>`` element, to stand in a page or a file.

    A square's area is proportional to its weight; an arrow says that an interval goes
    on beyond the axis.
    """
    return tostring(Drawing(plot).drawn(), encoding="unicode")


class Drawing:
    """A plot being drawn, row by row from the top: names, axis, weights, numbers."""

    width = PLOT

    def __init__(self, plot: ForestPlot) -> None:
        self.plot = plot
        self.y = MARGIN
        self.root = Element("svg")
        element(self.root, "title", plot.title or "Forest plot")
        element(self.root, "desc", _described(plot))
        self.ground = element(self.root, "rect", class_="forest-ground", fill=GROUND)
        self.all = element(
            self.root,
            "g",
            font_family="system-ui, sans-serif",
            font_size=FONT,
            fill=INK,
            stroke_width=1.25,
        )

    @cached_property
    def labels(self) -> float:
        """The width of the column of names."""
        names = [*(row.label for row in self.plot.rows), "Prediction interval"]
        return min(LABELS, max(text_width(clean(name), FONT) for name in names))

    @cached_property
    def axis(self) -> Axis:
        left = MARGIN + self.labels + GAP
        plot = self.plot
        shown = [(row.estimate, row.low, row.high) for row in plot.rows]
        shown.append((plot.estimate, plot.low, plot.high))
        shown.append((None, plot.prediction_low, plot.prediction_high))
        return axis_of(
            [estimate for estimate, _, _ in shown if estimate is not None],
            [
                (low, high)
                for _, low, high in shown
                if low is not None and high is not None
            ],
            ratio=plot.ratio,
            left=left,
            right=left + self.width,
        )

    @cached_property
    def weights(self) -> float:
        """Where the column of weights ends."""
        return self.axis.right + GAP + text_width("100.0 %", FONT)

    @cached_property
    def right(self) -> float:
        """Where the column of numbers ends."""
        bold = [f"{self.plot.symbol} (95 % interval)", _pooled_number(self.plot)]
        wide = [BOLD * text_width(text, FONT) for text in bold]
        plain = [_predicted(self.plot), *(_number(row) for row in self.plot.rows)]
        wide += [text_width(text, FONT) for text in plain]
        return self.weights + GAP + max(wide)

    @cached_property
    def heaviest(self) -> float:
        return max((row.weight or 0 for row in self.plot.rows), default=0)

    def drawn(self) -> Element:
        self._head()
        self.null = self._null_line()
        for number, row in enumerate(self.plot.rows):
            self._row(row, shaded=number % 2 == 0)
        if not self.plot.rows:
            self._text(MARGIN, self._middle(), "No study", opacity=0.75)
            self.y += self._height(1, 0)
        self._pooled()
        self._prediction()
        self._scale()
        self._favours()
        self._sized()
        return self.root

    # --- Rows

    def _head(self) -> None:
        y = self._middle()
        for x, text, anchor in (
            (MARGIN, "Study", None),
            (self.weights, "Weight", "end"),
            (self.right, f"{self.plot.symbol} (95 % interval)", "end"),
        ):
            self._text(x, y, text, text_anchor=anchor, font_weight=600)
        self.y += self._height(1, 0)
        self._rule()

    def _row(self, row: ForestRow, *, shaded: bool) -> None:
        weight = "–" if row.weight is None else f"{figure(row.weight, 1)} %"
        number = _number(row)
        names = wrapped(row.label, self.labels, FONT)
        notes = [*self._under(number, weight), *wrapped(row.note, self.labels, SMALL)]
        height = self._height(max(len(names), 1), len(notes))
        if shaded:
            self._shade(height)
        struck = "line-through" if row.struck else None
        y = self._middle()
        for n, name in enumerate(names):
            self._text(MARGIN, y + n * FONT * LINE, name, text_decoration=struck)
        self._beside(y, number, weight, text_decoration=struck)
        self._notes(notes, y + len(names) * FONT * LINE)
        if row.estimate is not None:
            self._mark(row, row.estimate, y)
        self.y += height

    def _under(self, number: str, weight: str = "") -> list[str]:
        """What of a row's numbers stands under its name; here they are beside it."""
        return []

    def _beside(
        self, y: float, number: str, weight: str = "", **attributes: object
    ) -> None:
        """The weight and the numbers of a row, each in its column."""
        if weight:
            self._text(self.weights, y, weight, text_anchor="end")
        self._text(self.right, y, number, text_anchor="end", **attributes)

    def _notes(self, notes: list[str], y: float) -> None:
        for n, note in enumerate(notes):
            at = y + n * SMALL * LINE
            self._text(MARGIN, at, note, font_size=SMALL, opacity=0.75)

    def _mark(self, row: ForestRow, estimate: float, y: float) -> None:
        group = element(self.all, "g", class_="forest-mark", fill=MARK, stroke=MARK)
        if row.struck:
            group.set("stroke-dasharray", "3 2")
        if row.low is not None and row.high is not None:
            self._whisker(group, row.low, row.high, y)
        x = self.axis.position(estimate)
        if not self.axis.left <= x <= self.axis.right:
            return  # a ratio of zero, or endless: its arrow says so
        if row.struck:
            cross = f"M{x - HALF:.3f} {y - HALF:.3f}l12 12m0 -12l-12 12"
            element(group, "path", d=cross, fill="none", stroke_dasharray="none")
        elif row.weight is None:
            element(group, "circle", cx=x, cy=y, r=4.0, fill="none")
        else:
            self._square(group, row.weight, x, y)

    def _square(self, group: Element, weight: float, x: float, y: float) -> None:
        share = weight / self.heaviest if self.heaviest else 0
        side = SQUARE * share**0.5
        if side < LEAST_SQUARE:
            tick = f"M{x:.3f} {y - HALF:.3f}v12"
            element(group, "path", class_="forest-tick", d=tick)
            return
        element(
            group,
            "rect",
            class_="forest-square",
            x=x - side / 2,
            y=y - side / 2,
            width=side,
            height=side,
            stroke="none",
        )

    def _whisker(self, group: Element, low: float, high: float, y: float) -> None:
        left, right = self.axis.left, self.axis.right
        first, last = self.axis.position(low), self.axis.position(high)
        start, end = _within(first, left, right), _within(last, left, right)
        element(group, "line", x1=start, y1=y, x2=end, y2=y)
        for edge, beyond, inward in (
            (left, first < left, ARROW),
            (right, last > right, -ARROW),
        ):
            if beyond:
                corners = (edge, y), (edge + inward, y - 4), (edge + inward, y + 4)
                element(
                    group,
                    "polygon",
                    class_="forest-arrow",
                    points=points(*corners),
                    stroke="none",
                )

    # --- What they pool to

    def _pooled(self) -> None:
        plot = self.plot
        if plot.estimate is None:
            return
        self._rule()
        y = self._middle()
        self._text(MARGIN, y, "Pooled", font_weight=600)
        number = _pooled_number(plot)
        self._beside(y, number, font_weight=600)
        if plot.low is not None and plot.high is not None:
            self._diamond(plot.low, plot.estimate, plot.high, y)
        note = wrapped(plot.pooled_note, self.labels, SMALL)
        notes = [*self._under(number), *note]
        self._notes(notes, y + FONT * LINE)
        self.y += self._height(1, len(notes))

    def _prediction(self) -> None:
        """Where the next study's own effect is expected, as a bar."""
        plot, y = self.plot, self._middle()
        if plot.prediction_low is None or plot.prediction_high is None:
            return
        self._text(MARGIN, y, "Prediction interval")
        notes = self._under(_predicted(plot))
        self._beside(y, _predicted(plot))
        self._notes(notes, y + FONT * LINE)
        group = element(
            self.all,
            "g",
            class_="forest-mark forest-prediction",
            fill=MARK,
            stroke=MARK,
            stroke_width=3.0,
        )
        self._whisker(group, plot.prediction_low, plot.prediction_high, y)
        self.y += self._height(1, len(notes))

    def _diamond(self, low: float, estimate: float, high: float, y: float) -> None:
        """The pooled estimate; cut off with an arrow where the axis ends before it."""
        left, right = self.axis.left, self.axis.right
        middle = self.axis.position(estimate)
        group = element(self.all, "g", class_="forest-mark", fill=MARK, stroke=MARK)
        first, last = self.axis.position(low), self.axis.position(high)
        if not left <= middle <= right or left > first or last > right:
            self._whisker(group, low, high, y)
        if not left <= middle <= right:
            return
        start = first if first >= left else min(left + CUT, middle)
        end = last if last <= right else max(right - CUT, middle)
        at_start = HALF * _share(first, start, middle)
        at_end = HALF * _share(last, end, middle)
        corners = (
            (start, y - at_start),
            (middle, y - HALF),
            (end, y - at_end),
            (end, y + at_end),
            (middle, y + HALF),
            (start, y + at_start),
        )
        element(group, "polygon", class_="forest-diamond", points=points(*corners))

    # --- The axis, and the sheet

    def _null_line(self) -> Element:
        """The line of no effect, behind all rows; its end is known when they are."""
        if not self.plot.compares:
            return Element("line")
        x = self.axis.position(self.axis.null)
        line = {"x1": x, "y1": self.y, "x2": x}
        return element(self.all, "line", **line, stroke=INK, stroke_opacity=0.55)

    def _scale(self) -> None:
        """The axis below the rows."""
        axis = self.axis
        self.null.attrib.update(written({"y2": self.y}))
        group = element(self.all, "g", class_="forest-axis", stroke=INK)
        element(group, "line", x1=axis.left, y1=self.y, x2=axis.right, y2=self.y)
        taken: list[tuple[float, float]] = []
        for x, words in axis.ticks():
            half = text_width(words, SMALL) / 2 + 2
            if any(x - half < last and x + half > first for first, last in taken):
                continue
            taken.append((x - half, x + half))
            element(group, "line", x1=x, y1=self.y, x2=x, y2=self.y + 4)
            self._text(x, self.y + 11, words, font_size=SMALL, text_anchor="middle")
        self.y += 20

    def _favours(self) -> None:
        left, right = self.plot.favours
        if not left and not right:
            return
        null = self.axis.position(self.axis.null)
        sides = (
            (null - 6, f"← favours {left}", left, null - 6 - MARGIN, "end"),
            (null + 6, f"favours {right} →", right, self.right - null - 6, None),
        )
        height = 0.0
        for x, words, named, width, anchor in sides:
            lines = wrapped(words, width, SMALL) if named else []
            for n, line in enumerate(lines):
                y = self.y + SMALL / 2 + n * SMALL * LINE
                self._text(x, y, line, font_size=SMALL, text_anchor=anchor)
            height = max(height, len(lines) * SMALL * LINE)
        self.y += height

    def _sized(self) -> None:
        """Give the sheet its size, now that all is on it."""
        width, height = self.right + MARGIN, self.y + MARGIN
        sheet = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width:.3f} {height:.3f}",
            "width": f"{width / ROOT_SIZE:.3f}em",
            "height": f"{height / ROOT_SIZE:.3f}em",
            "role": "img",
            "class": "forest-plot",
            "color": "#1b2430",
        }
        self.root.attrib.update(sheet)
        self.ground.attrib.update(written({"width": width, "height": height}))

    def _height(self, names: int, notes: int) -> float:
        return 2 * PADDING + (names * FONT + notes * SMALL) * LINE

    def _middle(self) -> float:
        """The middle of a row's first line."""
        return self.y + PADDING + FONT * LINE / 2

    def _shade(self, height: float) -> None:
        element(
            self.all,
            "rect",
            class_="forest-shade",
            y=self.y,
            width=self.right + MARGIN,
            height=height,
            fill_opacity=0.045,
        )

    def _rule(self) -> None:
        end = self.right + MARGIN
        line = {"x1": 0, "y1": self.y, "x2": end, "y2": self.y}
        element(self.all, "line", **line, stroke=INK, stroke_opacity=0.35)

    def _text(self, x: float, y: float, text: str, **attributes: object) -> None:
        """Text whose middle lies at ``y``, by a shift that all programs know."""
        size = attributes.get("font_size", FONT)
        y += 0.35 * (size if isinstance(size, float) else FONT)
        element(self.all, "text", text, x=x, y=y, **attributes)


def _described(plot: ForestPlot) -> str:
    """The picture in a sentence, for who does not see it."""
    count = f"{len(plot.rows)} {'study' if len(plot.rows) == 1 else 'studies'}"
    if plot.estimate is None:
        return f"{count}, not pooled."
    words = f"{count}; pooled {plot.symbol} {_pooled_number(plot)}"
    if plot.pooled_note:
        words += f" ({plot.pooled_note})"
    if predicted := _predicted(plot):
        words += f"; prediction interval {predicted}"
    return f"{words}."


def _predicted(plot: ForestPlot) -> str:
    if plot.prediction_low is None or plot.prediction_high is None:
        return ""
    return f"{figure(plot.prediction_low)} to {figure(plot.prediction_high)}"


def _pooled_number(plot: ForestPlot) -> str:
    if plot.estimate is None:
        return ""
    return interval(plot.estimate, plot.low, plot.high)


def _number(row: ForestRow) -> str:
    return "–" if row.estimate is None else interval(row.estimate, row.low, row.high)


def _within(x: float, left: float, right: float) -> float:
    return max(left, min(right, x))


def _share(tip: float, cut: float, middle: float) -> float:
    """How high the diamond still is, of 1, where it is cut between tip and middle."""
    if tip == cut:
        return 0
    return 1 if math.isinf(tip) else (tip - cut) / (tip - middle)
