"""Reads what a sentence claims: of what, which way, how much, and if it denies it."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from claims.likeness.stems import stem
from texts.titles import fold

_WORDS = Path(__file__).parent / "words.toml"
_LONGEST = 5  # words of a term
_MOST_READ = 600  # characters

_MARKER = re.compile(
    r"\[[\d\s,;–—-]+\]|\[\^[^\]]*\]|【[^】]*】|\([^()]*\b(?:19|20)\d\d[a-z]?\)|https?://\S+"
)
_YEAR = re.compile(
    r"\b(?:in |of |since )?(?:19|20)\d\d\b(?! ?(?:mg|iu|g|ml|kcal)\b)", re.I
)
_NUMBER = re.compile(
    r"(?<!type )(?<!phase )(?<!stage )(?<!grade )(?<![\w.-])-?(\d[\d,]*(?:\.\d+)?)"
    r"\s*-?\s*(%|per ?cent|[a-zµμ]+(?:/[a-z]+)?)?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NOT = re.compile(r"\b(\w+?)n['’]t\b")
_NON = re.compile(r"\bnon-(?!inferior)")
_DASH = re.compile(r"[\u2010-\u2015\u2212-]")
# What does something, not that it is done: "beta-blockers", "an ACE inhibitor"
_AGENT = re.compile(
    r"(?:block|suppress|boost|stabilis|stabiliz)ers?|(?:inhibit|protect)ors?"
)
_THAN = frozenset({"than", "versus", "vs", "over"})
_UNITS = {"percent": "%", "per cent": "%", "micrograms": "µg", "mcg": "µg", "ug": "µg"}
_UNITS |= {"μg": "µg", "milligrams": "mg", "milligram": "mg", "grams": "g", "gram": "g"}
_UNITS |= {"litres": "l", "liters": "l", "millilitres": "ml", "milliliters": "ml"}
_UNITS |= {"days": "day", "weeks": "week", "months": "month", "years": "year"}
_UNITS |= {"hours": "hour", "hrs": "hour", "minutes": "minute", "min": "minute"}
_OF_MEASURE = frozenset(_UNITS.values()) | frozenset(
    "kg iu kcal mmhg mmol units cups".split()
)
_NUMERALS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
_NUMERALS |= {"seven": "7", "eight": "8", "nine": "9", "ten": "10", "half": "50%"}
_NUMERALS |= {"twice": "×2", "double": "×2", "doubles": "×2", "halves": "50%"}


@dataclass(frozen=True)
class Sense:
    """What a sentence claims.

    ``concepts`` are what it is about, as names of terms or stems, ``words`` the words
    that stand for each, as written, and ``beyond`` those after "than". ``numbers`` are
    amounts with their units. ``ways`` are effects: lower, raise, bring, better, worse,
    link, alike, before, after.
    """

    concepts: frozenset[str]
    numbers: frozenset[str]
    ways: frozenset[str]
    denies: bool
    beyond: frozenset[str] = frozenset()
    words: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class _Lexicon:
    terms: dict[tuple[str, ...], str]
    spellings: dict[str, tuple[str, ...]]
    ways: dict[str, str]
    negations: frozenset[str]
    denials: tuple[str, ...]
    idle: frozenset[str]


@lru_cache(maxsize=4096)
def sense_of(text: str) -> Sense:
    """Read one sentence; only its beginning where it is very long."""
    text = _DASH.sub("-", fold(_MARKER.sub(" ", text[:_MOST_READ])))
    text = _YEAR.sub(" ", _NOT.sub(r"\1 not", _NON.sub("without ", text)))
    lexicon = _lexicon()
    denied = [phrase for phrase in lexicon.denials if phrase in text]
    numbers, text = _numbers(text)
    concepts, beyond, ways, words = set(), set(), set(), []
    denies, after = bool(denied), False
    for term, spelt in _terms(_TOKEN.findall(text), lexicon):
        if term in lexicon.negations:
            denies = True
        elif term in _THAN:
            after = True
        elif term in lexicon.ways and not _AGENT.fullmatch(spelt):
            ways.add(lexicon.ways[term])
        elif term not in lexicon.idle:
            if term not in concepts:
                words.append(lexicon.spellings.get(term, (spelt,)))
            concepts.add(term)
            beyond |= {term} if after else set()
    return Sense(
        concepts=frozenset(concepts),
        numbers=frozenset(numbers),
        ways=frozenset(ways),
        denies=denies,
        beyond=frozenset(beyond),
        words=tuple(words),
    )


def way_of(word: str) -> str:
    """Which way a word says that something goes; empty where it is no such word."""
    return _lexicon().ways.get(stem(fold(word)), "")


def _numbers(text: str) -> tuple[set[str], str]:
    """The amounts of a text, and the text without them."""
    found = set()

    def take(match: re.Match[str]) -> str:
        value = match[1].rstrip(",").replace(",", "")
        unit = (match[2] or "").strip().lower()
        unit = _UNITS.get(unit, unit)
        is_measure = unit in _OF_MEASURE or unit.split("/")[0] in _OF_MEASURE
        found.add(f"{float(value):g} {unit if is_measure else ''}".strip())
        return " " if is_measure else f" {match[2] or ''} "

    text = _NUMBER.sub(take, text)
    found |= {_NUMERALS[word] for word in text.split() if word in _NUMERALS}
    return found, text


def _terms(tokens: Sequence[str], lexicon: _Lexicon) -> Iterator[tuple[str, str]]:
    """Each term or word with the words it was read from; the longest term first."""
    stems = [stem(token) for token in tokens]
    place = 0
    while place < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - place), 0, -1):
            name = lexicon.terms.get(tuple(stems[place : place + length]))
            idle = length == 1 and tokens[place] in lexicon.idle
            if name is not None and not idle:
                yield name, " ".join(tokens[place : place + length])
                place += length
                break
        else:
            token = tokens[place]
            if token not in _NUMERALS:
                known = token in lexicon.negations or token in lexicon.idle
                yield (token if known else stems[place]), token
            place += 1


@cache
def _lexicon() -> _Lexicon:
    table = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    terms, spellings = {}, {}
    for group in table["terms"]["groups"]:
        name = group[0]
        spellings[name] = tuple(dict.fromkeys(map(_spelt, group)))
        for words in group:
            terms.setdefault(_stems(words), name)
    return _Lexicon(
        terms=terms,
        spellings=spellings,
        ways={
            each: way
            for way, words in table["effects"].items()
            for each in _each(words)
        },
        negations=frozenset(table["negations"]["words"].split()),
        denials=tuple(table["negations"]["phrases"]),
        idle=frozenset(table["idle"]["words"].split()) | _each(table["idle"]["words"]),
    )


def _spelt(words: str) -> str:
    return " ".join(_TOKEN.findall(_DASH.sub("-", fold(words))))


def _stems(words: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in _spelt(words).split())


def _each(words: str) -> frozenset[str]:
    found: Iterable[str] = _spelt(words).split()
    return frozenset(stem(word) for word in found)
