"""Builds an article's plain text block by block, keeping every offset."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from articles.reading.document import Block, BlockKind, ReferenceEntry, SourceLink

SUPERSCRIPTS = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
RAISABLE = frozenset("0123456789+-−=()n ")

Run = tuple[str, tuple[str, ...]]  # words, and the ids of the entries they point to


def raised(text: str) -> str:
    """Return superscript text in Unicode's superscripts, where all of it has them."""
    text = text.strip()
    return text.translate(SUPERSCRIPTS) if text and set(text) <= RAISABLE else text


@dataclass(slots=True)
class Composer:
    """Collects blocks into one text; its parts are read when all are added."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    links: list[SourceLink] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def add(self, kind: BlockKind, runs: Iterable[Run], level: int = 0) -> None:
        """Append a block, its white space folded; blank ones leave no trace."""
        words, spans = _folded(runs)
        if not words:
            return
        if self.parts:
            tight = kind is self.blocks[-1].kind and kind in (
                BlockKind.LIST_ITEM,
                BlockKind.REFERENCE,
                BlockKind.TABLE,
            )
            self._append("\n" if tight else "\n\n")
        start = self.length
        self._append(words)
        self.blocks.append(Block(kind, start, self.length, level))
        self.links += [
            SourceLink(start + first, start + last, targets)
            for first, last, targets in spans
        ]

    def add_references(self, entries: Iterable[ReferenceEntry]) -> None:
        """Append the reference list below its heading."""
        entries = list(entries)
        if entries:
            self.add(BlockKind.HEADING, [("References", ())], 2)
        for entry in entries:
            number = f"{entry.label}. " if entry.label.isdigit() else ""
            self.add(BlockKind.REFERENCE, [(number + entry.raw, ())])

    def _append(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def _folded(runs: Iterable[Run]) -> tuple[str, list[tuple[int, int, tuple[str, ...]]]]:
    """Join runs with white space folded; return the words and the linked spans."""
    words, length, blank = [], 0, True
    spans = []
    for text, targets in runs:
        pieces = text.split()
        if not pieces:
            blank_after = bool(text)
            if blank_after and not blank:
                words.append(" ")
                length, blank = length + 1, True
            continue
        if text[0].isspace() and not blank:
            words.append(" ")
            length += 1
        joined = " ".join(pieces)
        words.append(joined)
        if targets:
            spans.append((length, length + len(joined), targets))
        length += len(joined)
        blank = text[-1].isspace()
        if blank:
            words.append(" ")
            length += 1
    return "".join(words).rstrip(), spans


_ELEMENTS = {
    BlockKind.TITLE: "h1",
    BlockKind.PARAGRAPH: "p",
    BlockKind.QUOTE: "blockquote",
    BlockKind.TABLE: "p",
    BlockKind.CAPTION: "p",
}


def to_html(text: str, blocks: Iterable[Block]) -> str:
    """Return blocks as plain HTML: headings, paragraphs, lists and quotes."""
    out: list[str] = []
    in_list = ""
    for block in blocks:
        wanted = {BlockKind.LIST_ITEM: "ul", BlockKind.REFERENCE: "ol"}.get(block.kind)
        if in_list and in_list != wanted:
            out.append(f"</{in_list}>")
            in_list = ""
        if wanted and not in_list:
            out.append(f"<{wanted}>")
            in_list = wanted
        name = "li" if wanted else _ELEMENTS.get(block.kind, f"h{block.level or 2}")
        out.append(f"<{name}>{escape(text[block.start : block.end])}</{name}>")
    return "\n".join([*out, f"</{in_list}>"] if in_list else out)
