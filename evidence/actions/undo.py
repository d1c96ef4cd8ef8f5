"""Undoing one's own steps on an article, from the history the database keeps.

A step is one action: all that was written under one history context. What it changed
is put back as it was, what it made is removed; unless somebody built on it since.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pghistory
from django.apps import apps
from django.db.models import Max, Model, Q

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action
from core.errors import Refused
from core.models import Change
from core.referring import Row, referring_to, row_of
from evidence.actions.rows import locked
from evidence.models import Article, Citation, CitedWork, Mention

STEPS = {
    "accept_mention": "accepted",
    "edit_mention": "edited",
    "split_mention": "split",
    "reject_mention": "rejected",
    "reopen_mention": "reopened",
    "join_mention": "joined to a claim",
    "answer_reworded": "answered of the new words of",
    "mark_claim": "marked as a claim",
    "mark_citation": "marked as a citation",
    "link_citation": "put under a citation",
    "unlink_citation": "taken from under a citation",
    "link_study": "linked to a study",
    "confirm_cited_work": "confirmed",
    "confirm_candidate": "confirmed",
    "reject_cited_work": "rejected as found",
    "reset_cited_work": "opened again",
}
_NEVER_PUT_BACK = {"id", "revision", "created_at"}
_SHOWN = 80  # characters of a row's words in a sentence


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person did on an article, and can try to undo."""

    id: str  # of its history context
    action: str  # a key of STEPS
    words: str  # as "accepted “Examplin lowers fever”"
    at: datetime
    reason: str


def my_steps(user: User, article: Article, limit: int = 20) -> list[Step]:
    """A person's latest steps on an article that were not undone, newest first."""
    mine = Q(context__metadata__user=user.pk)
    touched = Change.objects.filter(_rows_of(article))
    undone = touched.filter(mine, context__metadata__action="undo_step").values_list(
        "context__metadata__undoes", flat=True
    )
    steps = list(
        touched.filter(mine, context__metadata__action__in=list(STEPS))
        .exclude(context__in=[number for number in set(undone) if number])
        .values("context", "context__metadata")
        .annotate(last=Max("id"), at=Max("at"))
        .order_by("-last")[:limit]
    )
    names = _names([step["context"] for step in steps], article)
    return [_step(step, names.get(step["context"], "")) for step in steps]


def _step(step: dict[str, Any], name: str) -> Step:
    metadata = step["context__metadata"]
    return Step(
        id=str(step["context"]),
        action=metadata["action"],
        words=f"{STEPS[metadata['action']]} “{name}”",
        at=step["at"],
        reason=metadata.get("reason") or "",
    )


def _rows_of(article: Article) -> Q:
    """Changes of an article's mentions, citations and cited works."""
    rows = Q()
    for model in (Mention, Citation, CitedWork):
        numbers = model.objects.filter(article=article).values("pk")
        rows |= Q(model=model._meta.label_lower, row_id__in=numbers)
    return rows


def _names(contexts: list[Any], article: Article) -> dict[Any, str]:
    """What each step was about: the mention's words, else the cited work's."""
    touched = (
        Change.objects.filter(_rows_of(article), context__in=contexts)
        .order_by("-id")
        .values_list("context", "model", "row_id")
    )
    names: dict[Any, str] = {}
    weight = {"evidence.citedwork": 0, "evidence.citation": 1, "evidence.mention": 2}
    rows = sorted(touched, key=lambda row: weight[row[1]])
    instances = _instances((model, number) for _, model, number in rows)
    for context, model, number in rows:
        names[context] = str(instances[model, number])[:_SHOWN]
    return names


def _instances(rows: Iterable[Row]) -> dict[Row, Model]:
    numbers: dict[str, set[int]] = defaultdict(set)
    for model, number in rows:
        numbers[model].add(number)
    return {
        (model, instance.pk): instance
        for model, wanted in numbers.items()
        for instance in apps.get_model(model)._base_manager.filter(pk__in=wanted)
    }


@action
def undo_step(
    *, article: Article, by: User, step: str | None = None, reason: str = ""
) -> Step:
    """Undo one's own step on an article, by default the latest; returns it.

    Raises Refused, naming who did what, where someone built on the step since.
    """
    require(by, Permission.CURATE_CLAIMS)
    locked(article)
    steps = my_steps(by, article, limit=200)
    chosen = next((one for one in steps if step in (None, one.id)), None)
    if chosen is None:
        raise Refused("There is no step of yours left to undo on this article.")
    changes = list(Change.objects.filter(context=chosen.id).order_by("id"))
    _refuse_changed(changes, by)
    _refuse_built_on(changes, by)
    pghistory.context(undoes=chosen.id)
    _put_back(changes, chosen.id)
    _remove_made(changes)
    return chosen


def _refuse_changed(changes: list[Change], by: User) -> None:
    """Refuse where a row of the step was changed since, but for what was undone."""
    first: dict[str, dict[int, int]] = defaultdict(dict)
    for change in changes:
        first[change.model].setdefault(change.row_id, change.id)
    later = [
        change
        for model, rows in first.items()
        for change in Change.objects.filter(
            model=model, row_id__in=rows, id__gt=min(rows.values())
        )
        .exclude(context=changes[0].context_id)
        .with_context()
        .select_related("context")
        .order_by("id")
        if change.id > rows[change.row_id]
    ]
    undos = {
        change.context_id: str(change.context.metadata["undoes"])
        for change in later
        if change.context and change.context.metadata.get("undoes")
    }
    cancelled = {*map(str, undos), *undos.values()}
    for change in later:
        if str(change.context_id) not in cancelled:
            raise Refused(_built_on(change, by))


def _refuse_built_on(changes: list[Change], by: User) -> None:
    """Refuse where a row that the step did not write names one that it made."""
    written = {(change.model, change.row_id) for change in changes}
    for model, numbers in _made(changes).items():
        for row in referring_to(apps.get_model(model), numbers, apart=written):
            label, number = row_of(row)
            told = Change.objects.public().of(label, [number])
            change = told.with_context().first()
            if change is None:
                raise Refused(
                    f"A {row._meta.verbose_name} builds on this step; it cannot be "
                    "undone any more."
                )
            raise Refused(_built_on(change, by))


def _built_on(change: Change, by: User) -> str:
    """Who did what since, as the sentence of a refusal."""
    model = apps.get_model(change.model)
    row = model._base_manager.filter(pk=change.row_id).first()
    name = f" “{str(row)[:_SHOWN]}”" if row and not change.hidden else ""
    did = str(change.action or change.operation).replace("_", " ")
    what = f"{did}, {change.at:%Y-%m-%d %H:%M}, {model._meta.verbose_name}{name}"
    if not change.hidden and change.by_id == by.pk:
        return f"You built on this step since ({what}). Undo that first."
    person = "Somebody" if change.hidden else change.who or "Somebody"
    return f"{person} built on this step since ({what}). It stays."


def _made(changes: list[Change]) -> dict[str, list[int]]:
    """What a step inserted and did not remove itself, in the order it was made."""
    made: dict[str, list[int]] = {}
    for change in changes:
        if change.operation == Change.Operation.INSERT:
            made.setdefault(change.model, []).append(change.row_id)
        elif change.row_id in made.get(change.model, []) and (
            change.operation == Change.Operation.DELETE
        ):
            made[change.model].remove(change.row_id)
    return made


def _put_back(changes: list[Change], step: str) -> None:
    """Put changed and removed rows back as history has them from before the step."""
    made = {
        (change.model, change.row_id)
        for change in changes
        if change.operation == Change.Operation.INSERT
    }
    rows = {(c.model, c.row_id): c.operation for c in changes}
    for label in dict.fromkeys(change.model for change in changes):
        model = apps.get_model(label)
        for event in _first_events(model, step):
            row = (label, event.id)
            if row in made or row not in rows:
                continue
            before = _values(model, event)
            if rows[row] == Change.Operation.DELETE:
                again = {"revision": event.revision + 1, "created_at": event.created_at}
                model._base_manager.create(pk=event.id, **again, **before)
            else:
                model._base_manager.filter(pk=event.id).update(**before)


def _first_events(model: type[Model], step: str) -> Iterator[Any]:
    """Each row of a table as it was right before the step wrote it."""
    kept = model._meta.get_field("events").related_model.objects
    seen = set()
    for event in kept.filter(pgh_context=step).order_by("pgh_id"):
        if event.id not in seen:
            seen.add(event.id)
            yield event


def _values(model: type[Model], event: Any) -> dict[str, Any]:
    return {
        field.attname: getattr(event, field.attname)
        for field in model._meta.concrete_fields
        if not field.generated
        and field.name not in _NEVER_PUT_BACK
        and hasattr(event, field.attname)
    }


def _remove_made(changes: list[Change]) -> None:
    """Remove what the step made; among themselves these rows may name each other.

    That nothing else names them was looked at before, and the database looks once
    more when the action ends.
    """
    for model, numbers in _made(changes).items():
        rows = apps.get_model(model)._base_manager.filter(pk__in=numbers)
        rows._raw_delete(rows.db)
