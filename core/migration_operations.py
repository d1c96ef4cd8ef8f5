"""The migration operations of our own, and those that come before all tables."""

from django.contrib.postgres.operations import (
    BtreeGinExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pghistory.models import Context
from pgtrigger import compiler

from core.text_search_sql import DROP, MAKE
from core.trigger_functions import FEED_EPOCH, TRIGGER_FUNCTIONS
from core.trigger_sql import SharedTrigger


class InstallFunctions(Operation):
    """Makes the functions that triggers of many tables call, from their bodies."""

    reversible = True

    def __init__(self, functions: dict[str, str]) -> None:
        self.functions = functions

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Models know nothing of functions."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        # pghistory's own comes late in its migrations, and ours call it.
        Context.install_pgh_attach_context_func(using=schema_editor.connection.alias)
        for name, body in self.functions.items():
            schema_editor.execute(
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger "
                f"AS $${body}$$ LANGUAGE plpgsql",
                params=None,
            )

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for name in self.functions:
            schema_editor.execute(f"DROP FUNCTION {name}()")

    def describe(self) -> str:
        return f"Make the {len(self.functions)} functions of triggers"


class InstallTriggers(Operation):
    """Installs the triggers of many tables at once.

    An operation for each trigger makes Django copy the state of all models each time:
    for the first migrations that is most of a minute, for each test database too.
    """

    reversible = True

    def __init__(self, triggers: dict[str, list[compiler.Trigger]]) -> None:
        self.triggers = triggers

    def of_models(self, app_label: str) -> dict[str, list[compiler.Trigger]]:
        """The compiled triggers of each model."""
        return self.triggers

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        for model, triggers in self.of_models(app_label).items():
            options = state.models[app_label, model].options
            options["triggers"] = [*options.get("triggers", []), *triggers]

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for triggers in self.of_models(app_label).values():
            for trigger in triggers:
                schema_editor.execute(trigger.install_sql, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for triggers in self.of_models(app_label).values():
            for trigger in triggers:
                schema_editor.execute(trigger.uninstall_sql, params=None)

    def describe(self) -> str:
        return f"Install the triggers of {len(self.of_models(''))} tables"


class ShareTriggers(InstallTriggers):
    """Installs the same triggers, all of shared functions, on many tables."""

    def __init__(self, models: list[str], triggers: list[SharedTrigger]) -> None:
        self.models = models
        self.shared = triggers

    def of_models(self, app_label: str) -> dict[str, list[compiler.Trigger]]:
        return {
            model: [trigger.on(f"{app_label}_{model}") for trigger in self.shared]
            for model in self.models
        }


# unaccent() itself is not immutable, so generated columns cannot call it; a text-search
# configuration that has it as a dictionary can be named by them.
_SEARCH_CONFIGURATION = """
    CREATE TEXT SEARCH CONFIGURATION footing (COPY = english);
    ALTER TEXT SEARCH CONFIGURATION footing
        ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
"""


def before_all_tables() -> list[Operation]:
    """What core's first migration begins with: all that tables and triggers rest on."""
    return [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGinExtension(),
        RunSQL(_SEARCH_CONFIGURATION, "DROP TEXT SEARCH CONFIGURATION footing"),
        RunSQL(MAKE, DROP),
        RunSQL(FEED_EPOCH.format(epoch=0), "DROP FUNCTION core_feed_epoch()"),
        InstallFunctions(TRIGGER_FUNCTIONS),
    ]
