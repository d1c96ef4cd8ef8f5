"""What an instrument is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

Answers = Mapping[str, str]  # what was answered, by question


class Unit(StrEnum):
    """What one appraisal is of."""

    RESULT = "result"
    STUDY = "study"


class OverallBy(StrEnum):
    """How the whole is judged from its parts."""

    WORST_DOMAIN = "worst domain"
    FLAWS = "flaws"
    STARS = "stars"
    NOBODY = "nobody"  # the instrument has no judgement of the whole


@dataclass(frozen=True)
class Condition:
    """Holds where, of one of these sets of answers, each question has one it names."""

    any_of: tuple[Mapping[str, frozenset[str]], ...]

    def holds(self, answers: Answers) -> bool:
        """Whether the answers given so far meet it."""
        return any(
            all(answers.get(question) in allowed for question, allowed in each.items())
            for each in self.any_of
        )

    @property
    def questions(self) -> set[str]:
        """The questions that it looks at."""
        return {question for each in self.any_of for question in each}


@dataclass(frozen=True)
class Question:
    """One question, in our words.

    `answers` are those that it takes; `offered` those that a form shows. `asked_if`
    says when it is on the path; None is always.
    """

    id: str
    text: str
    answers: tuple[str, ...]
    offered: tuple[str, ...]
    guidance: str = ""
    asked_if: Condition | None = None


@dataclass(frozen=True)
class Rule:
    """A judgement and when it is proposed; without a condition, otherwise."""

    then: str
    when: Condition | None = None


@dataclass(frozen=True)
class Domain:
    """Some of the questions, and what they come to.

    Each of `parts` is a list of rules of which the first that holds counts; the worst
    of the parts is the domain's judgement. Without parts nothing is proposed, unless
    the domain is judged `by_hand`: the answer to its one question is the judgement.
    `variant` names the effect of interest that the domain belongs to; empty is any.
    """

    id: str
    name: str
    questions: tuple[Question, ...]
    parts: tuple[tuple[Rule, ...], ...] = ()
    by_hand: bool = False
    variant: str = ""


@dataclass(frozen=True)
class Overall:
    """How the whole is judged.

    `critical` are the questions whose flaw counts most; `enough` are, by judgement,
    the least stars of each domain; `question` asks whether several concerns together
    make the whole worse.
    """

    by: OverallBy
    flaw: str = ""
    critical: frozenset[str] = frozenset()
    enough: Mapping[str, Mapping[str, int]] | None = None
    question: Question | None = None


@dataclass(frozen=True)
class Instrument:
    """An appraisal tool in one version.

    `judgements` go from the best to the worst; `answers` words each answer's code;
    `link` leads to the official version, where it is known. `directions` words which
    way a bias may be predicted to go, where a reviewer may say so.
    """

    key: str
    name: str
    version: str
    unit: Unit
    about: str
    source: str
    link: str
    answers: Mapping[str, str]
    judgements: tuple[str, ...]
    domains: tuple[Domain, ...]
    overall: Overall
    variants: Mapping[str, str]
    directions: Mapping[str, str]

    def domains_of(self, variant: str) -> tuple[Domain, ...]:
        """The domains that are judged for an effect of interest."""
        return tuple(one for one in self.domains if one.variant in ("", variant))

    @cached_property
    def default_variant(self) -> str:
        """The effect of interest where none is named: the first."""
        return next(iter(self.variants), "")

    def worst(self, judgements: list[str]) -> str:
        """The worst of some judgements, of which there is one at least."""
        return max(judgements, key=self.judgements.index)
