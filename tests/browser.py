"""The browser of the tests: finds a Chromium, or gets one (python -m tests.browser)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

# Without windows it takes a fifth less computing, and shows the same pages.
SHELL = "chromium-headless-shell"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
GIVE_UP = 600  # seconds for a download
# What a page on a screen of its own would have, and no test looks at: drawing by a
# graphics card that is not there, and lists below an address bar, kept in wait by a
# process each. The other features are those that Playwright turns off, whose list this
# one replaces.
SWITCHES = (
    "--disable-gpu",
    "--disable-gpu-compositing",
    "--disable-gpu-rasterization",
    "--disable-software-rasterizer",
    "--process-per-site",
    "--js-flags=--no-turbofan --no-maglev",  # no page lives long enough to earn them
    "--disable-features="
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,"
    "SpareRendererForSitePerProcess,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,"
    "HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,PaintHolding,"
    "ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch",
)
HASTE = {
    "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000",  # milliseconds
    "DEBIAN_FRONTEND": "noninteractive",
}


def find(names: tuple[str, ...] = (SHELL, *BROWSERS)) -> str | None:
    """The path of an installed browser, else of Playwright's own, else None.

    The shell takes no picture of a page as long as a graphics card's surface.
    """
    for name in names:
        if path := shutil.which(name):
            return path
    return playwrights_own()


def playwrights_own() -> str | None:
    """The path of the browser that Playwright downloaded, if it did."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def get() -> str | None:
    """Have a browser: Playwright's download, else the distribution's package."""
    attempts = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        attempts.append(["apt-get", "update"])
        attempts += [["apt-get", "install", "-y", each] for each in (SHELL, "chromium")]
    for command in attempts:
        if succeeds(command) and (path := find()):
            return path
    return None


def forget(context: BrowserContext, site: str) -> None:
    """Close all pages of a browser, and have it know nothing of a site any more."""
    first, *others = context.pages or [context.new_page()]
    devtools = context.new_cdp_session(first)
    everything = {"origin": site, "storageTypes": "all"}
    devtools.send("Storage.clearDataForOrigin", everything)
    devtools.send("Network.clearBrowserCache")
    for page in (first, *others):
        page.close()
    context.clear_cookies()
    context.clear_permissions()


def succeeds(command: list[str]) -> bool:
    """Run a program quietly; whether it did its work."""
    print(f"footing: {' '.join(command[-3:])} …", file=sys.stderr, flush=True)
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=GIVE_UP, env={**os.environ, **HASTE}
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    if not (find() or get()):
        sys.exit(
            "footing: the browser tests need Chromium, and none is installed or could "
            "be downloaded: install it (on Debian: apt-get install chromium)."
        )
