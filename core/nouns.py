"""What the feed of changes, merges and recordings call a table: its noun.

A noun is a model's name in lower case, such as "claim"; the package it lives in is not
part of it, so that nothing below has to name what stands above.
"""

from functools import cache

from django.apps import apps
from django.db import models

from core.models.base import TrackedModel


def noun_of(row: models.Model | type[models.Model]) -> str:
    """The noun of a row's table, or of a model's."""
    return str(row._meta.model_name)


def model_of(noun: str) -> type[models.Model]:
    """The model of a noun. Raises KeyError where no tracked table has it."""
    return _models()[noun]


@cache
def _models() -> dict[str, type[models.Model]]:
    tracked = (each for each in apps.get_models() if issubclass(each, TrackedModel))
    return {noun_of(each): each for each in tracked}
