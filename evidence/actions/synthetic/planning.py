"""Draws a lot of claims: what becomes of each follows from its number alone.

Of 100 claims 15 have no evidence base, 10 a draft one, 20 can't say by rule and 55 are
graded; together they have about 2.2 items each. Every word is put together from
meaningless syllables.
"""

from typing import Any

from evidence.actions.synthetic.inserting import next_of
from evidence.models import (
    Article,
    ArticleVersion,
    Citation,
    CitedWork,
    Claim,
    ClaimRound,
    EvidenceBase,
    EvidenceItem,
    Grade,
    Mention,
)
from studies.models import Result, Study

CLAIMS_AN_ARTICLE = 5
# Numbers drawn from a row's own number: the same store comes of the same numbers.
_FUNCTIONS = """
CREATE OR REPLACE FUNCTION pg_temp.pick(id bigint, salt int, sides int) RETURNS int
LANGUAGE sql IMMUTABLE AS $$
    SELECT ((hashint8extended(id, salt) & 2147483647) % sides)::int $$;
CREATE OR REPLACE FUNCTION pg_temp.seldom(id bigint, salt int, sides int) RETURNS int
LANGUAGE sql IMMUTABLE AS $$ -- low numbers often, high ones seldom, as words are used
    SELECT floor(sides * power(pg_temp.pick(id, salt, 1000000) / 1e6, 2))::int $$;
CREATE OR REPLACE FUNCTION pg_temp.syllable(id bigint, salt int) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT (ARRAY['zor', 'bli', 'quen', 'tav', 'mur', 'ple', 'skan', 'dro', 'fiv',
        'gul', 'wem', 'yop'])[1 + pg_temp.seldom(id, salt, 12)] $$;
CREATE OR REPLACE FUNCTION pg_temp.word(id bigint, salt int) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT pg_temp.syllable(id, salt) || pg_temp.syllable(id, salt + 1)
        || pg_temp.syllable(id, salt + 2) $$;
"""
_CLAIMS = """
CREATE TEMP TABLE lot ON COMMIT DROP AS
SELECT said.*,
    'Synthetic ' || drug || CASE asserts WHEN 'lowers' THEN ' lowers ' ELSE ' raises '
        END || measure || ' in ' || people AS text,
    CASE fate WHEN 'rule' THEN 'cant_say' WHEN 'graded' THEN
        CASE WHEN certainty = 'very_low' THEN 'cant_say'
        ELSE (ARRAY['supported', 'supported', 'supported', 'contradicted',
            'conflicting'])[1 + pg_temp.pick(id, 3, 5)] END
    ELSE 'not_graded' END AS verdict,
    CASE fate WHEN 'rule' THEN CASE scope WHEN 'cited_only' THEN 'not_searched'
            ELSE 'none_found' END
        WHEN 'graded' THEN CASE certainty WHEN 'very_low' THEN 'too_uncertain'
            ELSE '' END
    ELSE '' END AS because,
    CASE fate WHEN 'graded' THEN 1 + pg_temp.pick(id, 4, 6)
        WHEN 'draft' THEN 1 + pg_temp.pick(id, 4, 4) ELSE 0 END AS items,
    now() - make_interval(days => pg_temp.pick(id, 5, 1000),
        secs => pg_temp.pick(id, 6, 86400)) AS judged_at
FROM (
    SELECT n, id, base_id, study_id, round_id, grade_id, fate,
        CASE fate WHEN 'graded' THEN (ARRAY['very_low', 'very_low', 'very_low', 'low',
                'low', 'low', 'moderate', 'moderate', 'moderate', 'high'
            ])[1 + pg_temp.pick(id, 7, 10)] ELSE 'not_graded' END AS certainty,
        CASE WHEN fate IN ('graded', 'rule') THEN (ARRAY['effect', 'effect', 'effect',
                'harm', 'harm'])[1 + pg_temp.pick(id, 8, 5)]
            ELSE (ARRAY['effect', 'mechanism', 'association', 'prognosis', 'regulatory',
                'practical'])[1 + pg_temp.pick(id, 8, 6)] END AS kind,
        (ARRAY['cited_only', 'cited_only', 'cited_only', 'other_known', 'targeted',
            'systematic'])[1 + pg_temp.pick(id, 9, 6)] AS scope,
        (ARRAY['lowers', 'raises'])[1 + pg_temp.pick(id, 10, 2)] AS asserts,
        pg_temp.word(id, 20) AS drug, pg_temp.word(id, 30) AS measure,
        pg_temp.word(id, 40) || ' people' AS people
    FROM (
        SELECT numbered.*, CASE WHEN pg_temp.pick(id, 1, 100) < 15 THEN 'none'
            WHEN pg_temp.pick(id, 1, 100) < 25 THEN 'draft'
            WHEN pg_temp.pick(id, 1, 100) < 45 THEN 'rule' ELSE 'graded' END AS fate
        FROM (SELECT n, {claim} AS id, {base} AS base_id, {study} AS study_id,
            {round} AS round_id, {grade} AS grade_id
            FROM generate_series(0, %s - 1) n) numbered) fated) said
"""
_MENTIONS = """
CREATE TEMP TABLE told_in ON COMMIT DROP AS
SELECT n, {article} AS id, {version} AS version_id
FROM generate_series(0, greatest(%(size)s / %(each)s, 1) - 1) n;
CREATE TEMP TABLE saying ON COMMIT DROP AS
SELECT *, sum(length(words) + length(marker) + 2)
    OVER (PARTITION BY article_id ORDER BY id)::int - length(words) - length(marker) - 2
    AS start
FROM (
    SELECT {mention} AS id, lot.id AS claim_id, lot.text AS words,
        told_in.id AS article_id, told_in.version_id,
        {work} AS work_id, {citation} AS citation_id,
        CASE WHEN pg_temp.pick(lot.id, 50 + j, 2) = 0 THEN ''
            ELSE ' (' || initcap(lot.drug) || ' ' || 1980 + pg_temp.pick(lot.id, 60, 40)
            || ')' END AS marker
    FROM lot CROSS JOIN generate_series(0, 5) j
    JOIN told_in ON told_in.n
        = mod(lot.n + 7 * j, greatest(%(size)s / %(each)s, 1))
    WHERE j <= pg_temp.seldom(lot.id, 11, 3)) mentioned;
"""
_ITEMS = """
CREATE TEMP TABLE weighed ON COMMIT DROP AS
SELECT shown.*, (asserts = 'lowers') = (bearing = 'supports') AS lower,
    0.5 + pg_temp.pick(result_id, 12, 40) / 100.0 AS below,
    1.1 + pg_temp.pick(result_id, 12, 60) / 100.0 AS above
FROM (
    SELECT {item} AS id, {result} AS result_id, lot.base_id, lot.grade_id, lot.fate,
        lot.asserts, other.study_id, j,
        CASE WHEN lot.fate = 'draft' THEN 'awaiting'
            WHEN j > 0 AND pg_temp.pick(lot.id, 70 + j, 8) = 0 THEN 'excluded'
            ELSE 'included' END AS decision,
        CASE WHEN lot.verdict = 'contradicted'
                OR lot.verdict = 'conflicting' AND mod(j, 2) = 1 THEN 'contradicts'
            ELSE 'supports' END AS bearing
    FROM lot CROSS JOIN LATERAL generate_series(0, lot.items - 1) j
    JOIN lot other ON other.n = mod(lot.n + 13 * j, %s)) shown
"""


def plan_lot(cursor: Any, size: int) -> None:
    """Draw the lot into the tables ``lot``, ``told_in``, ``saying`` and ``weighed``.

    They hold its claims, articles, mentions and items, with the numbers of all rows
    to come, until the transaction ends.
    """
    cursor.execute(_FUNCTIONS)
    cursor.execute(
        "DROP TABLE IF EXISTS pg_temp.lot, pg_temp.told_in, "
        "pg_temp.saying, pg_temp.weighed"
    )
    cursor.execute(
        _CLAIMS.format(
            claim=next_of(Claim),
            base=next_of(EvidenceBase),
            study=next_of(Study),
            round=next_of(ClaimRound),
            grade=next_of(Grade),
        ),
        [size],
    )
    cursor.execute(
        _MENTIONS.format(
            article=next_of(Article),
            version=next_of(ArticleVersion),
            mention=next_of(Mention),
            work=next_of(CitedWork),
            citation=next_of(Citation),
        ),
        {"size": size, "each": CLAIMS_AN_ARTICLE},
    )
    cursor.execute(
        _ITEMS.format(item=next_of(EvidenceItem), result=next_of(Result)), [size]
    )
