"""Tables whose arms stand again below each of several heads, the heads made rows.

"Intention to treat" and "Per protocol", "Men" and "Women", or two outcomes each over
"Examplin" and "Placebo": an arm is compared with the other below the same head alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studies.tables.arm_heads import (
    ALL_PEOPLE,
    SIZE,
    are_episodes,
    is_unit,
    without_hint,
)
from studies.tables.clipboard import MOST_ROWS, Grid, NoTable
from studies.tables.columns import (
    Role,
    part_compared,
    part_of_arm,
    part_stated,
    role_named,
)
from studies.tables.heads import read_head
from studies.tables.kinds import hint_in
from studies.tables.labels import (
    RowKind,
    is_control,
    is_indistinct,
    is_note,
    is_of_analysis,
    is_of_people,
    read_label,
)
from studies.tables.numbers import plain
from studies.tables.shorthand import is_untold
from studies.tables.study_names import is_study
from studies.tables.times import time_in


@dataclass(frozen=True)
class _Group:
    """What stands over some columns, the words below it, and the columns."""

    over: str
    under: tuple[str, ...]
    columns: tuple[int, ...]
    of_levels: bool = False  # whether "Grade 3" is of what was measured, not of people

    @property
    def named(self) -> str:
        """What it is of, as its rows say; empty of all people."""
        bare = self.over.removesuffix(self.what) if self.what else self.over
        return "" if ALL_PEOPLE.fullmatch(plain(bare)) else bare

    @property
    def names(self) -> tuple[str, ...]:
        """The words below it without the people of each arm."""
        return tuple(SIZE.sub("", plain(each)).strip(" ,;:") for each in self.under)

    @property
    def what(self) -> str:
        """What its cells are, behind its name: ", n (%)" of "Grade 3, n (%)"."""
        return self.over[len(without_hint(self.over)) :] if self.of_levels else ""

    @property
    def sizes(self) -> tuple[str, ...]:
        """The people of each arm, as printed; empty where none is."""
        found = (SIZE.search(plain(each)) for each in self.under)
        return tuple(each["size"] if each else "" for each in found)


def with_groups_below(grid: Grid) -> Grid:
    """The table with a block of rows for each of its heads, else as it is.

    A head over studies is the outcome of the rows below it, one over outcomes goes
    before their names; "Men" or "65 or older" is a subgroup. Raises NoTable.
    """
    grid = _without_units(grid)
    head = read_head(grid)
    merged_below = any(r >= head.rows and not c for r, c in grid.repeated)
    if head.rows != 2 or head.caption or merged_below:
        return grid
    over, under = _over_all(grid), grid.rows[1]
    labels, groups, behind = _parted(over, under)
    if labels and _is_outcome_of_all(groups):
        return _with_outcome(grid, over, labels, groups[0], behind)
    merged_below = any(r >= head.rows for r, _ in grid.repeated)
    turned = _turned(groups)
    if turned and _may_be_arms_below(groups):
        return grid
    if merged_below or not labels or not (turned or _are_of_the_same_arms(groups)):
        return grid
    groups = turned or groups
    rows = _rows_of(grid, over, labels, groups, behind)
    if len(rows) > MOST_ROWS:
        raise NoTable(
            f"Each row here is of {len(groups)} groups, which makes {len(rows)} rows; "
            f"at most {MOST_ROWS} go in at once."
        )
    return Grid(tuple(map(tuple, rows)), heads=1)


def _without_units(grid: Grid) -> Grid:
    """A head whose last row says of each arm what its cells are, put behind the arm.

    "Mortality" over "Drug" and "Placebo" over "Events/N" twice.
    """
    head = read_head(grid)
    if head.rows != 3 or head.caption:
        return grid
    middle, last = grid.rows[1:3]
    units = {each for c, each in enumerate(last) if each and each != middle[c]}
    if len(units) != 1 or not is_unit(plain(next(iter(units)))):
        return grid
    joined = tuple(
        f"{over}, {each}" if each and over and each != over else over or each
        for over, each in zip(middle, last, strict=True)
    )
    repeated = {(r, c) for r, c in grid.repeated if r < 2}
    repeated |= {(r - 1, c) for r, c in grid.repeated if r > 2}
    rows = (grid.rows[0], joined, *grid.rows[3:])
    return Grid(rows, frozenset(repeated), grid.heads and grid.heads - 1)


_NO_OUTCOME = re.compile(
    r"(?:(?:all|study|trial|randomi[sz]ed|treatment|treated|intervention|intention)\b.*"
    r"|.*\b(?:arms?|groups?|population|sample|cohort|patients|participants|treatments?"
    r"|received|assigned|allocat\w+|intervention|drugs?|trial|study|doses?|regimens?"
    r"|weeks?|months?|days?|years?|values?|results?|scores? at)\b.*)",
    re.I,
)


_NUMBERS_OF_PEOPLE = re.compile(
    r"(?:(?:no\.?|numbers?|n|%|patients|participants|people|subjects|events?|mean|median"
    r"|LS|least.squares?|adjusted|raw|value|of|with|at|all|each|estimated|marginal"
    r"|baseline|final|observed|crude)[ ,]*)+",
    re.I,
)


def _is_outcome_of_all(groups: Sequence[_Group]) -> bool:
    """Whether the one head over the arms says what was measured: "Mortality"."""
    if len(groups) != 1 or len(groups[0].names) < 2:
        return False
    over, names = plain(groups[0].over), groups[0].names
    if hint_in(over):  # "Cure, n/N (%)"
        over = read_label(over).name
        if not over or _NUMBERS_OF_PEOPLE.fullmatch(over):
            return False
    if _is_of_an_arm(over) or _is_of_some(groups[0]) or _says_no_people(over):
        return False
    if time_in(over)[0] or _NO_OUTCOME.fullmatch(over) or is_of_people(over):
        return False
    return any(map(is_control, names))


def _with_outcome(
    grid: Grid,
    over: Sequence[str],
    labels: Sequence[int],
    group: _Group,
    behind: Sequence[int],
) -> Grid:
    """The table with what stands over its arms as the outcome of its rows.

    As it is where the rows name outcomes by themselves.
    """
    named = [row[0] for row in grid.rows[2:] if row[0]]
    first = plain(over[0])
    in_column = bool(
        role_named(first) in (Role.STUDY, Role.TIME)
        or sum(map(is_study, named)) > len(named) / 2
    )
    if not in_column and any(_names_outcome(each) for each in named):
        return grid
    heads = [over[c] for c in labels]
    heads[1:1] = ["Outcome"] if in_column else []
    heads[0] = heads[0] if in_column else group.over
    rows = [[*heads, *group.under, *(over[c] for c in behind)]]
    for row in grid.rows[2:]:
        own = [row[c] for c in labels]
        own[1:1] = [group.over if any(row[1:]) else ""] if in_column else []
        rows.append([*own, *(row[c] for c in (*group.columns, *behind))])
    shift = 1 if in_column else 0
    repeated = {(r - 1, c + shift) for r, c in grid.repeated if r > 1}
    return Grid(tuple(map(tuple, rows)), frozenset(repeated), heads=1)


def _names_outcome(words: str) -> bool:
    label = read_label(words)
    is_other = label.row != RowKind.DATA or is_note(label.printed)
    return bool(label.name) and not (is_other or is_indistinct(label.name))


def _rows_of(
    grid: Grid,
    over: Sequence[str],
    labels: Sequence[int],
    groups: Sequence[_Group],
    behind: Sequence[int],
) -> list[Sequence[str]]:
    """The head in one row, and a block of rows for each group."""
    body = grid.rows[2:]
    named = [row[0] for row in body if row[0]]
    of_studies = role_named(plain(over[0])) == Role.STUDY or (
        sum(map(is_study, named)) > len(named) / 2
    )
    added = _added(groups, of_studies, over[0])
    of_times = added and role_named(plain(over[0])) == Role.TIME
    first = [over[c] for c in labels]
    first[1:1] = [added] if added else []
    after = [over[c] for c in behind]
    rows: list[Sequence[str]] = [[*first, *groups[0].names, *after]]
    for group in groups:
        blank = [""] * (len(first) - 1)
        if any(group.sizes):
            label = ["", "n", *blank[1:]] if of_times else ["n", *blank]
            rows.append([*label, *group.sizes, *("" for _ in behind)])
        for row in body:
            mine = [row[c] for c in group.columns]
            own = [row[c] for c in labels]
            if added:
                own.insert(1, group.named if any(mine) else "")
            elif any(mine) and group.named:
                what = "" if hint_in(own[0]) else group.what
                own[0] = _named_by(group.named, own[0]) + what
            rows.append([*own, *mine, *("" for _ in behind)])
    for row in body:
        if any(row[c] for c in behind):  # of all groups together, or between them
            own = [row[c] for c in labels]
            own[0] = f"{', '.join(each.over for each in groups)}: {own[0]}"
            own[1:1] = [""] if added else []
            rows.append(
                [*own, *("" for _ in groups[0].names), *(row[c] for c in behind)]
            )
    return rows


def _named_by(over: str, label: str) -> str:
    """A row's name below a head: what was measured, at what time, of which people.

    "Day 1 mean (SD)" over "Cough" is "Cough, mean (SD)" on day 1.
    """
    time, rest = time_in(plain(over))
    says = hint_in(rest) if time else None
    if time and says and is_unit(rest):
        return f"{label} at {time}, {rest[:1].lower()}{rest[1:]}"
    if time and read_label(over).is_change and not read_label(over).name:
        return f"{label}, {over[:1].lower()}{over[1:]}"  # "Change at 3 mo, mean (SD)"
    return f"{over}: {label}"


def _added(groups: Sequence[_Group], of_studies: bool, first: str) -> str:
    """The head of the column that the heads make; empty where they go before names."""
    if of_studies or role_named(plain(first)) == Role.TIME:
        return "Outcome"
    named = [each for each in groups if each.named]
    if any(each.of_levels for each in named):
        return ""
    return "Subgroup" if all(is_indistinct(each.over) for each in named) else ""


def _over_all(grid: Grid) -> Sequence[str]:
    """The upper row of the head, each word over all columns it was merged over."""
    over = list(grid.rows[0])
    if any(r == 0 for r, _ in grid.repeated):
        return over
    for c in range(2, len(over)):
        if not over[c] and grid.rows[1][c]:
            over[c] = over[c - 1]
    return over


def _parted(
    over: Sequence[str], under: Sequence[str]
) -> tuple[list[int], list[_Group], list[int]]:
    """The columns of labels, the groups of columns, and the columns behind these."""
    own = [c for c in range(len(over)) if not under[c] or under[c] == over[c]]
    labels = [c for n, c in enumerate(own) if n == c]
    columns: dict[str, list[int]] = {}
    for c in range(len(labels), len(over)):
        if c not in own:
            columns.setdefault(over[c], []).append(c)
    last = max((c for at in columns.values() for c in at), default=0)
    behind = [c for c in own if c > last]
    if labels + behind != own:
        return labels, [], []
    groups = [
        _Group(words, tuple(under[c] for c in at), tuple(at))
        for words, at in columns.items()
    ]
    return labels, groups, behind


def _turned(groups: list[_Group]) -> list[_Group]:
    """Groups of the heads below the arms, where these part people; else none."""
    if len(groups) < 2 or len({each.names for each in groups}) > 1:
        return []
    names = tuple(map(without_hint, groups[0].names))
    if len(names) < 2 or any(map(_is_of_some, groups)):
        return []
    if not all(map(is_of_analysis, names)):
        arms = [plain(each.over) for each in groups]
        are_arms = any(map(is_control, arms)) or all(map(SIZE.search, arms))
        if not (are_arms or all(map(is_indistinct, names))):
            return []
        if any(map(is_control, names)) or any(map(_says_no_people, names)):
            return []
    turned = []
    for n, name in enumerate(groups[0].names):
        sizes = (each.sizes[n] for each in groups)
        arms = tuple(
            f"{each.over} (n = {size})" if size else each.over
            for each, size in zip(groups, sizes, strict=True)
        )
        at = tuple(each.columns[n] for each in groups)
        turned.append(_Group(name, arms, at, not is_of_people(name)))
    return turned


_OF_NUMBERS = re.compile(
    r"(?:mean )?(?:change|Δ|delta)|(?:min|max|range|scores?|ranks?|rates?|values?"
    r"|within|effect|results?)\b",
    re.I,
)


def _may_be_arms_below(groups: Sequence[_Group]) -> bool:
    """Whether the same people stand below each head: of outcomes then, not of arms."""
    sizes = groups[0].sizes
    over = [plain(each.over) for each in groups]
    are_arms = any(map(is_control, over)) or all(map(SIZE.search, over))
    return all(sizes) and not are_arms and all(each.sizes == sizes for each in groups)


def _says_no_people(words: str) -> bool:
    """Whether it is a number of an arm, a time or what its cells are."""
    return bool(
        _is_of_an_arm(words, part=True)
        or part_compared(words)
        or part_stated(words)
        or hint_in(words)
        or are_episodes(words)
        or _OF_NUMBERS.match(words)
    )


def _is_of_some(group: _Group) -> bool:
    return is_indistinct(group.over) or is_of_analysis(group.over)


def _are_of_the_same_arms(groups: Sequence[_Group]) -> bool:
    """Whether each head stands over the same arms, and is none itself."""
    if len(groups) < 2 or len({each.names for each in groups}) > 1:
        return False
    if all(is_of_analysis(each.over) for each in groups):
        return len(groups[0].names) > 1
    if any(_is_of_an_arm(each.over) for each in groups):
        return False
    if all(map(part_stated, groups[0].names)):
        return len(groups[0].names) > 1  # of a test, in each of several groups
    names = [each for each in groups[0].names if not part_compared(each)]
    if len(names) < 2 or any(_is_of_an_arm(name, part=True) for name in names):
        return False
    return all(all(each.sizes[: len(names)]) for each in groups) or any(
        map(is_control, names)
    )


def _is_of_an_arm(words: str, *, part: bool = False) -> bool:
    """Whether words are an arm's own, or its part or time: they part no table."""
    bare = plain(words)
    time, rest = time_in(bare)
    if is_untold(bare) or (time and not rest.strip(" ,;:–-()")):
        return True
    if part:
        return part_of_arm(bare) is not None
    return not bare or bool(SIZE.search(bare)) or is_control(bare)
