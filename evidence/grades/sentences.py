"""Gathers what a verdict's sentence is composed of, from its base and its form."""

from collections.abc import Collection, Iterable

from claims.models import Claim
from claims.words import Method, Verdict
from core.wording import day_words
from evidence.bases.proposing import lead_of
from evidence.facts.declared import ItemFacts, PooledLine
from evidence.facts.pooling import deciding_line, pooled_for
from evidence.facts.standing_on import evidence_items
from evidence.grades.draft import GradeForm
from evidence.grades.findings import findings_of
from evidence.judged import ELEMENTS
from evidence.method import (
    GRADE_METHODS,
    RATED,
    Check,
    Figure,
    Finding,
    compose,
    compose_check,
    method_for,
)
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Bearing, Directness
from studies.designs import PRECLINICAL, REVIEWS, Design
from studies.effects import COMPARING, Measure
from studies.models import Result
from studies.words import Contrast
from texts.titles import normalise_title

_YES_NO = frozenset({Measure.RR, Measure.OR, Measure.RD, Measure.HR})


def sentence_of(
    base: EvidenceBase,
    form: GradeForm,
    items: Collection[EvidenceItem],
    facts: Collection[ItemFacts] | None = None,
) -> str:
    """The sentence of a form's verdict, composed by rule.

    ``items`` are the included ones, with their results; ``facts`` the same as they are
    printed, read where not given. Empty where nothing is rated yet. Raises ValueError
    for a lead that lacks its facts, and for unknown words.
    """
    if not form.verdict:
        return ""
    method = method_for(base.claim.kind)
    if method not in GRADE_METHODS:
        return compose_check(_check(base, form, items, method))
    if form.carrying is None or form.certainty(method) not in RATED:
        return ""
    if facts is None:
        facts = [item for item in evidence_items(base) if item.decision == "included"]
    return compose(_finding(base, form, items, facts))


# --- what is rated ---


def _finding(
    base: EvidenceBase,
    form: GradeForm,
    items: Collection[EvidenceItem],
    facts: Collection[ItemFacts],
) -> Finding:
    claim = base.claim
    own = _own(base, form, items)
    deciding = _figure(base, form.carrying.designs, own, facts)
    certainty = form.certainty(method_for(claim.kind))
    events, people = _counts(claim, own) if deciding is None else (None, None)
    outcome = claim.outcome_measured or next((one.outcome for one in own), None)
    return Finding(
        verdict=form.verdict,
        certainty=certainty,
        kind=claim.kind,
        asserts=claim.asserts,
        negated=claim.negated,
        size_class=form.size_class,
        **{name: getattr(base, name) or getattr(claim, name) for name in ELEMENTS},
        time=claim.time_frame,
        better=outcome.better if outcome else "",
        yes_no=deciding is not None and deciding.measure in _YES_NO,
        reading=findings_of(base, form, items).deciding,
        figure=deciding,
        events=events,
        people=people,
        lead=lead_of(base),
    )


def _own(
    base: EvidenceBase, form: GradeForm, items: Iterable[EvidenceItem]
) -> list[Result]:
    """The results of the carrying designs that are of the claim's own outcome."""
    read = {reading.item: reading for reading in form.readings}
    own = []
    for item in items:
        result, reading = item.result, read.get(item.pk)
        if result is None or not result.is_rated or reading is None:
            continue
        if result.design_group != form.carrying.designs:
            continue
        if reading.bearing == Bearing.DOES_NOT_ADDRESS:
            continue
        matches = {getattr(reading, f"{element}_match") for element in ELEMENTS}
        same = reading.outcome_match == Directness.SAME
        if Directness.OTHER not in matches and (same or _is_own(base, result)):
            own.append(result)
    return own


def _is_own(base: EvidenceBase, result: Result) -> bool:
    """Whether a result measures what the claim is about; a claim may not say."""
    measured = base.claim.outcome_measured_id
    if measured:
        return measured == result.outcome_id
    asked = base.outcome or base.claim.outcome
    return not asked or normalise_title(asked) == normalise_title(result.outcome.name)


def _figure(
    base: EvidenceBase,
    designs: str,
    own: Collection[Result],
    facts: Collection[ItemFacts],
) -> Figure | None:
    """The deciding line, else the claim's outcome's only result, or a review's."""
    pooling = pooled_for(base.claim, base, facts)
    line = deciding_line(pooling, designs, base.claim)
    if line:
        return _of_line(line)
    if any(one.designs == designs and one.weights for one in pooling.lines):
        return None
    retracted = {one.result.id for one in facts if one.study and one.study.is_retracted}
    counted = [one for one in own if one.pk not in retracted]
    reviews = [one for one in counted if one.study.design in REVIEWS]
    for alone in (counted, reviews):
        if len(alone) == 1:
            return _of_result(alone[0])
    return None


def _of_line(line: PooledLine) -> Figure:
    return Figure(
        measure=line.metric,
        estimate=line.estimate,
        low=line.ci_low,
        high=line.ci_high,
        unit=line.unit,
    )


def _of_result(result: Result) -> Figure | None:
    unit, effect = result.outcome.unit, result.effect()
    if effect is not None:
        if not effect.estimable:
            return None
        return Figure(
            measure=str(effect.measure),
            estimate=effect.estimate,
            low=effect.low,
            high=effect.high,
            unit=unit,
        )
    told = result.estimate is not None
    if not told or result.metric not in (*COMPARING, Measure.PROPORTION):
        return None
    # Limits of another level than 95 % are no 95 % interval.
    own_level = result.ci_level in (None, 0.95)
    return Figure(
        measure=result.metric,
        estimate=result.estimate,
        low=result.ci_low if own_level else None,
        high=result.ci_high if own_level else None,
        unit=unit,
    )


def _counts(claim: Claim, own: Collection[Result]) -> tuple[int | None, int | None]:
    """Events and people of a harm counted in one group, in the only study of it."""
    alone = list(own)
    if claim.kind != Claim.Kind.HARM or len(alone) != 1:
        return None, None
    (one,) = alone
    if one.contrast == Contrast.BETWEEN_ARMS or one.events_2 is not None:
        return None, None
    return one.events_1, one.total_1


# --- what is checked ---


def _check(
    base: EvidenceBase,
    form: GradeForm,
    items: Collection[EvidenceItem],
    method: Method,
) -> Check:
    passages = [item.passage for item in items if item.passage_id]
    day = base.searched_on
    if method == Method.RECORD_CHECK:
        day = max((passage.read_on for passage in passages), default=None)
    places = dict.fromkeys(one.jurisdiction for one in passages if one.jurisdiction)
    shown, studies = _shown_in(form.verdict, items)
    return Check(
        kind=base.claim.kind,
        verdict=form.verdict,
        cant_say_because=form.cant_say_because,
        bodies=list(dict.fromkeys(one.reference.title for one in passages)),
        jurisdiction=", ".join(places) or base.claim.jurisdiction,
        day=day_words(day) if day else "",
        scope=base.scope,
        sources=base.sources,
        shown=shown,
        studies=studies,
    )


_SHOWN_IN = {
    Verdict.SHOWN_IN_ANIMALS: {Design.ANIMAL},
    Verdict.SHOWN_IN_CELLS: {Design.IN_VITRO, Design.IN_SILICO},
}


def _shown_in(verdict: str, items: Iterable[EvidenceItem]) -> tuple[int, int]:
    """How many of the studies in people, animals or cells show a mechanism."""
    wanted = _SHOWN_IN.get(Verdict(verdict))
    studies: dict[int, bool] = {}
    for item in items:
        if item.result is None:
            continue
        study = item.result.study
        there = study.design in wanted if wanted else study.design not in PRECLINICAL
        if there:
            shows = item.bearing == Bearing.SUPPORTS
            studies[study.pk] = studies.get(study.pk, False) or shows
    return sum(studies.values()), len(studies)
