"""Judgements are shown as lights and bars: by symbol, word and colour."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from studies.instruments.lights import columns_of, marks_of, scale_of
from studies.instruments.reading import KEYS, instrument
from studies.pictures.judgement_bars import Bar, JudgementBars, Part, judgement_bars
from studies.pictures.lights import (
    NOT_APPLICABLE,
    NOT_APPRAISED,
    OVERALL,
    Column,
    Light,
    Mark,
    mark_of,
)
from studies.pictures.traffic_light import LightRow, TrafficLight, traffic_light

SVG = "{http://www.w3.org/2000/svg}"
LOW, SOME, HIGH = (
    mark_of(Light.LOW, "Low"),
    mark_of(Light.SOME, "Some concerns"),
    mark_of(Light.HIGH, "High"),
)
COLUMNS = (Column("D1", "Randomisation"), Column("D2", "Deviations"), OVERALL)
SCALE = (LOW, SOME, HIGH)
WORDS = st.text(max_size=60)
MARKS = st.sampled_from([*SCALE, NOT_APPRAISED, NOT_APPLICABLE])


def drawn(*rows):
    return traffic_light(TrafficLight("RoB 2", COLUMNS, rows, SCALE))


def lights(svg, name="light"):
    """What each light says, in the order drawn; those of the legend too."""
    return [
        group.find(f"{SVG}title").text
        for group in ElementTree.fromstring(svg).iter(f"{SVG}g")
        if name in group.get("class", "").split()
    ]


def texts(svg):
    return [each.text for each in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_light_leads_to_the_part_that_was_judged_and_keys_reach_a_row_once():
    judged = LightRow("Ex\x00 2001", (LOW, SOME, SOME), href="/studies/1/appraisals/2/")
    svg = drawn(judged, LightRow("Not appraised", (NOT_APPRAISED,) * 3))
    links = list(ElementTree.fromstring(svg).iter(f"{SVG}a"))
    assert [(each.get("href"), each.get("tabindex")) for each in links] == [
        ("/studies/1/appraisals/2/#D1", "-1"),
        ("/studies/1/appraisals/2/#D2", "-1"),
        ("/studies/1/appraisals/2/#Overall", None),
    ]
    assert links[1].get("aria-label") == "Ex� 2001, Deviations: Some concerns"
    assert ElementTree.fromstring(svg).get("role") == "group"
    assert ElementTree.fromstring(drawn()).get("role") == "img"


def test_rows_stand_as_given_and_the_whole_is_last():
    svg = drawn(
        LightRow("Zeta 2001", (LOW, HIGH, HIGH)), LightRow("Alpha 1999", (LOW,) * 3)
    )
    assert lights(svg)[:6] == [
        "Zeta 2001, Randomisation: Low",
        "Zeta 2001, Deviations: High",
        "Zeta 2001, Overall: High",
        "Alpha 1999, Randomisation: Low",
        "Alpha 1999, Deviations: Low",
        "Alpha 1999, Overall: Low",
    ]


def test_the_legend_has_the_whole_scale_and_what_else_is_shown():
    plain = drawn(LightRow("A", (LOW, LOW, LOW)))
    assert lights(plain)[3:] == ["Low", "Some concerns", "High"]
    more = drawn(LightRow("A", (NOT_APPRAISED, NOT_APPLICABLE, LOW)))
    assert lights(more)[6:] == ["Not applicable", "Not appraised"]
    assert "Randomisation" in texts(plain)  # what D1 stands for


def test_each_judgement_differs_in_symbol_and_in_grey():
    lit = [one for one in Light if one.symbol]
    assert len({one.symbol for one in lit}) == len(lit)
    greys = sorted(_grey(fill) for fill in _fills())
    assert all(b - a > 0.02 for a, b in zip(greys, greys[1:], strict=False))


def _fills():
    marks = [mark_of(light, light) for light in Light if light.symbol]
    svg = drawn(*(LightRow("A", (mark,) * 3) for mark in marks))
    circles = ElementTree.fromstring(svg).iter(f"{SVG}circle")
    return {circle.get("fill") for circle in circles}


def _grey(colour):
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2


def test_what_nobody_appraised_is_no_light():
    svg = drawn(LightRow("A", (NOT_APPRAISED, NOT_APPLICABLE, LOW)))
    first = next(
        group
        for group in ElementTree.fromstring(svg).iter(f"{SVG}g")
        if "light-not_appraised" in group.get("class", "")
    )
    assert first.find(f"{SVG}circle") is None
    assert first.find(f"{SVG}rect").get("fill") == "none"


def test_a_row_needs_a_mark_for_each_column():
    with pytest.raises(ValueError, match="one mark for each column"):
        drawn(LightRow("A", (LOW,)))


@trying(max_examples=60)
@given(st.lists(st.tuples(WORDS, WORDS, st.tuples(MARKS, MARKS, MARKS)), max_size=6))
def test_any_names_make_a_picture_that_holds_them_all(rows):
    svg = drawn(*(LightRow(label, marks, note) for label, note, marks in rows))
    root = ElementTree.fromstring(svg)
    _, _, width, height = map(float, root.get("viewBox").split())
    for circle in root.iter(f"{SVG}circle"):
        assert 0 < float(circle.get("cx")) < width
        assert 0 < float(circle.get("cy")) < height


# --- bars


def bars(*parts, weighed="Weighted."):
    shares = tuple(Part(mark, share) for mark, share in parts)
    all_bars = tuple(Bar(column, shares) for column in COLUMNS)
    return judgement_bars(JudgementBars("Risk of bias", all_bars, SCALE, weighed))


def test_a_bar_says_each_share_and_by_what_it_is_weighed():
    svg = bars((LOW, 0.6), (NOT_APPRAISED, 0.4))
    assert lights(svg)[:2] == [
        "Randomisation: 60 % Low",
        "Randomisation: 40 % Not appraised",
    ]
    assert "Weighted." in texts(svg)


def test_what_nobody_appraised_is_never_drawn_as_low():
    svg = bars((LOW, 0.6), (NOT_APPRAISED, 0.4))
    missing = [
        group.find(f"{SVG}rect").get("fill")
        for group in ElementTree.fromstring(svg).iter(f"{SVG}g")
        if "light-not_appraised" in group.get("class", "")
    ]
    assert set(missing) == {"none"}


def test_shares_that_are_not_a_whole_are_refused():
    with pytest.raises(ValueError, match="add up to 1"):
        bars((LOW, 0.6), (HIGH, 0.3))


# --- the lights of an instrument


def test_a_light_goes_by_a_judgements_place_and_not_by_its_word():
    found = {
        key: [(mark.word, mark.light) for mark in scale_of(instrument(key))]
        for key in ("rob2", "robins_i_2016", "nos_cohort", "jbi_rct")
    }
    assert found == {
        "rob2": [("Low", "low"), ("Some concerns", "some"), ("High", "high")],
        "robins_i_2016": [
            ("Low", "low"),
            ("Moderate", "some"),
            ("Serious", "high"),
            ("Critical", "critical"),
            ("No information", "no_information"),
        ],
        "nos_cohort": [("Good", "low"), ("Fair", "some"), ("Poor", "high")],
        "jbi_rct": [
            ("Yes", "low"),
            ("No", "high"),
            ("Unclear", "no_information"),
            ("Not applicable", "not_applicable"),
        ],
    }
    best = scale_of(instrument("amstar2"))[0]
    assert best == Mark("low", "High", "+")


def test_each_instrument_has_a_mark_for_each_of_its_columns():
    wrong = []
    for key in KEYS:
        tool = instrument(key)
        for variant in tool.variants or ("",):
            columns = columns_of(tool, variant)
            marks = marks_of(tool, {}, {}, variant)
            if len(columns) != len(marks) or set(marks) != {NOT_APPRAISED}:
                wrong.append((key, variant))
    assert not wrong
    assert [one.code for one in columns_of(instrument("rob2"))][-1] == "Overall"
    assert OVERALL not in columns_of(instrument("jbi_rct"))


def test_judgements_answers_and_stars_become_marks():
    judged = {"D1": "Low", "D2_assignment": "High", "overall": "High"}
    marks = marks_of(instrument("rob2"), judged, {})
    assert [mark.word for mark in marks][:3] == ["Low", "High", "Not appraised"]
    assert marks[-1] == HIGH
    stars = marks_of(instrument("nos_cohort"), {"selection": "3"}, {})
    assert stars[0] == Mark("counted", "3 of 4 stars", "3")
    items = marks_of(instrument("amstar2"), {"overall": "Low"}, {"1": "Y", "2": "PY"})
    assert [mark.light for mark in (*items[:3], items[-1])] == [
        "low",
        "some",
        "not_appraised",
        "high",
    ]
