"""The layout of what every app uses; loaded before any state of migrations is made."""

from core.migration_state import render_new_models_alone

render_new_models_alone()
