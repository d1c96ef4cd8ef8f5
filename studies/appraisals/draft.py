"""An appraisal as its form holds it: plain values, checked all at once.

The same shape is kept as a draft (JSON, however incomplete) and handed in. A domain or
the whole without a judgement of one's own accepts what the rules propose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from typing import Any

from core.errors import Refused, some_of
from studies.instruments.instrument import Domain, Instrument, OverallBy, Question
from studies.instruments.judging import (
    Judged,
    UnknownAnswer,
    answered_on_path,
    judge,
    path,
)
from studies.instruments.lights import WHOLE


@dataclass(frozen=True, kw_only=True)
class QuoteForm:
    """Words of a report for a domain, and where they stand.

    ``text`` is the number of the stored text they were selected in, ``start`` where
    they begin in it, in characters.
    """

    domain: str
    quote: str
    question: str = ""
    place: str = ""
    text: int | None = None
    start: int | None = None


@dataclass(frozen=True, kw_only=True)
class AppraisalForm:
    """A whole appraisal: answers and notes by question, the rest by domain.

    ``judgements`` are those put in the place of the proposed, each with its ``why``;
    ``support`` says what a domain is judged by, ``directions`` which way its bias is
    predicted to go, and under "overall" that of the whole.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    judgements: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    support: Mapping[str, str] = field(default_factory=dict)
    directions: Mapping[str, str] = field(default_factory=dict)
    overall: str = ""
    overall_why: str = ""
    quotes: tuple[QuoteForm, ...] = ()

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> AppraisalForm:
        """The form in a draft or request; Refused names what is unknown or no text."""
        plain = {**said}
        quotes = plain.pop("quotes", None) or ()
        made = _made(cls, plain, "An appraisal")
        _refuse_what_is_no_text(made)
        quoted = tuple(_made(QuoteForm, one, "A quote") for one in quotes)
        return cls(**{**plain, "quotes": quoted})

    def as_json(self) -> dict[str, Any]:
        """The form as plain JSON types."""
        return asdict(self)


def _made(form: type, said: Any, what: str) -> Any:
    if not isinstance(said, Mapping):
        raise Refused(f"{what} is an object with named fields.")
    known = {each.name for each in fields(form)}
    if unknown := some_of(sorted(set(said) - known)):
        raise Refused(f"{what} has no such field: {unknown}.")
    try:
        return form(**said)
    except TypeError as error:
        missing = str(error).rpartition("argument")[2].lstrip("s: ")
        raise Refused(f"{what} lacks {missing}.") from error


def _refuse_what_is_no_text(form: AppraisalForm) -> None:
    for each in fields(form):
        value = getattr(form, each.name)
        if each.name in ("overall", "overall_why"):
            fine = isinstance(value, str)
        elif each.name == "quotes":
            continue
        else:
            fine = isinstance(value, Mapping) and all(
                isinstance(word, str) for word in value.values()
            )
        if not fine:
            raise Refused(f"{each.name}: text expected.", field=each.name)


@dataclass(frozen=True)
class Problem:
    """Why an appraisal cannot be handed in: a sentence, and the field it is about."""

    field: str
    sentence: str


@dataclass(frozen=True)
class Sheet:
    """An instrument filled in: what is asked of it now, and what it comes to."""

    instrument: Instrument
    variant: str
    form: AppraisalForm

    @property
    def domains(self) -> tuple[Domain, ...]:
        return self.instrument.domains_of(self.variant)

    @cached_property
    def asked(self) -> dict[str, tuple[Question, ...]]:
        """By domain the questions on the path, as the answers stand."""
        return {each.id: path(each, self.form.answers) for each in self.domains}

    @cached_property
    def kept(self) -> dict[str, str]:
        """The answers as they are kept: NA where a question was not asked."""
        return answered_on_path(self.instrument, self.form.answers, self.variant)

    @cached_property
    def judged(self) -> Judged:
        """What is proposed, the whole by what was put in a proposal's place.

        Raises UnknownAnswer.
        """
        return judge(self.instrument, self.form.answers, self.variant, self.overridden)

    @property
    def overridden(self) -> dict[str, str]:
        """Judgements of domains that differ from what is proposed."""
        proposed = {
            one.domain: one.judgement
            for one in judge(self.instrument, self.form.answers, self.variant).domains
        }
        return {
            domain: word
            for domain, word in self.form.judgements.items()
            if word in self.instrument.judgements
            and domain in proposed
            and word != proposed[domain]
        }

    def proposed_for(self, domain: str) -> str:
        """What the rules propose for a domain; of stars their number, as text."""
        for one in self.judged.domains:
            if one.domain == domain and one.judgement is not None:
                return str(one.judgement)
        return ""

    def judgement_of(self, domain: str) -> str:
        """What stands for a domain: one's own judgement, else the proposed."""
        return self.form.judgements.get(domain) or self.proposed_for(domain)

    @property
    def overall_proposed(self) -> str:
        return self.judged.overall or ""

    @property
    def overall(self) -> str:
        """What stands for the whole: one's own judgement, else the proposed."""
        return self.form.overall or self.overall_proposed

    @property
    def asks_of_several(self) -> Question | None:
        """The question what several concerns come to, where it is to be asked."""
        extra = self.instrument.overall.question
        if extra is None:
            return None
        without = {k: v for k, v in self.form.answers.items() if k != extra.id}
        waits = judge(
            self.instrument, without, self.variant, self.overridden
        ).overall_unanswered
        return extra if extra.id in waits else None

    @property
    def judges_domains(self) -> bool:
        """Whether a person may put a judgement in the place of a domain's."""
        by = self.instrument.overall.by
        return by is OverallBy.WORST_DOMAIN and bool(self.instrument.judgements)

    @property
    def judges_whole(self) -> bool:
        """Whether the instrument has a judgement of the whole."""
        by = self.instrument.overall.by
        return by is not OverallBy.NOBODY and bool(self.instrument.judgements)

    # --- what is missing ---

    def problems(self) -> list[Problem]:
        """All that keeps it from being handed in, in the order of the form."""
        found = self.unknown()
        if any(one.field == "answers" for one in found):
            return found  # nothing is reckoned with these
        return [*found, *self._of_domains(), *self._of_the_whole()]

    def unknown(self) -> list[Problem]:
        """What names a domain, question or answer that the instrument has not."""
        try:
            self.judged  # noqa: B018  reckons with the answers, which may be unknown
        except UnknownAnswer as unknown:
            return [Problem("answers", line) for line in str(unknown).splitlines()]
        return list(self._strangers())

    def _strangers(self) -> Iterator[Problem]:
        """What names a domain or question that there is none of, beside the answers."""
        name, known = self.instrument.name, {each.id for each in self.domains}
        for which in ("judgements", "why", "support"):
            for domain in sorted(set(getattr(self.form, which)) - known):
                yield Problem(f"{which}.{domain}", f"{name} has no domain “{domain}”.")
        for domain, word in sorted(self.form.directions.items()):
            if domain not in known | {WHOLE}:
                sentence = f"{name} has no domain “{domain}”."
                yield Problem(f"directions.{domain}", sentence)
            elif word and word not in self.instrument.directions:
                words = ", ".join(self.instrument.directions) or "none"
                sentence = f"{name} knows these directions: {words}."
                yield Problem(f"directions.{domain}", sentence)
        questions = {q.id for each in self.domains for q in each.questions}
        if extra := self.instrument.overall.question:
            questions.add(extra.id)
        for question in sorted(set(self.form.notes) - questions):
            yield Problem(f"notes.{question}", f"{name} has no question “{question}”.")
        for n, quote in enumerate(self.form.quotes):
            if quote.domain not in known:
                sentence = f"{name} has no domain “{quote.domain}”."
                yield Problem(f"quotes.{n}.domain", sentence)
            if quote.question and quote.question not in questions:
                sentence = f"{name} has no question “{quote.question}”."
                yield Problem(f"quotes.{n}.question", sentence)

    def _of_domains(self) -> Iterator[Problem]:
        for each, one in zip(self.domains, self.judged.domains, strict=True):
            for question in one.unanswered:
                yield Problem(f"answers.{question}", f"{question} has no answer yet.")
            own, proposed = self.form.judgements.get(each.id, ""), one.judgement
            if own:
                why = self.form.why.get(each.id, "")
                places = (f"judgements.{each.id}", f"why.{each.id}")
                yield from self._override(
                    places, each.name, (own, str(proposed or ""), why)
                )
            elif proposed is None and not one.unanswered and self.judges_domains:
                sentence = f"{each.name} has no judgement yet."
                yield Problem(f"judgements.{each.id}", sentence)

    def _of_the_whole(self) -> Iterator[Problem]:
        own, extra = self.form.overall, self.asks_of_several
        if own:
            said = (own, self.overall_proposed, self.form.overall_why)
            yield from self._override(("overall", "overall_why"), "Overall", said)
        elif extra and extra.id not in self.kept:
            sentence = f"{extra.text} This has no answer yet."
            yield Problem(f"answers.{extra.id}", sentence)

    def _override(
        self, places: tuple[str, str], what: str, said: tuple[str, str, str]
    ) -> Iterator[Problem]:
        """What is wrong with a judgement of one's own: ``said`` is it, what is
        proposed, and why; ``places`` are the fields of it and of its reason.
        """
        (field, why_field), (own, proposed, why) = places, said
        is_whole = field == "overall"
        if not (self.judges_whole if is_whole else self.judges_domains):
            if own != proposed:
                yield Problem(
                    field, f"{what}: {self.instrument.name} judges no such part."
                )
        elif own not in self.instrument.judgements:
            words = ", ".join(self.instrument.judgements)
            yield Problem(field, f"{what}: “{own}” is none of {words}.")
        elif own != proposed and (proposed or is_whole) and not why.strip():
            instead = f"where the answers come to {proposed}" if proposed else "here"
            yield Problem(why_field, f"{what}: say why it is {own} {instead}.")
