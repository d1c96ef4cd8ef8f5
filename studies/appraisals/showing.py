"""Opened appraisals as pages show them: the independent ones beside the agreed one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import QuerySet

from core.kept_sql import Ids, KeptRows
from studies.appraisals.calling import result_words
from studies.appraisals.catalogue import in_words, instrument_of
from studies.instruments.instrument import Domain, Instrument, Question
from studies.instruments.judging import NA
from studies.instruments.lights import mark_for
from studies.models import Appraisal, AppraisalQuote, Judgement, Study, StudyRound
from studies.pictures.lights import Light, Mark


@dataclass
class ShownAppraisal:
    """One appraisal of a round: whose, and what it came to, domain by domain."""

    row: Appraisal
    who: str
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    quotes: Mapping[str, Sequence[AppraisalQuote]] = field(default_factory=dict)
    tool: Instrument | None = None

    @property
    def mark(self) -> Mark:
        """What the whole came to, as a light where its instrument is here."""
        return _mark(self.tool, self.row.overall)

    @property
    def is_agreed(self) -> bool:
        return self.row.is_consensus


@dataclass(frozen=True)
class ShownQuestion:
    """How each appraisal of a round answered a question that any of them asked."""

    id: str
    text: str
    answers: list[str]

    @property
    def differs(self) -> bool:
        return len(set(self.answers)) > 1


@dataclass
class ShownDomain:
    """What each appraisal of a round says of one domain, in the round's order.

    ``unasked`` counts the questions to which nobody's answers led.
    """

    name: str
    questions: list[ShownQuestion]
    unasked: int
    judged: list[tuple[Judgement | None, Mark]]
    quotes: list[Sequence[AppraisalQuote]]
    directions: Mapping[str, str]

    @property
    def judges(self) -> bool:
        return any(each and each.judgement for each, _ in self.judged)

    @property
    def differs(self) -> bool:
        return len({mark for _, mark in self.judged}) > 1

    @property
    def is_quoted(self) -> bool:
        return any(self.quotes)


@dataclass
class ShownRound:
    """An opened round on a study or a result, with its appraisals, the agreed last."""

    round: StudyRound
    tool: Instrument | None
    appraisals: list[ShownAppraisal]

    @property
    def name(self) -> str:
        """The instrument with the effect of interest."""
        if self.tool is None:
            return self.round.instrument
        return in_words(self.tool, self.round.variant)

    @property
    def of(self) -> str:
        """What was appraised."""
        row = self.round.result
        return result_words(row) if row else "The whole study"

    @property
    def agreed(self) -> ShownAppraisal | None:
        """What holds: the consensus, or the only one of a round of one."""
        if self.round.wanted == 1 and self.appraisals:
            return self.appraisals[0]
        return next((each for each in self.appraisals if each.is_agreed), None)

    @cached_property
    def domains(self) -> list[ShownDomain]:
        """Domain by domain what each says; empty where the version is gone."""
        if self.tool is None:
            return []
        return [self._of(each) for each in self.tool.domains_of(self.round.variant)]

    def _of(self, domain: Domain) -> ShownDomain:
        asked = [each for each in domain.questions if self._was_asked(each)]
        judged = [each.judgements.get(domain.id) for each in self.appraisals]
        return ShownDomain(
            name=domain.name,
            questions=[
                ShownQuestion(each.id, each.text, self._answers(each)) for each in asked
            ],
            unasked=len(domain.questions) - len(asked),
            judged=[
                (each, _mark(self.tool, each.judgement if each else ""))
                for each in judged
            ],
            quotes=[each.quotes.get(domain.id, ()) for each in self.appraisals],
            directions=self.directions,
        )

    @property
    def whole_differs(self) -> bool:
        """Whether the judgements of the whole are not all one."""
        return len({each.row.overall for each in self.appraisals}) > 1

    @property
    def directions(self) -> Mapping[str, str]:
        """Which way a bias may be predicted to go, in words."""
        return self.tool.directions if self.tool else {}

    def _was_asked(self, question: Question) -> bool:
        """Whether anybody's answers led to a question."""
        if NA in question.answers:  # "not applicable" is an answer like others
            return True
        given = (each.row.answers.get(question.id) for each in self.appraisals)
        return any(one and one != NA for one in given)

    def _answers(self, question: Question) -> list[str]:
        """How each answered a question, in words."""
        words = dict(self.tool.answers if self.tool else {})
        if NA not in question.answers:
            words[NA] = "not asked"
        given = (each.row.answers.get(question.id, "") for each in self.appraisals)
        return [words.get(one, one) for one in given]


def opened_of(study: Study) -> list[ShownRound]:
    """A study's opened rounds with their appraisals, the newest first; one query."""
    by_round: dict[int, list[Appraisal]] = defaultdict(list)
    for row in opened_appraisals.rows(studies=[study.pk]):
        by_round[row.round_id].append(row)
    return [_shown(each[0].round, each) for each in by_round.values()]


@KeptRows
def opened_appraisals(studies: Ids) -> QuerySet[Appraisal]:
    """The opened appraisals of studies, those of the newest round first."""
    rows = Appraisal.objects.filter(round__study__any_of=studies).select_related(
        *("reviewer", "round__result__study", "round__result__outcome"),
        *("round__result__arm_1", "round__result__arm_2"),
    )
    return rows.order_by("-round__opened_at", "-round", "is_consensus", "id")


def in_full(round: StudyRound) -> ShownRound:
    """A round with its opened appraisals, their judgements and quotes."""
    rows = Appraisal.objects.filter(round=round).select_related("reviewer")
    shown = _shown(round, rows.order_by("is_consensus", "id"))
    judgements: dict[int, dict[str, Judgement]] = defaultdict(dict)
    for one in Judgement.objects.filter(appraisal__round=round):
        judgements[one.appraisal_id][one.domain] = one
    quotes: dict[int, dict[str, list[AppraisalQuote]]] = defaultdict(dict)
    quoted = AppraisalQuote.objects.filter(appraisal__round=round).order_by("id")
    for quote in quoted.select_related("stored_text__reference"):
        quotes[quote.appraisal_id].setdefault(quote.domain, []).append(quote)
    for each in shown.appraisals:
        each.judgements = judgements[each.row.pk]
        each.quotes = quotes[each.row.pk]
    return shown


def _shown(round: StudyRound, rows: Iterable[Appraisal]) -> ShownRound:
    tool = instrument_of(round.instrument, round.version)
    named = _named(round, list(rows))
    shown = [ShownAppraisal(row, who, tool=tool) for row, who in named]
    return ShownRound(round=round, tool=tool, appraisals=shown)


def _mark(tool: Instrument | None, judgement: str) -> Mark:
    if tool is None or not judgement:
        return Mark(Light.NOT_APPRAISED, judgement)
    return mark_for(tool, judgement)


def names_wait(round: StudyRound) -> bool:
    """Whether it may not be told yet whose judgement is whose."""
    if not round.names_hidden:
        return False
    return not Appraisal.objects.filter(round=round, is_consensus=True).exists()


def _named(round: StudyRound, rows: list[Appraisal]) -> Iterator[tuple[Appraisal, str]]:
    """Each appraisal with whose it is; a number where names are hidden until agreed."""
    hidden = round.names_hidden and not any(row.is_consensus for row in rows)
    for n, row in enumerate(rows, start=1):
        yield row, f"Reviewer {n}" if hidden else row.reviewer.display_name
