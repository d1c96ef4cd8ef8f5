"""Regular expressions that are compiled at their first use.

A long one takes up to a tenth of a second, and most commands search for none of them.
Where processes are forked from, which would compile what they use each for itself, all
are compiled before.
"""

import re
from functools import cached_property
from typing import Any, cast
from weakref import WeakSet


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags
        _made.add(self)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._source)

    def __getattr__(self, name: str) -> Any:
        """Take from the compiled one what is asked for the first time, and keep it."""
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


_made: WeakSet[_Late] = WeakSet()


def compile_now() -> None:
    """Compile all that were made by now. Raises re.error, where one is no pattern."""
    for each in _made:
        each._compiled  # noqa: B018  kept where it is first asked for


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as ``re.compile`` of the same, compiled when first used.

    Raises re.error at that use, where it is no pattern.
    """
    return cast(re.Pattern[str], _Late(pattern, flags))
