"""An article in a Word file: turned into HTML by mammoth, and read as a page is."""

import io
import re
import zipfile
import zlib
from xml.parsers.expat import ExpatError
from xml.sax import SAXException

import mammoth

from articles.reading.decoding import UnreadableArticle
from articles.reading.document import Document
from articles.reading.html.article import read_html

NOTES = re.compile(r'<ol>(?=<li id="(?:foot|end)note-\d)')  # as mammoth lists them
MOST_BYTES = 50_000_000
MOST_UNPACKED = 200_000_000  # of the parts that are read; pictures do not count
PARTS = ("word/", "_rels/", "[Content_Types]")
# What reading a broken file raises, in the archive, its XML or the converter
FAULTS = (
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError),
    *(NotImplementedError, zipfile.BadZipFile, zlib.error, SAXException, ExpatError),
    EOFError,
)


def read_docx(data: bytes, *, is_list: bool = False) -> Document:
    """Read an article from the bytes of a .docx file.

    Headings, lists, tables, footnotes and links are the file's own; pictures are left
    out. ``is_list`` is as for ``read_html``. Raises UnreadableArticle for a file that
    is none, is locked, too large, or holds no text.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableArticle(
            f"The Word file has {len(data):,} bytes; at most {MOST_BYTES:,} are read."
        )
    _check_parts(data)
    try:
        converted = mammoth.convert_to_html(
            io.BytesIO(data),
            convert_image=mammoth.images.img_element(lambda _: {}),
            style_map="p[style-name='Title'] => h1:fresh",
        )
    except FAULTS as problem:
        raise UnreadableArticle(BROKEN) from problem
    if not converted.value.strip():
        raise UnreadableArticle("The Word file holds no text; an article was expected.")
    words = NOTES.sub('<ol class="footnotes">', converted.value)
    page = f"<html><body><article>{words}</article></body></html>"
    return read_html(page, is_list=is_list, is_all_article=True)


BROKEN = "The Word file is broken and cannot be read; a whole .docx was expected."


def is_read(name: str) -> bool:
    """Say whether a part of a Word file is read: its words are, its pictures not."""
    return name.startswith(PARTS) and not name.startswith("word/media/")


def _check_parts(data: bytes) -> None:
    """Refuse what is no Word file, and one whose words unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as problem:
        raise UnreadableArticle(BROKEN) from problem
    names = {part.filename for part in parts}
    if "EncryptedPackage" in names or any(part.flag_bits & 1 for part in parts):
        raise UnreadableArticle(
            "The Word file is locked by a password; an open one was expected."
        )
    if "word/document.xml" not in names:
        raise UnreadableArticle(
            "The file is an office document or a ZIP archive, but no Word file (.docx)."
        )
    size = sum(part.file_size for part in parts if is_read(part.filename))
    if size > MOST_UNPACKED:
        raise UnreadableArticle(
            f"The Word file unpacks to {size:,} bytes; at most {MOST_UNPACKED:,} are "
            "read."
        )
