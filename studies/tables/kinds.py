"""What the numbers of a cell can be, and the words of heads and labels that say so."""

from __future__ import annotations

import re

from texts.late_patterns import compile_late
from texts.words import Words


class Kind(Words):
    """What the numbers of a cell are."""

    COUNTS = "counts", "events of people"
    PERCENT = "percent", "events and their share"
    SHARE_FIRST = "share_first", "a share and its events"
    MEAN_SD = "mean_sd", "mean and SD"
    MEAN_SE = "mean_se", "mean and SE"
    MEAN_CI = "mean_ci", "mean and its interval"
    MEDIAN_QUARTILES = "median_quartiles", "median and quartiles"
    MEDIAN_RANGE = "median_range", "median and range"
    RATE = "rate", "events and person-time"
    ESTIMATE = "estimate", "effect and its interval"
    P = "p", "p value"
    NUMBER = "number", "one number"
    MISSING = "missing", "nothing stated"
    WORDS = "words", "words"


IN_AN_ARM = (
    *(Kind.COUNTS, Kind.PERCENT, Kind.SHARE_FIRST),
    *(Kind.MEAN_SD, Kind.MEAN_SE, Kind.MEAN_CI),
    *(Kind.MEDIAN_QUARTILES, Kind.MEDIAN_RANGE, Kind.RATE),
)


_HINTS: tuple[tuple[str, Kind], ...] = (
    (r"median\b.*\brange|median \(min", Kind.MEDIAN_RANGE),
    (
        r"median|\biqr\b|\b25th\b.*\b75th\b|quartile|interquartile|\bq1\b.+\bq3\b",
        Kind.MEDIAN_QUARTILES,
    ),
    (r"(?<!\bor )(?<!\band )\bsem?\b|standard error|s\.e\.", Kind.MEAN_SE),
    (r"(?:mean\b|±|\+/-).*(?:\bci\b|confidence)", Kind.MEAN_CI),
    (
        r"(?:medelvärde|gjennomsnitt|gennemsnit|średnia)\b.*(?:\bS[DA]\b|±)",
        Kind.MEAN_SD,
    ),
    (r"\bmoyenne\b.*\bET\b|\bm[eé]dia\b.*\bD[SEP]\b", Kind.MEAN_SD),
    (r"\b(?:médiane|mediana)\b.*\b(?:EI|EIQ|RIC|IQR)\b", Kind.MEDIAN_QUARTILES),
    (r"\bsd\b|standard deviation|s\.d\.|mean ?(?:±|\+/-)", Kind.MEAN_SD),
    (r"^(?!.*\bmean\b).*[(\[,] ?range ?(?:[)\],]|$)", Kind.MEDIAN_RANGE),
    (r"person-?years|patient-?years|\bpy\b", Kind.RATE),
    (r"(?:%|\bper ?cent(?:age)?) ?[(\[] ?(?:n|no\.?|number)\b", Kind.SHARE_FIRST),
    (
        r"\b[nr] ?/ ?n\b|\baffected ?/ ?at risk\b"
        r"|events? ?/|/ ?total|\bno\.? ?/ ?(?:total|no)"
        r"|\b(?:no\.?|number|n) (?:of|with) [^/]+/ ?(?:total )?(?:no\.?|number|n)\b"
        r"|\b(?:no\.?|number)/ ?(?:total )?number",
        Kind.COUNTS,
    ),
    (
        r"\b(?:n|no\.?|number|events)(?: (?:of|with) [a-z]+(?: with [a-z ]+)?)?"
        r",? ?[(\[]? ?(?:%|per ?cent)"
        r"|, ?%",
        Kind.PERCENT,
    ),
    (r"\S[,;] ?(?:n|no\.?|number)$|\S \((?:n|no\.?|number)\)$", Kind.COUNTS),
)
_HINTED = tuple((compile_late(words, re.I), kind) for words, kind in _HINTS)


def hint_in(words: str) -> Kind | None:
    """What the words of a head or of a row's label say its cells are, if anything.

    >>> hint_in("Pain, mean (SD)")
    Kind.MEAN_SD
    """
    return next((kind for found, kind in _HINTED if found.search(words)), None)


_SHARE = re.compile(r"(?:^|[ ,])[(\[]?%[)\]]?$")


_OF_PEOPLE = re.compile(
    r"\b(?:rates?|proportions?|incidences?|prevalences?|responders?|non-?responders?"
    r"|mortality|survival|remissions?|cured?|abstinen\w+|percentages? (?:of|with)"
    r"|(?:patients|participants|people|women|men|children) (?:with|who|free|achiev)\w*"
    r")\b",
    re.I,
)
_NO_SHARE = re.compile(
    r"\b(?:heart|pulse|respiratory|breathing|metabolic|filtration|flow|growth"
    r"|sedimentation|clearance|work|annuali[sz]ed|infusion|turnover|rating|e?GFR) "
    r"rates?\b|\bper (?:min|h)",
    re.I,
)


def may_be_of_people(words: str) -> bool:
    """Whether a label may name a share of people: "Cure rate", and no heart rate."""
    return bool(_OF_PEOPLE.search(_NO_SHARE.sub("", words)))


def is_in_percent(words: str) -> bool:
    """Whether a label says that its numbers are per cent, and counts nothing."""
    return bool(_SHARE.search(words)) and not re.search(
        r"\b(?:n|[nN]o|number)\b", words
    )
