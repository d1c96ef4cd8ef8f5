"""The history context: who, which action and why, beside every row history keeps.

pghistory has one context at a time, and merges what is nested in it. Here each has its
own, and the one around it comes back when it ends. That costs no query: pghistory
hands the context over with the next statement that writes.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pghistory
from pghistory import runtime


@contextmanager
def history_context(**metadata: Any) -> Iterator[None]:
    """Keep ``metadata`` with all that is written meanwhile, and nothing of what is
    around it."""
    around = getattr(runtime._tracker, "value", None)
    if around is None:
        with pghistory.context(**metadata):
            yield
        return
    runtime._tracker.value = runtime.Context(id=uuid4(), metadata=metadata)
    try:
        yield
    finally:
        runtime._tracker.value = around
