"""A forest plot is drawn from the numbers as they are printed."""

import math
import re
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from studies.figures import interval
from studies.pictures.forest import ForestPlot, ForestRow, forest_plot
from studies.pictures.narrow_forest import narrow_forest_plot

SVG = "{http://www.w3.org/2000/svg}"
LETTER = 0.6  # the usual width of one, as a share of the font's size


class Picture:
    """A plot as its reader meets it."""

    def __init__(self, plot, drawn=forest_plot):
        self.source = drawn(plot)
        self.root = ElementTree.fromstring(self.source)
        _, _, self.width, self.height = map(float, self.root.get("viewBox").split())
        self.texts = [each.text or "" for each in self.root.iter(f"{SVG}text")]

    def all(self, name):
        """What is drawn as this."""
        return [e for e in self.root.iter() if name in e.get("class", "").split()]

    def text(self, words):
        """The one text that reads so."""
        (found,) = (e for e in self.root.iter(f"{SVG}text") if e.text == words)
        return found

    def null(self):
        """Where the line of no effect stands: the one upright line through all rows."""
        upright = [
            e for e in self.root.iter(f"{SVG}line") if e.get("x1") == e.get("x2")
        ]
        return float(max(upright, key=lambda e: numbers(e.get("y2"))[0]).get("x1"))

    def corners(self):
        """All places that anything reaches, as pairs."""
        for e in self.root.iter():
            yield from reached(e.tag.removeprefix(SVG), e)


def numbers(text):
    return [float(each) for each in re.findall(r"-?\d+\.?\d*", text or "0")]


def reached(tag, e):
    def at(name):
        return float(e.get(name, 0))

    if tag == "rect":
        yield at("x"), at("y")
        yield at("x") + at("width"), at("y") + at("height")
    elif tag == "line":
        yield at("x1"), at("y1")
        yield at("x2"), at("y2")
    elif tag == "circle":
        yield at("cx") - at("r"), at("cy") - at("r")
        yield at("cx") + at("r"), at("cy") + at("r")
    elif tag == "polygon":
        flat = numbers(e.get("points"))
        yield from zip(flat[::2], flat[1::2], strict=True)
    elif tag == "path":
        x, y, *_ = numbers(e.get("d"))
        yield x, y
        yield x, y + 12
    elif tag == "text":
        size = float(e.get("font-size", 13))
        wide = LETTER * size * sum(map(str.isalnum, e.text or ""))
        before = {"end": 1, "middle": 0.5}.get(e.get("text-anchor"), 0)
        yield at("x") - before * wide, at("y") - size
        yield at("x") + (1 - before) * wide, at("y") + 0.3 * size


def a_row(label="Hart 1977", estimate=0.4, low=0.2, high=0.8, weight=50.0, **more):
    return ForestRow(label, estimate, low, high, weight, **more)


def a_plot(*rows, pooled=(None, None, None), predicted=(None, None), **more):
    given = {"symbol": "RR", "ratio": True, **more}
    return ForestPlot(rows, *pooled, *predicted, **given)


def sides(picture):
    return [float(each.get("width")) for each in picture.all("forest-square")]


def test_its_numbers_read_as_in_a_table():
    rows = [a_row("Hart 1977", 0.237, 0.179, 0.312), a_row("B", 1.012, 0.895, 1.145)]
    pooled, predicted = (0.4897, 0.3449, 0.6953), (0.1544, 1.5525)
    picture = Picture(a_plot(*rows, pooled=pooled, predicted=predicted))
    for row in rows:
        assert interval(row.estimate, row.low, row.high) in picture.texts
    assert "0.49 (0.34 to 0.70)" in picture.texts
    assert "0.15 to 1.55" in picture.texts
    assert "50.0 %" in picture.texts


def test_the_area_of_a_square_is_proportional_to_the_weight():
    weights = [38.2, 30.1, 20.0, 8.0, 3.7]
    squares = sides(Picture(a_plot(*(a_row(weight=weight) for weight in weights))))
    areas = [side**2 / weight for side, weight in zip(squares, weights, strict=True)]
    assert max(areas) / min(areas) < 1.02


def test_a_square_too_small_to_be_seen_is_a_tick():
    picture = Picture(a_plot(a_row(weight=99.9), a_row(weight=0.1)))
    assert len(sides(picture)) == len(picture.all("forest-tick")) == 1


def test_a_study_without_weight_has_no_square_and_says_why():
    row = a_row(weight=None, note="no interval is stated")
    picture = Picture(a_plot(row))
    assert sides(picture) == []
    assert "no interval is stated" in " ".join(picture.texts)


def test_a_study_that_estimates_nothing_has_a_row_and_no_mark():
    row = a_row("Hart", None, None, None, None, note="not estimable")
    picture = Picture(a_plot(row))
    assert {"Hart", "not estimable"} <= set(picture.texts)
    assert picture.all("forest-mark") == []


def test_a_retracted_study_is_crossed_out():
    picture = Picture(a_plot(a_row("Sato", weight=None, struck=True), a_row("Hart")))
    assert picture.text("Sato").get("text-decoration") == "line-through"
    assert picture.text("Hart").get("text-decoration") is None
    assert len(sides(picture)) == 1


@pytest.mark.parametrize("count", [0, 1, 2, 13, 200])
def test_every_study_has_a_row(count):
    rows = [a_row(f"Study {n}", weight=100 / count) for n in range(count)]
    picture = Picture(a_plot(*rows))
    assert sum(text.startswith("Study ") for text in picture.texts) == count
    assert len(sides(picture)) == count


def test_what_is_not_pooled_has_no_diamond():
    assert Picture(a_plot(a_row(weight=None))).all("forest-diamond") == []
    pooled = Picture(a_plot(a_row(), a_row(), pooled=(0.4, 0.3, 0.6)))
    assert len(pooled.all("forest-diamond")) == 1


def test_endless_intervals_end_in_arrows_and_do_not_flatten_the_others():
    wide, narrow = a_row("Wide", 1.1, 2e-8, 4e7), a_row("Narrow", 0.8, 0.5, 1.2)
    picture = Picture(a_plot(wide, narrow))
    assert len(picture.all("forest-arrow")) == 2
    lengths = [
        float(line.get("x2")) - float(line.get("x1"))
        for mark in picture.all("forest-mark")
        for line in mark.iter(f"{SVG}line")
    ]
    assert lengths[1] > lengths[0] / 4
    assert "1.10 (2 × 10⁻⁸ to 40,000,000.00)" in picture.texts


def test_the_pooled_interval_that_goes_on_has_arrows_too():
    picture = Picture(a_plot(a_row(), a_row(), pooled=(0.4, 1e-9, 1e9)))
    assert len(picture.all("forest-arrow")) == 2


def test_equal_studies_lie_on_one_line():
    rows = [a_row(f"S {n}", 1, 1, 1) for n in range(3)]
    picture = Picture(a_plot(*rows, pooled=(1, 1, 1)))
    assert len({square.get("x") for square in picture.all("forest-square")}) == 1


def test_a_difference_below_zero_lies_left_of_no_effect():
    row = a_row("Hart", -3.2, -5, -1)
    picture = Picture(a_plot(row, symbol="MD", ratio=False))
    (square,) = picture.all("forest-square")
    assert float(square.get("x")) + sides(picture)[0] < picture.null()
    assert "−3.20 (−5.00 to −1.00)" in picture.texts


def test_a_ratio_has_a_scale_of_logarithms():
    rows = [a_row("A", 0.25, 0.2, 0.3), a_row("B", 4, 3, 5)]
    picture = Picture(a_plot(*rows))
    left, right = (
        float(square.get("x")) + side / 2
        for square, side in zip(
            picture.all("forest-square"), sides(picture), strict=True
        )
    )
    assert picture.null() - left == pytest.approx(right - picture.null(), abs=0.01)


def test_each_side_says_whom_it_favours():
    picture = Picture(a_plot(a_row(), favours=("no vaccine", "vaccine")))
    left = picture.text("← favours no vaccine")
    right = picture.text("favours vaccine →")
    assert float(left.get("x")) < picture.null() < float(right.get("x"))
    assert "favours" not in " ".join(Picture(a_plot(a_row())).texts)


LONG = ("A name of " + "very " * 14 + "2001", "ن" * 80, "W" * 80, "محمد العربي")


@pytest.mark.parametrize("name", LONG)
def test_on_a_phone_the_numbers_stand_under_the_names_and_nothing_is_cut(name):
    row = a_row(name, 0.001, 2e-8, 4e7, 12.34)
    plot = a_plot(row, a_row(), pooled=(0.49, 0.34, 0.7), favours=("X" * 24, "none"))
    picture = Picture(plot, narrow_forest_plot)
    assert picture.width <= 340
    together = " ".join(picture.texts)
    for words in (interval(0.001, 2e-8, 4e7), "12.3 %", "0.49 (0.34 to 0.70)"):
        assert words in together
    assert "".join(name.split()) in "".join(together.split())


@pytest.mark.parametrize("name", LONG)
def test_a_long_name_is_wrapped_and_whole(name):
    picture = Picture(a_plot(a_row(name)))
    assert name.replace(" ", "") in "".join(picture.texts).replace(" ", "")
    narrow = Picture(a_plot(a_row("W" * 30)))
    assert picture.width <= narrow.width


def test_names_are_text_and_nothing_else():
    row = a_row("<script>alert(1)</script> & \x00\ud800", note="<b>")
    picture = Picture(a_plot(row, title="</title><script>", favours=("<i>", "&")))
    assert "<script" not in picture.source
    assert not list(picture.root.iter(f"{SVG}script"))


def test_it_is_told_in_words_to_who_does_not_see_it():
    plot = a_plot(a_row(), a_row(), pooled=(0.4, 0.3, 0.6), title="Tuberculosis")
    root = Picture(plot).root
    assert root.get("role") == "img"
    assert root[0].text == "Tuberculosis"
    assert root[1].text == "2 studies; pooled RR 0.40 (0.30 to 0.60)."


def test_how_it_was_pooled_stands_under_the_pooled_estimate():
    note = "Wald; Hartung–Knapp 0.10 to 1.60"
    plot = a_plot(a_row(), a_row(), pooled=(0.4, 0.3, 0.6), pooled_note=note)
    root = ElementTree.fromstring(forest_plot(plot))
    words = [one.text for one in root.iter() if one.tag.endswith("text")]
    assert note in " ".join(words[words.index("Pooled") :])
    assert root[1].text == f"2 studies; pooled RR 0.40 (0.30 to 0.60) ({note})."


def test_it_needs_no_style_of_its_own():
    """A page's policy refuses such; colours are attributes that its sheet overrides."""
    picture = Picture(a_plot(a_row()))
    assert all("style" not in each.attrib for each in picture.root.iter())
    assert not list(picture.root.iter(f"{SVG}style"))


FINITE = st.floats(allow_nan=False, allow_infinity=False)
RATIOS = st.floats(min_value=0, allow_nan=False) | st.floats(0.01, 100)
DIFFERENCES = FINITE | st.floats(-100, 100) | st.just(math.inf) | st.just(-math.inf)
NAMES = st.text(max_size=90)


@st.composite
def shapes(draw):
    """Plots of any numbers in any order that an interval can have."""
    ratio = draw(st.booleans())
    values = RATIOS if ratio else DIFFERENCES
    intervals = st.one_of(
        st.just((None, None, None)),
        values.map(lambda value: (value, None, None)),
        st.tuples(values, values, values).map(sorted).map(lambda v: (v[1], v[0], v[2])),
    )
    weights = st.none() | st.floats(0, 100)
    rows = draw(
        st.lists(
            st.builds(
                lambda name, of, *more: ForestRow(name, *of, *more),
                *(NAMES, intervals, weights, st.booleans(), NAMES),
            ),
            max_size=8,
        )
    )
    predicted = draw(intervals)[1:]
    favours = draw(st.tuples(NAMES, NAMES))
    pooled = draw(intervals)
    return ForestPlot(tuple(rows), *pooled, *predicted, "RR", ratio, favours)


@given(shapes())
@example(a_plot(a_row("x", 0.0, 0.0, math.inf)))
@example(a_plot(a_row("x", 5e-324, 5e-324, 1e-320), ratio=False))
@example(a_plot(a_row("x", 1.7e308, -1.7e308, 1.7e308), ratio=False))
@trying(max_examples=150, deadline=None)
def test_whatever_its_numbers_all_of_it_lies_within_the_sheet(plot):
    for picture in (Picture(plot), Picture(plot, narrow_forest_plot)):
        drawn = re.sub(r"<(text|title|desc)\b[^>]*>[^<]*", "", picture.source)
        assert not re.search(r"\bnan\b|\binf\b", drawn, re.IGNORECASE)
        for x, y in picture.corners():
            assert -0.01 <= x <= picture.width + 0.01
            assert -0.01 <= y <= picture.height + 0.01


@given(st.lists(st.floats(0.001, 100), min_size=1, max_size=40))
@trying(max_examples=60, deadline=None)
def test_whatever_the_weights_areas_are_proportional(weights):
    picture = Picture(a_plot(*(a_row(weight=weight) for weight in weights)))
    seen = [w for w in weights if 14 * math.sqrt(w / max(weights)) >= 2]
    areas = [s**2 / w for s, w in zip(sides(picture), seen, strict=True)]
    assert max(areas) / min(areas) < 1.02
    assert len(picture.all("forest-tick")) == len(weights) - len(seen)
