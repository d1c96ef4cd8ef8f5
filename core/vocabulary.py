"""Columns hold only the words of their vocabulary, in the database too."""

from typing import TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

M = TypeVar("M", bound=type[models.Model])


def hold_vocabulary(model: M) -> M:
    """Class decorator: a check constraint for every column that declares choices.

    Django checks choices in forms alone; a constraint made from the same declaration
    holds them for every writer, and cannot be forgotten.
    """
    words = [
        _constraint(model, field, words)
        for field in model._meta.local_fields
        if (words := _words_of(field))
    ]
    options = model._meta
    options.constraints = [*options.constraints, *words]
    options.original_attrs["constraints"] = options.constraints
    return model


def _words_of(field: models.Field) -> list[str]:
    """What a field, or each element of a list, may hold; empty where it is open."""
    if isinstance(field, ArrayField):
        return [value for value, _ in field.base_field.flatchoices]
    values = [value for value, _ in field.flatchoices]
    return ["", *values] if values and field.blank and "" not in values else values


def _constraint(
    model: M, field: models.Field, values: list[str]
) -> models.CheckConstraint:
    lookup = "contained_by" if isinstance(field, ArrayField) else "in"
    listed = ", ".join(str(value) for value in values if value)
    return models.CheckConstraint(
        name=f"{model._meta.app_label}_{model._meta.model_name}_{field.name}_word",
        condition=Q(**{f"{field.name}__{lookup}": values}),
        violation_error_message=(
            f"{field.verbose_name.capitalize()} must be one of: {listed}."
        ),
    )
