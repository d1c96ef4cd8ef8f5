"""The way in: which form an article's bytes have, and the Document they become."""

import re
from dataclasses import replace

from articles.reading.decoding import UnreadableArticle, decode
from articles.reading.document import Document, ReferenceEntry
from articles.reading.docx import read_docx
from articles.reading.html.article import read_html
from articles.reading.jats.article import read_jats
from articles.reading.mending.pasted import mend_pasted
from articles.reading.pdf.article import read_pdf
from articles.reading.plain.article import read_plain
from articles.reading.titles import LONGEST_TITLE, make_title

TEXT, MARKDOWN, HTML, JATS = "text", "markdown", "html", "jats"
DOCX, PDF = "docx", "pdf"
FORMS = (TEXT, MARKDOWN, HTML, JATS, DOCX, PDF)
ZIP_SIGNATURE = b"PK\x03\x04"

_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_JATS_SIGNS = re.compile(
    r"<!DOCTYPE\s+article\b|<(?:\w+:)?article\b[^>]*(?:dtd-version|article-type|xlink)"
    r"|<(?:\w+:)?(?:article-meta|pmc-articleset|journal-meta|article-title)\b",
    re.IGNORECASE,
)
_HTML_SIGNS = re.compile(
    r"<!DOCTYPE\s+html|<html\b|<head\b|<body\b|<(?:p|div|h[1-6]|main|section|ul|ol)\b",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<([A-Za-z][\w:.-]*)")


def detect_form(data: bytes, filename: str = "") -> str:
    """Tell the form of an article's bytes: one of ``FORMS``.

    Raises UnreadableArticle for bytes that are none, as XML that is neither HTML nor
    JATS.
    """
    if is_pdf(data):
        return PDF
    return (
        DOCX if data.startswith(ZIP_SIGNATURE) else _text_form(decode(data), filename)
    )


def is_pdf(data: bytes) -> bool:
    """Say whether bytes are a PDF's; some have a few others before it begins."""
    return b"%PDF-" in data[:1024]


def is_packed(data: bytes) -> bool:
    """Say whether bytes are of a form that holds more than its words."""
    return is_pdf(data) or data.startswith(ZIP_SIGNATURE)


def _text_form(text: str, filename: str) -> str:
    prologue = _PROLOGUE.match(text)
    body = text[prologue.end() if prologue else 0 :]
    if body.startswith("<"):
        if _is_jats(body):
            return JATS
        if _HTML_SIGNS.search(body[:20_000]) or _is_page(filename):
            return HTML
        if text.lstrip().startswith("<?xml"):
            raise UnreadableArticle(_other_xml(body))
    is_markdown = filename.lower().endswith((".md", ".markdown", ".mdown"))
    return MARKDOWN if is_markdown else TEXT


def require_form(data: bytes, form: str) -> None:
    """Raise UnreadableArticle unless the bytes can be of the form that was named."""
    if form not in FORMS:
        raise UnreadableArticle(
            f"The form “{form}” is not known; {', '.join(FORMS[:-1])} or {FORMS[-1]} "
            "was expected."
        )
    if form == PDF and not is_pdf(data):
        raise UnreadableArticle("The file is no PDF; a PDF was expected.")
    if form == DOCX and not data.startswith(ZIP_SIGNATURE):
        raise UnreadableArticle("The file is no Word file; a .docx was expected.")
    if form in (HTML, JATS):
        _require_tags(decode(data), form)


def _require_tags(text: str, form: str) -> None:
    prologue = _PROLOGUE.match(text)
    body = text[prologue.end() if prologue else 0 :]
    if form == JATS and not body.startswith("<"):
        raise UnreadableArticle(
            "The file is not XML: it does not begin with a tag; a JATS <article> "
            "was expected."
        )
    if form == HTML and not re.search(r"<[A-Za-z!][^<>]*>", body):
        raise UnreadableArticle("The file has no HTML tag; an HTML page was expected.")


def _is_jats(body: str) -> bool:
    head = body[:50_000]
    page = re.search(r"<!DOCTYPE\s+html|<html\b", head[:5_000], re.IGNORECASE)
    return page is None and _JATS_SIGNS.search(head) is not None


def _is_page(filename: str) -> bool:
    return filename.lower().endswith((".html", ".htm", ".xhtml"))


def _other_xml(body: str) -> str:
    root = _ROOT.search(body)
    name = root[1] if root else "?"
    return (
        f"The XML's first element is <{name}>; a JATS <article> or HTML was expected."
    )


def read_list(
    data: bytes, form: str | None = None, filename: str = ""
) -> tuple[ReferenceEntry, ...]:
    """Read the entries of a reference list from the bytes of its file.

    The list stands below its heading, or at the end of an article or manuscript; a file
    without such a list is one as a whole. ``form`` is as for ``read_document``. An
    entry holds what it states; what it does not state, or what could not be read, is
    empty. Raises UnreadableArticle as ``read_document`` does.
    """
    return read_document(data, form, filename, is_list=True).entries


def read_document(
    data: bytes, form: str | None = None, filename: str = "", *, is_list: bool = False
) -> Document:
    """Read an article from its bytes.

    ``form`` is one of ``FORMS``; None looks at the bytes and at the file's name.
    ``is_list`` says that a file without a reference list is one as a whole. Raises
    UnreadableArticle, whose message says in a sentence what was wrong and what was
    expected.
    """
    document = _read(data, form, filename, is_list)
    if len(document.title) <= LONGEST_TITLE:
        return document
    return replace(document, title=make_title(document.text), title_made=True)


def _read(data: bytes, form: str | None, filename: str, is_list: bool) -> Document:
    if form is None:
        form = detect_form(data, filename)
    else:
        require_form(data, form)
    if form == PDF:
        return read_pdf(data, is_list=is_list)
    if form == DOCX:
        return read_docx(data, is_list=is_list)
    text = decode(data)
    if form == JATS:
        return read_jats(text)
    if form == HTML:
        return read_html(text, is_list=is_list)
    mended = mend_pasted(text) if form == TEXT else text
    return read_plain(mended, is_list=is_list, is_markdown=form == MARKDOWN)
