"""The functions in the database by which texts are stored and looked for as words.

``search_words`` is the one place where spellings are brought into one form, for stored
texts and for what is looked for alike. It calls nothing that is not immutable, so that
generated columns can; accents are the dictionary's part.
"""

from texts.greek import GREEK
from texts.ligatures import PLAIN
from texts.one_stem import MARK, MARKED, NAMED

_PUNCTUATION = (
    r"!-/:-@\[-`{-~\t\n\r\f\v"  # a class: translate() takes ten times as long
)
_QUOTES = "’‘ʼ′`´＇"
_DASHES = r"\u2010-\u2015\u2212"
_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "ł": "l"}
_CJK = (
    r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
    r"\u0e00-\u0e7f"
)
# Signs beyond ASCII that are no letters: general punctuation, arrows and symbols.
_SIGNS = r"\u00a0-\u00a9\u00ab-\u00b1\u00b4-\u00b9\u00bb-\u00bf\u00d7\u00f7"
_MORE_SIGNS = (
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2bff\u3000-\u3003\u3008-\u3030"
)
# What a number behind it with a hyphen is not called by: "under-5 mortality".
_COUNTING = (
    "under|over|age|aged|ages|top|first|last|non|pre|post|mid|sub|early|late|plus|"
    "minus|up|to|than|every|per|each|hours?|days?|weeks?|months?|years?"
)
_JOINED = r"\u0001"  # chr(1), behind a number that is part of a name


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _replaced(pairs: dict[str, str], expression: str = "t") -> str:
    """An expression that replaces letters of ``t``."""
    for letter, other in pairs.items():
        expression = f"replace({expression}, {_quoted(letter)}, {_quoted(other)})"
    return expression


def _greek() -> str:
    """Statements that write a Greek letter that stands alone as its name.

    A letter is looked for first: the database remembers 32 patterns, and these are 22.
    """
    alone = "(?<![\\u0370-\\u03ff]){}(?![\\u0370-\\u03ff])"
    return "\n".join(
        f"IF strpos(t, '{letter}') + strpos(t, '{letter.upper()}') > 0 THEN "
        f"t := regexp_replace(t, '{alone.format(letter)}', ' {name} ', 'gi'); END IF;"
        for letter, name in GREEK.items()
    )


_BEYOND_ASCII = f"""
        t := normalize(t, NFKC);
        t := regexp_replace(t, '[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff]',
            '', 'g');
        t := regexp_replace(t, '[{_QUOTES}]', '''', 'g');
        t := {_replaced(_LIGATURES)};
        t := regexp_replace(t, '\\u03bc(?=[glmGLM]\\M)', 'mc', 'g');
        IF t ~ '[\\u0391-\\u03c9]' THEN
            {_greek()}
        END IF;
        t := regexp_replace(t, '([{_CJK}])', ' \\1 ', 'g');
        t := regexp_replace(t, '[{_DASHES}](?=\\d)', '-', 'g');
        t := regexp_replace(t, '[{_SIGNS}{_MORE_SIGNS}]', ' ', 'g');
"""
_SEARCH_WORDS = f"""
DECLARE
    t text := given;
BEGIN
    IF octet_length(t) <> length(t) THEN{_BEYOND_ASCII}    END IF;
    IF position('''' IN t) > 0 THEN  -- a woman's, women's
        t := regexp_replace(t, '''s\\M', '', 'gi');
    END IF;
    IF t ~ '[A-Z][A-Z]' THEN  -- RCTs are RCT; of AIDS and ILS the S is no plural
        t := regexp_replace(t, '\\m([A-Z]{{2,}})s\\M', '\\1', 'g');
        t := regexp_replace(t, '\\m([A-Z]{{2,3}})S\\M', '\\1Sx', 'g');
    END IF;
    IF t ~ '\\d' THEN  -- the number of IL6 and of IL-6 is none that counts anything
        t := regexp_replace(t, '\\m({_COUNTING})-(?=\\d)', '\\1 ', 'gi');
        t := regexp_replace(t, '([^\\d\\s{_PUNCTUATION}])-?(\\d{{1,3}})(?!\\d)',
            '\\1 \\2' || chr(1) || ' ', 'g');
    END IF;
    -- whatever is no letter and no digit parts words
    t := regexp_replace(lower(t), '[{_PUNCTUATION}]', ' ', 'g');
    t := regexp_replace(t, '\\m([a-z]{{2}})s\\M', '\\1sx', 'g');
    IF t ~ '\\d' THEN
        t := regexp_replace(t, '(\\d)(?!{MARK}\\M)(?=[^\\d\\s{_JOINED}])', '\\1 ', 'g');
        t := regexp_replace(t, '([^\\d\\s])(?=\\d)', '\\1 ', 'g');
        t := replace(t, chr(1), '{MARK}');
    END IF;
    IF position('z' IN t) > 0 THEN  -- organize and organise; Zhang is not Shang
        t := regexp_replace(t, '([iy])z(?=[aei])', '\\1s', 'g');
    END IF;
    IF position('ae' IN t) > 0 OR position('oe' IN t) > 0 THEN  -- oestrogen
        t := {_replaced(PLAIN)};
    END IF;
    -- several is not severe: a hundred times replace() takes a fifth of one pattern
    RETURN {_replaced(MARKED, "(' ' || t || ' ')")};
END
"""
# Endings of which some part may be left to a word that was begun: of "severit" a "y".
_ENDINGS = (
    "able al ally ance ancy ant ate ation ational ed ement ence ency ent er ful ible "
    "ic ical ics ied ies ing ings ion ity ities ive ment ness or ous s tive ly y"
).split()
_TAILS = " ".join(
    sorted({end[place:] for end in _ENDINGS for place in range(len(end) + 1)})
)
# Of names no stem is taken, and each is marked: Davis is not Davies, nor Green Greene.
# What a generated column calls calls no function of ours: where a store is restored, it
# would not be found.
_NO_NAME = rf"\d\s{_PUNCTUATION}{_QUOTES}{_SIGNS}{_MORE_SIGNS}".replace("'", "")


def _marked_names(expression: str) -> str:
    whole = f"regexp_replace({expression}, '[''{_QUOTES}]s\\M', '', 'gi')"
    name = f"[^{_NO_NAME}]*[A-Za-z][^{_NO_NAME}]*"
    return f"regexp_replace({whole}, '({name})', '\\1{NAMED}', 'g')"


_SEARCH_NAMED = f"SELECT {_marked_names('given')}"
_SEARCH_NAMES = f"""
    SELECT {_marked_names("string_agg(name #>> '{}', ' ')")}
    FROM jsonb_path_query(given, '$[*].*') AS name
"""
# Words are looked for as words and, few of them, as names; a number that follows one as
# part of what is called so and as none: "IL 6" is IL-6.
_SEARCH_PHRASE = f"""
DECLARE
    forms text[] := ARRAY[search_words(given)];
    form text;
    found tsquery;
BEGIN
    IF given ~ '[A-Za-z]' AND given !~ '(\\S\\s+.*){{3}}' THEN
        forms := forms || search_words(search_named(given));
    END IF;
    FOREACH form IN ARRAY forms LOOP
        form := btrim(regexp_replace(form, '\\s+', ' ', 'g'));
        found := coalesce(found || phraseto_tsquery('finding', form),
            phraseto_tsquery('finding', form));
        IF form ~ '[a-z] \\d' THEN
            found := found || phraseto_tsquery('finding', CASE
                WHEN form ~ '\\d{MARK}\\M'
                THEN regexp_replace(form, '(\\d){MARK}\\M', '\\1', 'g')
                ELSE regexp_replace(form, '([a-z] )(\\d{{1,3}})(?= |$)',
                    '\\1\\2{MARK}', 'g')
                END);
        END IF;
    END LOOP;
    RETURN found;
END
"""
# The last word of a prefix is not stemmed: "vitam" is no word yet. What is stored as
# less than was typed is looked for too: "severit" is the beginning of "severity",
# which is stored as "sever".
_SEARCH_QUERY = f"""
DECLARE
    words text;
    begun text;
    stems text;
    found tsquery;
BEGIN
    IF is_prefix THEN
        words := btrim(regexp_replace(search_words(given), '[^[:alnum:]\\s]', '', 'g'));
        IF words = '' THEN
            RETURN ''::tsquery;
        END IF;
        begun := regexp_replace(substring(words FROM '\\S+$'), '^(..s)x$', '\\1');
        found := to_tsquery('finding_prefix', begun || ':*');
        IF begun ~ '[iy]z$' THEN  -- of "criticize" there is an S
            found := found || to_tsquery('finding_prefix', left(begun, -1) || 's:*');
        END IF;
        IF begun ~ '^[a-z]{{4,}}$' THEN
            SELECT string_agg(quote_literal(stem), ' | ') INTO stems
            FROM unnest(tsvector_to_array(to_tsvector('finding', search_words((
                SELECT string_agg(replace(begun, '{MARK}', '') || tail, ' ')
                FROM unnest(string_to_array('{_TAILS}', ' ')) AS tail))))) AS stem
            WHERE length(stem) > 2 AND NOT starts_with(stem, begun)
                AND starts_with(replace(begun, '{MARK}', ''),
                    left(replace(stem, '{MARK}', ''), -1));
            found := found || coalesce(stems, '')::tsquery;
        END IF;
        words := substring(words FROM '^(.*\\s)\\S+$');  -- what stands before it
        IF words <> '' THEN
            found := tsquery_phrase(search_phrase(words), found);
        END IF;
    ELSE
        found := search_phrase(given);
    END IF;
    IF weights <> '' AND found <> ''::tsquery THEN
        found := regexp_replace(found::text, '(''[^'']+'')(:)?', '\\1:' || weights,
            'g')::tsquery;
    END IF;
    RETURN found;
END
"""
MAKE_WORDS = f"""
    CREATE OR REPLACE FUNCTION search_words(given text) RETURNS text
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $${_SEARCH_WORDS}$$;
"""
MAKE_NAMES = f"""
    CREATE OR REPLACE FUNCTION search_named(given text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $${_SEARCH_NAMED}$$;
    CREATE OR REPLACE FUNCTION search_names(given jsonb) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $${_SEARCH_NAMES}$$;
"""
MAKE_QUERY = f"""
    CREATE OR REPLACE FUNCTION search_phrase(given text) RETURNS tsquery
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $${_SEARCH_PHRASE}$$;
    CREATE OR REPLACE FUNCTION search_query(given text, weights text, is_prefix boolean)
        RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
        AS $${_SEARCH_QUERY}$$;
"""
MAKE = f"""
    CREATE TEXT SEARCH DICTIONARY finding_stem
        (TEMPLATE = snowball, Language = english);
    CREATE TEXT SEARCH CONFIGURATION finding (COPY = simple);
    ALTER TEXT SEARCH CONFIGURATION finding
        ALTER MAPPING FOR asciiword WITH finding_stem;
    ALTER TEXT SEARCH CONFIGURATION finding
        ALTER MAPPING FOR word, numword WITH unaccent, finding_stem;
    CREATE TEXT SEARCH CONFIGURATION finding_prefix (COPY = simple);
    ALTER TEXT SEARCH CONFIGURATION finding_prefix
        ALTER MAPPING FOR word, numword WITH unaccent, simple;
    {MAKE_WORDS}
    {MAKE_NAMES}
    {MAKE_QUERY}
"""
DROP = """
    DROP FUNCTION search_query(text, text, boolean);
    DROP FUNCTION search_phrase(text);
    DROP FUNCTION search_names(jsonb);
    DROP FUNCTION search_named(text);
    DROP FUNCTION search_words(text);
    DROP TEXT SEARCH CONFIGURATION finding_prefix;
    DROP TEXT SEARCH CONFIGURATION finding;
    DROP TEXT SEARCH DICTIONARY finding_stem;
"""
