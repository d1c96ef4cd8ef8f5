"""Taking in the Retraction Watch table: notices on references that are kept here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.lookups.retraction_watch import NAME, read_retraction_watch
from bibliography.models import Identifier, NoticeSource, Reference
from bibliography.notices.actions import note_found, same_notice, whole_day
from bibliography.records import NoticeFound, Problem
from core.actions import action
from core.errors import Refused
from core.jobs import CHUNK


@dataclass(slots=True)
class Watched:
    """What became of the table's rows: ``read`` is all, the unusable ones too.

    ``ours`` are about references kept here; ``known`` of them the table told before.
    """

    read: int = 0
    ours: int = 0
    known: int = 0
    unusable: int = 0


def import_retraction_watch(
    *,
    file: BinaryIO,
    by: User,
    seen_at: datetime,
    unusable: Callable[[Problem], None] | None = None,
) -> Watched:
    """Note what the table tells of references kept here; rows on others pass by.

    ``unusable`` is given each row that tells of nothing that could be matched, as the
    table is read. Raises Refused where the file is another table. What was noted
    before is not noted twice.
    """
    require(by, Permission.EDIT_STUDIES)
    watched = Watched()
    try:
        rows = read_retraction_watch(file)
        while batch := list(islice(rows, CHUNK)):
            problems = [row for row in batch if isinstance(row, Problem)]
            found = [row for row in batch if isinstance(row, NoticeFound)]
            for problem in problems if unusable else ():
                unusable(problem)
            ours, known = note_batch(found=found, by=by, seen_at=seen_at)
            watched.read += len(batch)
            watched.unusable += len(problems)
            watched.ours += ours
            watched.known += known
    except ValueError as problem:
        raise Refused(str(problem)) from problem
    return watched


@action
def note_batch(
    *, found: list[NoticeFound], by: User, seen_at: datetime, reason: str = ""
) -> tuple[int, int]:
    """Note those of some notices that name a reference kept here.

    How many do, and of how many the table told before.
    """
    require(by, Permission.EDIT_STUDIES)
    count = known = 0
    for notice, reference in _matched(found):
        known += _is_known(reference, notice)
        note_found(reference=reference, found=notice, seen_at=seen_at, by=by)
        count += 1
    return count, known


def _is_known(reference: Reference, found: NoticeFound) -> bool:
    """Whether the table told of this notice before."""
    standing = same_notice(
        reference,
        str(found.kind),
        whole_day(found.dated),
        found.notice_doi or "",
        found.notice_pmid or "",
    )
    return NoticeSource.objects.filter(notice=standing, source=NAME).exists()


def _matched(found: list[NoticeFound]) -> Iterator[tuple[NoticeFound, Reference]]:
    """Each notice with the reference it is about: by what it names as the original.

    The notice's own numbers are not looked at. One query for the whole batch.
    """
    wanted = Q(scheme="doi", value__in=[n.of_doi for n in found if n.of_doi]) | Q(
        scheme="pmid", value__in=[n.of_pmid for n in found if n.of_pmid]
    )
    rows = Identifier.objects.filter(
        wanted,
        accepted=True,
        reference__withdrawn_at=None,
        reference__merged_into=None,
    ).select_related("reference")
    known = {(row.scheme, row.value): row.reference for row in rows}
    for notice in found:
        reference = known.get(("doi", notice.of_doi)) or known.get(
            ("pmid", notice.of_pmid)
        )
        if reference is not None:
            yield notice, reference
