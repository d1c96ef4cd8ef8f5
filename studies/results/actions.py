"""Outcomes and results: entered by one person, checked by another."""

from typing import TypedDict, Unpack

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Reference
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.withdrawing import withdraw
from studies.designs import Design
from studies.models import Outcome, Result, Study
from studies.results.effects import effect_of

_UNCHECKED = {
    **dict.fromkeys(("checked_by", "checked_at", "disputed_by", "disputed_at")),
    "source_says": "",
}


class ResultDetails(TypedDict, total=False):
    """What can be stated of a result besides its outcome, metric and provenance."""

    contrast: str
    comparison: str
    time_point: str
    analysis_set: str
    measured: str
    adjusted: str
    subgroup: str
    subgroup_planned: str
    dose: str
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    ci_level: float
    p_value: str
    events_1: int | None
    total_1: int | None
    mean_1: float | None
    sd_1: float | None
    events_2: int | None
    total_2: int | None
    mean_2: float | None
    sd_2: float | None
    direction: str
    pooled_designs: list[str]
    pooled_studies: int | None
    quote: str
    place: str
    compiled_from: Reference | None


class ResultFields(ResultDetails, total=False):
    """What can be put right on a result."""

    outcome: Outcome
    metric: str
    provenance: str


class EnteredFields(ResultDetails, total=False):
    """What a person enters of a result besides what names it."""

    metric: str
    provenance: str


class OutcomeDetails(TypedDict, total=False):
    """What can be stated of an outcome besides its name."""

    definition: str
    measures: list[str]
    unit: str
    better: str
    importance: str


class OutcomeFields(OutcomeDetails, total=False):
    """What can be put right on an outcome."""

    name: str


@action
def add_outcome(
    *, name: str, by: User, reason: str = "", **fields: Unpack[OutcomeDetails]
) -> Outcome:
    """Store a thing measured."""
    require(by, Permission.EDIT_STUDIES)
    return save(Outcome(name=name, **fields))


@action
def edit_outcome(
    *,
    outcome: Outcome,
    by: User,
    reason: str = "",
    revision: int | None = None,
    **changes: Unpack[OutcomeFields],
) -> Outcome:
    """Change what is stated of an outcome, for all studies that measured it."""
    require(by, Permission.EDIT_STUDIES)
    expect_revision(outcome, revision)
    return save(outcome, **changes)


def outcome_named(name: str, by: User, **details: Unpack[OutcomeDetails]) -> Outcome:
    """The outcome of a name, upper or lower case alike; made where there is none.

    ``details`` are said of a new one alone. Only inside an action.
    """
    words = " ".join(name.split())
    known = Outcome.objects.current().filter(name__iexact=words).order_by("pk").first()
    return known or add_outcome(name=words, by=by, **details)


@action
def add_result(
    *,
    study: Study,
    outcome: Outcome,
    metric: str,
    provenance: str,
    by: User,
    reason: str = "",
    **fields: Unpack[ResultDetails],
) -> Result:
    """Enter one study's number, or its direction, for an outcome."""
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
    **fields: Unpack[EnteredFields],
) -> Result:
    """Enter a result for an outcome by its name; a name nobody knows is a new outcome.

    ``better`` is said of a new outcome alone; ``fields`` are those of ``add_result``.
    """
    measured = outcome_named(outcome, by, better=better)
    return add_result(study=study, outcome=measured, by=by, **fields)


@action
def edit_result(
    *,
    result: Result,
    by: User,
    reason: str,
    revision: int | None = None,
    **changes: Unpack[ResultFields],
) -> Result:
    """Change a result and say why; it is to be checked against its source again.

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
    return save(result, **changes, **_UNCHECKED, entered_by=by)


@action
def check_result(
    *, result: Result, by: User, reason: str = "", revision: int | None = None
) -> Result:
    """Confirm that a result stands so at its source; another person than entered it."""
    require(by, Permission.CHECK_RESULTS)
    expect_revision(result, revision)
    _expect_to_check(result)
    return save(result, **_UNCHECKED | {"checked_by": by, "checked_at": timezone.now()})


@action
def dispute_result(
    *,
    result: Result,
    source_says: str,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Result:
    """Say that a result is not the same as its source, and what the source says.

    Both stay side by side until somebody corrects the result, or finds it the same;
    another person than entered it says so.
    """
    require(by, Permission.CHECK_RESULTS)
    expect_revision(result, revision)
    _expect_to_check(result)
    if not source_says.strip():
        raise Refused("Say what the source says.", field="source_says")
    said = {"disputed_by": by, "disputed_at": timezone.now()}
    return save(result, **_UNCHECKED | said | {"source_says": source_says.strip()})


@action
def withdraw_result(
    *, result: Result, by: User, reason: str, revision: int | None = None
) -> Result:
    """Take a result back, saying why; what rests on it is reviewed."""
    expect_revision(result, revision)
    if result.entered_by_id != by.pk:
        require(by, Permission.WITHDRAW)
    return withdraw(row=result, by=by, reason=reason)


def _expect_to_check(result: Result) -> None:
    if result.is_withdrawn:
        raise Refused("This result was withdrawn, so there is nothing to check.")


def _check_numbers(result: Result) -> None:
    """Refuse numbers that no effect can be made of, in the words of the arithmetic."""
    try:
        result.effect()
        # Whatever the design comes to be: its printed interval counts for some.
        effect_of(result, Design.CLUSTER_RCT)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise Refused(f"These numbers do not fit together. {error}") from error
