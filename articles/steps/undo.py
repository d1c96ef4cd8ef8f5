"""Undoing one's own steps on an article.

What a step changed is put back as it was, what it made is removed; unless somebody
built on it since.
"""

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from articles.models import Article, Step
from articles.rows import locked
from core.actions import action, save
from core.errors import Refused
from core.recording import take_back


def my_steps(user: User, article: Article, limit: int = 20) -> list[Step]:
    """A person's latest steps on an article that were not undone, newest first."""
    return list(Step.objects.of(user, article)[:limit])


@action
def undo_step(
    *, article: Article, by: User, step: int | None = None, reason: str = ""
) -> Step:
    """Undo one's own step on an article, by default the latest; returns it.

    ``step`` is its id. Raises Refused, naming who did what, where someone built on the
    step since.
    """
    require(by, Permission.CURATE_CLAIMS)
    locked(article)
    steps = Step.objects.of(by, article).select_related("recording")
    chosen = (steps if step is None else steps.filter(pk=step)).first()
    if chosen is None:
        raise Refused("There is no step of yours left to undo on this article.")
    take_back(chosen.recording, by)
    return save(chosen, undone_at=timezone.now(), undone_by=by)
