"""How Footing writes: actions, each a keyword-only function with ``by`` and a reason.

The outermost action opens one transaction; an action called by another joins it, and
history keeps the name and reason of each. What a constraint refuses comes out as
``Refused`` with the constraint's own sentence, so that pages, API and commands say the
same.
"""

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any, ParamSpec, TypeVar, get_args, is_typeddict

import pgtrigger
from django.apps import apps
from django.core.exceptions import (
    NON_FIELD_ERRORS,
    ObjectDoesNotExist,
    ValidationError,
)
from django.db import IntegrityError, connection, models, transaction

from core.contexts import history_context
from core.errors import LostRace, Refused, some_of
from core.triggers import Refusal

P = ParamSpec("P")
R = TypeVar("R")

_NOTHING = (None, "", [])

ACTIONS: list[Callable[..., Any]] = []  # all there are, as they are imported


@dataclass(frozen=True, slots=True)
class Running:
    """An action while it runs."""

    name: str
    by: Any
    reason: str


_running: ContextVar[Running | None] = ContextVar("running_action", default=None)
_performed: ContextVar[list[str] | None] = ContextVar("performed", default=None)
_through: ContextVar[str] = ContextVar("acting_through", default="")


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make a keyword-only function an action; it must take ``by``, may take ``reason``.

    What it takes besides its named parameters is declared, field by field, as
    ``**changes: Unpack[SomeTypedDict]``; any other field is refused, so that nobody
    sets by it what is not a person's to set. Called by another action it acts for the
    same person, and for the other's reason where it is given none.

    Raises Refused where a rule of the database or a model's validation is broken;
    RuntimeError where it is called for somebody else than the action that calls it.
    """
    parameters = inspect.signature(function).parameters
    keywords = (inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD)
    by = parameters.get("by")
    if (
        by is None
        or by.default is not inspect.Parameter.empty
        or any(parameter.kind not in keywords for parameter in parameters.values())
    ):
        raise TypeError(f"{function.__name__} must be keyword-only and take by=")
    fields = _fields_of(function.__name__, parameters.values())
    known = fields | parameters.keys()

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if args or "by" not in kwargs:
            raise TypeError(f"{function.__name__} takes keywords alone, and by=")
        if unknown := sorted(kwargs.keys() - known):
            raise Refused(
                f"There is no {some_of(unknown)} to set here; expected were "
                f"{', '.join(sorted(known - {'by', 'reason', 'revision'}))}."
            )
        outer = _running.get()
        begun = _begun(function.__name__, kwargs["by"], kwargs.get("reason"), outer)
        token = _running.set(begun)
        try:
            with _within(begun) if outer else _outermost(begun):
                return function(**kwargs)
        finally:
            _running.reset(token)

    run.fields = fields  # type: ignore[attr-defined]  for whoever offers them
    ACTIONS.append(run)
    return run


def running() -> Running:
    """The action that is running, the innermost. Raises RuntimeError where none is."""
    action = _running.get()
    if action is None:
        raise RuntimeError("writes go through actions")
    return action


def _fields_of(name: str, parameters: Iterable[inspect.Parameter]) -> frozenset[str]:
    """The fields that an action names in the TypedDict of its ``**`` parameter."""
    for parameter in parameters:
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            declared = get_args(parameter.annotation)
            if not declared or not is_typeddict(declared[0]):
                raise TypeError(f"{name} must name its fields: Unpack[a TypedDict]")
            return frozenset(declared[0].__annotations__)
    return frozenset()


def _begun(name: str, by: Any, reason: Any, outer: Running | None) -> Running:
    if outer and by.pk != outer.by.pk:
        raise RuntimeError(
            f"{outer.name} runs for {outer.by}; it cannot call {name} for {by}"
        )
    return Running(name, by, reason or (outer.reason if outer else ""))


def _within(begun: Running) -> AbstractContextManager[None]:
    """What is written meanwhile is this action's: its name, its person, its reason."""
    through = {"through": _through.get()} if _through.get() else {}
    return history_context(
        user=begun.by.pk, action=begun.name, reason=begun.reason, **through
    )


@contextmanager
def acting_through(what: str) -> Iterator[None]:
    """History keeps that whatever is written meanwhile came by this, as "token Lab"."""
    token = _through.set(what)
    try:
        yield
    finally:
        _through.reset(token)


@contextmanager
def counted_actions() -> Iterator[list[str]]:
    """The names of the outermost actions performed meanwhile, in their order.

    A request performs at most one: two would leave half of what was asked for stored
    where the second is refused.
    """
    performed: list[str] = []
    token = _performed.set(performed)
    try:
        yield performed
    finally:
        _performed.reset(token)


@contextmanager
def _outermost(begun: Running) -> Iterator[None]:
    performed = _performed.get()
    if performed is not None:
        performed.append(begun.name)
    try:
        with whole_or_not(), _within(begun):
            yield
    except Refused as refusal:
        if refusal.afterwards:
            with whole_or_not(), _within(begun):
                refusal.afterwards()
        raise


@contextmanager
def whole_or_not() -> Iterator[None]:
    """Store all that is written meanwhile, or nothing of it.

    Raises Refused with the sentence of the constraint or validation that was broken;
    an action may go on where it catches that, with what it wrote before.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise Refused(sentence_of(error)) from error
    except ValidationError as error:
        raise Refused(_in_words(error)) from error


def _in_words(error: ValidationError) -> str:
    """All messages of a validation as one text, each with the field it is about."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    parts = []
    for field, messages in error.message_dict.items():
        label = "" if field == NON_FIELD_ERRORS else f"{field.replace('_', ' ')}: "
        parts.append(label.capitalize() + " ".join(messages))
    return " ".join(parts)


def sentence_of(error: IntegrityError) -> str:
    """The sentence of the rule that refused a write.

    Falls back to the database's own words for what no model declares.
    """
    if isinstance(error, models.ProtectedError):
        return "This cannot be removed: others build on it."
    diagnosis = getattr(error.__cause__, "diag", None)
    table = getattr(diagnosis, "table_name", None)
    name = getattr(diagnosis, "constraint_name", None)
    declared = rule_sentences().get((table, name))
    if declared:
        return declared
    primary = getattr(diagnosis, "message_primary", None)
    return str(primary or error)


@functools.cache
def rule_sentences() -> dict[tuple[str, str], str]:
    """What to tell a person who broke a rule, by its table and its name.

    Rules are the models' constraints and the triggers that refuse.
    """
    constraints = {
        (model._meta.db_table, constraint.name): str(constraint.violation_error_message)
        for model in apps.get_models()
        for constraint in model._meta.constraints
        if constraint.violation_error_message
        != constraint.default_violation_error_message
    }
    refusals = {
        (model._meta.db_table, trigger.name): trigger.sentence
        for model, trigger in pgtrigger.registered()
        if isinstance(trigger, Refusal)
    }
    return constraints | refusals


def save(instance: models.Model, **changes: Any) -> models.Model:
    """Validate and store a row with some fields changed; bring its revision up to date.

    Only inside an action. Raises ValidationError, which the action turns into Refused.
    """
    running()
    adding = instance._state.adding
    for field, value in changes.items():
        setattr(instance, field, value)
    instance.full_clean(exclude=_rows_at_hand(instance), validate_constraints=False)
    if adding:
        instance.save(force_insert=True)
    else:
        instance.save(update_fields=list(changes) or None)
        if hasattr(instance, "revision"):
            instance.refresh_from_db(fields=["revision"])
    return instance


def _rows_at_hand(instance: models.Model) -> set[str]:
    """The foreign keys of a row whose rows are loaded: there is no need to look again.

    Not those of which each may be named once, which validation asks for.
    """
    return {
        field.name
        for field in instance._meta.concrete_fields
        if field.many_to_one
        and field.is_cached(instance)
        and getattr(field.get_cached_value(instance), "pk", None) is not None
    }


def expect_revision(instance: models.Model, revision: int | None) -> None:
    """Refuse to write over what somebody else changed meanwhile.

    ``revision`` is what the writer saw; None asks for no check. The row is locked and
    read anew, so that of two writers who saw the same one waits and then loses. Only
    inside an action. Raises LostRace.
    """
    if revision is None:
        return
    name = instance._meta.verbose_name.capitalize()
    rows = type(instance)._base_manager.select_for_update()
    try:
        instance.refresh_from_db(from_queryset=rows)
    except ObjectDoesNotExist:
        raise LostRace(f"{name} {instance.pk} was removed meanwhile.") from None
    if instance.revision != revision:
        raise LostRace(
            f"{name} {instance.pk} was changed meanwhile "
            f"(revision {instance.revision}; you saw {revision}).",
            current=instance,
        )


def one_after_another(what: str) -> None:
    """Wait until no other transaction is at the same, then go ahead until this ends.

    For what has no row yet that could be locked. ``what`` names it for the whole store.
    """
    key = int.from_bytes(sha256(what.encode()).digest()[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def touch(instance: models.Model) -> None:
    """Count a change of what stands under a row, such as a claim's topics, as its own.

    Who saw the row before has not seen that. Only inside an action.
    """
    running()
    rows = type(instance)._base_manager.filter(pk=instance.pk)
    rows.update(revision=models.F("revision"))  # the trigger counts it
    instance.refresh_from_db(fields=["revision"])


def unsaid(
    row: models.Model | Mapping[str, Any], said: Mapping[str, Any]
) -> dict[str, Any]:
    """What is said and a row has nothing in yet: to fill it in overwrites nothing.

    ``row`` is an instance, or its fields' values by name.
    """
    stands = row.__getitem__ if isinstance(row, Mapping) else partial(getattr, row)
    return {
        name: value
        for name, value in said.items()
        if value not in _NOTHING and stands(name) in _NOTHING
    }
