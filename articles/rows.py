"""What every action on the article's side does with rows."""

from typing import TypeVar

from django.db.models import F, Model

from articles.models import Article, ArticleVersion
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
