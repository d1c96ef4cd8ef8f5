"""Django's state of migrations, with a new model rendered alone.

For each model that a migration creates, Django renders anew whatever is related to it
by any number of steps, though none of that has changed: half of what an empty store
takes to migrate.
"""

from django.db.migrations.state import ModelState, ProjectState
from django.db.models import Model

_add_model = ProjectState.add_model


def render_new_models_alone() -> None:
    """Have a new model join those that are rendered, as a model joins an app."""
    ProjectState.add_model = add_model


def add_model(state: ProjectState, model: ModelState) -> None:
    """Add a model to a state; as Django does where more than the model is concerned."""
    if "apps" not in vars(state) or not _joins(state, model):
        _add_model(state, model)
        return
    key = model.app_label, model.name_lower
    state.models[key] = model
    if state._relations is not None:
        state.resolve_model_relations(key)
    state.apps.render_multiple([model])


def _joins(state: ProjectState, model: ModelState) -> bool:
    """Whether it is new, inherits from no other, and all there belongs to this state.

    A class that a copy of the state shares would not hear of the new model.
    """
    if (model.app_label, model.name_lower) in state.models:
        return False
    if any(base is not Model and isinstance(base, str) for base in model.bases):
        return False
    apps = state.apps
    return all(known._meta.apps is apps for known in apps.get_models())
