"""Looks for twins of what changed, by the feed."""

from collections.abc import Iterable, Iterator

from core.feed import read_feed
from core.jobs import JobRun
from core.models import Change
from evidence.twins.actions import note_twins
from evidence.twins.looking import Alike, look_alikes
from evidence.twins.words import TwinNoun

READER = "twins"
WHY = "They look alike."
WRITTEN = (Change.Operation.INSERT, Change.Operation.UPDATE)


def run(job: JobRun) -> dict[str, int]:
    """Job kind ``find_twins``: read the feed on, and look what resembles what changed.

    Idempotent; it resumes behind the last batch of changes it finished. Returns how
    many changes it read, and how many pairs were new.
    """
    noted = 0

    def handle(changes: list[Change]) -> None:
        nonlocal noted
        if found := list(alike_among(changes)):
            noted += note_twins(found=found, by=job.by, reason=WHY)

    return {"read": read_feed(READER, handle), "noted": noted}


def alike_among(changes: Iterable[Change]) -> Iterator[Alike]:
    """What looks like the rows that some changes wrote."""
    changes = list(changes)
    for noun in TwinNoun:
        ids = {
            each.row_id
            for each in changes
            if each.model == noun and each.operation in WRITTEN
        }
        if ids:
            yield from look_alikes(noun, ids)
