"""What every action on the article's side does with rows."""

from typing import TypeVar

from django.db.models import F, Model

from core.withdrawing import expect_current
from evidence.models import Article, ArticleVersion

M = TypeVar("M", bound=Model)


def locked(row: M) -> M:
    """The row as it now stands, kept from other writers until the action ends."""
    manager = type(row)._base_manager
    return manager.select_for_update(of=("self",)).get(pk=row.pk)


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
