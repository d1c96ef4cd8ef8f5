"""A row's history as people read it: when, who, why, and what became of each field."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model

from core.models import COUNTED, Change
from core.nouns import noun_of

_OPERATIONS = {  # where no action made the change, or it says no more than this
    Change.Operation.INSERT: "added",
    Change.Operation.UPDATE: "changed",
    Change.Operation.DELETE: "removed",
    Change.Operation.OPEN: "became public",
}


@dataclass(frozen=True)
class Entry:
    """One change of one row; ``by`` is None where no action made it (a migration)."""

    at: datetime
    by: int | None
    who: str
    why: str
    action: str
    operation: str
    revision: int
    through: str = ""  # what the person acted by, where it was not a page
    changes: dict[str, tuple[Any, Any]] = field(default_factory=dict)  # old, new

    @property
    def did(self) -> str:
        """What was done, in words: by the action, or what the database saw of it.

        Of what opened with a round, no more than that.
        """
        opened = self.operation == Change.Operation.OPEN
        told = "" if opened else _done().get(self.action, "")
        return told or _OPERATIONS[self.operation]

    def __str__(self) -> str:
        why = f" ({self.why})" if self.why else ""
        return f"{self.who or 'somebody'} on {self.at:%Y-%m-%d at %H:%M} UTC{why}"


@cache
def _done() -> dict[str, str]:
    """What actions did, in the words of the packages that they are of."""
    packages = apps.get_app_configs()
    return {
        name: words
        for package in packages
        for name, words in getattr(package, "done", {}).items()
    }


def history(row: Model) -> list[Entry]:
    """All public changes of a row, newest first, in two queries.

    Every update is one entry: the row as the database kept it before, beside the row
    after. The first entry's changes are empty: all was new. A foreign key's values are
    ids. Changes made before a blind round opened stay out of it.
    """
    kept = {each.revision: each for each in row.events.order_by("pgh_id")}
    kept[row.revision] = row
    names = [each for each in row._meta.concrete_fields if each.name not in COUNTED]
    entries = []
    for change in _changes(noun_of(row), [row.pk]):
        updated = change.operation == Change.Operation.UPDATE
        before = kept.get(change.revision - 1) if updated else None
        pairs = _differences(names, before, kept.get(change.revision))
        entries.append(_entry(change, pairs))
    return entries


def history_of_rows(
    model: type[Model], *load: str, **where: Any
) -> list[tuple[Any, Entry]]:
    """Every change of the rows that are or were somewhere, newest first.

    ``where`` says where, as ``study=study``; rows that were removed since are among
    them. Each entry comes with its row's newest state, with what ``load`` names, in
    three queries for all rows.
    """
    loaded = load or (None,)  # without a name Django would load all there are
    current = model._base_manager.filter(**where).select_related(*loaded)
    rows: dict[int, Any] = {row.pk: row for row in current}
    removed: dict[int, Any] = {}
    kept: dict[tuple[int, int], Any] = {}
    events = model.events.rel.related_model.objects.filter(**where)  # type: ignore[attr-defined]
    for event in events.select_related(*loaded).order_by("pgh_id"):
        kept[event.id, event.revision] = event
        removed[event.id] = event
    kept |= {(pk, row.revision): row for pk, row in rows.items()}
    states = removed | rows
    names = [each for each in model._meta.concrete_fields if each.name not in COUNTED]
    found = []
    for change in _changes(noun_of(model), list(states)):
        updated = change.operation == Change.Operation.UPDATE
        before = kept.get((change.row_id, change.revision - 1)) if updated else None
        after = kept.get((change.row_id, change.revision))
        entry = _entry(change, _differences(names, before, after))
        found.append((states[change.row_id], entry))
    return found


def last_changes(label: str, ids: list[int]) -> dict[int, Entry]:
    """The newest change of each row of a table, by its noun, in one query."""
    return {
        change.row_id: _entry(change, {}) for change in reversed(_changes(label, ids))
    }


def _changes(label: str, ids: list[int]) -> list[Change]:
    """Public changes of rows, newest first, with who made them and why."""
    return list(Change.objects.public().of(label, ids).with_context())


def _differences(
    fields: list[Any], before: Any, after: Any
) -> dict[str, tuple[Any, Any]]:
    """What differs between two states of a row; nothing where one is not kept."""
    if before is None or after is None:
        return {}
    pairs = {}
    for each in fields:
        if not hasattr(before, each.attname) or not hasattr(after, each.attname):
            continue  # left out of the history
        old, new = getattr(before, each.attname), getattr(after, each.attname)
        if old != new:
            pairs[each.name] = (old, new)
    return pairs


def _entry(change: Change, changes: dict[str, tuple[Any, Any]]) -> Entry:
    return Entry(
        at=change.at,
        by=change.by_id,
        who=change.who or "",
        why=change.why or "",
        action=change.action or "",
        operation=change.operation,
        revision=change.revision,
        through=change.through or "",
        changes=changes,
    )
