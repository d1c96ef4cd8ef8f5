"""What a printed page has around its text: running heads and feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

PAGE_NUMBER = re.compile(
    r"\W*(?:p(?:age|\.)?\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:of|/|\|)\s?\d{1,4})?\W*",
    re.IGNORECASE,
)
NUMBERED = re.compile(  # "Page 3 of 9" says by itself what it is
    r"\W*(?:page\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?|\d{1,4}\s?(?:of|/)\s?\d{1,4}"
    r"|[-–—|]\s?\d{1,4}\s?[-–—|])\W*",
    re.IGNORECASE,
)
LONGEST = 160  # characters of a running head


def is_page_number(line: str) -> bool:
    """Say whether a line is but a page's number."""
    return len(line) < 30 and PAGE_NUMBER.fullmatch(line.strip()) is not None


def says_page_number(line: str) -> bool:
    """Say whether a line says of itself that it numbers a page: "Page 3 of 9"."""
    return len(line) < 30 and NUMBERED.fullmatch(line.strip()) is not None


Placed = tuple[int, str]  # where on its page a line stands, and its words


def running_heads(edges: Sequence[Sequence[Placed]]) -> frozenset[Placed]:
    """The heads and feet that pages repeat: their place, and their ``head_key``.

    ``edges`` holds the first and last lines of each page. Odd and even pages may have
    their own; a line that few pages of many share is a heading.
    """
    counted = Counter(
        (place, key)
        for lines in edges
        for place, key in {(place, head_key(line)) for place, line in lines}
        if key
    )
    enough = max(2, len(edges) // 4)
    return frozenset(one for one, count in counted.items() if count >= enough)


def head_key(line: str) -> str:
    """A line as it repeats from page to page, whatever number it carries."""
    key = re.sub(r"\d+", "#", " ".join(line.lower().split()))
    return key if len(key) <= LONGEST and re.search(r"[^\W\d_]", key) else ""
