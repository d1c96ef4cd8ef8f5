"""What stands on a row: which other rows name it, and who wrote them."""

from collections.abc import Collection, Iterator
from typing import Any

import pghistory.models
from django.db.models import Model

from accounts.models import User
from core.models import Change

Row = tuple[str, int]  # a model's label in lower case, and the row's number


def row_of(instance: Model) -> Row:
    """What the feed of changes calls a row."""
    return instance._meta.label_lower, instance.pk


def rows_naming(
    model: type[Model], numbers: Collection[int], apart: Collection[Row] = ()
) -> Iterator[Model]:
    """Every row of another kind that names one of these, but for those ``apart``.

    One query for each relation to the model; kept history does not count.
    """
    for relation in model._meta.related_objects:
        related = relation.related_model
        if relation.many_to_many or issubclass(related, pghistory.models.Event):
            continue  # the rows of the table between are counted themselves
        named = {f"{relation.field.name}__in": numbers}
        for row in related._base_manager.filter(**named):
            if row_of(row) not in apart:
                yield row


def last_change(row: Row) -> Change | None:
    """The last public change of a row, with its context."""
    model, number = row
    return (
        Change.objects.public()
        .filter(model=model, row_id=number)
        .select_related("context")
        .order_by("-id")
        .first()
    )


def who(metadata: dict[str, Any] | None) -> str:
    """The name of the person behind a change."""
    number = (metadata or {}).get("user")
    user = User.objects.filter(pk=number).first() if number else None
    return str(user) if user else "Somebody"
