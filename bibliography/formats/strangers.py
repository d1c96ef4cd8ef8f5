"""Records of other formats in a file that was put together of several.

A reader of tagged lines would pass by them, or take their lines for a record's own. So
they are set apart before it reads, and come out raw.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibliography.formats.columns import are_heads, is_head
from bibliography.formats.rows import cells_of
from bibliography.formats.source import Source

# How a record begins, by format; only where the one before it has ended.
_BEGIN = {
    "ris": r"TY {1,2}- ?[A-Z]",
    "nbib": r"PMID ?- ?\d",
    "refer": r"%0 \w",
    "ciw": r"PT [JBSPC]\s*$",
    "bibtex": r"@\s*[A-Za-z]+\s*\{",
    "csl": r"\[?\s*\{\s*\"",
    "xml": r"<\?xml |<!DOCTYPE |<PubmedArticle",
}
NAMES = {
    "ris": "RIS",
    "nbib": "PubMed NBIB",
    "refer": "EndNote tagged",
    "ciw": "Web of Science",
    "bibtex": "BibTeX",
    "csl": "CSL-JSON",
    "xml": "XML",
}
TAGGED = ("ris", "nbib", "refer", "ciw")  # those whose readers need it
# Tables and lists of DOIs begin with nothing that a text could not say: they are told
# at a file's head alone.
_DOI_ALONE = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.\d{4,9}/\S+\s*", re.I
)
_LONGEST_HEAD = 40
# Lines behind which a record may begin, beside an empty one: ends, and a file's head.
_END = ("ER", "EF", "FN ", "VR ")


def begins(*formats: str) -> str:
    """A pattern for the line that begins a record of any of some formats."""
    return "|".join(f"(?:{_BEGIN[name]})" for name in formats)


def is_of(text: str) -> str:
    """A clause on the format of a record that stands in a file of another."""
    first = text.partition("\n")[0]
    found = (NAMES[name] for name, begin in _BEGIN.items() if re.match(begin, first))
    name = next(found, "") or _at_the_head(first) or "another format"
    return f"it is a record of another format: {name}"


def _at_the_head(line: str) -> str:
    """The format, in words, of what stands before the first record; "" for none."""
    if _DOI_ALONE.fullmatch(line):
        return "a list of DOIs"
    cells = cells_of(line)
    most = 2 if len(cells) < 3 else 1
    named = are_heads(cells) and sum(map(is_head, cells)) >= most
    return "a table" if named and max(map(len, cells)) <= _LONGEST_HEAD else ""


@dataclass
class Own:
    """The lines of a source that are of one format; an empty one for each other.

    ``strangers`` are the others, as (line number, raw text) of each record; whoever
    reads takes them out.
    """

    source: Source
    format: str
    strangers: list[tuple[int, str]] = field(default_factory=list)

    def lines(self, longest: int = 0) -> Iterator[str]:
        """Every line without its end, as ``Source`` gives them."""
        own = re.compile(begins(self.format))
        other = re.compile(begins(*(name for name in _BEGIN if name != self.format)))
        ended, stranger, began, in_front = True, [], 0, True
        for at, text in enumerate(self.source.lines(longest), 1):
            in_front = in_front and not own.match(text)
            if (ended and text and other.match(text)) or (
                in_front and not stranger and _at_the_head(text)
            ):
                self._set_apart(began, stranger)
                stranger, began = [text], at
            elif stranger and own.match(text):
                self._set_apart(began, stranger)
                stranger = []
            elif stranger:
                stranger.append(text)
            ended = not text or text.startswith(_END)
            yield "" if stranger else text
        self._set_apart(began, stranger)

    def _set_apart(self, began: int, lines: list[str]) -> None:
        if lines:
            self.strangers.append((began, "\n".join(lines).strip()))
