"""The words that a marker stands for: its sentence, or what is below its heading."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from articles.reading.document import BlockKind, Document, Sentence

NUMBERS_ONLY = re.compile(
    r"[\[(^]?[\d⁰¹²³⁴-⁹,;–— -]+[\])^]?|\[\^[^\[\]]+\]|[\[【].*[\]】]"
)
ENDS = (BlockKind.HEADING, BlockKind.TITLE, BlockKind.REFERENCE)


class Covers:
    """Finds the words that a marker stands for."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self.document = document
        self.sentences = sorted(sentences, key=lambda sentence: sentence.start)
        self.starts = [sentence.start for sentence in self.sentences]
        self.block_starts = [block.start for block in document.blocks]

    def of(self, start: int, end: int) -> tuple[int, int]:
        """Return the sentence of a marker, or the blocks below its heading."""
        index = bisect_right(self.block_starts, start) - 1
        if index < 0:
            return start, end
        block = self.document.blocks[index]
        if block.kind is BlockKind.HEADING:
            below = self._below(index)
            return below or (block.start, block.end)
        place = bisect_right(self.starts, start) - 1
        if place < 0 or self.sentences[place].start < block.start:
            return block.start, block.end
        sentence = self.sentences[place]
        if sentence.end < start and start - sentence.end > 2:
            return block.start, block.end
        leads = not self.document.text[sentence.start : start].strip()
        before = self.sentences[place - 1] if place else None
        if (
            leads
            and before
            and before.start >= block.start
            and self._trails(start, end)
        ):
            sentence = before
        return sentence.start, sentence.end

    def _trails(self, start: int, end: int) -> bool:
        """Say whether a marker at a sentence's start belongs to the one before it."""
        return NUMBERS_ONLY.fullmatch(self.document.text, start, end) is not None

    def _below(self, index: int) -> tuple[int, int] | None:
        """Return what stands below a heading, up to the next one."""
        last = index
        for later, block in enumerate(self.document.blocks[index + 1 :], index + 1):
            if block.kind in ENDS:
                break
            last = later
        if last == index:
            return None
        blocks = self.document.blocks
        return blocks[index + 1].start, blocks[last].end
