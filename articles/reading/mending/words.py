"""Words as a printed page breaks them: at line ends, by soft hyphens, in ligatures."""

import re
from collections.abc import Iterable

SOFT_HYPHEN = "\u00ad"
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
HYPHENS = "-\u2010\u00ad"
BROKEN = re.compile(rf"([^\W\d_]+)(?:[{HYPHENS}]|\s\u2010)\s*$")
SPAN = re.compile(r"\d[-–\u2010]$")  # "2031;12:2-", as before a last page
# First halves that keep their hyphen: "long-term", "well-known".
COMPOUND = re.compile(
    r"(?:self|well|non|anti|long|short|high|low|double|follow|evidence|open|one|two|three"
    r"|four|five|six|half|mid|post|pre|cross|meta|co|re|ex|all|ill|much|less|large|small"
    r"|age|sex|dose|time|risk|health|body|fat|blood|heart|skin|side|placebo|randomi[sz]ed"
    r"|multi|inter|intra|semi|quasi|near|full|part|year|month|week|day|type|first|second"
    r"|third|over|under|up|down|in|on|off|out|by|to|of|the|and|x|beta|alpha|omega)",
    re.IGNORECASE,
)


def unligatured(text: str) -> str:
    """A text whose ligatures are letters again."""
    return text.translate(LIGATURES)


class Joiner:
    """Joins the lines of a paragraph; a word broken at a line's end is whole again.

    Whether a hyphen at a line's end is the word's own is told by the same word
    elsewhere in the text, else by its first half.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.known: set[str] = set()
        for line in lines:
            words = re.findall(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*", line.rstrip())
            self.known.update(word.lower().replace("‐", "-") for word in words)

    def join(self, lines: Iterable[str]) -> str:
        """The lines in one, white space folded, without soft hyphens."""
        out = ""
        for line in lines:
            line = " ".join(line.split())
            out = self._joined(out, line) if out else line
        return out.replace(SOFT_HYPHEN, "")

    def _joined(self, before: str, line: str) -> str:
        broken = BROKEN.search(before[-60:])
        if broken is None or not line[:1].islower():
            last = before[-200:].rpartition(" ")[2]
            glues = (
                last[-1:] in "/–"
                and "//" in last
                or SPAN.search(last)
                and line[:1].isdigit()
            )
            return before + ("" if glues else " ") + line
        stem = before.rstrip()[:-1].rstrip()
        return stem + ("-" if self._is_own(broken[1], before, line) else "") + line

    def _is_own(self, first: str, before: str, line: str) -> bool:
        """Whether the hyphen at a line's end belongs to the word."""
        if before.rstrip().endswith(SOFT_HYPHEN):
            return False
        found = re.match(r"[^\W\d_]+", line)
        second = found[0].lower() if found else ""
        if f"{first.lower()}-{second}" in self.known:
            return True
        if f"{first.lower()}{second}" in self.known:
            return False
        return COMPOUND.fullmatch(first) is not None
