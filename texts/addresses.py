"""Where identifiers lead: the web address of what a number names.

Registries of trials: the numbers' forms are those of WHO's primary registries. One
whose own pages have no address by number is led to by WHO's register of registers.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from texts.identifiers import (
    normalise_arxiv,
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    normalise_openalex,
    normalise_pmcid,
    normalise_pmid,
)
from texts.late_patterns import compile_late

_WHO = "https://trialsearch.who.int/Trial2.aspx?TrialID={}"
_EU = "https://www.clinicaltrialsregister.eu/ctr-search/search?query={}"
# What a number looks like, what of it is the number, and where that leads.
_REGISTRIES = (
    (r"NCT[ :-]?(\d{8})", "NCT{}", "https://clinicaltrials.gov/study/{}"),
    (r"ISRCTN[ :-]?(\d{8})", "ISRCTN{}", "https://www.isrctn.com/{}"),
    (r"(?:EudraCT(?: (?:number|no\.?))?[ :]*)?(\d{4}-\d{6}-\d\d)", "{}", _EU),
    (r"EUCTR[ :-]?(\d{4}-\d{6}-\d\d)(?:-[A-Z]{2})?", "{}", _EU),
    (
        r"(?:EU ?CT[ :]*)?(20\d\d-5\d{5}-\d\d-\d\d)",
        "{}",
        "https://euclinicaltrials.eu/ctis-public/view/{}",
    ),
    (
        r"ACTRN[ :-]?(\d{14}p?)",
        "ACTRN{}",
        "https://www.anzctr.org.au/{}.aspx",
    ),
    (r"DRKS[ :-]?(\d{8})", "DRKS{}", "https://drks.de/search/en/trial/{}"),
    (
        r"jRCT[ :-]?(\d{10}|s\d{9})",
        "jRCT{}",
        "https://jrct.mhlw.go.jp/en-latest-detail/{}",
    ),
    (r"CRD[ :-]?(420\d{8,9})", "CRD{}", "https://www.crd.york.ac.uk/PROSPERO/view/{}"),
    (r"(ChiCTR[-A-Z]{0,9}\d{8,12})", "{}", _WHO),
    (r"(?:JPRN-)?UMIN[ :-]?(\d{9})", "JPRN-UMIN{}", _WHO),
    (r"(CTRI/\d{4}/\d{2,3}/\d{5,6})", "{}", _WHO),
    (r"(IRCT\d{10,20}(?:N\d{1,3})?)", "{}", _WHO),
    (r"(KCT\d{7})", "{}", _WHO),
    (r"(TCTR\d{11})", "{}", _WHO),
    (r"(PACTR\d{15,16})", "{}", _WHO),
    (r"(RBR-[a-z0-9]{6,10})", "{}", _WHO),
    (r"(SLCTR/\d{4}/\d{3})", "{}", _WHO),
    (r"(RPCEC\d{8})", "{}", _WHO),
    (r"(NL-OMON\d{3,6})", "{}", _WHO),
    (r"NTR[ :-]?(\d{3,5})", "NTR{}", _WHO),
    (r"(PER-\d{3}-\d\d)", "{}", _WHO),
    (r"(LBCTR\d{10})", "{}", _WHO),
)
_REGISTERED = [
    (re.compile(rf"(?<![A-Za-z0-9]){look}(?![A-Za-z0-9])", re.I), number, at)
    for look, number, at in _REGISTRIES
]
_WEB = re.compile(r"https?://[^\s<>\"']+", re.I)
_A_DOI = r"10\.\d{4,9}/[^\s<>\"']+"
_ANY = compile_late(
    "|".join([_WEB.pattern, _A_DOI, *(look.pattern for look, *_ in _REGISTERED)]), re.I
)
_BEHIND = ".,;:)]}'\"\u201d\u2019"  # closes a sentence and no address

_IS_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S")
# What the DOI Handbook (2.5.2.4) leaves as it is in an address; all else is escaped.
_PLAIN_IN_DOI = "/:;()@!$&'*,=~"


def address_of(scheme: str, value: str) -> str:
    """The web address that an identifier leads to; "" where it leads nowhere.

    ``scheme`` is one of ``bibliography.records.SCHEMES``, "url" or anything else:
    what is no known scheme may still name a registration or be an address.
    """
    value = value.strip()
    if scheme == "doi":
        escaped = quote(value, safe=_PLAIN_IN_DOI)
        return f"https://doi.org/{escaped}" if _IS_DOI.match(value) else ""
    if scheme in _BY_NUMBER:
        normalise, at = _BY_NUMBER[scheme]
        number = normalise(value)
        return at.format(quote(number, safe="/:")) if number else ""
    return registration_address(value) or web_address(value)


_BY_NUMBER: dict[str, tuple[Callable[[str], str | None], str]] = {
    "pmid": (normalise_pmid, "https://pubmed.ncbi.nlm.nih.gov/{}/"),
    "pmcid": (normalise_pmcid, "https://pmc.ncbi.nlm.nih.gov/articles/{}/"),
    "arxiv": (normalise_arxiv, "https://arxiv.org/abs/{}"),
    "openalex": (normalise_openalex, "https://openalex.org/{}"),
    "isbn": (normalise_isbn, "https://openlibrary.org/isbn/{}"),
    "issn": (normalise_issn, "https://portal.issn.org/resource/ISSN/{}"),
}


def registration_address(value: str) -> str:
    """Where the registration of a trial or review leads, or ""."""
    for look, number, at in _REGISTERED:
        if found := look.fullmatch(value):
            return at.format(quote(number.format(found[1]), safe=""))
    return ""


def web_address(value: str) -> str:
    """An http or https address, fit to be linked to, or "".

    One that holds a user's name or password, or blanks, is none.
    """
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    if "." not in host or any(sign.isspace() for sign in value):
        return ""
    return quote(value, safe="%/:;()@!$&'*,=~?#[]+")


def _led_to(said: str) -> tuple[str, str]:
    """What of some words of a text is an address or number, and where that leads."""
    if _IS_DOI.match(said):
        doi = normalise_doi(said) or ""
        own = said[: len(doi)]  # without what ends its sentence
        return own, address_of("doi", own) if own.lower() == doi else ""
    said = said.rstrip(_BEHIND) if _WEB.match(said) else said
    return said, address_of("other", said)


class Piece(NamedTuple):
    """A piece of a text, and where it leads; "" for what is words alone."""

    text: str
    address: str


def pieces(text: str) -> Iterator[Piece]:
    """A text in pieces: DOIs, registrations, web addresses with where they lead."""
    done = 0
    for found in _ANY.finditer(text):
        said, address = _led_to(found[0])
        if not address:
            continue
        yield Piece(text[done : found.start()], "")
        yield Piece(said, address)
        done = found.start() + len(said)
    yield Piece(text[done:], "")
