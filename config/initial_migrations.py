"""The first migration of each of the project's apps, from what the models declare.

Django's own detector works on changes and parts a table from its columns and
constraints wherever two tables could need each other: that takes a database three
times as long to make, and whoever reads about a table has to look in five places.
"""

from django.apps import AppConfig
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState
from pgtrigger import compiler

from config.layout import CORE, own_apps
from core.migration_operations import InstallTriggers, ShareTriggers, before_all_tables
from core.trigger_sql import SharedFunctionSql, SharedTrigger

INITIAL = "0001_initial"


def first_migration(
    app: AppConfig, *, core_name: str, others: MigrationGraph
) -> migrations.Migration:
    """All of an app's tables and what is on them.

    Core's, which is called ``core_name``, begins with what all others rest on;
    ``others`` has the migrations of the apps that are not the project's.
    """
    is_core = app.label == CORE
    migration = migrations.Migration(core_name if is_core else INITIAL, app.label)
    migration.initial = True
    first = before_all_tables() if is_core else []
    last = app.last_operations() if hasattr(app, "last_operations") else []
    migration.operations = [*first, *_tables(app), *_triggers(app), *last]
    needed = _dependencies(app, others)
    migration.dependencies = [
        (label, core_name) if label == CORE else (label, name) for label, name in needed
    ]
    return migration


def _models(app: AppConfig) -> list[type[models.Model]]:
    return sorted(app.get_models(), key=lambda model: model._meta.model_name)


def _relations(model: type[models.Model]) -> list[models.Field]:
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return [field for field in fields if field.remote_field]


def _named(relation: models.Field) -> set[type[models.Model]]:
    """The models that a foreign key, or a relation of many to many, names."""
    through = getattr(relation.remote_field, "through", None)
    return {relation.remote_field.model, through} - {None}


def _tables(app: AppConfig) -> list[Operation]:
    """Each table whole, after those it names; what needs a later one at the end."""
    waiting, made, late = _models(app), [], []
    while waiting:
        unmet = {
            model: [
                relation
                for relation in _relations(model)
                if _named(relation) & set(waiting) - {model}
            ]
            for model in waiting
        }
        model = min(waiting, key=lambda model: _count_keys(unmet[model]))
        waiting.remove(model)
        table, rest = _table(ModelState.from_model(model), unmet[model])
        made.append(table)
        late += rest
    return made + late


def _count_keys(relations: list[models.Field]) -> int:
    """How many are columns of the table itself."""
    return sum(not relation.many_to_many for relation in relations)


def _table(
    state: ModelState, unmet: list[models.Field]
) -> tuple[Operation, list[Operation]]:
    """A table without some of its relations, and what adds them afterwards."""
    names = [relation.name for relation in unmet]
    options = {key: value for key, value in state.options.items() if value}
    options.pop("triggers", None)
    late = [
        migrations.AddField(state.name_lower, name, state.fields[name])
        for name in names
    ]
    if _count_keys(unmet):  # some of these may be about the columns that come later
        indexes, constraints = (
            options.pop("indexes", ()),
            options.pop("constraints", ()),
        )
        late += [migrations.AddIndex(state.name_lower, index) for index in indexes]
        late += [migrations.AddConstraint(state.name_lower, one) for one in constraints]
    fields = [field for field in state.fields.items() if field[0] not in names]
    table = migrations.CreateModel(
        state.name, fields, options, state.bases, state.managers
    )
    return table, late


def _triggers(app: AppConfig) -> list[Operation]:
    """The triggers that tables share, then each table's own."""
    tables: dict[SharedTrigger, list[str]] = {}
    own: dict[str, list[compiler.Trigger]] = {}
    for model in _models(app):
        for declared in getattr(model._meta, "triggers", []):
            name, trigger = model._meta.model_name, declared.compile(model)
            if isinstance(trigger.sql, SharedFunctionSql):
                tables.setdefault(SharedTrigger.of(trigger), []).append(name)
            else:
                own.setdefault(name, []).append(trigger)
    alike: dict[tuple[str, ...], list[SharedTrigger]] = {}
    for trigger, names in tables.items():
        alike.setdefault(tuple(names), []).append(trigger)
    operations = [
        ShareTriggers(models=list(names), triggers=triggers)
        for names, triggers in alike.items()
    ]
    return [*operations, InstallTriggers(triggers=own)] if own else operations


def _dependencies(app: AppConfig, others: MigrationGraph) -> list[tuple[str, str]]:
    """The migrations of other apps that an app's tables and triggers rest on."""
    ours = {own.label for own in own_apps()}
    has_triggers = any(getattr(model._meta, "triggers", []) for model in _models(app))
    needed = {(CORE, INITIAL)} if has_triggers else set()
    needed |= {(label, INITIAL) for label in getattr(app, "last_operations_on", ())}
    for model in _models(app):
        for relation in _relations(model):
            labels = {other._meta.app_label for other in _named(relation)}
            if getattr(relation, "swappable_setting", None) == "AUTH_USER_MODEL":
                labels = set()
                needed.add(migrations.swappable_dependency(settings.AUTH_USER_MODEL))
            needed |= {(label, INITIAL) for label in labels & ours}
            for label in labels - ours:
                needed |= set(others.leaf_nodes(label))
    return sorted(one for one in needed if one[0] != app.label)
