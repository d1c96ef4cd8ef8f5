"""Headings that announce a reference list, in the words that sites and journals use."""

import re
from collections.abc import Sequence

from articles.reading.lists.names import UPPER
from articles.reading.plain.lines import Line
from texts.late_patterns import compile_late

_BEFORE = (
    r"(?:(?:view|show|see|read|open|our|the|all|full|article|page|list of|scientific"
    r"|medical|clinical|research|academic|selected|key|main|annotated|cited|supporting"
    r"|primary|additional|peer[- ]reviewed|\d{1,3})\s+){0,3}"
)
_NOUN = (
    r"references?|reference list|sources?|citations?|bibliograph(?:y|ies)|works cited"
    r"|literature(?: references| cited)?|footnotes?(?= (?:and|&))|end ?notes?"
)
_AFTER = (
    r"(?: (?:list|cited|consulted|used|and notes|& notes|(?:and|&) further reading"
    r"|(?:and|&) (?:references|sources|citations|resources|footnotes|credits)"
    r"|for this (?:article|page)))?"
)
_FIXED = (
    r"(?:works|literature|sources?|references?|studies|articles) (?:cited|consulted)"
    r"|cited (?:literature|works|references)|further reading|notes and references"
    r"|where (?:did|do) we get (?:this|our) information(?: from)?\??"
    r"|literatur(?:verzeichnis)?|références(?: bibliographiques)?"
    r"|referencias(?: bibliográficas)?|referências(?: bibliográficas)?|bibliografía"
    r"|bibliografia|bibliographie|riferimenti bibliografici|quellen"
)
_NAMES = rf"{_FIXED}|{_BEFORE}(?:{_NOUN}){_AFTER}"
_LOOSE = (
    rf"{_BEFORE}(?:studies|papers|publications|trials|articles|research|evidence"
    r"|literature|notes|footnotes|links|science)(?: (?:cited|mentioned|used|and notes"
    r"|(?:and|&) (?:studies|papers|links|evidence)))?"
)
_NUMBERED = r"[#*_=\s]*(?:(?:\d{1,2}|[IVX]{1,5})\.?\s+)?"
_END = r"\s*(?:\(\d{1,3}\)|\[\d{1,3}\])?\s*[:.]?[#*_=\s+▼▾]*"
HEADING = compile_late(rf"{_NUMBERED}(?:{_NAMES}){_END}", re.IGNORECASE)
LOOSE = re.compile(rf"{_NUMBERED}(?:{_LOOSE}){_END}", re.IGNORECASE)
GLUED = re.compile(r"(?<=[.)\]])(?:References|REFERENCES|Bibliography)\s*$")
GLUED_FIRST = re.compile(
    rf"\s*(?:References|REFERENCES|Bibliography)(?=\[?1[\].)]\s?[{UPPER}“\"])"
)
RUN_IN = compile_late(
    rf"\s*(?:{_NAMES})\s*[:.]\s+(?=[\[(]?1[\]).]|[{UPPER}][^.]{{2,60}}[,.(])",
    re.IGNORECASE,
)
DATED = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\.d\.|\bin press\b", re.I)


def is_list_heading(line: str) -> bool:
    """Say whether a line is the heading of a reference list."""
    return 0 < len(line.strip()) < 80 and HEADING.fullmatch(line) is not None


def is_loose_heading(line: str) -> bool:
    """Say whether a line may head a list ("Key studies", "Notes"), or running text.

    What stands below has to look like entries before it is taken for a list.
    """
    return 0 < len(line.strip()) < 80 and LOOSE.fullmatch(line) is not None


def part_headings(lines: Sequence[Line]) -> list[Line]:
    """Part "References: [1] …" into the heading and the list behind it."""
    out: list[Line] = []
    for line in lines:
        found = GLUED.search(line.text)
        if found:
            out += _parted(line, found.start())
            continue
        found = GLUED_FIRST.match(line.text)
        if found is None and len(line.text) > 60 and DATED.search(line.text):
            found = RUN_IN.match(line.text)
        out += _parted(line, found.end()) if found else [line]
    return out


def _parted(line: Line, at: int) -> list[Line]:
    """Part a line in two; the blanks before the cut belong to neither."""
    return [
        Line(line.start, line.text[:at].rstrip()),
        Line(line.start + at, line.text[at:]),
    ]
