"""What claims and articles are found by, as the database makes it of their tables.

``MAKE`` holds a function for each, that makes the search rows of some ids anew, and the
triggers that call it for the rows that a statement touched. The rows are derived: they
are in no history and no feed, and ``manage.py rebuild_search`` makes them all.
"""

from collections.abc import Iterator

from bibliography.records import UNCONFIRMED
from evidence.finding.touches_sql import TOUCHES

# Of a text of any length so many characters are searched: a vector has its limit.
_VECTOR = "setweight(to_tsvector('finding', search_words(left({}, 200000))), '{}')"
_LATEST_BASE = """
    SELECT DISTINCT ON (b.claim_id) b.claim_id, b.id
    FROM evidence_evidencebase b
    WHERE b.frozen_at IS NOT NULL AND b.claim_id = ANY(ids)
    ORDER BY b.claim_id, b.number DESC"""
_COUNTED = f"""
    SELECT b.claim_id, r.id AS result_id, r.study_id, r.outcome_id,
        r.compiled_from_id, p.reference_id
    FROM ({_LATEST_BASE}) b
    JOIN evidence_evidenceitem i ON i.base_id = b.id AND i.decision = 'included'
    LEFT JOIN studies_result r ON r.id = i.result_id
    LEFT JOIN evidence_passage p ON p.id = i.passage_id"""
_MENTIONS = """
    SELECT m.id, m.claim_id, m.article_id
    FROM articles_mention m
    JOIN articles_article a ON a.id = m.article_id AND a.withdrawn_at IS NULL
    WHERE m.status = 'accepted' AND m.claim_id = ANY(ids)"""
_CLAIM_WORDS = f"""
    SELECT c.id,
        {_VECTOR.format("c.text", "A")}
        || {
    _VECTOR.format(
        "concat_ws(' . ', c.population, c.intervention,"
        " c.comparator, c.outcome, topics.names, outcomes.names)",
        "C",
    )
}
        || {_VECTOR.format("coalesce(said.words, '')", "D")} AS words
    FROM claims_claim c
    LEFT JOIN LATERAL (
        SELECT string_agg(t.name, ' . ') AS names
        FROM claims_claimtopic l JOIN studies_topic t ON t.id = l.topic_id
        WHERE l.claim_id = c.id AND t.withdrawn_at IS NULL AND t.merged_into_id IS NULL
    ) topics ON true
    LEFT JOIN (
        SELECT claim_id, string_agg(DISTINCT o.name, ' . ') AS names
        FROM (
            SELECT claim_id, outcome_id FROM ({_COUNTED}) counted
            UNION SELECT id, outcome_measured_id FROM claims_claim WHERE id = ANY(ids)
        ) named JOIN studies_outcome o ON o.id = named.outcome_id
        GROUP BY claim_id
    ) outcomes ON outcomes.claim_id = c.id
    LEFT JOIN (
        SELECT claim_id, string_agg(DISTINCT words, ' . ') AS words
        FROM (
            SELECT claim_id, n.exact AS words
            FROM ({_MENTIONS}) m
            JOIN articles_anchor n ON n.mention_id = m.id AND n.state <> 'gone'
            UNION SELECT claim_id, a.title
            FROM ({_MENTIONS}) m JOIN articles_article a ON a.id = m.article_id
        ) each
        GROUP BY claim_id
    ) said ON said.claim_id = c.id
    WHERE c.id = ANY(ids) AND c.withdrawn_at IS NULL AND c.merged_into_id IS NULL"""
_CITED = f"""
    SELECT m.claim_id, m.article_id, m.id AS mention_id, w.found, w.reference_id
    FROM ({_MENTIONS}) m
    LEFT JOIN articles_mentioncitation l ON l.mention_id = m.id
    LEFT JOIN articles_citation n ON n.id = l.citation_id
    LEFT JOIN articles_citedwork w ON w.id = n.cited_work_id"""
_CLAIM_MARKS = f"""
    SELECT id, unnest(ARRAY[
        'verdict:' || verdict, 'certainty:' || certainty, 'kind:' || kind,
        'scope:' || NULLIF(scope, ''), 'standing:' || NULLIF(standing, ''),
        'newer:' || NULLIF(newer_standing, ''),
        'needs_review:' || needs_review]) AS mark
    FROM claims_claim WHERE id = ANY(ids)
    UNION SELECT claim_id, 'topic:' || topic_id
    FROM claims_claimtopic WHERE claim_id = ANY(ids)
    UNION SELECT claim_id, 'design:' || s.design
    FROM ({_COUNTED}) counted JOIN studies_study s ON s.id = counted.study_id
    UNION SELECT claim_id, 'resting:retracted'
    FROM ({_COUNTED}) counted
    WHERE is_retracted(compiled_from_id) OR is_retracted(reference_id)
        OR EXISTS (SELECT 1 FROM studies_report e WHERE e.study_id = counted.study_id
            AND e.role = 'main' AND is_retracted(e.reference_id))
    UNION SELECT claim_id, 'citing:' || CASE
        WHEN cited.found IS NULL THEN 'nothing'
        WHEN cited.found = 'not_found' THEN 'not_found' END
    FROM ({_CITED}) cited
    UNION SELECT claim_id, 'citing:retracted'
    FROM ({_CITED}) cited WHERE is_retracted(reference_id)
    UNION SELECT m.claim_id, 'citing:not_said'
    FROM ({_MENTIONS}) m JOIN articles_citationsupport s ON s.mention_id = m.id
        AND s.superseded_at IS NULL
        AND s.answer IN ('does_not_support', 'contradicts', 'unrelated')
    UNION (SELECT m.claim_id,
        'article_year:' || max(substring(a.published FROM '^[12][0-9]{{3}}'))
    FROM ({_MENTIONS}) m JOIN articles_article a ON a.id = m.article_id
    GROUP BY m.claim_id)"""
_ARTICLE_WORDS = f"""
    SELECT a.id,
        {_VECTOR.format("a.title", "A")}
        || {_VECTOR.format("concat_ws(' . ', search_named(a.author), o.name)", "B")}
        || {_VECTOR.format("coalesce(topics.names, '')", "C")}
        || {_VECTOR.format("coalesce(v.text, '')", "D")} AS words,
        v.captured_at, 0 AS claim_count, 0 AS suggestion_count
    FROM articles_article a
    LEFT JOIN articles_outlet o ON o.id = a.outlet_id
    LEFT JOIN LATERAL (
        SELECT text, created_at AS captured_at FROM articles_articleversion
        WHERE article_id = a.id ORDER BY number DESC LIMIT 1
    ) v ON true
    LEFT JOIN LATERAL (
        SELECT string_agg(t.name, ' . ') AS names
        FROM articles_articletopic l JOIN studies_topic t ON t.id = l.topic_id
        WHERE l.article_id = a.id AND t.withdrawn_at IS NULL
            AND t.merged_into_id IS NULL
    ) topics ON true
    WHERE a.id = ANY(ids) AND a.withdrawn_at IS NULL AND a.merged_into_id IS NULL"""
_ARTICLE_MENTIONS = """
        JOIN (SELECT a.id, count(*) FILTER (WHERE m.status = 'accepted') AS accepted,
                count(*) FILTER (WHERE m.status = 'suggested') AS suggested
            FROM unnest(ids) a(id) LEFT JOIN articles_mention m ON m.article_id = a.id
            GROUP BY a.id) n USING (id)"""
_ARTICLE_MARKS = """
    SELECT id, unnest(ARRAY['sells:' || sells, 'licence:' || licence,
        'outlet:' || outlet_id]) AS mark
    FROM articles_article WHERE id = ANY(ids)
    UNION SELECT article_id, 'topic:' || topic_id
    FROM articles_articletopic WHERE article_id = ANY(ids)
    UNION SELECT m.article_id, 'claims:' || c.verdict
    FROM articles_mention m JOIN claims_claim c ON c.id = m.claim_id
    WHERE m.article_id = ANY(ids) AND m.status = 'accepted'
    UNION SELECT article_id, 'left:true'
    FROM articles_mention WHERE article_id = ANY(ids) AND status = 'suggested'
    UNION SELECT m.article_id, 'citing:nothing'
    FROM articles_mention m
    WHERE m.article_id = ANY(ids) AND m.status = 'accepted' AND NOT EXISTS (
        SELECT 1 FROM articles_mentioncitation l WHERE l.mention_id = m.id)
    UNION SELECT article_id, 'citing:not_found'
    FROM articles_citedwork
    WHERE article_id = ANY(ids) AND merged_into_id IS NULL
        AND articles_citedwork.found = 'not_found'"""

# ``retraction_stands`` of ``bibliography.notices.models``, of one reference: the two
# change together.
_CONFIRMED = """(
    NOT EXISTS (SELECT 1 FROM bibliography_noticesource s WHERE s.notice_id = {0}.id)
    OR EXISTS (SELECT 1 FROM bibliography_noticesource s
        WHERE s.notice_id = {0}.id AND s.source NOT IN ({1})))"""
_UNCONFIRMED = ", ".join(f"'{source}'" for source in UNCONFIRMED)
_IS_RETRACTED = f"""
CREATE FUNCTION is_retracted(reference bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM bibliography_notice n
        WHERE n.reference_id = reference AND n.kind = 'retraction'
            AND n.withdrawn_at IS NULL AND {_CONFIRMED.format("n", _UNCONFIRMED)}
            AND NOT EXISTS (
                SELECT 1 FROM bibliography_notice l
                WHERE l.reference_id = reference AND l.kind = 'reinstatement'
                    AND l.withdrawn_at IS NULL
                    AND {_CONFIRMED.format("l", _UNCONFIRMED)}
                    AND CASE WHEN l.dated IS NULL OR n.dated IS NULL THEN l.id > n.id
                        ELSE l.dated >= n.dated END))
$$;
"""
# The words of a row and its marks are made apart: an article's text is long, and what
# is decided on it is not in it.
_WORDS_OF = """
CREATE FUNCTION search_words_of_{noun}s(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM {table} WHERE {key} = ANY(ids) ORDER BY {key} FOR UPDATE;
    DELETE FROM {table} t WHERE t.{key} = ANY(ids) AND NOT EXISTS (
        SELECT 1 FROM {of} r WHERE r.id = t.{key}
            AND r.withdrawn_at IS NULL AND r.merged_into_id IS NULL);
    INSERT INTO {table} ({key}, words, marks{sorted})
    SELECT id, words, '{{}}'{sorted} FROM ({words}) made
    ON CONFLICT ({key}) DO UPDATE SET words = EXCLUDED.words{words_too}
        WHERE {words_differ};
END $$;
"""
_MARKS_OF = """
CREATE FUNCTION search_marks_of_{noun}s(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM {table} WHERE {key} = ANY(ids) ORDER BY {key} FOR UPDATE;
    WITH made AS (
        SELECT id, array_agg(mark ORDER BY mark) AS marks
        FROM ({marks}) each WHERE mark IS NOT NULL GROUP BY id)
    UPDATE {table} t SET marks = made.marks{marks_too}
    FROM made{counted} WHERE made.id = t.{key} AND {marks_differ};
END $$;
"""
# Called with the functions to call and an SQL for ids of touched rows ``r``.
_TOUCHED = """
CREATE FUNCTION search_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ids bigint[];
    made text;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format('WITH r AS (
            SELECT n.* FROM rows n JOIN before o USING (id) WHERE (%1$s)
            UNION ALL SELECT o.* FROM rows n JOIN before o USING (id) WHERE (%1$s))
            SELECT array_agg(DISTINCT id) FROM (%2$s) t(id) WHERE id IS NOT NULL',
            TG_ARGV[1], TG_ARGV[0]) INTO ids;
    ELSE
        EXECUTE format('WITH r AS (SELECT * FROM rows)
            SELECT array_agg(DISTINCT id) FROM (%s) t(id) WHERE id IS NOT NULL',
            TG_ARGV[0]) INTO ids;
    END IF;
    IF ids IS NOT NULL THEN
        FOR place IN 2 .. TG_NARGS - 1 LOOP
            EXECUTE format('SELECT %I($1)', TG_ARGV[place]) USING ids;
        END LOOP;
    END IF;
    RETURN NULL;
END $$;
"""


_SHOWN = {
    "insert": "REFERENCING NEW TABLE AS rows",
    "update": "REFERENCING NEW TABLE AS rows OLD TABLE AS before",
    "delete": "REFERENCING OLD TABLE AS rows",
}


def _triggers() -> Iterator[tuple[str, str, str]]:
    """The triggers, each as (name, table, SQL)."""
    for number, touch in enumerate(TOUCHES, 1):
        made = [
            f"search_{what}_of_{touch.noun}s"
            for what, wanted in (("words", touch.words), ("marks", touch.marks))
            if wanted
        ]
        changed = " OR ".join(
            f"n.{column} IS DISTINCT FROM o.{column}"
            for column in touch.columns.split()
        )
        arguments = ", ".join(
            "'" + argument.replace("'", "''") + "'"
            for argument in (touch.ids, changed, *made)
        )
        for operation, referencing in _SHOWN.items():
            # By name triggers are called: after those that keep history and the feed.
            name = f"search_{number:02}_{operation}"
            yield (
                name,
                touch.table,
                f"CREATE TRIGGER {name} AFTER {operation} ON {touch.table} "
                f"{referencing} FOR EACH STATEMENT "
                f"EXECUTE FUNCTION search_touched({arguments});",
            )


_CLAIMS = {
    "noun": "claim",
    "table": "claims_claimsearch",
    "key": "claim_id",
    "of": "claims_claim",
    "words": _CLAIM_WORDS,
    "sorted": "",
    "words_too": "",
    "words_differ": "claims_claimsearch.words <> EXCLUDED.words",
    "marks": _CLAIM_MARKS,
    "marks_too": "",
    "counted": "",
    "marks_differ": "t.marks <> made.marks",
}
_ARTICLES = {
    "noun": "article",
    "table": "articles_articlesearch",
    "key": "article_id",
    "of": "articles_article",
    "words": _ARTICLE_WORDS,
    "sorted": ", captured_at, claim_count, suggestion_count",
    "words_too": ", captured_at = EXCLUDED.captured_at",
    "words_differ": """articles_articlesearch.words <> EXCLUDED.words
            OR articles_articlesearch.captured_at IS DISTINCT FROM EXCLUDED.captured_at
        """,
    "marks": _ARTICLE_MARKS,
    "marks_too": """,
        claim_count = n.accepted, suggestion_count = n.suggested""",
    "counted": _ARTICLE_MENTIONS,
    "marks_differ": """(t.marks <> made.marks
            OR t.claim_count <> n.accepted OR t.suggestion_count <> n.suggested)""",
}


def make() -> str:
    """The SQL that makes the functions and triggers."""
    functions = [
        template.format(**noun)
        for noun in (_CLAIMS, _ARTICLES)
        for template in (_WORDS_OF, _MARKS_OF)
    ]
    return "\n".join(
        [_TOUCHED, _IS_RETRACTED, *functions, *(sql for _, _, sql in _triggers())]
    )


def drop() -> str:
    """The SQL that takes them away."""
    triggers = [f"DROP TRIGGER {name} ON {table};" for name, table, _ in _triggers()]
    functions = [
        f"DROP FUNCTION search_{what}_of_{noun}s(bigint[]);"
        for noun in ("claim", "article")
        for what in ("words", "marks")
    ]
    return "\n".join(
        [
            *triggers,
            "DROP FUNCTION search_touched();",
            *functions,
            "DROP FUNCTION is_retracted(bigint);",
        ]
    )
