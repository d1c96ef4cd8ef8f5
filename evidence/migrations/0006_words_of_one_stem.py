from django.db import migrations

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
        ("core", "0005_words_of_one_stem"),
        ("evidence", "0005_method_6"),
    ]

    operations = [
        migrations.RunSQL(
            sql=SEARCH_ROWS.format(**noun), reverse_sql=migrations.RunSQL.noop
        )
        for noun in (CLAIMS, ARTICLES)
    ]
