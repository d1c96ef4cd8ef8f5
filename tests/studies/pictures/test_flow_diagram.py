"""A flow diagram says all it is given, in boxes that hold it."""

from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studies.pictures.flow_diagram import Box, FlowDiagram, Step, flow_diagram
from studies.pictures.svg import text_width

SVG = "{http://www.w3.org/2000/svg}"
WORDS = st.text("iaWmM (n=1)中\u0301\0-", max_size=60)  # narrow, wide, none in XML
BOXES = st.builds(Box, WORDS, st.lists(WORDS, max_size=4).map(tuple))
STEPS = st.builds(
    Step, st.sampled_from(["Identification", "Screening"]), BOXES, st.none() | BOXES
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEPS, min_size=1, max_size=6))
def test_every_box_holds_its_words_and_none_lies_on_another(steps):
    root = ElementTree.fromstring(flow_diagram(FlowDiagram("A flow", tuple(steps))))
    _, _, width, height = map(float, root.get("viewBox").split())
    (group,) = root.iter(f"{SVG}g")
    boxes = []
    for each in group:
        if each.tag == f"{SVG}rect" and each.get("class") != "flow-phase":
            x, y, w, h = (float(each.get(name)) for name in "x y width height".split())
            assert min(x, y) >= 0 and x + w <= width and y + h <= height + 1
            assert not any(
                x < ox + ow and ox < x + w and y < oy + oh and oy < y + h
                for ox, oy, ow, oh in boxes
            )
            boxes.append((x, y, w, h))
        if each.tag == f"{SVG}text" and not each.get("transform"):
            x, y, w, h = boxes[-1]
            at, line = float(each.get("x")), float(each.get("y"))
            assert y < line < y + h
            assert x < at and at + text_width(each.text or "", 13) <= x + w


def test_the_picture_says_in_words_what_it_shows():
    step = Step("Screening", Box("Records screened (n = 7)"), Box("Left out (n = 2)"))
    root = ElementTree.fromstring(flow_diagram(FlowDiagram("A flow", (step,))))
    assert root.get("role") == "img"
    said = root.find(f"{SVG}desc").text
    assert said == "Records screened (n = 7). Left out (n = 2)."
