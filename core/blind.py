"""Rows that become public when their round opens."""

from copy import copy
from typing import Any, Self

from django.db import models
from django.db.models import Q


def opened_only(path: str) -> type[models.Manager]:
    """A manager of rows whose round has opened; ``path`` leads to the round.

    Also the managers of relations (``round.grades``) are made of it.
    """
    reviewer = path.removesuffix("round") + "reviewer"

    class Opened(models.Manager):
        _own: Any = None

        def get_queryset(self) -> models.QuerySet:
            opened = Q(**{f"{path}__opened_at__isnull": False})
            if self._own is not None:
                opened |= Q(**{reviewer: self._own})
            return super().get_queryset().filter(opened)

        def of(self, user: Any) -> models.QuerySet:
            """Opened rows, and the user's own of rounds that have not opened."""
            return self._of(user if user.is_authenticated else None).get_queryset()

        def _of(self, user: Any) -> Self:
            mine = copy(self)
            mine._own = user
            return mine

    return Opened
