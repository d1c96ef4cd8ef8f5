"""Imports of reference files: begun, and undone."""

import io
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import PurePath
from typing import Any, BinaryIO

from django.conf import settings

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.formats import READERS, FormatError
from bibliography.formats.beginning import beginning_of
from bibliography.formats.rows import heads_of
from bibliography.formats.source import Source
from bibliography.imports.importing.preview import READ, preview_of
from bibliography.imports.importing.source import (
    as_said,
    digest_of,
    keep,
    opened,
    pieces_of,
)
from bibliography.models import ImportBatch, ImportDecision
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.isolation import within_bounds
from core.jobs import enqueue, run_now
from core.limits import Limit, account, use
from core.models import Job
from texts.encodings import is_encoding

State = ImportBatch.State
READ_JOB, UNDO_JOB = "import_references", "undo_import"
FILL_JOB = "fill_import"
IMPORTS = Limit("imports", "files", 60, timedelta(hours=1))
ANSWER_JOB, REOPEN_JOB = "answer_import", "reopen_answers"


@action
def start_import(
    *,
    data: bytes | BinaryIO,
    file_name: str,
    by: User,
    format: str = "auto",
    options: Mapping[str, Any] | None = None,
    at_once: bool = False,
    reason: str = "",
) -> ImportBatch:
    """Keep a file's bytes and tell what it is: format, encoding, count, first records.

    ``data`` is bytes or a binary stream that can seek; ``options`` may hold a table's
    ``mapping`` ({field: column}) and the ``encoding``. Nothing is imported before
    ``begin_import``, unless it is asked for ``at_once`` and nothing has to be said
    first, as the encoding where it can only be guessed. A file that is not
    what it says comes back in the state refused, with the sentence.
    Raises Refused where it is empty or too large.
    """
    require(by, Permission.IMPORT_REFERENCES)
    if not by.is_system:
        use(IMPORTS, account(by))
    stream = io.BytesIO(data) if isinstance(data, bytes) else data
    size, sha256 = digest_of(stream)
    _expect_size(size, file_name)
    batch = ImportBatch(
        file_name=PurePath(file_name or "pasted text").name[-255:],
        size=size,
        sha256=sha256,
        options=dict(options or {}),
        format="" if format == "auto" else format[:20],
        by=by,
    )
    save(batch, **_looked_at(stream, batch))
    keep(batch, stream)
    if at_once and batch.state == State.WAITING and not asks_encoding(batch):
        begin_import(batch=batch, by=by)
    return batch


@action
def read_as(
    *, batch: ImportBatch, format: str, by: User, reason: str = ""
) -> ImportBatch:
    """Look at a refused file again as one of a format, as an import of its own.

    The bytes are those that were kept. Of a table whose heads are not known the first
    column is taken for the title, until a person maps it. Raises Refused where the
    file was not refused, or there is no such format.
    """
    require_hand_on(batch, by)
    batch = _locked(batch, State.REFUSED)
    if format not in READERS:
        raise Refused("Say which format the file has.")
    with opened(batch) as stream:
        heads = heads_of(Source(stream).head()) if format == "csv" else []
        options = {"mapping": {"title": heads[0]}} if heads and heads[0] else {}
        name = batch.file_name
        return start_import(
            data=stream, file_name=name, by=by, format=format, options=options
        )


@action
def set_mapping(
    *,
    batch: ImportBatch,
    mapping: Mapping[str, str],
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> ImportBatch:
    """Say which column of a table holds which field, before it is imported."""
    require_hand_on(batch, by)
    expect_revision(batch, revision)
    batch = _locked(batch, State.WAITING)
    if batch.job_id or batch.format != "csv":
        raise Refused("Columns are mapped for tables, before they are imported.")
    columns = batch.preview.get("columns", [])
    unknown = [column for column in mapping.values() if column not in columns]
    if unknown:
        raise Refused(f"The table has no column “{unknown[0]}”.")
    batch.options = {**batch.options, "mapping": dict(mapping)}
    with opened(batch) as stream:
        return save(batch, options=batch.options, **_looked_at(stream, batch))


@action
def set_encoding(
    *,
    batch: ImportBatch,
    encoding: str,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> ImportBatch:
    """Say which encoding a file is in, before it is imported.

    Raises Refused where there is no such encoding.
    """
    require_hand_on(batch, by)
    expect_revision(batch, revision)
    batch = _locked(batch, State.WAITING)
    if batch.job_id or not is_encoding(encoding):
        raise Refused("Say which encoding the file is in, before it is imported.")
    batch.options = {**batch.options, "encoding": encoding}
    with opened(batch) as stream:
        return save(batch, options=batch.options, **_looked_at(stream, batch))


def asks_encoding(batch: ImportBatch) -> bool:
    """Whether somebody has to say which encoding a file is in."""
    return bool(batch.preview.get("encodings"))


@action
def begin_import(
    *, batch: ImportBatch, by: User, reason: str = "", revision: int | None = None
) -> Job:
    """Put the reading of a file in line, or again where it failed.

    Raises Refused where the file's encoding has to be said first.
    """
    require_hand_on(batch, by)
    expect_revision(batch, revision)
    batch = _locked(batch, State.WAITING, State.RUNNING)
    if asks_encoding(batch):
        raise Refused("Say first which encoding the file is in.")
    return _in_line(batch, READ_JOB, by)


@action
def undo_import(*, batch: ImportBatch, by: User, reason: str = "") -> Job:
    """Put in line that an import is undone.

    Every reference it made and nothing stands on goes, and so does what its records
    filled in elsewhere where it still reads so; what stays is listed.
    """
    require_hand_on(batch, by)
    batch = _locked(batch, State.DONE, State.RUNNING)
    return _in_line(batch, UNDO_JOB, by)


@action
def fill_import(*, batch: ImportBatch, by: User, reason: str = "") -> Job:
    """Put in line that all matched records fill in what their references lack.

    Nothing that a reference says is changed. Raises Refused where none offers any.
    """
    require(by, Permission.EDIT_STUDIES)
    batch = _locked(batch, State.DONE)
    if not batch.records.offering().exists():
        raise Refused("No matched record says anything that is missing.")
    return _in_line(batch, FILL_JOB, by)


@action
def answer_import(
    *, batch: ImportBatch, answer: str, by: User, why: str = "", reason: str = ""
) -> Job:
    """Put in line that all records asked for one reason (or any) get one answer.

    ``answer`` is same (as the only reference it may be), new or left. Raises Refused
    where it is none of them, or no record asks so.
    """
    require_hand_on(batch, by)
    batch = _locked(batch, State.DONE)
    if answer not in ImportDecision.ANSWERS:
        raise Refused("Say what the records are: the same, new works, or left out.")
    if not batch.records.asking(why).exists():
        raise Refused("No record of this import asks so any more.")
    return _in_line(batch, ANSWER_JOB, by, answer=str(answer), why=why)


@action
def reopen_answers(*, batch: ImportBatch, job: Job, by: User, reason: str = "") -> Job:
    """Put in line that all records are asked again that one job answered."""
    require_hand_on(batch, by)
    batch = _locked(batch, State.DONE)
    if not batch.records.answered_by(job.pk).exists():
        raise Refused("None of these answers stands any more.")
    return _in_line(batch, REOPEN_JOB, by, job=job.pk)


def import_now(*, batch: ImportBatch, by: User) -> ImportBatch:
    """Read a file in the foreground, for a command. Raises Refused where it fails."""
    run_now(kind=READ_JOB, arguments={"import": batch.pk}, by=by)
    batch.refresh_from_db()
    return batch


def _expect_size(size: int, file_name: str) -> None:
    limit = settings.REFERENCES_MAX_BYTES
    if not size:
        raise Refused(f"“{file_name}” is empty." if file_name else "Nothing was sent.")
    if size > limit:
        raise Refused(
            f"“{file_name}” has {size:,} bytes; at most {limit:,} can be imported at "
            "once. Split the file, or raise REFERENCES_MAX_BYTES."
        )


def _looked_at(stream: BinaryIO, batch: ImportBatch) -> dict[str, Any]:
    """What reading the beginning tells, as the batch's columns."""
    with tempfile.NamedTemporaryFile() as file:  # by its name another process reads it
        for data in pieces_of(stream):
            file.write(data)
        file.flush()
        try:
            beginning = within_bounds(
                batch.size, beginning_of, file.name, READ, **as_said(batch)
            )
        except FormatError as error:
            return {"state": State.REFUSED, "refused_because": str(error)}
    return {
        "preview": preview_of(beginning, batch.options.get("mapping")),
        "format": beginning.format,
        "encoding": beginning.encoding,
    }


def require_hand_on(batch: ImportBatch, by: User) -> None:
    """Raise NotAllowed unless a person may go on with an import: one's own, or any."""
    own = batch.by_id == by.pk
    require(by, Permission.IMPORT_REFERENCES if own else Permission.EDIT_STUDIES)


def _locked(batch: ImportBatch, *states: str) -> ImportBatch:
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.state not in states:
        raise Refused(f"Import {batch.pk} is {batch.get_state_display()}.")
    return batch


def _in_line(batch: ImportBatch, kind: str, by: User, **arguments: Any) -> Job:
    """Put a job on an import in line. Raises Refused where another is at work."""
    if batch.job_id and Job.objects.open().filter(pk=batch.job_id).exists():
        raise Refused(f"Import {batch.pk} is being worked on; wait until that is over.")
    job = enqueue(kind=kind, arguments={"import": batch.pk, **arguments}, by=by)
    save(batch, job=job)
    return job
