"""COinS: what Wikipedia and others write beside a reference for machines to read.

The format is OpenURL's (ANSI/NISO Z39.88) in the title of an empty span.
"""

import re
from dataclasses import replace
from urllib.parse import parse_qs

from lxml.html import HtmlElement

from articles.reading.document import Author, ReferenceEntry
from articles.reading.lists.entries import author_year_label
from articles.reading.lists.identifiers import find_doi


def read_coins(item: HtmlElement, entry: ReferenceEntry) -> ReferenceEntry:
    """Complete an entry with what its COinS span states."""
    spans = [one for one in item.iter("span") if "Z3988" in (one.get("class") or "")]
    if len(spans) != 1:
        return entry
    fields = parse_qs((spans[0].get("title") or "")[:8000])

    def first(*names: str) -> str:
        return next(
            (
                value.strip()
                for name in names
                for value in fields.get(f"rft.{name}", ())
            ),
            "",
        )

    year = re.search(r"\b(1[5-9]\d\d|20[0-4]\d)\b", first("date", "year"))
    people = entry.people
    if first("aulast"):
        leads = Author(first("aulast"), first("aufirst") or first("auinit"))
        named = [name.partition(",") for name in fields.get("rft.au", ())]
        others = [Author(one.strip(), rest.strip()) for one, _, rest in named]
        others = [one for one in others if one.surname != leads.surname]
        people = (leads, *dict.fromkeys(others))
    dated = int(year[1]) if year else entry.year
    numbered = entry.label.isdigit()
    journal = first("jtitle", "stitle")
    return replace(
        entry,
        people=people,
        year=dated,
        title=first("atitle", "btitle", "title") or entry.title,
        journal=journal or entry.journal,
        volume=(first("volume") if journal else "") or entry.volume,
        issue=(first("issue") if journal else "") or entry.issue,
        pages=(first("pages", "spage") if journal else "") or entry.pages,
        doi=entry.doi or find_doi(" ".join(fields.get("rft_id", ()))),
        label=entry.label
        if numbered
        else author_year_label(tuple(one.surname for one in people), dated),
    )
