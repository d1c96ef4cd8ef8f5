"""Puts a reading into the plain structure that ``audit_article --json`` prints."""

from articles.reading.document import (
    Citation,
    Document,
    Reading,
    ReferenceEntry,
    Suggestion,
)


def audit(reading: Reading) -> dict[str, object]:
    """Return the audit as JSON-ready values.

    Offsets are Unicode code points into ``text``; ``claim["text"]`` is always
    ``text[claim["start"]:claim["end"]]``. What was not found is None or empty.
    """
    document = reading.document
    return {
        "title": document.title,
        "title_made": document.title_made,
        "text": document.text,
        "words": document.words,
        "language": document.language or None,
        "remarks": list(reading.remarks),
        "claims": [_claim(document, one) for one in reading.suggestions],
        "citations": [_citation(one, reading) for one in reading.citations],
        "references": [_reference(one) for one in reading.references],
    }


def _claim(document: Document, claim: Suggestion) -> dict[str, object]:
    return {
        "text": document.text[claim.start : claim.end],
        "start": claim.start,
        "end": claim.end,
        "kind": str(claim.kind),
        "also_kind": str(claim.also_kind) if claim.also_kind else None,
        "mode": claim.mode.label,
        "hedged": claim.hedged,
        "citations": list(claim.citations),
        "flags": [{"rule": flag.rule, "why": flag.why} for flag in claim.flags],
    }


def _citation(citation: Citation, reading: Reading) -> dict[str, object]:
    work = reading.references[citation.reference]
    return {
        "marker": citation.marker,
        "start": citation.start,
        "end": citation.end,
        "label": citation.label,
        "kind": str(citation.kind),
        "authors": list(citation.authors),
        "year": citation.year,
        "doi": work.doi or None,
        "pmid": work.pmid or None,
        "url": work.url or None,
        "reference": citation.reference,
        "covers": list(citation.covers),
    }


def _reference(entry: ReferenceEntry) -> dict[str, object]:
    return {
        "raw": entry.raw,
        "label": entry.label,
        "authors": list(entry.authors),
        "year": entry.year,
        "title": entry.title,
        "doi": entry.doi or None,
        "pmid": entry.pmid or None,
        "url": entry.url or None,
    }
