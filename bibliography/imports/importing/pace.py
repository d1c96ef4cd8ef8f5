"""What keeps an import fast: reading ahead, and looking for garbage less often."""

import gc
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
_END = object()


def ahead(items: Iterable[T]) -> Generator[T]:
    """The items of an iterable, each made in a thread while the one before is used.

    The iterable must not use the database: its connection is this thread's. What it
    raises is raised here, at its place.
    """
    source = iter(items)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead") as pool:
        waiting = pool.submit(next, source, _END)
        while (item := waiting.result()) is not _END:
            waiting = pool.submit(next, source, _END)
            yield item  # type: ignore[misc]


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
