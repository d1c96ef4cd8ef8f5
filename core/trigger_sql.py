"""Triggers in the forms that migrations keep."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from pgtrigger import compiler

# pgtrigger's own templates ask, for each row, whether the trigger is to be ignored;
# none of ours ever is.
_CREATE_TRIGGER = """
    DROP TRIGGER IF EXISTS {pgid} ON {table};
    CREATE TRIGGER {pgid}
        {when} {operation} ON {table}
        {referencing}
        FOR EACH {level} {condition}
        EXECUTE FUNCTION {execute};
    COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
"""
_CREATE_FUNCTION = """
    CREATE OR REPLACE FUNCTION {execute} RETURNS trigger AS $$
        BEGIN {func} END;
    $$ LANGUAGE plpgsql;
"""
_REFUSE = """
    IF {broken} THEN
        RAISE check_violation USING
            MESSAGE = '{name}', CONSTRAINT = '{name}', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN COALESCE(NEW, OLD);
"""
_LONGEST_NAME = 63  # PostgreSQL cuts what is longer


def _pgid(name: str) -> str:
    """A trigger's name in the database; triggers of different tables may have one."""
    return f"pgtrigger_{name}"


class OwnFunctionSql(compiler.UpsertTriggerSql):
    """The SQL of a trigger with a function of its own."""

    def get_template(self) -> str:
        return _CREATE_FUNCTION + _CREATE_TRIGGER


class SharedFunctionSql(compiler.UpsertTriggerSql):
    """The SQL of a trigger that calls one of ``TRIGGER_FUNCTIONS``."""

    def get_template(self) -> str:
        return _CREATE_TRIGGER


@dataclass(frozen=True)
class SharedTrigger:
    """A trigger that calls a shared function, whichever table it is on."""

    name: str
    when: str
    operation: str
    execute: str
    level: str = "ROW"
    referencing: str = ""
    condition: str = ""

    @classmethod
    def of(cls, trigger: compiler.Trigger) -> Self:
        """What a compiled trigger says but for its table."""
        names = [field.name for field in fields(cls) if field.name != "name"]
        return cls(trigger.name, **{name: trigger.sql.kwargs[name] for name in names})

    def on(self, table: str) -> compiler.Trigger:
        """The trigger, compiled for a table."""
        options = asdict(self)
        name = options.pop("name")
        sql = SharedFunctionSql(pgid=_pgid(name), func="", table=table, **options)
        return compiler.Trigger(name=name, sql=sql)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Its import path and arguments, for a migration to write down."""
        given = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if getattr(self, field.name) != field.default
        }
        return f"{type(self).__module__}.{type(self).__name__}", [], given


class RefusingTrigger(compiler.Trigger):
    """A trigger that refuses writes under a condition of its own.

    ``broken`` is SQL over OLD and NEW that is true when the rule is broken.
    """

    def __init__(self, *, name: str, table: str, operation: str, broken: str) -> None:
        function = f"{table}_{name}"
        if len(function) > _LONGEST_NAME:
            raise ValueError(f"{function} is longer than {_LONGEST_NAME} characters.")
        self.given = {
            "name": name,
            "table": table,
            "operation": operation,
            "broken": broken,
        }
        sql = OwnFunctionSql(
            pgid=_pgid(name),
            func=_REFUSE.format(broken=broken, name=name),
            table=table,
            when="BEFORE",
            operation=operation,
            execute=f"{function}()",
        )
        super().__init__(name=name, sql=sql)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Its import path and arguments, for a migration to write down."""
        return f"{type(self).__module__}.{type(self).__name__}", [], self.given
