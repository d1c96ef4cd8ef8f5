"""How claims are looked up by their own columns."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, reduce
from itertools import combinations
from operator import and_, or_
from typing import Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db import models
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Left
from django.db.models.lookups import Exact

from core.models import KeptQuerySet
from core.text_search import FoundByWords, words_key
from studies.topics.models import Topic

WORDING = Left("text", 200)  # an index takes no text of any length
INTERVENTION_KEY = words_key("intervention")
OUTCOME_KEY = words_key("outcome")
_NEAR_ENOUGH = 0.2  # trigram similarity
_WORDS = 5  # the longest say the most of what a claim is about
_CANDIDATES = 300
MOST_NEAR = 10  # claims offered for words that none holds
_WORD = re.compile(r"[^\W\d_]{3,}")


class ClaimQuerySet(FoundByWords, KeptQuerySet):
    """Claims, found by the words of their text, question, topics and outcomes, and of
    what articles say where they make them.
    """

    vector = "searched__words"

    def meant_by(self, words: str) -> Self:
        """Claims that hold all the words, the best first, else those worded like it."""
        found = self.matching(words).order_by("-rank", "id")
        return found if found.exists() else self.near_claims(words, MOST_NEAR)

    def near_claims(self, text: str, limit: int = 5) -> Self:
        """The claims that stand nearest to some words, with ``nearness`` (0 to 1).

        Nearness is likeness in spelling (trigrams), of those that share some of the
        longest words. Only claims that stand, the nearest first.
        """
        return (
            self.filter(pk__in=candidates(self.current(), text))
            .annotate(nearness=TrigramSimilarity("text", text))
            .filter(nearness__gte=_NEAR_ENOUGH)
            .order_by("-nearness", "id")[:limit]
        )

    def asking_alike(
        self, *, intervention: str, outcome: str, most: int, only: tuple[str, ...]
    ) -> models.query.RawQuerySet | list:
        """Current claims with the same words in their intervention, outcome or both.

        At most ``most`` of each, with ``same_intervention`` and ``same_outcome``, of
        the columns ``only``; none where both are empty.
        """
        given = {"?intervention": intervention, "?outcome": outcome}
        told = tuple(name for name, text in given.items() if text.strip())
        if not told:
            return []
        sql, params = _asking_alike(self.model, told, most, only)
        return self.raw(sql, [given.get(value, value) for value in params])

    def filed_under(self, topics: Iterable[models.Model]) -> Self:
        """Claims filed under any of some topics."""
        links = self.model.topics.through.objects
        return self.filter(
            Exists(links.filter(claim=OuterRef("pk"), topic__in=list(topics)))
        )

    def with_topic_names(self) -> Self:
        """Add ``topic_names``, in alphabetical order."""
        return self.annotate(topic_names=ArraySubquery(_topics().values("name")))

    def for_facts(self) -> Self:
        """Load all that is printed of the claim row itself, and its ``topic_ids``.

        They stand in the order of the names.
        """
        rows = self.select_related("withdrawn_by", "outcome_measured").defer("search")
        return rows.with_topic_names().annotate(
            topic_ids=ArraySubquery(_topics().values("pk"))
        )


def _topics() -> QuerySet:
    return Topic.objects.filter(claims=OuterRef("pk")).order_by("name")


@cache
def _asking_alike(
    model: type[models.Model], told: tuple[str, ...], most: int, only: tuple[str, ...]
) -> tuple[str, tuple]:
    """The SQL of ``asking_alike`` and its parameters, ``told`` for the words.

    Put together once a process: that takes longer than asking.
    """
    keys = {"?intervention": INTERVENTION_KEY, "?outcome": OUTCOME_KEY}
    asked = {name: words_key(Value(name)) for name in told}
    rows = model.objects.current()
    ways = [told, *((name,) for name in told)] if len(told) > 1 else [told]
    found = [
        rows.filter(*(Exact(keys[name], asked[name]) for name in way))
        .order_by(*(keys[name] for name in dict.fromkeys((*way, *keys))), "id")
        .values("pk")[:most]
        for way in ways
    ]
    alike = rows.filter(pk__in=found[0].union(*found[1:])).annotate(
        **{
            f"same_{name[1:]}": Exact(keys[name], asked[name])
            if name in told
            else Value(False)
            for name in keys
        }
    )
    return alike.only(*only).query.sql_with_params()


def candidates(rows: QuerySet, text: str) -> QuerySet:
    """Of rows with a ``search`` vector, the numbers of up to 900 that may be near."""
    found = [
        rows.filter(search=query).values("pk")[:_CANDIDATES] for query in _queries(text)
    ]
    return found[0].union(*found[1:]) if found else rows.none().values("pk")


def _queries(text: str) -> Iterator[SearchQuery]:
    """Searches for texts that hold three, two and one of the longest words."""
    words = {word.casefold() for word in _WORD.findall(text)}
    longest = sorted(words, key=lambda word: (-len(word), word))[:_WORDS]
    terms = [SearchQuery(word, config="footing") for word in longest]
    for number in (3, 2, 1):
        every = [reduce(and_, group) for group in combinations(terms, number)]
        if every:
            yield reduce(or_, every)
