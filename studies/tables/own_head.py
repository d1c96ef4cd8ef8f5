"""The head of a table, its columns seen beside what stands in the rows below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from studies.tables.arm_heads import (
    ALL_PEOPLE,
    CHANGES,
    SIZE,
    UNNAMED,
    names_arms,
    without_hint,
)
from studies.tables.cells import measure_in
from studies.tables.clipboard import Grid
from studies.tables.columns import (
    INTERVAL,
    Column,
    Part,
    Role,
    part_compared,
    part_of_arm,
    role_named,
)
from studies.tables.contrasts import arms_in
from studies.tables.doubtful import doubtful_in
from studies.tables.heads import Head, read_head
from studies.tables.kinds import hint_in
from studies.tables.labels import (
    effect_of,
    is_control,
    is_indistinct,
    is_of_analysis,
    is_of_people,
    share_changed_in,
)
from studies.tables.notes import adjusted_by, said_by_mark
from studies.tables.numbers import plain
from studies.tables.shorthand import untold_in
from studies.tables.study_names import is_study
from studies.tables.times import time_in
from texts.words import YesNo


def own_head(grid: Grid) -> Head:
    """The head of a table as its own words have it.

    The first column is of studies where most rows name one; a comparison is of the arm
    that its words name, or of that of the comparison before it. The rows of cases and
    controls are what these were exposed to, or levels of it that one is against.
    """
    head = read_head(grid)
    labels = [row[0] for row in grid.rows[head.rows :] if row[0]]
    named = sum(map(is_study, labels))
    arms = dict.fromkeys(c.arm for c in head.columns if c.role == Role.ARM)
    against = arm_against([*arms], "")
    columns: list[Column] = []
    notes = said_by_mark(grid)
    rows = grid.rows[head.rows :]
    refers = _has_reference(rows, head.columns)
    for n, column in enumerate(head.columns):
        if n == 0 and _names_subgroups(column, rows, head.columns):
            column = replace(column, role=Role.STATED, part=Part.SUBGROUP)
        if n == 0 and _names_levels(column, rows, head.columns):
            column = replace(column, role=Role.FACTOR, arm=_exposure(column))
        if n == 0 and column.role != Role.STUDY and are_of_cases(arms):
            column = replace(column, role=Role.FACTOR if refers else Role.OUTCOME)
        if refers and column.role == Role.ARM and are_of_cases(arms):
            column = replace(column, role=Role.OUT)
        if n == 0 and _holds_names(column, rows, head.columns):
            column = replace(column, role=Role.OUTCOME)
        if n == 1 and _is_label(head.columns, rows):
            column = replace(column, role=Role.OUTCOME)
        if n == 0 and column.role == Role.OUTCOME and named > len(labels) / 2:
            column = replace(column, role=Role.STUDY)
        if n and column.role == Role.STUDY and _holds_counts(rows, n):
            column = Column(column.printed, Role.ARM, arm=column.printed)
        if n and not column.printed and (part := _part_of_effects(rows, n)):
            column = Column("", Role.COMPARISON, part=part)
        if column.role == Role.COMPARISON:
            of = _compared(column, [arm for arm in arms if arm != against])
            before = columns[-1] if columns else column
            follows = before.role == Role.COMPARISON and not of
            column = replace(column, arm=before.arm if follows else "".join(of[:1]))
            column = replace(column, arm="") if len(of) > 1 else column
            one, other = arms_in(column.printed)
            if not arms and other:
                column = replace(column, arm=one, against=other)
        marked = adjusted_by(notes, column.printed) if is_effect(column) else False
        column = replace(column, adjusted=str(YesNo.YES)) if marked else column
        columns.append(column)
    return replace(head, columns=tuple(columns))


def is_effect(column: Column) -> bool:
    """Whether a column holds effects, of which its head does not say if adjusted."""
    compares = column.role == Role.COMPARISON and column.part != Part.P
    return compares and not column.adjusted


_NO_EFFECT = re.compile(r"1(?:[.,\u00b7]0+)?")
_WIDE = re.compile(r"[0-9][ ]?[(\[].*[0-9].*[0-9][)\]]")
_REFERENCE = re.compile(
    r"(?:1(?:[.,\u00b7]0+)?)?[ ]?[(\[]?ref(?:erence)?\.?[)\]]?", re.I
)


def _part_of_effects(rows: Sequence[Sequence[str]], n: int) -> Part | None:
    """What a column without a head compares, by its cells: "RR 0.8 (0.6–1.1)"."""
    cells = [row[n] for row in rows if row[n]]
    if cells and all(re.match(r"p ?[<>=≤]", each, re.I) for each in cells):
        return Part.P
    named = [each for each in cells if measure_in(each) and _WIDE.search(each)]
    return Part.WHOLE if named and len(named) == len(cells) else None


def _holds_counts(rows: Sequence[Sequence[str]], n: int) -> bool:
    """Whether a column holds "158/199 (79.4)": "Reference" may be what is given."""
    cells = [row[n] for row in rows if row[n]]
    return bool(cells) and all(re.match(r"[0-9.]+ ?[/(±]", each) for each in cells)


def _exposure(column: Column) -> str:
    """What the levels below a head are of: "Coffee, cups/d"; empty of "Level"."""
    says_nothing = is_indistinct(column.named) or role_named(column.named)
    return "" if says_nothing else column.named


def _names_levels(
    first: Column, rows: Sequence[Sequence[str]], columns: Sequence[Column]
) -> bool:
    """Whether the rows are groups of people, one of which others are against."""
    if first.role != Role.OUTCOME or role_named(first.printed) == Role.OUTCOME:
        return False
    compared = [c for c, each in enumerate(columns) if each.role == Role.COMPARISON]
    labels = [row[0] for row in rows if any(row[c] for c in compared)]
    arms = {each.arm for each in columns if each.role == Role.ARM}
    if len(labels) > 2 and sum(map(is_indistinct, labels)) > len(labels) / 2:
        return len(arms) < 2 or _has_reference(rows, columns)
    return _has_reference(rows, columns)


_PLACES = re.compile(
    r"(?:study |trial )?(?:sites?|cent(?:re|er)s?|hospitals?|clinics?|wards?|practices?"
    r"|countr(?:y|ies)|regions?|villages?|schools?|cohorts?)",
    re.I,
)


def _names_subgroups(
    first: Column, rows: Sequence[Sequence[str]], columns: Sequence[Column]
) -> bool:
    """Whether effects of the arms stand beside "All patients" and some of them."""
    if first.role != Role.OUTCOME or all(c.role != Role.ARM for c in columns):
        return False
    if _PLACES.fullmatch(first.printed):
        return True
    compared = [c for c, each in enumerate(columns) if each.role == Role.COMPARISON]
    labels = [row[0] for row in rows if any(row[c] for c in compared)]
    if compared and len(labels) > 1 and all(map(is_of_people, labels)):
        return True
    of_all = [each for each in labels if ALL_PEOPLE.fullmatch(plain(each))]
    return len(of_all) == 1 and labels[0] == of_all[0] and len(labels) > 2


def _has_reference(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> bool:
    """Whether an effect of a row is the one that those of the others are against."""
    return bool(references_in(rows, columns))


def references_in(
    rows: Sequence[Sequence[str]], columns: Sequence[Column]
) -> frozenset[tuple[int, int]]:
    """The places (row, column) of what the other effects of a column are against.

    They say so, or are "1.00" without an interval, where all others have one.
    """
    found: set[tuple[int, int]] = set()
    for c in (c for c, each in enumerate(columns) if each.role == Role.COMPARISON):
        cells = {r: row[c].strip() for r, row in enumerate(rows) if row[c].strip()}
        said = [r for r, text in cells.items() if _REFERENCE.fullmatch(text)]
        bare = [r for r, text in cells.items() if _NO_EFFECT.fullmatch(text)]
        others = [text for r, text in cells.items() if r not in bare]
        if 0 < len(bare) <= len(others) and all(map(_WIDE.search, others)):
            said += bare
        found |= {(r, c) for r in said}
    return frozenset(found)


def _holds_names(
    first: Column, rows: Sequence[Sequence[str]], columns: Sequence[Column]
) -> bool:
    """Whether a first column of times names outcomes over these: "Pain", "Week 4"."""
    if first.role != Role.TIME or any(c.role == Role.OUTCOME for c in columns):
        return False
    alone = (row[0] for row in rows if row[0] and not any(row[1:]))
    return any(not time_in(each)[0] for each in alone)


def _is_label(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether the second column names what stands in the rows: it has no head,

    or "Statistic", over "n" and "Mean (SD)".
    """
    first, second = columns[0], columns[1]
    if second.role != Role.OUT or not any(row[1] for row in rows):
        return False
    if not second.printed:
        return first.role == Role.OUTCOME
    named = [row[1] for row in rows if row[1]]
    says = [hint_in(each) or part_of_arm(each) for each in named]
    return first.role in (Role.OUTCOME, Role.TIME) and all(says)


def _compared(column: Column, arms: Sequence[str]) -> list[str]:
    """The arms that a head names, whole or by the words no other arm has: "5 mg"."""
    if named := [arm for arm in arms if _names(column, arm)]:
        return named
    words = [{*re.findall(r"\w+", arm.lower())} for arm in arms]
    common = set.intersection(*words) if len(words) > 1 else set()
    printed = {*re.findall(r"\w+", INTERVAL.sub("", column.printed).lower())}
    return [
        arm
        for arm, own in zip(arms, words, strict=True)
        if common and own - common <= printed and own != common
    ]


def _names(column: Column, arm: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(arm)}(?!\w)", column.printed, re.I))


def are_times_of_one(columns: Sequence[Column]) -> bool:
    """Whether the columns hold numbers at times, or what they are, and name no arm."""
    beside = [c for c in columns[1:] if c.role != Role.OUT or c.arm]
    named = {c.arm for c in beside if c.role in (Role.ARM, Role.OUT)}
    names = [each for each in named if each and not UNNAMED.fullmatch(each)]
    return bool(named) and all(map(CHANGES.match, names))


def are_of_cases(arms: Iterable[str]) -> bool:
    """Whether arms are of a case-control study, by their names."""
    return bool({"cases", "case"} & {arm.lower() for arm in arms})


_PERIOD = re.compile(r"\b(?:sequence|period)\b", re.I)  # of a crossover trial


def unsettled_in(grid: Grid, columns: Sequence[Column]) -> str:
    """What a person has to say of the arms before any is stored; mostly nothing."""
    arms = [each.arm for each in columns if each.role == Role.ARM]
    return (
        _crossed_in(columns)
        or untold_in(grid, arms)
        or doubtful_in(columns)
        or _effects_apart_in(columns)
        or _shares_apart_in(columns)
        or _numbers_first_in(grid, columns)
    )


def _numbers_first_in(grid: Grid, columns: Sequence[Column]) -> str:
    """Why rows wait whose first column is an arm's and names none; mostly nothing."""
    first = columns[0]
    if first.role != Role.OUTCOME or not SIZE.search(first.printed):
        return ""
    cells = [row[0] for row in grid.rows if row[0] and row[0] != first.printed]
    if not cells or not all(re.match(r"[−–-]?[0-9]", each) for each in cells):
        return ""
    return (
        f"“{first.printed}” stands first, over numbers: paste the table with the names "
        "of its rows first."
    )


def _shares_apart_in(columns: Sequence[Column]) -> str:
    """Why rows wait with changes in per cent beside values; mostly nothing."""
    arms = [each.printed for each in columns if each.role == Role.ARM]
    changed = next(filter(share_changed_in, arms), "")
    if not changed or of_all_arms(columns, share_changed_in):
        return ""
    return (
        f"“{changed}” is a number of its own: leave such columns out, and paste them "
        "by themselves."
    )


# What says of an effect how it was got, and not what it is of.
_HOW = re.compile(
    r"(?:(?:absolute|relative|pooled|estimated|treatment|overall|net|fixed|random|subgroup"
    r"|cumulative|standardi[sz]ed|weighted|peto|mantel.*|m-?h|iv|inverse.variance|(?:un)?"
    r"adjusted|crude|(?:uni|multi)varia.*|.*model.*|.*analys[ei]s|between.*)[ ,]*)+",
    re.I,
)


def _effects_apart_in(columns: Sequence[Column]) -> str:
    """Why rows wait whose effects stand below "Death" and "Stroke"; mostly nothing."""
    arms = {each.arm for each in columns if each.role == Role.ARM}
    effects = [
        each
        for each in columns
        if each.role == Role.COMPARISON
        and each.part in (Part.WHOLE, Part.ESTIMATE)
        and not (each.is_said or each.against or each.arm in arms)
    ]
    at: dict[str, set[str]] = {}
    for each in columns:
        if each.role == Role.ARM and each.time:
            at.setdefault(each.time, set()).add(each.arm)
    if effects and all(len(at.get(each.time, ())) > 1 for each in effects):
        return ""  # each stands beside the arms of its own time
    named = [*dict.fromkeys(filter(None, map(_effect_of, effects)))]
    over = {role: _heads_over(columns, role) for role in _OF_ARMS}
    are_alike = bool(over[Role.ARM]) and over[Role.ARM] == over[Role.COMPARISON]
    if are_alike and not any(map(is_control, arms)):
        named = over[Role.ARM]  # each with an effect, and none to be against
    if len(named) < 2:
        return ""
    return (
        f"“{named[0]}” and “{named[1]}” stand at effects side by side: were they "
        "measured, or are they arms? Leave out all but one of these columns and say "
        "below the table what it is of, or say in the columns above which arm each is."
    )


def _heads_over(columns: Sequence[Column], role: Role) -> list[str]:
    found = (each.printed.split(" · ") for each in columns if each.role == role)
    return [*dict.fromkeys(words[0] for words in found if len(words) > 1)]


def _effect_of(column: Column) -> str:
    """What a head says its effect is of: "Death HR (95% CI)"."""
    over, _, last = column.printed.rpartition(" · ")
    words = plain(effect_of(last) or over.rpartition(" · ")[2])
    is_told = (
        time_in(words)[0]
        or is_of_analysis(words)
        or is_indistinct(words)
        or is_of_people(words)
        or part_compared(words)
        or any(arms_in(column.printed))
        or _HOW.fullmatch(words)
    )
    return "" if is_told else words


def _crossed_in(columns: Sequence[Column]) -> str:
    """Why arms wait: heads over others where either may be they; mostly nothing.

    "Pain" and "Function" over "Laser" and "Exercise", or the other way round.
    """
    under: dict[str, list[str]] = {}
    for column in columns:
        over, _, below = column.printed.partition(" · ")
        mark = ": " if ": " in column.arm else ", "
        if not below:
            over, _, below = column.arm.partition(mark)
        over, below = map(_bare, (over, below))
        together = (f"{over} {below}", f"{over}{mark}{below}")
        if column.role == Role.ARM and column.arm in together:
            under.setdefault(over, []).append(below)
    of_periods = [
        *dict.fromkeys(
            c.arm for c in columns if c.role == Role.ARM and _PERIOD.search(c.arm)
        )
    ]
    if len(of_periods) > 1:
        return _which(" and ".join(f"“{each}”" for each in of_periods[:2]))
    if len(under) == 1 and any(map(is_control, *under.values())):
        over = next(iter(under))
        return (
            f"“{over}” stands over the arms, and is in their names: say in the columns "
            "above how each is called, and once or in each row what was measured."
        )
    if len(under) < 2 or len({tuple(sorted(each)) for each in under.values()}) > 1:
        return ""
    below = next(iter(under.values()))
    if len(below) < 2:
        return ""
    over_, below_ = (" and ".join(f"“{e}”" for e in each) for each in (under, below))
    return _which(f"{over_} over {below_}")


def _bare(words: str) -> str:
    """A head without its people and without what its cells are."""
    return without_hint(SIZE.sub("", plain(words)).strip(" ,;:"))


def _which(heads: str) -> str:
    return (
        f"{heads}: which of these are arms? Say so in the columns above, arm and time "
        "or one of them left out."
    )


def of_all_arms(columns: Sequence[Column], said: Callable[[str], str]) -> str:
    """What the heads of all arms say alike, as ``said`` reads it from one."""
    found = {said(each.printed) for each in columns if each.role == Role.ARM}
    return found.pop() if len(found) == 1 else ""


def arms_below(columns: Sequence[Column]) -> Iterator[str]:
    """What keeps rows waiting whose arms have no name, while a head is over such."""
    arms = {each.arm for each in columns if each.role == Role.ARM}
    over = (
        c.printed for c in columns if c.role not in _OF_ARMS and names_arms(c.named)
    )
    printed = next(over, "")
    if printed and arms and all(map(UNNAMED.fullmatch, arms)):
        yield (
            f"“{printed}” is over names of arms: paste the table with a column for "
            "each of them."
        )


_OF_ARMS = (Role.ARM, Role.COMPARISON)
_LEVEL = re.compile(
    r"Q[1-5]|T[1-3]|(?:quart|tert|quint)ile [1-5I]+"
    r"|(?:lowest|second|third|fourth|middle|highest)(?: (?:quart|tert|quint)ile)?",
    re.I,
)


def arm_against(arms: Sequence[str], said: str) -> str:
    """The arm the others are compared with: as said, a control by its name, the last.

    Empty where there is one arm.
    """
    if said in arms:
        return said
    named = [arm for arm in arms if is_control(arm)]
    if arms and all(map(_LEVEL.fullmatch, arms)):
        return arms[0]
    return (named or list(arms))[-1] if len(arms) > 1 else ""
