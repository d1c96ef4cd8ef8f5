"""What a table's corner, caption and notes say of the numbers of all its rows."""

import re
from collections.abc import Mapping

from studies.tables.cells import without_marks
from studies.tables.clipboard import Grid
from studies.tables.kinds import Kind, hint_in
from studies.tables.labels import is_note

_MEANS = r"\bmeans?(?: values?)?[ ]?(?:[(\[,±]|\+/?-|and|with)[ ]?(?:their )?"
_WITH_ERRORS = re.compile(rf"{_MEANS}(?:s\.?e\.?(?:m\.?)?\b|standard errors?)", re.I)
_WITH_DEVIATIONS = re.compile(rf"{_MEANS}(?:s\.?d\b|standard deviations?)", re.I)
_COUNTED = re.compile(r"[0-9]+ ?[(\[]")
_ADJUSTED_FOR = re.compile(r"\badjusted for (?P<what>[^.;]{3,300})", re.I)


_NAMED_ADJUSTED = re.compile(
    r"(?!(?:fully|partially|partly|minimally|maximally|further|risk|multi\w+|covariate|un"
    r"|non|propensity|model)\b)(?P<what>[a-z][a-z ,/&-]*?)[- ]adjusted\b",
    re.I,
)


def adjusted_for_named(head: str) -> str:
    """What an effect's own head says it is adjusted for: "Age- and sex-adjusted"."""
    found = _NAMED_ADJUSTED.match(head.strip())
    return found["what"].replace("- ", " ").strip(" -,") if found else ""


def are_of_errors(grid: Grid, caption: str, corner: str) -> bool:
    """Whether it is said of all numbers beside a mean that they are standard errors."""
    notes = (row[0] for row in grid.rows if row[0] and is_note(row[0]))
    said = " ".join([caption, corner, *notes])
    return bool(_WITH_ERRORS.search(said)) and not _WITH_DEVIATIONS.search(said)


_OF_SOME = re.compile(r"%|\b(?:unless|or|per ?cent)\b", re.I)  # "mean (SD) or n (%)"


def kind_of_all(caption: str) -> Kind | None:
    """What a caption says that all numbers are: "values are median (IQR)"."""
    return None if _OF_SOME.search(caption) else hint_in(caption)


_OF_ALL = re.compile(
    r"(?:all )?(?:values|data|results|numbers|figures)\b[^.;]*\b(?:are|is|as)\b", re.I
)


def kind_by_note(grid: Grid) -> Kind | None:
    """What a note without a mark says that all numbers are, if one does."""
    notes = (row[0] for row in grid.rows if is_note(row[0]) and _OF_ALL.match(row[0]))
    return next(filter(None, map(kind_of_all, notes)), None)


_MARKS = r"[*†‡§¶#‖\u1d43-\u1dbf\u02b0-\u02b8]+"


def said_by_mark(grid: Grid) -> dict[str, str]:
    """What the notes of a table say of what bears their marks: "†Median (IQR)"."""
    said: dict[str, str] = {}
    for row in grid.rows:
        text = row[0] if is_note(row[0]) else ""
        _, *parts = re.split(rf"({_MARKS})", text)
        for mark, words in zip(parts[::2], parts[1::2], strict=True):
            said[mark] = words.strip(" .;,")
    return said


def kinds_by_mark(grid: Grid) -> dict[str, Kind]:
    """What the numbers of the rows that bear a mark are, as the notes say."""
    said = {mark: hint_in(words) for mark, words in said_by_mark(grid).items()}
    return {mark: kind for mark, kind in said.items() if kind}


def adjusted_by(said: Mapping[str, str], head: str) -> bool:
    """Whether a note says that what bears its mark is adjusted."""
    own = re.findall(_MARKS, head)
    return any(re.match(r"adjusted\b", said.get(each, ""), re.I) for each in own)


def marks_of(label: str) -> str:
    """The marks of notes that a row's label bears."""
    return without_marks(label)[1]


def may_be_mean(text: str) -> bool:
    """Whether a cell is no whole number before a bracket, as events of a share are."""
    return not _COUNTED.match(text)


def adjusted_for_in(grid: Grid) -> str:
    """What a note of a table says that its effects are adjusted for, if one does."""
    texts = (text for row in grid.rows for text in row)
    found = (match for text in texts if (match := _ADJUSTED_FOR.search(text)))
    return next((match["what"].strip() for match in found), "")
