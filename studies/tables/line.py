"""One result to be, as a row of a table states it."""

from __future__ import annotations

from dataclasses import dataclass, field

from studies.effects import COMPARING
from studies.tables.arm_heads import UNNAMED
from studies.tables.columns import IN_WORDS, Part
from studies.tables.numbers import Number
from studies.tables.stated import is_of_a_test

PEOPLE = {"total_1", "total_2"}
SAYS_NOTHING = (
    PEOPLE | IN_WORDS | {Part.CLUSTER_SIZE, Part.ICC, "analysis_set"}
)  # by themselves


@dataclass
class Line:
    """One result to be: of an arm, against another or by itself, at a time.

    ``numbers`` are named as a result's columns are; group 1 is ``arm``, group 2
    ``against``. ``printed`` is the text of its cells; ``factor`` what its effect is of
    where the table names no arms.
    """

    arm: str
    against: str
    time: str
    metric: str = ""
    numbers: dict[str, float | int | str] = field(default_factory=dict)
    printed: str = ""
    problems: list[str] = field(default_factory=list)
    has_words: bool = False
    effect: str = ""  # its effect as printed
    factor: str = ""
    at: str = ""  # the time that its columns name
    which: str = ""  # the model its effect is of
    of_people: int | None = None  # how many its difference of shares is printed of
    printed_of: int | None = None  # how many it is of if it proves to be of shares
    as_printed: dict[str, Number] = field(default_factory=dict)  # of its effect
    percents: list[float] = field(default_factory=list)  # of its arms, alone
    unkept: list[str] = field(default_factory=list)  # of its arms, without a field
    notes: list[str] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether anything besides its people and whom they are is stated."""
        stated = set(self.numbers) - SAYS_NOTHING
        return self.has_words or bool(self.problems or self.unkept or stated)

    @property
    def is_of_no_arms(self) -> bool:
        """Whether nothing says what its effect or its p compares."""
        compares = "estimate" in self.numbers and self.metric in COMPARING
        is_p = "p_value" in self.numbers and not is_of_a_test(self.numbers)
        is_told = self.against and not UNNAMED.fullmatch(self.against)
        states = compares or is_p or self.against
        return bool(states) and not (is_told or self.factor)

    @property
    def comparison(self) -> str:
        """As "Examplin against placebo"."""
        if self.factor:
            return self.factor
        named = f"{self.arm} against {self.against}" if self.against else self.arm
        return ", ".join(filter(None, [named, self.which]))
