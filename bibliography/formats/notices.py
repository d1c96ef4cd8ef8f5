"""Notices that reference files tell of: typed, dated, with their source.

NLM, "Errata, Retractions, and Other Linked Citations in PubMed". A comment is no
notice, and what makes a record a notice itself says nothing of that record's work.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bibliography.formats.fields import read_date
from bibliography.records import IN_FILE, Identifier, NoticeFound, NoticeKind
from texts.identifiers import normalise_doi

PUBMED = "PubMed"
RETRACTED_TYPE = "retracted publication"
# MEDLINE's tags of what was published on a record; CIN and CON are of comments, ROF and
# EFR make the record the notice.
TAGS = {
    "RIN": NoticeKind.RETRACTION,
    "RPI": NoticeKind.RETRACTION,
    "PRIN": NoticeKind.PARTIAL_RETRACTION,
    "ECI": NoticeKind.CONCERN,
    "EIN": NoticeKind.CORRECTION,
    "CRI": NoticeKind.CORRECTION,
    "UIN": NoticeKind.CORRECTION,
}
_TITLE = re.compile(
    r"^\W*(?:retracted|withdrawn)(?:\s+(?:article|paper|chapter|publication))?\s*[\]):.]",
    re.I,
)
_NOTES = (
    (r"partial(?:ly)?[ -]retract(?:ion|ed)\b", NoticeKind.PARTIAL_RETRACTION),
    (r"retract(?:ion|ed)(?: and republished)? (?:in|by)\b|retracted publication\b"
     r"|retraction notice\b|retracted[.:]?$", NoticeKind.RETRACTION),
    (r"expression of concern in\b", NoticeKind.CONCERN),
    (r"(?:erratum|corrigendum|correction) in\b|corrected and republished in\b"
     r"|update in\b", NoticeKind.CORRECTION),
)  # fmt: skip
_NOTE = [(re.compile(rf"\W*(?:{said})", re.I), kind) for said, kind in _NOTES]
_PMID = re.compile(r"PMID:?\s*(\d{1,8})", re.I)


def linked(kind: NoticeKind, where: str, pmid: str = "") -> NoticeFound:
    """A notice by the words that name it: "J Ex. 2020 May;3(2):99. doi: …. PMID: …"."""
    where = " ".join(where.split())
    number = pmid or next(iter(_PMID.findall(where)), "")
    return NoticeFound(
        kind,
        PUBMED,
        dated=read_date(where.partition(";")[0]),
        notice_doi=normalise_doi(where),
        notice_pmid=number or None,
        says=where,
    )


def in_title(title: str) -> Iterator[NoticeFound]:
    """The retraction that a title begins with: "RETRACTED: A trial"."""
    found = _TITLE.match(title[:80])
    if found:
        yield NoticeFound(NoticeKind.RETRACTION, IN_FILE, says=found[0].strip())


def in_notes(notes: Iterable[str]) -> Iterator[NoticeFound]:
    """The notices that a record's notes tell of: "Retraction in: J Ex. 2020;3:99"."""
    for note in notes:
        kind = next((kind for said, kind in _NOTE if said.match(note[:200])), None)
        if kind:
            where = note.partition(":")[2] if ":" in note[:60] else ""
            told = linked(kind, where[:500])
            yield replace(told, source=IN_FILE, says=note[:500])


def on_record(
    found: Iterable[NoticeFound], identifiers: Iterable[Identifier], is_pubmeds: bool
) -> tuple[NoticeFound, ...]:
    """Notices as on a record, one of a kind and name.

    ``is_pubmeds``: the file is PubMed's own export, so that its word is PubMed's where
    it gives its number.
    """
    own = dict(reversed(list(identifiers)))
    doi, pmid = own.get("doi"), own.get("pmid")
    source = PUBMED if is_pubmeds and pmid else IN_FILE
    once: dict[tuple[object, ...], NoticeFound] = {}
    told = list(found)
    named = {each.kind for each in told if each.notice_pmid or each.notice_doi}
    for each in told:
        if each.kind in named and not (each.notice_pmid or each.notice_doi):
            continue  # "Retracted Publication" is no second notice
        key = (each.kind, each.notice_doi, each.notice_pmid)
        once.setdefault(key, replace(each, source=source, of_doi=doi, of_pmid=pmid))
    return tuple(once.values())
