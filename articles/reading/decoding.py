"""An article's bytes as text: nothing dropped, nothing guessed where it is declared."""

import codecs
import re

from charset_normalizer import from_bytes

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How a file that is no text announces itself, and what to call it.
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an office document or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"bplist0", "a web archive"),
    (b"From: <Saved by ", "a web archive"),  # .mhtml, of browsers …
    (b'From: "Saved by ', "a web archive"),
    (b"MIME-Version: 1.0", "a web archive"),  # … and of Word
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})"""
    rb"""|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Declared so, pages are read as Windows-1252, as browsers do (WHATWG Encoding).
AS_CP1252 = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"}
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
EXPECTED = "plain text, Markdown, HTML, JATS XML, PDF or Word was expected"
# Those that hold an article's words, which can be had by hand.
WITH_WORDS = ("a PDF", "an office document or a ZIP archive", "an old office document",
              "an RTF document", "a web archive")  # fmt: skip
SAVE_AS = " Open it and save it as plain text, or copy its words and paste them."


class UnreadableArticle(ValueError):
    """The file cannot be read as an article; the message says why, in a sentence."""


def decode(data: bytes) -> str:
    """Return the text of an article's bytes, without its byte-order mark.

    A byte-order mark decides, then valid UTF-8, then the charset that the page or the
    XML declares, then Windows-1252. Newlines stay as they are. Bytes that are almost
    UTF-8 keep a visible U+FFFD where they are broken.

    Raises UnreadableArticle for an empty file, for one that is no text, and for one
    whose encoding cannot be told.
    """
    if not data.strip():
        raise UnreadableArticle(f"The file is empty; {EXPECTED}.")
    head = data[:1024].removeprefix(codecs.BOM_UTF8).lstrip()
    for signature, name in SIGNATURES:
        if head.startswith(signature):
            advice = SAVE_AS if name in WITH_WORDS else ""
            raise UnreadableArticle(f"The file is {name}; {EXPECTED}.{advice}")
    text = _decoded(data)
    controls = len(CONTROLS.findall(text))
    if "\x00" in text or controls > max(2, len(text) // 200):
        raise UnreadableArticle(f"The file holds binary data; {EXPECTED}.")
    if not text.strip():
        raise UnreadableArticle(f"The file holds only blanks; {EXPECTED}.")
    return text


def _decoded(data: bytes) -> str:
    encoding = _marked(data)
    if encoding:
        return _strictly(data, encoding).lstrip("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    if declared:
        try:
            return _whole(data.decode(declared))
        except (UnicodeError, LookupError):
            pass  # also codecs that are no charset, such as "undefined"
    return _guessed(data)


def _marked(data: bytes) -> str:
    """Name the encoding that a byte-order mark, or the zeros of UTF-16, show."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:4000] if len(data) >= 8 else b""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 5 and min(even, odd) <= len(head) // 100:
        return "utf-16-be" if even > odd else "utf-16-le"
    return ""


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableArticle(
            f"The file begins as {encoding.upper()} but byte {error.start} "
            f"does not fit that encoding."
        ) from error


def _whole(text: str) -> str:
    """A text as it is; raises UnicodeEncodeError where it holds half a character."""
    text.encode()
    return text


def _declared(data: bytes) -> str:
    found = DECLARED.search(data[:4096])
    name = (found[1] or found[2]).decode("ascii").lower() if found else ""
    if name in {"utf-8", "utf8"}:
        return ""
    return "cp1252" if name in AS_CP1252 else name


def _guessed(data: bytes) -> str:
    """Decode bytes that nothing declares: broken UTF-8, Windows-1252, else a guess."""
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in repaired)
    if broken * 4 <= beyond_ascii - broken:
        return repaired
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(data[:200_000]).best()
    if best is None:
        raise UnreadableArticle(
            "The file's encoding cannot be told; UTF-8, UTF-16 or Windows-1252 "
            "was expected."
        )
    return _strictly(data, best.encoding)
