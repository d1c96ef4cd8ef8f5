"""Outcomes and results: entered by one person, checked by another."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypedDict, Unpack

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, refuse_kept_out, require
from bibliography.models import Reference
from core.actions import action, expect_revision, save
from core.errors import FieldProblem, Refused
from core.withdrawing import expect_current, restore, withdraw
from studies.designs import Design
from studies.models import Arm, Outcome, Result, Study
from studies.printed import PrintedNumber
from studies.results.compared import plain_unit
from studies.results.consistency import COMPARED, asked_of
from studies.results.effects import effect_of

_WITH_UNIT = re.compile(r"(.+\S) ?\(([^()]+)\)")  # as "thickness (µm)"
_UNCHECKED = {
    **dict.fromkeys(("checked_by", "checked_at", "disputed_by", "disputed_at")),
    "source_says": "",
}
_WITHDRAWN = ("withdrawn_at", "withdrawn_by", "withdrawn_reason")


class FurtherDetails(TypedDict, total=False):
    """What a report may print besides events, means and estimate."""

    se_1: float | None
    mean_ci_low_1: float | None
    mean_ci_high_1: float | None
    baseline_1: float | None
    median_1: float | None
    q1_1: float | None
    q3_1: float | None
    min_1: float | None
    max_1: float | None
    person_time_1: float | None
    se_2: float | None
    mean_ci_low_2: float | None
    mean_ci_high_2: float | None
    baseline_2: float | None
    median_2: float | None
    q1_2: float | None
    q3_2: float | None
    min_2: float | None
    max_2: float | None
    person_time_2: float | None
    person_time_unit: str
    estimate_se: float | None
    o_minus_e: float | None
    log_rank_variance: float | None
    adjusted_for: str
    imputed: str
    evidence_route: str
    cluster_size: float | None
    icc: float | None
    icc_source: str
    sd_difference: float | None
    correlation: float | None
    discordant_1: int | None
    discordant_2: int | None
    true_positives: int | None
    false_positives: int | None
    false_negatives: int | None
    true_negatives: int | None
    sensitivity: float | None
    sensitivity_low: float | None
    sensitivity_high: float | None
    specificity: float | None
    specificity_low: float | None
    specificity_high: float | None
    reference_standard: str
    time_value: float | None
    time_unit: str


class ResultDetails(FurtherDetails, total=False):
    """What can be stated of a result besides its outcome, metric and provenance.

    A number may be a ``PrintedNumber``: its text is kept beside it. ``answers`` says,
    by the code of a finding, why the numbers stand so though they do not agree.
    """

    contrast: str
    comparison: str
    arm_1: Arm | None
    arm_2: Arm | None
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
    answers: dict[str, str]


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
    complement_of: Outcome | None


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

    Of several that differ in their unit the one whose unit follows in brackets, as
    "thickness (µm)"; Refused where none does. ``details`` are said of a new one alone.
    Only inside an action.
    """
    words = " ".join(name.split())
    known = list(_called(words))
    if not known and (with_unit := _WITH_UNIT.fullmatch(words)):
        named, unit = with_unit[1], plain_unit(with_unit[2])
        known = [one for one in _called(named) if plain_unit(one.unit) == unit]
    if len({one.unit for one in known}) > 1:
        names = " or ".join(f"“{words} ({one.unit or 'no unit'})”" for one in known)
        raise Refused(
            f"Several outcomes here are called “{words}”, in different units: write "
            f"{names}.",
            field="outcome",
        )
    return known[0] if known else add_outcome(name=words, by=by, **details)


def _called(name: str) -> QuerySet[Outcome]:
    return Outcome.objects.current().filter(name__iexact=name).order_by("pk")


@action
def add_result(
    *,
    study: Study,
    outcome: Outcome,
    metric: str,
    provenance: str,
    by: User,
    reason: str = "",
    answer_later: bool = False,
    **fields: Unpack[ResultDetails],
) -> Result:
    """Enter one study's number, or its direction, for an outcome.

    Raises Refused where the numbers do not agree and ``answers`` does not say why they
    stand so all the same; with ``answer_later`` they are stored, and decide nothing
    until somebody answers.
    """
    require(by, Permission.ENTER_RESULTS)
    result = Result(
        study=study,
        outcome=outcome,
        metric=metric,
        provenance=provenance,
        entered_by=by,
        **_unprinted(fields),
    )
    result.printed = _printed(result, fields)
    _check_numbers(result)
    result.answers = _answered(result, fields.get("answers", {}), later=answer_later)
    return save(result)


@action
def enter_result(
    *,
    study: Study,
    outcome: str,
    better: str,
    by: User,
    reason: str = "",
    answer_later: bool = False,
    **fields: Unpack[EnteredFields],
) -> Result:
    """Enter a result for an outcome by its name; a name nobody knows is a new outcome.

    ``better`` is said of a new outcome alone; ``fields`` are those of ``add_result``.
    """
    measured = outcome_named(outcome, by, better=better)
    return add_result(
        study=study, outcome=measured, by=by, answer_later=answer_later, **fields
    )


@action
def edit_result(
    *,
    result: Result,
    by: User,
    reason: str,
    revision: int | None = None,
    answer_later: bool = False,
    **changes: Unpack[ResultFields],
) -> Result:
    """Change a result and say why; it is to be checked against its source again.

    Whoever changes the numbers stands for them from then on. What was answered holds
    until a number changes; what does not agree then is asked as in ``add_result``.
    """
    require(by, Permission.ENTER_RESULTS)
    expect_revision(result, revision)
    if result.is_withdrawn:
        raise Refused("This result was withdrawn: reinstate it, or enter a new one.")
    if not reason.strip():
        raise Refused("Say why the result changes.", field="reason")
    before = Result._base_manager.get(pk=result.pk)
    for name, value in _unprinted(changes).items():
        setattr(result, name, value)
    result.printed = _printed(before, changes)
    _check_numbers(result)
    others = any(getattr(before, name) != getattr(result, name) for name in COMPARED)
    held = {} if others else before.answers
    answers = held | dict(changes.get("answers", {}))
    later = answer_later or not others
    changes |= _unprinted(changes) | {
        "answers": _answered(result, answers, later=later),
    }
    changes |= _UNCHECKED | {"printed": result.printed, "entered_by": by}
    return _save_with_doubles(result, **changes)


@action
def answer_result(
    *,
    result: Result,
    answers: dict[str, str],
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> Result:
    """Say why a result's numbers stand so, though they do not agree.

    ``answers`` are by the codes of what was found; its numbers stay as they are, and so
    does who checked them.
    """
    require(by, Permission.ENTER_RESULTS)
    expect_revision(result, revision)
    if result.is_withdrawn:
        raise Refused("This result was withdrawn, so there is nothing to answer.")
    answers = _answered(result, result.answers | answers, later=True)
    return _save_with_doubles(result, answers=answers)


@action
def check_result(
    *, result: Result, by: User, reason: str = "", revision: int | None = None
) -> Result:
    """Confirm that a result stands so at its source; another person than entered it."""
    require(by, Permission.CHECK_RESULTS)
    expect_revision(result, revision)
    _expect_to_check(result, by)
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
    _expect_to_check(result, by)
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
    withdraw(row=result, by=by, reason=reason)
    return _with_doubles(result)


@action
def reinstate_result(
    *, result: Result, by: User, reason: str, revision: int | None = None
) -> Result:
    """Let a withdrawn result stand again, saying why; what rests on it is reviewed."""
    expect_revision(result, revision)
    if result.withdrawn_by_id != by.pk:
        require(by, Permission.WITHDRAW)
    expect_current(result.study, result.outcome)
    restore(row=result, by=by, reason=reason)
    return _with_doubles(result)


def _with_doubles(result: Result) -> Result:
    """A result, once its doubles are withdrawn, or stand again, as it does."""
    for double in _doubles_of(result):
        save(double, **{name: getattr(result, name) for name in _WITHDRAWN})
    return result


def _doubles_of(result: Result) -> Iterator[Result]:
    """The results that were merged into one.

    A frozen base may hold either: what it rests on is put right with the other.
    """
    for double in Result._base_manager.filter(merged_into=result).order_by("pk"):
        yield from _doubles_of(double)
        yield double


def _save_with_doubles(result: Result, **changes: Any) -> Result:
    for double in _doubles_of(result):
        save(double, **changes)
    return save(result, **changes)


def _expect_to_check(result: Result, by: User) -> None:
    if result.is_withdrawn:
        raise Refused("This result was withdrawn, so there is nothing to check.")
    refuse_kept_out(by, result.study)


def _check_numbers(result: Result) -> None:
    """Refuse numbers that no effect can be made of, in the words of the arithmetic."""
    arms = [arm for arm in (result.arm_1, result.arm_2) if arm]
    if any(arm.study_id != result.study_id for arm in arms):
        raise Refused("An arm of another study was named.", field="arm_1")
    try:
        result.effect()
        # Whatever the design comes to be: its printed interval counts for some.
        effect_of(result, Design.CLUSTER_RCT)
        effect_of(result, Design.CROSSOVER_RCT)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise Refused(f"These numbers do not fit together. {error}") from error


def _unprinted(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with plain numbers."""
    return {
        name: float(value) if isinstance(value, PrintedNumber) else value
        for name, value in fields.items()
    }


def _printed(before: Result, changes: Mapping[str, Any]) -> dict[str, str]:
    """By column the text its number was typed as, once a result has changed."""
    kept = {name: text for name, text in before.printed.items() if name not in changes}
    typed = {
        name: value.text
        for name, value in changes.items()
        if isinstance(value, PrintedNumber)
    }
    return kept | typed


def _answered(
    result: Result, answers: Mapping[str, str], *, later: bool
) -> dict[str, str]:
    """The answers to what is asked about a result's numbers.

    Raises Refused where something is asked and not answered, unless it may be later.
    """
    asked = [each for each in asked_of(result, result.study.design) if each.is_asked]
    said = {each.check: str(answers.get(each.check, "")).strip() for each in asked}
    open_ones = [each for each in asked if not said[each.check]]
    if open_ones and not later:
        sentences = " ".join(each.sentence for each in open_ones)
        problems = [
            FieldProblem(f"answers.{each.check}", each.sentence) for each in open_ones
        ]
        raise Refused(
            f"{sentences} Where it stands so in the source, say why.",
            field="answers",
            problems=problems,
        )
    return {str(check): words for check, words in said.items() if words}
