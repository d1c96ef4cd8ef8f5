"""One reviewer's place in a round of checks, with the form as they left it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from accounts.models import User
from articles.checks.questions import CHECKING, Question, question_of
from articles.checks.rounds import LAPSED
from articles.models import MentionAssignment, MentionJudgement, MentionRound


@dataclass
class Desk:
    """A round, whoever looks at it, and their place; ``left`` is theirs no more."""

    round: MentionRound
    user: User
    place: MentionAssignment | None
    left: MentionAssignment | None = None

    @classmethod
    def of(cls, round: MentionRound, user: User) -> "Desk":
        """The reviewer's place in a round, if they have one."""
        place = round.assignments.filter(reviewer=user).first()
        if place and place.left_at:
            return cls(round, user, None, place)
        return cls(round, user, place)

    @cached_property
    def question(self) -> Question:
        return question_of(self.round)

    @cached_property
    def handed_in(self) -> MentionJudgement | None:
        """One's own check that is in, in a round that has not opened."""
        handed_in = CHECKING.handed_in(self.round)
        return handed_in.filter(reviewer=self.user).first()

    @property
    def free_places(self) -> int:
        """How many places one may take."""
        if self.left and self.left.left_because:
            return 0
        return CHECKING.free_places(self.round)

    @property
    def closed_because(self) -> str:
        """Why this reviewer cannot check here any more; empty where they may."""
        if self.round.has_lapsed:
            return LAPSED
        if self.left and self.left.left_because:
            return f"Your place in this round was taken away: {self.left.left_because}"
        return "You gave your place in this round back." if self.left else ""

    @property
    def blind(self) -> bool:
        return self.round.wanted > 1

    def form(self, sent: Any = None) -> Any:
        """The form of the question: as it was sent, or left, or handed in, or empty."""
        work = self.round.citation and self.round.citation.cited_work
        record = {"record": work.reference} if work else {}
        return self.question.form(sent, initial=self._drafted(), **record)

    @property
    def words_kept(self) -> list[str]:
        """What they had filled in, for whom the form is closed."""
        labels = self.question.form.base_fields
        return [
            f"{labels[name].label}: {_in_words(value)}"
            for name, value in self._drafted().items()
            if name in labels and value
        ]

    def _drafted(self) -> dict[str, Any]:
        place = self.place or self.left
        if place and place.draft:
            return place.draft
        return self.question.said_by(self.handed_in) if self.handed_in else {}


def _in_words(value: Any) -> str:
    """A draft's value as it is read."""
    if value is True:
        return "yes"
    return ", ".join(value) if isinstance(value, list) else str(value)


def typed_in(form: Any) -> dict[str, Any]:
    """What was typed into a form, as a draft keeps it, valid or not."""
    return {
        name: field.widget.value_from_datadict(form.data, {}, form.add_prefix(name))
        for name, field in form.fields.items()
    }
