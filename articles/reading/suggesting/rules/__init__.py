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
from functools import cache, cached_property, lru_cache
from pathlib import Path

from articles.reading.suggesting.rules.needed import LOOKOUT, ways

VERSION = "8"  # a new one whenever a rule, how rules are weighed or a weight changes
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
        self._small = False  # as is found on compiling
        self.needed: tuple[int, ...] = ()  # of a text, to be tried at all: bits

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """Compile the pattern, once and not before it is needed.

        Raises KeyError where a word list is unknown, re.error where it is no pattern.
        """
        filled = _filled(self._pattern, _word_lists())
        self.needed = LOOKOUT.watch(ways(filled))
        self._small = _CAPITALS not in filled
        if self._small:
            return re.compile(_in_small_letters(filled))
        return re.compile(filled, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match; its places are those of ``text``."""
        self.compiled  # noqa: B018  (what it needs is known only then)
        small = lowered(text)
        return self.find(text, small, LOOKOUT.seen(small))

    def find(self, text: str, small: str, has: int) -> re.Match[str] | None:
        """Search a text that is lowered already, and whose letters are known."""
        if not self.may_match(has):
            return None
        return self.compiled.search(small if self._small else text)

    def may_match(self, has: int) -> bool:
        """Tell whether a text has the letters of any way to match.

        ``has`` are those that ``LOOKOUT`` has seen in it.
        """
        # A generator would take longer: each rule is asked of each sentence.
        for needed in self.needed:  # noqa: SIM110
            if has & needed == needed:
                return True
        return False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each place where it is found."""
        compiled = self.compiled
        yield from compiled.finditer(lowered(text) if self._small else text)


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

    def search(self, sentence: str) -> str | None:
        """Return the words first found, or None where the rule is silent."""
        small = lowered(sentence)
        return self.find(sentence, small, LOOKOUT.seen(small))

    def find(self, sentence: str, small: str, has: int) -> str | None:
        """Search a sentence that is lowered already, and whose letters are known."""
        match = self.pattern.find(sentence, small, has)
        if match is None or (self.unless and self.unless.find(sentence, small, has)):
            return None
        if self.and_no and _words_of(self.and_no).find(sentence, small, has):
            return None
        return sentence[match.start() : match.end()]


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
    small = lowered(text)
    has = LOOKOUT.seen(small)
    for rule in rules:
        if rule.pattern.may_match(has) and rule.find(text, small, has) is not None:
            yield rule


def _rule(family: str, entry: dict[str, object]) -> Rule:
    try:
        values = dict(entry)
        for key in ("pattern", "unless"):
            if key in values:
                values[key] = Pattern(str(values[key]))
                values[key].compiled  # noqa: B018
        for key in ("yes", "no"):
            values[key] = tuple(values.get(key, ()))
        if "and_no" in values:
            _words_of(str(values["and_no"])).compiled  # noqa: B018
        return Rule(**values)
    except (KeyError, TypeError, re.error) as error:
        name = entry.get("name", "?")
        raise ValueError(f"{family}.toml, rule “{name}”: {error}") from error


@cache
def _words_of(name: str) -> Pattern:
    """Return the pattern of any word of a list, compiled once for all rules."""
    return Pattern(rf"\b{{{name}}}\b")


@lru_cache(maxsize=256)
def lowered(text: str) -> str:
    """Return a text in small letters, each at its place.

    The few that would become two letters are left as they are.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)


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
