"""Addresses and identifiers as they stand in the words of a text.

Links of Markdown ("[a trial](https://…)", "[a trial][key]"), bare addresses, and DOIs,
PubMed, PMC, arXiv and registry numbers.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from articles.reading.citing.addresses import (
    ARXIV,
    COCHRANE,
    PMC,
    PREPRINT,
    TRIAL,
    Address,
    identify,
    trial_number,
)
from articles.reading.lists.identifiers import DOI, find_doi
from texts.identifiers import normalise_doi, normalise_isbn

_URL = r"https?://(?:[^\s<>\"“”()\[\]|\\^`]|\([^\s<>()]{0,80}\)){3,500}"
DEFINITION = re.compile(
    r"^[ \t]{0,3}\[(?P<name>[^\[\]^\n]{1,60})\]:[ \t]*<?(?P<url>https?://\S{3,500}?)>?"
    r"(?:[ \t].{0,300})?$",
    re.MULTILINE,
)
LINK = re.compile(
    rf"(?<!!)\[(?P<words>[^\[\]\n]{{1,300}}|\[[^\[\]\n]{{1,40}}\])\]"
    rf"(?:\(<?(?P<url>{_URL})>?(?:\s[\"'(][^\n]{{0,200}}?[\"')])?\)"
    r"|\[(?P<key>[^\[\]\n]{0,60})\]|(?![\[(:]))"
)
BARE = re.compile(
    rf"{_URL}|(?<![\w@./-])(?:www\.(?=[\w-]+\.)|(?:(?:pubmed|pmc)\.)?ncbi\.nlm\.nih\.gov/"
    r"|pubmed\.gov/|clinicaltrials\.gov/|europepmc\.org/)"
    r"(?:[^\s<>\"“”()\[\]|\\^`]|\([^\s<>()]{0,80}\)){3,500}"
)
PMID = re.compile(
    r"\b(?:PMIDs?|PubMed(?: IDs?)?)\s?(?:nos?\.?|numbers?)?[:#]?\s?(\d{4,9})\b", re.I
)
MORE_PMIDS = re.compile(r"(?:\s?[,;]\s?(?:and\s)?|\s(?:and|&)\s)(\d{7,8})\b(?![.%]\d)")
ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s?([\d][\d -]{8,16}[\dXx])\b")
PMCID = re.compile(rf"(?:PMCID\s?:?\s?)?{PMC.pattern}", re.I)
DOI_WORDS = re.compile(rf"(?:\bdoi\s?:?\s?|\b(?:dx\.)?doi\.org/)?({DOI.pattern})", re.I)
SAME_WORK = re.compile(r"[\s,;.|/]{0,4}")  # between two identifiers of one work


@dataclass(frozen=True, slots=True)
class AddressMarker:
    """Words that lead to a work by its address or identifier."""

    start: int
    end: int
    words: str
    address: Address


def defined_in(text: str) -> dict[str, str]:
    """Return the addresses that Markdown's "[name]: https://…" lines define."""
    return {
        found["name"].casefold(): found["url"] for found in DEFINITION.finditer(text)
    }


def links_in(
    text: str, defined: Mapping[str, str]
) -> Iterator[tuple[int, int, AddressMarker | None]]:
    """Yield each link's span, with what it leads to; None where that is no work."""
    for found in DEFINITION.finditer(text):
        yield *found.span(), None
    for found in LINK.finditer(text):
        name = (found["key"] or found["words"]).casefold()
        url = found["url"] or defined.get(name, "")
        if url:
            yield *found.span(), _marker(*found.span(), found["words"], url)
    for found in BARE.finditer(text):
        url = found[0].rstrip(".,;:'’*_!?")
        end = found.start() + len(url)
        yield found.start(), end, _marker(found.start(), end, url, url)


def _marker(start: int, end: int, words: str, url: str) -> AddressMarker | None:
    address = identify(url if "://" in url else f"https://{url}")
    return AddressMarker(start, end, words, address) if address else None


def identifiers_in(text: str) -> Iterator[AddressMarker]:
    """Yield the identifiers in the words; those of one work that stand together as one.

    "PMID: 123, doi:10.5555/ab" is one work, "PMID 123; PMID 456" are two.
    """
    last: AddressMarker | None = None
    for marker in sorted(_identifiers(text), key=lambda marker: marker.start):
        if last and marker.start < last.end:
            continue
        joined = _joined(text, last, marker) if last else None
        if last and not joined:
            yield last
        last = joined or marker
    if last:
        yield last


def _joined(
    text: str, one: AddressMarker, other: AddressMarker
) -> AddressMarker | None:
    """Return two identifiers as one marker, where they are one work's."""
    together = SAME_WORK.fullmatch(text, one.end, other.start)
    mine, its = one.address, other.address
    same_scheme = (
        mine.doi and its.doi or mine.pmid and its.pmid or mine.other and its.other
    )
    if not together or same_scheme:
        return None
    address = replace(
        mine,
        doi=mine.doi or its.doi,
        pmid=mine.pmid or its.pmid,
        other=mine.other or its.other,
    )
    return AddressMarker(one.start, other.end, text[one.start : other.end], address)


def _identifiers(text: str) -> Iterator[AddressMarker]:
    for found in DOI_WORDS.finditer(text):
        printed = find_doi(found[1])
        doi = normalise_doi(printed)
        if doi:
            end = found.start(1) + len(printed)
            yield _identifier(text, found.start(), end, Address(f"doi:{doi}", doi=doi))
    for found in PMID.finditer(text):
        yield _identifier(
            text, *found.span(), Address(f"PMID {found[1]}", pmid=found[1])
        )
        while found := MORE_PMIDS.match(text, found.end()):
            more = Address(f"PMID {found[1]}", pmid=found[1])
            yield _identifier(text, *found.span(1), more)
    for found in PMCID.finditer(text):
        number = f"PMC{found[1]}"
        yield _identifier(text, *found.span(), Address(number, other=number))
    for found in ARXIV.finditer(text):
        number = f"arXiv:{found[1]}"
        yield _identifier(text, *found.span(), Address(number, other=number))
    for found in TRIAL.finditer(text):
        number = trial_number(found[0])
        yield _identifier(text, *found.span(), Address(number, other=number))
    for found in PREPRINT.finditer(text):
        number = f"{found[1].lower()}Rxiv {found[2]}"
        yield _identifier(text, *found.span(), Address(number, other=number))
    for found in COCHRANE.finditer(text):
        yield _identifier(text, *found.span(), Address(found[0], other=found[0]))
    for found in ISBN.finditer(text):
        if isbn := normalise_isbn(found[1]):
            address = Address(f"ISBN {isbn}", other=f"ISBN {isbn}")
            yield _identifier(text, *found.span(), address)


def _identifier(text: str, start: int, end: int, address: Address) -> AddressMarker:
    return AddressMarker(start, end, text[start:end], address)
