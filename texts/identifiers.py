"""Identifiers in one spelling: DOI, PubMed, PMC, registry, ISSN and ISBN.

Normalised values are for matching; whoever stores one keeps the original beside it.
"""

import html
import re
from urllib.parse import unquote, urlsplit

from texts.titles import _BLOCK_TAG, _INLINE_TAG, _INVISIBLE

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


_ISRCTN = re.compile(r"(?<![A-Za-z0-9])ISRCTN[\s:-]?(\d{8})(?!\d)", re.I)
_OPENALEX = re.compile(
    r"(?:https?://(?:api\.|explore\.)?openalex\.org/(?:works/)?)?(w\d{2,12})/?", re.I
)
# arXiv's numbers since 2007, and before: "2101.00001v2", "hep-th/9901001".
_ARXIV = re.compile(
    r"(?:https?://(?:\w+\.)?arxiv\.org/(?:abs|pdf)/)?(?:arxiv\s*:\s*)?"
    r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?"
    r"(?:\s*\[[\w.-]+\])?",
    re.I,
)


def find_isrctn(text: str) -> tuple[str, ...]:
    """Every ISRCTN number in a text, as "ISRCTN01234567", each once."""
    return tuple(dict.fromkeys(f"ISRCTN{digits}" for digits in _ISRCTN.findall(text)))


def normalise_openalex(value: str | None) -> str | None:
    """OpenAlex's number of a work, bare or as its address, as "W123", or None."""
    found = _OPENALEX.fullmatch(value.strip()) if value else None
    return found[1].upper() if found else None


def normalise_arxiv(value: str | None) -> str | None:
    """The arXiv number that a string is, without its version, or None.

    Takes bare numbers too: that the field they come from holds arXiv's is for the
    caller to know.
    """
    found = _ARXIV.fullmatch(value.strip()) if value else None
    return found[1].lower() if found else None


def normalise_address(value: str | None) -> str | None:
    """A web address in one spelling, or None: without fragment, mark of a campaign and
    closing slash, https and the host in small letters.
    """
    try:
        parts = urlsplit(value.strip()) if value else None
    except ValueError:
        return None
    if parts is None or parts.scheme.lower() not in ("http", "https"):
        return None
    said = [pair for pair in parts.query.split("&") if not pair.startswith("utm_")]
    query = "&".join(filter(None, said))
    host = parts.netloc.lower().removeprefix("www.")
    path = parts.path.rstrip("/") + (f"?{query}" if query else "")
    return f"https://{host}{path}" if "." in host else None


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


_ORCID = re.compile(
    r"(?:https?://(?:www\.)?orcid\.org/|orcid\s*(?:id)?\s*:?\s*)?"
    r"(\d{4})[-\u2010-\u2015 ]?(\d{4})[-\u2010-\u2015 ]?(\d{4})[-\u2010-\u2015 ]?"
    r"(\d{3}[\dX])/?",
    re.I | re.A,
)


def normalise_orcid(value: str | None) -> str | None:
    """The ORCID iD that a string is, as "0000-0000-0000-0001", or None.

    Bare, with "orcid:" or as its address. None too where its last digit is not the one
    that ISO 7064 (mod 11-2), by which ORCID makes it, asks for.
    """
    found = _ORCID.fullmatch(value.strip()) if value else None
    if not found:
        return None
    digits = "".join(found.groups()).upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        return None
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))
