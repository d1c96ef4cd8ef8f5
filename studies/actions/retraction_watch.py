"""Taking in the Retraction Watch table: notices on references that are kept here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action
from core.errors import Refused
from studies.actions.notices import note_found
from studies.lookups.notices import read_retraction_watch
from studies.models import Identifier, Reference
from studies.records import NoticeFound

AT_ONCE = 1000  # rows of the table in one action


@dataclass(slots=True)
class Watched:
    """How much of the table was read, and how many of its notices are about ours."""

    read: int = 0
    noted: int = 0


def import_retraction_watch(*, file: BinaryIO, by: User, seen_at: datetime) -> Watched:
    """Note what the table tells of references kept here; rows on others pass by.

    Raises Refused where the file is another table. What was noted before is not noted
    twice.
    """
    require(by, Permission.EDIT_STUDIES)
    watched = Watched()
    try:
        rows = read_retraction_watch(file)
        while batch := list(islice(rows, AT_ONCE)):
            watched.read += len(batch)
            watched.noted += note_batch(found=batch, by=by, seen_at=seen_at)
    except ValueError as problem:
        raise Refused(str(problem)) from problem
    return watched


@action
def note_batch(
    *, found: list[NoticeFound], by: User, seen_at: datetime, reason: str = ""
) -> int:
    """Note those of some notices that name a reference kept here; how many."""
    require(by, Permission.EDIT_STUDIES)
    count = 0
    for notice, reference in _matched(found):
        note_found(reference=reference, found=notice, seen_at=seen_at, by=by)
        count += 1
    return count


def _matched(found: list[NoticeFound]) -> Iterator[tuple[NoticeFound, Reference]]:
    """Each notice with the reference it is about: by what it names as the original.

    The notice's own numbers are not looked at. Two queries for the whole batch.
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
