"""What the checks of an opened round say, part by part, and what they settle to."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from articles.checks.questions import SUPPORT, Check, Question, question_of
from articles.models import MentionJudgement, MentionRound, WordingCheck
from core.comparing import Part, Said, Settling

_YES = "yes"
_ASPECT = "aspect-"


class Differences:
    """The independent checks of an opened round side by side."""

    def __init__(self, round: MentionRound) -> None:
        self.round = round
        self.question = question_of(round)

    @cached_property
    def judgements(self) -> list[MentionJudgement]:
        """What each handed in and, last, what they agreed on."""
        rows = MentionJudgement.objects.filter(round=self.round)
        return list(rows.select_related("reviewer").order_by("is_consensus", "pk"))

    @property
    def consensus(self) -> MentionJudgement | None:
        """What they agreed on, once they did."""
        return next((each for each in self.judgements if each.is_consensus), None)

    @cached_property
    def alone(self) -> list[MentionJudgement]:
        """What each handed in, alone."""
        return [each for each in self.judgements if not each.is_consensus]

    @property
    def raters(self) -> list[str]:
        """Whose checks they are; numbers while names wait for the settling."""
        if self.round.names_hidden and not self.consensus:
            return [f"Reviewer {n}" for n, _ in enumerate(self.alone, start=1)]
        return [each.reviewer.display_name for each in self.alone]

    @property
    def all_raters(self) -> list[str]:
        """The same, and who wrote down what they agreed on."""
        agreed = self.consensus
        names = [f"Agreed on, written by {agreed.reviewer}"] if agreed else []
        return [*self.raters, *names]

    @cached_property
    def parts(self) -> list[Part]:
        """All that each of them answered, in the order of the form."""
        return list(parts_of(self.question, self.alone))

    @cached_property
    def table(self) -> list[Part]:
        """The same with what they agreed on."""
        return list(parts_of(self.question, self.judgements))

    def said(self, settling: Settling) -> dict[str, Any]:
        """The answer they agree on: what is settled, and nothing of what is open."""
        found = {part.name: settling.settled(part) for part in settling.parts}
        values = {name: one.value if one else "" for name, one in found.items()}
        said: dict[str, Any] = dict.fromkeys(self.question.fields, "")
        said |= {name: value for name, value in values.items() if name in said}
        if self.question is SUPPORT:
            return said | {"nothing_found": values.get("nothing_found") == _YES}
        chosen = [each for each in WordingCheck.Aspect if values.get(_ASPECT + each)]
        return said | {"aspects": [str(each) for each in chosen]}

    def why(self, settling: Settling) -> str:
        """Why some answers are none of those given, as history keeps it."""
        return " ".join(
            f"{part.label}: {pick.because.rstrip('.')}."
            for part in self.parts
            if (pick := settling.picks.get(part.name)) and pick.because
        )


# --- the parts ---


def parts_of(
    question: Question, rows: Sequence[MentionJudgement | Check]
) -> Iterator[Part]:
    """What each of some answers to a question says, in the order of the form."""
    fields = question.form.base_fields
    for name in question.fields:
        if name == "aspects":
            yield from _aspects(rows)
            continue
        part = _part(question, name, str(fields[name].label), rows)
        if name in ("answer", "read") or any(one.value for one in part.said):
            yield part


def _part(
    question: Question,
    name: str,
    label: str,
    rows: Sequence[MentionJudgement | Check],
) -> Part:
    """What each says in one column; nothing where it is empty."""
    if name == "nothing_found":
        said = tuple(
            Said(_YES, "yes") if row.nothing_found else Said("", "no") for row in rows
        )
        return Part(name, label, said, (("", "no"), (_YES, "yes")))
    column = question.form._meta.model._meta.get_field(name)
    options = tuple((value, str(words)) for value, words in column.flatchoices)
    if column.blank and options and "" not in dict(options):
        options = (("", "none"), *options)
    words = dict(options)
    said = tuple(
        Said(value := getattr(row, name), words.get(value, value)) for row in rows
    )
    return Part(name, label, said, options)


def _aspects(rows: Sequence[MentionJudgement | Check]) -> Iterator[Part]:
    """What is overstated, each by itself; nothing where nobody says it is."""
    if not any(row.aspects for row in rows):
        return
    for aspect in WordingCheck.Aspect:
        said = tuple(
            Said(_YES, "yes") if aspect in row.aspects else Said("", "no")
            for row in rows
        )
        options = (("", "no"), (_YES, "yes"))
        yield Part(_ASPECT + aspect, f"Overstates {aspect.label}", said, options)
