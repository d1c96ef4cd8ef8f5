"""Steps: what a person does on an article, with what it changes, so that it is undone.

An action that is a step is decorated; one that takes its step over several rows, or
writes them in bulk, says so with ``one_step``.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ParamSpec, TypeVar

from articles.models import Step
from articles.steps.models import ABOUT
from core.actions import running
from core.recording import recording

P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def one_step(*, article: int, kind: Step.Kind) -> Iterator[Step]:
    """What is written meanwhile, however it is written, is one step on an article.

    Only inside an action, whose person and reason are the step's. ``article`` is its
    id; whoever takes the step says what it is ``about``. A step within a step is part
    of it; one that wrote nothing is not kept.
    """
    by, reason = running().by, running().reason
    with recording() as noted:
        step = Step(article_id=article, kind=kind, by=by, reason=reason)
        yield step
    if noted is None:
        return
    if noted.rows.exists():
        step.recording = noted
        step.save(force_insert=True)
    else:
        noted.delete()


def step(kind: Step.Kind) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorator: the action below ``@action`` is a step of this kind.

    It is about the mention or cited work it is given, else about the row it returns.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def run(**given: Any) -> R:
            row = given.get("mention") or given.get("cited_work")
            article = row.article_id if row else given["article"].pk
            with one_step(article=article, kind=kind) as taken:
                made = function(**given)
                taken.about = str(row or made)[:ABOUT]
                return made

        return run

    return decorate
