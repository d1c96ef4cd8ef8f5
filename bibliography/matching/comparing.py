"""A cited work beside a candidate, field by field.

Each field says agrees, disagrees or unknown. No overall result confirms anything: a
person does. Surname and year alone never make a match, nor does anything without a
title that agrees: that is what tells one work of an author from the next.
"""

from collections.abc import Mapping
from dataclasses import replace

from bibliography.lookups.question import Citation
from bibliography.matching.fields import (
    Comparison,
    FieldComparison,
    overall_of,
)
from bibliography.matching.journals import is_preprint_server, journals_say
from bibliography.matching.names import compare_authors
from bibliography.matching.places import first_page, is_inside, volumes_say
from bibliography.matching.says import Says
from bibliography.matching.titles import (
    difference_note,
    is_generic_title,
    is_title,
)
from bibliography.records import Record, RecordType
from texts.rules import RuleEffect, RuleEntry
from texts.titles import normalise_title

RULE_ENTRIES = (
    RuleEntry(
        "matching.cited_works",
        "A cited work is held against a candidate field by field; surname and "
        "year never decide, and a person confirms.",
        RuleEffect.PROPOSES,
        "Footing",
    ),
)


def compare(
    cited: Citation,
    candidate: Record,
    *,
    is_identified: bool = False,
    is_kept_here: bool = False,
) -> Comparison:
    """A cited work beside a candidate, by all but the identifiers it states.

    ``is_identified``: an identifier agrees, so that a title such as "Editorial" will
    do. ``is_kept_here``: it is a reference of ours, whose authors may be the first
    alone. What it comes to: ``overall_of``.
    """
    placed = {
        "authors": _authors(cited, candidate, are_some=is_kept_here),
        "year": _year(cited, candidate),
        "volume": _volume(cited, candidate),
        "page": _page(cited, candidate),
        "journal": _journal(cited, candidate),
    }
    in_place = _agree(placed, "year", "volume", "page")
    is_sure = is_identified or (in_place and not _disagree(placed, "journal"))
    title = _title(cited, candidate, is_sure=is_sure)
    fields = (
        placed["authors"],
        placed["year"],
        title,
        placed["journal"],
        placed["volume"],
        placed["page"],
        _words(cited, candidate, is_title=title.says is Says.AGREES),
    )
    return Comparison(overall_of(fields), fields)


def compare_cited(
    cited: Citation,
    identifiers: Mapping[str, str],
    record: Record,
    *,
    is_kept_here: bool = False,
) -> Comparison:
    """A cited work beside a record, identifiers too where some are stated.

    One that disagrees keeps any record from agreeing.
    """
    stated = {scheme: value for scheme, value in identifiers.items() if value}
    if not stated:
        return compare(cited, record, is_kept_here=is_kept_here)
    own = _identifier(stated, record)
    compared = compare(
        cited,
        record,
        is_identified=own.says is Says.AGREES,
        is_kept_here=is_kept_here,
    )
    fields = (own, *compared.fields)
    return Comparison(overall_of(fields), fields)


def _agree(fields: dict[str, FieldComparison], *names: str) -> bool:
    return all(fields[name].says is Says.AGREES for name in names)


def _disagree(fields: dict[str, FieldComparison], name: str) -> bool:
    return fields[name].says is Says.DISAGREES


def _field(name: str, cited: object, found: object, says: Says) -> FieldComparison:
    """The comparison of two values; unknown where either is empty."""
    if not cited or not found:
        says = Says.UNKNOWN
    return FieldComparison(name, says, str(cited or ""), str(found or ""))


def _either(agrees: bool) -> Says:
    return Says.AGREES if agrees else Says.DISAGREES


def _identifier(stated: Mapping[str, str], record: Record) -> FieldComparison:
    found = {scheme: record.identifier(scheme) or "" for scheme in stated}
    both = [scheme for scheme in stated if found[scheme]]
    says = Says.UNKNOWN
    if both:
        says = _either(all(found[scheme] == stated[scheme] for scheme in both))
    return FieldComparison("identifier", says, _written(stated), _written(found))


def _written(identifiers: Mapping[str, str]) -> str:
    return "; ".join(f"{s.upper()} {v}" for s, v in identifiers.items() if v)


def _authors(cited: Citation, candidate: Record, *, are_some: bool) -> FieldComparison:
    """The authors; a book's editors where no author is known.

    ``are_some``: those of the candidate may be the first of them alone.
    """
    found = candidate.authors or candidate.editors
    names = [str(name) for name in found]
    shown = "; ".join(names[:6]) + (" and others" if len(names) > 6 else "")
    told = "; ".join(cited.authors)
    compared = compare_authors(
        cited.authors, found, is_whole=cited.all_authors, are_some=are_some
    )
    return replace(_field("authors", told, shown, compared.says), note=compared.note)


def _year(cited: Citation, candidate: Record) -> FieldComparison:
    """The same year, to the number, as print or electronic version are dated by."""
    years = dict.fromkeys(filter(None, (candidate.year, *candidate.years)))
    shown = " or ".join(map(str, years))
    return _field("year", cited.year, shown, _either(cited.year in years))


def _title(cited: Citation, candidate: Record, *, is_sure: bool) -> FieldComparison:
    """The same title, word by word; no identifier makes up for another."""
    a, b = cited.title, candidate.title
    says = _either(is_title(a, b))
    if says is Says.AGREES and is_generic_title(a) and not is_sure:
        says = Says.UNKNOWN
    compared = _field("title", a, b, says)
    return replace(compared, note=difference_note(a, b) if a and b else "")


def _journal(cited: Citation, candidate: Record) -> FieldComparison:
    """The journal's names, any of them; a preprint is in no journal."""
    names = [name for name in (candidate.journal, *candidate.journals) if name]
    found = candidate.journal or next(iter(names), "")
    said = [journals_say(cited.journal, name) for name in names]
    says = min(said, key=list(Says).index, default=Says.UNKNOWN)
    is_preprint = candidate.type is RecordType.PREPRINT
    if is_preprint and cited.journal and not is_preprint_server(cited.journal):
        says, found = Says.DISAGREES, found or "a preprint, in no journal"
    return _field("journal", cited.journal, found, says)


def _volume(cited: Citation, candidate: Record) -> FieldComparison:
    """The volumes' numbers; 0 and 00 stand where an article had no volume yet."""
    says = volumes_say(cited.volume, candidate.volume)
    return _field("volume", cited.volume, candidate.volume, says)


def _page(cited: Citation, candidate: Record) -> FieldComparison:
    """The first pages, or the article's numbers.

    Page 1 says nothing: articles that have a number count their pages from 1. Nor does
    a page inside the candidate's.
    """
    a = first_page(cited.page)
    b = first_page(candidate.pages)
    says = _either(a == b)
    if says is Says.DISAGREES and ("1" in (a, b) or is_inside(a, candidate.pages)):
        says = Says.UNKNOWN
    return _field("page", a and cited.page, b and candidate.pages, says)


def _words(cited: Citation, candidate: Record, is_title: bool) -> FieldComparison:
    """Every topic word occurs in the candidate's title, abstract or keywords.

    Words are what the citing article says the work is about; a candidate on the same
    treatment for another disease lacks some, and the field names them. Where the title
    is the cited one and no abstract is known, missing words say nothing.
    """
    said = " ".join((candidate.title, candidate.abstract, *candidate.keywords))
    stems = {_stem(word) for word in normalise_title(said).split()}
    missing = [
        phrase
        for phrase in cited.words
        if not all(_stem(w) in stems for w in normalise_title(phrase).split())
    ]
    where = "title and abstract" if candidate.abstract else "title; no abstract known"
    shown = f"not found: {', '.join(missing)} ({where})" if missing else "all found"
    says = _either(not missing)
    if missing and is_title and not candidate.abstract:
        says = Says.UNKNOWN
    return _field("words", ", ".join(cited.words), said.strip() and shown, says)


def _stem(word: str) -> str:
    """A word without its commonest English endings; rough, and the same both sides."""
    for ending in ("ies", "ing", "es", "al", "ed", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
