"""What the appraisals of an opened round say, part by part, and what they settle to."""

from collections.abc import Iterator
from functools import cached_property

from core.comparing import Part, Said, Settling
from studies.appraisals.actions import sheet_of
from studies.appraisals.content import form_of
from studies.appraisals.draft import AppraisalForm, QuoteForm, Sheet
from studies.appraisals.showing import ShownRound, in_full
from studies.instruments.instrument import Question
from studies.instruments.judging import NA
from studies.instruments.lights import WHOLE
from studies.models import Appraisal, StudyRound

AS_PROPOSED = "as the answers come to"


class Differences:
    """The independent appraisals of an opened round side by side.

    A domain's part is the judgement that somebody put in the place of the proposed:
    else the settled answers decide it. Raises Refused where the instrument's version
    is not at hand any more.
    """

    def __init__(self, round: StudyRound) -> None:
        self.round = round
        self.empty = sheet_of(round, AppraisalForm())

    @cached_property
    def shown(self) -> ShownRound:
        return in_full(self.round)

    @property
    def consensus(self) -> Appraisal | None:
        """What they agreed on, once they did."""
        rows = (each.row for each in self.shown.appraisals if each.is_agreed)
        return next(rows, None)

    @property
    def raters(self) -> list[str]:
        """Whose appraisals they are; numbers while names wait for the settling."""
        return [each.who for each in self.shown.appraisals if not each.is_agreed]

    @cached_property
    def sheets(self) -> list[Sheet]:
        """Each reviewer's appraisal, as the form it was handed in from."""
        found = []
        for each in self.shown.appraisals:
            if not each.is_agreed:
                quotes = [one for several in each.quotes.values() for one in several]
                form = form_of(each.row, list(each.judgements.values()), quotes)
                found.append(self._sheet(form))
        return found

    @cached_property
    def parts(self) -> list[Part]:
        """All that each of them answered, in the order of the form."""
        return list(self._parts())

    def form(self, settling: Settling) -> AppraisalForm:
        """The form of the consensus: what is settled, and nothing of what is open."""
        said = {part.name: settling.settled(part) for part in self.parts}

        def of(kind: str, *, why: bool = False) -> dict[str, str]:
            found = {
                name.removeprefix(f"{kind}-"): one.why if why else one.value
                for name, one in said.items()
                if one and name.startswith(f"{kind}-")
            }
            return {name: words for name, words in found.items() if words}

        whole = said.get("overall") or Said("")
        return AppraisalForm(
            answers=of("answer"),
            notes=of("answer", why=True),
            judgements=of("judgement"),
            why=of("judgement", why=True),
            support=of("support"),
            directions=of("direction"),
            overall=whole.value,
            overall_why=whole.why,
            quotes=self._quotes(),
        )

    def sheet(self, settling: Settling) -> Sheet:
        """The instrument, filled in with what is settled."""
        return self._sheet(self.form(settling))

    def why(self, settling: Settling) -> str:
        """Why some answers are none of those given, as history keeps it."""
        return " ".join(
            f"{part.label}: {pick.because.rstrip('.')}."
            for part in self.parts
            if (pick := settling.picks.get(part.name)) and pick.because
        )

    def _sheet(self, form: AppraisalForm) -> Sheet:
        return Sheet(self.empty.instrument, self.empty.variant, form)

    def _quotes(self) -> tuple[QuoteForm, ...]:
        """What any of them quoted, once."""
        return tuple(
            dict.fromkeys(one for sheet in self.sheets for one in sheet.form.quotes)
        )

    # --- the parts ---

    def _parts(self) -> Iterator[Part]:
        for domain in self.empty.domains:
            for question in domain.questions:
                label = f"{question.id} {question.text}"
                yield self._answer(question, label, domain.name)
            if self.empty.judges_domains and not domain.by_hand:
                yield self._judgement(domain.id, domain.name)
            yield from self._support(domain.id, domain.name)
            yield from self._direction(domain.id, domain.name)
        if extra := self.empty.instrument.overall.question:
            yield self._answer(extra, extra.text, "Overall")
        if self.empty.judges_whole:
            yield self._overall()
        yield from self._direction(WHOLE, "Overall")

    def _answer(self, question: Question, label: str, heading: str) -> Part:
        words = {**self.empty.instrument.answers, NA: "not asked", "": "not asked"}
        if NA in question.answers:
            words[NA] = self.empty.instrument.answers[NA]
        said = tuple(
            Said(
                value := sheet.form.answers.get(question.id, ""),
                words.get(value, value),
                sheet.form.notes.get(question.id, ""),
            )
            for sheet in self.sheets
        )
        offered = (
            question.offered if NA in question.offered else (*question.offered, NA)
        )
        options = [(each, words[each]) for each in offered]
        if any(not one.value for one in said):
            options.append(("", words[""]))
        name = f"answer-{question.id}"
        return Part(name, label, said, tuple(options), f"note-{question.id}", heading)

    def _judgement(self, domain: str, name: str) -> Part:
        said = tuple(
            _instead(
                sheet.form.judgements.get(domain, ""),
                sheet.proposed_for(domain),
                sheet.form.why.get(domain, ""),
            )
            for sheet in self.sheets
        )
        return Part(
            f"judgement-{domain}",
            "Judgement of the domain",
            said,
            self._judgements(),
            f"why-{domain}",
            name,
        )

    def _overall(self) -> Part:
        said = tuple(
            _instead(sheet.form.overall, sheet.overall_proposed, sheet.form.overall_why)
            for sheet in self.sheets
        )
        name, label = "overall", "Judgement of the whole"
        return Part(name, label, said, self._judgements(), "overall_why", "Overall")

    def _judgements(self) -> tuple[tuple[str, str], ...]:
        words = self.empty.instrument.judgements
        return (("", AS_PROPOSED), *((each, each) for each in words))

    def _support(self, domain: str, name: str) -> Iterator[Part]:
        """What a domain is judged by; none where nobody wrote anything."""
        said = tuple(Said(sheet.form.support.get(domain, "")) for sheet in self.sheets)
        if any(one.value for one in said):
            yield Part(f"support-{domain}", "What it is judged by", said, heading=name)

    def _direction(self, domain: str, heading: str) -> Iterator[Part]:
        """Which way its bias is predicted to go; none where nobody said so."""
        words = {"": "not said", **self.empty.instrument.directions}
        given = (sheet.form.directions.get(domain, "") for sheet in self.sheets)
        said = tuple(Said(one, words.get(one, one)) for one in given)
        if any(one.value for one in said):
            options = tuple(words.items())
            yield Part(
                f"direction-{domain}",
                "Direction of its bias",
                said,
                options,
                "",
                heading,
            )


def _instead(own: str, proposed: str, why: str) -> Said:
    """A judgement of one's own, or that the proposed one stands."""
    return Said(own, own or f"{AS_PROPOSED}: {proposed}", why)
