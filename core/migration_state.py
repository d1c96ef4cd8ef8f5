"""Django's state of migrations, where new models and fields join what is there.

For each model and each relation that a migration adds, Django renders anew whatever is
related to it by any number of steps, though none of that has changed: most of what an
empty store takes to migrate.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps.registry import Apps
from django.db.migrations.state import ModelState, ProjectState

_add_model = ProjectState.add_model
_add_field = ProjectState.add_field


def let_what_is_new_join() -> None:
    """Have new models and fields join those that are rendered, as they join an app."""
    ProjectState.add_model = add_model
    ProjectState.add_field = add_field


def add_model(state: ProjectState, model: ModelState) -> None:
    """Add a model to a state; as Django does where more than the model is concerned."""
    is_known = (model.app_label, model.name_lower) in state.models
    inherits = any(isinstance(base, str) for base in model.bases)
    if is_known or inherits or not _is_rendered_for(state):
        _add_model(state, model)
        return
    with _not_rendering(state) as apps:
        _add_model(state, model)
        apps.render_multiple([model])


def add_field(
    state: ProjectState, app_label: str, model_name: str, name: str, *field: Any
) -> None:
    """Add a field to a model of a state; as Django does where classes are shared."""
    if not _is_rendered_for(state):
        _add_field(state, app_label, model_name, name, *field)
        return
    with _not_rendering(state) as apps, apps.bulk_update():
        _add_field(state, app_label, model_name, name, *field)
        added = state.models[app_label, model_name].fields[name].clone()
        added.contribute_to_class(apps.get_model(app_label, model_name), name)


def _is_rendered_for(state: ProjectState) -> bool:
    """Whether the state is rendered, and no class is shared with another state.

    A class that a copy of the state shares would not hear of what is new here.
    """
    apps = vars(state).get("apps")
    return bool(apps) and all(model._meta.apps is apps for model in apps.get_models())


@contextmanager
def _not_rendering(state: ProjectState) -> Iterator[Apps]:
    """Have the state change as if it were not rendered; yields what is rendered."""
    apps = vars(state).pop("apps")
    try:
        yield apps
    finally:
        state.apps = apps
