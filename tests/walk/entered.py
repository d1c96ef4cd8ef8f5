"""Posts a grade and reads its claim, and says which modules had a part in it.

A module is entered where a line of a function's body runs: importing one is no part.
"""

import ast
from pathlib import Path

from coverage import Coverage
from django.conf import settings
from django.test import Client
from django.urls import get_resolver

from tests import factories as make
from tests.evidence.test_grade_pages import filled, some_trials
from tests.stories.acting import a_base_of

NOT_COUNTED = frozenset({"core", "tests", "benchmarks"})  # core carries every request


def walk():
    """The modules of each step and of all together, counted and named, as text."""
    reviewer = make.a_reviewer()
    claim = make.a_claim(asserts="lowers")
    base = a_base_of(claim, some_trials(2))
    get_resolver().url_patterns  # noqa: B018  imports the views before the count
    client = Client()
    client.force_login(reviewer)
    steps = {
        "a grade is posted": lambda: client.post(
            f"/claims/{claim.pk}/grade/", filled(base)
        ),
        "the claim's page": lambda: client.get(f"/claims/{claim.pk}/"),
        "the claim as JSON": lambda: client.get(f"/api/v1/claims/{claim.pk}/"),
        "the claims as CSV": lambda: client.get("/api/v1/claims/?format=csv"),
    }
    entered = {step: _entered(ask) for step, ask in steps.items()}
    claim.refresh_from_db()
    if claim.verdict != "supported":
        raise RuntimeError("The grade was refused, so this walk goes nowhere.")
    entered["in total"] = set().union(*entered.values())
    return "\n".join(_told(step, modules) for step, modules in entered.items())


def _entered(ask):
    """The product's modules that one request enters."""
    packages = [
        str(file.parent)
        for file in settings.BASE_DIR.glob("*/__init__.py")
        if file.parent.name not in NOT_COUNTED
    ]
    coverage = Coverage(data_file=None, config_file=False, source=packages)
    with coverage.collect():
        answer = ask()
        if answer.streaming:
            b"".join(answer.streaming_content)
    data = coverage.get_data()
    return {
        _module(Path(file))
        for file in data.measured_files()
        if not _lines_of_functions(Path(file)).isdisjoint(data.lines(file))
    }


def _lines_of_functions(file):
    """The numbers of the lines inside the functions of a file."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    lines = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, functions):
            body = node.body if isinstance(node.body, list) else [node.body]
            lines.update(range(body[0].lineno, body[-1].end_lineno + 1))
    return lines


def _module(file):
    parts = file.relative_to(settings.BASE_DIR).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def _told(step, modules):
    return "\n  ".join([f"{step}: {len(modules)}", *sorted(modules)])
