"""A flow diagram in PRISMA 2020's manner: boxes one below the other, in phases.

Beside a box stands what left the flow there. It draws the words it is given; what they
count is for others to know. Colours are the page's by its stylesheet; alone, the
picture is dark on white.
"""

from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element, tostring

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

FONT, INDENT = 13.0, 12.0
MARGIN, PADDING = 6.0, 9.0
BAR, GAP = 30.0, 26.0  # the phase's bar; between boxes, where arrows go
MAIN, BESIDE = 290.0, 270.0  # the widths of the two columns
HEAD = 5.0  # the length of an arrow's head
PHASE, TITLE = "#cfe0f3", "#fbe7a8"


@dataclass(frozen=True)
class Box:
    """What a box says: a line, and lines that are part of it."""

    line: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A box of the flow, in its phase, and what leaves the flow there, or enters it."""

    phase: str
    box: Box
    beside: Box | None = None
    enters: bool = False


@dataclass(frozen=True)
class FlowDiagram:
    """The steps of a flow in order, under a title."""

    title: str
    steps: tuple[Step, ...]


def flow_diagram(diagram: FlowDiagram) -> str:
    """The diagram as one ``<svg>`` element, to stand in a page or a file."""
    return tostring(_Drawing(diagram).drawn(), encoding="unicode")


class _Drawing:
    """A diagram being drawn, step by step from the top."""

    left = MARGIN + BAR + GAP / 2
    right = left + MAIN + GAP

    def __init__(self, diagram: FlowDiagram) -> None:
        self.diagram = diagram
        self.y = MARGIN
        self.width = self.right + BESIDE + MARGIN
        self.root = Element("svg")
        element(self.root, "title", diagram.title)
        element(self.root, "desc", _described(diagram))
        self.ground = element(self.root, "rect", class_="flow-ground", fill=GROUND)
        self.all = element(
            self.root, "g", font_family="system-ui, sans-serif", font_size=FONT
        )

    def drawn(self) -> Element:
        self._title()
        above = None
        for phase, steps in groupby(self.diagram.steps, key=lambda step: step.phase):
            top = self.y
            for step in steps:
                if above is not None:
                    self._arrow_down(above, self.y)
                above = self._step(step)
            name = BOLD * text_width(phase, FONT) + 2 * PADDING
            self.y = max(self.y, top + name + GAP)
            self._phase(phase, top, self.y - GAP)
        self._sized()
        return self.root

    def _title(self) -> None:
        width = self.width - MARGIN - self.left
        self._box(
            Box(self.diagram.title), self.left, width, fill=TITLE, class_="flow-title"
        )
        self.y += self._height(Box(self.diagram.title), width) + GAP / 2

    def _step(self, step: Step) -> float:
        """Draw a step; where its box ends."""
        height = self._height(step.box, MAIN)
        self._box(step.box, self.left, MAIN)
        rest = 0.0
        if step.beside:
            rest = self._height(step.beside, BESIDE)
            self._box(step.beside, self.right, BESIDE)
            self._arrow_across(self.y + min(height, rest) / 2, back=step.enters)
        bottom = self.y + height
        self.y += max(height, rest) + GAP
        return bottom

    def _phase(self, phase: str, top: float, bottom: float) -> None:
        """The bar at the side of a phase, its name turned upwards."""
        self._rect(MARGIN, top, BAR, bottom - top, PHASE, "flow-phase")
        x, y = MARGIN + BAR / 2, (top + bottom) / 2
        element(
            self.all,
            "text",
            phase,
            transform=f"translate({x:.3f} {y:.3f}) rotate(-90)",
            text_anchor="middle",
            dominant_baseline="central",
            font_weight=600,
            fill=INK,
        )

    def _box(
        self, box: Box, x: float, width: float, fill: str = "none", class_: str = ""
    ) -> None:
        self._rect(x, self.y, width, self._height(box, width), fill, class_ or None)
        at = self.y + PADDING + FONT * 0.85
        for text, indent in _lines(box, width):
            element(self.all, "text", text, x=x + PADDING + indent, y=at, fill=INK)
            at += FONT * LINE

    def _rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str,
        class_: str | None,
    ) -> None:
        element(
            self.all,
            "rect",
            class_=class_,
            x=x,
            y=y,
            width=width,
            height=height,
            rx=4.0,
            fill=fill,
            stroke=INK,
            stroke_opacity=0.55,
        )

    @staticmethod
    def _height(box: Box, width: float) -> float:
        return len(list(_lines(box, width))) * FONT * LINE + 2 * PADDING

    def _arrow_down(self, top: float, bottom: float) -> None:
        x = self.left + MAIN / 2
        self._line(x, top, x, bottom - HEAD)
        self._head((x - HEAD, bottom - HEAD), (x + HEAD, bottom - HEAD), (x, bottom))

    def _arrow_across(self, y: float, *, back: bool) -> None:
        ends = (self.left + MAIN, self.right)
        start, end = reversed(ends) if back else ends
        neck = end + HEAD if back else end - HEAD
        self._line(start, y, neck, y)
        self._head((neck, y - HEAD), (neck, y + HEAD), (end, y))

    def _line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        element(self.all, "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=INK)

    def _head(self, *corners: tuple[float, float]) -> None:
        element(self.all, "polygon", points=points(*corners), fill=INK)

    def _sized(self) -> None:
        height = self.y - GAP + MARGIN
        self.ground.attrib.update(written({"width": self.width, "height": height}))
        sheet = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {self.width:.3f} {height:.3f}",
            "width": f"{self.width / ROOT_SIZE:.3f}em",
            "height": f"{height / ROOT_SIZE:.3f}em",
            "role": "img",
            "class": "flow-diagram",
            "color": "#1b2430",
        }
        self.root.attrib.update(sheet)


def _lines(box: Box, width: float) -> list[tuple[str, float]]:
    """The lines of text in a box, each with how far it is set in."""
    room = width - 2 * PADDING
    lines = [(text, 0.0) for text in wrapped(box.line, room, FONT)]
    for part in box.parts:
        lines += [(text, INDENT) for text in wrapped(part, room - INDENT, FONT)]
    return lines or [("", 0.0)]


def _described(diagram: FlowDiagram) -> str:
    """All that the boxes say, in their order."""
    said = []
    for step in diagram.steps:
        for box in filter(None, (step.box, step.beside)):
            parts = f": {'; '.join(box.parts)}" if box.parts else ""
            said.append(f"{box.line}{parts}.")
    return clean(" ".join(said))
