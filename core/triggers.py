"""The triggers every kept table carries, and one to state a rule that spans rows."""

from typing import Any

import pghistory
import pgtrigger
from django.db import models

from core.vocabulary import hold_vocabulary


class RevisionBump(pgtrigger.Trigger):
    """Counts a row's updates, so that a write can tell whether it lost a race."""

    name = "revision_bump"
    when = pgtrigger.Before
    operation = pgtrigger.Update
    func = "NEW.revision = OLD.revision + 1; RETURN NEW;"


class ChangeFeed(pgtrigger.Trigger):
    """Writes one Change row per row touched, once per statement.

    ``hidden_sql`` is a condition on the row ``r``: where it holds, the change stays out
    of the public feed (a judgement whose round has not opened).
    """

    when = pgtrigger.After
    level = pgtrigger.Statement

    def __init__(self, operation: Any, *, hidden_sql: str = "false") -> None:
        self.hidden_sql = hidden_sql
        word = str(operation).lower()
        rows = {"old": "rows"} if word == "delete" else {"new": "rows"}
        super().__init__(
            name=f"change_feed_{word}",
            operation=operation,
            referencing=pgtrigger.Referencing(**rows),
        )

    def get_declare(self, model: type[models.Model]) -> list[tuple[str, str]]:
        return [("context", "uuid := _pgh_attach_context()")]

    def get_func(self, model: type[models.Model]) -> str:
        return f"""
            INSERT INTO core_change
                (txid, at, model, row_id, operation, revision, context_id, hidden)
            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),
                '{model._meta.label_lower}', r.id, lower(TG_OP), r.revision, context,
                ({self.hidden_sql})
            FROM rows r;
            RETURN NULL;
        """  # noqa: S608 - built from model names and our own conditions alone


class Refuse(pgtrigger.Trigger):
    """Refuses a write under a condition, as a named constraint with a sentence.

    ``broken`` is SQL over OLD and NEW that is true when the rule is broken. The error
    is a check violation, so that ``core.actions`` turns it into the same kind of
    refusal as any other constraint.
    """

    when = pgtrigger.Before

    def __init__(
        self, *, name: str, operation: Any, broken: str, sentence: str, **kwargs: Any
    ) -> None:
        self.broken = broken
        self.sentence = sentence
        super().__init__(name=name, operation=operation, **kwargs)

    def get_func(self, model: type[models.Model]) -> str:
        sentence = self.sentence.replace("'", "''").replace("%", "%%")
        return f"""
            IF {self.broken} THEN
                RAISE EXCEPTION '{sentence}'
                    USING ERRCODE = 'check_violation', CONSTRAINT = '{self.name}';
            END IF;
            IF TG_OP = 'DELETE' THEN
                RETURN OLD;
            END IF;
            RETURN NEW;
        """


def stays(column: str, sentence: str) -> Refuse:
    """Refuse that a row moves from the row it was made for to another."""
    return Refuse(
        name=f"stays_with_{column.removesuffix('_id')}",
        operation=pgtrigger.Update,
        broken=f"NEW.{column} IS DISTINCT FROM OLD.{column}",
        sentence=sentence,
    )


def agree(name: str, broken: str, sentence: str) -> Refuse:
    """Refuse, on every write, a row that does not agree with those it names."""
    return Refuse(
        name=name,
        operation=pgtrigger.Insert | pgtrigger.Update,
        broken=broken,
        sentence=sentence,
    )


def _merges_into_what_stands(model: type[models.Model]) -> list[Refuse]:
    """Merge only into rows that are not merged themselves: no circle can come of it."""
    if not any(field.name == "merged_into" for field in model._meta.local_fields):
        return []
    broken = f"""NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (
        SELECT 1 FROM {model._meta.db_table} t
        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL)"""  # noqa: S608
    return [
        Refuse(
            name="merges_into_what_stands",
            operation=pgtrigger.Update,
            broken=broken,
            sentence="Merge into the row that stands, not into one that was merged.",
        )
    ]


def immutable(what: str) -> list[Refuse]:
    """Refuse every update and removal of a row that is a record of the past."""
    sentence = f"{what} is a record of the past and cannot be changed or removed."
    return [
        Refuse(
            name=f"immutable_{str(operation).lower()}",
            operation=operation,
            broken="true",
            sentence=sentence,
        )
        for operation in (pgtrigger.Update, pgtrigger.Delete)
    ]


def tracked(
    *,
    exclude: tuple[str, ...] = (),
    hidden_sql: str = "false",
    history: models.Manager | None = None,
) -> Any:
    """Class decorator: keep a table's history, count its revisions, feed its changes.

    History keeps the row as it was before each update or removal; with the row as it
    stands that is all there ever was, and it cannot be rewritten. ``exclude`` names
    fields history leaves out (generated columns, large bytes); ``history`` is the
    manager of the kept rows, where not everyone may see them.
    """

    def decorate(model: type[models.Model]) -> type[models.Model]:
        feeds = [
            ChangeFeed(operation, hidden_sql=hidden_sql)
            for operation in (pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete)
        ]
        hold_vocabulary(model)
        pgtrigger.register(RevisionBump(), *feeds, *_merges_into_what_stands(model))(
            model
        )
        return pghistory.track(
            pghistory.UpdateEvent(row="OLD"),
            # Once per statement: of an import's undo a row's own took half the time.
            pghistory.DeleteEvent(level=pghistory.Statement),
            exclude=list(exclude) or None,
            append_only=True,
            attrs={"objects": history} if history else None,
        )(model)

    return decorate


def recorded(*, what: str, hidden_sql: str = "false") -> Any:
    """Class decorator for rows that are written once: immutable, and in the feed."""

    def decorate(model: type[models.Model]) -> type[models.Model]:
        hold_vocabulary(model)
        feed = ChangeFeed(pgtrigger.Insert, hidden_sql=hidden_sql)
        return pgtrigger.register(feed, *immutable(what))(model)

    return decorate
