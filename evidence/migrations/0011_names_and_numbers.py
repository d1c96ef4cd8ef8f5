from django.db import migrations

ARTICLE_WORDS = "\nCREATE OR REPLACE FUNCTION search_words_of_articles(ids bigint[]) RETURNS void\nLANGUAGE plpgsql AS $$\nBEGIN\n    PERFORM 1 FROM articles_articlesearch WHERE article_id = ANY(ids) ORDER BY article_id FOR UPDATE;\n    DELETE FROM articles_articlesearch t WHERE t.article_id = ANY(ids) AND NOT EXISTS (\n        SELECT 1 FROM articles_article r WHERE r.id = t.article_id\n            AND r.withdrawn_at IS NULL AND r.merged_into_id IS NULL);\n    INSERT INTO articles_articlesearch (article_id, words, marks, captured_at, claim_count, suggestion_count)\n    SELECT id, words, '{}', captured_at, claim_count, suggestion_count FROM (\n    SELECT a.id,\n        setweight(to_tsvector('finding', search_words(left(a.title, 200000))), 'A')\n        || setweight(to_tsvector('finding', search_words(left(concat_ws(' . ', search_named(a.author), o.name), 200000))), 'B')\n        || setweight(to_tsvector('finding', search_words(left(coalesce(topics.names, ''), 200000))), 'C')\n        || setweight(to_tsvector('finding', search_words(left(coalesce(v.text, ''), 200000))), 'D') AS words,\n        v.captured_at, 0 AS claim_count, 0 AS suggestion_count\n    FROM articles_article a\n    LEFT JOIN articles_outlet o ON o.id = a.outlet_id\n    LEFT JOIN LATERAL (\n        SELECT text, created_at AS captured_at FROM articles_articleversion\n        WHERE article_id = a.id ORDER BY number DESC LIMIT 1\n    ) v ON true\n    LEFT JOIN LATERAL (\n        SELECT string_agg(t.name, ' . ') AS names\n        FROM articles_articletopic l JOIN studies_topic t ON t.id = l.topic_id\n        WHERE l.article_id = a.id AND t.withdrawn_at IS NULL\n            AND t.merged_into_id IS NULL\n    ) topics ON true\n    WHERE a.id = ANY(ids) AND a.withdrawn_at IS NULL AND a.merged_into_id IS NULL) made\n    ON CONFLICT (article_id) DO UPDATE SET words = EXCLUDED.words, captured_at = EXCLUDED.captured_at\n        WHERE articles_articlesearch.words <> EXCLUDED.words\n            OR articles_articlesearch.captured_at IS DISTINCT FROM EXCLUDED.captured_at\n        ;\nEND $$;\n"
# Claims and articles are found by rows of their own, which are made by functions.
SEARCH_ROWS = """
    DO $$
    DECLARE
        ids bigint[];
        last bigint := 0;
    BEGIN
        LOOP
            SELECT array_agg(id), max(id) INTO ids, last FROM (
                SELECT {key} AS id FROM {table} WHERE {key} > last
                ORDER BY {key} LIMIT 1000) next;
            EXIT WHEN ids IS NULL;
            PERFORM search_words_of_{noun}s(ids);
        END LOOP;
    END $$;
"""
CLAIMS = {"noun": "claim", "table": "claims_claimsearch", "key": "claim_id"}
ARTICLES = {"noun": "article", "table": "articles_articlesearch", "key": "article_id"}


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0006_names_and_numbers"),
        ("evidence", "0010_method_8"),
    ]

    operations = [
        migrations.RunSQL(sql=ARTICLE_WORDS, reverse_sql=migrations.RunSQL.noop),
        *(
            migrations.RunSQL(
                sql=SEARCH_ROWS.format(**noun), reverse_sql=migrations.RunSQL.noop
            )
            for noun in (CLAIMS, ARTICLES)
        ),
    ]
