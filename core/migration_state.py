"""Django's state of migrations, where new models and fields join what is there.

For each model and each relation that a migration adds, Django renders anew whatever is
related to it by any number of steps, though none of that has changed: most of what an
empty store takes to migrate. So it does for each index, constraint and trigger, which
change no more of a model than a list.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps.registry import Apps
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import Model

_add_model = ProjectState.add_model
_add_field = ProjectState.add_field
_reload_model = ProjectState.reload_model
_render = ModelState.render

LISTS = ("indexes", "constraints", "triggers")  # of what the database keeps of a model


def let_what_is_new_join() -> None:
    """Have new models and fields join those that are rendered, as they join an app."""
    ProjectState.add_model = add_model
    ProjectState.add_field = add_field
    ProjectState.reload_model = reload_model
    ModelState.render = render


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
    """Add a field to a model of a state; as Django does before it is rendered."""
    if not _is_rendered_for(state):
        _add_field(state, app_label, model_name, name, *field)
        return
    with _not_rendering(state) as apps, apps.bulk_update():
        _add_field(state, app_label, model_name, name, *field)
        added = state.models[app_label, model_name].fields[name].clone()
        model = apps.get_model(app_label, model_name)
        added.contribute_to_class(model, name)
        model._meta.rendered_from = _shape(state.models[app_label, model_name])


def reload_model(
    state: ProjectState, app_label: str, model_name: str, delay: bool = False
) -> None:
    """Render a model anew, and what is related to it; its lists alone need it not."""
    described = state.models.get((app_label, model_name))
    if described and _is_rendered_for(state):
        model = state.apps.all_models[app_label].get(model_name)
        if model and model._meta.rendered_from == _shape(described):
            _list_anew(model, described)
            return
    _reload_model(state, app_label, model_name, delay)


def _list_anew(model: type[Model], described: ModelState) -> None:
    """Have a model know its lists, as they are now."""
    for name in LISTS:
        setattr(model._meta, name, [*described.options.get(name, [])])
    vars(model._meta).pop("total_unique_constraints", None)  # Django's, of the lists


def render(described: ModelState, apps: Apps) -> type[Model]:
    """Render a model, which keeps what it was rendered from."""
    model = _render(described, apps)
    model._meta.rendered_from = _shape(described)
    return model


def _shape(described: ModelState) -> tuple[Any, ...]:
    """Whatever makes a model's class, its lists left out."""
    options = {k: v for k, v in described.options.items() if k not in LISTS}
    return {**described.fields}, options, described.bases, [*described.managers]


def _is_rendered_for(state: ProjectState) -> bool:
    """Whether the state is rendered; if so, into classes that no other state shares.

    A class that the state shares with the one it is a copy of would tell that one of
    what is new here.
    """
    apps = vars(state).get("apps")
    if not apps:
        return False
    if any(model._meta.apps is not apps for model in apps.get_models()):
        del state.apps  # rendered anew where it is next asked for, as here:
    return bool(state.apps)


@contextmanager
def _not_rendering(state: ProjectState) -> Iterator[Apps]:
    """Have the state change as if it were not rendered; yields what is rendered."""
    apps = vars(state).pop("apps")
    try:
        yield apps
    finally:
        state.apps = apps
