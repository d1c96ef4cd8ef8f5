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
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
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
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
EXPECTED = "plain text, HTML or JATS XML was expected"


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
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableArticle(f"The file is {name}; {EXPECTED}.")
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
    head = data[:4000]
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
    name = (found[1] or found[2]).decode("ascii") if found else ""
    return "" if name.lower() in {"utf-8", "utf8"} else name


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
