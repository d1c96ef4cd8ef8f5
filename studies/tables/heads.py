"""The head of a results table: which rows it is, and what each column holds.

Two rows with merged cells are read together: "Placebo" over "n" and "%" makes two
columns of one arm. The people of an arm stand in its head: "Placebo (n = 123)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studies.tables.cells import (
    Kind,
    adjusted_in,
    hint_in,
    level_in,
    measure_in,
    read_cell,
    without_marks,
)
from studies.tables.clipboard import Grid
from studies.tables.labels import is_study, time_in
from studies.tables.numbers import ENGLISH, Separators, numbers_in, plain
from texts.words import Words

MOST_HEAD_ROWS = 4
_SPACES = " \u00a0\u2009\u202f"


class Role(Words):
    """What a column of a results table is."""

    OUTCOME = "outcome"
    TIME = "time"
    STUDY = "study"
    YEAR = "year", "the study's year"
    IDENTIFIER = "identifier", "the study's DOI or PMID"
    ARM = "arm", "an arm"
    COMPARISON = "comparison", "arms compared"
    STATED = "stated", "stated of the row’s results"
    OUT = "out", "left out"


class Part(Words):
    """Which number of an arm or of a comparison a column holds, or what it states.

    What is stated of a row's results is called as their column is.
    """

    WHOLE = "whole", "all in one cell"
    EVENTS = "events"
    TOTAL = "total", "people"
    PERCENT = "percent", "%"
    MEAN = "mean"
    SD = "sd", "SD"
    SE = "se", "SE"
    PERSON_TIME = "person_time", "person-time"
    MEDIAN = "median"
    Q1 = "q1", "lower quartile"
    Q3 = "q3", "upper quartile"
    ESTIMATE = "estimate"
    CI_LOW = "ci_low", "interval from"
    CI_HIGH = "ci_high", "interval to"
    P = "p"
    SUBGROUP = "subgroup"
    PLANNED = "subgroup_planned", "whether it was planned"
    DOSE = "dose"
    CLUSTER_SIZE = "cluster_size", "people in a cluster"
    ICC = "icc", "intracluster correlation"
    TRUE_POSITIVES = "true_positives", "true positives"
    FALSE_POSITIVES = "false_positives", "false positives"
    FALSE_NEGATIVES = "false_negatives", "false negatives"
    TRUE_NEGATIVES = "true_negatives", "true negatives"
    SENSITIVITY = "sensitivity"
    SPECIFICITY = "specificity"
    REFERENCE = "reference_standard", "reference standard"


IN_WORDS = frozenset({Part.SUBGROUP, Part.PLANNED, Part.DOSE, Part.REFERENCE})


@dataclass(frozen=True)
class Column:
    """What a column holds, as its head says or a person said instead.

    ``kind``, ``measure``, ``adjusted`` and ``level`` are what the head's words say its
    cells are; ``size`` the people in it.
    """

    printed: str
    role: Role
    arm: str = ""
    part: Part = Part.WHOLE
    size: int | None = None
    time: str = ""
    kind: Kind | None = None
    measure: str = ""
    adjusted: str = ""
    level: float | None = None

    @property
    def in_percent(self) -> bool:
        """Whether its head says that its effects are in per cent."""
        return "%" in _INTERVAL.sub("", self.printed)


_INTERVAL = re.compile(r"[0-9]{2}(?:[.,][0-9])? ?% ?(?:-?CI|confidence)", re.I)


def is_numbered(column: Column) -> bool:
    """Whether the cells of a column hold numbers of a result."""
    if column.role == Role.STATED:
        return column.part not in IN_WORDS
    return column.role in (Role.ARM, Role.COMPARISON)


@dataclass(frozen=True)
class Head:
    """A table's head: how many rows it takes, what stands over it, its columns."""

    rows: int
    caption: str
    columns: tuple[Column, ...]


_DATA = (Kind.WORDS, Kind.MISSING)
_SIZE = re.compile(
    rf"[,;]?[{_SPACES}]*(?:[(\[][{_SPACES}]*)?\b[nN][{_SPACES}]*[=:][{_SPACES}]*"
    rf"(?P<size>[0-9][0-9.,'{_SPACES}]*[0-9]|[0-9])[{_SPACES}]*"
    r"(?:patients|participants|people|women|men|children)?[)\]]?"
)
_TOTALS = re.compile(
    r"(?:all|total|overall|both|whole)(?: (?:patients|participants|groups?|sample"
    r"|cohort|arms|population|people))?",
    re.I,
)
_NAMES: tuple[tuple[Role, str], ...] = (
    (
        Role.STUDY,
        r"(?:included |first )?(?:stud(?:y|ies)|trials?|authors?|source|reference)"
        r"(?: or subgroup)?"
        r"(?:[ ,/(&-]+(?:and )?(?:year|author|id|name|date)\)?)*",
    ),
    (
        Role.OUTCOME,
        r"(?:primary |secondary |clinical )?(?:outcomes?|endpoints?|end points?"
        r"|variables?|measures?|parameters?|characteristics?|events?/outcomes?)"
        r"(?: measures?)?",
    ),
    (
        Role.TIME,
        r"time(?:[ -]?points?)?|visit|follow-?up(?: time)?|weeks?|months?|when"
        r"|assessment",
    ),
    (Role.IDENTIFIER, r"doi|pmid|pubmed(?: id)?"),
    (Role.YEAR, r"(?:publication )?year(?: of publication)?"),
    (
        Role.OUT,
        r"weight(?: ?,? ?\(?%\)?)?|quality|risk of bias|(?:study )?design|country"
        r"|setting|(?:mean |median )?age(?: .*|,.*)?|(?:% ?|n )?(?:fe)?males?(?: .*)?"
        r"|duration(?: .*)?|(?:p|p[ -]value) for (?:trend|interaction)|comments?"
        r"|nnt[bh]?(?: .*)?|numbers? needed to (?:treat|harm)(?: .*)?|units?|i ?²"
        r"|heterogeneity|(?-i:t|z|df|F|d)|[tfz][- ](?:values?|statistics?)|χ²|β|η²"
        r"|chi-?squared?(?: .*)?|p[- ](?:for )?interaction",
    ),
)
_NAMED = tuple((role, re.compile(words, re.I)) for role, words in _NAMES)
_COMPARING: tuple[tuple[Part, str], ...] = (
    (Part.P, r"p(?:[ -]?values?)?|p \(.*\)|sig(?:nificance|\.)?|p for difference"),
    (
        Part.CI_LOW,
        r"(?:95 ?% ?)?(?:ci[ _]?)?low(?:er)?(?: (?:limit|ci|bound|95 ?%))*|ll",
    ),
    (
        Part.CI_HIGH,
        r"(?:95 ?% ?)?(?:ci[ _]?)?(?:high|upper)(?: (?:limit|ci|bound|95 ?%))*|ul",
    ),
    (
        Part.WHOLE,
        r"mean (?:change|reduction|increase)s?(?: from baseline)?[ ,(]+[0-9]{2} ?% ?ci"
        r"|(?:between[- ]group |treatment |mean |absolute |adjusted |crude |relative "
        r"|pooled |estimated )*(?:effect(?: size| estimate)?|difference|estimate"
        r"|comparison|contrast|ratio)s?(?: between (?:groups|arms))?"
        r"|[0-9]{2} ?% ?(?:ci|confidence interval)s?",
    ),
)
_COMPARED = tuple((part, re.compile(words, re.I)) for part, words in _COMPARING)
_PARTS: tuple[tuple[Part, str], ...] = (
    (Part.PERCENT, r"%|percent(?:age)?|per cent|\(%\)|rate \(%\)"),
    (Part.EVENTS, r"events?|n events|no\.? of events|cases|deaths|number with event|r"),
    (
        Part.TOTAL,
        r"total|n total|people|patients|participants|sample size|size|analysed"
        r"|randomi[sz]ed|no\.? of (?:patients|participants|people)|denominator",
    ),
    (Part.MEAN, r"means?"),
    (Part.SD, r"sd|s\.d\.|standard deviations?|\(sd\)|± ?sd"),
    (Part.SE, r"sem?|s\.e\.m?\.?|standard errors?(?: of the mean)?|\(sem?\)|± ?sem?"),
    (Part.PERSON_TIME, r"(?:person|patient)[- ](?:time|years?|months?|days?)(?: .*)?"),
    (Part.MEDIAN, r"medians?"),
    (Part.Q1, r"q1|25(?:th)?(?: ?%| percentile)?|lower quartile|p25"),
    (Part.Q3, r"q3|75(?:th)?(?: ?%| percentile)?|upper quartile|p75"),
)
_PARTS_OF = tuple((part, re.compile(words, re.I)) for part, words in _PARTS)


_WITH_INTERVAL = r"(?:[ ,]*\(?(?:%|[0-9]{2} ?% ?(?:ci|confidence interval)s?)\)?)*"
_STATED: tuple[tuple[Part, str], ...] = (
    (Part.SUBGROUP, r"sub-?groups?(?: of patients| name)?|strat(?:um|a)"),
    (
        Part.PLANNED,
        r"(?:subgroup )?(?:pre-?)?(?:planned|specified)\??|planned subgroup\??",
    ),
    (Part.DOSE, r"(?:daily |total |study )?(?:dose|dosage)s?(?: \(.*\))?"),
    (
        Part.CLUSTER_SIZE,
        r"(?:mean |average )?cluster size|(?:people|participants) per cluster",
    ),
    (
        Part.ICC,
        r"icc|intra-?(?:class|cluster) correlation(?: coefficient)?(?: \(.*\))?",
    ),
    (Part.TRUE_POSITIVES, r"tp|true[- ]positives?"),
    (Part.FALSE_POSITIVES, r"fp|false[- ]positives?"),
    (Part.FALSE_NEGATIVES, r"fn|false[- ]negatives?"),
    (Part.TRUE_NEGATIVES, r"tn|true[- ]negatives?"),
    (Part.SENSITIVITY, rf"sensitivity{_WITH_INTERVAL}"),
    (Part.SPECIFICITY, rf"specificity{_WITH_INTERVAL}"),
    (Part.REFERENCE, r"(?:reference|gold) (?:standard|test)"),
)
_STATED_AS = tuple((part, re.compile(words, re.I)) for part, words in _STATED)
STATED = frozenset(part for part, _ in _STATED)


_ARMS_BELOW = re.compile(
    r"arms?|(?:study |treatment |intervention )(?:arms?|groups?)", re.I
)


def with_arms_across(grid: Grid) -> Grid:
    """The table turned where its arms stand below each other, else as it is.

    They do where each of two rows or more begins with a number of people and no head
    does, or where the first column says so.
    """
    head, *body = grid.rows
    while len(body) > 2 and not any(body[-1][1:]):
        body = body[:-1]
    names = [row[0] for row in body]
    are_sized = all(_SIZE.search(plain(name)) for name in names)
    are_arms = are_sized or bool(_ARMS_BELOW.fullmatch(head[0].strip(" :")))
    is_plain = not (grid.repeated or any(_SIZE.search(plain(each)) for each in head))
    if len(names) < 2 or not (is_plain and are_arms) or any(map(is_study, names)):
        return grid
    turned = [*zip(("", *head[1:]), *body, strict=True)]
    notes = [row[:1] for row in grid.rows[1 + len(body) :]]
    width = len(turned[0])
    return Grid((*turned, *((*note, *[""] * (width - 1)) for note in notes)))


def read_head(grid: Grid) -> Head:
    """How many rows the head has, and what its words say of each column."""
    caption = grid.rows[0][0] if _is_caption(grid) else ""
    skipped = 1 if caption else 0
    rows = _rows_of_head(grid, skipped)
    heads = _filled([grid.rows[r] for r in range(skipped, rows)], grid, skipped)
    stacks = [_distinct(row[c] for row in heads) for c in range(grid.width)]
    columns = [
        _column(stack, n, any(_is_data(row[n]) for row in grid.rows[rows:]))
        for n, stack in enumerate(stacks)
    ]
    return Head(rows, caption, tuple(_settled(columns)))


def _is_caption(grid: Grid) -> bool:
    """Whether the first row is one text over the whole table."""
    first = grid.rows[0]
    apart = [c for c in range(1, grid.width) if (0, c) not in grid.repeated]
    is_alone = bool(first[0]) and not any(first[c] for c in apart)
    return is_alone and len(grid.rows) > 1 and (len(first[0]) > 20 or not apart)


def _rows_of_head(grid: Grid, skipped: int) -> int:
    if grid.heads > skipped:
        return min(grid.heads, MOST_HEAD_ROWS + skipped)
    rows = grid.rows[skipped : skipped + MOST_HEAD_ROWS + 1]
    for r, row in enumerate(rows):
        is_heading = r > 0 and row[0] and not any(row[1:])
        if is_heading or any(_is_data(cell) for cell in row[1:]):
            return skipped + r
    return skipped + (1 if len(grid.rows) > skipped + 1 else 0)


def _is_data(text: str) -> bool:
    """Whether a cell holds numbers, and no words of a head."""
    is_worded = re.search("[A-Za-z]{4}", text) or _INTERVAL.fullmatch(text.strip(" ()"))
    if not text or is_worded or _SIZE.search(text):
        return False
    cell = read_cell(text, ENGLISH)
    is_asked = bool(cell.problem) and text[0].isdigit()
    return cell.kind not in _DATA or is_asked


def _filled(rows: list[Sequence[str]], grid: Grid, skipped: int) -> list[list[str]]:
    """The head's rows, an arm's name over all columns that it was merged over.

    Text from a spreadsheet names a merged cell once and leaves the others empty.
    """
    filled = [list(row) for row in rows]
    for r, row in enumerate(filled[:-1]):
        if any((skipped + r, c) in grid.repeated for c in range(1, len(row))):
            continue
        for c in range(2, len(row)):
            below = next((each[c] for each in filled[r + 1 :] if each[c]), "")
            if not row[c] and below and not _compared(below):
                row[c] = row[c - 1]
    return filled


def _distinct(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _column(stack: list[str], number: int, has_data: bool) -> Column:
    """What the words over one column say it is; without words, whether it has data."""
    printed = " · ".join(stack)
    words = [without_marks(plain(each))[0] for each in stack]
    last = words[-1] if words else ""
    bare = (_SIZE.sub("", each) for each in words)
    time = next((found for each in bare if (found := time_in(each)[0])), "")
    stated = part_stated(last)
    if stated is not None:
        return Column(printed, Role.STATED, part=stated)
    role = role_named(last) if len(words) <= 2 else None
    if role is not None and role_fits(role, number):
        return Column(printed, role)
    if not words:
        bare = Role.ARM if has_data else Role.OUT
        return Column(printed, bare if number else Role.OUTCOME)
    part = _compared(last)
    if part is not None:
        of = " ".join(words[:-1])
        return Column(
            printed,
            Role.COMPARISON,
            arm=of,
            part=part,
            time=time,
            measure=measure_in(last) or measure_in(printed),
            adjusted=adjusted_in(printed) or "",
            level=level_in(last),
        )
    if number == 0:
        return Column(printed, Role.OUTCOME)
    return _of_an_arm(printed, words, time)


def part_stated(words: str) -> Part | None:
    """What a head says its column states of results: "TP", "ICC", "Subgroup"."""
    bare = words.strip(" :")
    return next((part for part, named in _STATED_AS if named.fullmatch(bare)), None)


def role_named(words: str) -> Role | None:
    """The role that a head names by its usual word: "Outcome", "Study", "DOI"."""
    bare = words.strip(" :")
    return next((role for role, named in _NAMED if named.fullmatch(bare)), None)


def role_fits(role: Role, number: int) -> bool:
    """Whether a column in that place may be of a role; labels stand first."""
    return number < 3 or role in (Role.OUT, Role.TIME)


def _compared(words: str) -> Part | None:
    """Which part of a comparison a head names; None for none."""
    bare = words.strip(" :()")
    for part, pattern in _COMPARED:
        if pattern.fullmatch(bare):
            return part
    if measure_in(bare) or re.search(r"\bdifference\b", bare, re.I):
        return Part.WHOLE
    with_interval = re.search(r"[0-9]{2} ?% ?CI\b", bare, re.I)
    return Part.WHOLE if with_interval and hint_in(bare) is None else None


def _of_an_arm(printed: str, words: list[str], time: str) -> Column:
    size, names, part, kind = None, [], Part.WHOLE, None
    for each in words:
        if found := _SIZE.search(each):
            size = _whole(found["size"]) or size
            each = f"{each[: found.start()]}{each[found.end() :]}"
        bare = time_in(each)[1].strip(" ,;:–-")
        kind = hint_in(bare) or kind
        rest, named = _parted(_without_hint(bare), bare)
        part = named or part
        names += [rest] if rest else []
    name = " ".join(names)
    role = Role.OUT if _TOTALS.fullmatch(name) else Role.ARM
    return Column(printed, role, name, part, size, time, kind)


_PART = r"(?:events?|total|means?|sd|se|sem|median|n|%|q1|q3)"
_BEHIND = re.compile(rf"(?P<name>.*?\S)[ ,:_(–-]+(?P<part>{_PART})\)?", re.I)
# "A mean" has no other number beside it in its cells, as "A, mean (SD)" does.
_AVERAGE = re.compile(r"(?P<name>.*?\S)[ ,:_–-]+(?P<part>(?i:means?|medians?)|M|Mdn)")
_BEFORE = re.compile(
    rf"(?P<part>{_PART})(?:[ ,:_(–-]+(?:of |in |for )?)(?P<name>\S.*?)\)?", re.I
)


def _parted(name: str, words: str) -> tuple[str, Part | None]:
    """An arm's name and its part: "BCG events" is the events of "BCG"."""
    if (whole := _part_of(words)) is not None:
        return "", whole
    found = (
        _AVERAGE.fullmatch(words) or _BEHIND.fullmatch(name) or _BEFORE.fullmatch(name)
    )
    if found is None:
        return name, None
    return found["name"].strip(" ,;:–-"), _part_of(found["part"])


def _whole(text: str) -> int | None:
    read = numbers_in(plain(text), Separators("thousands", "thousands", lists=True))
    return read[0].whole if read and len(read) == 1 else None


def _part_of(words: str) -> Part | None:
    if words in ("M", "Mdn"):
        return Part.MEAN if words == "M" else Part.MEDIAN
    if words in ("n", "N", "No.", "no.", "No"):
        return Part.EVENTS if words in ("n", "no.") else Part.TOTAL
    return next((part for part, named in _PARTS_OF if named.fullmatch(words)), None)


_HINT_WORDS = re.compile(
    r"[,;]?[ ]*[(\[]?(?:\bn ?/ ?N\b(?: ?\(%\))?|\bno?\.?,? ?[(\[]? ?% ?[)\]]?"
    r"|\b(?:mean|median)\b[ ]*(?:[(\[±,]|\+/-)?[ ]*"
    r"(?:SD|SEM?|IQR|range|Q1[-–, ]+Q3|(?:95 ?% ?)?CI)?|±[ ]*SD"
    r"|events? ?/ ?total|events? ?/ ?[nN]|\(%\)|%"
    r"|(?:\b(?:events?|no\.?|n) ?/ ?)?\b(?:person|patient)[- ]years)[)\]]?$",
    re.I,
)


def _without_hint(words: str) -> str:
    """A name without the words behind it that say what its cells are."""
    return _HINT_WORDS.sub("", words).strip(" ,;:–-")


def _numbered(columns: list[Column]) -> list[Column]:
    """Arms without a name by their order: "Events, Total, Events, Total" are of two.

    Beside named arms they are none: a number of people by itself, say.
    """
    named = any(column.role == Role.ARM and column.arm for column in columns)
    number, seen, numbered = 0, set[tuple[Part, str]](), []
    for column in columns:
        if column.role == Role.ARM and not column.arm:
            here = (column.part, column.time)
            if here in seen or not number:
                number, seen = number + 1, set()
            seen.add(here)
            role = Role.OUT if named else Role.ARM
            column = replace(column, role=role, arm=f"Group {number}")
        numbered.append(column)
    return numbered


def _settled(columns: list[Column]) -> list[Column]:
    """The columns, each seen beside its neighbours of the same arm."""
    columns = _numbered(columns)
    of_arm: dict[tuple[str, str], list[Part]] = {}
    for column in columns:
        if column.role == Role.ARM:
            of_arm.setdefault((column.arm, column.time), []).append(column.part)
    return [_beside(column, of_arm) for column in columns]


def _beside(column: Column, of_arm: dict[tuple[str, str], list[Part]]) -> Column:
    """A column headed "n" counts events beside "%" or "N", people beside a mean."""
    if column.role != Role.ARM:
        return column
    others = of_arm[column.arm, column.time]
    if column.part == Part.EVENTS and {Part.MEAN, Part.MEDIAN} & {*others}:
        return replace(column, part=Part.TOTAL)
    if (
        column.part == Part.TOTAL
        and Part.PERCENT in others
        and others.count(Part.TOTAL) == 1
        and Part.EVENTS not in others
    ):
        return replace(column, part=Part.EVENTS)
    if column.part == Part.EVENTS and len(others) == 1 and column.kind is None:
        return replace(column, part=Part.WHOLE)
    return column
