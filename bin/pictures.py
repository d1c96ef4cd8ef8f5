"""Takes the pictures of docs/pictures/ from the sample evidence, in a new store.

    python bin/pictures.py [FOLDER]

Needs Chromium, as the browser tests do. Starts a server on a free port and ends it.
"""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import BROWSERS, find  # noqa: E402

TABLE = """Table 2. Outcomes at 12 weeks, by group as randomised
\tExamplin (n = 120)\tPlacebo (n = 123)\tEffect (95 % CI)\tP
Pain, mean (SD)\t30·5 (12·5)\t39·0 (13·0)\tMD −8·5 (−11·7 to −5·3)\t<0·001
Fever\t4 (3.3)\t11 (8.9)\tRR 0.37 [0.12, 1.14]\tn.s.
Stay (days)\t12 (8–20)\t14 (9–22)\t\t0.09
Rash†\t4-Dec\t5/123\t\t
Total\t19\t25\t\t"""  # plainly invented
SCREENS = {1400: 1000, 390: 844}  # width and height
THEMES = ("light", "dark")
CLAIM = "BCG vaccination lowers the risk of tuberculosis."
DIFFERING = {  # what two type in an appraisal by RoB 2
    "reviewer-a": "yynnnyynnnynn",
    "reviewer-b": "yumyynyynnynyiynn",
}
PASSWORD = "footing-sample"  # noqa: S105  # the sample people's, on every machine
PATIENCE = 600  # seconds for the first start


@contextmanager
def served() -> Iterator[str]:
    """A server with the sample evidence in a store that is thrown away; its address."""
    with tempfile.TemporaryDirectory() as var, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        server = subprocess.Popen(  # noqa: S603
            [sys.executable, ROOT / "manage.py", "run"],
            env={**os.environ, "FOOTING_VAR": var, "PORT": str(port)},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            wait_for(server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def wait_for(server: subprocess.Popen[str]) -> None:
    """Read what the server prints until it says that it runs."""
    for line in server.stdout or ():
        if line.startswith("Stop it"):
            return
    raise SystemExit("footing: the server did not start.")


def pages(page: Page, address: str) -> dict[str, str]:
    """What is pictured, by the picture's name."""
    page.goto(f"{address}/claims/")
    claim = page.get_by_role("link", name=CLAIM).first.get_attribute("href")
    return {
        "home": "/",
        "claim": f"{claim}",
        "version": f"{claim}v1/",
        "grade": f"{claim}grade/",
    }


def records() -> str:
    """Some invented records as RIS, to be screened."""
    titles = (
        "Examplin against made-up fever in adults: a randomised trial",
        "A narrative review of made-up fever",
        "Examplin in mice that are not there",
    )
    abstract = (
        "We gave adults with made-up fever examplin or a dummy for eight weeks. Fever "
        "was gone in 61 of 100 people on examplin and in 44 of 98 on the dummy. "
        "Nobody in this abstract exists."
    )
    return "".join(
        f"TY  - JOUR\nTI  - {title}\nAU  - Madeup{n}, Mia\nPY  - 2021\n"
        f"T2  - Journal of Examples\nDO  - 10.5555/example.{n}\n"
        f"AB  - {abstract}\nER  - \n\n"
        for n, title in enumerate(titles)
    )


def bring_search(page: Page, address: str) -> str:
    """A claim whose open base has a search of invented records; where they wait."""
    page.goto(f"{address}/claims/new/")
    page.fill("[name=text]", "Examplin lowers made-up fever in adults.")
    page.select_option("[name=kind]", "effect")
    for name, words in (("population", "adults"), ("intervention", "examplin")):
        page.fill(f"[name={name}]", words)
    page.fill("[name=outcome]", "fever")
    page.get_by_role("button", name="Add it, and say what counts").click()
    page.select_option("[name=scope]", "targeted")
    page.get_by_role("button", name="Open the evidence base").click()
    base = page.url
    page.goto(f"{base}searches/")
    page.fill("#bring-source", "Example Index")
    page.fill("#bring-strategy", "examplin AND fever")
    page.fill("#bring-searched_on", "2026-01-31")
    page.fill("#bring-text", records())
    page.get_by_role("button", name="Bring it").click()
    page.goto(f"{base}screening/")
    while not page.get_by_role("button", name="Take on").count():
        page.wait_for_timeout(500)
        page.reload()
    return base.removeprefix(address)


def begin_appraisal(page: Page, address: str) -> str:
    """One result of a trial that is being appraised by RoB 2; where."""
    page.goto(f"{address}/studies/?q=Aronson+1948")
    study = page.locator("a.t[href^='/studies/']").first.get_attribute("href")
    page.goto(f"{address}{study}appraise/")
    page.get_by_role("button", name="RoB 2: ").first.click()
    page.wait_for_load_state("networkidle")
    page.keyboard.type("yi")  # two answers
    page.locator("#appraisal-saved time").wait_for()
    return page.url.removeprefix(address)


def paste_a_table(page: Page, address: str) -> None:
    """A table of results as it is read, of a study that is plainly invented."""
    page.goto(f"{address}/studies/new/")
    page.fill("[name=label]", "Example 2001")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Paste or type a table of results").click()
    page.fill("[name=pasted]", TABLE)
    page.get_by_role("button", name="Read it", exact=True).click()
    page.wait_for_url("**/results/table/#sheet")


def disagree(browser: Browser, address: str) -> str:
    """A round of two on a trial's result, in which they differ; where it is settled."""
    page = browser.new_page()
    sign_in(page, address, "editor")
    page.goto(f"{address}/studies/?q=Hart+1977")
    study = page.locator("a.t[href^='/studies/']").first.get_attribute("href")
    page.goto(f"{address}{study}appraise/")
    page.get_by_text("Appraise it again, or by others").first.click()
    page.get_by_label("By whom").first.select_option("offer")
    page.get_by_role("button", name="RoB 2: the effect of being assigned").first.click()
    page.wait_for_url("**/appraisals/*/")
    waiting = page.url
    page.context.close()
    for person, keys in DIFFERING.items():
        page = browser.new_page()
        sign_in(page, address, person)
        page.goto(waiting.replace("/appraisals/", "/appraise/"))
        page.get_by_role("button", name="Take a place").click()
        page.locator("#appraisal-submit").wait_for()
        page.keyboard.type(keys)
        page.keyboard.press("Control+Enter")
        page.wait_for_url(lambda url: "/appraise/" not in url)
        page.context.close()
    return waiting.removeprefix(address) + "differences/"


def sign_in(page: Page, address: str, person: str = "reviewer-b") -> None:
    """As one of the sample people; by default a reviewer, who may grade."""
    page.goto(f"{address}/accounts/sign-in/")
    page.fill("[name=username]", person)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)


def take(browser: Browser, address: str, folder: Path) -> None:
    """Every page, as wide and as narrow, in light and in dark."""
    page = browser.new_page()
    sign_in(page, address)
    base = bring_search(page, address)
    appraisal = begin_appraisal(page, address)
    page.context.close()
    differences = disagree(browser, address)
    for width, height in SCREENS.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        pictured = {
            **pages(page, address),
            "base": base,
            "screening": f"{base}screening/",
            "appraisal": appraisal,
            "queue": "/review/",
            "differences": differences,
            "agreement": "/agreement/?of=rob2",
        }
        for name, path in pictured.items():
            if name == "grade":
                sign_in(page, address)
            for theme in THEMES:
                page.emulate_media(color_scheme=theme)
                page.goto(address + path)
                page.screenshot(path=folder / f"{name}-{width}-{theme}.png")
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            paste_a_table(page, address)
            page.screenshot(path=folder / f"table-{width}-{theme}.png")
        page.context.close()


def main(folder: Path) -> None:
    """Take all pictures into a folder."""
    program = find(BROWSERS) or find()
    if program is None:
        raise SystemExit("footing: the pictures need Chromium, and none is installed.")
    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        take(browser, address, folder)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
