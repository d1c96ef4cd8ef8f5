"""The bytes of a reference file: their lines and their text, in an encoding.

Lines end at LF, CR LF or a lone CR, and nowhere else: U+2028, U+0085 and vertical tabs
occur inside values. Nothing is dropped in decoding: of a file in two encodings each
line that is no UTF-8 is read in the other one, and bytes that an encoding leaves
undefined are kept as control characters.
"""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from texts.encodings import (
    TWICE,
    UNDEFINED,
    Detection,
    detect,
    marked,
    read_as,
)

CHUNK = 1 << 20
HEAD = 1 << 16  # as much of a file as telling its format may look at
# Files put one behind the other may be in UTF-8 and in one of these.
_BY_LINE = ("cp1252", "mac-roman")
_AS_UTF8 = ("utf-8", "utf-8-sig", TWICE)


class Source:
    """A reference file, read from the start as often as needed.

    ``data`` is the bytes, or a binary stream that can seek. ``encoding`` names the one
    that was said, or that was found: "utf-8", "utf-16-le", "cp1252" where at least one
    line is no UTF-8 … ``detection`` says whether it is a guess.
    """

    def __init__(self, data: bytes | memoryview | BinaryIO, encoding: str = "") -> None:
        in_memory = isinstance(data, bytes | memoryview)
        self._stream = io.BytesIO(data) if in_memory else data
        self.size = self._stream.seek(0, io.SEEK_END)
        self.position = 0  # how many bytes the lines that were asked for took
        self.detection = Detection(encoding) if encoding else detect(self._stream)
        self.encoding = self.detection.encoding
        self._by_line = not encoding and self.encoding in _BY_LINE
        self._mark = marked(self._stream)[1]

    def head(self, size: int = HEAD) -> str:
        """The beginning as text, with LF line ends, without a byte-order mark."""
        return "\n".join(self._decoded(self._recoded(self._start().read(size))))

    def starts_with(self, prefix: bytes) -> bool:
        """Whether the bytes begin so."""
        return self._start(whole=True).read(len(prefix)) == prefix

    def lines(self, longest: int = 0, *, cut: bool = False) -> Iterator[str]:
        """Every line without its end, decoded; memory stays flat.

        With ``longest``, a line of so many bytes and more comes in pieces: for who
        reads no record that is longer. ``cut`` leaves out all but the first of them.
        """
        pieces = self._lines(longest)
        for line, goes_on in pieces:
            yield line
            while cut and goes_on:
                _, goes_on = next(pieces, ("", False))

    def _lines(self, longest: int) -> Iterator[tuple[str, bool]]:
        """Every line, or piece of one, and whether it goes on in the next."""
        rest = b""
        for chunk in self._chunks():
            chunk = rest + chunk
            if longest and len(chunk) > longest and b"\n" not in chunk:
                # Never within a character: those of several bytes begin at 0xC0.
                cut = len(chunk.rstrip(bytes(range(0x80, 0xC0)))) - 1
                *whole, last = self._decoded(chunk[:cut])
                yield from ((line, False) for line in whole)
                yield last, True
                chunk = chunk[cut:]
            # A CR at the very end may be half of a CR LF.
            cut = max(chunk.rfind(b"\n"), chunk.rfind(b"\r", 0, -1)) + 1
            rest, chunk = chunk[cut:], chunk[:cut]  # of a long line no third copy
            if chunk:
                yield from ((line, False) for line in self._decoded(chunk)[:-1])
        yield from ((line, False) for line in self._decoded(rest) if rest)

    def text(self) -> str:
        """The whole file as text, with LF line ends."""
        return "\n".join(self.lines())

    def _start(self, whole: bool = False) -> BinaryIO:
        """The stream behind its byte-order mark, or the ``whole`` of it."""
        self._stream.seek(0 if whole else self._mark)
        return self._stream

    def _chunks(self) -> Iterator[bytes]:
        """The bytes in pieces, without byte-order mark, recoded as UTF-8."""
        stream = self._start()
        self.position = self._mark
        recode = self._recoder()
        while chunk := stream.read(CHUNK):
            self.position += len(chunk)
            yield recode(chunk)
        yield recode(b"", final=True)

    def _recoder(self) -> Callable[..., bytes]:
        """What makes UTF-8 of one piece behind the other."""
        if self._by_line or self.encoding in _AS_UTF8:
            return lambda chunk, final=False: chunk
        decoder = codecs.getincrementaldecoder(self.encoding)(UNDEFINED)
        return lambda chunk, final=False: decoder.decode(chunk, final).encode(
            "utf-8", "replace"
        )

    def _recoded(self, data: bytes) -> bytes:
        return self._recoder()(data)

    def _decoded(self, data: bytes) -> list[str]:
        """The lines of a piece, each decoded on its own where UTF-8 fails."""
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        # Files put one behind the other have a mark at each one's first line.
        data = data.replace(b"\n" + codecs.BOM_UTF8, b"\n")
        data = data.removeprefix(codecs.BOM_UTF8)
        if self.encoding == TWICE:
            return read_as(data, TWICE).split("\n")
        try:
            return data.decode().split("\n")
        except UnicodeDecodeError:
            return [self._decoded_line(line) for line in data.split(b"\n")]

    def _decoded_line(self, line: bytes) -> str:
        try:
            return line.decode()
        except UnicodeDecodeError:
            return read_as(line, self.encoding if self._by_line else "cp1252")


_BINARY = re.compile("[\x00-\x08\x0e-\x1a]")


def is_binary(head: str) -> bool:
    """Whether a text holds more control characters than a text file does."""
    return len(_BINARY.findall(head[:4096])) > 8
