"""How results were appraised, as facts: see `declared` for their rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.dataclass_json import Moment
from core.wording import day_words
from studies.appraisals.agreed import Agreed
from studies.pictures.lights import Mark


@dataclass(frozen=True)
class JudgementMark:
    """A judgement in its instrument's word, and the light and symbol it is shown by."""

    light: str
    word: str
    symbol: str


@dataclass(frozen=True)
class DomainFacts:
    """What an instrument judges: a short code and the name in full."""

    code: str
    name: str


@dataclass(frozen=True)
class DomainJudged:
    """How one domain, or item, was judged; the whole is the last."""

    code: str
    name: str
    judgement: JudgementMark


@dataclass(frozen=True)
class AppraisalFacts:
    """An agreed appraisal of a result, or of its study as a whole (``of``).

    ``variant_words`` is the effect of interest, empty where there is only one;
    ``reviewers`` are those who appraised, each independently.
    """

    id: int
    instrument: str
    version: str
    name: str
    variant: str
    variant_words: str
    of: str
    overall: str
    domains: tuple[DomainJudged, ...]
    scale: tuple[JudgementMark, ...]
    reviewers: tuple[str, ...]
    agreed_at: Moment
    agreed_at_words: str
    address: str

    @property
    def in_words(self) -> str:
        """What its lights say, for who does not see them."""
        judged = [f"{one.name} {one.judgement.word}" for one in self.domains]
        return f"{self.name}: {', '.join(judged)}"


@dataclass(frozen=True)
class AppraisedRow:
    """A result, or a study, in a table of judgements, and its share of the weight.

    ``appraisal`` is null where nobody appraised it with the table's instrument, and
    each of its marks says so.
    """

    item: int
    label: str
    note: str
    address: str
    retracted: bool
    share: float
    appraisal: int | None
    appraisal_address: str
    marks: tuple[JudgementMark, ...]


@dataclass(frozen=True)
class JudgementShare:
    """Which share of the weight has a judgement, of 1."""

    judgement: JudgementMark
    share: float
    share_words: str


@dataclass(frozen=True)
class DomainShares:
    """The shares of one domain's judgements; they add up to 1."""

    domain: DomainFacts
    shares: tuple[JudgementShare, ...]


@dataclass(frozen=True)
class BiasTable:
    """How the results of a group of designs were appraised with one instrument.

    Rows are in the order of the forest plot. ``weighed`` says whether shares follow a
    pooled line's weights; without one each row counts alike, and ``weighed_words`` says
    so. ``proposed`` is the level of risk of bias that rule ``rule`` proposes, null
    where it proposes none; nothing follows from it by itself.
    """

    designs: str
    designs_words: str
    instrument: str
    version: str
    name: str
    variant_words: str
    domains: tuple[DomainFacts, ...]
    scale: tuple[JudgementMark, ...]
    rows: tuple[AppraisedRow, ...]
    shares: tuple[DomainShares, ...]
    weighed: bool
    weighed_words: str
    proposed: int | None
    proposed_words: str
    rule: int


def appraisal_facts(agreed: Iterable[Agreed]) -> tuple[AppraisalFacts, ...]:
    """Agreed appraisals as facts, in the order given."""
    return tuple(_facts(one) for one in agreed)


def mark_facts(mark: Mark) -> JudgementMark:
    """A mark as it is printed."""
    return JudgementMark(str(mark.light), mark.word, mark.symbol)


def _facts(one: Agreed) -> AppraisalFacts:
    judged = zip(one.columns, one.marks, strict=True)
    return AppraisalFacts(
        id=one.id,
        instrument=one.tool.key,
        version=one.tool.version,
        name=one.tool.name,
        variant=one.variant,
        variant_words=one.tool.variants.get(one.variant, ""),
        of="study" if one.result is None else "result",
        overall=one.overall,
        domains=tuple(
            DomainJudged(column.code, column.name, mark_facts(mark))
            for column, mark in judged
        ),
        scale=tuple(mark_facts(mark) for mark in one.scale),
        reviewers=one.reviewers,
        agreed_at=one.agreed_at.isoformat(),
        agreed_at_words=day_words(one.agreed_at),
        address=f"/studies/{one.study}/appraisals/{one.round}/",
    )
