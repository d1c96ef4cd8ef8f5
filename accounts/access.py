"""Marks a view may carry about who reaches it; ``accounts.middleware`` reads them.

A view without a mark is read by anyone (by people signed in, where reading is closed)
and written to by people signed in.
"""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Access(IntEnum):
    """How far a view is open."""

    NORMAL = 0
    WRITE_OPEN = 1
    ALWAYS_OPEN = 2


def open_to_all(view: View) -> View:
    """Whoever may read may also POST here: the view changes nothing that others see."""
    view.access = Access.WRITE_OPEN
    return view


def always_open(view: View) -> View:
    """Open even where reading is closed: signing in is, and little else."""
    view.access = Access.ALWAYS_OPEN
    return view


def without_second_factor(view: View) -> View:
    """Open to who is signed in and still has to set up a second factor."""
    view.needs_second_factor = False
    return view


def needs_second_factor(view: Callable[..., Any]) -> bool:
    """Whether a role's second factor has to be there before the view is entered."""
    if access_to(view) is Access.ALWAYS_OPEN:
        return False
    return getattr(view, "needs_second_factor", True)


def access_to(view: Callable[..., Any]) -> Access:
    """How far a view is open."""
    return getattr(view, "access", Access.NORMAL)
