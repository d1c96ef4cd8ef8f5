"""The JSON that programs send, refused where it holds what nothing here can keep.

A module by itself: REST framework imports it while it is itself being imported.
"""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any, NoReturn

from django.http import HttpRequest
from rest_framework.parsers import BaseParser

from core.errors import BadQuery
from core.unstorable import HALF, TOO_LARGE

MOST_DIGITS = 18  # of a whole number: what fits 64 bits, whatever it is stored as
TOO_DEEP = "This JSON nests deeper than anything here does."


class JSONParser(BaseParser):
    """Reads JSON, in UTF-8 as RFC 8259 has it; BadQuery says what is wrong with it.

    What Python takes besides is refused: NaN, a number beyond all sizes, half of a
    surrogate pair, a name that stands twice in an object.
    """

    media_type = "application/json"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None):
        """The data in a request's body, which is of a bounded size and kept."""
        body = stream.body if isinstance(stream, HttpRequest) else stream.read()
        try:
            data = json.loads(
                body.decode(),
                parse_int=_whole,
                parse_float=_number,
                parse_constant=_no_number,
                object_pairs_hook=_named_once,
            )
        except RecursionError:
            raise BadQuery(TOO_DEEP) from None
        except ValueError as error:
            raise BadQuery(f"This is no JSON: {error}.") from None
        for text in _texts(data):
            if any("\ud800" <= letter <= "\udfff" for letter in text):
                raise BadQuery(HALF)
        return data


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > MOST_DIGITS:
        raise BadQuery(TOO_LARGE)
    return int(digits)


def _number(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise BadQuery(TOO_LARGE)
    return number


def _no_number(name: str) -> NoReturn:
    raise BadQuery(f"{name} is no number in JSON; null is nothing.")


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = dict(pairs)
    if len(named) < len(pairs):
        raise BadQuery("A name stands twice in one object; which is meant?")
    return named


def _texts(data: Any) -> Iterator[str]:
    """Every text in it, names of members too, however deep it nests."""
    left = [data]
    while left:
        each = left.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            left += [*each, *each.values()]
        elif isinstance(each, list):
            left += each
