"""pgtrigger's registry, with what it looks up kept instead of made anew.

For each trigger it is given, pgtrigger makes the names of all that it has: with several
hundred that took a quarter of every command's start.
"""

from typing import Any

from pgtrigger import registry


class KeptNames(registry._Registry):
    """The triggers by their tables and the names of their functions, kept."""

    def keep(self) -> None:
        """Note what is there now."""
        self._tables = registry._Registry.by_db_table.fget(self)
        self._functions = registry._Registry.pg_function_names.fget(self)

    @property
    def by_db_table(self) -> dict:
        """Each trigger by its table and its name."""
        return self._tables

    @property
    def pg_function_names(self) -> set[str]:
        """The names of all triggers' functions."""
        return self._functions

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        model, trigger = value
        self._tables[model._meta.db_table, trigger.name] = trigger
        self._functions.add(trigger.get_pgid(model))

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self.keep()


def keep_names() -> None:
    """Have pgtrigger's registry keep the names; the same object goes on."""
    known = registry._registry
    known.__class__ = KeptNames
    known.keep()
