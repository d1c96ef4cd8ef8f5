"""Cuts an article's text into blocks and runs, each with the marks that cover it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Mark:
    """A span of the text that stands for something: a claim's words, a citation."""

    start: int
    end: int
    about: Any


@dataclass(frozen=True)
class Run:
    """Words covered by the same marks; ``ends`` are the marks whose last run it is."""

    text: str
    marks: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class MarkedBlock:
    """One paragraph, heading or list item, as runs."""

    kind: str
    level: int
    start: int
    runs: tuple[Run, ...] = field(default=())


def marked_blocks(
    text: str, blocks: Iterable[Sequence[Any]], marks: Sequence[Mark]
) -> list[MarkedBlock]:
    """Cut ``text`` into its blocks, and each block at every mark's start and end.

    ``blocks`` are (kind, start, end, level); offsets count code points. A mark that
    crosses blocks is carried on in the next. Joined, a block's runs are its text.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    return [
        MarkedBlock(kind, level, start, tuple(_runs(text, start, end, ordered)))
        for kind, start, end, level in blocks
    ]


def _runs(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterable[Run]:
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in inside:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    places = sorted(cuts)
    for here, there in zip(places, places[1:], strict=False):
        covering = tuple(m for m in inside if m.start <= here and m.end >= there)
        ends = tuple(mark for mark in covering if mark.end == there)
        yield Run(text[here:there], covering, ends)
