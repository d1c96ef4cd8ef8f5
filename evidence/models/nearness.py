"""Which rows are about nearly the same words, found by an index of words.

Comparing the spelling of a long text with every row takes seconds in a large store. So
only rows that share the longest words are compared: three of them first, then two, then
one, each a bounded number.
"""

import re
from collections.abc import Iterator
from functools import reduce
from itertools import combinations
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

_WORDS = 5  # the longest say the most of what a claim is about
_CANDIDATES = 300
_WORD = re.compile(r"[^\W\d_]{3,}")


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
