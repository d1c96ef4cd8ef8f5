"""How far independent judgements agree, of everything that several judge alone."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from accounts.models import User
from core.agreement.figures import Agreement, agreement_of
from core.agreement.ratings import Ratings
from core.errors import BadQuery
from core.numbers import whole_number
from evidence.agreement.of_appraisals import appraisals_judged
from evidence.agreement.of_checks import checks_judged
from evidence.agreement.of_grades import grades_judged
from evidence.agreement.ratings import Judged, Part, Rating

MOST_RATINGS = 100_000  # that figures are reckoned of at once
MOST_PAIRS = 60  # of reviewers that are told of each part
NOT_ALL = "Of the newest {:,} rounds; the CSV has the older ones, too."

# What is judged by several alone: each finds what there is of its kind, on a topic.
SOURCES: tuple[Callable[[int | None], list[Judged]], ...] = (
    grades_judged,
    appraisals_judged,
    checks_judged,
)


@dataclass(frozen=True)
class Asked:
    """What of all that was judged is asked for; without anything, all but items."""

    of: str = ""
    version: str = ""
    variant: str = ""
    part: str = ""
    topic: int | None = None
    items: bool = False

    @classmethod
    def in_query(cls, params: Mapping[str, str]) -> "Asked":
        """What a query string asks for. Raises BadQuery."""
        said, items = params.get("topic", ""), params.get("items", "")
        topic = whole_number(said)
        if said and topic is None:
            raise BadQuery(
                f"Topic {said[:40]!r}: its number was expected.", field="topic"
            )
        if items not in ("", "true", "false"):
            raise BadQuery("Items: true or false was expected.", field="items")
        part = params.get("part", "")
        return cls(
            of=params.get("of", ""),
            version=params.get("version", ""),
            variant=params.get("variant", ""),
            part=part,
            topic=topic,
            items=items == "true" or part.startswith("item "),
        )

    def takes(self, judged: Judged) -> bool:
        """Whether something that was judged is asked for."""
        return all(
            said in ("", true)
            for said, true in (
                (self.of, judged.key),
                (self.version, judged.version),
                (self.variant, judged.variant),
            )
        )


class PartAgreed(NamedTuple):
    """A part and how far independent judgements of it agree."""

    part: Part
    agreement: Agreement

    @property
    def taken_for(self) -> list[tuple[str, Sequence[int]]]:
        """By value in words, of how many pairs of judgements the other said each."""
        words = [self.part.in_words(value) for value in self.agreement.categories]
        return list(zip(words, self.agreement.table, strict=True))


def all_judged(topic: int | None = None) -> list[Judged]:
    """Everything that several judged alone, on a topic or at all."""
    return [judged for source in SOURCES for judged in source(topic)]


def agreement_on(judged: Judged, asked: Asked) -> list[PartAgreed]:
    """How far reviewers agree on each part of which there is anything to compare.

    In the newest rounds, as many as have ``MOST_RATINGS``; a note says so.
    """
    ratings, left_out = _newest(judged.rate(asked.topic, asked.items))
    by_part: dict[str, list[Rating]] = defaultdict(list)
    names, among = labels(ratings), defaultdict(set)
    for one in ratings:
        by_part[one.part].append(one)
        among[one.round].add(one.person)
    return [
        PartAgreed(part, _agreement(part, by_part[part.key], among, names, left_out))
        for part in judged.parts
        if part.key in by_part and asked.part in ("", part.key)
    ]


def _newest(ratings: Iterable[Rating]) -> tuple[list[Rating], bool]:
    """The ratings of the newest rounds, each whole; and whether there are more."""
    found: list[Rating] = []
    for _, round in groupby(ratings, key=attrgetter("round")):
        said = list(round)
        if found and len(found) + len(said) > MOST_RATINGS:
            return found, True
        found += said
    return found, False


def _agreement(
    part: Part,
    ratings: Sequence[Rating],
    among: Mapping[int, set[int]],
    names: Mapping[int, str],
    left_out: bool,
) -> Agreement:
    """Of one part's ratings; ``among`` are by round all who judged it in any part."""
    units = {one.round: one.unit for one in ratings}
    values = {(units[one.round], names[one.person]): one.value for one in ratings}
    people = set().union(*(among[round] for round in units))
    raters = tuple(sorted(names[person] for person in people))
    nameless = frozenset(one.unit for one in ratings if not one.may_be_named)
    rated = Ratings(tuple(units.values()), raters, values, part.order)
    found = agreement_of(rated, nameless, most_pairs=MOST_PAIRS)
    if left_out:
        return replace(found, notes=(*found.notes, NOT_ALL.format(len(units))))
    return found


def labels(ratings: Iterable[Rating]) -> dict[int, str]:
    """What each person is called; two of one name are two."""
    return _told_apart({one.person: one.name for one in ratings})


def _told_apart(people: Mapping[int, str]) -> dict[int, str]:
    often = Counter(people.values())
    return {
        person: name if often[name] == 1 else f"{name} ({person})"
        for person, name in people.items()
    }


def rows(asked: Asked) -> Iterator[dict[str, str | int]]:
    """The ratings themselves: of one part, what ``manage.py agreement`` reads.

    All of them, as they are read. Whom a round does not name yet is numbered within it.
    """
    names = _told_apart(dict(User.objects.values_list("pk", "display_name")))
    for judged in all_judged(asked.topic):
        if not asked.takes(judged):
            continue
        known = {part.key for part in judged.parts}
        ratings = judged.rate(asked.topic, asked.items)
        for number, round in groupby(ratings, key=attrgetter("round")):
            numbers: dict[int, int] = {}
            for one in round:
                n = numbers.setdefault(one.person, len(numbers) + 1)
                if one.part in known and asked.part in ("", one.part):
                    unnamed = f"Reviewer {n} of {number}"
                    yield {
                        "of": judged.key,
                        "version": judged.version,
                        "variant": judged.variant,
                        "part": one.part,
                        "unit": one.unit,
                        "on": judged.page.format(one.on),
                        "rater": names[one.person] if one.may_be_named else unnamed,
                        "value": one.value,
                    }
