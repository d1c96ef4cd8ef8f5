"""An article in a PDF: its text mended, its headings told by their letters."""

from collections.abc import Sequence
from dataclasses import replace

from articles.reading.document import Block, BlockKind, Document
from articles.reading.lists.headings import is_list_heading
from articles.reading.pdf.flow import Paragraph, read_paragraphs
from articles.reading.pdf.pages import read_pages
from articles.reading.plain.article import read_plain
from articles.reading.titles import clean_title

LONGEST_HEADING = 200  # characters
TITLE_AMONG = 6  # paragraphs at the top


def read_pdf(data: bytes, *, is_list: bool = False) -> Document:
    """Read an article from a PDF's bytes; its text is the mended one.

    ``is_list`` is as for ``read_plain``. Raises UnreadableArticle for a PDF that has no
    text, is encrypted, broken, or longer than is read.
    """
    pages, stated = read_pages(data)
    paragraphs, size = read_paragraphs(pages)
    title = _title(paragraphs, size)
    parts: list[str] = []
    starts: dict[int, BlockKind] = {}
    length = 0
    for place, one in enumerate(paragraphs):
        starts[length] = _kind(one, size, is_title=place == title)
        parts.append(one.text)
        length += len(one.text) + 2
    document = read_plain("\n\n".join(parts), is_list=is_list)
    return _with_kinds(document, starts, clean_title(stated))


def _title(paragraphs: Sequence[Paragraph], size: float) -> int | None:
    """Which paragraph is the title: the one in the largest letters near the top."""
    top = list(enumerate(paragraphs[:TITLE_AMONG]))
    place, largest = max(top, key=lambda one: one[1].size, default=(0, None))
    if largest is None or largest.size < size * 1.2:
        return None
    return place if len(largest.text) <= LONGEST_HEADING * 2 else None


def _kind(one: Paragraph, size: float, *, is_title: bool) -> BlockKind:
    if is_title:
        return BlockKind.TITLE
    if one.is_row:
        return BlockKind.TABLE
    short = len(one.text) <= LONGEST_HEADING
    if short and (one.size > size * 1.12 or (one.bold and not one.text.endswith("."))):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _with_kinds(
    document: Document, starts: dict[int, BlockKind], stated: str
) -> Document:
    """A document whose titles and headings are those that their letters show."""
    kinds = set(starts.values())
    blocks = tuple(_shown(document, block, starts, kinds) for block in document.blocks)
    heads = [one for one in blocks if one.kind is BlockKind.TITLE]
    if not heads:
        made = document.title_made and not stated
        return replace(
            document, blocks=blocks, title=stated or document.title, title_made=made
        )
    title = " ".join(document.text[heads[0].start : heads[0].end].split())
    return replace(document, blocks=blocks, title=clean_title(title), title_made=False)


def _shown(
    document: Document,
    block: Block,
    starts: dict[int, BlockKind],
    kinds: set[BlockKind],
) -> Block:
    kind = starts.get(block.start)
    if kind is None or block.kind is BlockKind.REFERENCE:
        return block
    if kind is BlockKind.TITLE:
        return replace(block, kind=kind, level=1)
    if kind is BlockKind.HEADING:
        return replace(block, kind=kind, level=2)
    if kind is BlockKind.TABLE:
        return replace(block, kind=kind, level=0)
    words = document.text[block.start : block.end]
    is_guess = block.kind is BlockKind.HEADING and BlockKind.HEADING in kinds
    if (
        block.kind is BlockKind.TITLE
        and BlockKind.TITLE in kinds
        or (is_guess and not is_list_heading(words))
    ):
        return replace(block, kind=BlockKind.PARAGRAPH, level=0)
    return block
