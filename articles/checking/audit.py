"""An article is read, looked up and drawn; a long one in a process of its own.

There it is stopped where it takes too much, and holds up no page. What it asks of the
store is asked here.
"""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.template.loader import render_to_string

from articles.articles.actions import read_whole, refuse_what_is_too_large
from articles.bounded import is_risky
from articles.checking.content import (
    Asked,
    CheckedArticle,
    KnownHere,
    asked_of,
    checked_article,
    known_here,
)
from articles.checking.findings import Finding
from articles.checking.look_jobs import MOST_WORKS
from articles.checking.stated import StatedWork
from core.isolation import questioned

T = TypeVar("T")
Findings = Mapping[int, Finding]


@dataclass(frozen=True)
class DrawnAudit:
    """What the page of an audit shows of an article, as HTML but for its title.

    ``works`` are those that can be looked for, up to as many as are.
    """

    title: str
    head: str
    body: str
    works: list[StatedWork]


def audited(
    draw: Callable[[CheckedArticle], T],
    findings: Findings,
    *,
    data: bytes,
    filename: str,
    form: str | None,
) -> T:
    """What ``draw``, a function that can be pickled, makes of an article checked.

    ``findings`` are what looking for its works came to. Raises Refused with one
    sentence where the article cannot be read or takes too much.
    """
    refuse_what_is_too_large(data)
    given = draw, findings, data, form, filename
    return questioned(is_risky(data), known_here, _audit, *given)


def _audit(
    draw: Callable[[CheckedArticle], T],
    findings: Findings,
    data: bytes,
    form: str | None,
    filename: str,
) -> Generator[Asked, KnownHere, T]:
    reading = read_whole(data, form, filename)
    here = yield asked_of(reading)
    return draw(checked_article(reading, here, findings))


def draw_audit(checked: CheckedArticle, *, signed_in: bool, token: str) -> DrawnAudit:
    """Draw an audit for somebody; ``token`` is that of the forms in it."""
    context = {"checked": checked, "signed_in": signed_in, "csrf_token": token}
    stated = (work.stated for work in checked.works)
    return DrawnAudit(
        title=checked.reading.document.title,
        head=render_to_string("articles/checking/_check_head.html", context),
        body=render_to_string("articles/checking/_check_body.html", context),
        works=[one for one in stated if one.is_checkable][:MOST_WORKS],
    )
