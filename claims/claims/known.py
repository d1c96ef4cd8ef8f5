"""Which claims are known already that say what a sentence says, or nearly.

Claims are brought up by their words, in one query for many sentences, and put beside
the sentence by ``claims.likeness``: their own words first, then their question.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.db import OperationalError, connection, transaction

from claims.claims.models import Claim
from claims.likeness import Compared, Sense, compare, sense_of
from claims.words import Asserts

MOST_CONCEPTS = 6  # of a sentence that are searched for
MOST_SPELLINGS = 6  # of one concept
BROUGHT_UP = 15  # claims that are compared with one sentence
SHOWN = 3  # claims that are named beside one sentence

_BROUGHT_UP = """
    SELECT asked.number, near.*
    FROM unnest(%s::int[], %s::text[], %s::text[]) AS asked (number, words, sentence)
    CROSS JOIN LATERAL (
        SELECT *
        FROM (
            SELECT id, text, population, intervention, comparator, outcome, asserts,
                   negated, size, dose
            FROM claims_claim
            WHERE search @@ to_tsquery('footing', asked.words)
                AND merged_into_id IS NULL AND withdrawn_at IS NULL
            LIMIT 100
        ) AS found
        ORDER BY similarity(left(text, 300), asked.sentence) DESC, id
        LIMIT %s
    ) AS near
    ORDER BY asked.number
"""


@dataclass(frozen=True)
class KnownClaim:
    """A claim that stands near a sentence; ``by_question``: its question tells so."""

    claim: Claim
    compared: Compared
    by_question: bool = False

    @property
    def is_same(self) -> bool:
        return self.compared.is_same


@dataclass(frozen=True)
class _Found:
    claim: int
    compared: Compared
    by_question: bool

    @property
    def order(self) -> tuple[bool, bool, float, int]:
        return (
            not self.compared.is_same,
            self.by_question,
            -self.compared.shared,
            self.claim,
        )


def known_claims(
    sentences: Sequence[str], *, milliseconds: int
) -> dict[int, list[KnownClaim]] | None:
    """The standing claims that say what each sentence says, the nearest first.

    Keys are places in ``sentences``; a sentence without any has none. Two queries, in
    at most so many milliseconds: None where the database did not answer in time.
    """
    senses = {place: sense_of(text) for place, text in enumerate(sentences)}
    try:
        rows = _brought_up(sentences, senses, milliseconds)
    except OperationalError:
        return None
    found = {
        place: sorted(_near(senses[place], of_place), key=lambda one: one.order)[:SHOWN]
        for place, of_place in groupby(rows, key=itemgetter(0))
    }
    numbers = {one.claim for near in found.values() for one in near}
    claims = Claim.objects.defer("search").in_bulk(numbers) if numbers else {}
    return {
        place: [
            KnownClaim(claims[one.claim], one.compared, one.by_question)
            for one in near
            if one.claim in claims
        ]
        for place, near in found.items()
        if near
    }


def _near(sense: Sense, rows: Iterator[tuple]) -> Iterator[_Found]:
    """Of the claims brought up those that speak of the same things."""
    for _, number, text, *question in rows:
        compared = compare(sense, sense_of(text))
        if compared.is_near:
            yield _Found(number, compared, by_question=False)
        elif asked_words := _question(*question):
            asked = compare(sense, sense_of(asked_words))
            if asked.is_same:
                yield _Found(number, asked, by_question=True)


def _question(
    population: str,
    intervention: str,
    comparator: str,
    outcome: str,
    asserts: str,
    negated: bool,
    size: str,
    dose: str,
) -> str:
    """A claim's question as a sentence; empty where it says not enough."""
    if not (intervention and outcome):
        return ""
    says = Asserts(asserts).label if asserts else ""
    words = [intervention, dose, "not" if negated else "", says, outcome, size]
    return " ".join(filter(None, [*words, population]))


def _brought_up(
    sentences: Sequence[str], senses: dict[int, Sense], milliseconds: int
) -> list[tuple]:
    """Rows of claims that hold most of the concepts of each sentence."""
    asked = {
        place: words for place, sense in senses.items() if (words := search_of(sense))
    }
    if not asked:
        return []
    given = [list(asked), list(asked.values()), [sentences[place] for place in asked]]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout TO '{int(milliseconds)}ms'")
        cursor.execute(_BROUGHT_UP, [*given, BROUGHT_UP])
        rows = cursor.fetchall()
        cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
    return rows


def search_of(sense: Sense) -> str:
    """A text search for claims that hold all concepts of a sentence but a few.

    Empty where it speaks of nothing that could be searched for.
    """
    longest = sorted(sense.words, key=lambda spelt: -max(map(len, spelt)))
    concepts = [_any_of(spelt) for spelt in longest[:MOST_CONCEPTS]]
    number = len(concepts)
    wanted = max(min(number, 2), number - number // 3)
    return _at_least(wanted, concepts) if concepts else ""


def _any_of(spelt: Sequence[str]) -> str:
    forms = [
        " & ".join("'" + word.replace("'", "''") + "'" for word in words.split())
        for words in spelt[:MOST_SPELLINGS]
    ]
    return "(" + " | ".join(f"({form})" for form in forms) + ")"


def _at_least(number: int, concepts: Sequence[str]) -> str:
    """A search for so many of some concepts, whichever they are."""
    if number == len(concepts):
        return "(" + " & ".join(concepts) + ")"
    if number == 1:
        return "(" + " | ".join(concepts) + ")"
    first, rest = concepts[0], concepts[1:]
    with_it, without = _at_least(number - 1, rest), _at_least(number, rest)
    return f"(({first} & {with_it}) | {without})"
