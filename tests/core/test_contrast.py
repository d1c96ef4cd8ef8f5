"""The colours of the style sheet, measured as WCAG 2.2 does (1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "static" / "footing.css"
TOKENS = {
    name: {"light": light, "dark": dark}
    for name, light, dark in re.findall(
        r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)",
        CSS.read_text(encoding="utf8"),
    )
}
GROUNDS = ("paper", "card", "sunk")
VERDICTS = ("supported", "contradicted", "conflicting", "cant-say", "none")
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3") for ground in GROUNDS),
    *(("accent", ground) for ground in (*GROUNDS, "accent-soft", "mark", "lit")),
    *((verdict, ground) for verdict in VERDICTS for ground in GROUNDS),
    *((verdict, f"{verdict}-soft") for verdict in VERDICTS),
    *(("ink", ground) for ground in ("mark", "lit", "conflicting-soft")),
    ("on-accent", "accent"),
    ("paper", "ink"),
]
MARKS = [
    *(("field", ground) for ground in ("paper", "card")),
    *((verdict, "lit") for verdict in VERDICTS),
    ("check", "card"),
    ("check", "paper"),
]


def luminance(colour):
    """The relative luminance (0 to 1) of #rrggbb, as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast ratio (1 to 21) of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), TEXT)
def test_text_stands_out_from_its_ground(theme, front, ground):
    assert contrast(TOKENS[front][theme], TOKENS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), MARKS)
def test_borders_and_underlines_stand_out_from_their_ground(theme, front, ground):
    assert contrast(TOKENS[front][theme], TOKENS[ground][theme]) >= 3
