"""The job that takes an import back: what nothing stands on goes, the rest stays."""

from collections import defaultdict
from typing import Any

from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.imports.importing.batches import counted, counts_of, wait_for_imports
from bibliography.imports.importing.emptying import (
    empty,
    filled_alone,
    filled_identifiers,
)
from bibliography.models import (
    Identifier,
    ImportBatch,
    ImportRecord,
    Notice,
    NoticeSource,
    Reference,
)
from core.actions import action, save
from core.errors import Refused
from core.jobs import CHUNK, JobRun
from core.referring import referred_to

State, Became = ImportBatch.State, ImportRecord.Became


def run(job_run: JobRun) -> dict[str, Any]:
    """Undo ``{"import": id}``; a second run goes on with what is left."""
    batch = ImportBatch.objects.get(pk=job_run.arguments["import"])
    if batch.state not in (State.DONE, State.RUNNING):
        raise Refused(f"Import {batch.pk} is {batch.get_state_display()}.")
    done, total = 0, batch.records.filter(became=Became.CREATED).count()
    while count := take_back(batch=batch, by=job_run.by, reason=f"Undo of {batch.pk}"):
        done += count
        job_run.progress(done, total)
    emptied = kept = 0
    while step := take_out(batch=batch, by=job_run.by, reason=f"Undo of {batch.pk}"):
        emptied, kept = emptied + step[0], kept + step[1]
        job_run.progress(done, total)
    counts = finish(batch=batch, by=job_run.by)
    return {
        "counts": counts,
        "says": [
            f"{counts['removed']} removed, {counts['kept']} kept.",
            *_in_words(emptied, kept),
        ],
        "address": f"/imports/{batch.pk}/",
    }


@action
def take_back(*, batch: ImportBatch, by: User, reason: str) -> int:
    """Undo some of the records that made a reference; how many."""
    require(by, Permission.IMPORT_REFERENCES)
    wait_for_imports()
    records = list(
        batch.records.filter(became=Became.CREATED)
        .order_by("number")
        .only("batch", "reference", "made")[:CHUNK]
    )
    ids = [record.reference_id for record in records]
    # Nobody may begin to build on a row between the look and the removal.
    rows = Reference.objects.filter(pk__any_of=ids)
    rows = rows.order_by("pk").select_for_update()
    _forget_notices(batch, ids)
    kept = stands_under(batch, list(rows.values("pk", "revision")), records)
    _keep(records, kept)
    remove([id for id in ids if id not in kept])
    return len(records)


@action
def take_out(*, batch: ImportBatch, by: User, reason: str) -> tuple[int, int] | None:
    """Take out again what some matched records filled in, where it still reads so.

    How many records, and of how many something stays; None where there are no more.
    """
    require(by, Permission.IMPORT_REFERENCES)
    wait_for_imports()
    rows = batch.records.filled().order_by("number")
    records = list(rows.select_for_update(of=("self",))[:CHUNK])
    return (len(records), len(empty(records, by))) if records else None


def _forget_notices(batch: ImportBatch, ids: list[int]) -> None:
    """Take back what the file told of notices, and those that nobody else tells of."""
    told = NoticeSource.objects.filter(
        notice__reference__any_of=ids, address=f"/imports/{batch.pk}/"
    )
    notices = list(told.values_list("notice", flat=True))
    told = NoticeSource.objects.filter(pk__in=list(told.values_list("pk", flat=True)))
    told._raw_delete(told.db)
    alone = Notice.objects.filter(pk__in=notices, sources=None)
    rows = Notice.objects.filter(pk__in=list(alone.values_list("pk", flat=True)))
    rows._raw_delete(rows.db)


def _in_words(emptied: int, kept: int) -> list[str]:
    """What became of what was filled in; nothing where nothing was."""
    if not emptied:
        return []
    stays = f"; of {kept:,} something stays" if kept else ""
    return [f"What {counted(emptied)} had filled in was taken out again{stays}."]


@action
def finish(*, batch: ImportBatch, by: User) -> dict[str, int]:
    """Write down that it was undone; the counts by outcome."""
    batch.refresh_from_db()
    counts = counts_of(batch)
    save(
        batch,
        state=State.UNDONE,
        undone_at=timezone.now(),
        undone_by=by,
        counts=counts,
    )
    return counts


def stands_under(
    batch: ImportBatch, rows: list[dict[str, int]], records: list[ImportRecord]
) -> dict[int, str]:
    """Of the references that some records made those that stay, with the reason.

    What the same import's other records say of them is no reason.
    """
    ids = [row["pk"] for row in rows]
    why: dict[int, list[str]] = defaultdict(list)
    own = (Identifier, ImportRecord)
    for id, names in referred_to(Reference, ids, but_not_by=own).items():
        why[id] += names
    others = ImportRecord.objects.filter(reference__any_of=ids).exclude(
        Q(batch=batch) | Q(batch__state=State.UNDONE)
    )
    for id in others.values_list("reference", flat=True).distinct():
        why[id].append("another import")
    kept = {id: f"It is built on by: {', '.join(names)}." for id, names in why.items()}
    own_fillings = filled_alone(batch, ids)
    changed = {
        row["pk"]
        for row in rows
        if row["revision"] > 1 + len(own_fillings.get(row["pk"], ()))
    }
    changed |= _with_new_identifiers(ids, records, filled_identifiers(batch, ids))
    for id in changed - set(kept):
        kept[id] = "It was changed since."
    return kept


def _with_new_identifiers(
    ids: list[int], records: list[ImportRecord], filled: set[int]
) -> set[int]:
    """References whose identifiers are not just as the import made or filled them."""
    made = filled | {
        id for record in records for model, id in record.made if "identifier" in model
    }
    rows = Identifier.objects.filter(reference__any_of=ids)
    return {
        reference
        for reference, id, revision in rows.values_list("reference", "id", "revision")
        if id not in made or revision > 1
    }


def _keep(records: list[ImportRecord], kept: dict[int, str]) -> None:
    by_reason: dict[str, list[int]] = defaultdict(list)
    for record in records:
        if record.reference_id in kept:
            by_reason[kept[record.reference_id]].append(record.pk)
    for why, ids in by_reason.items():
        rows = ImportRecord.objects.filter(pk__any_of=ids)
        rows.update(became=Became.KEPT, why=why)


def remove(ids: list[int]) -> None:
    """Remove references, and say so in the records that named them.

    Straight in the database: what a removal must not break is known already, its
    foreign keys hold, and its triggers keep the history.
    """
    ImportRecord.objects.filter(reference__any_of=ids).update(
        became=Became.REMOVED, reference=None, said={}
    )
    for model, field in ((Identifier, "reference"), (Reference, "pk")):
        rows = model.objects.filter(**{f"{field}__any_of": ids})
        rows._raw_delete(rows.db)
