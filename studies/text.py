"""Cleaning and normalising the texts that come in: HTML, identifiers, titles, names.

Normalised values are for matching; whoever stores one keeps the original beside it.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from bleach.html5lib_shim import Filter
from bleach.sanitizer import Cleaner

from studies.records import Name

_TAGS = """
a abbr article aside b blockquote br caption cite code col colgroup dd del div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s section small
strong sub sup table tbody td tfoot th thead time tr u ul var
"""
ARTICLE_TAGS = frozenset(_TAGS.split())
DROPPED_TAGS = frozenset({"script", "style", "template", "textarea", "title"})
ARTICLE_ATTRIBUTES = {
    "a": ["href", "title"],
    "abbr": ["title"],
    "ol": ["start"],
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"],
}


class _DropWithContent(Filter):
    """Leaves out elements whose content is no text of the article."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        inside = 0
        for token in super().__iter__():
            if token.get("name") in DROPPED_TAGS:
                inside += {"StartTag": 1, "EndTag": -1}.get(token["type"], 0)
            elif inside <= 0:
                yield token


def clean_html(markup: str) -> str:
    """HTML that is safe to show: article text, its structure and its links.

    Takes any string, returns a fragment with the tags of ``ARTICLE_TAGS`` only.
    Scripts and styles go with their content, other tags go and leave their text;
    comments, styles, classes and ids go; links keep http, https and mailto.
    """
    # The dropped tags pass the sanitiser so that the filter behind it sees where they
    # begin and end; none of them leaves the filter.
    cleaner = Cleaner(
        tags=ARTICLE_TAGS | DROPPED_TAGS,
        attributes=ARTICLE_ATTRIBUTES,
        protocols={"http", "https", "mailto"},
        strip=True,
        strip_comments=True,
        filters=[_DropWithContent],
    )
    return cleaner.clean(markup)


# --- plain text ---

# Only names that occur in bibliographic values: "P <LOD and >3" is no tag.
_INLINE = "i|b|em|strong|sub|sup|u|s|tt|span|font|small|big|a|inf|scp|sc|bold|italic"
_BLOCK = (
    "p|div|br|hr|li|ul|ol|sec|title|list|list-item|h[1-6]|section|label|abstract"
    "|table|tr|td|th|tbody|thead|body|html"
)
_INLINE_TAG = re.compile(rf"</?(?:jats:|mml:)?(?:{_INLINE})(?:\s[^<>]*)?/?>", re.I)
_BLOCK_TAG = re.compile(rf"</?(?:jats:)?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.I)
_MATH_TAG = re.compile(r"</?(?:jats:|mml:)[\w-]+(?:\s[^<>]*)?/?>", re.I)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")


def plain_text(value: str) -> str:
    """One line of text: entities decoded, HTML and JATS tags out, blanks collapsed."""
    dirty = "&" in value or "<" in value or "  " in value
    if not dirty and value.isascii() and value.isprintable():
        return value.strip()  # nearly every value: nothing to do
    if "&" in value:
        value = html.unescape(value)
    if "<" in value:
        value = _BLOCK_TAG.sub(" ", value)
        value = _MATH_TAG.sub("", _INLINE_TAG.sub("", value))
    if not value.isascii():
        value = _INVISIBLE.sub(lambda m: " " if m[0] in "\u2028\u2029" else "", value)
    return " ".join(value.split())


def fold(value: str) -> str:
    """Case and accents taken away: "Müller" and "MULLER" fold to the same string."""
    if value.isascii():
        return value.casefold()
    value = value.translate(_LETTERS_WITHOUT_DECOMPOSITION)
    decomposed = unicodedata.normalize("NFKD", value)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae"}
    | {"Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "þ": "th"}
)


def normalise_title(title: str) -> str:
    """A title for comparison: tags, case, accents and punctuation taken away.

    Letters and digits of every script are kept, words are joined by one space.
    """
    folded = fold(plain_text(title))
    return " ".join(re.findall(r"[^\W_]+", folded))


# --- identifiers ---

# The registrant may be mistyped with a trailing dot ("10.3339./x") or blanks around
# the slash; both are repaired.
_DOI = re.compile(r"10\.(\d{4,9}(?:\.\d+)*)\.?\s*/\s*(.+)", re.S)
LONGEST_DOI = 2048  # what stands behind is no part of one; also bounds the search
_SICI = re.compile(r"^(?:\(sici\))?\d{4}-\d{3}[\dx]\(\d", re.I)
_NEXT_DOI = re.compile(r"[,;|]?\s*(?:https?://|doi:|10\.\d{4,9}/)", re.I)
_URL_TAIL = re.compile(
    r"(?:[?#].*|/(?:abstract|full|fulltext|full-text|pdf|epdf|pdfdirect|html|meta"
    r"|summary|references)(?:/.*)?|\.pdf|\.html?)$",
    re.I,
)
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
_PLAIN_DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9._-]{0,200}[A-Za-z0-9]")  # most of them


def normalise_doi(value: str | None) -> str | None:
    """The DOI in a string, for matching, or None: "10.5555/abc", in lower case.

    Reads what real exports hold: "doi:", resolver addresses, percent signs, tags and
    full stops behind it, a DOI written twice. The form is that of the DOI Handbook,
    section 2.2 (prefix "10.", registrant, slash, suffix); that the DOI exists, or is
    this work's, it cannot say.
    """
    if not value or "10." not in value:
        return None
    if _PLAIN_DOI.fullmatch(value):
        return value.lower()
    found = _DOI.search(_undisguised(value[:LONGEST_DOI]))
    if not found:
        return None
    suffix = _doi_suffix(found[2], in_url=_is_publisher_url(value))
    return f"10.{found[1]}/{suffix}".lower() if suffix else None


def _undisguised(value: str) -> str:
    """Entities, percent signs, typographic hyphens and invisible letters undone."""
    if "&" in value:
        value = html.unescape(value)
    if "%" in value:
        value = unquote(value)
    if not value.isascii():
        value = _INVISIBLE.sub("", value).translate({0x2010: "-", 0x2011: "-"})
    return _INLINE_TAG.sub("", _BLOCK_TAG.sub(" ", value)) if "<" in value else value


def _is_publisher_url(value: str) -> bool:
    """Whether the DOI stands in a web address with tails of its own."""
    return value.lstrip().lower().startswith(("http://", "https://", "www."))


def _doi_suffix(rest: str, in_url: bool) -> str:
    """The part behind the slash, without what follows the DOI."""
    following = _NEXT_DOI.search(rest, 1)
    if following:
        rest = rest[: following.start()]
    # A SICI holds no blanks; an export that lost its angle brackets added some.
    words = rest.split()
    suffix = "".join(words) if _SICI.match(rest) else (words or [""])[0]
    while in_url and _URL_TAIL.search(suffix):
        suffix = _URL_TAIL.sub("", suffix)
    return _without_tail(suffix)


def _without_tail(suffix: str) -> str:
    """Closing punctuation and unopened brackets at the end taken away."""
    while suffix:
        last = suffix[-1]
        opening = _BRACKETS.get(last)
        unopened = opening and suffix.count(last) > suffix.count(opening)
        if not (unopened or last in ".,;:'\"\u201d\u2019*/\\|([{<"):
            break
        suffix = suffix[:-1]
    return suffix


_PMID = re.compile(
    r"^(?:.*?(?:pmid|pubmed|medline)(?:\.ncbi\.nlm\.nih\.gov/|/|\s*id)?\s*[:=]?\s*)?"
    r"0*([1-9]\d{0,7})(?:\.0)?\s*(?:\[pmid\]|\[pubmed[^\]]*\]|/.*)?\.?$",
    re.I,
)
_PMCID = re.compile(r"\bPMC\s*:?\s*(?:PMC)?(\d{1,9})\b", re.I)
_NCT = re.compile(r"(?<![A-Za-z0-9])NCT[\s:-]?(\d{8})(?!\d)", re.I)
_ISSN = re.compile(
    r"(?<![\dA-Za-z])(\d{4})[-\u2010-\u2015]?(\d{3}[\dXx])(?![\dA-Za-z])"
)
_ISBN = re.compile(r"(?<!\d)(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx](?!\d)")


def normalise_pmid(value: str | None) -> str | None:
    """The PubMed number in a string ("PMID: 0123" gives "123"), or None.

    Takes bare digits too: that the field they come from holds PubMed numbers is for
    the caller to know.
    """
    found = _PMID.match(value.strip()) if value else None
    return found[1] if found else None


def normalise_pmcid(value: str | None) -> str | None:
    """The PubMed Central number in a string, as "PMC123", or None."""
    found = _PMCID.search(value) if value else None
    return f"PMC{found[1]}" if found else None


def find_nct(text: str) -> tuple[str, ...]:
    """Every ClinicalTrials.gov number in a text, as "NCT01234567", each once."""
    return tuple(dict.fromkeys(f"NCT{digits}" for digits in _NCT.findall(text)))


def find_issns(text: str) -> tuple[str, ...]:
    """Every ISSN in a text, as "1234-567X", each once."""
    pairs = _ISSN.findall(text)
    return tuple(dict.fromkeys(f"{a}-{b.upper()}" for a, b in pairs))


def normalise_issn(value: str | None) -> str | None:
    """The first ISSN in a string, as "1234-567X", or None."""
    return next(iter(find_issns(value)), None) if value else None


def normalise_isbn(value: str | None) -> str | None:
    """The first ISBN in a string as its 13 digits, or None.

    An ISBN whose check digit (ISO 2108) is wrong is not one.
    """
    for found in _ISBN.findall(value or ""):
        digits = re.sub(r"[- ]", "", found).upper()
        if len(digits) == 10 and _isbn10_holds(digits):
            digits = "978" + digits[:9]
            return digits + _isbn13_check(digits)
        if len(digits) == 13 and digits[12] == _isbn13_check(digits[:12]):
            return digits
    return None


def _isbn10_holds(digits: str) -> bool:
    """Whether the weighted sum of an ISBN-10 is a multiple of 11."""
    values = [10 if d == "X" else int(d) for d in digits]
    return sum(v * (10 - i) for i, v in enumerate(values)) % 11 == 0


def _isbn13_check(digits: str) -> str:
    """The check digit of the first 12 digits of an ISBN-13."""
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits))
    return str(-total % 10)


# --- names ---

_PARTICLES = """
af al ap av ben bin da das de degli dei del della den der des di do dos du el ibn la las
le li lo los ten ter te van vander vanden vom von y zu zum zur
"""
PARTICLES = frozenset(_PARTICLES.split())
_GROUP_WORDS = re.compile(
    r"\b(?:group|groups|collaborat(?:ion|ive|ors)|consortium|committee|trialists"
    r"|investigators|network|association|society|organi[sz]ation|universit\w+|institut\w*"
    r"|ministry|team|department|agency|council|academy|college|federation|foundation"
    r"|cent(?:er|re)s? for|commission|task force|working party|initiative|programme)\b",
    re.I,
)
_SUFFIX = re.compile(r"^(?:jr|sr|junior|senior|ii|iii|iv|2nd|3rd)\.?$", re.I)
_INITIALS = re.compile(r"^(?:[^\W\d_a-z]\.?[-\u2010]?){1,5}$")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_PLAIN_INVERTED = re.compile(  # most names
    r"([^\W_][\w'-]*(?: [^\W_][\w'-]*)*),"
    r" (?!(?i:jr|sr|junior|senior|ii|iii|iv)\.?$)([A-Z][A-Za-z.-]*(?: [A-Z]\.?)?)"
)
_ET_AL = re.compile(r"[,;]?\s*(?:\bet\s+al\b|\band\s+others\b|&\s*al\b)\.?\s*$", re.I)


def split_name(value: str, is_group: bool = False) -> Name:
    """A name from any of the orders real exports use.

    "Smith, John A.", "Smith J.A.", "Smith, JA", "G. Kalbe", "John van Acker",
    one name alone, Chinese, Japanese and Korean names (family name
    first), groups. What cannot be split stays whole in ``family``.
    """
    plain = None if is_group else _PLAIN_INVERTED.fullmatch(value)
    if plain:
        return Name(plain[1], plain[2])
    value = _ET_AL.sub("", plain_text(value)).strip(" ,;")
    if is_group:
        return Name(value, is_group=True)
    value = value.replace("，", ",").replace("、", ",")
    if "," in value:
        return _from_inverted(value)
    if _GROUP_WORDS.search(value):
        return Name(value, is_group=True)
    return _from_words(value.split())


def _from_inverted(value: str) -> Name:
    """A name with a comma: "Family, Given", perhaps with "Jr" among its parts."""
    family, *rest = [part.strip() for part in value.split(",")]
    rest = [part for part in rest if part]
    suffix = next((part for part in rest if _SUFFIX.match(part)), "")
    given = " ".join(part for part in rest if part != suffix)
    if _GROUP_WORDS.search(value) and len(given.split()) > 2:
        return Name(value, is_group=True)
    return Name(family, given, suffix)


def _from_words(words: list[str]) -> Name:
    """A name without a comma, from its words."""
    suffix = ""
    if len(words) > 2 and _SUFFIX.match(words[-1]):
        suffix = words.pop()
    if len(words) < 2:
        return Name(" ".join(words), "", suffix)
    if _CJK.match(words[0]):
        return Name(words[0], " ".join(words[1:]), suffix)
    if _INITIALS.match(words[-1]) and not _is_initials_first(words):
        at = len(words) - 1
        while at > 1 and _are_more_initials(words[at - 1]):
            at -= 1
        return Name(" ".join(words[:at]), " ".join(words[at:]), suffix)
    at = len(words) - 1
    while at > 0 and words[at - 1].lower() in PARTICLES and words[at - 1].islower():
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]), suffix)


def _are_more_initials(word: str) -> bool:
    """Whether a word before the last initials is initials too: "Smith J. A."."""
    return bool(_INITIALS.match(word)) and ("." in word or len(word) == 1)


def _is_initials_first(words: list[str]) -> bool:
    """Whether a name begins with initials: "G. Kalbe" does, "LI X" does not."""
    first = words[0]
    if first.lower() in PARTICLES:
        return False
    return bool(_INITIALS.match(first)) and ("." in first or len(first) == 1)


def split_names(values: Iterable[str]) -> tuple[Name, ...]:
    """The names of a list, without empty ones and without "et al."."""
    names = (split_name(value) for value in values)
    return tuple(name for name in names if name.family or name.given)


def surname(value: str | Name) -> str:
    """The family name of a name, as written; a group's whole name."""
    return (value if isinstance(value, Name) else split_name(value)).family


def surname_key(value: str | Name) -> str:
    """A family name for matching: folded, without particles, letters only.

    "van Acker", "Van Acker" and "Acker" have the same key, as services differ in
    where they put the particle.
    """
    words = re.findall(r"[^\W\d_]+", fold(surname(value)))
    kept = [word for word in words if word not in PARTICLES]
    return "".join(kept or words)


def initials(value: str | Name) -> str:
    """The initials of the given names, without dots: "John A." gives "JA"."""
    given = (value if isinstance(value, Name) else split_name(value)).given
    letters = []
    for word in re.findall(r"[^\W\d_]+", given):
        # "JA" is two initials, "John" is one; "DE" as a whole given name is two.
        letters.append(word if word.isupper() and len(word) <= 4 else word[0].upper())
    return "".join(letters)
