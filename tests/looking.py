"""Whether everybody can read a page: by axe's rules, on a telephone and on a desk.

A page is loaded once and looked at on each screen: what depends on the screen is for
the stylesheet to say, and loading is a good part of what looking costs.
"""

from itertools import product

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import AxeResults

SCREENS = ((390, "dark"), (1400, "light"))  # the width in pixels, and the theme
EVERY_SCREEN = tuple(product((390, 1400), ("light", "dark")))
LOOK_FOR_VIOLATIONS = """
    axe.run({ resultTypes: ["violations"] }).then(({ violations }) => ({ violations }))
"""
TWO_FRAMES = """
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
"""


def show(page, width, scheme):
    """Have the page on a screen; colours change at once, or they would be looked at
    half-way, and its scripts have heard of the width."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(TWO_FRAMES)


def assert_accessible(page):
    """Fail, naming rules and places, where the page as it stands is not accessible."""
    if page.evaluate("!window.axe"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate(LOOK_FOR_VIOLATIONS))
    assert not found.response["violations"], found.generate_report()


def assert_fits(page):
    """Fail where the page scrolls sideways."""
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wider, f"{page.url} scrolls sideways"


def assert_readable(page, screens=SCREENS):
    """Fail where the page as it stands is not accessible, or too wide, on a screen."""
    for width, scheme in screens:
        show(page, width, scheme)
        assert_accessible(page)
        assert_fits(page)
