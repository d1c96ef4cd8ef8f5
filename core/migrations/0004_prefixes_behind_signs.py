from django.db import migrations

MAKE_QUERY = "\n    CREATE OR REPLACE FUNCTION search_query(given text, weights text, is_prefix boolean)\n        RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE\n        AS $$\nDECLARE\n    words text := btrim(search_words(given));\n    found tsquery;\nBEGIN\n    IF is_prefix THEN\n        words := btrim(regexp_replace(words, '[^[:alnum:]\\s]', '', 'g'));\n        IF words = '' THEN\n            RETURN ''::tsquery;\n        END IF;\n        found := to_tsquery('finding_prefix',\n            regexp_replace(words, '\\s+', ' <-> ', 'g') || ':*');\n    ELSE\n        found := phraseto_tsquery('finding', words);\n    END IF;\n    IF weights <> '' AND found <> ''::tsquery THEN\n        found := regexp_replace(found::text, '(''[^'']+'')(:)?', '\\1:' || weights,\n            'g')::tsquery;\n    END IF;\n    RETURN found;\nEND\n$$;\n"


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_short_form_keys"),
    ]

    operations = [
        # A sign before the first word of a prefix left a blank, which is no query.
        migrations.RunSQL(sql=MAKE_QUERY, reverse_sql=migrations.RunSQL.noop),
    ]
