"""Footnotes: Markdown's "[^name]: …" lines, wherever they stand, and "* Kim A. …" ones.

A line that a mark such as * or † begins is a footnote where it names a work and where
the same mark sticks to a word above it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.reading.document import Block, BlockKind, ReferenceEntry
from articles.reading.lists.entries import parse_entry
from articles.reading.plain.lines import Line

BEGINS = re.compile(r"[ \t]{0,3}\[\^(?P<name>[^\[\]\s^]{1,60})\]:[ \t]*(?=\S)")
MARKED = re.compile(
    r"[ \t]{0,3}(?P<name>\*{1,3}(?=[ \t])|[†‡§¶]{1,3})[ \t]?(?=[^\W_]|[“\"])"
)
STUCK = re.compile(r"(?<=[\w.,;:!?)”\"’%])([*†‡§¶]{1,3})(?![\w*†‡§¶])")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of a text: those that are works, and the names of the others."""

    entries: tuple[ReferenceEntry, ...]
    blocks: tuple[Block, ...]
    notes: frozenset[str]  # of footnotes that explain and cite nothing
    lines: frozenset[int]  # where the lines begin that hold a work


def read_footnotes(text: str, lines: Sequence[Line]) -> Footnotes:
    """Read the footnotes of a text; a line set in below one belongs to it."""
    entries, blocks, taken, notes = [], [], set(), set()
    marked = _marked(text, lines)
    index = 0
    while index < len(lines):
        begins = BEGINS.match(lines[index].text) or marked.get(index)
        first, index = index, index + 1
        if begins is None:
            continue
        while index < len(lines) and _goes_on(lines[index]):
            index += 1
        is_marked = first in marked
        start = lines[first].start + begins.start("name") - (0 if is_marked else 2)
        end = lines[index - 1].start + len(lines[index - 1].text.rstrip())
        words = text[lines[first].start + begins.end() : end]
        entry = parse_entry(words, label=begins["name"])
        if not is_work(entry, words):
            if is_marked:
                continue
            notes.add(begins["name"].casefold())
            continue
        entries.append(entry)
        blocks.append(Block(BlockKind.REFERENCE, start, end))
        taken |= {line.start for line in lines[first:index]}
    return Footnotes(tuple(entries), tuple(blocks), frozenset(notes), frozenset(taken))


def _marked(text: str, lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """Return the lines that a mark begins which sticks to a word above, by number."""
    if not STUCK.search(text):
        return {}
    found: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    stuck: set[str] = set()
    for index, line in enumerate(lines):
        begins = MARKED.match(line.text)
        if begins and begins["name"] in stuck:
            found[begins["name"]].append((index, begins))
        if line.text.count("*") % 2 or "*" not in line.text:  # else emphasis
            stuck |= set(STUCK.findall(line.text))
    return dict(each[0] for each in found.values() if len(each) == 1)


def _goes_on(line: Line) -> bool:
    return (
        bool(line.text.strip())
        and line.text[:1] in " \t"
        and not BEGINS.match(line.text)
    )


def is_work(entry: ReferenceEntry, words: str) -> bool:
    """Say whether a footnote names a work rather than explains something."""
    return bool(
        entry.doi
        or entry.pmid
        or re.search(r"https?://", words)
        or (entry.year and (entry.authors or entry.journal or entry.title))
        or (entry.authors and entry.journal)
    )
