"""Searches of an evidence base: begun, answered, and their records brought in."""

from datetime import date
from typing import BinaryIO

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.formats import READERS
from bibliography.imports.actions import start_import
from bibliography.lookups import SearchAnswer
from bibliography.models import ImportBatch
from bibliography.services import PUBMED, SEARCHED
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.jobs import CHUNK, enqueue
from core.models import Job
from evidence.bases.items import lock_base
from evidence.models import EvidenceBase, LiteratureSearch, ScreenedRecord
from evidence.searches.queries import references_of, unseen_by
from evidence.words import ScreeningDecision, SourceKind

SEARCH_JOB = "search_literature"


@action
def run_search(
    *,
    base: EvidenceBase,
    strategy: str,
    by: User,
    since: date | None = None,
    source: str = PUBMED,
    reason: str = "",
    revision: int | None = None,
) -> LiteratureSearch:
    """Put in line that a service is searched for an open base, word for word.

    ``source`` is one of ``SEARCHED``. With ``since`` only for what the service took in
    on that day or later.
    """
    require(by, Permission.FREEZE_BASES)
    require(by, Permission.LOOK_UP_WORKS)
    _expect_open(base, revision)
    source = source or PUBMED
    if source not in SEARCHED:
        raise Refused(f"{source} is not searched from here.", field="source")
    search = LiteratureSearch(
        base=base,
        source=source,
        kind=SourceKind.DATABASE,
        strategy=strategy.strip(),
        since=since,
        by=by,
    )
    return _in_line(search, by)


@action
def bring_search(
    *,
    base: EvidenceBase,
    source: str,
    strategy: str,
    searched_on: date,
    by: User,
    data: bytes | BinaryIO | None = None,
    file_name: str = "",
    batch: ImportBatch | None = None,
    kind: str = SourceKind.DATABASE,
    records_found: int | None = None,
    reason: str = "",
    revision: int | None = None,
) -> LiteratureSearch:
    """Bring the records of a search made elsewhere, as a file or an earlier import.

    Raises Refused where neither is given, or the file is not what it says.
    """
    require(by, Permission.FREEZE_BASES)
    _expect_open(base, revision)
    if batch is None:
        if data is None:
            raise Refused("Choose the file that holds the records.", field="file")
        batch = start_import(data=data, file_name=file_name, by=by)
    if batch.state in (ImportBatch.State.REFUSED, ImportBatch.State.UNDONE):
        sentence = batch.refused_because or f"Import {batch.pk} was undone."
        raise Refused(sentence, field="file")
    search = LiteratureSearch(
        base=base,
        kind=kind,
        source=source.strip(),
        strategy=strategy.strip(),
        searched_on=searched_on,
        records_found=records_found,
        batch=batch,
        by=by,
    )
    return _in_line(search, by)


@action
def go_on(
    *,
    search: LiteratureSearch,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> LiteratureSearch:
    """Put a search in line again: where it stopped, or more of its records are known.

    What its import asked and a person has answered since comes in so.
    """
    require(by, Permission.FREEZE_BASES)
    expect_revision(search, revision)
    _expect_open(search.base)
    _expect_at_rest(search)
    return _in_line(search, by)


@action
def remove_search(
    *,
    search: LiteratureSearch,
    by: User,
    reason: str,
    revision: int | None = None,
) -> EvidenceBase:
    """Take a search off an open base, with the records that it alone brought.

    Refused where somebody has decided on one of those; its import stays.
    """
    require(by, Permission.FREEZE_BASES)
    expect_revision(search, revision)
    _expect_open(search.base)
    _expect_at_rest(search)
    others = search.base.searches.exclude(pk=search.pk)
    for other in others.order_by("pk"):
        rows = search.screened_records.filter(reference__in=references_of(other))
        rows.update(search=other)
    own = search.screened_records
    decided = own.exclude(decision=ScreeningDecision.AWAITING).count()
    if decided:
        raise Refused(
            f"{decided:,} of the records that only this search brought are decided on; "
            "put these back first."
        )
    own.all().delete()
    base = search.base
    search.delete()
    return base


def _expect_open(base: EvidenceBase, revision: int | None = None) -> None:
    """Lock a base that still takes searches. Raises Refused where it is frozen."""
    expect_revision(base, revision)
    lock_base(base)
    if base.is_frozen:
        raise Refused(
            "This evidence base is frozen; begin its next version to search again."
        )


def _expect_at_rest(search: LiteratureSearch) -> None:
    if search.job_id and Job.objects.open().filter(pk=search.job_id).exists():
        raise Refused("This search is at work; wait until that is over.")


def _in_line(search: LiteratureSearch, by: User) -> LiteratureSearch:
    save(search)
    page = f"/claims/{search.base.claim_id}/base/searches/"
    given = {"search": search.pk, "address": page}
    job = enqueue(kind=SEARCH_JOB, arguments=given, by=by)
    return save(search, job=job)


# --- the actions of the job ---


@action
def keep_answer(
    *, search: LiteratureSearch, answer: SearchAnswer, by: User, reason: str = ""
) -> LiteratureSearch:
    """Keep what the service answered to the words of a search, and when."""
    require(by, Permission.FREEZE_BASES)
    return save(
        search,
        records_found=answer.count,
        understood_as=answer.understood_as,
        answer=answer.text,
        searched_on=answer.asked_at.date(),
    )


@action
def keep_records(
    *, search: LiteratureSearch, data: BinaryIO, by: User, reason: str = ""
) -> LiteratureSearch:
    """Keep the records that a service sent, as an import that is still to be read."""
    require(by, Permission.FREEZE_BASES)
    form = SEARCHED[search.source]
    ending = READERS[form].extension
    name = f"{search.source} {search.searched_on}, search {search.pk}{ending}"
    batch = start_import(data=data, file_name=name, by=by, format=form)
    if batch.state == ImportBatch.State.REFUSED:
        raise Refused(batch.refused_because)
    return save(search, batch=batch)


@action
def bring_in(*, search: LiteratureSearch, by: User, reason: str = "") -> int:
    """Let the next references of a search wait to be screened; how many.

    Those that the base has never seen: not in any of its searches, nor screened for
    the version it was copied from.
    """
    require(by, Permission.FREEZE_BASES)
    _expect_open(search.base)
    new = list(unseen_by(search.base, [search])[:CHUNK])
    ScreenedRecord.objects.bulk_create(
        ScreenedRecord(base=search.base, reference_id=id, search=search) for id in new
    )
    return len(new)
