from django.db import migrations

# What lists of articles are sorted by stands in their search rows too.
FUNCTIONS = "\nCREATE OR REPLACE FUNCTION search_words_of_articles(ids bigint[]) RETURNS void\nLANGUAGE plpgsql AS $$\nBEGIN\n    PERFORM 1 FROM articles_articlesearch WHERE article_id = ANY(ids) ORDER BY article_id FOR UPDATE;\n    DELETE FROM articles_articlesearch t WHERE t.article_id = ANY(ids) AND NOT EXISTS (\n        SELECT 1 FROM articles_article r WHERE r.id = t.article_id\n            AND r.withdrawn_at IS NULL AND r.merged_into_id IS NULL);\n    INSERT INTO articles_articlesearch (article_id, words, marks, captured_at, claim_count, suggestion_count)\n    SELECT id, words, '{}', captured_at, claim_count, suggestion_count FROM (\n    SELECT a.id,\n        setweight(to_tsvector('finding', search_words(left(a.title, 200000))), 'A')\n        || setweight(to_tsvector('finding', search_words(left(concat_ws(' . ', a.author, o.name), 200000))), 'B')\n        || setweight(to_tsvector('finding', search_words(left(coalesce(topics.names, ''), 200000))), 'C')\n        || setweight(to_tsvector('finding', search_words(left(coalesce(v.text, ''), 200000))), 'D') AS words,\n        v.captured_at, 0 AS claim_count, 0 AS suggestion_count\n    FROM articles_article a\n    LEFT JOIN articles_outlet o ON o.id = a.outlet_id\n    LEFT JOIN LATERAL (\n        SELECT text, created_at AS captured_at FROM articles_articleversion\n        WHERE article_id = a.id ORDER BY number DESC LIMIT 1\n    ) v ON true\n    LEFT JOIN LATERAL (\n        SELECT string_agg(t.name, ' . ') AS names\n        FROM articles_articletopic l JOIN studies_topic t ON t.id = l.topic_id\n        WHERE l.article_id = a.id AND t.withdrawn_at IS NULL\n            AND t.merged_into_id IS NULL\n    ) topics ON true\n    WHERE a.id = ANY(ids) AND a.withdrawn_at IS NULL AND a.merged_into_id IS NULL) made\n    ON CONFLICT (article_id) DO UPDATE SET words = EXCLUDED.words, captured_at = EXCLUDED.captured_at\n        WHERE articles_articlesearch.words <> EXCLUDED.words\n            OR articles_articlesearch.captured_at IS DISTINCT FROM EXCLUDED.captured_at\n        ;\nEND $$;\n\nCREATE OR REPLACE FUNCTION search_marks_of_articles(ids bigint[]) RETURNS void\nLANGUAGE plpgsql AS $$\nBEGIN\n    PERFORM 1 FROM articles_articlesearch WHERE article_id = ANY(ids) ORDER BY article_id FOR UPDATE;\n    WITH made AS (\n        SELECT id, array_agg(mark ORDER BY mark) AS marks\n        FROM (\n    SELECT id, unnest(ARRAY['sells:' || sells, 'licence:' || licence,\n        'outlet:' || outlet_id]) AS mark\n    FROM articles_article WHERE id = ANY(ids)\n    UNION SELECT article_id, 'topic:' || topic_id\n    FROM articles_articletopic WHERE article_id = ANY(ids)\n    UNION SELECT m.article_id, 'claims:' || c.verdict\n    FROM articles_mention m JOIN claims_claim c ON c.id = m.claim_id\n    WHERE m.article_id = ANY(ids) AND m.status = 'accepted'\n    UNION SELECT article_id, 'left:true'\n    FROM articles_mention WHERE article_id = ANY(ids) AND status = 'suggested'\n    UNION SELECT m.article_id, 'citing:nothing'\n    FROM articles_mention m\n    WHERE m.article_id = ANY(ids) AND m.status = 'accepted' AND NOT EXISTS (\n        SELECT 1 FROM articles_mentioncitation l WHERE l.mention_id = m.id)\n    UNION SELECT article_id, 'citing:not_found'\n    FROM articles_citedwork\n    WHERE article_id = ANY(ids) AND merged_into_id IS NULL\n        AND articles_citedwork.found = 'not_found') each WHERE mark IS NOT NULL GROUP BY id)\n    UPDATE articles_articlesearch t SET marks = made.marks,\n        claim_count = n.accepted, suggestion_count = n.suggested\n    FROM made\n        JOIN (SELECT a.id, count(*) FILTER (WHERE m.status = 'accepted') AS accepted,\n                count(*) FILTER (WHERE m.status = 'suggested') AS suggested\n            FROM unnest(ids) a(id) LEFT JOIN articles_mention m ON m.article_id = a.id\n            GROUP BY a.id) n USING (id) WHERE made.id = t.article_id AND (t.marks <> made.marks\n            OR t.claim_count <> n.accepted OR t.suggestion_count <> n.suggested);\nEND $$;\n"
FILL = """
    UPDATE articles_articlesearch t SET captured_at = v.created_at,
        claim_count = n.accepted, suggestion_count = n.suggested
    FROM articles_article a
    LEFT JOIN LATERAL (
        SELECT created_at FROM articles_articleversion
        WHERE article_id = a.id ORDER BY number DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE status = 'accepted') AS accepted,
            count(*) FILTER (WHERE status = 'suggested') AS suggested
        FROM articles_mention WHERE article_id = a.id) n ON true
    WHERE a.id = t.article_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_sorted_articles"),
        ("evidence", "0008_frozen_bases"),
    ]

    operations = [
        migrations.RunSQL(sql=FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(sql=FILL, reverse_sql=migrations.RunSQL.noop),
    ]
