"""What is printed of a claim: each fact declared once, with its words as printed.

A version stores these as JSON and is rendered from them for good; the API's detail,
its schema and the export have the same shape. A field may be added: versions without
it are rendered as they were. To take one away, or to give one another meaning, is a
new format, with templates of its own in ``evidence/facts/<format>/``.
"""

from dataclasses import dataclass

from articles.mentions.facts import Saying
from claims.claims.facts import BriefClaim
from core.dataclass_json import Day, Moment
from evidence.facts.appraised import AppraisalFacts, BiasTable
from evidence.facts.pooled_lines import PooledLine, StudyLink, Unpooled
from evidence.facts.summarised import SummaryRow
from studies.results.further import Further

FORMAT = 1


@dataclass(frozen=True)
class Withdrawal:
    """Who withdrew it, when and why."""

    at: Moment
    by: str
    why: str


@dataclass(frozen=True)
class Figures:
    """The numbers a claim is judged against, and each as it is printed.

    On a ratio's scale margin and thresholds are factors above 1 that hold both ways.
    """

    scale: str
    scale_words: str
    unit: str
    margin: float | None
    margin_words: str
    claimed_size: float | None
    claimed_size_words: str
    small_from: float | None
    moderate_from: float | None
    large_from: float | None
    thresholds_words: str
    value_low: float | None
    value_high: float | None
    value_words: str
    baseline_risk: float | None
    baseline_words: str
    count_bound: str = ""
    count_of: int | None = None
    count_design: str = ""
    count_words: str = ""


@dataclass(frozen=True)
class Element:
    """One element of a question, by what claims of its kind call it."""

    label: str
    words: str


@dataclass(frozen=True)
class Question:
    """What the claim says of whom, compared with what."""

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
    margin: str
    jurisdiction: str
    asserts_words: str
    as_of: Day | None
    figures: Figures | None = None
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True)
class Relation:
    """Another claim, and how it stands to this one."""

    kind: str
    words: str
    claim: BriefClaim


@dataclass(frozen=True)
class VersionFacts:
    """One version in a claim's history."""

    version: int
    address: str
    cause_words: str
    why: str
    verdict: str
    verdict_words: str
    certainty: str
    certainty_words: str
    standing_words: str
    at: Moment
    at_words: str
    by: str


@dataclass(frozen=True)
class Counts:
    """How many say it, and how many were counted in; people null: unknown."""

    mentions: int
    articles: int
    distinct_texts: int
    studies: int
    people: int | None
    copies_words: str


@dataclass(frozen=True)
class Judgement:
    """The verdict, who stands behind it, and why."""

    verdict: str
    verdict_words: str
    symbol: str
    tone: str
    certainty: str
    certainty_words: str
    glyph: str
    cant_say_because: str
    cant_say_words: str
    standing: str
    standing_words: str
    standing_line: str
    judged_at: Moment | None
    judged_at_words: str
    provisional_words: str
    needs_review: bool
    needs_review_why: str
    basis_notes: tuple[str, ...]
    leaning: str = ""
    leaning_words: str = ""
    sentence: str = ""
    note: str = ""
    lead: str = ""
    explanation: str = ""
    judged_by: tuple[str, ...] = ()
    method: str = ""
    method_words: str = ""
    target_words: str = ""
    threshold: str = ""
    unrated_words: str = ""
    caveats: tuple[str, ...] = ()
    size_words: str = ""


@dataclass(frozen=True)
class Domain:
    """One domain of certainty; levels null: not assessed."""

    name: str
    label: str
    levels: int | None
    rates_up: bool
    words: str
    why: str
    caveat: str = ""


@dataclass(frozen=True)
class GroupFacts:
    """How certainty was judged for one group of designs."""

    designs: str
    designs_words: str
    carries: bool
    start: str
    start_words: str
    domains: tuple[Domain, ...]
    arithmetic: str
    certainty: str
    certainty_words: str
    glyph: str
    override_why: str


@dataclass(frozen=True)
class Overlap:
    """An included review whose own studies are not all known."""

    review: str
    address: str
    listed: int
    unmatched: tuple[str, ...]


@dataclass(frozen=True)
class BaseQuestion:
    """The question the base answers."""

    population: str
    intervention: str
    comparator: str
    outcome: str


@dataclass(frozen=True)
class BaseFacts:
    """How far was searched, and how many candidates counted."""

    id: int
    number: int
    question: BaseQuestion
    eligible_designs: tuple[str, ...]
    scope: str
    scope_words: str
    sources: str
    query: str
    searched_on: Day | None
    searched_on_words: str
    review: StudyLink | None
    frozen_at: Moment | None
    frozen_at_words: str
    frozen_by: str | None
    included: int
    excluded: int
    awaiting: int
    left_out_words: str
    overlap_unknown: tuple[Overlap, ...]


@dataclass(frozen=True)
class NoticeFacts:
    """A notice that stands."""

    id: int
    address: str
    kind: str
    words: str
    dated: Day | None
    main_report: bool
    is_confirmed: bool = True  # by a source whose word counts alone
    not_confirmed: str = ""  # who alone tells of it, where nobody confirmed it


@dataclass(frozen=True)
class StudyFacts:
    """A study in an evidence table."""

    id: int
    label: str
    year: int | None
    address: str
    design: str
    design_words: str
    allocation: str
    allocation_words: str
    status: str
    status_words: str
    sample_size: int | None
    sample_size_words: str
    is_retracted: bool
    notices: tuple[NoticeFacts, ...]
    sample: bool
    report_words: str = ""


@dataclass(frozen=True)
class Record:
    """A bibliographic record by name."""

    id: int
    title: str
    year: int | None
    first_author: str
    address: str
    notices: tuple[NoticeFacts, ...]


@dataclass(frozen=True)
class ArticleLink:
    """An article by name."""

    id: int
    title: str
    address: str


@dataclass(frozen=True)
class ToldBy:
    """The article a second-hand result is known from."""

    article: ArticleLink
    quote: str


@dataclass(frozen=True)
class Disagreement:
    """What does not agree in a result's numbers, and why they stand so, if answered."""

    check: str
    sentence: str
    answer: str


@dataclass(frozen=True)
class ResultFacts:
    """A result with its numbers and where it was read.

    ``designs`` is the group it is graded with, empty where it is graded with none;
    ``further`` are numbers that few results have, null where it has none of them;
    ``unanswered`` are the codes of what does not agree in them and was not answered,
    and ``disagrees`` says all that does not; ``complement_of`` is the outcome that who
    has not this one has.
    """

    id: int
    address: str
    outcome: str
    outcome_unit: str
    comparison: str
    time_point: str
    subgroup: str
    p_value: str
    metric: str
    contrast: str
    analysis_set: str
    measured: str
    direction: str
    provenance: str
    metric_words: str
    contrast_words: str
    analysis_set_words: str
    measured_words: str
    direction_words: str
    provenance_words: str
    provenance_flag: str
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    ci_level: float | None
    events_1: int | None
    total_1: int | None
    mean_1: float | None
    sd_1: float | None
    events_2: int | None
    total_2: int | None
    mean_2: float | None
    sd_2: float | None
    in_words: str
    pooled_studies: int | None
    compiled_from: Record | None
    told_by: ToldBy | None
    quote: str
    place: str
    withdrawn: str
    entered_by: str
    checked_by: str | None
    checked_at: Moment | None
    adjusted: str
    dose: str
    outcome_better: str = ""
    comparison_words: str = ""
    arms_words: str = ""
    pools_words: str = ""
    designs: str = ""
    computed_words: str = ""
    disputed_by: str | None = None
    source_says: str = ""
    further: Further | None = None
    unanswered: tuple[str, ...] = ()
    disagrees: tuple[Disagreement, ...] = ()
    evidence_route_words: str = ""
    complement_of: str = ""


@dataclass(frozen=True)
class PassageFacts:
    """A quoted passage of a record."""

    id: int
    quote: str
    place: str
    read_on: Day
    read_on_words: str
    jurisdiction: str
    withdrawn: str
    reference: Record
    found_words: str = ""  # whether the quote stands in the record's stored text


@dataclass(frozen=True)
class Directness:
    """How the item's question matches the claim's."""

    population: str
    intervention: str
    comparator: str
    outcome: str


@dataclass(frozen=True)
class ItemFacts:
    """One candidate: what was decided, what it shows, and where the table has it.

    ``apart`` is empty for what is graded with the rest.
    """

    item: int
    decision: str
    reason: str
    reason_words: str
    bearing: str
    bearing_words: str
    bearing_symbol: str
    bearing_why: str
    bearing_confirmed: bool
    directness: Directness
    study: StudyFacts | None
    result: ResultFacts | None
    passage: PassageFacts | None
    apart: str = ""
    apart_words: str = ""
    pooled_words: str = ""
    appraisals: tuple[AppraisalFacts, ...] = ()


@dataclass(frozen=True)
class ClaimFacts:
    """All that Footing says of a claim, as its page and its export say it.

    ``columns`` head the evidence table: versions without them have an older one.
    ``newer`` was judged since the verdict was published, and waits for an editor.
    ``bias`` is how the results were appraised that the verdict rests on; of each group
    of designs where nobody has rated any.
    """

    format: int
    id: int
    address: str
    text: str
    kind: str
    kind_words: str
    question: Question
    checkability: str
    checkability_words: str
    compound: bool
    sample: bool
    topics: tuple[str, ...]
    withdrawn: Withdrawal | None
    merged_into: int | None
    version: int | None
    judgement: Judgement
    base: BaseFacts | None
    groups: tuple[GroupFacts, ...]
    evidence: tuple[ItemFacts, ...]
    pooled: tuple[PooledLine, ...]
    held_out: tuple[Unpooled, ...]
    mentions: tuple[Saying, ...]
    relations: tuple[Relation, ...]
    history: tuple[VersionFacts, ...]
    counts: Counts
    columns: tuple[str, ...] = ()
    summary: tuple[SummaryRow, ...] = ()
    newer: Judgement | None = None
    bias: tuple[BiasTable, ...] = ()
