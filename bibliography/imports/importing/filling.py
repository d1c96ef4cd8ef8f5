"""Filling in what references lack and matched records say; nothing is overwritten.

Only empty columns are filled, and identifiers that no other reference has accepted.
What was filled in is kept with the step, so that the import's undo takes it out again.
"""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.imports.importing.batches import (
    counted,
    expect_at_work,
    wait_for_imports,
)
from bibliography.imports.importing.steps import step_on, through
from bibliography.models import (
    Identifier,
    ImportBatch,
    ImportDecision,
    ImportRecord,
    Reference,
)
from bibliography.records import names_document
from bibliography.references.actions import unsaid_of
from core.actions import action
from core.jobs import CHUNK, JobRun
from core.models import Job, ShortForm
from texts.titles import normalise_title

Step = ImportDecision.Step
Pair = tuple[str, str]


def run(job_run: JobRun) -> dict[str, Any]:
    """Fill in for all matched records of ``{"import": id}``, in the file's order."""
    batch = ImportBatch.objects.get(pk=job_run.arguments["import"])
    total = job_run.job.total or batch.records.offering().count()
    done, filled = through(
        job_run,
        total,
        lambda after: fill_some(
            batch=batch, after=after, by=job_run.by, job=job_run.job
        ),
        seen=itemgetter(0),
    )
    said = f"Filled in from {filled:,} of {counted(done)}; nothing was overwritten."
    return {"says": [said], "address": f"/imports/{batch.pk}/"}


@action
def fill_some(
    *, batch: ImportBatch, after: int, by: User, job: Job | None, reason: str = ""
) -> tuple[int, int, int] | None:
    """Fill in for the next records behind a place in the file.

    The last one's place, how many there were, and how many had something that was
    still missing; None where there are no more.
    """
    require(by, Permission.EDIT_STUDIES)
    wait_for_imports()
    expect_at_work(batch, job)
    rows = batch.records.offering().filter(number__gt=after).order_by("number")
    records = list(rows.select_for_update(of=("self",))[:CHUNK])
    if not records:
        return None
    return records[-1].number, len(records), fill(records, by, job)


def fill(records: Sequence[ImportRecord], by: User, job: Job | None = None) -> int:
    """Fill in what some records offer; how many had something still missing.

    Only inside an action that holds the records. Their references must stand.
    """
    filling = _Filling(records)
    decisions = []
    for record in records:
        columns = filling.columns(record)
        named = filling.identifiers(record)
        if columns or named:
            decisions.append(step_on(record, Step.FILLED, by, job))
            decisions[-1].filled = {"columns": columns, "identifiers": named}
    filling.store(decisions)
    ImportDecision.objects.bulk_create(decisions)
    ImportRecord.objects.filter(pk__any_of=[r.pk for r in records]).update(said={})
    return len(decisions)


class _Filling:
    """The references of some records, held, with what they take over."""

    def __init__(self, records: Sequence[ImportRecord]) -> None:
        ids = {record.reference_id for record in records}
        rows = Reference.objects.filter(pk__any_of=ids).order_by("pk")
        self.references = rows.select_for_update().in_bulk()
        said = {
            tuple(pair) for each in records for pair in each.said.get("identifiers", [])
        }
        held = Identifier.objects.filter(value__in=[value for _, value in said])
        self._taken: set[Pair] = set()
        self._own: set[tuple[int, str, str]] = set()
        columns = ("reference_id", "scheme", "value", "accepted")
        for reference, scheme, value, accepted in held.values_list(*columns):
            self._own.add((reference, scheme, value))
            if accepted:
                self._taken.add((scheme, value))
        self._touched: set[str] = set()

    def columns(self, record: ImportRecord) -> dict[str, Any]:
        """Set the columns that are still empty; what they were set to."""
        reference = self.references[record.reference_id]
        said = {n: value for n, value in record.said.items() if n != "identifiers"}
        found = unsaid_of(vars(reference), said)
        if "title" in found:
            found["title_key"] = normalise_title(found["title"])
        for name, value in found.items():
            setattr(reference, name, value)
        self._touched |= set(found)
        return found

    def identifiers(self, record: ImportRecord) -> list[Identifier]:
        """The identifiers that the reference lacks and nobody else has accepted."""
        made = []
        reference = self.references[record.reference_id]
        for scheme, value in record.said.get("identifiers", []):
            own = (reference.pk, scheme, value)
            if own in self._own or (scheme, value) in self._taken:
                continue
            own_name = names_document(scheme, reference.type)
            row = Identifier(scheme=scheme, value=value, accepted=own_name)
            row.reference = reference
            made.append(row)
            self._own.add(own)
            self._taken |= {(scheme, value)} if row.accepted else set()
        return made

    def store(self, decisions: Iterable[ImportDecision]) -> None:
        """Write it all, and name in each step what it made."""
        rows = [row for each in decisions for row in each.filled["identifiers"]]
        Identifier.objects.bulk_create(rows)
        changed = {each.reference for each in decisions if each.filled["columns"]}
        if changed:
            references = [self.references[id] for id in sorted(changed)]
            Reference.objects.bulk_update(references, sorted(self._touched), 200)
            abstracts = {each.pk: each.abstract for each in references}
            ShortForm.objects.read_in("reference", abstracts)
        for each in decisions:
            each.filled["identifiers"] = [row.pk for row in each.filled["identifiers"]]
            # The database counts the update, whichever of its columns it set.
            each.filled["revision"] = self.references[each.reference].revision + 1
