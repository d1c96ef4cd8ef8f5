"""The file of a backup: a ZIP archive with a manifest, sealed by a digest.

The archive's comment, and so the end of the file, is the SHA-256 of all before it:
``head -c -64 FILE | sha256sum`` gives the same. Each table is a member, as PostgreSQL's
COPY writes it; its digest and its number of rows are in the manifest.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
SEAL_LENGTH = 64
PIECE = 1 << 20


class BackupError(Exception):
    """A backup cannot be made, read or restored; the message says why."""


@dataclass(frozen=True)
class Table:
    """What the manifest says of one table."""

    columns: list[str]
    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What is in a backup, and what it takes to restore it.

    ``migrations`` are (app, name) of those that made the tables, ``sequences`` the
    number that each gives next, ``feed_position`` is behind all changes in the feed.
    """

    made_at: str
    footing: str
    postgresql: str
    migrations: list[tuple[str, str]]
    tables: dict[str, Table]
    sequences: dict[str, int]
    feed_position: int

    def to_json(self) -> str:
        """The manifest as it stands in the file."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1)

    @classmethod
    def from_json(cls, text: bytes) -> "Manifest":
        """Read a manifest; raises BackupError where this release cannot."""
        known: dict[str, Any] = json.loads(text)
        if known.pop("format") != FORMAT:
            raise BackupError(
                "The backup was made by a newer Footing: restore it there."
            )
        known["migrations"] = [(app, name) for app, name in known["migrations"]]
        known["tables"] = {
            name: Table(**table) for name, table in known["tables"].items()
        }
        return cls(**known)

    @property
    def rows(self) -> int:
        """The number of all rows."""
        return sum(table.rows for table in self.tables.values())


class Digest:
    """Passes on what is written, or read, and digests it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.sha256 = hashlib.sha256()

    def write(self, piece: bytes) -> int:
        """Write a piece."""
        self.sha256.update(piece)
        return self.stream.write(piece)

    def read(self, size: int = -1) -> bytes:
        """Read a piece."""
        piece = self.stream.read(size)
        self.sha256.update(piece)
        return piece

    def hexdigest(self) -> str:
        """The SHA-256 of all that passed."""
        return self.sha256.hexdigest()


def member(table: str) -> str:
    """The name under which a table stands in the archive."""
    return f"tables/{table}"


@contextmanager
def new_archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """An archive to be filled, which takes its place at the path once it is sealed.

    Until then it stands beside it, readable by its owner alone; nothing stays of one
    that fails.
    """
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with open(draft, "xb+", opener=_private) as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.comment = b"0" * SEAL_LENGTH
                yield archive
            stream.seek(-SEAL_LENGTH, os.SEEK_END)
            seal = _digest(stream, stream.tell())
            stream.write(seal.encode())
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_member(
    archive: zipfile.ZipFile, name: str, copy: Callable[[Digest], None]
) -> str:
    """Have a member written by ``copy``; return its SHA-256."""
    with archive.open(name, "w", force_zip64=True) as stream:
        digest = Digest(stream)
        copy(digest)
    return digest.hexdigest()


@contextmanager
def checked_archive(path: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """A backup, once all of it is known to be as it was written.

    Raises BackupError, with a sentence, where it is not.
    """
    with path.open("rb") as stream:
        length = os.fstat(stream.fileno()).st_size - SEAL_LENGTH
        if length < 0 or _digest(stream, length) != _rest(stream):
            raise BackupError(
                f"{path} is no backup, or is damaged: its content does not agree with "
                "the checksum at its end. Nothing was changed."
            )
        try:
            with zipfile.ZipFile(stream) as archive:
                manifest = Manifest.from_json(archive.read(MANIFEST))
                yield archive, manifest
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as problem:
            raise BackupError(f"{path} is no backup ({problem}).") from problem


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)


def _digest(stream: IO[bytes], length: int) -> str:
    """The SHA-256 of so many bytes from the beginning; the stream is then behind."""
    stream.seek(0)
    digest, left = hashlib.sha256(), length
    while left and (piece := stream.read(min(left, PIECE))):
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest()


def _rest(stream: IO[bytes]) -> str:
    return stream.read().decode("ascii", "replace")
