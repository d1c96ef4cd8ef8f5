"""The store that is recorded: every kind of page has something on it.

Built in a fixed order in an empty database, so that every row has the same number each
time. People are those of the factories.
"""

from io import StringIO

from django.core.management import call_command

from tests import factories as make
from tests.record.store.articles import fill_articles
from tests.record.store.imports import fill_imports, fill_jobs
from tests.record.store.judgements import fill_judgements
from tests.record.store.research import fill_research
from tests.stories.acting import time_passes

PEOPLE = {
    "nobody": None,
    "reader": make.a_reader,
    "curator": make.a_curator,
    "reviewer": make.a_reviewer,
    "another-reviewer": make.another_reviewer,
    "editor": make.an_editor,
    "admin": make.an_admin,
}


def fill():
    """Fill the empty database."""
    for person in PEOPLE.values():
        if person:
            person()
    call_command("load_sample", stdout=StringIO())
    fill_research()
    fill_articles()
    fill_judgements()
    fill_imports()
    fill_jobs()
    time_passes()
