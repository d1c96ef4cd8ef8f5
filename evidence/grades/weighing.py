"""How a grade weighs its evidence: its readings and its groups of designs, checked."""

from collections.abc import Collection, Iterator

from claims.words import ClaimKind
from evidence.bases.reading import against
from evidence.bases.ready import question_of
from evidence.facts.bias import Carried, bias_tables, carried_by
from evidence.facts.declared import StudyFacts
from evidence.facts.pooling import deciding_line
from evidence.grades.apart import apart, of_one_number
from evidence.grades.draft import GradeForm, GroupForm, ReadingForm
from evidence.grades.findings import (
    Counted,
    Evidence,
    claims_difference,
    deciding,
    estimates,
)
from evidence.judged import ELEMENTS, rated_of
from evidence.method import (
    BY_MARGIN,
    ROBINS_I,
    Figures,
    Judged,
    Problem,
    asked_of,
    asks_for_group,
    dose_beyond,
    of_others,
    rated_up_too_far,
    things_beyond,
    time_beyond,
)
from evidence.models import EvidenceItem
from evidence.words import Bearing, Directness, Upgrade
from studies.designs import REVIEWS, DesignGroup, Start
from studies.effects import Measure, to_shown_scale
from studies.results.effects import events_of
from studies.words import Contrast, Importance

_OF_RISKS = frozenset({Measure.RR, Measure.OR, Measure.HR, Measure.RATE_RATIO})
ONLY_BY_MARGIN = (
    "only an interval inside a stated margin shows that there is little or no "
    "difference. That none was reported, or none was significant, does not"
)


def label_of(item: EvidenceItem) -> str:
    """What an item is called."""
    return item.result.study.label if item.result_id else item.passage.reference.title


# --- readings ---


def reading_problems(evidence: Evidence, form: GradeForm) -> Iterator[Problem]:
    """Readings that are missing, are of something else, or go against the numbers."""
    by_id = {item.pk: item for item in evidence.items}
    read = {one.item: one for one in form.readings if one.bearing}
    for pk, item in by_id.items():
        field = f"readings.{pk}"
        if pk not in read:
            why = f"{label_of(item)}: say what it shows of the claim."
            yield Problem(field, why)
            continue
        if why := _against_numbers(evidence, item, read[pk].bearing, read[pk].why):
            yield Problem(field, f"{label_of(item)}: {why}.")
        if why := _outcome_unanswered(evidence, item, read[pk]):
            yield Problem(field, f"{label_of(item)}: {why}.")
        if why := _set_aside(item, read[pk]):
            yield Problem(field, f"{label_of(item)}: {why}.")
    if set(read) - set(by_id):
        yield Problem("readings", "Only included items of this base are read.")


def _set_aside(item: EvidenceItem, reading: ReadingForm) -> str:
    """What is asked where a grader finds an included result of another question."""
    other = [
        element
        for element in ELEMENTS
        if getattr(reading, f"{element}_match") == Directness.OTHER
        and getattr(item, f"{element}_match") != Directness.OTHER
    ]
    if item.result is None or not other or reading.why.strip():
        return ""
    return (
        f"it was included, and is said to be of another {' and '.join(other)}, so that "
        "it counts no more; write why"
    )


def _outcome_unanswered(
    evidence: Evidence, item: EvidenceItem, reading: ReadingForm
) -> str:
    """What is asked where a result measures another outcome than the claim names."""
    measured = evidence.claim.outcome_measured_id
    if item.result is None or measured in (None, item.result.outcome_id):
        return ""
    if reading.outcome_match or item.outcome_match:
        return ""
    return (
        f"it measured “{item.result.outcome.name}”, which is not the outcome that the "
        "claim names as measured; say how it fits: same, narrower, broader or other"
    )


def _against_numbers(
    evidence: Evidence, item: EvidenceItem, bearing: str, why: str
) -> str:
    """What is wrong with a reading other than its numbers propose; empty if nothing."""
    if item.result is None:
        return ""
    proposed = evidence.proposed[item.pk]
    if bearing == proposed:
        return ""
    if proposed and bearing == item.bearing:
        now = Bearing(proposed).label
        return (
            "it, or the claim’s question, was changed since the base was frozen, and "
            f"its numbers now propose “{now}”; copy the base and freeze it anew"
        )
    claim, figures = evidence.claim, evidence.figures
    before_after = proposed == Bearing.DOES_NOT_ADDRESS
    if before_after and item.result.contrast == Contrast.BEFORE_AFTER:
        return (
            "a change in one group, before against after, does not address a comparison"
        )
    denied = bearing == Bearing.SUPPORTS and not claims_difference(claim)
    if figures.margin is None and (denied or bearing == Bearing.LITTLE_OR_NO):
        return f"{ONLY_BY_MARGIN}; state the margin in the claim’s question"
    if denied:
        return ONLY_BY_MARGIN
    if proposed and not why.strip():
        now = Bearing(proposed).label
        return f"its numbers propose “{now}”; write why you read it otherwise"
    return ""


# --- groups of designs ---


def group_problems(evidence: Evidence, form: GradeForm) -> Iterator[Problem]:
    """Groups that the base has no result of, starts they have not, reasons asked."""
    for group in form.groups:
        field = f"groups.{group.designs}"
        if group.designs not in evidence.starts:
            words = DesignGroup(group.designs).label
            why = f"No included result that counts for the claim is {words}."
            yield Problem(field, why)
            continue
        yield from _start_problems(evidence, group)
        yield from _asked(evidence, form, group)
        yield from _rated_up_too_far(evidence, form, group)
    yield from _weak_problems(evidence, form)
    yield from _lower_group(form)


def starts_offered(evidence: Evidence, designs: str) -> list[Start]:
    """Where a group may start: by its designs, or by ROBINS-I.

    That is a review's own, quoted, or an agreed appraisal of each result that carries.
    """
    start = evidence.starts[designs]
    if start is not Start.NRS:
        return [start]
    opened = rests_on_review(evidence, designs) or is_appraised(evidence, designs)
    return [start, Start.NRS_ROBINS_I] if opened else [start]


def is_appraised(evidence: Evidence, designs: str) -> bool:
    """Whether ROBINS-I appraisals are agreed of all that carries a group of designs."""
    carried = _carried(evidence, designs).items
    return bool(carried) and not without_robins_i(evidence, designs)


def without_robins_i(evidence: Evidence, designs: str) -> list[StudyFacts]:
    """The studies with a result that carries and no agreed ROBINS-I appraisal."""
    lacking = {
        item.study.id: item.study
        for item in _carried(evidence, designs).items
        if all(one.instrument != ROBINS_I for one in item.appraisals)
    }
    return list(lacking.values())


def _carried(evidence: Evidence, designs: str) -> Carried:
    line = deciding_line(evidence.pooling, designs, evidence.claim)
    return carried_by(designs, evidence.facts, line)


def rests_on_review(evidence: Evidence, designs: str) -> bool:
    """Whether a review, which may have appraised it, covers a group of designs."""
    if evidence.base.review_id:
        return True
    return any(
        Counted(item, "").designs == designs
        for item in evidence.rated
        if item.result.study.design in REVIEWS
    )


def _start_problems(evidence: Evidence, group: GroupForm) -> Iterator[Problem]:
    offered = starts_offered(evidence, group.designs)
    field = f"groups.{group.designs}.start"
    if group.start not in offered:
        yield Problem(field, _not_offered(evidence, group, offered))
    elif group.start == Start.NRS_ROBINS_I and _quotes(evidence, group):
        if not group.bias_says:
            why = "Say which risk of bias the review came to with ROBINS-I or ROBINS-E."
            yield Problem(field, why)
        if not group.bias_quote.strip():
            why = "Quote the review’s words on the risk of bias, and where they stand."
            yield Problem(field, why)


def _not_offered(
    evidence: Evidence, group: GroupForm, offered: Collection[Start]
) -> str:
    """Why a group starts elsewhere; what the start by ROBINS-I lacks, and where."""
    words = " or ".join(f"“{start.label}”" for start in offered)
    why = f"What is here of this group of designs starts {words}."
    if group.start != Start.NRS_ROBINS_I or Start.NRS not in offered:
        return why
    lacking = without_robins_i(evidence, group.designs)
    names = ", ".join(study.label for study in lacking) or "any result that carries"
    return (
        f"{why} To start at High it needs an agreed ROBINS-I appraisal of each result "
        f"that carries; there is none of {names}. Appraise it from its study’s page, "
        "or quote the appraisal of a review that is included."
    )


def _quotes(evidence: Evidence, group: GroupForm) -> bool:
    """Whether a review is quoted, or must be, as nobody here appraised it all."""
    begun = group.bias_says or group.bias_quote.strip()
    return bool(begun) or not is_appraised(evidence, group.designs)


def _proposed(evidence: Evidence, designs: str) -> int | None:
    """The level of bias that the agreed ROBINS-I appraisals of a group propose."""
    tables = bias_tables(_carried(evidence, designs))
    levels = (each.proposed for each in tables if each.instrument == ROBINS_I)
    return next(levels, None)


def _asked(evidence: Evidence, form: GradeForm, group: GroupForm) -> Iterator[Problem]:
    """Reasons for a domain that is left at none against the group's own figures."""
    robins = group.start == Start.NRS_ROBINS_I
    judged = Judged(
        levels=group.levels,
        why=group.why,
        says=group.bias_says if robins else "",
        proposed=_proposed(evidence, group.designs) if robins else None,
    )
    for domain, why in asked_of(judged, figures_of(evidence, form, group.designs)):
        yield Problem(f"groups.{group.designs}.{domain}", which(group) + why)


def which(group: GroupForm) -> str:
    """What a sentence about a group begins with, where it is not the carrying one."""
    return "" if group.carries else f"{DesignGroup(group.designs).capitalised}: "


def _rated_up_too_far(
    evidence: Evidence, form: GradeForm, group: GroupForm
) -> Iterator[Problem]:
    """A large effect that the ratio deciding for a group is not, without a reason.

    An odds ratio is further from 1 than the risk ratio would be, so that what it does
    not reach, that would not either.
    """
    levels = group.levels.get(Upgrade.LARGE_EFFECT)
    if not levels or group.override_why.strip():
        return
    figure = deciding(evidence, group.designs, evidence.counted(form, group.designs))
    if figure is None:
        return
    estimate, measure = figure.numbers.estimate, figure.numbers.metric
    if measure not in _OF_RISKS or estimate is None:
        return
    if why := rated_up_too_far(levels, to_shown_scale(Measure(measure), estimate)):
        yield Problem(
            f"groups.{group.designs}.override_why",
            f"{Upgrade.LARGE_EFFECT.capitalised}: {why}. Lower it, or write why it is "
            "rated up all the same.",
        )


def figures_of(evidence: Evidence, form: GradeForm, designs: str) -> Figures:
    """What is known of a group of designs, for the reasons that are asked."""
    counted = evidence.counted(form, designs)
    figure = deciding(evidence, designs, counted)
    numbers = figure.numbers if figure else None
    held = against(evidence.figures, numbers.metric, numbers.unit) if numbers else None
    stated = [*held.thresholds, *filter(None, [held.margin])] if held else []
    outcomes = {one.result.outcome.importance for one in counted}
    studies = (one.result.study for one in counted)
    prevalence = evidence.claim.kind == ClaimKind.PREVALENCE
    return Figures(
        low=numbers.low if numbers else None,
        high=numbers.high if numbers else None,
        thresholds=[] if prevalence else stated,
        reads_by_margin=evidence.claim.asserts in BY_MARGIN or prevalence,
        reads_else=figure.reads_else if figure else "",
        people=_summed({one.result.study_id: one.people for one in counted}),
        events=_summed({one.result.study_id: events_of(one.result) for one in counted}),
        estimates=tuple(estimates(evidence.claim, counted)),
        surrogate=Importance.SURROGATE in outcomes,
        two_gate=any(_is_two_gate(study.design_words) for study in studies),
        unsure=figure.is_without_interval if figure else _is_without_numbers(counted),
        twice=of_one_number(counted),
        size=held.size if held else None,
        apart=(*_beyond_question(evidence), *apart(evidence.claim, counted)),
    )


def _is_without_numbers(counted: Collection[Counted]) -> bool:
    """Whether nothing that counts has a number, as where only a direction is told."""
    return bool(counted) and all(one.result.effect() is None for one in counted)


def _beyond_question(evidence: Evidence) -> Iterator[str]:
    """Whom, or what time, the claim's words are of and its question is not."""
    asked = {**question_of(evidence.base), "subgroup": evidence.claim.subgroup}
    if names := of_others(asked):
        yield f"the claim is of {' and '.join(names)}, which its question does not name"
    if time := time_beyond(asked):
        asks = asked["time_frame"]
        of = f"is of “{asks}”" if asks else "no time"
        yield f"the claim says “{time}”, and its question {of}"
    if dose := dose_beyond(asked):
        yield f"the claim says “{dose}”, and its question no dose"
    words = [one for one in things_beyond(asked) if one not in f"{time} {dose}"]
    if words:
        said = " and ".join(f"“{one}”" for one in words)
        yield f"the claim says {said}, which its question does not"


def _summed(of_study: dict[int, int | None]) -> int | None:
    """The sum over studies, each once; None where one is not known."""
    known = [count for count in of_study.values() if count is not None]
    return sum(known) if known and len(known) == len(of_study) else None


def _is_two_gate(words: str) -> bool:
    plain = words.casefold().replace("-", " ")
    return "two gate" in plain or "case control" in plain


def _weak_problems(evidence: Evidence, form: GradeForm) -> Iterator[Problem]:
    """One group of people alone is rated above very low only with a reason."""
    carrying = form.carrying
    if carrying is None or carrying.override_why.strip():
        return
    of_group = [one.result for one in evidence.counted(form, carrying.designs)]
    weak = bool(of_group) and all(rated_of(one).is_weak for one in of_group)
    effect = evidence.claim.kind in (ClaimKind.EFFECT, ClaimKind.HARM)
    if weak and effect and str(carrying.rating().certainty) != "very_low":
        yield Problem(
            f"groups.{carrying.designs}.override_why",
            "Single-arm trials, changes in one group, case series and case reports "
            "alone are rated above very low only with a written reason.",
        )


def _lower_group(form: GradeForm) -> Iterator[Problem]:
    carrying = form.carrying
    if carrying is None or form.explanation.strip():
        return
    others = [str(one.rating().certainty) for one in form.groups if one is not carrying]
    if why := asks_for_group(str(carrying.rating().certainty), others):
        yield Problem("carries", why)
