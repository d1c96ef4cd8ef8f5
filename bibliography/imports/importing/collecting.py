"""Looking for garbage less often while very many objects are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 100_000  # made since the last look; Python's own number is 700


@contextmanager
def few_collections() -> Iterator[None]:
    """Let Python's collector of circular garbage look less often, in the whole process.

    Records hold no circles, so they go at once without it; but to look through those
    of the lots at work again and again took a fifth of an import's time.
    """
    before = gc.get_threshold()
    gc.set_threshold(OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
