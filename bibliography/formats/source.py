"""The bytes of a reference file: their encoding, their lines, their text.

Lines end at LF, CR LF or a lone CR, and nowhere else: U+2028, U+0085 and vertical tabs
occur inside values. Nothing is dropped in decoding: a line that is no UTF-8 is read as
Windows-1252, with its five undefined bytes kept as control characters, or as Mac Roman
where its letters give that away.
"""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1 << 20
HEAD = 1 << 16  # as much of a file as telling its format may look at

_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


def _as_control_characters(error: UnicodeError) -> tuple[str, int]:
    """The bytes Windows-1252 leaves undefined, as WHATWG's decoder reads them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


# á ä é è ü of Mac Roman are ‡ Š Ž, nothing and Ÿ of Windows-1252: none stands between
# a letter and a small one. Its own, à to ÿ, are capitals and signs of Mac Roman.
_MAC_WORD = re.compile(rb"[A-Za-z][\x87\x8a\x8e\x8f\x9f][a-z]")
_WINDOWS_WORD = re.compile(rb"[A-Za-z][\xe0-\xf6\xf8-\xfe][a-z]")

codecs.register_error("footing_control_characters", _as_control_characters)


class Source:
    """A reference file, read from the start as often as needed.

    ``data`` is the bytes, or a binary stream that can seek. ``encoding`` names what was
    found: "utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", or "cp1252" or "mac-roman"
    where at least one line is no UTF-8.
    """

    def __init__(self, data: bytes | memoryview | BinaryIO) -> None:
        in_memory = isinstance(data, bytes | memoryview)
        self._stream = io.BytesIO(data) if in_memory else data
        self.size = self._stream.seek(0, io.SEEK_END)
        self.position = 0  # how many bytes the lines that were asked for took
        self._utf16 = self._utf16_encoding()
        self.encoding = self._utf16 or self._one_byte_encoding()

    def head(self, size: int = HEAD) -> str:
        """The beginning as text, with LF line ends, without a byte-order mark."""
        return "\n".join(self._decoded(self._start().read(size)))

    def starts_with(self, prefix: bytes) -> bool:
        """Whether the bytes begin so."""
        return self._start().read(len(prefix)) == prefix

    def lines(self) -> Iterator[str]:
        """Every line without its end, decoded; memory stays flat."""
        rest = b""
        for chunk in self._chunks():
            chunk = rest + chunk
            # A CR at the very end may be half of a CR LF.
            cut = max(chunk.rfind(b"\n"), chunk.rfind(b"\r", 0, -1)) + 1
            rest = chunk[cut:]
            if cut:
                yield from self._decoded(chunk[:cut])[:-1]
        yield from self._decoded(rest) if rest else ()

    def text(self) -> str:
        """The whole file as text, with LF line ends."""
        return "\n".join(self.lines())

    def _start(self) -> BinaryIO:
        self._stream.seek(0)
        return self._stream

    def _chunks(self) -> Iterator[bytes]:
        """The bytes in pieces, without byte-order mark, UTF-16 recoded as UTF-8."""
        bom = self._bom()
        stream = self._start()
        stream.read(len(bom))
        decoder = codecs.getincrementaldecoder(self._utf16 or "utf-8")("replace")
        self.position = 0
        while chunk := stream.read(CHUNK):
            self.position += len(chunk)
            yield decoder.decode(chunk).encode() if self._utf16 else chunk

    def _decoded(self, data: bytes) -> list[str]:
        """The lines of a piece, each decoded on its own where UTF-8 fails."""
        if self._utf16:
            try:
                text = data.decode()
            except UnicodeDecodeError:  # the raw head of a file
                text = data.decode(self._utf16, "replace")
            data = text.encode()
        data = data.removeprefix(codecs.BOM_UTF8)
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        # Files put one behind the other have a mark at each one's first line.
        data = data.replace(b"\n" + codecs.BOM_UTF8, b"\n")
        try:
            return data.decode().split("\n")
        except UnicodeDecodeError:
            return [self._decoded_line(line) for line in data.split(b"\n")]

    def _decoded_line(self, line: bytes) -> str:
        try:
            return line.decode()
        except UnicodeDecodeError:
            if self.encoding == "mac-roman":
                return line.decode("mac-roman")
            return line.decode("cp1252", "footing_control_characters")

    def _bom(self) -> bytes:
        start = self._start().read(3)
        return next((bom for bom in _BOMS if start.startswith(bom)), b"")

    def _utf16_encoding(self) -> str | None:
        """UTF-16 by its mark, or by the zero bytes of Latin text without one."""
        encoding = _BOMS.get(self._bom())
        if encoding:
            return encoding if encoding.startswith("utf-16") else None
        start = self._start().read(4096)
        even, odd = start[0::2].count(0), start[1::2].count(0)
        if len(start) >= 4 and max(even, odd) > 0.4 * (len(start) // 2):
            return "utf-16-le" if odd > even else "utf-16-be"
        return None

    def _one_byte_encoding(self) -> str:
        decoder = codecs.getincrementaldecoder("utf-8")()
        stream = self._start()
        try:
            while chunk := stream.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "mac-roman" if self._is_mac_roman() else "cp1252"
        return _BOMS.get(self._bom(), "utf-8")

    def _is_mac_roman(self) -> bool:
        """Whether Mac Roman's vowels stand within words, and Windows' nowhere."""
        mac = False
        stream = self._start()
        while chunk := stream.read(CHUNK):
            if _WINDOWS_WORD.search(chunk):
                return False
            mac = mac or bool(_MAC_WORD.search(chunk))
        return mac


_BINARY = re.compile("[\x00-\x08\x0e-\x1a]")


def is_binary(head: str) -> bool:
    """Whether a text holds more control characters than a text file does."""
    return len(_BINARY.findall(head[:4096])) > 8
