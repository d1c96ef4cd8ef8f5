"""Words that a person searches by, as PostgreSQL's text search takes them."""

from collections.abc import Collection, Iterable
from functools import reduce
from operator import and_, or_
from typing import Any, Self

from django.contrib.postgres.search import (
    SearchQuery,
    SearchRank,
    SearchVector,
    SearchVectorField,
)
from django.db import connections, models
from django.db.models import Func, Value, sql
from django.db.models.functions import MD5, Cast
from django.db.models.sql.constants import SINGLE

from core.models.short_form import ShortForm
from texts.search_queries import Part, Phrase, Query, Way, read_query

CONFIG = "finding"
# Where the words of a vector stand: what a row is called, by whom, its other columns.
NAME, PEOPLE, MORE, SAID = "A", "B", "C", "D"
_WEIGHTS = {"": "", "title": NAME, "author": PEOPLE, "year": PEOPLE}
SEARCHED = 200_000  # characters of a text of any length: a vector has its limit
BY_LENGTH = 1  # of ts_rank: the rank over 1 + the logarithm of the length
_MOST_WORDS = 8  # of a long form


class _Made(SearchQuery):
    """A query that SQL of our own makes of expressions."""

    def __init__(self, template: str, *expressions: Any) -> None:
        super().__init__("")
        self.template = template
        self.set_source_expressions(self._parse_expressions(*expressions))

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return Func.as_sql(self, compiler, connection, template=self.template)


# Two queries at most so many words apart: each distance, in each order.
_NEAR = """(
    SELECT string_agg(
        '(' || tsquery_phrase(one, other, apart)::text || ') | ('
        || tsquery_phrase(other, one, apart)::text || ')',
        ' | '
    )::tsquery
    FROM (SELECT %%(expressions)s) AS given (one, other),
        generate_series(1, %d) AS apart
)"""


def phrase_query(phrase: Phrase) -> SearchQuery:
    """Words next to each other, as ``search_query`` of the database makes them."""
    words, weight = phrase.words.replace("\0", ""), _WEIGHTS[phrase.field]
    given = (Value(words), Value(weight), Value(phrase.prefix))
    return _Made("search_query(%(expressions)s)", *given)


NOTHING = SearchQuery("", config="simple", search_type="raw")


def words_query(words: str) -> SearchQuery:
    """A query for what a person typed (``texts.search_queries``).

    Whatever is typed is some query; one without a word that is wanted matches nothing.
    Causes two SQL queries: which short forms its words have, or are; and that of
    ``search_query``.
    """
    return search_query(explained(read_query(words)))


def search_query(query: Query) -> SearchQuery:
    """What was read of a search, for the database; causes one SQL query.

    The database makes its lexemes once: a page asks for them a dozen times, and to put
    all spellings of all words together takes longer than to find them.
    """
    if not query.finds_something:
        return NOTHING
    groups = [reduce(and_, [_part(part) for part in parts]) for parts in query.groups]
    asked = sql.Query(None)
    asked.add_annotation(Cast(reduce(or_, groups), models.TextField()), "lexemes")
    (lexemes,) = asked.get_compiler(ShortForm.objects.db).execute_sql(SINGLE)
    return _Made("%(expressions)s::tsquery", Value(lexemes))


def _part(part: Part) -> SearchQuery:
    any_way = reduce(or_, [_way(way, part.within) for way in part.ways])
    return any_way if part.wanted else _Made("!!(%(expressions)s)", any_way)


def _way(way: Way, within: int) -> SearchQuery:
    phrases = [phrase_query(phrase) for phrase in way]
    return _Made(_NEAR % within, *phrases) if within else reduce(and_, phrases)


def explained(query: Query) -> Query:
    """A search with the long forms of its short ones, and the other way round."""
    asked = set(_runs(query))
    known = ShortForm.objects.meant_by(asked) if asked else {}
    if not known:
        return query
    return Query(tuple(tuple(_explained(parts, known)) for parts in query.groups))


def _runs(query: Query) -> Iterable[str]:
    """The words of a search, and those that follow each other."""
    for parts in query.groups:
        for start in range(len(parts)):
            for end in range(start + 1, min(start + _MOST_WORDS, len(parts)) + 1):
                run = parts[start:end]
                if all(part.typed and part.wanted for part in run):
                    yield _key(run)


def _key(run: Iterable[Part]) -> str:
    return ShortForm.key_of(" ".join(part.typed for part in run))


def _explained(parts: tuple[Part, ...], known: dict[str, list[str]]) -> Iterable[Part]:
    """The parts, each longest run that has other forms as one part with all of them."""
    place = 0
    while place < len(parts):
        for end in range(min(place + _MOST_WORDS, len(parts)), place, -1):
            run = parts[place:end]
            whole = all(part.typed and part.wanted for part in run)
            others = known.get(_key(run), []) if whole else []
            if others:
                ways = [*_together(run), *((Phrase(one),) for one in others)]
                yield Part(tuple(ways), typed=run[0].typed if len(run) == 1 else "")
                place = end
                break
        else:
            yield parts[place]
            place += 1


def _together(run: tuple[Part, ...]) -> list[Way]:
    """The ways to say several parts: each with its first spelling, or one's others."""
    if len(run) == 1:
        return list(run[0].ways)
    return [tuple(phrase for part in run for phrase in part.ways[0])]


def words_of(
    *columns: str | Func, weight: str, names: str = "", named: str = ""
) -> SearchVector:
    """The words of some columns, for a generated one.

    ``names``: a JSON of people; ``named``: a text that names some.
    """
    given = [
        Cast(column, models.TextField()) if column == "year" else column
        for column in columns
    ]
    texts = [_in_one_form(column) for column in given]
    if names:
        texts.append(_in_one_form(Func(names, function="search_names")))
    if named:
        texts.append(_in_one_form(Func(named, function="search_named")))
    return SearchVector(*texts, config=CONFIG, weight=weight)


def _in_one_form(expression: Any) -> Func:
    return Func(expression, function="search_words", output_field=models.TextField())


def words_key(text: Any) -> MD5:
    """A short key that texts share which hold the same words, in any form and order."""
    words = SearchVector(_in_one_form(text), config=CONFIG)
    each_once = Func(words, function="strip", output_field=SearchVectorField())
    return MD5(Cast(each_once, models.TextField()))


def vector_column(*vectors: SearchVector) -> models.GeneratedField:
    """A generated column of all words that a row is found by."""
    return models.GeneratedField(
        expression=reduce(lambda one, other: one + other, vectors),
        output_field=SearchVectorField(),
        db_persist=True,
    )


class FoundByWords(models.QuerySet):
    """Rows with a column, ``vector``, of the words that they are found by."""

    vector = "search"

    def matching(self, words: str) -> Self:
        """Rows that a person means who types some words, with their ``rank``."""
        return self.found_by(words_query(words))

    def found_by(self, query: SearchQuery) -> Self:
        """Rows that fit a query of words, with their ``rank``.

        It says where the words stand, how often, and in how long a text.
        """
        stored = models.F(self.vector)  # a name alone would be read as a text anew
        rank = SearchRank(stored, query, normalization=Value(BY_LENGTH))
        return self.filter(**{self.vector: query}).annotate(rank=rank)

    def keys_found_by(self, query: SearchQuery) -> models.QuerySet:
        """The keys of the rows that fit a query, of search rows without their table."""
        rows, vector = self._searched()
        return rows.filter(**{vector: query}).values("pk")

    def words_found_by(self, query: SearchQuery) -> models.QuerySet:
        """Keys as ``keys_found_by``, each with the row's words and the query itself."""
        rows, vector = self._searched()
        found = rows.filter(**{vector: query}).order_by()
        return found.annotate(query=query).values_list("pk", vector, "query")

    def _searched(self) -> tuple[models.QuerySet, str]:
        """The rows that hold the words, and the column they are in."""
        rows, _, vector = self.vector.rpartition("__")
        if not rows:
            return self, vector
        return self.model._meta.get_field(rows).related_model.objects.all(), vector


_lexemes: dict[str, frozenset[str]] = {}  # of words met before; they never change
_MOST_KEPT = 50_000


def lexemes_of(words: Collection[str]) -> dict[str, frozenset[str]]:
    """What the database makes of each word when it is stored or looked for.

    One query for the words that were not met before.
    """
    new = [word for word in dict.fromkeys(words) if word not in _lexemes]
    if new:
        if len(_lexemes) > _MOST_KEPT:
            _lexemes.clear()
        with connections[ShortForm.objects.db].cursor() as cursor:
            cursor.execute(
                "SELECT word, tsvector_to_array(to_tsvector(%s, search_words(word))) "
                "FROM unnest(%s::text[]) AS word",
                [CONFIG, new],
            )
            _lexemes.update(
                {word: frozenset(lexemes) for word, lexemes in cursor.fetchall()}
            )
    return {word: _lexemes.get(word, frozenset()) for word in words}
