"""A sheet that a picture is drawn on from the top, as large as what stands on it."""

from xml.etree.ElementTree import Element, tostring

from studies.pictures.svg import GROUND, INK, ROOT_SIZE, element, written

FONT, SMALL = 13.0, 11.0
MARGIN = 6.0


class Sheet:
    """A picture being drawn: ``y`` is how far down it has come.

    ``name`` is its class, by which a page's stylesheet gives it the page's colours;
    alone it is dark on white.
    """

    left = MARGIN
    role = "img"  # what holds links is a group of them

    def __init__(self, name: str, *, title: str, described: str) -> None:
        self.name = name
        self.y = MARGIN
        self.root = Element("svg")
        element(self.root, "title", title)
        element(self.root, "desc", described)
        self.ground = element(self.root, "rect", class_="sheet", fill=GROUND)
        self.all = element(
            self.root,
            "g",
            font_family="system-ui, sans-serif",
            font_size=FONT,
            fill=INK,
        )

    def text(self, x: float, y: float, text: str, **attributes: object) -> None:
        """Text whose middle lies at ``y``, by a shift that all programs know."""
        size = attributes.get("font_size", FONT)
        y += 0.35 * (size if isinstance(size, float) else FONT)
        element(self.all, "text", text, x=x, y=y, **attributes)

    def shade(
        self, x: float, y: float, width: float, height: float, opacity: float
    ) -> None:
        """A ground of its own, of the ink's colour, behind what follows."""
        place = {"x": x, "y": y, "width": width, "height": height}
        element(self.all, "rect", **place, fill=INK, fill_opacity=opacity)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A faint rule."""
        ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        element(self.all, "line", **ends, stroke=INK, stroke_opacity=0.35)

    def svg(self, width: float) -> str:
        """The picture as one ``<svg>`` element, to stand in a page or a file."""
        height = self.y + MARGIN
        self.ground.attrib.update(written({"width": width, "height": height}))
        self.root.attrib.update(
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {width:.3f} {height:.3f}",
                "width": f"{width / ROOT_SIZE:.3f}em",
                "height": f"{height / ROOT_SIZE:.3f}em",
                "role": self.role,
                "class": self.name,
                "color": "#1b2430",
            }
        )
        return tostring(self.root, encoding="unicode")
