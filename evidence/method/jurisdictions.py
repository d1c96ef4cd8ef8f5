"""Which country or area a record of another speaks for too.

What the European Union's regulator says holds in its members; what England's says does
not hold in Scotland. A place that is not known here covers only itself.
"""

from __future__ import annotations

from texts.rules import RuleEffect, RuleEntry
from texts.titles import same_however_typed

RULE_ENTRIES = (
    RuleEntry(
        "method.jurisdictions",
        "A regulator’s record speaks for its own area and for those that it "
        "covers, and for no other.",
        RuleEffect.DECIDES,
        "Footing",
    ),
)


_EU = (
    "austria belgium bulgaria croatia cyprus czechia denmark estonia finland france "
    "germany greece hungary ireland italy latvia lithuania luxembourg malta "
    "netherlands poland portugal romania slovakia slovenia spain sweden"
).split()
_OF = {
    "european union": frozenset(_EU),
    "european economic area": frozenset(
        {*_EU, "european union", "iceland", "liechtenstein", "norway"}
    ),
    "united kingdom": frozenset(
        {"great britain", "england", "scotland", "wales", "northern ireland"}
    ),
    "great britain": frozenset({"england", "scotland", "wales"}),
}
_EVERYWHERE = frozenset({"world", "worldwide", "international", "global", "everywhere"})
_ALSO_CALLED = {
    "eu": "european union",
    "eea": "european economic area",
    "uk": "united kingdom",
    "usa": "united states",
    "us": "united states",
    "united states of america": "united states",
    "the netherlands": "netherlands",
    "czech republic": "czechia",
}


def covers(outer: str, inner: str) -> bool:
    """Whether what holds in ``outer`` holds in ``inner``: the same, or a part of it.

    >>> covers("EU", "Germany"), covers("Germany", "EU"), covers("UK", "Scotland")
    (True, False, True)
    """
    wide, narrow = _known(outer), _known(inner)
    if not wide:
        return False
    return wide == narrow or wide in _EVERYWHERE or narrow in _OF.get(wide, ())


def _known(place: str) -> str:
    name = same_however_typed(place).removeprefix("the ").replace(".", "")
    return _ALSO_CALLED.get(name, name)
