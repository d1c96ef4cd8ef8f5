"""Whether two names are one journal's: in full, cut as ISO 4 does, by letters."""

import re

from bibliography.matching.says import Says
from texts.titles import normalise_title

_SMALL = frozenset(
    "a an and dans das de del der des di die du e el en et for fur in la las le les "
    "los of on the to und van von y".split()
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?")  # "(Baltimore, Md. : 1950)"
_SUBTITLE = re.compile(r"\s+[:=]\s*|:\s+|\s/\s")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,6}")
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
}
_PREPRINTS = re.compile(
    r"\b(?:bioRxiv|medRxiv|arXiv|ChemRxiv|PsyArXiv|SocArXiv|preprints?|SSRN|OSF"
    r"|Research Square)\b",
    re.IGNORECASE,
)


def journals_say(a: str, b: str) -> Says:
    """What two journals' names say, empty ones being unknown.

    They disagree only where both are written out or abbreviated and a word is another;
    letters such as "JAMA", which may stand for either, and a name that goes on behind
    the other are unknown.
    """
    if not a.strip() or not b.strip():
        return Says.UNKNOWN
    if same_journal(a, b):
        return Says.AGREES
    if is_preprint_server(a) != is_preprint_server(b):
        return Says.DISAGREES
    first, second = _words(a), _words(b)
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return Says.UNKNOWN
    if _is_acronym(a) != _is_acronym(b) and longer[0] != shorter[0]:
        return Says.UNKNOWN
    if len(shorter) == len(longer) == 1 and _is_beginning(shorter[0], longer[0]):
        return Says.UNKNOWN  # "Circ" may be "Circulation"; "Cell" is not "Cells"
    goes_on = len(shorter) > 1 and _pairwise(shorter, longer[: len(shorter)])
    return Says.UNKNOWN if goes_on else Says.DISAGREES


def same_journal(a: str, b: str) -> bool:
    """Whether two names are one journal's, in full or abbreviated (ISO 4).

    "J Clin Oncol" is "Journal of Clinical Oncology": word by word a beginning of it.
    "PNAS" is "Proceedings of the National Academy of Sciences": by its first letters.
    """
    return any(
        _same_words(one, other, a, b)
        for one in _each_name(a)
        for other in _each_name(b)
        if one and other
    )


def is_preprint_server(name: str) -> bool:
    """Whether a name is that of a place where preprints stand."""
    return _PREPRINTS.search(name) is not None


def _same_words(one: list[str], other: list[str], a: str, b: str) -> bool:
    if one == other or "".join(one) == "".join(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(longer) == 1:
        return False  # a name of one word is never abbreviated
    if len(shorter) == 1:
        acronym = a if one is shorter else b
        joined = "".join(longer)
        if len(shorter[0]) > 5 and joined.startswith(shorter[0]) and len(longer) == 2:
            return len(joined) - len(shorter[0]) < 6  # "Dermatoendocrinol"
        return _is_acronym(acronym) and "".join(w[0] for w in longer) == shorter[0]
    return len(one) == len(other) and _pairwise(one, other)


def _pairwise(one: list[str], other: list[str]) -> bool:
    return all(map(_is_beginning, one, other))


def _is_beginning(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    full = _CONTRACTED.get(shorter, shorter)
    return longer.startswith(full) or full == longer


def _each_name(name: str) -> list[list[str]]:
    """A name's words: with all that stands there, and without asides and subtitle."""
    bare = _ASIDE.sub("", name)
    return [_words(name), _words(bare), _words(_SUBTITLE.split(bare)[0])]


def _words(name: str) -> list[str]:
    plain = _STATES.sub("", normalise_title(name.replace("&", " and ")))
    return [word for word in plain.split() if word not in _SMALL]


def _is_acronym(name: str) -> bool:
    return _ACRONYM.fullmatch(name.strip(" .")) is not None
