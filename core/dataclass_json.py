"""Frozen dataclasses as JSON and back, by their type hints alone.

A declaration may hold texts, numbers, yes or no, None, other such dataclasses, and
tuples and dicts of all these. What JSON cannot hold, such as a date, is a text.
"""

import types
from dataclasses import is_dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

Day = Annotated[str, "date"]  # ISO 8601, as JSON holds it
Moment = Annotated[str, "date-time"]
T = TypeVar("T")


def to_json(declared: Any) -> dict[str, Any]:
    """A dataclass as a plain dict in the order declared; tuples become lists."""
    written = dict(vars(declared))
    for name in _composed(type(declared)):
        written[name] = _written(written[name])
    return written


def from_json(declared: type[T], written: dict[str, Any]) -> T:
    """The dataclass that ``to_json`` wrote.

    Raises TypeError where a field is missing or not declared.
    """
    hints = field_types(declared)
    return declared(
        **{
            name: _read(hints[name], value) if name in hints else value
            for name, value in written.items()
        }
    )


@cache
def field_types(declared: type) -> dict[str, Any]:
    """The type of each field of a dataclass, in the order declared."""
    return get_type_hints(declared, include_extras=True)


def without_none(hint: Any) -> tuple[Any, bool]:
    """A type without its ``| None``, and whether it had one."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    (inner,) = (one for one in get_args(hint) if one is not type(None))
    return inner, True


@cache
def _composed(declared: type) -> tuple[str, ...]:
    """The fields that hold other dataclasses or tuples."""
    return tuple(
        name
        for name, hint in field_types(declared).items()
        if is_dataclass(without_none(hint)[0])
        or get_origin(without_none(hint)[0]) is tuple
    )


def _written(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    return to_json(value) if is_dataclass(value) else value


def _read(hint: Any, value: Any) -> Any:
    hint, _ = without_none(hint)
    if value is None:
        return None
    if is_dataclass(hint):
        return from_json(hint, value)
    if get_origin(hint) is tuple:
        return tuple(_read(get_args(hint)[0], one) for one in value)
    return value
