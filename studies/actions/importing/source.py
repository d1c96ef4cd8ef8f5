"""An imported file's bytes: cut into pieces on the way in, a stream on the way out."""

import hashlib
import io
from collections.abc import Iterator
from typing import BinaryIO

from studies.models import ImportBatch, ImportPiece


def digest_of(stream: BinaryIO) -> tuple[int, str]:
    """A stream's size in bytes and its SHA-256."""
    digest = hashlib.sha256()
    for data in pieces_of(stream):
        digest.update(data)
    return stream.tell(), digest.hexdigest()


def pieces_of(stream: BinaryIO) -> Iterator[bytes]:
    """A stream from its start, piece by piece."""
    stream.seek(0)
    while data := stream.read(ImportPiece.SIZE):
        yield data


def keep(batch: ImportBatch, stream: BinaryIO) -> None:
    """Store a file's bytes; only inside an action."""
    for number, data in enumerate(pieces_of(stream)):
        ImportPiece.objects.create(batch=batch, number=number, data=data)


def kept_pieces(batch: ImportBatch) -> Iterator[bytes]:
    """The file's bytes as they came, one piece in memory at a time."""
    stream = KeptFile(batch)
    while data := stream.read(ImportPiece.SIZE):
        yield data


class KeptFile(io.RawIOBase):
    """A stored file as a stream that can seek; it holds one piece."""

    def __init__(self, batch: ImportBatch) -> None:
        self._pieces = batch.pieces.order_by()
        self._size = batch.size
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}
        self._at = max(0, start[whence] + offset)
        return self._at

    def readinto(self, buffer: memoryview) -> int:
        number, start = divmod(self._at, ImportPiece.SIZE)
        data = self._piece(number)[start : start + len(buffer)]
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def _piece(self, number: int) -> bytes:
        if number * ImportPiece.SIZE >= self._size:
            return b""
        if self._held[0] != number:
            data = self._pieces.values_list("data", flat=True).get(number=number)
            self._held = (number, bytes(data))
        return self._held[1]


def opened(batch: ImportBatch) -> BinaryIO:
    """The stored file, to read from its start as often as needed."""
    return io.BufferedReader(KeptFile(batch), ImportPiece.SIZE)
