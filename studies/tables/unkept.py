"""Numbers that a result has no field for, told by the words beside them."""

import re
from functools import lru_cache

from studies.tables.kinds import may_be_of_people

_UNKEPT: tuple[tuple[str, str], ...] = (
    (
        r"\bmedian\b.*(?:\bci\b|confidence)",
        "A median with its confidence interval is no median with quartiles, and has "
        "no field; enter the effect it goes with.",
    ),
    (
        r"\bmean\b(?!.*\bmedian\b).*\b(?:range|IQR|quartiles?)\b",
        "A mean has no field for a range or quartiles: enter the mean with its SD, or "
        "the mean alone.",
    ),
    (
        r"\b(?:events?|cases|number|no\.?|n)\b[ ,]*\(?.*\b(?:rate|incidence)\b"
        r"|\([^()]*\bper[ ](?:1[ ,]?0{2,5}|10[ ,]?000|person|patient)[^()]*\)",
        "A rate says no person-time: enter the events and the person-time they were "
        "counted in, as 23/4512 person-years.",
    ),
    (
        r"\b(?:S?AEs|TEAEs|(?:adverse |clinical )?events|episodes|exacerbations"
        r"|relapses|seizures|falls|attacks|flares?|infections|hospitali[sz]ations|admissions"
        r"|bleeds|visits)(?: (?:at|by|in|within|over|during|up to|until|through) "
        r"[^,;:()]{2,40})?(?:[,;:]| \()[ ]?(?:n|no\.?|number)\)?$",
        "This may count how often it happened, and not how many people it happened to: "
        "if they are people, choose “events of people” as the row’s numbers.",
    ),
    (
        r"\(% ?(?:per|/) ?(?:person-|patient-)?(?:years?|yr?|months?)\)",
        "A rate says no person-time: enter the events and the person-time they were "
        "counted in, as 23/4512 person-years.",
    ),
    (
        r"\bkaplan\b|\bcumulative (?:incidence|rates?)\b.*%",
        "A share estimated over time is none of the people: enter the events and the "
        "people.",
    ),
    (
        r"\b(?:events?|cases|deaths|n) ?/ ?1[ ,]?0{2,5}\b",
        "A rate per so many people is no count: enter the events and the people.",
    ),
    (
        r"\bmean ranks?\b|\bsums? of ranks\b|\brank sums?\b",
        "A rank is no value of what was measured: leave the ranks out, and enter the "
        "medians, or p alone.",
    ),
    (
        r"\bgeometric\b|\bGMTs?\b|\blog[- ]?(?:transformed|10)\b",
        "Geometric means and logarithms are no means; enter the ratio or difference "
        "that the source gives.",
    ),
)
_WITH_INTERVAL = re.compile(r"^(?!.*\bmean\b).*(?:\bCI\b|\bconfidence\b)", re.I)
_SHARE_AND_INTERVAL = (
    "A share or rate of one arm with its interval has no field: enter the events and "
    "the people or person-time."
)
_UNKEPT_RATIOS = re.compile(
    r"\bICERs?\b|\bcost[- ](?:effectiveness|utility) ratio|(?:\bper |/ ?)[QD]ALY\b",
    re.I,
)
_UNKEPT_AS = tuple((re.compile(words, re.I), said) for words, said in _UNKEPT)


@lru_cache(maxsize=1_000)  # asked of the same heads in every row
def unkept_in(words: str) -> str:
    """Why the numbers that a label names cannot be kept; empty where they can."""
    said = (said for found, said in _UNKEPT_AS if found.search(words))
    with_interval = _WITH_INTERVAL.search(words) and may_be_of_people(words)
    return next(said, _SHARE_AND_INTERVAL if with_interval else "")


def unkept_ratio(words: str) -> str:
    """Why what compares the arms in a row cannot be kept; empty where it can."""
    if not _UNKEPT_RATIOS.search(words):
        return ""
    return (
        "A cost for each unit of effect is no difference and has no field: leave the "
        "row out."
    )


LOGARITHM = (
    r"\b(?:log|ln)[ _-]?[\[(]? ?(?:odds|risk|hazards?|rate|a?[OHR]R|IRR)\b|\byi\b"
)
_UNKEPT_EFFECTS: tuple[tuple[str, str], ...] = (
    (
        LOGARITHM,
        "A logarithm is no ratio, and yi may be one: type the ratio or difference "
        "itself, with its measure in the head, or leave the column out.",
    ),
    (
        r"\bmedian (?:\w+ )?differences?\b|\bdifferences? (?:in|of|between) medians\b"
        r"|\bhodges[-–]lehmann\b",
        "A difference of medians is no difference of means and has no field: leave the "
        "column out, and the medians with their quartiles stay.",
    ),
    (
        r"\b(?:efficacy|effectiveness|protective efficacy|relative (?:risk )?reduction"
        r"|RRR|PE|VE)\b",
        "An efficacy or relative reduction is 1 less a ratio: type the ratio, which "
        "is 1 less the share, or leave the column out.",
    ),
)
_UNKEPT_EFFECT = [(re.compile(words, re.I), said) for words, said in _UNKEPT_EFFECTS]


def unkept_effect(words: str) -> str:
    """Why the effects that a head names cannot be kept; empty where they can."""
    return next((said for found, said in _UNKEPT_EFFECT if found.search(words)), "")


def no_median(text: str) -> str:
    """Why a median with one number behind it waits: the width of its quartiles, say."""
    return (
        f"“{text.strip()}” is said to be a median, and one number behind it is no "
        "quartiles: type 12 (8–20), or the median alone."
    )


def no_ends(text: str) -> str:
    """Why a mean with half the width of its interval waits for the ends of that."""
    return (
        f"“{text.strip()}” is said to be a mean and its interval: type that from end "
        "to end, as 3.2 (2.8 to 3.6)."
    )
