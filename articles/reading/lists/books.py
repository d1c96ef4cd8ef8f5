"""The book, or the papers of a meeting, that a work is a part of, and its pages there.

"In: Roe C, editor. A book of examples. Nowhere: Press; 2011. p. 12-34" (NLM, AMA),
"In C. Roe (Ed.), A book of examples (pp. 12–34)" (APA), "in Roe, C. (ed.) A book"
(Harvard), "In A book of examples; Roe, C., Ed." (ACS), "A Book of Examples, edited by
C. Roe" (MLA, Chicago), "In A book of examples, pages 12–34" (ACL).
"""

import re
from dataclasses import dataclass

from articles.reading.lists.names import UPPER, names_body, read_names

LONGEST = 200  # characters of a book's name, and of its editors

_EDITORS = r"\(?\b(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|[Cc]omps?)\b\.?\)?"
IN = re.compile(
    rf"(?:(?<=[.?!;])\s+[Ii]n:?|,?\s+in:|(?<=[”\"’]),?\s+[Ii]n:?|(?<=[”\"’][.,])\s+[Ii]n:?"
    rf"|,\s+in)\s+(?=[{UPPER}“‘\"\d])"
)
LOW_WORD = re.compile(
    r"\s(?!and\b|van\b|von\b|der\b|den\b|edited\b|eds?\b|editors?\b)[a-z]{3,}\s"
)
EDITORS_END = re.compile(rf"[\s,]*{_EDITORS}[.,:;]?\s+")
NAME_END = re.compile(
    r"\s?\((?:pp?\b|pages?\b|[Vv]ol|[Ee]ds?\b|\d+(?:st|nd|rd|th)\s[Ee]d|(?:1[5-9]|20)\d\d)"
    r"|[,.;:]?\s(?:pp?\.?\s?\d|pages?\s\d|[Vv]ol(?:ume|s)?\b\.?\s?\d|[Ee]dited\sby|[Ee]ds?\b"
    r"|\d+(?:st|nd|rd|th)\s[Ee]d|\d+\s?[–-]\s?\d|\(?(?:1[5-9]|20)\d\d(?=[),.;:]|$))"
    rf"|,\s(?=[{UPPER}]\.[^;:]{{1,80}}?\b[Ee]ds?\b)"
    r"|;|(?<!\b[A-Z])(?<!\bvs)[.](?=\s|$)|$"
)
_NUMBER = r"[A-Za-z]{0,2}\d[\dA-Za-z]*"
PAGES = re.compile(
    rf"(?:\bpp?\b\.?|\bpages?\b|\bS\.)\s?(?P<named>{_NUMBER}(?:\s?[–‐−-]\s?{_NUMBER})?)"
    rf"|(?:[,;)]\s|^\s(?=\d+\s?[–‐−-]\s?\d+\s\()|:\s?)(?P<bare>\d+\s?[–‐−-]\s?\d+)"
    rf"(?=\s*[.,;(]?\s*(?:$|[{UPPER}])|\s\((?:1[5-9]|20)\d\d\))"
)
# An edition is no editor: "3rd ed."
EDITED = re.compile(rf"\b[Ee]dited\sby\b|(?<!\d[a-z]{{2}}\s){_EDITORS}(?=[\s.,;:)]|$)")
_SHORTENED = re.compile(r"(?:Proc|Adv|Conf|Int|Symp|Annu)\.\s")
_STOPS = re.compile(r"\.(?=\s)")  # in a shortened name they end nothing
_MONTH_LAST = re.compile(
    r",\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s?$"
)
_MEETS = re.compile(
    r"^Proc\b|\b[A-Z]{3,}$|\b(?:Findings|Proceedings|Conference|Symposium|Congress|Meeting|Workshop)\b"
)
_OF_MEETING = re.compile(r"^Proc\b|\b(?:Findings|Proceedings|Conference|Meeting)\b")
_YEAR_OF_MEETING = re.compile(r"\s(?:1[5-9]|20)\d\d(?=[,.;](?:\s|$))")
PUBLISHED = re.compile(r"\b(?:Press|Publish\w*|Publications|Verlag|Books|Sons)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a book: where its title and its "In" end, the book, its pages there."""

    title_end: int
    after: int
    book: str = ""
    pages: str = ""


def find_book(words: str) -> Part | None:
    """Read the book that a work's entry says it stands in; None where it names none.

    ``words`` are those behind the authors and the year. What is put as "in …" but is
    a journal's has a place, not a book; the caller looks for that first.
    """
    for found in IN.finditer(words):
        after = words[found.end() :]
        is_title = found[0].startswith(",") and ":" not in found[0]
        is_quoted = words[found.start() - 1] in '”’"'
        if is_title and not is_quoted and not EDITED.search(after[:LONGEST]):
            continue  # a title that goes on: "Effects of tea, in adults"
        name, rest = book_name(after)
        if name:
            return Part(found.start(), found.end(), name, pages_in(rest))
    return None


def book_name(words: str) -> tuple[str, str]:
    """The book's name that words begin with, its editors left out, and the rest."""
    names = read_names(words, limit=LONGEST)
    editors = EDITORS_END.match(words, names.end) if names.people else None
    if editors is None:
        editors = re.match(rf"[^.;]{{3,{LONGEST}}}?{EDITORS_END.pattern}", words)
        if editors and LOW_WORD.search(editors[0]):
            editors = None
    words = words[editors.end() :] if editors else words
    whole = _STOPS.sub("\u2024", words) if _SHORTENED.match(words) else words
    end = NAME_END.search(whole, 3)
    cut = end.start() if end else len(words)
    held = _YEAR_OF_MEETING.match(words, cut) if _MEETS.search(words[:cut]) else None
    cut = held.end() if held else cut
    name = _MONTH_LAST.sub("", words[:cut]).strip(' .,;:*_“”"‘’')
    parts = name.split(", ")
    press = next((n for n, part in enumerate(parts) if n and is_publisher(part)), None)
    name = ", ".join(parts[:press])
    return (name, words[cut:]) if 2 < len(name) <= LONGEST else ("", words)


def is_publisher(name: str) -> bool:
    """Say whether a name is that of a press, or of a body that publishes."""
    if _OF_MEETING.search(name):
        return False
    return PUBLISHED.search(name) is not None or names_body(name)


def pages_in(words: str) -> str:
    """The pages that some words state, in full: "pp. 12–34" gives "12–34"."""
    found = PAGES.search(words)
    return (found["named"] or found["bare"]) if found else ""
