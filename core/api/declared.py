"""The shape of a frozen dataclass in the API's schema, made from its declaration."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import cache, partial
from typing import Any, get_args, get_origin

from rest_framework.serializers import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DictField,
    Field,
    FloatField,
    IntegerField,
    ListField,
    Serializer,
)

from core.dataclass_json import Day, Moment, field_types, without_none

_FIELDS: dict[Any, Callable[..., Field]] = {
    bool: BooleanField,
    int: IntegerField,
    float: FloatField,
    str: partial(CharField, allow_blank=True),
    Day: DateField,
    Moment: DateTimeField,
}


@cache
def serializer_of(declared: type) -> type[Serializer]:
    """A serializer class with a field for each of the dataclass's, for the schema.

    Its component in the schema has the dataclass's name and docstring.
    """
    fields = {name: _field(hint) for name, hint in field_types(declared).items()}
    words = {"__doc__": declared.__doc__, "__module__": declared.__module__}
    return type(f"{declared.__name__}Serializer", (Serializer,), words | fields)


def _field(hint: Any) -> Field:
    hint, or_none = without_none(hint)
    told = {"allow_null": True} if or_none else {}
    if is_dataclass(hint):
        return serializer_of(hint)(**told)
    if get_origin(hint) is tuple:
        return _many(get_args(hint)[0], told)
    if get_origin(hint) in (dict, Mapping):
        return DictField(child=_field(get_args(hint)[1]), **told)
    return _FIELDS[hint](**told)


def _many(hint: Any, told: dict[str, Any]) -> Field:
    if is_dataclass(hint):
        return serializer_of(hint)(many=True, **told)
    return ListField(child=_field(hint), **told)
