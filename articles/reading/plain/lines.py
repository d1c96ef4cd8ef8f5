"""A text's lines, each with its place, whichever newline parts them."""

import re
from dataclasses import dataclass

RULE = re.compile(r"\s*[=\-_*~]{3,}\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, without its newline."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where the line ends, before its newline."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """How far the line is set in, a tab counting as eight."""
        expanded = self.text.expandtabs()
        return len(expanded) - len(expanded.lstrip())


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text, whichever newline parts them."""
    lines, start = [], 0
    for found in re.finditer(r"\r\n|\r|\n|\u2028|\u2029", text):
        lines.append(Line(start, text[start : found.start()]))
        start = found.end()
    lines.append(Line(start, text[start:]))
    return lines


def is_filled(line: Line) -> bool:
    """Say whether a line has words; a rule drawn with dashes has none."""
    return bool(line.text.strip()) and RULE.fullmatch(line.text) is None
