"""Which encoding a file is in: declared, told by its bytes, or to be asked.

A byte-order mark and a declaration are obeyed; valid UTF-8 is UTF-8. What is left is
Windows-1252 where it reads as that (``western``). Everything else is a question: there
is a best guess, but only somebody who knows the file can say, from its own lines.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import BinaryIO

from texts.western import is_plausible

CHUNK = 1 << 20
TWICE = "utf-8-twice"  # UTF-8 that was read as Windows-1252 and written as UTF-8 again
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# What may be meant where nothing is declared, the commonest first.
CANDIDATES = {
    "cp1252": "Western (Windows-1252)",
    "cp949": "Korean (EUC-KR)",
    "gb18030": "Chinese (GBK, GB18030)",
    "big5": "Chinese (Big5)",
    "cp932": "Japanese (Shift-JIS)",
    "euc_jp": "Japanese (EUC-JP)",
    "cp1250": "Central European (Windows-1250)",
    "iso8859_2": "Central European (ISO-8859-2)",
    "cp1251": "Cyrillic (Windows-1251)",
    "koi8_r": "Cyrillic (KOI8-R)",
    "cp1253": "Greek (Windows-1253)",
    "cp1254": "Turkish (Windows-1254)",
    "cp1255": "Hebrew (Windows-1255)",
    "cp1256": "Arabic (Windows-1256)",
    "mac-roman": "Western (Mac Roman)",
    "utf-8": "UTF-8",
    TWICE: "UTF-8, read twice",
}
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})"""
    rb"""|^[ \t]*(?:content(?:-type)?|charset|encoding)\b[^\r\n]{0,80}?"""
    rb"""charset\s*=\s*["']?([\w.:-]{2,40})"""
    rb"""|^[ \t]*%[^\r\n]{0,40}?(?:en)?coding\s*[:=]\s*([\w.:-]{2,40})""",
    re.I | re.M,
)
_AS_CP1252 = frozenset({"iso8859-1", "cp1252"})  # as browsers do (WHATWG Encoding)
_HIGH_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_MOST_LINES, _LONGEST = 400, 2000  # of a file that are looked at; bytes of one
_SHOWN = 50  # lines of a question
_ODD_SHARE = 0.1  # of the lines that are at stake, in a file of many
_ESCAPES = b"\x1b$"  # of ISO-2022-JP


@dataclass(frozen=True, slots=True)
class Detection:
    """An encoding, and where it is a guess what else it may be, the likeliest first.

    ``lines`` are lines of the file that read differently, as bytes.
    """

    encoding: str
    alternatives: tuple[str, ...] = ()
    lines: tuple[bytes, ...] = ()

    @property
    def shown(self) -> list[dict[str, object]]:
        """Each alternative with its name and the file's own lines in it."""
        return [
            {
                "encoding": name,
                "label": CANDIDATES.get(name, name),
                "lines": [read_as(line, name).strip() for line in self.lines[:5]],
            }
            for name in self.alternatives
        ]


def _as_control_characters(error: UnicodeError) -> tuple[str, int]:
    """The bytes an encoding leaves undefined, as WHATWG's decoders read them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


UNDEFINED = "control_characters"
codecs.register_error(UNDEFINED, _as_control_characters)


def is_encoding(name: str) -> bool:
    """Whether a name is an encoding of text that a file can be read in."""
    try:
        return name == TWICE or codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def read_as(line: bytes, encoding: str) -> str:
    """Bytes as text in an encoding; what is none of it stays as control characters."""
    if encoding == TWICE:
        return undoubled(line.decode("utf-8", UNDEFINED))
    return line.decode(encoding, UNDEFINED)


def undoubled(text: str) -> str:
    """Text of which UTF-8 was read as Windows-1252, as it was before."""
    return _DOUBLED.sub(lambda m: _once(m[0]) or m[0], text)


# In Windows-1252 what UTF-8 begins a letter with, and what it goes on with.
_ON = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_DOUBLED = re.compile(rf"(?:[Â-ß]{_ON}|[à-ï]{_ON}{{2}}|[ð-ô]{_ON}{{3}})+")


def _once(text: str) -> str:
    """The letters that some letters are bytes of; "" where they are none."""
    data = b"".join(
        c.encode("latin-1") if "\x80" <= c <= "\x9f" else c.encode("cp1252", "replace")
        for c in text
    )
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""


def marked(stream: BinaryIO) -> tuple[str, int]:
    """The encoding that a byte-order mark, or the zeros of UTF-16, shows, and its size.

    ("", 0) where there is neither.
    """
    stream.seek(0)
    start = stream.read(4096)
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if start.startswith(mark):
            return encoding, len(mark)
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if len(start) >= 4 and max(even, odd) > 0.4 * (len(start) // 2):
        return ("utf-16-le" if odd > even else "utf-16-be"), 0
    return "", 0


def declared_in(head: bytes) -> str:
    """The encoding that a file's beginning declares, by Python's name; "" for none."""
    found = _DECLARED.search(head[:4096])
    name = next(filter(None, found.groups()), b"").decode() if found else ""
    if not name or not is_encoding(name):
        return ""
    name = codecs.lookup(name).name
    return "cp1252" if name in _AS_CP1252 else name


def detect(stream: BinaryIO) -> Detection:
    """The encoding of a file, which is read to its end and stays open."""
    encoding, _ = marked(stream)
    if encoding:
        return Detection(encoding)
    stream.seek(0)
    head = stream.read(1 << 16)
    said = declared_in(head)
    own, other = _scanned(stream)
    if not own and not other:
        return Detection("iso2022_jp" if _ESCAPES in head else "utf-8")
    if said and said not in ("utf-8", "ascii") and _fits(stream, said):
        if other:
            return Detection(said)
        # It says one thing and is another, as files written anew do.
        return Detection("utf-8", ("utf-8", said), _shortened(own))
    if not other:
        doubled = [line for line in own if undoubled(t := line.decode()) != t]
        if not doubled:
            return Detection("utf-8")
        return Detection("utf-8", (TWICE, "utf-8"), _shortened(doubled))
    found = _guessed(other, head)
    # Of files put together the lines of the other one are Windows-1252, if any.
    return replace(found, encoding="cp1252") if own else found


def _shortened(lines: list[bytes]) -> tuple[bytes, ...]:
    """The first lines, to be shown."""
    return tuple(line.decode()[:_LONGEST].encode() for line in lines[:_SHOWN])


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _scanned(stream: BinaryIO) -> tuple[list[bytes], list[bytes]]:
    """The first lines of a file that are UTF-8 and not ASCII, and that are neither."""
    stream.seek(0)
    own: list[bytes] = []
    other: list[bytes] = []
    rest = b""
    while (chunk := stream.read(CHUNK)) and len(other) < _MOST_LINES:
        chunk = rest + chunk
        cut = max(chunk.rfind(b"\n"), chunk.rfind(b"\r")) + 1 or len(chunk)
        rest, chunk = chunk[cut:], chunk[:cut]
        if not chunk.isascii():
            _sort(chunk, own, other)
    if rest:
        _sort(rest, own, other)
    return own, other


def _sort(chunk: bytes, own: list[bytes], other: list[bytes]) -> None:
    """Sort the lines of a piece that are not ASCII, as far as they are wanted."""
    if _is_utf8(chunk) and len(own) >= _MOST_LINES:
        return
    for found in _HIGH_LINE.finditer(chunk):
        line = found[0]
        lines = own if _is_utf8(line) else other
        if len(lines) < _MOST_LINES:
            lines.append(line[:_LONGEST] if lines is other else line)


def _fits(stream: BinaryIO, encoding: str) -> bool:
    """Whether every byte of a file is one of an encoding."""
    stream.seek(0)
    if encoding == "cp1252":
        return True
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while chunk := stream.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except (UnicodeError, ValueError):
        return False
    return True


def _guessed(lines: list[bytes], head: bytes) -> Detection:
    """Windows-1252 where all but few of the lines read as that, else a question."""
    western = [read_as(line, "cp1252") for line in lines]
    company = head.decode("ascii", "ignore") + "\n".join(western)
    if _reads(western, company) or (
        _reads(western, company, carons=True)
        and not is_plausible("\n".join(read_as(line, "mac-roman") for line in lines))
    ):
        return Detection("cp1252")
    joined = b"\n".join(lines[:_SHOWN])
    readings: dict[str, str] = {}
    for name in CANDIDATES:
        text = _strictly(joined, name)
        if text and text not in readings.values():
            readings[name] = text
    ranked = sorted(readings, key=lambda name: _oddness(readings[name], name))
    ranked = ranked or ["cp1252"]
    return Detection(ranked[0], tuple(ranked), tuple(lines[:_SHOWN]))


def _reads(lines: list[str], company: str, carons: bool = False) -> bool:
    """Whether all lines but few read as Windows-1252, in the company of the others."""
    odd = sum(not is_plausible(line, company, carons) for line in lines)
    most = _ODD_SHARE * len(lines) if len(lines) >= 2 / _ODD_SHARE else 0
    return odd <= most


def _strictly(data: bytes, encoding: str) -> str:
    if encoding in ("utf-8", TWICE):
        return ""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return read_as(data, encoding) if encoding == "cp1252" else ""


# --- which reading is the likeliest ---

_SCRIPTS = {
    "gb18030": "CJK", "big5": "CJK", "cp932": "HIRAGANA", "euc_jp": "HIRAGANA",
    "cp949": "HANGUL", "cp1251": "CYRILLIC", "koi8_r": "CYRILLIC", "cp1253": "GREEK",
    "cp1255": "HEBREW", "cp1256": "ARABIC",
}  # fmt: skip
_CENTRAL = "ąćęłńóśźżáčďéěíňřšťúůýžőűăâîşţđöüäôĺľŕ„”’–"
_LETTERS = {
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1254": "çğıöşüâîi̇’–",
    "cp1252": "àâäæçéèêëïîôöœùûüñáíóúãõåøßìò«»’“”–°µ",
}
_LETTERS["mac-roman"] = _LETTERS["cp1252"]
_WORDS = re.compile(r"[^\W\d_]+")


def _oddness(text: str, encoding: str) -> float:
    """How odd a reading is, from 0: signs, capitals within words, other scripts.

    A reading in Western letters that reads as such is the least odd.
    """
    high = [c for c in text if c > "\x7f"]
    if not high:
        return 1.0
    if encoding in ("mac-roman", "cp1252") and is_plausible(text):
        return 0.0
    words = [word for word in _WORDS.findall(text) if not word.isascii()]
    odd = sum(
        a.islower() and b.isupper()
        for word in words
        for a, b in zip(word, word[1:], strict=False)
    )
    script = _SCRIPTS.get(encoding)
    if script is None:
        usual = _LETTERS[encoding]
        return (odd + sum(c.lower() not in usual for c in high)) / len(high)
    odd += sum(any(c.isascii() for c in word) for word in words)
    own = sum(_is_of(c, script, encoding) for c in high)
    cased = script in ("CYRILLIC", "GREEK") and (
        not any(map(str.isupper, high)) or not any(map(str.islower, high))
    )
    return odd / len(high) + 1 - own / len(high) + 0.05 * cased


def _is_of(letter: str, script: str, encoding: str) -> bool:
    """Whether a letter is one that an encoding is mostly used for."""
    if script == "CJK":  # the commonest characters have the first places in each
        first = letter.encode(encoding)[0]
        return 0xB0 <= first <= 0xD7 if encoding == "gb18030" else 0xA4 <= first <= 0xC6
    name = unicodedata.name(letter, "")
    if script == "HIRAGANA":
        return name.startswith(("HIRAGANA", "KATAKANA", "CJK UNIFIED"))
    return name.startswith(script)


def storable(text: str) -> str:
    """A text without what no database stores: NUL, and halves of characters.

    Each stands as the mark of what could not be read.
    """
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return paired.replace("\0", "\ufffd")
