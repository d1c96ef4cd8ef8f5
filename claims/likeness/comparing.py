"""Puts two sentences side by side: the same claim, or near it, and in what not."""

from dataclasses import dataclass

from claims.likeness.sense import Sense
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "claims.same",
        "A sentence says what a known claim says where both speak of the same "
        "things, say the same of them and name the same amounts.",
        RuleEffect.PROPOSES,
        "Footing",
    ),
)


# Effects that cannot be said of one thing at once.
_AGAINST = (
    ("lower", "raise"),
    ("lower", "bring"),
    ("better", "bring"),
    ("better", "worse"),
    ("better", "alike"),
    ("worse", "alike"),
    ("before", "after"),
)
# Terms of words.toml that say of whom something is claimed.
_GROUPS = frozenset("child infant teenager pregnancy menopause men women".split())
_LEFT_OVER = 3  # one concept of so many may be missing on one side


@dataclass(frozen=True)
class Compared:
    """How near two sentences are; ``differs`` says in what, in words.

    ``shared`` is the part of the concepts of both that they share (0 to 1).
    """

    is_same: bool
    differs: tuple[str, ...]
    shared: float

    @property
    def is_near(self) -> bool:
        """Whether both speak of the same things, whatever they say of them."""
        return self.is_same or bool(self.differs)


FAR = Compared(False, (), 0.0)


def compare(asked: Sense, known: Sense) -> Compared:
    """Compare what two sentences claim.

    They are the same claim where they speak of the same things, say the same of them
    and name the same amounts. One may say a little more than the other, never each
    something else: that is another drug, outcome or group of people.
    """
    both = asked.concepts & known.concepts
    left, right = asked.concepts - both, known.concepts - both
    if not both or (left and right):
        return FAR
    if len(left | right) > max(1, len(both) // _LEFT_OVER):
        return FAR
    if len(left | right) == 1 and len(both) == 1:
        return FAR
    differs = tuple(_differences(asked, known))
    return Compared(not differs, differs, len(both) / len(both | left | right))


def _differences(asked: Sense, known: Sense) -> list[str]:
    found = []
    turned = (asked.denies, "without" in asked.concepts)
    if turned != (known.denies, "without" in known.concepts):
        found.append("one denies what the other says")
    elif any(_is_against(asked.ways, known.ways, *pair) for pair in _AGAINST):
        found.append("the effect goes the other way")
    if asked.numbers != known.numbers:
        found.append("another amount, or only one states it")
    if (asked.concepts ^ known.concepts) & _GROUPS:
        found.append("another group of people, or only one names it")
    if asked.beyond and known.beyond and asked.beyond != known.beyond:
        found.append("compared with something else")
    return found


def _is_against(
    asked: frozenset[str], known: frozenset[str], one: str, other: str
) -> bool:
    pair = {one, other}
    return {frozenset(asked & pair), frozenset(known & pair)} == {
        frozenset({one}),
        frozenset({other}),
    }
