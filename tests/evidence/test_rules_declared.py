"""Every rule that makes or suggests a judgement is told of, with its source."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

from articles.reading.suggesting.measured import measured
from articles.reading.suggesting.rules import load_rules
from evidence.about.rules import DECLARING, all_rules
from studies.instruments.reading import KEYS
from studies.results.consistency import ASKED
from tests.html import shown

HOUSE = Path(settings.BASE_DIR)

# Folders of rules. What stands in them and is none has its reason here.
FOLDERS = {
    "evidence/method": {
        "check_words": "a part of the rule in checks",
        "guidance": "rough guides that people read",
        "problem": "the shape of a refusal",
        "said_shares": "a part of the rule in claim_beyond",
        "said_sizes": "a part of the rule in claim_beyond",
    },
    "evidence/method/overclaiming": {
        "asked": "words of the rule in finding",
        "languages": "words of the rule in finding",
        "inferred": "words of the rule in finding",
        "better": "words of the rule in finding",
        "combined": "words of the rule in finding",
        "named": "the rule in finding, of a name",
        "plain": "how the rule in finding reads a text",
        "praised": "words of the rule in finding",
        "surer": "words of the rule in finding",
        "taken_back": "words of the rule in finding",
        "weighing": "a part of the rule in finding",
        "wider": "words of the rule in finding",
        "words": "words of the rule in finding",
    },
    "evidence/method/sentences": {
        "checked": "frames of the rule in rated",
        "finding": "what the rule in rated is told",
        "leads": "a part of the rule in rated",
        "names": "grammar",
    },
    "bibliography/matching": {
        "fields": "how what comparing found is put in words",
        "journals": "a part of the rules in works and comparing",
        "names": "a part of the rules in works and comparing",
        "places": "a part of the rules in works and comparing",
        "says": "a vocabulary",
        "titles": "a part of the rules in works and comparing",
    },
    "articles/reading/suggesting": {
        "clauses": "grammar",
        "contexts": "a part of the rule in kinds",
        "describing": "a part of the rule in kinds",
        "measured": "what was measured of the rules",
        "suggestions": "puts the rules together",
        "topic": "a part of the rule in kinds",
    },
    "claims/likeness": {
        "sense": "how the rules here read a sentence",
        "stems": "grammar",
    },
    "studies/instruments": {
        "fitting": "what is offered first; a person chooses",
        "instrument": "what an instrument is",
        "lights": "by which light a judgement is drawn",
        "logic": "puts in words what the files say",
        "reading": "reads instruments from their files",
        "written": "reads what an editor writes",
    },
}


def declares(path):
    """Whether a module declares rules of its own."""
    tree = ast.parse(path.read_text())
    targets = [
        target
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
    ]
    return any(getattr(target, "id", "") == "RULE_ENTRIES" for target in targets)


def modules(folder):
    return {path.stem: path for path in Path(HOUSE, folder).glob("[!_]*.py")}


def test_each_module_of_rules_declares_them_or_is_known_to_have_none():
    silent = {
        f"{folder}/{name}"
        for folder, known in FOLDERS.items()
        for name, path in modules(folder).items()
        if not declares(path) and name not in known
    }
    assert silent == set(), "rules nobody is told of: declare RULE_ENTRIES"
    gone = {
        f"{folder}/{name}"
        for folder, known in FOLDERS.items()
        for name in known
        if name not in modules(folder) or declares(modules(folder)[name])
    }
    assert gone == set()


def test_what_a_module_declares_is_on_the_list():
    floors = ("texts", "core", "bibliography", "studies", "claims", "articles")
    declaring = {
        path.relative_to(HOUSE).with_suffix("").as_posix().replace("/", ".")
        for floor in (*floors, "evidence")
        for path in Path(HOUSE, floor).rglob("*.py")
        if declares(path)
    }
    listed = {module.__name__ for module in DECLARING}
    assert declaring == listed | {"evidence.method.open_words"}


def test_instruments_hints_and_checks_of_numbers_are_rules_too():
    ids = {rule.id for rule in all_rules()}
    assert {f"instruments.{key}" for key in KEYS} <= ids
    assert {f"wording.{rule.name}" for rule in load_rules("wording")} <= ids
    assert {f"consistency.{check}" for check in ASKED} <= ids


def test_each_rule_is_told_of_once_in_a_sentence_with_source_and_version():
    rules = all_rules()
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.does[0].isupper() and rule.does.endswith("."), rule.id
        assert rule.source and rule.version, rule.id


@pytest.mark.django_db
def test_page_and_program_list_them_with_what_was_measured(client):
    answer = client.get("/api/v1/rules/").json()["results"]
    assert [row["id"] for row in answer] == [rule.id for rule in all_rules()]
    told = {row["id"]: row["measured"] for row in answer}
    for one in measured():
        assert f"{round(100 * one.shares['recall'])}" in told["suggesting.claims"]
    assert told["method.bearing"] == ""
    page = shown(client.get("/about/methods/"))
    assert all(rule.id in page for rule in all_rules())
    assert "not measured" in page and told["method.overclaiming"] in page
