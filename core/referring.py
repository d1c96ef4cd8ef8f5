"""What builds on a row: every foreign key that names it, whichever app it is in."""

from collections.abc import Collection

from django.db import models

from core.ids import among

Where = tuple[type[models.Model], str]


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
        named = field.model._base_manager.filter(among(field.name, ids))
        what = str(field.model._meta.verbose_name_plural)
        for id in named.values_list(field.attname, flat=True).distinct():
            if what not in found.setdefault(id, []):
                found[id].append(what)
    return found
