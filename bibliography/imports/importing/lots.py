"""The records of an imported file, some at a time; of a long file within bounds.

They are read in a process of its own, which is stopped where a lot takes too much;
what comes before the record that does is read again, one by one, so that none of it is
lost.
"""

import logging
import math
import time
from collections.abc import Generator, Iterator, Mapping
from typing import Any, NamedTuple

from django.conf import settings

from bibliography.formats import FormatError, Reading, read
from bibliography.imports.importing.pace import few_collections
from bibliography.imports.importing.writing import Read
from bibliography.records import Problem, Record
from core.errors import Refused
from core.isolation import SEND_LESS, in_pieces
from core.jobs import CHUNK

BEYOND = "Something in the file is beyond its reader; it has been logged."
logger = logging.getLogger(__name__)


class Lot(NamedTuple):
    """Some records with their places, and how much of the file is read, 0 to 1."""

    records: list[Read]
    progress: float

    @property
    def last(self) -> int:
        """The place of its last record; 0 where it has none."""
        return self.records[-1][0] if self.records else 0


def lots_of(
    path: str, size: int, said: Mapping[str, Any], behind: int
) -> Generator[Lot]:
    """The records behind a place in the file at a path, at most CHUNK at a time.

    ``size`` is the file's in bytes, ``said`` as ``formats.read`` takes it. Raises
    FormatError where the file breaks off, and Refused where reading goes on too long,
    each behind all that could be read before.
    """
    if size <= settings.HEAVY_FROM_BYTES:
        yield from read_lots(path, said, behind, CHUNK)
        return
    done = behind
    try:
        for lot in in_pieces(read_lots, path, said, done, CHUNK):
            yield lot
            done = lot.last or done
        return
    except Refused:
        pass
    try:
        for lot in in_pieces(read_lots, path, said, done, 1, settings.HEAVY_SECONDS):
            yield lot
            done = lot.last or done
    except Refused as refusal:
        where = f"The file was read to the end of record {done:,} and no further."
        raise Refused(f"{where} {refusal.sentence}") from None


def read_lots(
    path: str,
    said: Mapping[str, Any],
    behind: int,
    most: int,
    seconds: float = math.inf,
) -> Iterator[Lot]:
    """The records behind a place, ``most`` at a time; empty lots for those before it.

    Raises Refused where CHUNK of them take more than some seconds of computing.
    """
    with open(path, "rb") as stream, few_collections():
        reading = read(stream, **said)
        records: list[Read] = []
        began = time.process_time()
        try:
            for number, each in enumerate(_read(reading), 1):
                if number > behind:
                    records.append((number, each))
                if len(records) == most or number % CHUNK == 0:
                    yield Lot(records, reading.progress)
                    records = []
                if number % CHUNK == 0:
                    began = time.process_time()
                if time.process_time() - began > seconds:
                    raise Refused(
                        f"The next took more than {seconds} seconds, {SEND_LESS}"
                    )
        except FormatError:
            if records:
                yield Lot(records, reading.progress)
            raise
        if records:
            yield Lot(records, reading.progress)


def _read(reading: Reading) -> Iterator[Record | Problem]:
    """The records of a file; what goes wrong in reading it is a FormatError."""
    try:
        yield from reading.records
    except FormatError:
        raise
    except Exception as error:
        logger.exception("reading %s failed", reading.format.name)
        raise FormatError(BEYOND) from error
