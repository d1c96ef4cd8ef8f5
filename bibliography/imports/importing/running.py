"""The job that reads an imported file, a thousand records an action.

It goes on behind the last record that was stored, so a worker may die at any point.
"""

from collections import Counter
from contextlib import closing
from typing import Any

from django.db import DataError, OperationalError
from django.db.models import Max, Q

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.formats import FormatError
from bibliography.imports.importing.batches import (
    counts_of,
    expect_at_work,
    wait_for_imports,
)
from bibliography.imports.importing.lots import Lot, lots_of
from bibliography.imports.importing.pace import ahead, few_collections
from bibliography.imports.importing.source import as_said, opened
from bibliography.imports.importing.writing import DECIDED, Read, Writer
from bibliography.models import (
    Identifier,
    ImportBatch,
    ImportRecord,
    NoticeSource,
    Reference,
)
from bibliography.notices.actions import note_in_file
from bibliography.records import IN_FILE, Problem
from core.actions import action, save
from core.errors import Refused
from core.jobs import JobRun, Superseded, enqueue
from core.models import Job
from core.upkeep import catch_up

CHECK_JOB = "check_references"
MANY = 1000  # references that an import made: the tables catch up at once
TRIES = 3  # where somebody else stored the same identifier meanwhile
TOLD = ("read", "created", "matched", "asked", "rejected")
FITS = "values that a database takes"
State, Became = ImportBatch.State, ImportRecord.Became


def run(job_run: JobRun) -> dict[str, Any]:
    """Read the file of ``{"import": id}`` to its end."""
    return read_import(job_run.arguments["import"], job_run)


def read_import(id: int, job_run: JobRun) -> dict[str, Any]:
    """Read an import's file to its end, or go on behind the last record stored.

    The job is the import's from now on. Raises Refused where the file cannot be read,
    and where its reader takes too much: then a new job goes on from there.
    """
    batch = take(id=id, job=job_run.job, by=job_run.by)
    try:
        with opened(batch) as file, few_collections():
            done = _read_on(batch, file.name, job_run)
    except FormatError as error:
        done = _broke_off(batch, str(error), job_run)
    counts = finish(batch=batch, by=job_run.by)
    if counts["created"] >= MANY:
        catch_up(Reference, Identifier)
    return {
        "counts": counts,
        "records": done,
        "says": [", ".join(f"{counts[name]} {name}" for name in TOLD) + "."],
        "address": f"/imports/{batch.pk}/",
    }


def _read_on(batch: ImportBatch, path: str, job_run: JobRun) -> int:
    """Store what comes behind the last stored record; how many records there are."""
    done = last_number(batch)
    counts = Counter(counts_of(batch))
    read = lots_of(path, batch.size, as_said(batch), done)
    with closing(read), closing(ahead(read)) as lots:
        for lot in lots:
            if lot.records:
                counts.update(_stored(batch, lot.records, job_run.by))
                done = lot.last
            total = _total(batch, lot, done)
            job_run.progress(done, total, counts=dict(counts))
    job_run.progress(done, done, counts=dict(counts))
    return done


def _total(batch: ImportBatch, lot: Lot, done: int) -> int:
    """How many records there are: as counted, else as far as the bytes read tell."""
    counted = batch.preview.get("records")
    if counted is not None:
        return max(counted, done)
    return max(done, round(done / max(lot.progress, 0.01)))


def _stored(batch: ImportBatch, chunk: list[Read], by: User) -> Counter[str]:
    """Store a chunk; of one that the database cannot store, each record it can.

    Where another writer came first, all is decided anew.
    """
    for attempt in range(1, TRIES + 1):
        try:
            return store(batch=batch, chunk=chunk, by=by, reason=_reason(batch))
        except Refused:
            if attempt == TRIES or last_number(batch) >= chunk[0][0]:
                raise
        except (DataError, OperationalError) as error:
            if not _is_of_values(error):
                raise
            return _stored_apart(batch, chunk, by, error)
    raise AssertionError("not reached")


def _is_of_values(error: Exception) -> bool:
    """Whether values are at fault (too long, too large), not the connection."""
    code = getattr(error.__cause__, "pgcode", None) or ""
    return isinstance(error, DataError) or code.startswith("54")


def _stored_apart(
    batch: ImportBatch, chunk: list[Read], by: User, error: Exception
) -> Counter[str]:
    """Store the halves of a chunk; a single record is kept raw with the reason."""
    if len(chunk) > 1:
        half = len(chunk) // 2
        return _stored(batch, chunk[:half], by) + _stored(batch, chunk[half:], by)
    number, read = chunk[0]
    sentence = str(error).splitlines()[0]
    what = f"it cannot be stored ({sentence})"
    problem = Problem(number, read.line, what, FITS, read.raw)
    if isinstance(read, Problem):
        raise error
    return _stored(batch, [(number, problem)], by)


def _broke_off(batch: ImportBatch, sentence: str, job_run: JobRun) -> int:
    """Refuse a file that cannot be read, or keep that its rest cannot be."""
    last = last_number(batch)
    if last == 0:
        refuse(batch=batch, sentence=sentence, by=job_run.by)
        raise Refused(sentence)
    rest = Problem(last + 1, 0, "the rest of the file cannot be read", sentence, "")
    _stored(batch, [(last + 1, rest)], job_run.by)
    return last + 1


def _reason(batch: ImportBatch) -> str:
    return f"Import {batch.pk}: {batch.file_name}"


def last_number(batch: ImportBatch) -> int:
    """The place of the last record that was stored; 0 before the first."""
    return batch.records.aggregate(last=Max("number"))["last"] or 0


# --- the actions of the job ---


@action
def take(*, id: int, job: Job, by: User) -> ImportBatch:
    """Begin, or go on with, an import. Raises Refused where it is over."""
    require(by, Permission.IMPORT_REFERENCES)
    batch = ImportBatch.objects.select_for_update().get(pk=id)
    if batch.state not in (State.WAITING, State.RUNNING):
        raise Refused(f"Import {id} is {batch.get_state_display()} already.")
    if batch.state != State.RUNNING or batch.job_id != job.pk:
        save(batch, state=State.RUNNING, job=job)
    return batch


@action
def store(
    *, batch: ImportBatch, chunk: list[Read], by: User, reason: str
) -> Counter[str]:
    """Store some records in one go; nothing of it where any of it is refused.

    Raises Superseded where another worker stored them already.
    """
    wait_for_imports()
    expect_at_work(batch, batch.job)
    if last_number(batch) != chunk[0][0] - 1:
        raise Superseded
    writer = Writer(batch.pk, chunk, decided_before(batch, chunk))
    counts = writer.write()
    for reference, found in writer.notices:
        note_in_file(
            reference=Reference.objects.get(pk=reference),
            found=found,
            address=f"/imports/{batch.pk}/",
            seen_at=batch.created_at,
            by=by,
        )
    return counts


def decided_before(batch: ImportBatch, chunk: list[Read]) -> dict[int, int | None]:
    """What people said of these records in the last import of the same bytes.

    By place in the file the reference a record was joined to; None where it was left
    out. Bytes that were read as something else had other records at their places.
    """
    same = ImportBatch.objects.filter(
        sha256=batch.sha256, format=batch.format, options=batch.options
    )
    earlier = same.filter(state=State.DONE).exclude(pk=batch.pk).order_by("-pk").first()
    if earlier is None:
        return {}
    joined = Q(became=Became.MATCHED, reference__isnull=False)
    decided = Q(decided_by__isnull=False) | Q(why=DECIDED)
    said = earlier.records.filter(
        joined | Q(became=Became.LEFT),
        decided,
        number__range=(chunk[0][0], chunk[-1][0]),
    )
    return dict(said.values_list("number", "reference"))


@action
def finish(*, batch: ImportBatch, by: User) -> dict[str, int]:
    """Write down that the file was read to its end; the counts by outcome."""
    counts = counts_of(batch)
    save(batch, state=State.DONE, counts=counts)
    _ask_about_notices(batch, by)
    return counts


def _ask_about_notices(batch: ImportBatch, by: User) -> None:
    """Ask the services at once about what the file alone says of notices."""
    told = NoticeSource.objects.filter(
        source=IN_FILE, address=f"/imports/{batch.pk}/", notice__withdrawn_at=None
    )
    ids = told.values_list("notice__reference", flat=True)
    for reference in Reference.objects.current().checkable().filter(pk__in=ids):
        enqueue(kind=CHECK_JOB, arguments={"reference": reference.pk}, by=by)


@action
def refuse(*, batch: ImportBatch, sentence: str, by: User) -> ImportBatch:
    """Write down that the file is not what it says."""
    return save(batch, state=State.REFUSED, refused_because=sentence)
