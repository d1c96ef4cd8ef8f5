"""The base of every vocabulary: what is stored, and how it is worded and marked.

A value is stored, sent and exported and never changes; its label may be reworded at
any time. Pages, badges, forms, API, exports and history all read the same member.
"""

from enum import StrEnum
from typing import Self


class Words(StrEnum):
    """A vocabulary; a member is written as value, label, symbol, tone.

    ``label`` is the word as it stands inside a sentence, by default the member's name
    in lower case. ``symbol`` is the mark or abbreviation that goes with it, and
    ``tone`` names how pages colour it; both are empty where a word has none. A value
    may be empty, for what is not set.
    """

    label: str
    symbol: str
    tone: str

    def __new__(cls, value: str, *_: str) -> Self:
        """The member of a stored value; how it is worded is told to ``__init__``."""
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    def __init__(
        self, value: str, label: str = "", symbol: str = "", tone: str = ""
    ) -> None:
        """Keep how the value is worded and marked."""
        self.label = label or self.name.replace("_", " ").lower()
        self.symbol = symbol
        self.tone = tone

    @property
    def capitalised(self) -> str:
        """The label as a line begins with it: "Very low"."""
        return self.label[:1].upper() + self.label[1:]

    @classmethod
    def pairs(cls) -> list[tuple[str, str]]:
        """Every value with its label, in the order declared.

        A column takes the method itself as its choices: a migration then names the
        vocabulary and does not list its labels.
        """
        return [(member.value, member.label) for member in cls]

    @classmethod
    def set_pairs(cls) -> list[tuple[str, str]]:
        """The pairs without the empty value."""
        return [(value, label) for value, label in cls.pairs() if value]


class YesNo(Words):
    """A yes, a no, or neither said: for whatever asks no more."""

    YES = "yes"
    NO = "no"
    NOT_STATED = "not_stated"
