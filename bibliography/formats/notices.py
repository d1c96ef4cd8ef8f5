"""Notices that reference files tell of: typed, dated, with their source.

NLM, "Errata, Retractions, and Other Linked Citations in PubMed", and the table of tags
in the PubMed User Guide ("PubMed format"). A comment is no notice, and what makes a
record a notice itself says nothing of that record's work.
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
# EFR make the record the notice, RPI is of a reprint, RRI of what was retracted first.
TAGS = {
    "RIN": NoticeKind.RETRACTION,
    "RRI": NoticeKind.RETRACTION,
    "PRIN": NoticeKind.PARTIAL_RETRACTION,
    "ECI": NoticeKind.CONCERN,
    "EIN": NoticeKind.CORRECTION,
    "CRI": NoticeKind.CORRECTION,
    "UIN": NoticeKind.CORRECTION,
}
_KIND_OF_WORK = r"(?:\s+(?:article|paper|chapter|publication))?"
_TITLE = re.compile(
    rf"^\W*(?:(?:retracted|withdrawn){_KIND_OF_WORK}|(?:temporary )?remov(?:ed|al))"
    r"\s*[\]):.]",
    re.I,
)
# As Web of Science ends a title: "(Retracted article. See vol. 12, pg. 3, 2014)".
_TITLES_END = (
    (re.compile(rf"[(\[]\s*retracted{_KIND_OF_WORK}\b[^()\[\]]*[)\]]\W*$", re.I),
     NoticeKind.RETRACTION),
    (re.compile(r"[(\[]\s*(?:publication with )?expression of concern\b[^()\[\]]*"
                r"[)\]]\W*$", re.I),
     NoticeKind.CONCERN),
)  # fmt: skip
# No word of PubMed's: a review that is out of date is withdrawn, too.
_WITHDRAWN = re.compile(r"\W*(?:withdrawn|(?:temporary )?remov)", re.I)
_TYPE = re.compile(rf"retracted{_KIND_OF_WORK}", re.I)
_NOTES = (
    (r"partial(?:ly)?[ -]?retract(?:ion|ed) ?(?:in)?\b", NoticeKind.PARTIAL_RETRACTION),
    (r"retract(?:ion|ed)(?: ?and ?republished)? ?(?:in|by)\b|retracted publication\b"
     r"|retraction notice\b|retracted (?:article|paper)\b"
     r"|retracted(?: on)?\W*(?:$|(?:19|20)\d\d)"
     r"|th(?:is|e) (?:article|paper|publication) (?:has been|was|is) (?:retracted"
     r"|withdrawn)\b", NoticeKind.RETRACTION),
    (r"expression ?of ?concern ?in\b", NoticeKind.CONCERN),
    (r"(?:erratum|corrigendum|correction) ?in\b|corrected ?and ?republished ?in\b"
     r"|update ?in\b", NoticeKind.CORRECTION),
)  # fmt: skip
_NOTE = [(re.compile(rf"\W*(?:{said})", re.I), kind) for said, kind in _NOTES]
_TAGGED = re.compile(rf"({'|'.join(TAGS)}) ?[-:] ?(?=\S)")  # as MEDLINE writes it
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
    """The notice that a title begins or ends with: "RETRACTED: A trial"."""
    found = _TITLE.match(title[:80])
    if found:
        yield NoticeFound(NoticeKind.RETRACTION, IN_FILE, says=found[0].strip())
    for ending, kind in _TITLES_END:
        if found := ending.search(title[-200:]):
            yield NoticeFound(kind, IN_FILE, says=found[0].strip())


def in_types(types: Iterable[str]) -> Iterator[NoticeFound]:
    """The retraction among a record's types: "Article; Retracted Publication"."""
    for part in (part.strip() for value in types for part in re.split("[;,|]", value)):
        if _TYPE.fullmatch(part):
            yield NoticeFound(NoticeKind.RETRACTION, IN_FILE, says=part)


def in_notes(notes: Iterable[str]) -> Iterator[NoticeFound]:
    """The notices that a record's notes tell of: "Retraction in: J Ex. 2020;3:99"."""
    for note in notes:
        if tagged := _TAGGED.match(note):
            kind, where = TAGS[tagged[1]], note[tagged.end() :]
        else:
            kind = next((kind for said, kind in _NOTE if said.match(note[:200])), None)
            where = note.partition(":")[2] if ":" in note[:60] else ""
        if kind:
            told = linked(kind, where[:500])
            yield replace(told, source=IN_FILE, says=note[:500])


def on_record(
    found: Iterable[NoticeFound], identifiers: Iterable[Identifier], is_pubmeds: bool
) -> tuple[NoticeFound, ...]:
    """Notices as on a record, one of a kind and name, or of a day where none is named.

    ``is_pubmeds``: the file is PubMed's own export, so that its word is PubMed's where
    it gives its number.
    """
    own = dict(reversed(list(identifiers)))
    doi, pmid = own.get("doi"), own.get("pmid")
    source = PUBMED if is_pubmeds and pmid else IN_FILE
    once: dict[tuple[object, ...], NoticeFound] = {}
    told = list(found)
    for each in told:
        if any(_says_more(other, each) for other in told):
            continue  # "Retracted Publication" is no second notice
        key = (each.kind, each.notice_doi, each.notice_pmid)
        if not _is_named(each):
            key = (each.kind, each.dated)
        says = IN_FILE if _WITHDRAWN.match(each.says) else source
        once.setdefault(key, replace(each, source=says, of_doi=doi, of_pmid=pmid))
    return tuple(once.values())


def _is_named(notice: NoticeFound) -> bool:
    return bool(notice.notice_pmid or notice.notice_doi)


def _says_more(other: NoticeFound, one: NoticeFound) -> bool:
    """Whether a notice is told again, more exactly: by its number, or with its day."""
    is_more = _is_named(other) > _is_named(one) or (
        _is_named(other) == _is_named(one) and bool(other.dated) > bool(one.dated)
    )
    same_day = not other.dated or other.dated.startswith(one.dated)
    return other.kind == one.kind and is_more and same_day and not _is_named(one)
