"""Whether everybody can read a page: by axe's rules, on a telephone and on a desk.

A page is loaded once and looked at on each screen: what depends on the screen is for
the stylesheet to say, and loading is a good part of what looking costs.
"""

from itertools import product

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import AxeResults

SCREENS = ((390, "dark"), (1400, "light"))  # the width in pixels, and the theme
EVERY_SCREEN = tuple(product((390, 1400), ("light", "dark")))
CONTRAST = "color-contrast"
# Contrast is most of axe's work, and the same for all texts of one look: the element,
# its colours and size, and those of all that it lies in. The first of each is seen.
LOOK_FOR_VIOLATIONS = """
    async (contrast) => {
        const looks = new Map();
        const look = (element) => {
            if (!element) return "";
            if (!looks.has(element)) {
                const style = getComputedStyle(element);
                looks.set(element, [
                    look(element.parentElement), element.tagName, element.className,
                    element.matches(":disabled, :disabled *, [aria-disabled=true]"),
                    style.color, style.backgroundColor, style.backgroundImage,
                    style.opacity, style.position, style.clipPath,
                    style.fontSize, style.fontWeight,
                ].join());
            }
            return looks.get(element);
        };
        const firsts = new Map();
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const { data, parentElement: element } = texts.currentNode;
            if (data.trim().length < 2 || !element.checkVisibility()) continue;
            if (!firsts.has(look(element))) firsts.set(look(element), element);
        }
        const resultTypes = ["violations"];
        const rules = { [contrast]: { enabled: false } };
        const { violations } = await axe.run({ resultTypes, rules });
        if (firsts.size) {
            const include = [...firsts.values()];
            const only = { resultTypes, runOnly: contrast };
            const found = await axe.run({ include }, only);
            violations.push(...found.violations);
        }
        return { violations };
    }
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
    found = AxeResults(page.evaluate(LOOK_FOR_VIOLATIONS, CONTRAST))
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
