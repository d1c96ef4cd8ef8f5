"""Heads of arms that may say more than how the arm is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from studies.tables.arm_heads import UNNAMED
from studies.tables.columns import Column, Role
from studies.tables.labels import is_control

# "Adj. mean – Drug", "Letro live births/women", "Effect (d)": more than an arm's name
_MORE_THAN_A_NAME = re.compile(
    r"\b(?:means?|medians?|SDs?|S\.D|SEM?|IQR|CI|LSM|adj|evaluable|responders|events"
    r"|births|no\. of|number of|values? in|(?:patients|people|subjects) with)\b"
    r"|%|\w{3} ?/ ?\w{4}",
    re.I,
)
# "Grade 1–2" beside "Any grade" is of the events of all people
_GRADE = re.compile(
    r"(?:any|all)[- ]grades?|(?:CTC(?:AE)? )?grades? ?[≥>]? ?[0-9IV].*", re.I
)


_CHANGED = (
    r"(?:changes?|reductions?|increases?|rises?|decreases?|declines?|improvements?)"
)
# "Reduction from baseline" over the arms, of which it is no name
_CHANGED_OVER = re.compile(
    rf"(?:\w+ )?{_CHANGED} (?:in|of|from|to|at|since|by|after)\b", re.I
)
_CHANGED_NAME = re.compile(rf"(?:\w+ )?{_CHANGED}\b", re.I)


def doubtful_in(columns: Sequence[Column]) -> str:
    """Why arms wait whose names say more, or that may be one at two times."""
    read = [each for each in columns if each.role == Role.ARM and not each.is_said]
    doubtful = next(filter(_MORE_THAN_A_NAME.search, (each.arm for each in read)), "")
    changed = (each.arm for each in read if _CHANGED_OVER.match(each.printed))
    doubtful = doubtful or next(filter(_CHANGED_NAME.match, changed), "")
    if read and all(each.size is None and _GRADE.fullmatch(each.arm) for each in read):
        doubtful = read[0].arm
    over = {re.match(r"(?:.*[,:] )?", each.arm)[0] for each in read}
    is_over_all = len(read) > 1 and len(over) == 1 and over != {""}
    if not doubtful and is_over_all and any(is_control(each.arm) for each in read):
        doubtful = read[0].arm
    if doubtful:
        return (
            f"“{doubtful}” is read as the name of an arm: type in the columns above "
            "how each arm is called."
        )
    places = [(each.printed, each.arm, each.part, each.time) for each in read]
    twice = next((p for p in places if p[0] and places.count(p) > 1), None)
    if twice and not UNNAMED.fullmatch(twice[1]):
        return (
            f"“{twice[0]}” stands over two columns: say in the columns above which arm "
            "and time each is of."
        )
    apart = _timed_apart(read)
    if apart:
        return (
            f"“{apart}”: is that the arm’s name, or an arm at a time? Say so in the "
            "columns above."
        )
    lasting = [
        each
        for each in read
        if _LASTING.fullmatch(each.printed) or _COURSE.match(each.printed)
    ]
    if len(lasting) > 1 and len({each.arm for each in read}) == 1:
        return (
            f"“{lasting[0].printed}” and “{lasting[1].printed}”: one arm at two times, "
            "or two arms? Say so in the columns above."
        )
    return ""


def _timed_apart(arms: Sequence[Column]) -> str:
    """The head of an arm that is at another time than each other, so compared to none.

    "Switch after 4 weeks" beside "No switch" is a name.
    """
    names, times = {each.arm for each in arms}, {each.time for each in arms}
    is_each_apart = len({(e.arm, e.time) for e in arms}) == len(names) == len(times)
    if len(names) < 2 or not is_each_apart:
        return ""
    return next(each.printed for each in arms if each.time)


_COURSE = re.compile(
    r"[^·]*\w (?:over|during) [0-9]+[ -]?(?:days?|weeks?|months?|h|d|wks?)\b", re.I
)
_LASTING = re.compile(
    r"[^·]*\w[ ,(]+[0-9]+[ -]?(?:days?|weeks?|months?|h|d|wks?)\)?", re.I
)
