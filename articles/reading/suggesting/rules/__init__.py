"""The reader's rules: data in TOML files, each rule with its examples beside it.

A rule names a regular expression that is searched for, ignoring case, in one sentence;
``{name}`` in it stands for the word list of that name in ``words.toml``. To add a
rule, add a ``[[rule]]`` to the file of its family with a few sentences that it must
match (``yes``) and must not (``no``); the test suite runs them all.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from articles.reading.suggesting.rules.needed import (
    LOOKOUT,
    Seen,
    alternatives,
    lowered,
)

VERSION = "9"  # a new one whenever a rule, how rules are weighed or a weight changes
_FOLDER = Path(__file__).parent
_SLOT = re.compile(r"\{([a-z_]+)\}")
_INITIALS = re.compile(r"[a-z]{2}(?![?*+{|])")  # that a word surely begins with
_VOWELS = "aeiou"
_CAPITALS = "(?-i:"  # where case is not to be ignored
_ESCAPE = re.compile(r"(\\.)")


class Pattern:
    """A pattern with its word lists filled in, searched for ignoring case.

    Where it asks for no capitals, it is written and searched for in small letters: to
    ignore case costs the library more than twice the time.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def watch(self) -> None:
        """Have texts looked at for what it needs; nothing is found before.

        Raises KeyError where a word list is unknown, re.error where it is no pattern.
        """
        LOOKOUT.watch(self, alternatives(*self._written))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Compile the pattern, once and not before it is needed."""
        return re.compile(*self._written)

    @cached_property
    def _written(self) -> tuple[str, int]:
        filled = _filled(self._pattern, _word_lists())
        if _CAPITALS in filled:
            return filled, re.IGNORECASE
        return _in_small_letters(filled), 0

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match; its places are those of ``text``."""
        return self.compiled.search(self._as_searched(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each place where it is found."""
        yield from self.compiled.finditer(self._as_searched(text))

    def _as_searched(self, text: str) -> str:
        return text if self._written[1] else lowered(text)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: where ``pattern`` is found and ``unless`` is not, it holds."""

    name: str
    pattern: Pattern
    unless: Pattern | None = None
    and_no: str = ""  # a word list of which nothing may be found
    kind: str = ""  # of claims: what the words speak of
    points: int = 0  # of claims and contexts: for being a claim of that kind
    firm: bool = False  # of claims: no exclusion of a clause takes it out
    whole: bool = False  # of exclusions: takes out the sentence, not the clause
    list: bool = False  # of contexts: bare list items below it are claims
    carry: bool = False  # of contexts: what stands above it still holds
    why: str = ""  # of wording: the question the words raise
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    def holds(self, sentence: Seen) -> bool:
        """Tell whether the rule holds for a sentence that was looked at."""
        return (
            sentence.has(self.pattern)
            and not (self.unless and sentence.has(self.unless))
            and not (self.and_no and sentence.has(_words_of(self.and_no)))
        )

    def search(self, sentence: str) -> str | None:
        """Return the words first found, or None where the rule is silent."""
        if not self.holds(LOOKOUT.seen(sentence)):
            return None
        match = self.pattern.search(sentence)
        return sentence[match.start() : match.end()] if match else None


@cache
def load_rules(family: str) -> tuple[Rule, ...]:
    """Return the rules of ``family``.toml in their order.

    Raises ValueError naming file and rule where a pattern can't be read.
    """
    table = tomllib.loads((_FOLDER / f"{family}.toml").read_text(encoding="utf-8"))
    return tuple(_rule(family, entry) for entry in table["rule"])


def holding(family: str, text: str) -> Iterator[Rule]:
    """Yield the rules of a family that hold for a text, in their order."""
    return holding_of(load_rules(family), text)


def holding_of(rules: Iterable[Rule], text: str) -> Iterator[Rule]:
    """Yield those of some loaded rules that hold for a text."""
    seen = LOOKOUT.seen(text)
    return (rule for rule in may_hold(rules, seen) if rule.holds(seen))


def may_hold(rules: Iterable[Rule], seen: Seen) -> list[Rule]:
    """Return those of some loaded rules that the words of a text do not rule out."""
    leads = seen.leads
    return [rule for rule in rules if rule.pattern in leads]


def _rule(family: str, entry: dict[str, object]) -> Rule:
    try:
        values = dict(entry)
        for key in ("pattern", "unless"):
            if key in values:
                values[key] = Pattern(str(values[key]))
                values[key].watch()
        for key in ("yes", "no"):
            values[key] = tuple(values.get(key, ()))
        if "and_no" in values:
            _words_of(str(values["and_no"]))
        return Rule(**values)
    except (KeyError, TypeError, re.error) as error:
        name = entry.get("name", "?")
        raise ValueError(f"{family}.toml, rule “{name}”: {error}") from error


@cache
def _words_of(name: str) -> Pattern:
    """Return the pattern of any word of a list, compiled once for all rules."""
    pattern = Pattern(rf"\b{{{name}}}\b")
    pattern.watch()
    return pattern


def _in_small_letters(pattern: str) -> str:
    """Return a pattern with small letters, but in its escapes."""
    parts = _ESCAPE.split(pattern)  # every other part is an escape
    parts[::2] = [part.lower() for part in parts[::2]]
    return "".join(parts)


@cache
def _word_lists() -> dict[str, str]:
    table = tomllib.loads((_FOLDER / "words.toml").read_text(encoding="utf-8"))
    lists = {name: _by_initials(words) for name, words in table["words"].items()}
    for name, verbs in table["verbs"].items():
        forms = {form for verb in verbs for form in inflect(verb)}
        lists[name] = _by_initials(forms)
    return {name: _filled(words, lists) for name, words in lists.items()}


def _filled(pattern: str, lists: dict[str, str]) -> str:
    """Put the word lists in the places that name them, also inside of lists."""
    return _SLOT.sub(lambda slot: f"(?:{_filled(lists[slot[1]], lists)})", pattern)


def _by_initials(entries: Iterable[str]) -> str:
    """Join words to a pattern that tries only those with the right two initials.

    The longest come first, so that "results in" is not cut to a shorter form. Those
    that begin with something else than two letters are tried after them.
    """
    ordered = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    others = [entry for entry in ordered if not _INITIALS.match(entry)]
    plain = [entry for entry in ordered if _INITIALS.match(entry)]
    return "|".join([_by_letters(plain, 2), *others] if plain else others)


def _by_letters(entries: list[str], letters: int) -> str:
    """Join words by their first letters, each group in its order."""
    if not letters:
        return "|".join(entries)
    groups: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        groups[entry[0]].append(entry[1:])
    return "|".join(
        f"{first}(?:{_by_letters(rest, letters - 1)})" for first, rest in groups.items()
    )


def inflect(verb: str) -> tuple[str, ...]:
    """Return the forms of a regular English verb; "lead/led" gives the irregular past.

    A particle stays behind: "result in" gives "results in", "resulted in", ….
    """
    head, _, particle = verb.partition(" ")
    base, _, past = head.partition("/")
    doubled = base
    if base.endswith("e"):
        doubled = base[:-1]
    elif base.endswith("!"):  # "cut!" doubles its consonant: cutting
        base = base[:-1]
        doubled = base + base[-1]
    if base.endswith("y") and base[-2] not in _VOWELS:
        third, simple = base[:-1] + "ies", base[:-1] + "ied"
    else:
        third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
        simple = doubled + "ed"
    forms = [base, third, *(past.split(",") if past else [simple]), doubled + "ing"]
    return tuple(f"{form} {particle}".strip() for form in forms)
