"""Gathers what a verdict's sentence is composed of, from its base and its form."""

from collections.abc import Collection

from claims.models import Claim
from claims.words import Certainty, ClaimKind, Verdict
from evidence.bases.proposing import lead_of
from evidence.bases.reading import against, compares_other_way
from evidence.grades.apart import is_of_no_time, times_far_from
from evidence.grades.checking import check_of
from evidence.grades.draft import GradeForm
from evidence.grades.findings import (
    Counted,
    Deciding,
    Evidence,
    deciding,
)
from evidence.judged import ELEMENTS
from evidence.method import (
    GRADE_METHODS,
    RATED,
    Figure,
    Finding,
    compose,
    compose_check,
    lies_within,
    method_for,
)
from evidence.words import Bearing, Directness, SizeClass
from studies.effects import Measure, to_shown_scale
from texts.titles import normalise_title

_YES_NO = frozenset({Measure.RR, Measure.OR, Measure.RD, Measure.HR})


def sentence_of(evidence: Evidence, form: GradeForm, because: str = "") -> str:
    """The sentence of a form's verdict, composed by rule.

    ``because`` is why nothing can be said, where the verdict is that. Empty where no
    verdict is chosen or nothing is rated yet. Raises ValueError for a lead that lacks
    its facts, and for unknown words.
    """
    if not form.verdict:
        return ""
    method = method_for(evidence.claim.kind)
    if method not in GRADE_METHODS:
        return compose_check(check_of(evidence, form), because)
    if form.carrying is None or form.certainty(method) not in RATED:
        return ""
    return compose(_finding(evidence, form, because))


def left_out(evidence: Evidence, form: GradeForm) -> list[str]:
    """What the sentence lacks although the form has it, and why, in sentences."""
    if form.carrying is None:
        return []
    _, decides, own = _carrying(evidence, form)
    found = []
    if decides and not _is_of(own, decides):
        found.append(
            f"It has no number, for the figure that decides is of “{decides.outcome}”. "
            "If that is the claim’s outcome, mark the outcome of its results as "
            f"“{Directness.SAME.label}”."
        )
    if form.size_class and not _size_class(evidence, form, decides):
        found.append(
            "It has no word for the size, for the question states no thresholds that "
            "the figure could be held against."
        )
    return found


def _finding(evidence: Evidence, form: GradeForm, because: str) -> Finding:
    base, claim = evidence.base, evidence.claim
    counted, decides, own = _carrying(evidence, form)
    figure = _figure(claim.kind, decides) if _is_of(own, decides) else None
    events, people, followed = None, None, ""
    certainty = form.certainty(method_for(claim.kind))
    open_ = form.verdict == Verdict.CANT_SAY and certainty != Certainty.VERY_LOW
    if claim.kind == ClaimKind.HARM and (figure is None or open_):
        events, people, followed = _counts(evidence.claim, own)
    return Finding(
        verdict=form.verdict,
        certainty=certainty,
        kind=claim.kind,
        asserts=claim.asserts,
        negated=claim.negated,
        because=because,
        size_class=_size_class(evidence, form, decides),
        **{name: getattr(base, name) or getattr(claim, name) for name in ELEMENTS},
        time=_time(claim, own or counted),
        better=decides.better if decides else _better(own),
        yes_no=_is_yes_no(figure, own),
        reading=_reading(decides, counted),
        figure=figure,
        within_margin=figure is not None and _within_margin(evidence, decides),
        events=events,
        people=people,
        followed=followed,
        lead=lead_of(base),
    )


def _time(claim: Claim, counted: Collection[Counted]) -> str:
    """The claim's time; where all results are of a far other one or none, theirs."""
    results = [one.result for one in counted]
    if is_of_no_time(claim, results):
        return ""
    times = times_far_from(claim, results)
    if len(times) > 1:
        return f"{times[0]} to {times[-1]}"
    return times[0] if times else claim.time_frame


def _carrying(
    evidence: Evidence, form: GradeForm
) -> tuple[list[Counted], Deciding | None, list[Counted]]:
    """What counts of the group that carries the verdict, what decides, what is own."""
    designs = form.carrying.designs
    counted = evidence.counted(form, designs)
    own = [one for one in counted if _is_own(evidence, form, one)]
    return counted, deciding(evidence, designs, counted), own


# --- the claim's own outcome ---


def _is_own(evidence: Evidence, form: GradeForm, one: Counted) -> bool:
    """Whether a result measures what the claim is about; a claim may leave it open."""
    claim, outcome = evidence.claim, one.result.outcome
    if claim.outcome_measured_id:
        return claim.outcome_measured_id == outcome.pk
    asked = evidence.base.outcome or claim.outcome
    if not asked or normalise_title(asked) == normalise_title(outcome.name):
        return True
    matches = (r.outcome_match for r in form.readings if r.item == one.item.pk)
    return Directness.SAME in matches


def _is_of(own: Collection[Counted], decides: Deciding | None) -> bool:
    """Whether the deciding figure is of an outcome that is the claim's own."""
    return decides is not None and decides.outcome in {
        one.result.outcome.name for one in own
    }


def _better(own: Collection[Counted]) -> str:
    return own[0].result.outcome.better if own else ""


def _is_yes_no(figure: Figure | None, own: Collection[Counted]) -> bool:
    """Whether people have the outcome or not, as its measures say."""
    measures = {figure.measure} if figure else {one.result.metric for one in own}
    return bool(measures) and measures <= _YES_NO


# --- its numbers ---


def _figure(kind: str, decides: Deciding) -> Figure | None:
    """The deciding figure on the scale it is shown on; None where it has no number.

    A share of people is no comparison, so that it decides of a prevalence alone.
    """
    numbers = decides.numbers
    is_share = numbers.metric == Measure.PROPORTION
    if numbers.estimate is None or is_share != (kind == ClaimKind.PREVALENCE):
        return None
    shown = [
        value if value is None or is_share else to_shown_scale(numbers.metric, value)
        for value in (numbers.estimate, numbers.low, numbers.high)
    ]
    estimate, low, high = shown
    return Figure(
        measure=numbers.metric,
        estimate=estimate,
        low=low,
        high=high,
        unit=numbers.unit,
    )


def _reading(decides: Deciding | None, counted: Collection[Counted]) -> str:
    """What is shown of the claim: by the deciding figure, else by all there is."""
    if decides:
        return decides.bearing
    bearings = {one.bearing for one in counted}
    return bearings.pop() if len(bearings) == 1 else Bearing.NOT_SET


def _within_margin(evidence: Evidence, decides: Deciding) -> bool:
    numbers = decides.numbers
    margin = against(evidence.figures, numbers.metric, numbers.unit).margin
    if margin is None or numbers.low is None or numbers.high is None:
        return False
    return lies_within(numbers.low, numbers.high, margin)


def _size_class(evidence: Evidence, form: GradeForm, decides: Deciding | None) -> str:
    """The size class, where thresholds say what it means; an SMD has usual ones."""
    if decides is None:
        return SizeClass.NONE
    numbers = decides.numbers
    held = against(evidence.figures, numbers.metric, numbers.unit)
    trivial = form.size_class == SizeClass.TRIVIAL and held.margin is not None
    if held.thresholds or trivial or numbers.metric == Measure.SMD:
        return form.size_class
    return SizeClass.NONE


def _counts(
    claim: Claim, own: Collection[Counted]
) -> tuple[int | None, int | None, str]:
    """Events and people with the intervention over studies, and how long followed.

    Nothing where a study counts none, or counts more than once.
    """
    results = [one.result for one in own]
    studies = {result.study_id for result in results}
    arms = [
        (one.events_2, one.total_2)
        if compares_other_way(claim, one)
        else (one.events_1, one.total_1)
        for one in results
    ]
    known = all(events is not None and people for events, people in arms)
    if not results or len(studies) < len(results) or not known:
        return None, None, ""
    times = {result.time_point for result in results}
    return (
        sum(events for events, _ in arms),
        sum(people for _, people in arms),
        times.pop() if len(times) == 1 else "",
    )
