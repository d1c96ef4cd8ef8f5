"""Shorthand that only a whole table explains: its visits, the letters of its notes.

"T1" is a time where "T0" stands in the table too, and else may be a tertile; the "b" of
"Placebo b" is the mark of the note that begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from studies.tables.clipboard import Grid
from studies.tables.contrasts import BETWEEN
from studies.tables.labels import is_note, read_label
from studies.tables.numbers import plain
from studies.tables.times import time_in

_VISIT = re.compile(r"(?<![^\W_])(?<!time )(?<!visit )[TV][0-9]{1,2}(?![^\W_])")
_KINDS = {"T": "time", "V": "visit"}
# What else such a name is: of a tumour, of thirds of people, of an electrode.
_ANOTHER = re.compile(
    r"\bstag(?:e|ing)\b|tumou?r|\bTNM\b|tertile|\b(?:ECG|leads?|vertebra\w*)\b", re.I
)


def explained(grid: Grid) -> Grid:
    """The table with its visits named as times, and the marks of its notes raised."""
    return _with_marks_raised(_with_responses_named(_with_visits_named(grid)))


def _with_responses_named(grid: Grid) -> Grid:
    """The table with "SD" beside "PR" and "PD" as "Stable disease"."""
    labels = {plain(row[0]).split(",")[0].strip() for row in grid.rows}
    if len({"CR", "PR", "PD"} & labels) < 2 or "SD" not in labels:
        return grid

    def named(r: int, c: int, text: str) -> str:
        return re.sub(r"^SD\b", "Stable disease", text) if c == 0 else text

    return _with_texts(grid, named)


def _with_visits_named(grid: Grid) -> Grid:
    """The table with "T0" and "T1" as "time T0" and "time T1".

    A difference of two of them stays as it is, and so does a number's own cell.
    """
    words = [text for row in grid.rows for text in row if _is_words(text)]
    found = {each for text in words for each in _VISIT.findall(plain(text))}
    if any(map(_ANOTHER.search, words)):
        return grid
    is_told = "T0" in found or any(map(_says_when, words))
    times = {each for each in found if is_told and each[0] == "T"}
    visits = {each for each in found if each[0] == "V" and {"V0", "V1"} & found}
    named = (times if len(times) > 1 else set()) | (
        visits if len(visits) > 1 else set()
    )

    def name(text: str) -> str:
        own = _VISIT.findall(text)
        if len(own) != 1 or own[0] not in named or not _is_words(text):
            return text
        return _VISIT.sub(lambda each: f"{_KINDS[each[0][0]]} {each[0]}", text)

    return _with_texts(grid, lambda r, c, text: name(text)) if named else grid


def _says_when(text: str) -> bool:
    """Whether a text tells which time a visit is: "T1 (baseline)"."""
    found = re.fullmatch(r"T[0-9]{1,2} ?[(:,–-] ?(?P<when>[^()]+)\)?", plain(text))
    return bool(found and time_in(found["when"])[0])


def _is_words(text: str) -> bool:
    """Whether a cell is short enough for a head or a label, and is no number."""
    return len(text) <= 80 and bool(re.match(r"\W*[^\W\d_]", text))


_UNTOLD = re.compile(r"(?:.* )?T[1-9]")  # "T1", "Yoga T1"


def is_untold(words: str) -> bool:
    """Whether a head or a label ends with "T1", which may be a time or some people."""
    return bool(_UNTOLD.fullmatch(plain(words).strip(" :")))


def untold_in(grid: Grid, arms: Iterable[str]) -> str:
    """What keeps arms waiting that are times or thirds of people; mostly nothing."""
    named = [each for each in arms if is_untold(each)]
    if len(named) < 2 or any(map(_ANOTHER.search, (t for r in grid.rows for t in r))):
        return ""
    told = " and ".join(f"“{each}”" for each in named[:2])
    return (
        f"{told}: times, or groups of people? Say so in the columns above: a time, or "
        "an arm by its whole name."
    )


_AN_ARM = re.compile(
    r"(?:.+[,:–] ?)?(?:(?:the )?(?:usual|standard|routine) care|placebo|sham"
    r"|control|vehicle|treatment|treated|intervention|experimental|active"
    r"|wait(?:ing)?[- ]?list)"
    r"(?: (?:group|arm|treatment))?s?",
    re.I,
)


_FEW = 8  # rows of a table that may be arms, the others named otherwise


def arm_among(labels: Iterable[str]) -> str:
    """The label of an arm among those of few rows: "Placebo" below "Examplin"."""
    named = [read_label(each).name for each in labels if each]
    found = (each for each in named if _AN_ARM.fullmatch(each))
    return next(found, "") if len(named) <= _FEW else ""


def untold_row(name: str, over: str, beside: str) -> Iterator[str]:
    """What keeps a row waiting that is "T1" or "Placebo" below what was measured.

    "Burnout, control" is of an arm too, and so may be what stands ``beside`` one.
    """
    if beside and name and not _AN_ARM.fullmatch(name):
        yield (
            f"“{name}” stands beside “{beside}”: is it an arm? Paste the table with a "
            "column for each arm, or type what was measured."
        )
    if _AN_ARM.fullmatch(name):
        yield (
            f"“{name}” names no outcome: is it an arm? Paste the table with a column "
            "for each arm, or type what was measured."
        )
    if BETWEEN.fullmatch(name):
        yield (
            f"“{name}” is what is compared: type what was measured, and what is "
            "compared below the table."
        )
    if is_untold(name) and not _ANOTHER.search(over):
        yield f"“{name}”: a time, or some of the people? Type the outcome and the time."


# --- the letters of notes ---

_BEGINS = re.compile(r"(?:^|[.;] )(?P<letter>[a-h])(?:[.:)]? )(?=[A-Z])")
_BEHIND = re.compile(
    r"(?<=[\w)\]%.])(?P<gap> ?)(?P<letter>[a-h](?:, ?[a-h])*)"
    r"(?P<size>[ ]*\([nN] ?= ?[0-9,]+\))?$"
)
_RAISED = str.maketrans("abcdefgh", "ᵃᵇᶜᵈᵉᶠᵍʰ")


def _with_marks_raised(grid: Grid) -> Grid:
    """The table with "Placebo b" as "Placeboᵇ", where that is the letter of a note.

    Without notes it is where the heads of all arms end with letters in their order.
    """
    notes = (row[0] for row in grid.rows if row[0] and not any(row[1:]))
    letters = {
        found["letter"]
        for text in notes
        if is_note(text)
        for found in _BEGINS.finditer(plain(text))
    }
    if not letters and not (letters := _in_order(grid.rows[0][1:])):
        return grid
    glued = _glued_in_order(grid.rows[0], letters)

    def raised(r: int, c: int, text: str) -> str:
        found = _BEHIND.search(text)
        is_of_note = c == 0 and is_note(text) and not any(grid.rows[r][1:])
        if found is None or is_of_note or not {*found["letter"]} - {*", "} <= letters:
            return text
        before = text[: found.start()]
        is_glued = not found["gap"] and before[-1:].isalpha() and (r, c) not in glued
        if is_glued or _NAMED_BY_LETTER.fullmatch(before.strip()):
            return text
        return before + found["letter"].translate(_RAISED) + (found["size"] or "")

    return _with_texts(grid, raised)


# "Group a" is named by its letter, and "vitamin d" too.
_NAMED_BY_LETTER = re.compile(
    r"(?:.* )?(?:groups?|arms?|cohorts?|diets?|types?|class|grades?|stages?|phases?"
    r"|parts?|models?|sites?|schedules?|regimens?|sequences?|treatments?|vitamins?"
    r"|hepatitis|influenza|factor|week [0-9]+|[0-9]+)",
    re.I,
)


def _in_order(heads: Sequence[str]) -> set[str]:
    """The letters behind the names of arms where each has the next: "Drug a"."""
    bare = [re.sub(r"[ ]*\([nN] ?= ?[0-9,]+\)$", "", plain(each)) for each in heads]
    found = [re.fullmatch(r"(?P<name>.*\w\w) (?P<letter>[a-h])", each) for each in bare]
    ending = [each for each in found if each]
    letters = [each["letter"] for each in ending]
    names = {each["name"].lower() for each in ending}
    is_named = any(_NAMED_BY_LETTER.fullmatch(each["name"]) for each in ending)
    if len(letters) < 2 or len(names) < len(letters) or is_named:
        return set()
    return {*letters} if letters == list("abcdefgh"[: len(letters)]) else set()


def _glued_in_order(
    heads: Sequence[str], letters: set[str]
) -> frozenset[tuple[int, int]]:
    """The heads that end with the letters of notes in their order: "Sitea", "Ageb"."""
    found = [
        (c, match["letter"])
        for c, each in enumerate(heads)
        if (match := _BEHIND.search(each)) and match["letter"] in letters
    ]
    in_order = "".join(letter for _, letter in found) == "abcdefgh"[: len(found)]
    return frozenset((0, c) for c, _ in found if in_order and len(found) > 1)


def _with_texts(grid: Grid, changed: Callable[[int, int, str], str]) -> Grid:
    rows = tuple(
        tuple(changed(r, c, text) for c, text in enumerate(row))
        for r, row in enumerate(grid.rows)
    )
    return Grid(rows, grid.repeated, grid.heads)
