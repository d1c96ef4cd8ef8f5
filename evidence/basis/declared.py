"""What is compared: ids, codes, numbers, days, and texts a person entered or quoted.

Neither labels, nor text made for print, nor timestamps: to reword or to reformat marks
no verdict. A field named like a column is that column's value. A field more, or less,
is a new ``BASIS_VERSION``; the declarations of earlier versions stay, and read what
was stored under them. A code once stored is never given another meaning.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any, get_args, get_origin

from claims.models import ClaimVersion
from core.dataclass_json import Day, field_types, from_json, without_none
from evidence import method as certainty
from studies import pooling

BASIS_VERSION = 4


@dataclass(frozen=True)
class FiguresBasis2:
    """The numbers a claim was judged against before it could count studies."""

    scale: str
    figures_unit: str
    margin: float | None
    margin_source: str
    claimed_size: float | None
    small_from: float | None
    moderate_from: float | None
    large_from: float | None
    thresholds_source: str
    value_low: float | None
    value_high: float | None
    baseline_risk: float | None
    baseline_source: str
    baseline_population: str
    baseline_time: str


@dataclass(frozen=True)
class FiguresBasis(FiguresBasis2):
    """The numbers a claim is judged against, and where each is from."""

    count_bound: str
    count_of: int | None
    count_design: str


@dataclass(frozen=True)
class QuestionBasis:
    """The claim's words and its question, without numbers."""

    text: str
    kind: str
    population: str
    intervention: str
    comparator: str
    outcome: str
    asserts: str
    negated: bool
    size: str
    dose: str
    time_frame: str
    subgroup: str
    as_of: Day | None
    jurisdiction: str


@dataclass(frozen=True)
class ClaimBasis(QuestionBasis):
    """The claim's words and its question."""

    figures: FiguresBasis


@dataclass(frozen=True)
class SearchBasis:
    """How far was looked for evidence, and for which question."""

    id: int
    number: int
    population: str
    intervention: str
    comparator: str
    outcome: str
    eligible_designs: tuple[str, ...]
    scope: str
    sources: str
    query: str
    searched_on: Day | None
    review: int | None


@dataclass(frozen=True)
class BaseBasis(SearchBasis):
    """The evidence base, with the numbers that closed with it."""

    records_found: int | None
    records_screened: int | None
    review_searched_on: Day | None
    review_search_unknown: bool
    review_included: int | None
    figures: FiguresBasis


@dataclass(frozen=True)
class ReadingBasis:
    """What graders agreed that something shows; what was proposed where none did."""

    bearing: str
    population_match: str
    intervention_match: str
    comparator_match: str
    outcome_match: str


@dataclass(frozen=True)
class ResultBasis2:
    """An included result with the numbers that were kept at first.

    ``designs`` is the group of designs it is graded with, empty where it is graded with
    none; ``read_at_source`` whether it counts.
    """

    id: int
    study: int
    outcome: int
    contrast: str
    comparison: str
    time_point: str
    analysis_set: str
    measured: str
    adjusted: str
    subgroup: str
    subgroup_planned: str
    dose: str
    metric: str
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
    pooled_designs: tuple[str, ...]
    pooled_studies: int | None
    quote: str
    place: str
    provenance: str
    compiled_from: int | None
    withdrawn_reason: str
    designs: str
    read_at_source: bool
    reading: ReadingBasis


@dataclass(frozen=True)
class ResultBasis(ResultBasis2):
    """An included result as stored.

    ``unanswered`` are the codes of what does not agree in its numbers, and was not
    answered: while there is one it is not pooled.
    """

    arm_1: int | None
    arm_2: int | None
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
    unanswered: tuple[str, ...]


@dataclass(frozen=True)
class PassageBasis:
    """An included passage as stored."""

    id: int
    reference: int
    quote: str
    place: str
    read_on: Day
    jurisdiction: str
    withdrawn_reason: str
    reading: ReadingBasis


@dataclass(frozen=True)
class NoticeBasis:
    """A notice that stands."""

    id: int
    kind: str


@dataclass(frozen=True)
class StudyBasis1:
    """The study of an included result, with the notices on any of its reports."""

    id: int
    design: str
    allocation: str
    retracted: bool
    notices: tuple[NoticeBasis, ...]


@dataclass(frozen=True)
class StudyBasis(StudyBasis1):
    """The study, with whether it took in people as they came."""

    consecutive: str


@dataclass(frozen=True)
class ReferenceBasis:
    """A record that results were compiled from, or passages quoted."""

    id: int
    notices: tuple[NoticeBasis, ...]


@dataclass(frozen=True)
class OutcomeBasis2:
    """What an included result measured."""

    id: int
    name: str
    unit: str
    better: str


@dataclass(frozen=True)
class OutcomeBasis(OutcomeBasis2):
    """What an included result measured, and the outcome it is the complement of."""

    complement_of: int | None


@dataclass(frozen=True)
class JudgementBasis:
    """How one domain was judged, or what one question was answered."""

    of: str
    judgement: str


@dataclass(frozen=True)
class AppraisalBasis:
    """What an agreed appraisal of a result, or of a whole study, came to.

    Answers are kept where the instrument judges no domains by them.
    """

    study: int
    result: int | None
    instrument: str
    version: str
    variant: str
    overall: str
    judgements: tuple[JudgementBasis, ...]
    answers: tuple[JudgementBasis, ...]


@dataclass(frozen=True)
class Computed:
    """Which pooling and which method the figures and rules are of.

    Another one marks no verdict; it is reported apart.
    """

    pooling: int
    method: int


@dataclass(frozen=True)
class Basis3:
    """What was compared before studies and their results were appraised."""

    claim: ClaimBasis
    base: BaseBasis | None
    results: tuple[ResultBasis, ...]
    passages: tuple[PassageBasis, ...]
    studies: tuple[StudyBasis, ...]
    references: tuple[ReferenceBasis, ...]
    outcomes: tuple[OutcomeBasis, ...]
    computed: Computed


@dataclass(frozen=True)
class Basis(Basis3):
    """All that a verdict rests on; rows of a kind are in the order of their ids.

    ``appraisals`` are in the order of their studies, results and instruments.
    """

    appraisals: tuple[AppraisalBasis, ...]


@dataclass(frozen=True)
class ClaimBasis1(QuestionBasis):
    """The claim when its margin was kept in words."""

    margin: str


@dataclass(frozen=True)
class ClaimBasis2(QuestionBasis):
    """The claim before it could count studies."""

    figures: FiguresBasis2


@dataclass(frozen=True)
class BaseBasis2(BaseBasis):
    """The evidence base before a claim could count studies."""

    figures: FiguresBasis2


@dataclass(frozen=True)
class Basis2(Basis3):
    """What was compared before a result had all that a report prints."""

    claim: ClaimBasis2
    base: BaseBasis2 | None
    results: tuple[ResultBasis2, ...]
    outcomes: tuple[OutcomeBasis2, ...]


@dataclass(frozen=True)
class Basis1(Basis2):
    """What was compared before a question had numbers."""

    claim: ClaimBasis1
    base: SearchBasis | None
    studies: tuple[StudyBasis1, ...]


COMPUTED = Computed(pooling=pooling.VERSION, method=certainty.VERSION)
READERS: dict[int, type] = {1: Basis1, 2: Basis2, 3: Basis3, 4: Basis}
_OF = {  # how the rows of each part are spoken of
    "claim": "the claim",
    "base": "the evidence base",
    "results": "a result",
    "passages": "a passage",
    "studies": "a study",
    "references": "a source",
    "outcomes": "an outcome",
}


def appraised_as(appraisal: AppraisalBasis) -> tuple[int, int, str, str]:
    """What tells one agreed appraisal from others: there is one of each."""
    of_result = appraisal.result or 0
    return appraisal.study, of_result, appraisal.instrument, appraisal.variant


def read_basis(version: ClaimVersion) -> Any:
    """The basis a version stored, by the declaration it was stored under."""
    return from_json(READERS[version.basis_version], version.basis)


# --- what a verdict judged earlier lacks ---


def notes_on(versions: Iterable[ClaimVersion]) -> list[str]:
    """What is not as it was when a claim was judged, and marks no verdict.

    ``versions`` are the claim's, newest first, with ``computed`` of their basis.
    """
    for version in versions:
        if version.cause in ClaimVersion.JUDGING and version.basis_version:
            return [
                *_computed_otherwise(version.computed),
                *_not_watched(version.basis_version),
            ]
    return []


def _computed_otherwise(then: dict[str, int]) -> Iterator[str]:
    now = vars(COMPUTED)
    if then["pooling"] != now["pooling"]:
        yield "The pooled figure is computed otherwise since."
    if then["method"] != now["method"]:
        yield "The rules of the method changed since."


def _not_watched(version: int) -> Iterator[str]:
    if version == BASIS_VERSION:
        return
    if lacking := list(_lacking(READERS[version], READERS[BASIS_VERSION])):
        yield (
            "It was judged when less was watched: a change of "
            f"{', '.join(lacking)} marks it for no review."
        )


def _lacking(then: type, now: type, of: str = "") -> Iterator[str]:
    """The fields of a declaration that an earlier one lacks, in words."""
    before = field_types(then)
    for name, hint in field_types(now).items():
        words = name.replace("_", " ")
        if name not in before:
            yield f"{words} of {of}" if of else words
        elif is_dataclass(inner := _inner(hint)):
            yield from _lacking(_inner(before[name]), inner, of or _OF.get(name, words))


def _inner(hint: Any) -> Any:
    """The dataclass that a field holds, one or many of them."""
    hint, _ = without_none(hint)
    return get_args(hint)[0] if get_origin(hint) is tuple else hint
