"""How well claims are suggested in labelled texts.

``python -m benchmarks.suggesting [NAME=]FOLDER …`` scores the reading of each folder's
texts (see ``benchmarks._labelled.py``), text by text and together; ``--list`` also says
what was missed, what is no claim and which kinds, hedges, modes and flags were given;
``--keep`` keeps the figures for the page on methods, under the names given.
Recall is on tier core, precision on core and acceptable. A kind is right when it is the
marked one; history has none of ours and is left out.
"""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from articles.reading.document import Mode, Reading, SuggestedKind
from articles.reading.suggesting.measured import Measured, keep, measured
from articles.reading.suggesting.rules import VERSION
from benchmarks._labelled import matched, readings

UNSCORED = "history"
GOALS = {
    "recall": 0.90,
    "precision": 0.85,
    "hedging": 0.97,
    "kind first": 0.70,
    "kind either": 0.85,
    "harm first": 0.80,
    "harm either": 0.90,
    "called harm": 0.85,
    "cites nothing": 0.90,
}
WORST, WORST_RECALL = "worst recall", 0.70  # of one text
SECOND, MOST_SECOND_KINDS = "second kind", 1 / 3
OWN = [
    Path("tests/articles/reading/labelled") / one
    for one in (
        "worked_on",
        "held_out",
        "held_out_harms",
        "held_out_registers",
        "held_out_mixed",
    )
]


@dataclass
class Share:
    """How many were right, of how many."""

    right: int = 0
    total: int = 0

    def add(self, right: object) -> None:
        self.right += bool(right)
        self.total += 1

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)

    @property
    def value(self) -> float | None:
        return self.right / self.total if self.total else None

    def __str__(self) -> str:
        if not self.total:
            return "–"
        return f"{self.right / self.total:.2f} ({self.right}/{self.total})"


@dataclass
class Score:
    """The figures of one text, or of several together."""

    shares: dict[str, Share] = field(default_factory=dict)

    def add(self, name: str, right: object) -> None:
        self.shares.setdefault(name, Share()).add(right)

    def __add__(self, other: "Score") -> "Score":
        names = [*self.shares, *(n for n in other.shares if n not in self.shares)]
        return Score(
            {
                n: self.shares.get(n, Share()) + other.shares.get(n, Share())
                for n in names
            }
        )

    def __getitem__(self, name: str) -> Share:
        return self.shares.get(name, Share())

    def __str__(self) -> str:
        names = (*GOALS, SECOND)
        return ", ".join(f"{name} {self[name]}" for name in names)


def score(reading: Reading, claims: list[dict]) -> Score:
    """Score one reading against what a reader marked."""
    pairs, out = matched(reading, claims), Score()
    met = {id(claim) for _, claim in pairs}
    for claim in claims:
        if claim["tier"] == "core":
            out.add("recall", id(claim) in met)
    right = {id(one) for one, _ in pairs}
    for one in reading.suggestions:
        out.add("precision", id(one) in right)
        out.add(SECOND, one.also_kind)
    for one, claim in pairs:
        _score_kind(out, one, claim)
        out.add("hedging", _hedge_is_right(one, claim))
        if not claim["cites_study"]:
            out.add("cites nothing", "cites-nothing" in _rules(one))
    return out


def _score_kind(out: Score, one, claim: dict) -> None:
    kind, kinds = claim["type"], {one.kind, one.also_kind}
    if kind != UNSCORED:
        out.add("kind first", one.kind == kind)
        out.add("kind either", kind in kinds)
        out.add("either is one of two", kinds & {kind, claim["secondary_type"]})
    if kind == SuggestedKind.SAFETY:
        out.add("harm first", one.kind == kind)
        out.add("harm either", kind in kinds)
    if one.kind == SuggestedKind.SAFETY:
        out.add("called harm", one.kind in (kind, claim["secondary_type"]))


def _hedge_is_right(one, claim: dict) -> bool:
    return claim["hedge_strength"] == "weak" or one.hedged == claim["hedged"]


def _rules(one) -> set[str]:
    return {flag.rule for flag in one.flags}


def remarks(reading: Reading, claims: list[dict]) -> Iterable[str]:
    """Say each thing that went wrong, then every mode and flag given."""
    pairs, text = matched(reading, claims), reading.document.text
    met = {id(claim) for _, claim in pairs}
    right = {id(one) for one, _ in pairs}
    for claim in claims:
        if id(claim) not in met:
            yield f"missed ({claim['tier']} {claim['type']}): {claim['text']}"
    for one in reading.suggestions:
        if id(one) not in right:
            yield f"no claim ({one.kind}): {text[one.start : one.end]}"
    for one, claim in pairs:
        kinds = f"{one.kind} ({one.also_kind or '–'})"
        if claim["type"] not in (one.kind, UNSCORED):
            mark = f"{claim['type']} ({claim['secondary_type'] or '–'})"
            yield f"{kinds} for {mark}: {claim['text']}"
        if not _hedge_is_right(one, claim):
            yield f"hedged {one.hedged}: {claim['text']}"
    for one in reading.suggestions:
        words = text[one.start : one.end]
        if one.mode is not Mode.ASSERTS:
            yield f"{one.mode}: {words}"
        for flag in one.flags:
            if flag.rule != "cites-nothing":
                yield f"{flag.rule} {flag.why}: {words}"


def main() -> None:
    """Print the score of each text, of each folder and what lies below its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", metavar="[NAME=]FOLDER")
    parser.add_argument("--list", action="store_true", help="print each remark")
    parser.add_argument("--keep", action="store_true", help="keep the figures")
    parser.add_argument("--strict", action="store_true", help="fail below a goal")
    given = parser.parse_args()
    sets = []
    for folder in given.folders or map(str, OWN):
        name, _, path = folder.rpartition("=")
        print(f"== {folder}")
        sets.append(score_folder(name or path, Path(path), given.list))
    if given.keep:
        keep(sets, [one for one in measured() if one.version != VERSION])
    if given.strict and any(list(below_goals(one.shares)) for one in sets):
        sys.exit(1)


def score_folder(name: str, folder: Path, listed: bool) -> Measured:
    """Print the scores of one folder's texts, and of all together; return these."""
    total, recalls, marked = Score(), [], 0
    for file, reading, claims in readings(folder):
        own = score(reading, claims)
        total += own
        marked += len(claims)
        recalls.append((own["recall"].value or 0.0, file))
        print(f"{file}: {own}")
        if listed:
            print(*(f"  - {one}" for one in remarks(reading, claims)), sep="\n")
    worst, where = min(recalls)
    print(f"together: {total}, worst recall {worst:.2f} ({where})")
    shares = {figure: total[figure].value for figure in (*GOALS, SECOND)}
    shares[WORST] = worst
    print(*below_goals(shares), sep="\n")
    day = date.today().isoformat()
    return Measured(name, len(recalls), marked, day, VERSION, shares)


def below_goals(shares: dict[str, float | None]) -> Iterable[str]:
    """Say which figures lie on the wrong side of their goals."""
    for name, goal in (*GOALS.items(), (WORST, WORST_RECALL)):
        value = shares[name]
        if value is not None and value < goal:
            yield f"{name} is {value:.3f}, below {goal:.2f}"
    second = shares[SECOND]
    if second is not None and second > MOST_SECOND_KINDS:
        yield f"{second:.3f} have a second kind, more than a third"


if __name__ == "__main__":
    main()
