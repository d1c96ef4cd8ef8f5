from django.db import migrations

# Terms are known by another key: without blanks, spelt as stored words are.
KEYS = """
    CREATE FUNCTION pg_temp.key_of(old text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT regexp_replace(replace(regexp_replace(
            regexp_replace(regexp_replace(replace(old, 'z', 's'),
            'se$', 'si'), 'ie$', 'y'),
            '[ao]e(?=[a-z]{2})', 'e', 'g'), ' ', ''),
            '[ao]e(?=[a-z]{2})', 'e', 'g')
    $$;
    DELETE FROM core_shortform WHERE id IN (
        SELECT id FROM (
            SELECT id, row_number() OVER (
                PARTITION BY pg_temp.key_of(short_key), pg_temp.key_of(long_key),
                    source_model, source_row
                ORDER BY id) AS n
            FROM core_shortform) each
        WHERE n > 1);
    UPDATE core_shortform
    SET short_key = pg_temp.key_of(short_key), long_key = pg_temp.key_of(long_key);
    DROP FUNCTION pg_temp.key_of(text);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_reviewing"),
    ]

    operations = [
        migrations.RunSQL(
            sql="\n    CREATE OR REPLACE FUNCTION search_words(given text) RETURNS text\n        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$\nDECLARE\n    t text := given;\nBEGIN\n    IF octet_length(t) <> length(t) THEN\n        t := normalize(t, NFKC);\n        t := regexp_replace(t, '[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff]',\n            '', 'g');\n        t := regexp_replace(t, '[’‘ʼ′`´＇]', '''', 'g');\n        t := replace(replace(replace(replace(replace(replace(replace(t, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l');\n        t := regexp_replace(t, '\\u03bc(?=[glmGLM]\\M)', 'mc', 'g');\n        IF t ~ '[\\u0391-\\u03c9]' THEN\n            IF strpos(t, 'α') + strpos(t, 'Α') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])α(?![\\u0370-\\u03ff])', ' alpha ', 'gi'); END IF;\nIF strpos(t, 'β') + strpos(t, 'Β') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])β(?![\\u0370-\\u03ff])', ' beta ', 'gi'); END IF;\nIF strpos(t, 'γ') + strpos(t, 'Γ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])γ(?![\\u0370-\\u03ff])', ' gamma ', 'gi'); END IF;\nIF strpos(t, 'δ') + strpos(t, 'Δ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])δ(?![\\u0370-\\u03ff])', ' delta ', 'gi'); END IF;\nIF strpos(t, 'ε') + strpos(t, 'Ε') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])ε(?![\\u0370-\\u03ff])', ' epsilon ', 'gi'); END IF;\nIF strpos(t, 'ζ') + strpos(t, 'Ζ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])ζ(?![\\u0370-\\u03ff])', ' zeta ', 'gi'); END IF;\nIF strpos(t, 'η') + strpos(t, 'Η') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])η(?![\\u0370-\\u03ff])', ' eta ', 'gi'); END IF;\nIF strpos(t, 'θ') + strpos(t, 'Θ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])θ(?![\\u0370-\\u03ff])', ' theta ', 'gi'); END IF;\nIF strpos(t, 'ι') + strpos(t, 'Ι') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])ι(?![\\u0370-\\u03ff])', ' iota ', 'gi'); END IF;\nIF strpos(t, 'κ') + strpos(t, 'Κ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])κ(?![\\u0370-\\u03ff])', ' kappa ', 'gi'); END IF;\nIF strpos(t, 'λ') + strpos(t, 'Λ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])λ(?![\\u0370-\\u03ff])', ' lambda ', 'gi'); END IF;\nIF strpos(t, 'μ') + strpos(t, 'Μ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])μ(?![\\u0370-\\u03ff])', ' mu ', 'gi'); END IF;\nIF strpos(t, 'ν') + strpos(t, 'Ν') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])ν(?![\\u0370-\\u03ff])', ' nu ', 'gi'); END IF;\nIF strpos(t, 'ξ') + strpos(t, 'Ξ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])ξ(?![\\u0370-\\u03ff])', ' xi ', 'gi'); END IF;\nIF strpos(t, 'π') + strpos(t, 'Π') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])π(?![\\u0370-\\u03ff])', ' pi ', 'gi'); END IF;\nIF strpos(t, 'ρ') + strpos(t, 'Ρ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])ρ(?![\\u0370-\\u03ff])', ' rho ', 'gi'); END IF;\nIF strpos(t, 'σ') + strpos(t, 'Σ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])σ(?![\\u0370-\\u03ff])', ' sigma ', 'gi'); END IF;\nIF strpos(t, 'τ') + strpos(t, 'Τ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])τ(?![\\u0370-\\u03ff])', ' tau ', 'gi'); END IF;\nIF strpos(t, 'φ') + strpos(t, 'Φ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])φ(?![\\u0370-\\u03ff])', ' phi ', 'gi'); END IF;\nIF strpos(t, 'χ') + strpos(t, 'Χ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])χ(?![\\u0370-\\u03ff])', ' chi ', 'gi'); END IF;\nIF strpos(t, 'ψ') + strpos(t, 'Ψ') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])ψ(?![\\u0370-\\u03ff])', ' psi ', 'gi'); END IF;\nIF strpos(t, 'ω') + strpos(t, 'Ω') > 0 THEN t := regexp_replace(t, '(?<![\\u0370-\\u03ff])ω(?![\\u0370-\\u03ff])', ' omega ', 'gi'); END IF;\n        END IF;\n        t := regexp_replace(t, '([\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uac00-\\ud7af\\u0e00-\\u0e7f])', ' \\1 ', 'g');\n        t := regexp_replace(t, '[\\u00a0-\\u00a9\\u00ab-\\u00b1\\u00b4-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20cf\\u2100-\\u2bff\\u3000-\\u3003\\u3008-\\u3030]', ' ', 'g');\n    END IF;\n    IF position('''' IN t) > 0 THEN  -- a woman's, women's\n        t := regexp_replace(t, '''s\\M', '', 'gi');\n    END IF;\n    IF t ~ '[A-Z][A-Z]' THEN  -- RCTs are RCT; of AIDS and ILS the S is no plural\n        t := regexp_replace(t, '\\m([A-Z]{2,})s\\M', '\\1', 'g');\n        t := regexp_replace(t, '\\m([A-Z]{2,3})S\\M', '\\1Sx', 'g');\n    END IF;\n    -- organize and organise; whatever is no letter and no digit parts words\n    t := replace(regexp_replace(lower(t), '[!-/:-@\\[-`{-~\\t\\n\\r\\f\\v]', ' ', 'g'), 'z', 's');\n    t := regexp_replace(t, '\\m([a-z]{2})s\\M', '\\1sx', 'g');\n    IF t ~ '\\d' THEN  -- IL6 is IL 6\n        t := regexp_replace(t, '(\\d)(?=[^\\d\\s])', '\\1 ', 'g');\n        t := regexp_replace(t, '([^\\d\\s])(?=\\d)', '\\1 ', 'g');\n    END IF;\n    IF position('ae' IN t) > 0 OR position('oe' IN t) > 0 THEN  -- oestrogen\n        t := regexp_replace(t, '[ao]e(?=[a-z]{2})', 'e', 'g');\n    END IF;\n    RETURN t;\nEND\n$$;\n",
            reverse_sql="",
        ),
        migrations.RunSQL(sql=KEYS, reverse_sql=migrations.RunSQL.noop),
    ]
