"""Noting what a piece of work writes, and taking it back.

The database notes each row as it is written, by its ``recorder`` trigger: what is
written in bulk, by COPY or by SQL is noted like a form that was saved.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction

from core.errors import Refused
from core.history import last_changes
from core.models import RecordedRow, Recording
from core.nouns import model_of
from core.referring import Row, referring_to, row_of

_NEVER_PUT_BACK = frozenset({"id", "revision", "created_at"})
_SHOWN = 80  # characters of a row's words in a sentence

_running: ContextVar[bool] = ContextVar("recording", default=False)


@contextmanager
def recording() -> Iterator[Recording | None]:
    """Note every row that is written meanwhile. Only inside an action.

    One that begins while another runs is part of that one: None is given.
    """
    if _running.get():
        yield None
        return
    with transaction.atomic():  # what fails takes the setting back as well
        begun = Recording.objects.create()
        token = _running.set(True)
        try:
            _note_in(str(begun.pk))
            yield begun
            _note_in("")
        finally:
            _running.reset(token)


def _note_in(recording: str) -> None:
    """Tell the database where to note what is written until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('footing.recording', %s, true)", [recording])


def take_back(recording: Recording, by: Any) -> None:
    """Put every row back as it stood before a recording. Only inside an action.

    Raises Refused, naming who did what, where a row was changed since, or where one
    that the recording did not write refers to one that it made.
    """
    rows = list(recording.rows.order_by("-pk"))
    _refuse_if_changed(rows, by)
    _refuse_if_referred_to(rows, by)
    for row in rows:  # what was written first comes last
        if row.before is None:
            _remove(row)
        elif row.revision is None:
            _insert_again(row)
        else:
            _put_back(row)
    for row in rows:
        if row.before is not None:
            _stand_again(row)


# --- what stands in the way ---


def _refuse_if_changed(rows: list[RecordedRow], by: Any) -> None:
    """Refuse where a row is not as the recording left it; locks those that are."""
    for label in sorted({row.model for row in rows}):
        left = {row.row_id: row.revision for row in rows if row.model == label}
        now = model_of(label)._base_manager.filter(pk__any_of=left)
        standing = dict(
            now.order_by("pk").select_for_update().values_list("pk", "revision")
        )
        for id, revision in left.items():
            if standing.get(id) != revision:
                raise Refused(_since((label, id), by))


def _refuse_if_referred_to(rows: list[RecordedRow], by: Any) -> None:
    """Refuse where a row that the recording did not write names one that it made."""
    written = {(row.model, row.row_id) for row in rows}
    for label in sorted({row.model for row in rows}):
        made = [
            row.row_id
            for row in rows
            if row.model == label and row.before is None and row.revision is not None
        ]
        for row in referring_to(model_of(label), made, apart=written):
            raise Refused(_since(row_of(row), by))


def _since(row: Row, by: Any) -> str:
    """Who wrote a row last, as the sentence of a refusal."""
    label, id = row
    model = model_of(label)
    name = model._meta.verbose_name
    last = last_changes(label, [id]).get(id)
    if last is None:
        return f"A {name} builds on this step; it cannot be undone any more."
    standing = model._base_manager.filter(pk=id).first()
    words = f" “{str(standing)[:_SHOWN]}”" if standing else ""
    what = f"{last.did}, {last.at:%Y-%m-%d %H:%M}, {name}{words}"
    if last.by == by.pk:
        return f"You built on this step since ({what}). Undo that first."
    return f"{last.who or 'Somebody'} built on this step since ({what}). It stays."


# --- putting back ---


def _remove(row: RecordedRow) -> None:
    """Remove what the recording made, as it stands; it may have gone within it.

    Nothing asks what refers to the row: that was looked at, and the database looks
    once more when the transaction ends.
    """
    made = model_of(row.model)._base_manager.filter(pk=row.row_id)
    made._raw_delete(made.db)


def _put_back(row: RecordedRow) -> None:
    table, columns = _table_of(row)
    kept = [name for name in columns if name not in _NEVER_PUT_BACK]
    _execute(
        f"UPDATE {table} SET ({_names(kept)}) = ROW({_names(kept, 'b.')}) "  # noqa: S608
        f"FROM jsonb_populate_record(NULL::{table}, %s) b WHERE {table}.id = b.id",
        row,
    )


def _insert_again(row: RecordedRow) -> None:
    """A removed row, under its own id; coming again counts as one more change."""
    table, columns = _table_of(row)
    values = _names(columns, "b.").replace('b."revision"', 'b."revision" + 1')
    _execute(
        f"INSERT INTO {table} ({_names(columns)}) "  # noqa: S608
        f"SELECT {values} FROM jsonb_populate_record(NULL::{table}, %s) b",
        row,
    )


def _table_of(row: RecordedRow) -> tuple[str, list[str]]:
    """A row's table, and those of its columns that the database does not work out."""
    meta = model_of(row.model)._meta
    columns = [field.column for field in meta.local_fields if not field.generated]
    return meta.db_table, columns


def _names(columns: list[str], of: str = "") -> str:
    return ", ".join(f"{of}{connection.ops.quote_name(name)}" for name in columns)


def _execute(sql: str, row: RecordedRow) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [json.dumps(row.before)])


def _stand_again(row: RecordedRow) -> None:
    """What an earlier recording left stands again as it left it: it may go next."""
    now = model_of(row.model)._base_manager.filter(pk=row.row_id)
    RecordedRow.objects.filter(
        model=row.model, row_id=row.row_id, revision=row.before["revision"]
    ).exclude(recording=row.recording_id).update(
        revision=now.values_list("revision", flat=True).get()
    )
