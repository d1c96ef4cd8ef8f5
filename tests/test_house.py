"""The house rules that no linter holds: sizes, writes, and what must not come in."""

import ast
import re
import tomllib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.conf import settings

HOUSE = settings.BASE_DIR
FLOORS = tomllib.loads((HOUSE / "pyproject.toml").read_text())["tool"]["importlinter"][
    "root_packages"
]
NOT_PRODUCT = {"tests", "benchmarks", "templates", "static", "docs", "bin", "var"}
MODULE, FUNCTION, TEMPLATE = 500, 50, 150
WRITES = {
    "save",
    "create",
    "delete",
    "update",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
}
ROWS = {"objects", "unfiltered"}  # what a dictionary's update() is not called on

TEMPLATES = {
    str(path.relative_to(HOUSE)): path.read_text()
    for path in sorted((HOUSE / "templates").rglob("*.html"))
}


@cache
def modules():
    """Each module of the product, parsed, by its path."""
    return {
        str(path.relative_to(HOUSE)): ast.parse(path.read_text())
        for app in FLOORS
        for path in sorted((HOUSE / app).rglob("*.py"))
        if "migrations" not in path.parts
    }


def is_interface(path):
    """Whether a module is a page, an API, a form or a command."""
    *folders, name = Path(path).with_suffix("").parts
    ends = ("pages", "api", "forms", "urls")
    return name.endswith(ends) or bool({"api", "management"} & set(folders))


def nodes(kind):
    """Each node of a kind, with the module it stands in."""
    return [
        (path, node)
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, kind)
    ]


def functions():
    return nodes((ast.FunctionDef, ast.AsyncFunctionDef))


def test_every_package_has_its_floor():
    packages = {path.parent.name for path in HOUSE.glob("*/__init__.py")}
    assert packages - NOT_PRODUCT == set(FLOORS)


def test_a_module_fits_in_a_sitting():
    long = [p for p in modules() if len((HOUSE / p).read_text().splitlines()) > MODULE]
    assert long == []


def test_a_function_fits_on_a_screen():
    long = [
        f"{path}: {node.name}"
        for path, node in functions()
        if node.end_lineno - node.lineno + 1 > FUNCTION
    ]
    assert long == []


def test_a_template_fits_on_a_few_screens():
    assert [p for p, t in TEMPLATES.items() if len(t.splitlines()) > TEMPLATE] == []


def test_imports_stand_at_the_top_and_name_what_they_take():
    hidden = [
        f"{path}:{inner.lineno}"
        for path, node in functions()
        for inner in ast.walk(node)
        if isinstance(inner, (ast.Import, ast.ImportFrom))
    ]
    stars = [
        f"{path}:{node.lineno}"
        for path, node in nodes(ast.ImportFrom)
        if any(alias.name == "*" for alias in node.names)
    ]
    assert hidden + stars == []


def writes_rows(call):
    """Whether a call writes to the database: ``x.save()``, ``X.objects.update()``."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr in WRITES):
        return False
    named = {part.attr for part in ast.walk(call) if isinstance(part, ast.Attribute)}
    return call.func.attr != "update" or bool(named & ROWS)


def test_pages_api_and_commands_write_through_actions():
    writing = [
        f"{path}:{call.lineno}"
        for path, call in nodes(ast.Call)
        if is_interface(path) and writes_rows(call)
    ]
    assert writing == []


def test_only_actions_look_behind_a_closed_round():
    looking = [
        path
        for path, node in nodes(ast.Attribute)
        if node.attr == "unfiltered" and path != "core/rounds.py"
    ]
    assert looking == []


def test_changes_are_read_from_the_feed_alone():
    """Who did what, under which name, is for pages to show and for nothing to ask."""
    naming = {
        path
        for path, node in nodes(ast.ImportFrom)
        if any(alias.name == "Change" for alias in node.names)
    }
    outside = {path for path in naming if not path.startswith("core/")}
    # They read the feed: which claims it touches, and what becomes of those; which
    # searches go on, since their import was answered; which comments a round let out;
    # what resembles what changed.
    assert outside == {
        "evidence/claims/review.py",
        "evidence/basis/watched.py",
        "evidence/searches/answered.py",
        "evidence/talk/opening.py",
        "evidence/twins/finding.py",
    }


def test_nothing_listens_to_signals_of_models():
    listening = [
        f"{path}:{node.lineno}"
        for path, node in nodes(ast.ImportFrom)
        if node.module == "django.db.models.signals"
        and any(alias.name != "post_migrate" for alias in node.names)
    ]
    assert listening == []


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_page_extends_another_and_a_fragment_does_not(path):
    is_page = not Path(path).name.startswith("_") and Path(path).name != "base.html"
    assert TEMPLATES[path].lstrip().startswith("{% extends") == is_page


def test_the_database_is_reached_through_one_driver():
    assert find_spec("psycopg2") is not None
    assert find_spec("psycopg") is None


ONE_PRESS = {  # a single choice, or a file
    "templates/evidence/screening/_deciding.html",
    "templates/evidence/screening/_screening.html",
    "templates/studies/report_copies/copies.html",
}
OF_WORDS = re.compile(
    r"_components/_field\.html|<textarea"
    r'|<input(?![^>]*type="(?:hidden|radio|checkbox|file)")[^>]*name="'
)
KEEPING = [
    *("studies", "evidence", "accounts/people", "accounts/profiles"),
    *("articles/articles/article_edit", "articles/checks", "articles/replies"),
    "bibliography/references",
]


def test_every_form_about_studies_and_evidence_keeps_what_is_typed():
    forgetful = {
        name
        for name, text in TEMPLATES.items()
        if name.startswith(tuple(f"templates/{each}" for each in KEEPING))
        for form in re.findall(r"<form[^>]*>.*?</form>", text, re.DOTALL)
        if 'method="post"' in form and OF_WORDS.search(form)
        if "data-typed" not in form.partition("csrf_token")[0]
    }
    assert forgetful == ONE_PRESS
