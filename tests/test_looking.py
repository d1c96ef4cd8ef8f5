"""What looking at a page finds, though of texts that look alike it sees one."""

import pytest

ROW = '<tr><td class="{}" style="{}">A cell of a row</td></tr>'
PAGE = (
    '<!doctype html><html lang="en"><head><title>Rows</title></head><body><main>'
    "<h1>Rows</h1><table>{}</table></main></body></html>"
)
WELL = "color: #000"
FAINT = [
    "color: #bbb",
    "color: #767676; opacity: .7",
    "color: #000; background: #333",
    "color: #888; font-size: 16px",
]


@pytest.mark.parametrize("faint", FAINT)
def test_a_faint_text_among_many_that_are_not_is_found(page, axe, faint):
    rows = [ROW.format("cell", WELL)] * 50
    page.set_content(PAGE.format("".join(rows)))
    axe()
    page.set_content(PAGE.format("".join([*rows, ROW.format("cell", faint), *rows])))
    with pytest.raises(AssertionError, match="contrast"):
        axe()


def test_a_text_on_another_ground_than_its_like_is_found(page, axe):
    row = ROW.format("cell", WELL)
    dark = f'<tbody style="background: #222">{row}</tbody>'
    page.set_content(PAGE.format(f"<tbody>{row}</tbody>{dark}"))
    with pytest.raises(AssertionError, match="contrast"):
        axe()


def test_what_is_no_matter_of_colours_is_found_too(page, axe):
    page.set_content(PAGE.format(ROW.format("cell", WELL) + "<img src=''>"))
    with pytest.raises(AssertionError, match="image-alt"):
        axe()
