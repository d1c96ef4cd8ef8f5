"""What every test run sets up: its own database server, its own databases, no network.

Several runs may go on at once: each names its databases for its process. A browser test
asks for the fixture ``page`` and runs only with ``--with-browser``.
"""

import gc
import os
import subprocess
import sys
from functools import partial

import hypothesis
import pytest
from _pytest import runner
from django.conf import settings
from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS
from django.test import Client
from playwright.sync_api import expect

from tests import browser, looking
from tests import factories as make
from tests.alone import (
    change_settings,
    collect_seldom,
    end_in_order,
    leave_server,
)
from tests.compiling import compile_packages, compile_tests
from tests.database import end_other_sessions, use_template
from tests.emptying import empty_quickly
from tests.factories.making import count_anew

# What is compiled on its first use makes the first example slow; nothing here is timed.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

RUN = os.environ.setdefault("FOOTING_TEST_RUN", str(os.getpid()))  # xdist inherits it

PATIENCE = 30_000  # milliseconds for what a page comes to show, on a busy machine

collect_seldom()


def pytest_addoption(parser):
    parser.addoption(
        "--with-browser", action="store_true", help="run browser tests too"
    )


def pytest_configure(config):
    """Change the settings that differ in a test, before anything reads them."""
    if not hasattr(config, "workerinput"):
        end_in_order()
    change_settings(RUN)
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE,
        "tests.one_action.one_action_a_request",
    ]
    if config.getoption("--with-browser"):
        # Playwright keeps an event loop in the thread that also uses the database.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        expect.set_options(timeout=PATIENCE)


def pytest_sessionstart(session):
    """Have all workers find a template and what is compiled, before they start.

    Else each compiles everything at once, and one waits for another's template.
    """
    config = session.config
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        compile_packages()
        config.template = subprocess.Popen([sys.executable, "-m", "tests.alone"])
        compile_tests(config)


def pytest_unconfigure(config):
    """Leave the server; the last of the workers stops it."""
    if template := getattr(config, "template", None):
        template.wait()
    leave_server()


def pytest_collection_modifyitems(config, items):
    """Mark the tests that use a browser, and skip them unless they were asked for."""
    asked = config.getoption("--with-browser")
    for item in items:
        if {"page", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
            if not asked:
                item.add_marker(pytest.mark.skip(reason="run with --with-browser"))


def pytest_collection_finish(session):
    """Leave what is loaded by now out of every later collection of garbage.

    It stays until the end, and looking through it again and again took a fifth of the
    run.
    """
    gc.collect()
    collect_seldom()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """Run a test with room on the interpreter's stack of frames."""
    return with_room(partial(runner.pytest_runtest_protocol, item, nextitem))


def with_room(call):
    """Call with a piece of the stack of frames large enough for all calls below.

    CPython keeps frames in pieces of 16 KiB, asks the system for the next piece where a
    call crosses the end of one, and gives it back on return. Where that place lies in a
    busy loop, as it did below pytest, a third of the time went into it. A frame that
    asks for much is given a large piece, whose rest serves the calls below.
    """
    return call()


with_room.__code__ = with_room.__code__.replace(co_stacksize=140_000)  # 1.1 of 2 MiB


@pytest.fixture(autouse=True)
def as_if_alone():
    """No test is shown what another drew, or has rows numbered after another's."""
    caches["drawn"].clear()
    count_anew()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        empty_quickly(DEFAULT_DB_ALIAS)
    yield
    with django_db_blocker.unblock():
        end_other_sessions()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_blocker):
    """Copy the test database from one that is migrated already."""
    with django_db_blocker.unblock():
        use_template()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Launch the browser that was found; as root it wants no sandbox."""
    arguments = [] if os.geteuid() else ["--no-sandbox"]
    return {
        **browser_type_launch_args,
        "executable_path": browser.find(),
        "args": [*arguments, *browser.SWITCHES],
    }


@pytest.fixture(scope="session")
def profile(browser, live_server):
    """A profile of the browser, on the running site, for one test after the other.

    Making one takes as long as many a test.
    """
    context = browser.new_context(base_url=live_server.url)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def context(profile, live_server):
    """The profile as if nobody had used it."""
    yield profile
    browser.forget(profile, live_server.url)


@pytest.fixture
def page(context):
    """A browser's page on the running site: ``page.goto("/claims/")``."""
    return context.new_page()


@pytest.fixture
def axe(page):
    """A function that fails, naming rules and places, where the page is not accessible.

    It looks at the page as it stands: light or dark, wide or narrow.
    """
    return partial(looking.assert_accessible, page)


@pytest.fixture
def looks_well(page):
    """A function that looks at the page as it stands on each screen.

    It is accessible, and nothing scrolls sideways.
    """
    return partial(looking.assert_readable, page)


@pytest.fixture
def look_at(page):
    """A function that opens pages and looks at each: it is accessible, and fits.

    ``look_at(addresses)``: on each screen; ``look_at(addresses, width, scheme)``: on a
    screen of a width, light or dark; ``look_at(addresses, screens=…)``: on others.
    """

    def look(addresses, width=None, scheme=None, screens=looking.SCREENS):
        seen_on = [(width, scheme)] if width else screens
        for address in addresses:
            looking.show(page, *seen_on[0])
            page.goto(address)
            looking.assert_readable(page, seen_on)

    return look


@pytest.fixture
def curator(client):
    """A curator, signed in on ``client``."""
    return _signed_in(client, make.a_curator())


@pytest.fixture
def reviewer(client):
    """A reviewer, signed in on ``client``."""
    return _signed_in(client, make.a_reviewer())


@pytest.fixture
def editor(client):
    """An editor, signed in on ``client``."""
    return _signed_in(client, make.an_editor())


def _signed_in(client, person):
    client.force_login(person)
    return person


@pytest.fixture
def sign_in(page, live_server, client):
    """A function that gives the browser a person's session: ``sign_in(user)``."""

    def sign_in(user):
        page.context.add_cookies([_session_of(client, user, live_server.url)])

    return sign_in


@pytest.fixture
def open_browser(browser, live_server):
    """A function that opens a browser of a person's own, and gives a page of it.

    ``open_browser(user)``: signed in; more is said of it as Playwright wants it said.
    """
    opened = []

    def open_page(user, **said):
        context = browser.new_context(base_url=live_server.url, **said)
        opened.append(context)
        # Of a client of its own: another person's signing in would end the session.
        context.add_cookies([_session_of(Client(), user, live_server.url)])
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture
def without_scripts(open_browser):
    """A function that opens a browser that runs no scripts: a page of one's own.

    ``without_scripts(user)``: signed in as a person.
    """
    return partial(open_browser, java_script_enabled=False)


def _session_of(client, user, url):
    """The cookie that is a person's session on the running site."""
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    return {"name": cookie.key, "value": cookie.value, "url": url}
