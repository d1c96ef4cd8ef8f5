"""The head of a results table: which rows it is, and what each column holds.

Two rows with merged cells are read together: "Placebo" over "n" and "%" makes two
columns of one arm. The people of an arm stand in its head: "Placebo (n = 123)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studies.tables.cells import (
    adjusted_in,
    is_date,
    level_in,
    measure_in,
    read_cell,
    without_marks,
)
from studies.tables.clipboard import Grid
from studies.tables.columns import (
    INTERVAL,
    Column,
    Part,
    Role,
    is_numbered,
    is_of_two,
    part_compared,
    part_of_arm,
    part_stated,
    role_fits,
    role_named,
)
from studies.tables.kinds import Kind, hint_in, is_in_percent
from studies.tables.labels import is_of_analysis, time_in
from studies.tables.models import of_a_model
from studies.tables.numbers import ENGLISH, Separators, numbers_in, plain

MOST_HEAD_ROWS = 4
_SPACES = " \u00a0\u2009\u202f"


@dataclass(frozen=True)
class Head:
    """A table's head: how many rows it takes, what stands over it, its columns."""

    rows: int
    caption: str
    columns: tuple[Column, ...]


_DATA = (Kind.WORDS, Kind.MISSING)
SIZE = re.compile(
    rf"[,;]?[{_SPACES}]*(?:[(\[][{_SPACES}]*)?\b[nN][{_SPACES}]*[=:][{_SPACES}]*"
    rf"(?P<size>[0-9][0-9.,'{_SPACES}]*[0-9]|[0-9])[{_SPACES}]*"
    r"(?:patients|participants|people|subjects|women|men|children|eyes|teeth|knees"
    r"|sites|hips|limbs|animals|rats|mice|clusters|schools)?[)\]]?"
)
ALL_PEOPLE = re.compile(
    r"(?:all|total|overall|both|whole)(?: (?:patients|participants|groups?|sample"
    r"|cohort|arms|population|people))?",
    re.I,
)


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
    return Head(rows, caption, tuple(_settled(_by_their_neighbours(columns))))


_NUMBERED = re.compile(
    r"(?:[a-z]+ )?(?:table|tab\.|figure|fig\.)[ ]?[A-Z]{0,2}[0-9]", re.I
)


def _is_caption(grid: Grid) -> bool:
    """Whether the first row is one text over the whole table."""
    first = grid.rows[0]
    apart = [c for c in range(1, grid.width) if (0, c) not in grid.repeated]
    is_alone = bool(first[0]) and not any(first[c] for c in apart)
    return (
        is_alone
        and len(grid.rows) > 1
        and (len(first[0]) > 20 or not apart or bool(_NUMBERED.match(first[0])))
    )


def _rows_of_head(grid: Grid, skipped: int) -> int:
    if grid.heads > skipped:
        heads = min(grid.heads, MOST_HEAD_ROWS + skipped)
        return heads + (_says_what_cells_are(grid, heads) and heads > 1)
    rows = grid.rows[skipped : skipped + MOST_HEAD_ROWS + 1]
    for r, row in enumerate(rows):
        is_heading = r > 0 and row[0] and not any(row[1:])
        if is_heading or any(_is_data(cell) for cell in row[1:]):
            return skipped + r
    return skipped + (1 if len(grid.rows) > skipped + 1 else 0)


def _says_what_cells_are(grid: Grid, r: int) -> bool:
    """Whether a row below the head has no name, and words as "number (percent)"."""
    if r + 1 >= len(grid.rows):
        return False
    label, *cells = grid.rows[r]
    is_named = label and (r, 0) not in grid.repeated
    said = [
        each for c, each in enumerate(cells, 1) if each and (r, c) not in grid.repeated
    ]
    return not is_named and bool(said) and all(map(_is_unit, said))


def _is_unit(words: str) -> bool:
    is_hint = hint_in(words) is not None and part_of_arm(words) is None
    return is_hint and not _without_hint(words)


_DOSE = re.compile(
    r"[0-9][0-9.,]*[ \u00a0]?(?:[mµμn]?g|mcg|m?l|iu|units?|gy|mmol|mo|wks?|[dwmy])"
    r"(?:[ /].*)?",
    re.I,
)


def _is_data(text: str) -> bool:
    """Whether a cell holds numbers, and no words of a head."""
    is_worded = re.search("[A-Za-z]{4}", text) or INTERVAL.fullmatch(text.strip(" ()"))
    if not text or is_worded or SIZE.search(text) or _DOSE.fullmatch(text):
        return False
    if part_compared(text) in (Part.CI_LOW, Part.CI_HIGH):
        return False
    cell = read_cell(text, ENGLISH)
    is_asked = bool(cell.problem) and (text[0].isdigit() or is_date(text))
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
            if not row[c] and below and _is_under(below, filled[-1][c - 1]):
                row[c] = row[c - 1]
    return filled


def _is_under(words: str, before: str) -> bool:
    """Whether a column is one more of an arm: of no effect, or its mean's interval."""
    is_of_mean = _WHOLE_INTERVAL.fullmatch(words) and part_of_arm(before) == Part.MEAN
    is_change = _CHANGES.match(words) and time_in(before)[0]
    return bool(is_of_mean or is_change) or not part_compared(words)


_CONTROLS = re.compile(r"(?:\w+ )?controls?(?: group)?|non-?cases", re.I)


def _by_their_neighbours(columns: Sequence[Column]) -> list[Column]:
    """The arms that only the heads beside them tell: of quarters, cases, and times.

    "Q1" is a quarter of people beside "Q2", "Cases" an arm beside "Controls"; what
    stands below each of several arms beside a time is a time too.
    """
    settled = list(columns)
    names = {column.arm for column in columns if column.role == Role.ARM}
    quarters = any(re.match(r"Q[245]\b", column.named) for column in columns)
    controls = any(map(_CONTROLS.fullmatch, names))
    for n, column in enumerate(columns):
        if column.role != Role.ARM:
            continue
        is_quarter = quarters and column.part in (Part.Q1, Part.Q3)
        is_case = controls and column.part == Part.EVENTS and not column.arm
        if is_quarter or is_case and column.named.lower().startswith("case"):
            name = SIZE.sub("", _without_hint(column.named)).strip()
            settled[n] = replace(column, arm=name, part=Part.WHOLE)
    return _with_times_below(settled)


def _with_times_below(columns: list[Column]) -> list[Column]:
    below: dict[str, list[Column]] = {}
    for column in columns:
        over = column.printed.split(" · ")
        if column.role == Role.ARM and len(over) > 1:
            below.setdefault(over[0], []).append(column)
    under = {tuple(c.printed.split(" · ")[1] for c in each) for each in below.values()}
    timed = [any(each.time for each in of_arm) for of_arm in below.values()]
    if len(below) < 2 or len(under) > 1 or not all(timed):
        return columns

    def with_time(column: Column) -> Column:
        words = column.printed.split(" · ")
        if column.time or len(words) < 2 or not column.arm.endswith(f" {words[1]}"):
            return column
        return replace(column, arm=column.arm[: -len(words[1]) - 1], time=words[1])

    return [with_time(column) for column in columns]


_INTERVALS = re.compile(
    r"\b(?:IC|KI|CI)(?: (?:à|al|a|de|do))?[- ]?95 ?%?|95 ?%?[- ]?(?:KI|IC|KB)\b"
)


def _in_english(words: str) -> str:
    """A head with the interval called as most call it: "IC 95 %" is "95 % CI"."""
    return _INTERVALS.sub("95% CI", words)


def _distinct(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _column(stack: list[str], number: int, has_data: bool) -> Column:
    """What the words over one column say it is; without words, whether it has data."""
    printed = " · ".join(stack)
    words = [_in_english(without_marks(plain(each))[0]) for each in stack]
    last = words[-1] if words else ""
    bare = (SIZE.sub("", each) for each in words)
    time = next((found for each in bare if (found := time_in(each)[0])), "")
    stated = part_stated(last)
    if stated is not None:
        return Column(printed, Role.STATED, part=stated)
    role = role_named(last) if len(words) <= 2 else None
    under = len(words) > 1
    if role is not None and role_fits(role, number, has_data, is_under_another=under):
        return Column(printed, role)
    if not words:
        bare = Role.ARM if has_data else Role.OUT
        return Column(printed, bare if number else Role.OUTCOME)
    if not number and not has_data and _EFFECTS.fullmatch(last):
        return Column(printed, Role.FACTOR)
    part = part_compared(last) or _part_under(words)
    if under and SIZE.search(words[0]) and _CHANGES.match(last):
        part = None
    if part is not None:
        of = " ".join(words[:-1])
        return Column(
            printed,
            Role.COMPARISON,
            arm=of,
            part=part,
            time=time,
            measure=""
            if is_of_two(printed)
            else measure_in(last) or measure_in(printed),
            adjusted=adjusted_in(printed) or "",
            level=level_in(last) or level_in(printed),
            kind=hint_in(last),
        )
    if number == 0:
        return Column(printed, Role.OUTCOME)
    return _of_an_arm(printed, words, time)


_EFFECTS = re.compile(r"(?:fixed |model )?effects?", re.I)  # of a model, over its names
_WHICH_EFFECT = re.compile(
    r"(?:\w+[- ])*?(?:un)?adjusted.*|crude.*|(?:uni|multi)varia\w+.*"
    r"|model ?[0-9a-d]\b.*|.*\b(?:vs\.?|versus|against|compared)\b.*",
    re.I,
)


def _part_under(words: Sequence[str]) -> Part | None:
    """The part of a head that says which effect: "Crude" below "Odds ratio"."""
    named = words and _WHICH_EFFECT.fullmatch(words[-1])
    over = map(part_compared, words[:-1])
    return Part.WHOLE if named and Part.WHOLE in over else None


_CHANGES = re.compile(r"(?:mean )?(?:changes?\b|Δ|delta\b)", re.I)
CHANGE = "change from baseline"  # the time of columns that hold an arm's changes
_OF_CHANGE = re.compile(
    r"(?:(?:LS|least[- ]squares?|(?:un)?adjusted|estimated|absolute) )*(?:means? )?"
    r"(?:changes?|Δ|delta)(?: (?:from|since) baseline)?"
    r"(?:,? (?:means?|medians?))?(?:[ ,]*[(\[±].*)?",
    re.I,
)


_BEFORE_OR_AFTER = re.compile(
    r"(?P<name>.*[^\s,:(–-])[\s,:(–-]+(?P<time>(?:pre|post|before|after)"
    r"(?:[- ]?(?:treatment|test|intervention|therapy|surgery))?)\)?",
    re.I,
)


_IN_BRACKETS = re.compile(r"[(\[][^()\[\]0-9]+[)\]]")  # a unit under an arm's name
_OVER_ARMS = re.compile(
    r"(?:study |treatment |randomi[sz]ed |intervention )?(?:arms?|groups?|allocation)"
    r"|(?:study |randomi[sz]ed )?(?:treatments?|interventions?)"
    r"|(?:all|total|overall|whole|study) (?:patients|participants|population|sample)",
    re.I,
)
_CHANGE_OF = re.compile(
    r"(?P<name>.*?\w)[ ,:–-]+(?:mean )?changes?(?: from baseline)?", re.I
)
EPISODES = ("E", "Events", "events", "Episodes", "episodes")  # beside "n" and "%"
_VALUES = re.compile(r"(?:the )?(?:values?|results?|data|findings?)", re.I)


def _of_an_arm(printed: str, words: list[str], time: str) -> Column:
    size, names, part, kind = None, [], Part.WHOLE, None
    for n, each in enumerate(words, 1):
        is_over = n < len(words)
        if names and _is_unit(each):
            kind = hint_in(each)
            continue
        if is_over and (_OVER_ARMS.fullmatch(each) or is_of_analysis(each)):
            continue
        if is_over and not names and _OF_CHANGE.fullmatch(each):
            time, kind = CHANGE, hint_in(each) or kind
            continue
        if found := SIZE.search(each):
            size = _whole(found["size"]) or size
            each = f"{each[: found.start()]} {each[found.end() :]}".strip()
            each = re.sub(r" (?=[,;:])", "", " ".join(each.split()))
        bare = time_in(each)[1].strip(" ,;:–-")
        if found := _BEFORE_OR_AFTER.fullmatch(bare):
            bare, time = found["name"], found["time"]
        if names and _OF_CHANGE.fullmatch(bare):
            time, bare = CHANGE, ""
        kind = hint_in(bare) or kind
        if names and _IN_BRACKETS.fullmatch(bare) and not hint_in(bare):
            continue
        if names and bare in EPISODES:
            part = Part.EVENTS
            continue
        is_all = size is not None and ALL_PEOPLE.fullmatch(bare)
        rest, named = (bare, None) if is_all else _parted(_without_hint(bare), bare)
        if change := _CHANGE_OF.fullmatch(rest):
            rest, time = change["name"], CHANGE
        if kind is None and is_in_percent(bare):
            named = Part.PERCENT
        part = named or part
        names += [rest] if rest else []
    name = " ".join(each for each in names if not _VALUES.fullmatch(each))
    name += ")" * (name.count("(") - name.count(")"))
    role = Role.OUT if ALL_PEOPLE.fullmatch(name) else Role.ARM
    return Column(printed, role, name, part, size, time, kind)


_TIME_OF_PEOPLE = r"(?:person|patient)[- ](?:years?|months?|days?)"
_PART = rf"(?:events?|total|{_TIME_OF_PEOPLE}|means?|sd|se|sem|median|n|%|q1|q3)"
_BEHIND = re.compile(rf"(?P<name>.*?\S)[ ,:_(–-]+(?P<part>{_PART})\)?", re.I)
_BEFORE_TIME = re.compile(
    rf"(?P<name>.*?\S)[ ,:_(–-]+(?P<part>{_TIME_OF_PEOPLE})\)?", re.I
)
# "A mean" has no other number beside it in its cells, as "A, mean (SD)" does.
_AVERAGE = re.compile(r"(?P<name>.*?\S)[ ,:_–-]+(?P<part>(?i:means?|medians?)|M|Mdn)")
_BEFORE = re.compile(
    rf"(?P<part>{_PART})(?:[ ,:_(–-]+(?:of |in |for )?)(?P<name>\S.*?)\)?", re.I
)


def _parted(name: str, words: str) -> tuple[str, Part | None]:
    """An arm's name and its part: "BCG events" is the events of "BCG"."""
    if (whole := part_of_arm(words)) is not None:
        return "", whole
    found = (
        ("/" not in words and _BEFORE_TIME.fullmatch(words))
        or _AVERAGE.fullmatch(words)
        or _BEHIND.fullmatch(name)
        or _BEFORE.fullmatch(name)
    )
    if found is None:
        return name, None
    return found["name"].strip(" ,;:–-"), part_of_arm(found["part"])


def _whole(text: str) -> int | None:
    read = numbers_in(plain(text), Separators("thousands", "thousands", lists=True))
    return read[0].whole if read and len(read) == 1 else None


_HINT_WORDS = re.compile(
    r"[,;]?[ ]*[(\[]?(?:\bn ?/ ?N\b(?: ?\(%\))?"
    r"|\b(?:no\.?|number|n)(?: (?:of|with) [^/]+)? ?/ ?(?:total )?(?:no\.?|number|n)"
    r"(?= |$|\()(?: of .*)?(?: ?\(%\))?|\bno?\.?,? ?\(%\) ?\[[^\]]*\]?"
    r"|\bno?\.?,? ?[(\[]? ?% ?[)\]]?"
    r"|\b(?:number|no\.?|n),? ?\((?:%|per ?cent(?:age)?)\)(?: of [a-z]+)?"
    r"|\b(?:mean|median|M(?= ?\(SD))\b[ ]*(?:[(\[±,]|\+/-)?[ ]*"
    r"(?:SD|SEM?|IQR|range|Q1[-–, ]+Q3|(?:95 ?% ?)?CI)?|±[ ]*SD"
    r"|(?:events?|cases|deaths) ?/ ?(?:total|n)|\bn ?/ ?N, ?%|\(%\)|%"
    r"|(?:\b(?:events?|cases|deaths|no\.?|n) ?/ ?)?\b(?:person|patient)[- ]years)"
    r"[)\]]?$",
    re.I,
)


# "Examplin, mean (SD), mg/L": a unit behind what the numbers are
_UNIT_BEHIND = re.compile(r"(?<=\))[,;] ?[^\s,;()0-9]{1,12}$")
_MODELLED = re.compile(r"[ ,;:(–-]+(?:adjusted|LS|least[- ]squares?)$", re.I)


def _without_hint(words: str) -> str:
    """A name without the words behind it that say what its cells are."""
    words = _UNIT_BEHIND.sub("", words)
    bare = _HINT_WORDS.sub("", words).strip(" ,;:–-")
    return _MODELLED.sub("", bare) if bare != words else bare


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


def _with_limits(columns: list[Column]) -> list[Column]:
    """One interval over two columns is its ends; "Low" and "High" may be arms."""
    settled = list(columns)
    pairs = zip(columns, columns[1:], strict=False)
    for n, (column, after) in enumerate(pairs):
        is_bare = bool(_WHOLE_INTERVAL.fullmatch(column.named))
        follows = after.printed in ("", column.printed) and after.role != Role.OUT
        if is_bare and follows and column.role == Role.COMPARISON:
            low = replace(column, part=Part.CI_LOW)
            settled[n : n + 2] = [low, replace(low, part=Part.CI_HIGH)]
    of_effects = [each for each in settled if each.part in (Part.WHOLE, Part.ESTIMATE)]
    if any(each.role == Role.COMPARISON for each in of_effects):
        return settled
    return [
        replace(each, role=Role.ARM, arm=each.named, part=Part.WHOLE)
        if each.named.lower() in ("low", "high")
        else each
        for each in settled
    ]


def _with_intervals(columns: list[Column]) -> list[Column]:
    """An interval under an arm's name, beside its mean, is that of its mean."""
    settled = list(columns)
    for n, (before, column) in enumerate(zip(columns, columns[1:], strict=False), 1):
        over = column.printed.rpartition(" · ")[0]
        is_bare = bool(_WHOLE_INTERVAL.fullmatch(column.named))
        of_arm = before.role == Role.ARM and before.printed.startswith(f"{over} · ")
        if over and is_bare and of_arm:
            same = {"arm": before.arm, "time": before.time, "size": before.size}
            settled[n] = replace(column, role=Role.ARM, part=Part.MEAN_CI, **same)
    return settled


_WHOLE_INTERVAL = re.compile(
    r"\[?[0-9]{2}(?:\.0)? ?% ?"
    r"(?:CI|C\.I\.|conf(?:idence|\.)? ?(?:interval|limit)s?)\]?",
    re.I,
)


def _with_people(columns: list[Column]) -> list[Column]:
    """Columns "n, Examplin, n, Placebo": each n is of the arm that it stands beside."""
    arms = [each for each in columns if each.role == Role.ARM]
    are_people = [not c.arm and c.part in (Part.EVENTS, Part.TOTAL) for c in arms]
    pairs = len(arms) // 2
    first = are_people[:1] == [True]
    if pairs < 2 or are_people != [first, not first] * pairs:
        return columns
    beside = iter(arms[first::2])
    return [
        replace(each, arm=next(beside).arm, part=Part.TOTAL)
        if each.role == Role.ARM and not each.arm
        else each
        for each in columns
    ]


def _settled(columns: list[Column]) -> list[Column]:
    """The columns, each seen beside its neighbours of the same arm."""
    columns = _with_intervals(columns)
    columns = _numbered(_with_people(of_a_model(_with_limits(columns))))
    columns = _without_episodes(_with_one_arm(columns))
    of_arm: dict[tuple[str, str], list[Part]] = {}
    for column in columns:
        if column.role == Role.ARM:
            of_arm.setdefault((column.arm, column.time), []).append(column.part)
    return [_beside(column, of_arm) for column in columns]


def _with_one_arm(columns: list[Column]) -> list[Column]:
    """All people are the one arm of a table that has no other."""
    if any(is_numbered(column) for column in columns):
        return columns
    alone = [each for each in columns if each.role == Role.OUT and each.arm]
    return [
        replace(each, role=Role.ARM) if alone == [each] else each for each in columns
    ]


def _without_episodes(columns: list[Column]) -> list[Column]:
    """How often something happened is left out beside in how many people it did."""
    of_people = {
        (each.arm, each.time)
        for each in columns
        if each.role == Role.ARM
        and each.named not in EPISODES
        and each.part in (Part.PERCENT, Part.WHOLE)
    }
    return [
        replace(each, role=Role.OUT)
        if each.named in EPISODES and (each.arm, each.time) in of_people
        else each
        for each in columns
    ]


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
