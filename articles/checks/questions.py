"""The two questions that a round of checks may ask, and what answers each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from articles.checks.forms import SupportForm, WordingForm
from articles.checks.support import let_support_count
from articles.checks.wording import let_wording_count
from articles.models import (
    CitationSupport,
    MentionAssignment,
    MentionJudgement,
    MentionRound,
    WordingCheck,
)
from core.rounds import RoundKind

CHECKING = RoundKind(
    places=MentionAssignment, judgements=MentionJudgement, noun="check", verb="check"
)
Check = CitationSupport | WordingCheck


@dataclass(frozen=True)
class Question:
    """What is asked: its words, what it is answered by, and what then counts."""

    words: str
    form: type[Any]
    count: Callable[[MentionRound, dict[str, Any]], Check]

    @property
    def fields(self) -> list[str]:
        """The columns of an answer."""
        return list(self.form._meta.fields)

    def said_by(self, judgement: MentionJudgement) -> dict[str, Any]:
        """What a judgement answers, by column."""
        return {name: getattr(judgement, name) for name in self.fields}


def _let_support_count(round: MentionRound, said: dict[str, Any]) -> Check:
    return let_support_count(round.mention, round.citation, round=round, **said)


def _let_wording_count(round: MentionRound, said: dict[str, Any]) -> Check:
    version = round.claim_version
    return let_wording_count(round.mention, round=round, claim_version=version, **said)


SUPPORT = Question("Does the study say this?", SupportForm, _let_support_count)
WORDING = Question("Do the words fit the evidence?", WordingForm, _let_wording_count)


def question_of(round: MentionRound) -> Question:
    """What a round asks."""
    return SUPPORT if round.citation_id else WORDING
