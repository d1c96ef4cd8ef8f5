"""The forest plot for a phone: each study's numbers stand under its name.

The axis is beside them, so that nothing is cut and nothing scrolls sideways.
"""

from functools import cached_property
from xml.etree.ElementTree import tostring

from studies.pictures.forest import FONT, MARGIN, SMALL, Drawing, ForestPlot
from studies.pictures.svg import LINE, text_width, wrapped

NAMES, AXIS = 170.0, 132.0  # widths
EDGE = 8.0  # beyond the axis, for half the square of an estimate at its end


def narrow_forest_plot(plot: ForestPlot) -> str:
    """The plot as one ``<svg>`` element, as wide as a phone's page."""
    return tostring(_Narrow(plot).drawn(), encoding="unicode")


class _Narrow(Drawing):
    """A plot of two columns: names with their numbers, and the axis."""

    width = AXIS

    @cached_property
    def labels(self) -> float:
        """The width of the column of names."""
        return NAMES

    @cached_property
    def right(self) -> float:
        """Where the sheet ends but for its margin: behind the last tick, too."""
        numbers = (x + text_width(words, SMALL) / 2 for x, words in self.axis.ticks())
        return max(self.axis.right + EDGE, max(numbers) - MARGIN)

    def _head(self) -> None:
        y = self._middle()
        self._text(MARGIN, y, "Study", font_weight=600)
        words = wrapped(f"{self.plot.symbol} (95 % interval), weight", NAMES, SMALL)
        self._notes(words, y + FONT * LINE)
        self.y += self._height(1, len(words))
        self._rule()

    def _under(self, number: str, weight: str = "") -> list[str]:
        said = f"{number}, {weight}" if weight not in ("", "–") else number
        return wrapped(said, NAMES, SMALL)

    def _beside(
        self, y: float, number: str, weight: str = "", **attributes: object
    ) -> None:
        """Nothing: a row's numbers stand under its name."""

    def _favours(self) -> None:
        """What either side speaks for, a line each over the whole width."""
        left, right = self.plot.favours
        for words, x, anchor in (
            (f"← favours {left}" if left else "", MARGIN, None),
            (f"favours {right} →" if right else "", self.right, "end"),
        ):
            for line in wrapped(words, self.right - MARGIN, SMALL):
                y = self.y + SMALL / 2
                self._text(x, y, line, font_size=SMALL, text_anchor=anchor)
                self.y += SMALL * LINE
