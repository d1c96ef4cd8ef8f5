"""Taking out again what an import's records filled in, where it still reads so.

What was changed since stays, and it is kept with the step what stays and why.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Max

from accounts.models import User
from bibliography.imports.importing.steps import step_on
from bibliography.models import (
    Identifier,
    ImportBatch,
    ImportDecision,
    ImportRecord,
    Notice,
    Reference,
    ReferenceCheck,
)
from bibliography.references.actions import nothing_in
from core.models import Job

Step = ImportDecision.Step
LOOKED_UP = "its identifiers were looked up since"
CHANGED = "an identifier was changed since"


def filled_alone(batch: ImportBatch, ids: Iterable[int]) -> dict[int, set[int]]:
    """Of some references the revisions that an import's filling in and out made."""
    found: dict[int, set[int]] = defaultdict(set)
    for step in _steps(batch, ids, Step.FILLED, Step.EMPTIED):
        if step.filled.get("columns"):
            found[step.reference].add(step.filled["revision"])
    return found


def filled_identifiers(batch: ImportBatch, ids: Iterable[int]) -> set[int]:
    """The identifiers that filling in for an import gave some references."""
    steps = _steps(batch, ids, Step.FILLED)
    return {id for step in steps for id in step.filled["identifiers"]}


def _steps(
    batch: ImportBatch, ids: Iterable[int], *steps: str
) -> Iterable[ImportDecision]:
    rows = ImportDecision.objects.filter(step__in=steps)
    rows = rows.filter(reference__any_of=ids)
    return rows.filter(record__batch=batch)


def empty(
    records: Sequence[ImportRecord],
    by: User,
    job: Job | None = None,
    *,
    whole: bool = False,
) -> dict[int, str]:
    """Take out again what records filled in; by record, why something of it stays.

    Only inside an action that holds the records. What was changed since stays, and so
    do identifiers that a service was asked with since; with ``whole`` all of a record
    stays where any of it does, as if nobody had asked. It asks the database as much
    for a thousand records as for one.
    """
    steps = _last_fillings(records)
    emptying = _Emptying(steps, whole)
    decisions, stayed = [], {}
    for record, step in zip(records, steps, strict=True):
        decision = step_on(record, Step.EMPTIED, by, job)
        decision.filled, decision.why = emptying.emptied(step)
        if decision.why:
            stayed[record.pk] = decision.why
        if not (whole and decision.why):
            decisions.append(decision)
    emptying.store(decisions)
    ImportDecision.objects.bulk_create(decisions)
    return stayed


def _last_fillings(records: Sequence[ImportRecord]) -> list[ImportDecision]:
    ids = [record.pk for record in records]
    rows = ImportDecision.objects.filter(record__any_of=ids, step=Step.FILLED)
    last = {row.record_id: row for row in rows.order_by("pk")}
    return [last[record.pk] for record in records]


class _Emptying:
    """The references that some steps filled in, held, with what goes again."""

    def __init__(self, steps: Sequence[ImportDecision], whole: bool) -> None:
        self._whole = whole
        ids = [step.reference for step in steps if step.reference]
        rows = Reference.objects.filter(pk__any_of=ids).order_by("pk")
        self._references = rows.select_for_update().in_bulk()
        named = [id for step in steps for id in step.filled["identifiers"]]
        self._identifiers = Identifier.objects.filter(pk__any_of=named).in_bulk()
        self._looked_up = _looked_up(ids if named else ())
        self._touched: set[str] = set()
        self._changed: set[int] = set()
        self._removed: list[int] = []

    def emptied(self, step: ImportDecision) -> tuple[dict[str, Any], str]:
        """Empty what still reads as a step filled it in; what that was, what stays."""
        reference = self._references.get(step.reference)
        if reference is None:
            return {}, ""
        if reference.merged_into_id or reference.withdrawn_at:
            word = "merged" if reference.merged_into_id else "withdrawn"
            return {}, f"What was filled in stays: reference {reference.pk} was {word}."
        filled = step.filled["columns"]
        columns = {n: v for n, v in filled.items() if getattr(reference, n) == v}
        changed = [name.replace("_", " ") for name in filled if name not in columns]
        removed, kept = self._fresh_identifiers(step)
        kept = [f"{name} was changed since" for name in changed] + kept
        said = f"Of what was filled in stays: {', '.join(kept)}." if kept else ""
        if kept and self._whole:
            return {}, said
        self._take_out(reference, columns, removed)
        return {"columns": columns, "identifiers": removed}, said

    def _take_out(
        self, reference: Reference, columns: Mapping[str, Any], removed: list[int]
    ) -> None:
        for name in columns:
            setattr(reference, name, nothing_in(name))
        if columns:
            self._touched |= set(columns)
            self._changed.add(reference.pk)
        self._removed += removed

    def _fresh_identifiers(self, step: ImportDecision) -> tuple[list[int], list[str]]:
        """The identifiers that may go, unless they were used or changed since."""
        rows = [self._identifiers.get(id) for id in step.filled["identifiers"]]
        own = [row for row in rows if row and row.reference_id == step.reference]
        looked_up = self._looked_up.get(step.reference)
        if own and looked_up and looked_up > step.created_at:
            return [], [LOOKED_UP]
        fresh = [row.pk for row in own if row.revision == 1]
        return fresh, [CHANGED] if len(fresh) < len(own) else []

    def store(self, decisions: Iterable[ImportDecision]) -> None:
        """Write it all, and name in each step the revision that it made."""
        if self._changed:
            rows = [self._references[id] for id in sorted(self._changed)]
            Reference.objects.bulk_update(rows, sorted(self._touched), 200)
        if self._removed:
            Identifier.objects.filter(pk__any_of=self._removed).delete()
        for each in decisions:
            if each.filled.get("columns"):
                # The database counts the update, whichever of its columns it set.
                revision = self._references[each.reference].revision + 1
                each.filled["revision"] = revision


def _looked_up(ids: Iterable[int]) -> dict[int, datetime]:
    """When a service last answered on some references, or a notice came."""
    ids = list(ids)
    last: dict[int, datetime] = {}
    for model in (ReferenceCheck, Notice) if ids else ():
        rows = model._default_manager.filter(reference__any_of=ids).order_by()
        latest = rows.values_list("reference").annotate(at=Max("created_at"))
        for reference, at in latest:
            last[reference] = max(at, last.get(reference, at))
    return last
