"""A picture as PNG, where the optional package that draws it is there.

It needs a font of the system's to write with; a picture without its words would be
worse than none.
"""

from functools import cache

from studies.pictures.svg import size_of

try:
    import resvg_py
except ImportError:
    resvg_py = None

SCALE = 2.0  # pixels for a unit of the picture: sharp in print and on dense screens
MOST_PIXELS = 40_000_000  # a longer plot is drawn smaller
LEAST_SCALE = 0.5  # and where its words could not be read any more, not at all
_WORD = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{}</svg>'


@cache
def draws_png() -> bool:
    """Whether pictures can be had as PNG here: by a package, with a font."""
    if resvg_py is None:
        return False
    text = '<text y="15" font-family="sans-serif">Word</text>'
    return _drawn(_WORD.format(text), 1) != _drawn(_WORD.format(""), 1)


def png_of(svg: str) -> bytes | None:
    """The picture as PNG; None where it cannot be drawn here, or is too large."""
    width, height = size_of(svg)
    scale = min(SCALE, (MOST_PIXELS / (width * height)) ** 0.5)
    if not draws_png() or scale < LEAST_SCALE:
        return None
    return _drawn(svg, scale)


def _drawn(svg: str, scale: float) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=scale))
