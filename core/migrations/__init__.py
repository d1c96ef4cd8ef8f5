"""The layout of what every app uses; loaded before any state of migrations is made."""

from core.migration_state import let_what_is_new_join

let_what_is_new_join()
