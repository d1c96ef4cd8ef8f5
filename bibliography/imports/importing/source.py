"""An imported file's bytes: cut into pieces on the way in, a stream on the way out."""

import hashlib
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from bibliography.models import ImportBatch, ImportPiece


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
    """Store a file's bytes; only inside an action.

    They are packed here, since the database would take three times as long to do it.
    """
    for number, data in enumerate(pieces_of(stream)):
        packed = zlib.compress(data, level=1)
        ImportPiece.objects.create(batch=batch, number=number, data=packed)


def kept_pieces(batch: ImportBatch) -> Iterator[bytes]:
    """The file's bytes as they came, one piece in memory at a time."""
    rows = batch.pieces.order_by("number").values_list("data", flat=True)
    for number in range(batch.pieces.count()):
        yield zlib.decompress(rows.get(number=number))


def as_said(batch: ImportBatch) -> dict[str, Any]:
    """How an import's file is to be read, as ``formats.read`` takes it."""
    return {
        "format": batch.format or "auto",
        "filename": batch.file_name,
        "mapping": batch.options.get("mapping"),
        "encoding": batch.options.get("encoding", ""),
    }


@contextmanager
def opened(batch: ImportBatch) -> Iterator[BinaryIO]:
    """The stored file as a stream on disk, to read as often as needed.

    By its name another process reads it.
    """
    with tempfile.NamedTemporaryFile() as file:
        for data in kept_pieces(batch):
            file.write(data)
        file.flush()
        yield file
