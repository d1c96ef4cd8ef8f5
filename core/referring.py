"""What builds on a row: every row that names it, whichever app it is in."""

from collections.abc import Collection, Iterator

from django.db import models

from core.nouns import noun_of

Row = tuple[str, int]  # a table's noun, and the row's number


def row_of(instance: models.Model) -> Row:
    """What the feed of changes calls a row."""
    return noun_of(instance), instance.pk


def relations_to(model: type[models.Model]) -> list[models.ForeignKey]:
    """The foreign keys that name a model's rows, those of history tables left out."""
    fields = (
        relation.field
        for relation in model._meta.get_fields(include_hidden=True)
        if (relation.one_to_many or relation.one_to_one) and relation.auto_created
    )
    return [field for field in fields if field.db_constraint]


def referred_to(
    model: type[models.Model],
    ids: Collection[int],
    *,
    but_not_by: Collection[type[models.Model]] = (),
) -> dict[int, list[str]]:
    """Of some rows those that others name, each with what names it, in the plural.

    One query a foreign key; rows that are withdrawn count too.
    """
    found: dict[int, list[str]] = {}
    for field in relations_to(model):
        if field.model in but_not_by:
            continue
        named = _naming(field, ids)
        what = str(field.model._meta.verbose_name_plural)
        for id in named.values_list(field.attname, flat=True).distinct():
            if what not in found.setdefault(id, []):
                found[id].append(what)
    return found


def referring_to(
    model: type[models.Model], ids: Collection[int], *, apart: Collection[Row] = ()
) -> Iterator[models.Model]:
    """The rows that name some rows, but for those ``apart``.

    One query a foreign key; rows that are withdrawn count too.
    """
    for field in relations_to(model):
        for row in _naming(field, ids):
            if row_of(row) not in apart:
                yield row


def _naming(field: models.ForeignKey, ids: Collection[int]) -> models.QuerySet:
    """The rows that name some others by a foreign key, whoever may see them."""
    return field.model._base_manager.filter(**{f"{field.name}__any_of": ids})
