"""The form of an appraisal: the rows a page shows, and what a request says in them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.numbers import whole_number
from studies.appraisals.draft import AppraisalForm, Problem, QuoteForm, Sheet
from studies.instruments.instrument import Domain, Instrument, Question
from studies.instruments.judging import NA
from studies.instruments.lights import WHOLE, mark_for
from studies.models import ItemGuidance
from studies.pictures.lights import Mark

# One key for each answer that has a letter; any has its digit.
LETTERS = {
    **{"Y": "y", "PY": "u", "PN": "m", "N": "n", "NI": "i", "NA": "a", "NM": "x"},
    **{"U": "u", "Low": "l", "Moderate": "m", "Serious": "s", "Critical": "c"},
    "No information": "i",
}
_QUOTE = ("domain", "question", "quote", "place", "text", "start")


@dataclass(frozen=True)
class Choice:
    """One answer to a question, with the key that chooses it."""

    value: str
    label: str
    key: str
    checked: bool


@dataclass(frozen=True)
class QuestionRow:
    """A question as the form shows it; hidden where it is not asked."""

    question: Question
    choices: list[Choice]
    is_asked: bool
    note: str
    guidance: ItemGuidance | None
    problem: str

    @property
    def anchor(self) -> str:
        return anchor("answers", self.question.id)

    @property
    def asked_if(self) -> str:
        """When it is on the path, as JSON for the page's script; empty for always."""
        if self.question.asked_if is None:
            return ""
        return json.dumps(
            [
                {one: " ".join(sorted(allowed)) for one, allowed in each.items()}
                for each in self.question.asked_if.any_of
            ]
        )


@dataclass(frozen=True)
class Judge:
    """The part of the form that accepts what is proposed, or says otherwise and why."""

    name: str
    why_name: str
    what: str
    choices: list[Choice]
    own: str
    why: str
    problem: str


@dataclass(frozen=True)
class Direction:
    """Which way a bias is predicted to go: a choice that may be left open."""

    name: str
    what: str
    choices: list[Choice]
    said: str


@dataclass(frozen=True)
class DomainRow:
    """A domain as the form shows it: its questions, and what it comes to."""

    domain: Domain
    questions: list[QuestionRow]
    proposed: str
    waits: int
    own: str
    support: str
    quotes: list[Mapping[str, Any]]
    judge: Judge | None
    direction: Direction | None
    mark: Mark | None  # of what is proposed

    @property
    def is_overridden(self) -> bool:
        return bool(self.own) and self.own != self.proposed

    @property
    def quotes_and_one(self) -> list[Mapping[str, Any]]:
        """The quotes, and an empty row for one more."""
        return [*self.quotes, {}]


def anchor(kind: str, name: str) -> str:
    """The id of the field of a question or domain."""
    return f"{kind}-{name}".replace(".", "-").replace(" ", "-")


class Rows:
    """A filled-in instrument as rows, with the problems that were found."""

    def __init__(
        self,
        sheet: Sheet,
        guidance: Mapping[tuple[str, str], ItemGuidance],
        problems: Iterable[Problem] = (),
    ) -> None:
        """Take the review's own guidance by domain and question."""
        self.sheet = sheet
        self.guidance = guidance
        self.by_field = {one.field: one.sentence for one in problems}

    def domains(self) -> list[DomainRow]:
        """A row for each domain, in the instrument's order."""
        judged = {one.domain: one for one in self.sheet.judged.domains}
        return [
            self._domain(domain, len(judged[domain.id].unanswered))
            for domain in self.sheet.domains
        ]

    def extra(self) -> QuestionRow | None:
        """The question what several concerns come to; hidden where it is not asked."""
        extra = self.sheet.instrument.overall.question
        if extra is None:
            return None
        return self._question("", extra, self.sheet.asks_of_several is not None)

    def overall(self) -> Judge | None:
        """Judging the whole; None where the instrument does not."""
        if not self.sheet.judges_whole:
            return None
        form = self.sheet.form
        names = ("overall", "overall_why")
        return self._judge(names, "Overall", form.overall, form.overall_why, names)

    def _domain(self, domain: Domain, waits: int) -> DomainRow:
        sheet, form = self.sheet, self.sheet.form
        asked = {question.id for question in sheet.asked[domain.id]}
        own = form.judgements.get(domain.id, "")
        judge = self._judge(
            (f"judgement-{domain.id}", f"why-{domain.id}"),
            domain.name,
            own,
            form.why.get(domain.id, ""),
            (f"judgements.{domain.id}", f"why.{domain.id}"),
        )
        proposed = sheet.proposed_for(domain.id)
        return DomainRow(
            domain=domain,
            questions=[
                self._question(domain.id, question, question.id in asked)
                for question in domain.questions
            ],
            proposed=proposed,
            waits=waits,
            own=own,
            support=form.support.get(domain.id, ""),
            quotes=[vars(one) for one in form.quotes if one.domain == domain.id],
            judge=judge if sheet.judges_domains and not domain.by_hand else None,
            direction=self.direction(domain.id, domain.name),
            mark=mark_for(sheet.instrument, proposed) if proposed else None,
        )

    def direction(self, domain: str, what: str) -> Direction | None:
        """Which way its bias is predicted to go, where the instrument has it."""
        words = self.sheet.instrument.directions
        if not words:
            return None
        said = self.sheet.form.directions.get(domain, "")
        choices = [Choice(one, label, "", one == said) for one, label in words.items()]
        return Direction(f"direction-{domain}", what, choices, said)

    def _judge(
        self,
        names: tuple[str, str],
        what: str,
        own: str,
        why: str,
        fields: tuple[str, str],
    ) -> Judge:
        found = [self.by_field[field] for field in fields if field in self.by_field]
        words = self.sheet.instrument.judgements
        choices = [Choice(each, each, "", each == own) for each in words]
        return Judge(*names, what, choices, own, why, " ".join(found))

    def _question(self, domain: str, question: Question, is_asked: bool) -> QuestionRow:
        form, words = self.sheet.form, self.sheet.instrument.answers
        chosen = form.answers.get(question.id, "")
        return QuestionRow(
            question=question,
            choices=[
                Choice(each, words[each], _key(each, n), each == chosen)
                for n, each in enumerate(question.offered, start=1)
            ],
            is_asked=is_asked,
            note=form.notes.get(question.id, ""),
            guidance=self.guidance.get((domain, question.id)),
            problem=self.by_field.get(f"answers.{question.id}", ""),
        )


def _key(answer: str, n: int) -> str:
    """The key of an answer: its letter; of stars their number; else its place."""
    return LETTERS.get(answer) or (answer if answer in "01" else str(n))


# --- what a request says ---


def said_in(post: Any, instrument: Instrument, variant: str) -> AppraisalForm:
    """What a page's form says; what the instrument has no room for is not in it."""
    domains = instrument.domains_of(variant)
    questions = [question for each in domains for question in each.questions]
    if extra := instrument.overall.question:
        questions.append(extra)
    answers = {q.id: post.get(f"answer-{q.id}", "") for q in questions}
    taken = {q.id: {*q.answers, NA} for q in questions}
    return AppraisalForm(
        answers={one: word for one, word in answers.items() if word in taken[one]},
        notes=_filled(post, "note", (q.id for q in questions)),
        judgements=_filled(post, "judgement", (each.id for each in domains)),
        why=_filled(post, "why", (each.id for each in domains)),
        support=_filled(post, "support", (each.id for each in domains)),
        directions=_directions(
            post, instrument, [*(each.id for each in domains), WHOLE]
        ),
        overall=post.get("overall", ""),
        overall_why=post.get("overall_why", "").strip(),
        quotes=tuple(_quotes(post)),
    )


def _filled(post: Any, kind: str, names: Iterable[str]) -> dict[str, str]:
    said = {name: post.get(f"{kind}-{name}", "").strip() for name in names}
    return {name: words for name, words in said.items() if words}


def _directions(
    post: Any, instrument: Instrument, domains: Iterable[str]
) -> dict[str, str]:
    said = _filled(post, "direction", domains)
    return {one: word for one, word in said.items() if word in instrument.directions}


def _quotes(post: Any) -> Iterator[QuoteForm]:
    """The quotes, each a row of fields; a row without words is none."""
    columns = (post.getlist(f"quote_{name}") for name in _QUOTE)
    for domain, question, quote, place, text, start in zip(*columns, strict=False):
        if quote.strip():
            yield QuoteForm(
                domain=domain,
                question=question,
                quote=quote.strip(),
                place=place.strip(),
                text=whole_number(text),
                start=whole_number(start),
            )
