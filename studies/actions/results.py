"""Outcomes and results: entered by one person, checked by another."""

from typing import Any

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.withdrawing import withdraw
from studies.models import Outcome, Result, Study


@action
def add_outcome(*, name: str, by: User, reason: str = "", **fields: Any) -> Outcome:
    """Store a thing measured; ``fields`` are the model's."""
    require(by, Permission.EDIT_STUDIES)
    return save(Outcome(name=name, **fields))


@action
def add_result(
    *,
    study: Study,
    outcome: Outcome,
    metric: str,
    provenance: str,
    by: User,
    reason: str = "",
    **fields: Any,
) -> Result:
    """Enter one study's number, or its direction, for an outcome.

    ``fields`` are the model's: the numbers, where they were read, what was compared.
    """
    require(by, Permission.ENTER_RESULTS)
    result = Result(
        study=study,
        outcome=outcome,
        metric=metric,
        provenance=provenance,
        entered_by=by,
        **fields,
    )
    _check_numbers(result)
    return save(result)


@action
def enter_result(
    *,
    study: Study,
    outcome: str,
    better: str,
    by: User,
    reason: str = "",
    **fields: Any,
) -> Result:
    """Enter a result for an outcome by its name; a name nobody knows is a new outcome.

    ``better`` is said of a new outcome alone; ``fields`` are those of ``add_result``.
    """
    name = outcome.strip()
    known = Outcome.objects.current().filter(name__iexact=name).order_by("pk").first()
    measured = known or add_outcome(name=name, better=better, by=by)
    return add_result(study=study, outcome=measured, by=by, **fields)


@action
def edit_result(
    *,
    result: Result,
    by: User,
    reason: str,
    revision: int | None = None,
    **changes: Any,
) -> Result:
    """Change a result and say why; what was checked is to be checked again.

    Whoever changes the numbers stands for them from then on.
    """
    require(by, Permission.ENTER_RESULTS)
    expect_revision(result, revision)
    if result.is_withdrawn:
        raise Refused("This result was withdrawn; enter a new one.")
    if not reason.strip():
        raise Refused("Say why the result changes.", field="reason")
    for name, value in changes.items():
        setattr(result, name, value)
    _check_numbers(result)
    return save(result, **changes, entered_by=by, checked_by=None, checked_at=None)


@action
def check_result(*, result: Result, by: User, reason: str = "") -> Result:
    """Confirm that a result stands so at its source; another person than entered it."""
    require(by, Permission.CHECK_RESULTS)
    if result.is_withdrawn:
        raise Refused("This result was withdrawn, so there is nothing to check.")
    return save(result, checked_by=by, checked_at=timezone.now())


@action
def withdraw_result(*, result: Result, by: User, reason: str) -> Result:
    """Take a result back, saying why; what rests on it is reviewed."""
    if result.entered_by_id != by.pk:
        require(by, Permission.WITHDRAW)
    return withdraw(row=result, by=by, reason=reason)


def _check_numbers(result: Result) -> None:
    """Refuse numbers that no effect can be made of, in the words of the arithmetic."""
    try:
        result.effect()
    except (TypeError, ValueError) as error:
        raise Refused(f"These numbers do not fit together. {error}") from error
