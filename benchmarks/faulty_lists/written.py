"""Entries written as a list: in the styles of journals, BibTeX, RIS and CSL-JSON."""

import html
import re

from benchmarks.invented_lists.styles import in_csl
from bibliography.formats import write
from bibliography.records import Identifier, Record, RecordType
from texts.names import Name

STYLES = ("Vancouver", "APA", "IEEE", "Elsevier Harvard", "AMA", "ACL", "MDPI")
FORMS = (*STYLES, "bibtex", "ris", "csl")
FILES = {"bibtex": "list.bib", "ris": "list.ris", "csl": "list.json"}


def written(entries, form):
    """The bytes of a list in a form, and the name of its file."""
    if form in FILES:
        text = "".join(write([record_of(entry) for entry in entries], form))
        return text.encode(), FILES[form]
    texts = map(plain, in_csl(form, [item_of(entry) for entry in entries]))
    lines = [
        f"{n}. {words}{identifier(entry, words)}"
        for n, (entry, words) in enumerate(zip(entries, texts, strict=True), 1)
    ]
    return "\n".join(["References", *lines]).encode(), "list.txt"


def identifier(entry, words):
    """An entry's DOI, where its style leaves it out."""
    return f" doi:{entry.doi}" if entry.doi and entry.doi not in words else ""


def plain(entry):
    return html.unescape(re.sub(r"<[^>]+>", "", entry))


def item_of(entry):
    """An entry as a CSL item; authors cut at "et al." are followed by it."""
    names = [
        {"family": family, "given": given} if given else {"literal": family}
        for family, given in entry.authors
    ]
    item = {
        "type": "article-journal",
        "title": entry.title,
        "author": names + ([{"literal": "et al."}] if entry.et_al else []),
        "issued": {"date-parts": [[entry.year]]},
        "container-title": entry.journal,
        "container-title-short": entry.short,
        "volume": entry.volume,
        "issue": entry.issue,
        "page": entry.pages,
        "DOI": entry.doi,
    }
    return {key: value for key, value in item.items() if value}


def record_of(entry):
    """An entry as a record."""
    names = tuple(Name(family, given) for family, given in entry.authors)
    more = (Name("others" if entry.et_al else ""),) if entry.et_al else ()
    return Record(
        type=RecordType.ARTICLE,
        title=entry.title,
        authors=names + more,
        year=entry.year,
        date=str(entry.year),
        journal=entry.journal,
        volume=entry.volume,
        issue=entry.issue,
        pages=entry.pages,
        identifiers=(Identifier("doi", entry.doi),) if entry.doi else (),
    )
