"""What several reviewers said of the same things: where they differ, what settles it.

Plain values: whoever compares (grades, appraisals, checks) says which parts there are,
and makes of what was settled whatever is handed in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

THIRD = "third"


@dataclass(frozen=True)
class Said:
    """One answer to one part: its value, as people read it, and why."""

    value: str
    words: str = ""
    why: str = ""

    @property
    def shown(self) -> str:
        """The answer in words; "nothing" where none was given."""
        return self.words or self.value or "nothing"


@dataclass(frozen=True)
class Part:
    """One thing that each reviewer answered; ``said`` is in the reviewers' order.

    ``options`` are what may be answered, (value, words); without any it is free text.
    ``why_name`` is the field of its explanation, where it takes one; ``heading`` is
    what it stands under.
    """

    name: str
    label: str
    said: tuple[Said, ...]
    options: tuple[tuple[str, str], ...] = ()
    why_name: str = ""
    heading: str = ""

    @property
    def differs(self) -> bool:
        """Whether not all gave the same answer; how they explain it does not count."""
        return len({one.value for one in self.said}) > 1

    @property
    def may_be_empty(self) -> bool:
        """Whether nothing is one of the answers, or any words are."""
        return not self.options or "" in dict(self.options)

    @property
    def agreed(self) -> Said:
        """The one answer of all, with every explanation that was given of it."""
        first = self.said[0]
        reasons = dict.fromkeys(one.why.strip() for one in self.said)
        return Said(first.value, first.words, "\n".join(filter(None, reasons)))

    def third(self, pick: "Pick") -> Said | None:
        """The answer that a person gives in place of all that were given, if any."""
        if self.options and pick.value not in dict(self.options):
            return None
        return Said(
            pick.value, dict(self.options).get(pick.value, pick.value), pick.why
        )


@dataclass(frozen=True)
class Pick:
    """How one part is settled: ``took`` is a reviewer's number, from "1", or THIRD.

    A third answer has its value, its explanation, and ``because``: why none of those
    given. Nothing taken leaves the part open.
    """

    took: str = ""
    value: str = ""
    why: str = ""
    because: str = ""


@dataclass(frozen=True)
class Settling:
    """What was said, and what a person made of it so far.

    ``accepted`` says that all agreements stand as they are.
    """

    parts: Sequence[Part]
    picks: Mapping[str, Pick] = field(default_factory=dict)
    accepted: bool = False

    @property
    def differing(self) -> list[Part]:
        """The parts on which not all said the same."""
        return [part for part in self.parts if part.differs]

    @property
    def agreeing(self) -> list[Part]:
        """The parts on which all said the same."""
        return [part for part in self.parts if not part.differs]

    def pick(self, part: Part) -> Pick:
        """How a part is settled so far."""
        return self.picks.get(part.name, Pick())

    def settled(self, part: Part) -> Said | None:
        """What a part comes to; None while it is open."""
        pick = self.pick(part)
        if pick.took == THIRD:
            return part.third(pick)
        if pick.took:
            return part.said[int(pick.took) - 1]
        return part.agreed if self.accepted and not part.differs else None

    @property
    def open(self) -> list[Part]:
        """The parts that are not settled yet."""
        return [part for part in self.parts if self.settled(part) is None]

    @property
    def open_differences(self) -> list[Part]:
        """Those of the open parts on which not all said the same."""
        return [part for part in self.open if part.differs]

    def problems(self) -> Iterator[tuple[str, str]]:
        """What keeps it from being handed in: (name of the part, sentence)."""
        waiting = [part for part in self.open if not part.differs]
        for part in self.open_differences:
            yield part.name, f"{part.label}: not settled yet."
        if waiting:
            yield "", f"Accept the {len(waiting)} agreements, or change one of them."
        for part in self.parts:
            pick = self.pick(part)
            if pick.took == THIRD and not pick.because.strip():
                yield part.name, f"{part.label}: say why it is none of those given."

    def as_json(self) -> dict[str, Any]:
        """What was picked, as a draft or a record keeps it."""
        picks = {name: _without_empty(pick) for name, pick in self.picks.items()}
        return {"accepted": self.accepted, "picks": picks}


def settling_of(parts: Sequence[Part], kept: Mapping[str, Any]) -> Settling:
    """What ``as_json`` kept, of the parts that are still there."""
    known = {part.name: part for part in parts}
    picks = {
        name: pick
        for name, said in kept.get("picks", {}).items()
        if name in known and (pick := _pick(known[name], said)) != Pick()
    }
    return Settling(parts, picks, bool(kept.get("accepted")))


def settling_in(parts: Sequence[Part], post: Mapping[str, str]) -> Settling:
    """What a form says: ``took-``, ``value-``, ``why-`` and ``because-`` each part."""
    names = ("took", "value", "why", "because")
    said = {
        part.name: {name: post.get(f"{name}-{part.name}", "") for name in names}
        for part in parts
    }
    return settling_of(parts, {"picks": said, "accepted": post.get("accepted")})


def _pick(part: Part, said: Mapping[str, str]) -> Pick:
    """A pick of this part with all that was typed, whatever is taken in the end."""
    took, value = said.get("took", ""), said.get("value", "").strip()
    known = {THIRD, *(str(number) for number, _ in enumerate(part.said, 1))}
    return Pick(
        took if took in known else "",
        value if not part.options or value in dict(part.options) else "",
        said.get("why", "").strip(),
        said.get("because", "").strip(),
    )


# --- as a page shows it ---


@dataclass(frozen=True)
class Answer:
    """What one reviewer said of a part, with the number that takes it."""

    number: str
    rater: str
    said: Said
    taken: bool


@dataclass(frozen=True)
class Row:
    """One part with its answers side by side and what it comes to so far."""

    part: Part
    answers: tuple[Answer, ...]
    pick: Pick
    settled: Said | None
    problems: tuple[str, ...] = ()

    @property
    def third(self) -> bool:
        """Whether another answer than those given is taken."""
        return self.pick.took == THIRD


def rows_of(
    settling: Settling, raters: Sequence[str], problems: Sequence[tuple[str, str]] = ()
) -> tuple[list[Row], list[Row]]:
    """The rows that differ and those that agree, with each problem beside its row."""

    def row(part: Part) -> Row:
        pick = settling.pick(part)
        answers = tuple(
            Answer(str(number), rater, said, pick.took == str(number))
            for number, (rater, said) in enumerate(
                zip(raters, part.said, strict=True), 1
            )
        )
        own = tuple(sentence for name, sentence in problems if name == part.name)
        return Row(part, answers, pick, settling.settled(part), own)

    return (
        [row(part) for part in settling.differing],
        [row(part) for part in settling.agreeing],
    )


def _without_empty(pick: Pick) -> dict[str, str]:
    return {name: value for name, value in vars(pick).items() if value}
