"""Opened appraisals as pages show them: the independent ones beside the agreed one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from studies.appraisals.calling import result_words
from studies.appraisals.catalogue import in_words, instrument_of
from studies.instruments.instrument import Instrument, Question
from studies.instruments.judging import NA
from studies.models import Appraisal, AppraisalQuote, Judgement, Study, StudyRound


@dataclass
class ShownAppraisal:
    """One appraisal of a round: whose, and what it came to, domain by domain."""

    row: Appraisal
    who: str
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    quotes: Mapping[str, Sequence[AppraisalQuote]] = field(default_factory=dict)

    @property
    def is_agreed(self) -> bool:
        return self.row.is_consensus


@dataclass
class ShownDomain:
    """What each appraisal of a round says of one domain, in the round's order."""

    name: str
    questions: list[tuple[str, str, list[str]]]
    judgements: list[Judgement | None]
    quotes: list[Sequence[AppraisalQuote]]
    directions: Mapping[str, str]

    @property
    def judges(self) -> bool:
        return any(each and each.judgement for each in self.judgements)

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
        return [
            ShownDomain(
                name=domain.name,
                questions=[
                    (question.id, question.text, self._answers(question))
                    for question in domain.questions
                ],
                judgements=[each.judgements.get(domain.id) for each in self.appraisals],
                quotes=[each.quotes.get(domain.id, ()) for each in self.appraisals],
                directions=self.directions,
            )
            for domain in self.tool.domains_of(self.round.variant)
        ]

    @property
    def directions(self) -> Mapping[str, str]:
        """Which way a bias may be predicted to go, in words."""
        return self.tool.directions if self.tool else {}

    def _answers(self, question: Question) -> list[str]:
        """How each answered a question, in words."""
        words = dict(self.tool.answers if self.tool else {})
        if NA not in question.answers:
            words[NA] = "not asked"
        given = (each.row.answers.get(question.id, "") for each in self.appraisals)
        return [words.get(one, one) for one in given]


def opened_of(study: Study) -> list[ShownRound]:
    """A study's opened rounds with their appraisals, the newest first; one query."""
    rows = Appraisal.objects.filter(round__study=study).select_related(
        *("reviewer", "round__result__study", "round__result__outcome"),
        *("round__result__arm_1", "round__result__arm_2"),
    )
    by_round: dict[int, list[Appraisal]] = defaultdict(list)
    for row in rows.order_by("-round__opened_at", "-round", "is_consensus", "id"):
        by_round[row.round_id].append(row)
    return [_shown(each[0].round, each) for each in by_round.values()]


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
    return ShownRound(
        round=round,
        tool=instrument_of(round.instrument, round.version),
        appraisals=[ShownAppraisal(row, who) for row, who in _named(round, list(rows))],
    )


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
