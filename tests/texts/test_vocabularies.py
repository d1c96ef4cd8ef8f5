"""Every vocabulary of the house: declared once, and referred to by every column."""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from django.apps import apps
from django.db.models import Choices
from django.utils.choices import CallableChoiceIterator

import articles.templatetags.words
import bibliography.references.filters
from texts.words import Words

HOUSE = Path(__file__).parents[2]
PACKAGES = (
    *("texts", "core", "accounts", "bibliography", "studies"),
    *("claims", "articles", "evidence", "config"),
)
NOT_WORDS = (
    articles.templatetags.words,
    bibliography.references.filters,
)  # they load the last ones

# Words with the same values that are two things, and why.
ALIKE: dict[frozenset[str], str] = {}

RELABELLED = """
import django
from texts.words import Words

as_declared = Words.__init__
def relabelled(self, value, *marks):
    as_declared(self, value, *marks)
    self.label = f"other {self.label}"
Words.__init__ = relabelled
django.setup()

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

loader = MigrationLoader(None)
now = ProjectState.from_apps(apps)
found = MigrationAutodetector(loader.project_state(), now).changes(graph=loader.graph)
print(apps.get_model("claims", "Claim")(verdict="supported").get_verdict_display())
print([(app, each.operations) for app in found for each in found[app]])
"""


def ours(cls):
    return cls.__module__.split(".")[0] in PACKAGES


def subclasses(cls):
    for each in cls.__subclasses__():
        yield each
        yield from subclasses(each)


def vocabularies():
    return [words for words in subclasses(Words) if ours(words)]


def columns():
    """Every column that takes only some words, kept history's too."""
    for model in filter(ours, apps.get_models()):
        for column in model._meta.local_fields:
            field = getattr(column, "base_field", column)
            if field.choices is not None:
                yield column, field


def test_every_column_refers_to_its_vocabulary_and_lists_no_labels():
    others = [
        str(column)
        for column, field in columns()
        if not isinstance(field.choices, CallableChoiceIterator)
        or field.choices.func.__name__ != "pairs"
        or field.choices.func.__self__ not in vocabularies()
    ]
    assert others == []
    assert len(list(columns())) > 100


def test_every_column_is_wide_enough_for_its_words():
    narrow = [
        str(column)
        for column, field in columns()
        if max(len(value) for value, _ in field.choices) > field.max_length
    ]
    assert narrow == []


def test_no_two_vocabularies_have_the_same_words():
    by_words = defaultdict(list)
    for words in vocabularies():
        by_words[frozenset(filter(None, words))].append(words)
    twice = [
        each
        for values, each in by_words.items()
        if len(each) > 1 and values not in ALIKE
    ]
    assert twice == []


def test_there_is_no_other_kind_of_choices():
    assert [cls for cls in subclasses(Choices) if ours(cls)] == []


def test_every_vocabulary_says_what_it_is_of():
    assert [words for words in vocabularies() if not words.__doc__] == []


def test_labels_can_be_told_apart():
    same = [
        words
        for words in vocabularies()
        if len({member.label for member in words}) < len(words)
    ]
    assert same == []


def test_a_new_label_makes_no_migration():
    said = subprocess.run(
        [sys.executable, "-c", RELABELLED],
        cwd=HOUSE,
        env={"DJANGO_SETTINGS_MODULE": "config.settings", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.splitlines() == ["other supported", "[]"]
