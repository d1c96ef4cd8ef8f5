"""docs/data-model.md draws every table and every foreign key, and nothing else."""

import re

import pytest
from django.conf import settings

from tests.constraints.breaking import tables

PEOPLE = "User"
LIVES_ELSEWHERE = {"Context"}  # of the history package; the text says so
TEXT = (settings.BASE_DIR / "docs" / "data-model.md").read_text()
ROWS = re.findall(r"^\| `(\w+)` \| (.+) \| (.*) \|$", TEXT, re.MULTILINE)


def relation(field):
    """A foreign key as Mermaid draws it: what is named, how many, who names it."""
    one = "|o" if field.null else "||"
    many = "o|" if field.unique else "o{"
    target = field.related_model.__name__
    return f"{target} {one}--{many} {field.model.__name__} : {field.name}"


def foreign_keys():
    return [
        field
        for model in tables()
        for field in model._meta.local_fields
        if field.is_relation and field.related_model.__name__ not in LIVES_ELSEWHERE
    ]


def test_every_foreign_key_is_drawn_and_nothing_else():
    drawn = re.findall(r"^ {4}(\w+ \S+--\S+ \w+ : \w+)$", TEXT, re.MULTILINE)
    kept = [relation(f) for f in foreign_keys() if f.related_model.__name__ != PEOPLE]
    assert sorted(drawn) == sorted(kept)


def test_every_table_is_drawn_under_the_heading_that_has_its_line():
    undrawn = []
    for part in re.split(r"^#+ ", TEXT, flags=re.MULTILINE):
        drawn = "".join(re.findall(r"^```mermaid\n(.+?)^```", part, re.M | re.DOTALL))
        names = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
        undrawn += [name for name in names if not re.search(rf"\b{name}\b", drawn)]
    assert undrawn == []


def test_every_table_has_its_line_and_nothing_else():
    assert sorted(row[0] for row in ROWS) == sorted(m.__name__ for m in tables())


@pytest.mark.parametrize(("table", "purpose", "people"), ROWS)
def test_a_line_says_what_a_table_is_for_and_whom_it_names(table, purpose, people):
    named = [
        f.name
        for f in foreign_keys()
        if f.model.__name__ == table and f.related_model.__name__ == PEOPLE
    ]
    assert sorted(re.findall(r"\w+", people)) == sorted(named)
    assert len(purpose.split()) > 3
