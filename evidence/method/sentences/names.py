"""Names of a question as they stand inside a sentence."""

from __future__ import annotations

import re

_PROPER = frozenset(
    "achilles african alexander alzheimer american asian botox bowen british chinese "
    "crohn down dutch ebola english epley epstein escherichia european french german "
    "greek helicobacter hodgkin indian italian japanese korean lyme mediterranean mohs "
    "parkinson pilates russian spanish swedish turkish zika".split()
)
_PLURAL = frozenset("bacteria children data men mice people women feet teeth".split())
_SINGULAR = frozenset(
    "asbestos diabetes herpes measles molasses physics rabies series shingles species "
    "lens gas bias chaos cosmos tens mathematics genetics aerobics plus always".split()
)
_ENDS_THE_HEAD = re.compile(
    r",|\(|;|\b(?:of|for|with|without|in|at|on|to|from|by|per|against|than|during|"
    r"before|after|twice|once|daily|weekly|a day|each|every|as|over|under)\b"
)
_PREPOSED = re.compile(
    r"^(?:after|at|within|over|during|in|up to|by|from|for|until)\b", re.IGNORECASE
)
_IN = re.compile(r"^(?:in|among)\s+", re.IGNORECASE)
_VERSUS = re.compile(
    r"^(?:compared (?:with|to)|versus|vs\.?|against)\s+", re.IGNORECASE
)
_ANY = frozenset(
    ("", "any", "anyone", "anybody", "anything", "everyone", "everybody", "all")
)
_AMOUNT = re.compile(
    r"(?:amount|chance|depth|duration|frequency|incidence|intensity|length|level|"
    r"likelihood|need|number|odds|prevalence|probability|proportion|rate|risk|severity|"
    r"share|size|speed|time|use)s? (?:of|for|to|until)\b"
)


def inside(name: str) -> str:
    """A name without its full stop, its initial small unless it looks like a name.

    >>> inside("Zinc lozenges."), inside("BCG vaccination"), inside("Crohn's disease")
    ('zinc lozenges', 'BCG vaccination', "Crohn's disease")
    """
    plain = " ".join(name.split()).rstrip(" .,;:")
    if not plain:
        return ""
    first = plain.split()[0]
    bare = first.casefold().strip("\"“”'()").split("-")[0]
    own = bare in _PROPER or re.search(r"['’]s$", first)
    letter = len(first) == 1 and first != "A"  # "K" of a vitamin, no article
    if own or letter or re.search(r"[A-Z0-9]", first[1:]):
        return plain
    return plain[0].lower() + plain[1:]


def people_named(population: str) -> str:
    """A population as it stands after "in"; empty where it is left open."""
    words = inside(_IN.sub("", " ".join(population.split())))
    return "" if is_open(words) else words


def is_open(words: str) -> bool:
    """Whether an element of a question is left open ("any")."""
    return words.casefold().removesuffix(" comparator") in _ANY


def starts_with_amount(name: str) -> bool:
    """Whether an outcome is itself how much or how often, as "number of colds"."""
    return bool(_AMOUNT.match(name))


def is_plural(name: str) -> bool:
    """Whether a verb after the name is in the plural ("statins", "exercise and diet").

    >>> is_plural("statins"), is_plural("BCG"), is_plural("analysis of data")
    (True, False, False)
    """
    head = _ENDS_THE_HEAD.split(" ".join(name.split()), maxsplit=1)[0].strip()
    words = head.split()
    if not words:
        return False
    if re.search(r"\b(?:and|&)\b", head):
        return True
    last = words[-1].strip('.,"“”')
    small = last.casefold()
    if small in _PLURAL or re.fullmatch(r"[A-Z0-9]{2,}s", last):
        return True
    if small in _SINGULAR or last.isupper():
        return False
    return small.endswith("s") and not small.endswith(("ss", "us", "is", "'s", "’s"))


def at_time(time: str) -> str:
    """As " at 12 weeks" or " after a year"; empty for no time."""
    words = inside(time)
    if not words:
        return ""
    return f" {words}" if _PREPOSED.match(words) else f" at {words}"


def other_named(comparator: str) -> str:
    """What is compared with, as "placebo"; empty where any comparator counts."""
    words = inside(_VERSUS.sub("", " ".join(comparator.split())))
    return "" if is_open(words) else words


def compared_with(comparator: str) -> str:
    """As " compared with placebo"; empty where any comparator counts."""
    words = other_named(comparator)
    return f" compared with {words}" if words else ""
