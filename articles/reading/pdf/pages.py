"""The lines of a PDF's pages, each with its place and size, in the file's own order."""

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ContentStream, NameObject

from articles.reading.composing import raised
from articles.reading.decoding import UnreadableArticle
from articles.reading.mending.words import HYPHENS, unligatured

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports what it repairs

MOST_PAGES = 500
MOST_BYTES = 50_000_000
SCAN = "The PDF has no text, only pictures of pages; a PDF with text was expected."
SPACES = (b"\x00\x03", b" ", b"\xad")  # codes that fonts give to a blank
USUAL_WIDTH, LEAST_WIDTH = 0.45, 0.25  # of a letter, as a share of its size
GAP = 1.5  # of a letter's size: a wider blank parts a line


@dataclass(frozen=True, slots=True)
class PageLine:
    """A run of text at one height; ``y`` counts upwards from the foot, in points."""

    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool
    page: int


@dataclass(slots=True)
class _Chunk:
    text: str
    x: float
    y: float
    size: float
    bold: bool


def read_pages(data: bytes) -> tuple[list[list[PageLine]], str]:
    """Read the lines of each page of a PDF, and the title that its head states.

    Raises UnreadableArticle, with a sentence, for a file that is encrypted, too long,
    too large or broken, and for one without text.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableArticle(
            f"The PDF has {len(data):,} bytes; at most {MOST_BYTES:,} are read."
        )
    try:
        reader = _opened(data)
        pages = [_lines(page, number) for number, page in enumerate(reader.pages)]
        title = str((reader.metadata or {}).get("/Title") or "")
    except UnreadableArticle:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError,
            RecursionError, OverflowError, AssertionError, NotImplementedError,
            ZeroDivisionError) as problem:  # fmt: skip
        raise UnreadableArticle(
            "The PDF is broken and cannot be read; a whole PDF was expected."
        ) from problem
    if not any(map(_has_words, pages)):
        raise UnreadableArticle(SCAN)
    return pages, title


def _opened(data: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        raise UnreadableArticle(
            "The PDF is encrypted; one that opens without a password was expected."
        )
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableArticle(
            f"The PDF has {len(reader.pages):,} pages; at most {MOST_PAGES} are read."
        )
    if not any(_draws_text(page) for page in list(reader.pages)[:50]):
        raise UnreadableArticle(SCAN)
    return reader


def _opens(reader: PdfReader) -> bool:
    """Say whether an encrypted PDF opens without a password."""
    try:
        return bool(reader.decrypt(""))
    except DependencyError:  # a cipher that the library cannot undo by itself
        return False


def _draws_text(page: PageObject) -> bool:
    """Say whether a page has any font: without one there is nothing to read."""
    resources = _held(page, "/Resources")
    forms = _held(resources, "/XObject").values()
    return "/Font" in resources or any(
        "/Font" in _held(form.get_object(), "/Resources") for form in forms
    )


def _held(holder: Any, name: str) -> Any:
    """What a dictionary of the PDF holds by a name; an empty one where nothing."""
    found = holder.get(name)
    return {} if found is None else found.get_object()


def _has_words(lines: list[PageLine]) -> bool:
    return any(re.search(r"[^\W\d_]{2}", line.text) for line in lines)


def _lines(page: PageObject, number: int) -> list[PageLine]:
    """The lines of a page, in the order in which the file draws them."""
    chunks: list[_Chunk] = []

    def take(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        name = str((font or {}).get("/BaseFont", ""))
        bold = re.search(r"bold|black|heavy|semibold", name, re.I) is not None
        chunks.append(_Chunk(text, float(x), float(y), float(size * scale), bold))

    _drop_empty_blanks(page)
    page.extract_text(visitor_text=take)
    return list(_joined(chunks, number))


def _drop_empty_blanks(page: PageObject) -> None:
    """Take out blanks that stand for soft hyphens: browsers draw them without width.

    In the page's operations such a blank is marked as one, or followed by no move.
    """
    if page.get_contents() is None:
        return
    contents = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
    kept, is_soft = [], False
    for place, (operands, operator) in enumerate(contents.operations):
        if operator in (b"BDC", b"BMC", b"EMC"):
            is_soft = operator == b"BDC" and _is_soft_hyphen(operands)
        elif operator == b"Tj" and _bytes(operands) in SPACES:
            then = contents.operations[place + 1 : place + 2]
            if is_soft or any(map(_moves_nothing, then)):
                continue
        kept.append((operands, operator))
    contents.operations = kept
    page[NameObject("/Contents")] = contents  # parsed once, not a second time


def _is_soft_hyphen(operands: Any) -> bool:
    said = operands[1] if len(operands) > 1 else None
    words = said.get("/ActualText", "") if isinstance(said, dict) else ""
    return words in ("\u00ad", b"\xfe\xff\x00\xad")


def _moves_nothing(operation: tuple[Any, bytes]) -> bool:
    operands, operator = operation
    return operator == b"Td" and not any(abs(float(one)) > 0.01 for one in operands)


def _bytes(operands: Any) -> bytes:
    return bytes(operands[0]) if operands and isinstance(operands[0], bytes) else b""


def _joined(chunks: list[_Chunk], page: int) -> Iterator[PageLine]:
    """Join the chunks that stand in one line; an empty one says where it ends."""
    parts: list[str] = []
    first: _Chunk | None = None
    begun = end = 0.0
    letters = 0
    for chunk in chunks:
        words = unligatured(chunk.text).strip("\n")
        if first and _is_raised(chunk, first):
            words = raised(words)
        if first and (_breaks(chunk, words) or _is_apart(chunk, words, first, end)):
            yield _line(parts, first, end, page)
            parts, first = [], None
        if words.strip():
            first = first or chunk
            parts.append(words)
            begun, letters = chunk.x, len(words)
            end = chunk.x + letters * chunk.size * USUAL_WIDTH
        elif first is not None:
            parts.append(words)
            is_beside = abs(chunk.y - first.y) <= first.size * 0.6
            if is_beside and chunk.x - begun > letters * first.size * LEAST_WIDTH:
                end = chunk.x
    if first is not None:
        yield _line(parts, first, end, page)


def _breaks(chunk: _Chunk, words: str) -> bool:
    return chunk.text.startswith("\n") and not words


def _is_apart(chunk: _Chunk, words: str, first: _Chunk, end: float) -> bool:
    """Say whether words stand in another line, or far to the right in the same one."""
    if not words.strip() or words.strip() in HYPHENS:
        return False
    is_far = chunk.x - end > GAP * first.size or chunk.x < first.x - first.size
    return is_far or abs(chunk.y - first.y) > first.size * 0.6


def _is_raised(chunk: _Chunk, first: _Chunk) -> bool:
    is_above = 0.15 < (chunk.y - first.y) / (first.size or 1) < 0.6
    return is_above and chunk.size < first.size * 0.85


def _line(parts: list[str], first: _Chunk, end: float, page: int) -> PageLine:
    text = "".join(parts).replace("\n", " ").strip()
    return PageLine(text, first.x, end, first.y, first.size, first.bold, page)
