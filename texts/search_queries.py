"""What a person types into a search, read: words, phrases, fields, or, minus, prefix.

    platelet "crow's feet" -hair vitam* author:kim title:"made-up trial" year:2010-2015
    plasma NEAR/3 wrinkles NOT hair

Words are all wanted; ``or`` parts two searches. Words in quotes stand next to each
other, as they are: nothing else is searched for in their place. NEAR, AND and NOT, in
capitals, are what they are in databases of literature.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from texts.compounds import BEFORE, joined, names_alike
from texts.ligatures import begun_with_plain_e, with_plain_e
from texts.numerals import in_other_numerals
from texts.search_variants import MEANT, name_variants, ratios, variants

LONGEST = 400  # characters of a search
MOST_PARTS = 24  # words or phrases of one
MOST_YEARS = 60  # of a range
MOST_WAYS = 300  # to say all that one search wants; each is a part of its SQL
MOST_WAYS_NEAR = 3  # of each word, for each is tried at each distance
FIELDS = ("author", "title", "year")
NEAR_ENOUGH = 6  # words from one to the other, where NEAR names no number
MOST_APART = 15
MOST_NAMED = 3  # words of a name that is written in several ways

_TOKEN = re.compile(
    r"""(?P<minus>-*)
        (?:(?P<field>author|title|year):\s?)?
        (?:["“”„](?P<phrase>[^"“”„]*)(?:["“”„]|$)|(?P<word>[^\s"“”„]+))""",
    re.I | re.X,
)
_QUOTE = re.compile(r'["“”„]')
_NEAR = re.compile(r"NEAR(?:/(\d{1,3}))?")
_SHARP_S = re.compile(r"(?<!\w)ß(?!\w)")  # alone it is meant for β
_YEARS = re.compile(r"((?:1[5-9]|20)\d\d)?\s*(-|–|\.\.)?\s*((?:1[5-9]|20)\d\d)?")
_SINCE = re.compile(r"(<|>|<=|>=|≤|≥)\s*((?:1[5-9]|20)\d\d)")
_PER_CENT = re.compile(r"(?<=\d)\s*(?:percent|per cent)(?=\s|$)", re.I)
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.]\d{3})+")
_PIECE = re.compile(r"[^\W_]+")
_MEASURED = re.compile(r"(\d+(?:[.,]\d+)?)([^\W\d_]+)")
_GREEK_LETTER = re.compile(r"([a-z]{2,4}\d?)-([abgk])", re.I)  # TNF-a
_SUBTYPE = re.compile(r"A\W+(H\d{1,2}N\d{1,2})\W*", re.I)  # of influenza
_BOTH = 3  # spellings of each piece that are tried with those of the other
_LETTER = re.compile("[A-Z]")
_NUMBER = re.compile(r"\d{1,3}(?:[.,-]\d{1,3})?")
_LONG_NAME = re.compile("[A-Za-z]{8,}")  # onabotulinumtoxinA
_INITIALS = re.compile("[A-Z]{1,2}[.,;]")
# "Kim J", "Kim, J.-H."; what is short and in capitals is no name but an acronym.
_NAMED = re.compile(
    r"(?P<surname>(?:[^\W\d_][a-zà-öø-ÿ’']|[^\W\d_]{5})[^\W\d_]*(?:[-'’][^\W\d_]+)*)"
    r"[\s,]+(?P<initials>[A-Z](?:[.-]{0,2}[A-Z]){0,2}\.?)"
)
FEWEST_OF_A_REFERENCE = 6  # words of one that is pasted
_OF_A_NAME = re.compile(r"(mc|mac|o|d|l)([a-z]{4,})", re.I)  # O'Connor
# The beginning of an inflammation. As of "severit" less may be stored than is typed,
# "hepatit" would begin "hepatic" too.
_INFLAMED = re.compile(
    "([a-z]*(?:hepat|dermat|prostat|parot|kerat|pancreat|stomat|card|phal|yel|tonsill"
    "|papill|cellul|ticul|vascul|follicul|mening|yng|salping|phag|bronch|vagin|balan"
    "|gingiv|junctiv|sinus|enter|periton|thyroid|tendin|synov|spondyl|aden|pneumon"
    "|ndic|duoden|mucos))iti?",
    re.I,
)
_STOPS = frozenset(
    "a about all also an and any are as at be been being both but by can could did do "
    "does for from had has have how if in into is it its itself may me might more most "
    "my of on or our out over own shall she should so some such than that the their "
    "them then there these they this those through to too under until up was we were "
    "what when where which while who whom why will with would you your et al vs "
    "versus".split()
)
_KEPT_IN_CAPITALS = re.compile(r"[A-Z]{2,}")  # WHO is no who
# A letter behind one of these is a name, though it looks like an article.
_LETTERED = frozenset(
    "vitamin vitamins hepatitis type group influenza protein factor class category "
    "grade part phase coenzyme cyclosporin immunoglobulin interferon hep vit".split()
)
# What stands before a number without being called by it.
_NOT_NUMBERED = frozenset(
    "age aged ages over under above below than about least most after before for in at "
    "of to by and or with from every day days week weeks month months year years "
    "top first last only per daily dose doses n".split()
)
_COUNTED = frozenset(
    "mg g kg mcg ug µg ng pg ml l dl cl litre liter iu mmol mol µmol umol nmol pmol "
    "meq kcal cal kj joule hz mmhg mm cm km m percent drops tablets capsules cups "
    "week weeks day days month months year years hour hours minute minutes patients "
    "people times fold d h min wk yr".split()
)


@dataclass(frozen=True)
class Phrase:
    """Words next to each other; ``field`` says where, "" anywhere."""

    words: str
    prefix: bool = False
    field: str = ""


Way = tuple[Phrase, ...]  # phrases that must all be there


@dataclass(frozen=True)
class Part:
    """One thing wanted (or not): any of some ways to say it."""

    ways: tuple[Way, ...]
    wanted: bool = True
    typed: str = ""  # the word, where other words may stand for it
    within: int = 0  # words, from the first phrase of a way to its second; 0: anywhere


@dataclass(frozen=True)
class Query:
    """A search that was read: any of some groups, all parts of it."""

    groups: tuple[tuple[Part, ...], ...]

    @property
    def finds_something(self) -> bool:
        """Whether it says what is wanted, not only what is not."""
        return bool(self.groups)

    @property
    def words(self) -> tuple[str, ...]:
        """The plain words that are wanted, as they were typed."""
        return tuple(
            word
            for group in self.groups
            for part in group
            if part.wanted
            for word in part.typed.split()
        )


@dataclass(frozen=True)
class _Typed:
    words: str
    quoted: bool
    wanted: bool
    field: str
    prefix: bool


def read_query(typed: str) -> Query:
    """A search as it was typed, read. Whatever is typed is some query."""
    groups, group = [], []
    plain = _SHARP_S.sub("β", typed[:LONGEST])
    if not _QUOTE.search(plain):
        plain = _PER_CENT.sub("%", plain)  # a sign that stored words have not
    for token in _tokens(plain):
        if token is None:
            groups.append(group)
            group = []
        else:
            group.append(token)
    groups.append(group)
    read = _bounded([tuple(_parts(group)) for group in groups])
    return Query(tuple(parts for parts in read if any(part.wanted for part in parts)))


def _bounded(groups: list[tuple[Part, ...]]) -> Iterator[tuple[Part, ...]]:
    """The groups with each part once, as long as there are not too many ways in all.

    What comes behind is left out, as words beyond the most are.
    """
    ways = 0
    for group in groups:
        kept = []
        for part in dict.fromkeys(group):
            ways += len(part.ways)
            if ways <= MOST_WAYS:
                kept.append(part)
        yield tuple(kept)


def _tokens(typed: str) -> Iterator[_Typed | None]:
    """What was typed, piece by piece; None where "or" parts two searches."""
    shouted = typed.isupper()
    denied = False
    for number, found in enumerate(_TOKEN.finditer(typed)):
        if number >= MOST_PARTS:
            return
        word, phrase = found["word"], found["phrase"]
        if word in ("AND", "NOT") and not shouted:
            denied = word == "NOT"
            continue
        wanted = not (found["minus"] or denied)
        denied = False
        field = (found["field"] or "").lower()
        if word in ("or", "OR", "|") and wanted and not field:
            yield None
            continue
        words = phrase if word is None else word
        prefix = word is not None and words.endswith("*")
        if _PIECE.search(words):
            yield _Typed(words, word is None, wanted, field, prefix)


def _parts(group: list[_Typed]) -> Iterator[Part]:
    kept = _joined(_without_stops(group))
    place = 0
    while place < len(kept):
        if near := _near(kept[place : place + 3]):
            yield near
            # The second may be near a third: "a NEAR b NEAR c".
            goes_on = len(kept) > place + 3 and _apart(kept[place + 3])
            place += 2 if goes_on else 3
            continue
        if one := _named(kept[place : place + MOST_NAMED]):
            named, length = one
            yield named
            place += length
            continue
        token = kept[place]
        following = kept[place + 1] if place + 1 < len(kept) else None
        if following and _is_numbered(token, following, kept[place + 2 : place + 3]):
            yield _numbered(token, following)
            place += 2
            continue
        if following and (one := _as_one(token, following)):
            yield one
            place += 2
            continue
        if following and (one := _by_initials(token, following)):
            yield one
            place += 2
            continue
        yield _number_behind(kept[place - 1], token) if place else _part(token)
        place += 1


def _number_behind(before: _Typed, token: _Typed) -> Part:
    """A word as it is; a number also as part of what stands before: "interleukin 6"."""
    part = _part(token)
    if not _are_plain(before, token):
        return part
    spelt = (token.words, *variants(token.words))
    numbers = [one for one in spelt if _NUMBER.fullmatch(one)]
    named = tuple((Phrase(f"{before.words}-{number}"),) for number in numbers)
    return replace(part, ways=(*part.ways, *named))


def _named(tokens: list[_Typed]) -> tuple[Part, int] | None:
    """A name that is written in several ways, and of how many words: "Hb A1c"."""
    for length in range(len(tokens), 0, -1):
        run = tokens[:length]
        if not _are_plain(*run) and (length > 1 or not _is_bare(run[0])):
            continue
        if names := names_alike(" ".join(token.words for token in run)):
            ways = tuple((Phrase(name),) for name in names)
            return Part(ways, run[0].wanted), length
    return None


def _as_one(token: _Typed, following: _Typed) -> Part | None:
    """Two words that some write as one, wherever they stand: "mm Hg", "toxin A"."""
    if not _are_plain(token, following):
        return None
    one = joined(token.words.lower(), following.words.lower())
    if _LETTER.fullmatch(following.words) and _LONG_NAME.fullmatch(token.words):
        one = token.words + following.words
    if not one:
        return None
    apart = (Phrase(token.words), Phrase(following.words))
    return Part((apart, (Phrase(one),)))


def _by_initials(token: _Typed, following: _Typed) -> Part | None:
    """A name with initials behind it: both words, or who is called so: "Kim J"."""
    if not (following.wanted and _is_bare(following)):
        return None
    name = _NAMED.fullmatch(f"{token.words} {following.words}")
    if not (name and token.wanted and name["initials"] == following.words):
        return None
    if token.field == "author":
        return _part(token)
    if not _is_bare(token) or not name["surname"][0].isupper():
        return None
    both = [(*way, Phrase(following.words)) for way in _part(token).ways]
    called = _part(replace(token, words=name["surname"], field="author")).ways
    typed = f"{token.words} {following.words}"
    return Part((*both, *called), typed=typed)


def _near(tokens: list[_Typed]) -> Part | None:
    """Two words or phrases not far from each other, in either order."""
    if len(tokens) < 3 or any(one.field or not one.wanted for one in tokens):
        return None
    first, apart, second = tokens[0], _apart(tokens[1]), tokens[2]
    if not apart:
        return None
    either = [_part(one).ways[:MOST_WAYS_NEAR] for one in (first, second)]
    ways = [(*one, *other) for one, other in product(*either)]
    return Part(tuple(ways), within=apart)


def _apart(token: _Typed) -> int:
    """How many words apart NEAR says; 0 where a token is no NEAR."""
    found = None if token.quoted else _NEAR.fullmatch(token.words)
    if not found:
        return 0
    return min(max(int(found[1] or NEAR_ENOUGH), 1), MOST_APART)


def _without_stops(group: list[_Typed]) -> list[_Typed]:
    """Leave out words that are in every text, unless there are no others."""
    group = [
        token for number, token in enumerate(group) if not _is_initials(group, number)
    ]
    shouted = all(token.words.isupper() for token in group)
    kept = [
        token
        for number, token in enumerate(group)
        if token.quoted
        or token.field
        or token.prefix
        or token.words.strip(".,;:()?!").lower() not in _STOPS
        or (not shouted and _KEPT_IN_CAPITALS.fullmatch(token.words) is not None)
        or _is_lettered(group, number)
        or _is_a_piece(group, number)
    ]
    return kept or group


def _is_a_piece(group: list[_Typed], number: int) -> bool:
    """Whether it makes one word with the word before it: "well being"."""
    pair = group[max(number - 1, 0) : number + 1]
    words = [token.words.lower() for token in pair]
    return len(pair) == 2 and _are_plain(*pair) and joined(*words) != ""


def _is_initials(group: list[_Typed], number: int) -> bool:
    """Whether they stand behind a name in a reference: of "Kim J. Plasma" the "J."."""
    token = group[number]
    is_long = number > 0 and len(group) >= FEWEST_OF_A_REFERENCE
    looks_so = is_long and _is_bare(token) and _INITIALS.fullmatch(token.words)
    return bool(looks_so) and not _is_lettered(group, number)


def _is_lettered(group: list[_Typed], number: int) -> bool:
    """Whether a single letter belongs to the word before it: "vitamin A"."""
    if number == 0 or len(group[number].words.rstrip(".,;")) > 1:
        return False
    before = group[number - 1].words.lower()
    return (
        before in _LETTERED or group[number].words == "A" and number == len(group) - 1
    )


def _joined(group: list[_Typed]) -> list[_Typed]:
    """Words that are one, typed apart: "post operative", "mg per kg", "2 000"."""
    kept: list[_Typed] = []
    for token in group:
        before = kept[-1] if kept else None
        if not before or not _are_plain(before, token):
            kept.append(token)
        elif _is_ratio(before, token, kept):
            kept[-2:] = [replace(token, words=f"{kept[-2].words}/{token.words}")]
        elif _is_prefixed(before, token):
            kept[-1] = replace(token, words=f"{before.words}-{token.words}")
        elif token.words == "000" and _THOUSANDS.fullmatch(f"{before.words},000"):
            kept[-1] = replace(token, words=f"{before.words},000")
        else:
            kept.append(token)
    return kept


def _are_plain(*tokens: _Typed) -> bool:
    return all(one.wanted and _is_bare(one) for one in tokens)


def _is_bare(token: _Typed) -> bool:
    return not (token.quoted or token.field or token.prefix)


def _is_ratio(per: _Typed, unit: _Typed, kept: list[_Typed]) -> bool:
    if per.words.lower() != "per" or len(kept) < 2 or not _are_plain(kept[-2]):
        return False
    first = kept[-2].words.lower().lstrip("0123456789.")
    return first in _COUNTED and unit.words.lower() in _COUNTED


def _is_prefixed(prefix: _Typed, word: _Typed) -> bool:
    is_word = word.words.isalpha() and len(word.words) > 3 and not _apart(word)
    return is_word and prefix.words.lower() in BEFORE


def _is_numbered(token: _Typed, following: _Typed, then: list[_Typed]) -> bool:
    """Whether two words are one name: "IL 6", "B 12", "omega 3", "vitamin A"."""
    if any(one.quoted or one.field or one.prefix for one in (token, following)):
        return False
    if token.wanted != following.wanted or not token.words.isalpha():
        return False
    name = token.words.lower()
    if not following.words.isdigit() and in_other_numerals(name, following.words):
        return True
    if len(following.words) == 1 and following.words.isalpha():
        return name in _LETTERED
    if not re.fullmatch(r"\d{1,3}[a-z]?", following.words, re.I):
        return False
    counted = bool(then) and then[0].words.lower().partition("/")[0] in _COUNTED
    is_short = len(name) <= 6 or in_other_numerals(name, following.words)
    return bool(is_short) and name not in _NOT_NUMBERED and not counted


def _numbered(token: _Typed, following: _Typed) -> Part:
    words = f"{token.words} {following.words}"
    spelt = [words, *_with_greek(words)]
    others = in_other_numerals(token.words, following.words)
    spelt += [f"{token.words} {other}" for other in others]
    ways = tuple((Phrase(one),) for one in spelt)
    return Part(ways, token.wanted)


def _with_greek(words: str) -> Iterator[str]:
    first, _, rest = words.partition(" ")
    yield from (f"{other} {rest}" for other in variants(first) if " " in other)


def _part(token: _Typed) -> Part:
    """One word or phrase, with the other spellings of a word."""
    if token.field == "year":
        return Part(_years(token.words), token.wanted)
    words = token.words.rstrip("*") if token.prefix else token.words
    if token.field == "author" and (name := _NAMED.fullmatch(words)):
        words = name["surname"]
    phrase = Phrase(words, token.prefix, token.field)
    if token.quoted:
        return Part(((phrase,),), token.wanted)
    if token.prefix:
        if inflamed := _INFLAMED.fullmatch(words):
            words = f"{inflamed[1]}itis"
        spelt = dict.fromkeys([words, begun_with_plain_e(words.lower())])
    elif token.field == "author" and words.isalpha():
        spelt = dict.fromkeys([words, *name_variants(words)])
    else:
        spelt = dict.fromkeys([words, *_spellings(words)])
    if name := None if token.prefix else _OF_A_NAME.fullmatch(words):
        spelt[f"{name[1]} {name[2]}"] = None
    ways = tuple((replace(phrase, words=one),) for one in spelt)
    is_word = not (token.field or token.prefix)
    return Part(ways, token.wanted, words if is_word else "")


def _spellings(words: str) -> Iterator[str]:
    """The other spellings of a word, also of one with a hyphen in it."""
    if subtype := _SUBTYPE.fullmatch(words):
        yield subtype[1]
    if measured := _MEASURED.fullmatch(words):  # 400ug
        yield from (f"{measured[1]} {unit}" for unit in variants(measured[2]))
    if greek := _GREEK_LETTER.fullmatch(words):
        yield f"{greek[1]} {MEANT[greek[2].lower()]}"
    pieces = _PIECE.findall(words.replace("’", "'").removesuffix("'s"))
    if len(pieces) == 1:
        yield from variants(pieces[0])
        return
    for number, piece in enumerate(pieces):
        for other in variants(piece):
            yield " ".join([*pieces[:number], other, *pieces[number + 1 :]])
    if _THOUSANDS.fullmatch(words):
        yield "".join(pieces)
    elif "/" in words:
        yield from ratios(pieces)
    elif len(pieces) == 2:
        both = product(*(variants(piece)[:_BOTH] for piece in pieces))
        yield from map(" ".join, both)
        one = "".join(pieces)
        if one.isalpha():
            yield one
            if pieces[1] != (plain := with_plain_e(pieces[1].lower())):
                yield pieces[0] + plain  # "gastroesophageal" of "gastro-oesophageal"
        yield from (other for other in variants(one) if " " in other)
        yield from (f"{pieces[0]} {other}" for other in in_other_numerals(*pieces))


def _years(words: str) -> tuple[Way, ...]:
    """A year, or all of a range; what is no year is searched for as it is.

    A range that is open at one end goes as far as ``MOST_YEARS``.
    """
    if since := _SINCE.fullmatch(words.strip()):
        year = int(since[2]) + {"<": -1, ">": 1}.get(since[1], 0)
        words = f"-{year}" if since[1] in "<=≤" else f"{year}-"
    found = _YEARS.fullmatch(words.strip())
    if not found or not (found[1] or found[3]):
        return ((Phrase(words, field="year"),),)
    open_years = MOST_YEARS if found[2] else 0
    first = int(found[1]) if found[1] else int(found[3]) - open_years
    last = int(found[3]) if found[3] else int(found[1]) + open_years
    years = range(first, min(last, first + MOST_YEARS) + 1)
    return tuple((Phrase(str(year), field="year"),) for year in years or (first,))
