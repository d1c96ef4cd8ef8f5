"""References that stand whole within the text, and marks of footnotes below it.

"(N Engl J Med 2016;377:1-9)", "(Kim A, Lancet 2016;1:2)", "(Source: Example Journal,
May 2016)"; "pain.*" with a line "* Kim A. …" below.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from articles.reading.document import ReferenceEntry
from articles.reading.lists.entries import parse_entry

SYMBOLS = "*†‡§¶"
_YEAR = r"(?:1[89]\d\d|20[0-4]\d)"
REFERENCE = re.compile(  # journal, year, volume and first page
    r"(?:(?<=[(\[;])\s?|(?<=Source: )|(?<=Reference: ))(?P<words>"
    rf"(?=[^\W\d_a-z])[^()\[\];\n]{{3,300}}?[.,]?\s?\(?{_YEAR}[a-h]?\)?"
    r"(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s?[;,]\s?(?:vol\.?\s?)?\d{1,4}"
    r"(?:\s?\(\d{1,4}(?:[–-]\d{1,4})?\))?\s?[:,]\s?(?:pp?\.?\s?)?[a-z]{0,2}\d{1,7}"
    r"(?:\s?[–-]\s?\d{1,7})?)(?=\.?\s?(?:[)\];.]|$))"
)
SOURCE = re.compile(
    r"[(\[]\s?(?:[Ss]ources?|[Rr]ef(?:erence)?s?)\s?:\s?"
    r"(?P<words>(?=[^\W\d_a-z])[^()\[\]\n]{3,200})[)\]]"
)
LONGEST_LABEL = 60  # characters


def references_in(text: str) -> Iterator[tuple[int, int, ReferenceEntry]]:
    """Yield the references that stand whole in the words of a text."""
    last = 0
    for pattern in (REFERENCE, SOURCE):
        for found in pattern.finditer(text):
            start, end = found.span("words")
            if pattern is SOURCE and start < last:
                continue
            entry = parse_entry(found["words"])
            label = entry.label or _cut(found["words"])
            yield start, end, replace(entry, label=label)
            last = end


def _cut(words: str) -> str:
    if len(words) <= LONGEST_LABEL:
        return words
    return f"{words[:LONGEST_LABEL].rpartition(' ')[0]} …"


def symbols_in(text: str, symbols: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the marks of footnotes below, "pain.*", as they stick to words."""
    if not symbols:
        return
    longest = sorted(map(re.escape, symbols), key=len, reverse=True)
    marks = re.compile(
        rf"(?<=[\w.,;:!?)”\"’%])(?:{'|'.join(longest)})(?![\w{re.escape(SYMBOLS)}])"
    )
    for found in marks.finditer(text):
        yield *found.span(), found[0]
