"""The triggers every kept table carries, and one to state a rule that spans rows."""

from typing import Any

import pghistory
import pgtrigger
from django.db import models
from pgtrigger import compiler

from core.trigger_registry import keep_names
from core.trigger_sql import RefusingTrigger, SharedTrigger
from core.vocabulary import hold_vocabulary

keep_names()


class SharedFunctionTrigger(pgtrigger.Trigger):
    """A trigger whose body is one of ``TRIGGER_FUNCTIONS``: ``function``, by name."""

    function: str

    def get_arguments(self) -> list[str]:
        """What the function is called with."""
        return []

    def compile(self, model: type[models.Model]) -> compiler.Trigger:
        """The trigger as migrations keep it."""
        quoted = [argument.replace("'", "''") for argument in self.get_arguments()]
        arguments = ", ".join(f"'{argument}'" for argument in quoted)
        return SharedTrigger(
            name=self.name,
            when=str(self.when),
            operation=str(self.operation),
            execute=f"{self.function}({arguments})",
            level=str(self.level),
            referencing=str(self.referencing or "").strip(),
            condition=self.render_condition(model),
        ).on(model._meta.db_table)


class RevisionBump(SharedFunctionTrigger):
    """Counts a row's updates, so that a write can tell whether it lost a race."""

    name = "revision_bump"
    when = pgtrigger.Before
    operation = pgtrigger.Update
    function = "core_bump_revision"


class ChangeFeed(SharedFunctionTrigger):
    """Writes one Change row per row touched, once per statement.

    ``hidden_sql`` is a condition on the row ``r``: where it holds, the change stays out
    of the public feed (a judgement whose round has not opened).
    """

    when = pgtrigger.After
    level = pgtrigger.Statement
    function = "core_feed_changes"

    def __init__(self, operation: Any, *, hidden_sql: str = "") -> None:
        self.hidden_sql = hidden_sql
        word = str(operation).lower()
        rows = {"old": "rows"} if word == "delete" else {"new": "rows"}
        super().__init__(
            name=f"change_feed_{word}",
            operation=operation,
            referencing=pgtrigger.Referencing(**rows),
        )

    def get_arguments(self) -> list[str]:
        return [self.format_sql(self.hidden_sql)] if self.hidden_sql else []


class Recorder(SharedFunctionTrigger):
    """Notes how a row stood before a recording and how it stands after.

    See ``core.recording``: while none runs, the condition alone is looked at. However
    often a recording writes a row, the row's first state and its last revision count.
    """

    name = "recorder"
    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
    condition = pgtrigger.Condition("current_setting('footing.recording', true) <> ''")
    function = "core_record_row"


class KeepHistory(SharedFunctionTrigger):
    """Keeps the rows that a statement changed or removed, as they were before."""

    when = pgtrigger.After
    level = pgtrigger.Statement
    referencing = pgtrigger.Referencing(old="rows")
    function = "core_keep_history"

    def __init__(self, operation: Any) -> None:
        word = str(operation).lower()
        super().__init__(name=f"keep_history_{word}", operation=operation)


class KeptRow(pghistory.RowEvent):
    """pghistory's tracker of one operation, with our trigger in place of its own."""

    row = "OLD"

    def __init__(self, operation: Any) -> None:
        super().__init__(label=str(operation).lower(), operation=operation)

    def add_event_trigger(self, event_model: type[models.Model]) -> None:
        """Have the tracked model's trigger, once pghistory made the table."""
        tracked_model = event_model.pgh_tracked_model
        if event_model._meta.db_table != f"{tracked_model._meta.db_table}event":
            raise TypeError(f"{event_model} is not where history is kept.")
        pgtrigger.register(KeepHistory(self.operation))(tracked_model)


class Refusal(pgtrigger.Trigger):
    """Refuses writes as a constraint does: by its name, declared with a sentence.

    The error is a check violation with the trigger's name for a constraint's; the
    sentence stays here, where ``core.actions`` finds it, out of the database.
    """

    when = pgtrigger.Before

    def __init__(self, *, sentence: str, **options: Any) -> None:
        self.sentence = sentence
        super().__init__(**options)


class RefuseAll(SharedFunctionTrigger, Refusal):
    """Refuses every write, or every one under ``condition``, which sees one row."""

    function = "core_refuse"

    def get_arguments(self) -> list[str]:
        return [self.name]


class RefuseMergingIntoMerged(RefuseAll):
    """Merge only into rows that are not merged themselves: no circle can come of it."""

    name = "merges_into_what_stands"
    operation = pgtrigger.Update
    condition = pgtrigger.Condition(
        "NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id"
    )
    function = "core_refuse_merging_into_merged"


class Refuse(Refusal):
    """Refuses a write under a condition that may look at other rows.

    ``broken`` is SQL over OLD and NEW that is true when the rule is broken.
    """

    def __init__(
        self, *, name: str, operation: Any, broken: str, sentence: str
    ) -> None:
        self.broken = broken
        super().__init__(name=name, operation=operation, sentence=sentence)

    def compile(self, model: type[models.Model]) -> compiler.Trigger:
        """The trigger as migrations keep it."""
        return RefusingTrigger(
            name=self.name,
            table=model._meta.db_table,
            operation=str(self.operation),
            broken=self.format_sql(self.broken),
        )


def stays(column: str, sentence: str) -> RefuseAll:
    """Refuse that a row moves from the row it was made for to another."""
    return RefuseAll(
        name=f"stays_with_{column.removesuffix('_id')}",
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(f"NEW.{column} IS DISTINCT FROM OLD.{column}"),
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


def _merging(model: type[models.Model]) -> list[Refusal]:
    """What a table needs whose rows can be merged."""
    if not any(field.name == "merged_into" for field in model._meta.local_fields):
        return []
    sentence = "Merge into the row that stands, not into one that was merged."
    return [RefuseMergingIntoMerged(sentence=sentence)]


def immutable(what: str) -> list[Refusal]:
    """Refuse every update and removal of a row that is a record of the past."""
    sentence = f"{what} is a record of the past and cannot be changed or removed."
    return [
        RefuseAll(
            name=f"immutable_{str(operation).lower()}",
            operation=operation,
            sentence=sentence,
        )
        for operation in (pgtrigger.Update, pgtrigger.Delete)
    ]


APPEND_ONLY = RefuseAll(
    name="append_only",
    operation=pgtrigger.Update | pgtrigger.Delete,
    sentence="What was kept of the past cannot be changed or removed.",
)


def tracked(
    *,
    exclude: tuple[str, ...] = (),
    hidden_sql: str = "",
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
        pgtrigger.register(RevisionBump(), Recorder(), *feeds, *_merging(model))(model)
        return pghistory.track(
            KeptRow(pgtrigger.Update),
            KeptRow(pgtrigger.Delete),
            exclude=list(exclude) or None,
            meta={"triggers": [APPEND_ONLY]},
            attrs={"objects": history} if history else None,
        )(model)

    return decorate


def recorded(*, what: str, hidden_sql: str = "") -> Any:
    """Class decorator for rows that are written once: immutable, and in the feed."""

    def decorate(model: type[models.Model]) -> type[models.Model]:
        hold_vocabulary(model)
        feed = ChangeFeed(pgtrigger.Insert, hidden_sql=hidden_sql)
        return pgtrigger.register(feed, Recorder(), *immutable(what))(model)

    return decorate
