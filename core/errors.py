"""What can go wrong with a write, each with a sentence for the person who tried."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

LONGEST_NAME = 60  # characters of a name that somebody sent, where a sentence says it


class FieldProblem(NamedTuple):
    """What is wrong with one field, and where it is set if that is elsewhere."""

    field: str
    sentence: str
    href: str = ""


class Refused(Exception):
    """The write breaks a rule; ``sentence`` says which, where and what was expected.

    Where several things are wrong at once, ``problems`` has each with its field.
    ``afterwards`` writes what is kept of the refusal itself, when all else is undone.
    """

    def __init__(
        self,
        sentence: str,
        *,
        field: str = "",
        problems: Iterable[FieldProblem] = (),
        afterwards: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(sentence)
        self.afterwards = afterwards
        self.sentence = sentence
        self.field = field
        one = [FieldProblem(field, sentence)] if field else []
        self.problems = tuple(problems) or tuple(one)


class NotAllowed(Exception):
    """This person may not do this, whatever was sent; ``sentence`` says who may.

    No kind of ``Refused``: a form that is shown again cannot mend it.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class LostRace(Refused):
    """Somebody changed the row first; ``current`` is the row as it now stands."""

    def __init__(self, sentence: str, *, current: Any = None) -> None:
        super().__init__(sentence)
        self.current = current


class Busy(Refused):
    """There is too much to do just now; the same, sent again, will be done."""


class BadQuery(Refused):
    """The address asks for something that is not there to ask for: a 400 answer.

    ``errors`` says it per parameter: name to sentences.
    """

    def __init__(
        self,
        sentence: str,
        *,
        field: str = "",
        errors: dict[str, list[str]] | None = None,
    ) -> None:
        super().__init__(sentence, field=field)
        self.errors = errors or ({field: [sentence]} if field else {})


class StandsNoMore(Exception):
    """A page is about a ``row`` that was merged into another, or withdrawn."""

    def __init__(self, row: Any) -> None:
        super().__init__(f"{row} stands no more")
        self.row = row


class TryLater(Exception):
    """A job cannot go on now (a service does not answer); ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def goes_through(refuse: Callable[..., None], *given: Any) -> bool:
    """Whether a check raises neither NotAllowed nor Refused."""
    try:
        refuse(*given)
    except (NotAllowed, Refused):
        return False
    return True


def some_of(names: Iterable[object], most: int = 10) -> str:
    """Names that somebody sent, as a sentence holds them: of very many the first.

    >>> some_of(["dose", "size", "time"], most=2)
    'dose, size and 1 more'
    """
    listed = [str(name)[:LONGEST_NAME] for name in names]
    more = f" and {len(listed) - most:,} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more
