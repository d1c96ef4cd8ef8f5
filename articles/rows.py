"""What every action on articles does with rows, and with words selected in one."""

from typing import TypeVar

from django.db.models import F, Model

from articles.models import Article, ArticleVersion
from articles.reading.anchoring.selection import trimmed
from core.errors import LostRace, Refused
from core.withdrawing import expect_current

M = TypeVar("M", bound=Model)


def locked(row: M) -> M:
    """Bring a row up to date and keep it from other writers until the action ends."""
    rows = type(row)._base_manager.select_for_update(of=("self",))
    row.refresh_from_db(from_queryset=rows)
    return row


def standing(row: M) -> M:
    """The row as it now stands; raises Refused if it was withdrawn or merged."""
    now = type(row)._base_manager.get(pk=row.pk)
    expect_current(now)
    return now


def touch(row: Model) -> None:
    """Count a change of what belongs to a row as a change of the row."""
    type(row)._base_manager.filter(pk=row.pk).update(revision=F("revision"))


def latest_version(article: Article) -> ArticleVersion:
    """The capture that an article's page shows."""
    return article.versions.order_by("-number")[0]


LONGEST_SELECTION = 2000  # characters


def selection(
    article: Article, version: ArticleVersion | None, start: int, end: int
) -> tuple[ArticleVersion, int, int]:
    """A selection in an article's latest capture, without white space at its ends.

    Raises Refused where it is no selection, LostRace where ``version`` is not the
    latest any more.
    """
    latest = latest_version(locked(article))
    if version is not None and version.pk != latest.pk:
        raise LostRace(
            f"The article was captured again meanwhile (version {latest.number}; you "
            f"saw {version.number}).",
            current=latest,
        )
    try:
        start, end = trimmed(latest.text, start, end)
    except ValueError as problem:
        raise Refused(str(problem), field="selection") from problem
    if end - start > LONGEST_SELECTION:
        raise Refused(
            f"The selection has {end - start:,} characters; at most "
            f"{LONGEST_SELECTION:,} were expected.",
            field="selection",
        )
    return latest, start, end
