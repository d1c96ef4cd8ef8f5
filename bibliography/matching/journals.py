"""Whether two names are one journal's: in full, cut as ISO 4 does, by letters."""

import re
from collections.abc import Iterator

from bibliography.matching.says import Says
from texts.titles import normalise_title

_SMALL = frozenset(
    "a an and dans das de del der des di die du e el en et for fur in la las le les "
    "los of on the to und van von voor y".split()
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?")  # "(Baltimore, Md. : 1950)"
_SUBTITLE = re.compile(r"\s+[:=]\s*|:\s+(?!(?:Series|Section|Part|Ser)\b)|\s/\s")
# "Physical Review A", "… Society: Series B", at a name's end or before its aside.
_SECTION = re.compile(
    r"(?<=\w)[\s:,.]+(?:(?:Series|Ser\.?|Section|Sect\.?|Part) )?([A-Z])"
    r"(?=\.?\s*(?:$|\())"
)
# Letters that stand for a name: "BMJ", "CVPR", "NeurIPS", "ApJ"; never "Nature".
_ACRONYM = re.compile(r"(?=.{2,9}$)[A-Z]+[a-z]{0,4}[A-Z]+[a-z]{0,2}")
_YEAR = re.compile(r"[\s,’']*(?:(?:19|20)\d\d|[’']\d\d)\s*$")
_MEETING = re.compile(
    r"\b(?:Proc(?:eedings)?|Conf(?:erence)?|Symp(?:osium)?|Workshop|Meeting|Congress"
    r"|Advances in Neural|(?-i:[A-Z]{3,8}) (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OF_THAT_MEETING = re.compile(  # which of a series, and in what its papers stand
    r"(?:^in\b|\bProc(?:\.|eedings)? (?:of )?|(?:19|20)\d\d\b|\b\d+(?:st|nd|rd|th)\b"
    r"|\b(?:\w+-)?(?:first|second|third|\w+(?:i?eth|teenth|fth|xth|nth|ghth|urth))\b"
    r"|\b\d{1,3}$)",
    re.IGNORECASE,
)
# Letters that a name of many words says its meeting by: "…, ICML 2021, Virtual".
_WITH_YEAR = re.compile(r"\b([A-Z][\w-]*[A-Z]\w*)[ ’'](?:(?:19|20)\d\d|\d\d)\b")
_PUBLISHERS = re.compile(r"^(?:(?:the|ieee|acm|cvf|aaai|usenix|siam) )+(?=\w)")
_OF_MANY = re.compile(
    r"conference|symposium|workshop|meeting|annual|international|joint|chapter|advances"
    r"|ieee|acm|aaai|cvf|rsj|usenix|siam|sig\w+"
)
_HELD = re.compile(r"conference|symposium|workshop|meeting|congress")
_PERIODICAL = re.compile(r"\b(?:J|Journal|Trans(?:actions)?|Letters|Magazine)\b")
# Series in which the papers of many meetings stand.
_SERIES = re.compile(
    r"\b(?:Lecture Notes in|LNCS|LNAI|Proceedings of Machine Learning Research|PMLR"
    r"|CEUR Workshop Proceedings|Communications in Computer and Information Science"
    r"|ACM International Conference Proceeding Series)\b",
    re.IGNORECASE,
)
# "JAMA: the journal of …": letters, and what they stand for.
_SPELLED_OUT = re.compile(r"^(?-i:[A-Z]{2,9})(?::|\.)\s+(?=\w.{9})")
_STATES = re.compile(r"\b(?:u s a|usa|united states of america|united states)$")
# Contractions, which are no beginnings (List of Title Word Abbreviations of ISSN).
_CONTRACTED = {
    "natl": "national",
    "intl": "international",
    "assn": "association",
    "jnl": "journal",
    "jpn": "japan",
    "ctry": "country",
    "ctries": "countries",
    "dtsch": "deutsch",
    "nips": "neurips",
    "wkly": "weekly",
}
# Letters that are not the beginnings of a name's words.
_STAND_FOR = {
    "aistats": "artificial intelligence and statistics",
    "www": "web conference",
}
_PREPRINTS = re.compile(
    r"\b(?:bioRxiv|medRxiv|arXiv|CoRR|ChemRxiv|PsyArXiv|SocArXiv|SSRN|OSF"
    r"|Research Square|preprints?)\b",
    re.IGNORECASE,
)


def journals_say(a: str, b: str) -> Says:
    """What two journals' names say, empty ones being unknown.

    They disagree where a word is another, or letters such as "JAMA" don't stand for
    the other name; a name that goes on behind the other is unknown, and so is a series
    of many meetings beside one of them.
    """
    if not a.strip() or not b.strip():
        return Says.UNKNOWN
    if is_preprint_server(a) or is_preprint_server(b):
        return Says.AGREES if _same_server(a, b) else Says.DISAGREES
    if same_journal(a, b):
        return Says.AGREES
    if _is_series_of(a, b) or _is_series_of(b, a):
        return Says.UNKNOWN
    shorter, longer = sorted((_words(a), _words(b)), key=len)
    if not shorter:
        return Says.UNKNOWN
    if len(shorter) == len(longer) == 1 and _is_beginning(shorter[0], longer[0]):
        return Says.UNKNOWN  # "Circ" may be "Circulation"; "Cell" is not "Cells"
    goes_on = len(shorter) > 1 and _pairwise(shorter, longer[: len(shorter)])
    return Says.UNKNOWN if goes_on else Says.DISAGREES


def same_journal(a: str, b: str) -> bool:
    """Whether two names are one journal's, in full or abbreviated (ISO 4).

    "J Clin Oncol" is "Journal of Clinical Oncology": word by word a beginning of it.
    "PNAS" is "Proceedings of the National Academy of Sciences": by its first letters.
    "CVPR 2019" is "2019 Conference on Computer Vision and Pattern Recognition": which
    meeting of a series it was makes no difference.
    """
    if _is_meeting(a, b) and _same_meeting(a, b):
        return True
    return any(
        _same_words(one, other, a, b)
        for one in _each_name(a)
        for other in _each_name(b)
        if one and other
    )


def is_preprint_server(name: str) -> bool:
    """Whether a name is that of a place where preprints stand."""
    return _PREPRINTS.search(name) is not None


def _same_server(a: str, b: str) -> bool:
    """Whether both are one server, or one only says "preprint"."""
    if not (is_preprint_server(a) and is_preprint_server(b)):
        return False
    first, second = (
        {found.lower().replace("corr", "arxiv") for found in _PREPRINTS.findall(name)}
        - {"preprint", "preprints"}
        for name in (a, b)
    )
    return not first or not second or bool(first & second)


def _is_series_of(series: str, name: str) -> bool:
    """Whether a series may hold the papers of a meeting; it holds no journal's."""
    return bool(_SERIES.search(series)) and not _PERIODICAL.search(name)


def _is_meeting(a: str, b: str) -> bool:
    return any(_MEETING.search(name) for name in (a, b))


def _same_meeting(a: str, b: str) -> bool:
    """Whether two names are of one series of meetings, whichever meeting it was.

    A journal may be called as the subject of a meeting is: "Machine Learning".
    """
    if bool(_PERIODICAL.search(a)) != bool(_PERIODICAL.search(b)):
        return False
    first, second = (_OF_THAT_MEETING.sub(" ", name) for name in (a, b))
    least = 2 if _MEETING.search(a) and _MEETING.search(b) else 3
    for one in _each_meeting(first):
        for other in _each_meeting(second):
            shorter, longer = sorted((one, other), key=len)
            is_whole = bool(one) and one == other
            if is_whole or (len(shorter) >= least and _ends_alike(shorter, longer)):
                return True
    return any(
        _letters_in(acronym, of) for acronym, of in ((a, second), (b, first))
    ) or any(_letters_of(one) & _names_in(other) for one, other in ((a, b), (b, a)))


def _each_meeting(name: str) -> Iterator[list[str]]:
    """A meeting's words without its number, and without "Symposium" or the like."""
    for words in _each_name(name):
        named = [word for word in words if not word.isdigit()]
        yield named
        if len(named) > 2 and _HELD.fullmatch(named[-1]):
            yield named[:-1]
        if len(named) > 3 and named[0] in ("advances", "conference"):
            yield named[1:]


def _names_in(name: str) -> set[str]:
    words = _words(name)
    return {*words, *(word.removeprefix("sig") for word in words)}  # "SIGKDD": "KDD"


def _ends_alike(shorter: list[str], longer: list[str]) -> bool:
    """Whether a name is another without words before its last ones."""
    if not _is_beginning(shorter[-1], longer[-1]):
        return False
    at = 0
    for word in longer:
        at += at < len(shorter) and _is_beginning(shorter[at], word)
    return at == len(shorter)


def _letters_in(acronym: str, name: str) -> bool:
    """Whether a name's letters stand for words of another, in their order.

    The last of them is the name's last, but for "Symposium" and its like.
    """
    whole = normalise_title(_SUBTITLE.split(_ASIDE.sub("", name))[0])
    plain = whole.split()
    all_words = [word for word in plain if word not in _SMALL]
    while plain and _MEETING.fullmatch(plain[-1]):
        plain.pop()
    telling = [word for word in plain if word not in _SMALL]
    for letters in _letters_of(acronym):
        if _STAND_FOR.get(letters, ".") in whole or _spells(letters, all_words):
            return True
        if len(letters) > 3 and _spells(letters, plain, skips=True):
            return True
        if len(letters) == 3 and any(
            _spells(letters, telling[at:]) for at in range(len(telling))
        ):
            return True
    return False


def _letters_of(name: str) -> set[str]:
    """The letters that a name is, or that stand in it: "… Recognition (CVPR)"."""
    bare = _YEAR.sub("", _OF_THAT_MEETING.sub(" ", _ASIDE.sub("", name))).strip(" .,")
    asides = [_YEAR.sub("", each.strip(" ()[]")) for each in _ASIDE.findall(name)]
    words = bare.split()
    ends = words[-1:] if _PUBLISHERS.match(f"{bare.lower()} ") else []  # "ACM CCS"
    each_word = [bare, *ends, *asides, *_WITH_YEAR.findall(name)]
    parts = {part for each in each_word for part in (each, *re.split("[-/]", each))}
    return {normalise_title(part) for part in parts if _ACRONYM.fullmatch(part)}


def _same_words(one: list[str], other: list[str], a: str, b: str) -> bool:
    if one == other or "".join(one) == "".join(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(longer) == 1:
        return False  # a name of one word is never abbreviated
    if len(shorter) == 1:
        acronym = a if one is shorter else b
        joined = "".join(longer)
        is_joined = len(shorter[0]) > max(5, len(longer[0]))
        if is_joined and joined.startswith(shorter[0]) and len(longer) == 2:
            return len(joined) - len(shorter[0]) < 6  # "Dermatoendocrinol"
        named = _PUBLISHERS.sub("", " ".join(longer)).split()
        return _is_acronym(acronym) and (
            _spells(shorter[0], longer) or _spells(shorter[0], named)
        )
    if len(one) == len(other):
        return _pairwise(one, other)
    return _is_spelled_out(shorter, longer, a if one is shorter else b)


def _is_spelled_out(shorter: list[str], longer: list[str], name: str) -> bool:
    """Whether one name has letters for words of the other: "IEEE TPAMI"."""
    if not shorter or not longer:
        return not shorter and not longer
    if _is_beginning(shorter[0], longer[0]) and _is_spelled_out(
        shorter[1:], longer[1:], name
    ):
        return True
    is_letters = re.search(rf"\b{shorter[0].upper()}\b", name) is not None
    return is_letters and any(
        _spells(shorter[0], longer[:n])
        and _is_spelled_out(shorter[1:], longer[n:], name)
        for n in range(2, len(longer) + 1)
    )


def _spells(letters: str, words: list[str], *, skips: bool = False) -> bool:
    """Whether letters are the beginnings of some words in their order, of each one.

    ``skips``: words that many meetings have may be left out, as in "NAACL".
    """
    if not letters or not words:
        return not letters and not words
    word, rest = words[0], words[1:]
    most = next(
        (n for n, (x, y) in enumerate(zip(letters, word, strict=False)) if x != y),
        min(len(letters), len(word)),
    )
    taken = any(_spells(letters[n:], rest, skips=skips) for n in range(most, 0, -1))
    is_left_out = skips and (word in _SMALL or _OF_MANY.fullmatch(word))
    return taken or bool(is_left_out and _spells(letters, rest, skips=True))


def _pairwise(one: list[str], other: list[str]) -> bool:
    return all(map(_is_beginning, one, other))


def _is_beginning(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    full = _CONTRACTED.get(shorter, shorter)
    return longer.startswith(full) or full == longer


def _each_name(name: str) -> list[list[str]]:
    """A name's words: with all that stands there, and without asides and subtitle."""
    bare = _ASIDE.sub("", name)
    spelled_out = _SPELLED_OUT.sub("", bare)
    return [
        *map(_words, (name, _YEAR.sub("", bare), _SUBTITLE.split(bare)[0])),
        *([_words(spelled_out)] if spelled_out != bare else []),
    ]


def _words(name: str) -> list[str]:
    plain = _STATES.sub("", whole := normalise_title(name.replace("&", " and ")))
    section = _SECTION.search(name) if plain == whole else None
    if section:
        plain = normalise_title(_SECTION.sub(" ", name).replace("&", " and "))
    words = [word for word in plain.split() if word not in _SMALL]
    return [*words, section[1].lower()] if section else words


def _is_acronym(name: str) -> bool:
    return _ACRONYM.fullmatch(_YEAR.sub("", name).strip(" .")) is not None
