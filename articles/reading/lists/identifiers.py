"""Identifiers and addresses in the words of an entry."""

import re
from urllib.parse import unquote

DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"“”<>{}|\\^]{1,200}")
PMID = re.compile(
    r"(?:PMID\s?[:#]?|PubMed(?: ?ID)?\s?:|pubmed\.ncbi\.nlm\.nih\.gov/"
    r"|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/(?:\?term=)?)\s?(\d{4,9})\b",
    re.IGNORECASE,
)
PMCID = re.compile(r"(?<![A-Za-z])PMC ?(\d{4,9})(?!\d)", re.IGNORECASE)
ISBN = re.compile(
    r"\bISBN(?:-1[03])?:?\s?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])(?![\d-])",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"https?://(?:[^\s<>\"“”()\[\]|\\^`]|\([^\s<>()]{0,80}\)){3,500}")
RESOLVER = re.compile(
    r"https?://(?:(?:dx\.|www\.)?doi\.org/|pubmed\.ncbi\.nlm|\S*/pubmed/|\S*/pmc/)",
    re.IGNORECASE,
)
URL = re.compile(r"(?:https?://|www\.)[^\s\[\]<>]+|\bdoi\s?:?\s*10\.\S+", re.IGNORECASE)
LINK_WORDS = re.compile(
    r"\[?\b(?:PubMed(?: Central)?|Cross ?Ref|Google Scholar|Free full text|Full ?Text"
    r"|Web of Science|CAS|Medline|PMC free article|DOI|View Article|Scopus)\b\]?"
    r"(?=[\s\]\[,;.|/·]*(?:\[|$|\b(?:PubMed|Cross|Google|Free|Full|Web|CAS|PMC|View)))",
)
# Possessive, the longer of two words first: no way is tried twice.
ONLY_LINKS = re.compile(
    r"(?:\W|PubMed|Abstract|Cross ?Ref|Full ?Text|Google|Scholar|View|Article|DOI|PMC"
    r"|free|Web of Science|Scopus|CAS|Medline|NCBI|PDF|Link|Open URL|Download|ADS|in"
    r"|references?|Ref|Search|Central|this|\d{1,5}+)*+",
    re.IGNORECASE,
)


def find_doi(text: str) -> str:
    """Return the first DOI of a text, without address and trailing punctuation."""
    found = DOI.search(unquote(text))
    if found is None:
        return ""
    doi = re.split(r"[\[\]]|</|&", found[0])[0]
    while doi and (
        doi[-1] in ".,;:'’*" or (doi[-1] == ")" and doi.count("(") < doi.count(")"))
    ):
        doi = doi[:-1]
    return doi


def find_pmid(text: str) -> str:
    """Return the first PubMed number that the text calls one."""
    found = PMID.search(text)
    return found[1] if found else ""


def is_only_links(words: str) -> bool:
    """Say whether words are but the names of links: "PubMed | CrossRef"."""
    has_more = DOI.search(words) or not any(map(str.isalpha, words))
    return not has_more and ONLY_LINKS.fullmatch(words) is not None


def without_links(entry: str) -> str:
    """Return an entry without its lines that are but the names of links."""
    return "\n".join(line for line in entry.split("\n") if not is_only_links(line))


def find_pmcid(text: str) -> str:
    """Return the first PubMed Central number of a text."""
    found = PMCID.search(text)
    return f"PMC{found[1]}" if found else ""


def find_isbn(text: str) -> str:
    """Return the first number that the text calls an ISBN, its hyphens kept."""
    found = ISBN.search(text)
    return found[1] if found else ""


def find_url(text: str) -> str:
    """Return the first web address of a text that is not a DOI's or PubMed's."""
    for found in ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:'’*_!?")
        if not RESOLVER.match(address):
            return address
    return ""
