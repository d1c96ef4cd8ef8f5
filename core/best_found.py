"""The best rows of several tables that a search finds, and how many there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.postgres.search import SearchQuery
from django.db import connections

from core.models.short_form import ShortForm
from core.pager import CAP, CappedCount
from core.text_search import BY_LENGTH, FoundByWords

_RANKED = 2_000  # rows at most of a table where too many are found to rank them all
# Of one table: what is found is read once, counted and ranked; no other column is read.
_BEST = """(
    WITH found (key, words, query) AS MATERIALIZED ({found}),
        counted (n) AS (SELECT count(*) FROM found),
        tried AS (SELECT * FROM found
            LIMIT (SELECT CASE WHEN n > %s THEN %s ELSE n END FROM counted))
    SELECT %s, n, key, ts_rank(words, query, %s) AS rank
    FROM tried, counted ORDER BY rank DESC, key LIMIT %s
)"""


@dataclass
class Best:
    """How many rows are found, and the ranks of the best by their keys."""

    count: CappedCount
    ranks: dict[int, float] = field(default_factory=dict)


def best_found(
    tables: Mapping[str, FoundByWords], query: SearchQuery, *, size: int
) -> dict[str, Best]:
    """The ``size`` best rows of each table in which a search finds something.

    One SQL query for all tables. Where more rows are found than anyone wants counted,
    they are the best of some: all would have to be ranked.
    """
    parts, params = [], []
    for name, rows in tables.items():
        found = rows.words_found_by(query)[: CAP + 1].query
        inner, given = found.sql_with_params()
        parts.append(_BEST.format(found=inner))
        params += [*given, CAP, _RANKED, name, BY_LENGTH, size]
    best: dict[str, Best] = {}
    if not parts:
        return best
    with connections[ShortForm.objects.db].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        for name, n, key, rank in cursor.fetchall():
            count = CappedCount(min(n, CAP), n > CAP)
            best.setdefault(name, Best(count)).ranks[key] = rank
    return best
