"""Dates as exact as they were stated, and which of two came first."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple, Self

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ].*)?")
# How far the month printed on an issue may lie from the day it appeared.
TOLERANCE = timedelta(days=31)


class PartialDate(NamedTuple):
    """A date of which a day, only a month, or only a year was stated."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, stated: str) -> Self | None:
        """The date of ISO text, which may end early; None where it is no date.

        A day that its month does not have is left out: "2015-02-30" is 2015-02.

        >>> PartialDate.of("2015-06")
        PartialDate(year=2015, month=6, day=None)
        """
        found = _ISO.fullmatch(stated.strip())
        if not found:
            return None
        year, month, day = (int(part or 0) for part in found.groups())
        if not year or month > 12:
            return None
        if not month:
            return cls(year)
        return cls(year, month, day if 1 <= day <= monthrange(year, month)[1] else None)

    def __str__(self) -> str:
        """As ISO text that ends where nothing more was stated."""
        parts = (f"{self.year:04}", *(f"{one:02}" for one in self[1:] if one))
        return "-".join(parts)

    @property
    def first(self) -> date:
        """The earliest day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def was_by(self, then: "PartialDate") -> bool | None:
        """Whether it is no later than another date; None where that can't be told.

        Two days are compared as they are. Where of one only the year is known, years
        decide unless they are the same; where of one only the month is, the two must
        lie more than ``TOLERANCE`` apart.
        """
        if self.day and then.day:
            return self.first <= then.first
        if not (self.month and then.month):
            return None if self.year == then.year else self.year < then.year
        if then.first - self.last > TOLERANCE:
            return True
        return False if self.first - then.last > TOLERANCE else None
