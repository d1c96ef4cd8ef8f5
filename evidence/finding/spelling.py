"""Words that a search may have meant, of those that stand in the store.

The words of all titles are counted once a day; what came since is read where it is
needed, so that a misspelt word finds what was stored a minute ago.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.contrib.postgres.search import TrigramDistance
from django.db import connection
from django.db.models import Q, Value
from rapidfuzz.distance import OSA

from accounts.models import User
from articles.models import Article
from bibliography.models import Reference
from claims.models import Claim
from core.actions import action
from core.jobs import JobRun
from core.models import SearchWord, ShortForm
from core.text_search import lexemes_of, phrase_query
from studies.models import Study, Topic
from texts.search_queries import Phrase, Query
from texts.search_variants import variants

FEW = 3  # things found: with fewer, another spelling is looked for
_SHORTEST, _LONGEST = 4, 40  # letters of a word
_SHORTEST_PIECE = 3  # of two words typed as one
_RECENT = 500  # of the newest rows of a table are read for words
_CANDIDATES = 300
_LONG_ENOUGH = 6  # letters of a word of which two may be wrong
_TIMES_AS_OFTEN = 50  # stands what was meant, where what was typed is in some rows
_SOUNDS = tuple(
    (re.compile(letters), letter)
    for letters, letter in (
        ("ph", "f"),
        ("(?<=[rt])h", ""),
        ("[ao]e", "e"),
        ("y", "i"),
        (r"([a-z])\1", r"\1"),
    )
)
_WORD = re.compile(r"[^\W\d_]{4,40}")
_SHORT = re.compile(r"[A-Z]{2,6}")  # that may be a short form
_BETWEEN = "(?:of|the|and|in|for|to|on)"  # words of which it has no letter
_TEXTS: dict[Any, tuple[str, ...]] = {
    Claim: ("text", "population", "intervention", "outcome"),
    Article: ("title",),
    Reference: ("title",),
    Study: ("label", "title"),
    Topic: ("name",),
}


def did_you_mean(typed: str, query: Query) -> str:
    """What was typed with the words that are nowhere spelt as those that are.

    So are words in few rows beside those that are in many, and a short form that
    nothing explains is written out. Empty where each word is known, or nothing near
    it. Two queries for all its words, two at most for each that is not known.
    """
    words = [word for asked in query.words for word in words_in(asked)]
    shorts = [word for word in query.words if _SHORT.fullmatch(word)]
    if not (words or shorts):
        return ""
    texts = _recent_texts()
    recent = Counter(word for text in texts for word in {*words_in(text)})
    known = dict(SearchWord.objects.filter(word__in=words).values_list("word", "count"))
    spelt = {word: [word, *variants(word)] for word in words}
    lexemes = lexemes_of([*chain(*spelt.values()), *recent])
    stored = {lexeme for word in recent for lexeme in lexemes[word]}
    meant = typed
    for word in words:
        stands = [lexemes[each] for each in spelt[word]]
        count = known.get(word, 0)
        if count >= FEW:
            continue
        count = count or any(each and each <= stored for each in stands)
        often = count * _TIMES_AS_OFTEN
        if other := _nearest(word, recent, often) or ("" if count else _parted(word)):
            meant = _put(other, word, meant)
    for short in shorts:
        if long := _written_out(short, texts):
            meant = re.sub(rf"(?<!\w){short}(?!\w)", long, meant)
    return meant if meant != typed else ""


def _written_out(short: str, texts: list[str]) -> str:
    """The words that most texts have with the letters of a short form; "" for none.

    Which ones it stands for is for a text to explain or an editor to say: these are
    asked about, not searched for. "" too where that was said, or a text has it so.
    """
    alone = re.compile(rf"(?<!\w){short}(?!\w)")
    if any(map(alone.search, texts)) or ShortForm.objects.where_read(short).exists():
        return ""
    words = rf"[\s-]+(?:{_BETWEEN}[\s-]+){{0,2}}".join(
        rf"{one}[^\W\d_]+" for one in short
    )
    found = re.compile(rf"(?<![\w-]){words}(?![\w-])", re.I)
    longs = Counter(
        " ".join(long.lower().split())
        for text in texts
        for long in set(found.findall(text))
    )
    return max(longs, key=lambda long: (longs[long], long), default="")


def _put(other: str, word: str, text: str) -> str:
    """A text with another word for one, in capitals where that is."""

    def written(found: re.Match[str]) -> str:
        if found[0].isupper():
            return other.upper()
        return other.capitalize() if found[0].istitle() else other

    whole = rf"(?<!\w){re.escape(word)}(?!\w)"
    return re.sub(whole, written, text, flags=re.IGNORECASE)


def _nearest(word: str, recent: Counter[str], often: int) -> str:
    """The word nearest to one, the more frequent of two; empty where none is near.

    One that is in few rows is wrong only beside one in at least ``often``, and a letter
    away.
    """
    most = 1 if len(word) < _LONG_ENOUGH or often else 2  # letters wrong
    near = SearchWord.objects.filter(
        Q(word__trigram_similar=word) | Q(word__startswith=word[:3]),
        count__gte=often,
    ).order_by(TrigramDistance("word", word), "word")
    counted = Counter(dict(near.values_list("word", "count")[:_CANDIDATES]))
    if often:
        counted.pop(word, None)
    else:
        counted.update(recent)
    ranked = [
        (_wrong(word, other, most), other[0] != word[0], -count, other)
        for other, count in counted.items()
    ]
    wrong, *_, other = min(ranked, default=(most + 1, False, 0, ""))
    return other if wrong <= most else ""


def _wrong(word: str, other: str, most: int) -> int:
    """How many letters are wrong, at most one more than ``most``.

    To write a word as it sounds is one mistake, however many letters it takes.
    """
    if abs(len(word) - len(other)) <= most:
        wrong = OSA.distance(word, other, score_cutoff=most)
        if wrong <= most:
            return wrong
    return 1 + OSA.distance(_sound(word), _sound(other), score_cutoff=most - 1)


def _sound(word: str) -> str:
    """A word as those write it who only heard it: "diarea", "bisfosfonate"."""
    for letters, letter in _SOUNDS:
        word = letters.sub(letter, word)
    return word


def _parted(word: str) -> str:
    """Two words that were typed as one and stand side by side somewhere; one query.

    Empty where no two such words do.
    """
    places = range(_SHORTEST_PIECE, len(word) - _SHORTEST_PIECE + 1)
    parted = [f"{word[:place]} {word[place:]}" for place in places]
    stands = [
        model.objects.keys_found_by(phrase_query(Phrase(words)))
        .order_by()
        .annotate(words=Value(words))
        .values_list("words", flat=True)[:1]
        for words in parted
        for model in (Claim, Reference)
    ]
    found = stands[0].union(*stands[1:]) if stands else ()
    return min(found, key=parted.index, default="")


def _recent_texts() -> list[str]:
    """The newest rows' texts, a row's as one."""
    return [
        " . ".join(row)
        for model, columns in _TEXTS.items()
        for row in model.objects.current()
        .order_by("-pk")
        .values_list(*columns)[:_RECENT]
    ]


def words_in(text: str) -> Iterable[str]:
    return (word.lower() for word in _WORD.findall(text))


def run(job: JobRun) -> dict[str, Any]:
    """Job kind ``count_words``: the words of all titles, counted anew."""
    words = count_words(by=job.by)
    return {"says": [f"Counted: {words:,} words."], "address": "/search/"}


@action
def count_words(*, by: User, reason: str = "Counting words") -> int:
    """Count in how many rows each word is; returns how many words there are."""
    texts = " UNION ALL ".join(
        f"SELECT concat_ws(' ', {', '.join(columns)}) FROM {model._meta.db_table} "  # noqa: S608 - our own names
        "WHERE withdrawn_at IS NULL AND merged_into_id IS NULL"
        for model, columns in _TEXTS.items()
    )
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM core_searchword")
        cursor.execute(
            "INSERT INTO core_searchword (word, count) "  # noqa: S608 - our own names
            "SELECT word, count(*) FROM ("
            "  SELECT DISTINCT number, word FROM ("
            f"    SELECT row_number() OVER () AS number, text FROM ({texts}) t(text)"
            "  ) numbered, regexp_split_to_table(lower(text), '[^[:alpha:]]+') AS word"
            "  WHERE length(word) BETWEEN %s AND %s"
            ") each GROUP BY word",
            [_SHORTEST, _LONGEST],
        )
        return cursor.rowcount
