"""A person at a browser whose every click, key and question costs time.

As in keystroke-level models of working at a screen: what is asked has to be read, a
click needs the mouse, a key is a key.
"""

from dataclasses import dataclass, field

A_KEY, A_CLICK, A_QUESTION = 0.3, 1.5, 3.0  # seconds
MOST_TABS = 150  # as many as a page with its menus may have stops
ON_THE_WAY = """wanted => {
    const focused = document.activeElement;
    if (focused === wanted) return "there";
    const past = focused.matches(".skip") && document.querySelector("main");
    return past && past.contains(wanted) ? "at the link past the menus" : "elsewhere";
}"""


@dataclass
class Person:
    """Somebody who works on a page, and what it costs; ``page`` is Playwright's."""

    page: object
    keys: int = 0
    clicks: int = 0
    questions: int = 0
    pages: list[str] = field(default_factory=list)

    def __post_init__(self):
        """Count every page that is opened or comes back, once it is there."""
        self.page.on("domcontentloaded", lambda page: self.pages.append(page.url))

    def goes_to(self, address):
        """Open a page, as from a link somebody sent: it costs nothing but the page."""
        self.page.goto(address)

    def clicks_on(self, what):
        """Click on something."""
        what.click()
        self.clicks += 1

    def types(self, words):
        """Type into what has the focus, a key a letter."""
        self.page.keyboard.type(words)
        self.keys += len(words)

    def presses(self, *keys):
        """Press keys, one after the other; "Control+V" is two."""
        for key in keys:
            self.page.keyboard.press(key)
            self.keys += key.count("+") + 1

    def reaches(self, what):
        """Go to something by the Tab key, past the menus if it is not in them."""
        what.wait_for(state="attached")
        for _ in range(MOST_TABS):
            where = what.evaluate(ON_THE_WAY)
            if where == "there":
                return
            self.presses("Tab" if where == "elsewhere" else "Enter")
        raise AssertionError(f"{MOST_TABS} times Tab did not lead to {what}")

    def presses_on(self, what):
        """Reach something by the Tab key, and press Enter on it."""
        self.reaches(what)
        self.presses("Enter")

    def reads(self, question):
        """Read something that is asked."""
        assert question.inner_text()
        self.questions += 1

    @property
    def seconds(self):
        """What all of it takes."""
        told = (self.keys * A_KEY, self.clicks * A_CLICK, self.questions * A_QUESTION)
        return sum(told)

    def __str__(self):
        return (
            f"{self.clicks} clicks, {self.keys} keys, {self.questions} questions: "
            f"{self.seconds:.1f} s"
        )
