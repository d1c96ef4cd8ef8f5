"""An article's title: without the site's name, once, or made from its text."""

import re

SEPARATORS = re.compile(r"\s+[|–—»·•]\s+|\s+-\s+|\s+::\s+|\s*\|\s*")
LONGEST_MADE = 120
LONGEST_TITLE = 1_000  # characters: what is longer is a text in a title's place


def clean_title(title: str, site: str = "") -> str:
    """Return a title in one line, without the site's name and without its double."""
    title = " ".join(title.split()).strip()
    parts = [part.strip() for part in SEPARATORS.split(title) if part.strip()]
    if len(parts) > 1 and _folded(parts[-1]) in {_folded(site), _folded(parts[0])}:
        title = title[: title.rindex(parts[-1])].rstrip(" |–—»·•-:")
    elif len(parts) > 1 and site and _folded(parts[0]) == _folded(site):
        title = title[title.index(parts[0]) + len(parts[0]) :].lstrip(" |–—»·•-:")
    return undoubled(title)


def undoubled(title: str) -> str:
    """Return a title once where it stands twice in a row."""
    words = title.split()
    half, odd = divmod(len(words), 2)
    if half and not odd and words[:half] == words[half:]:
        return " ".join(words[:half])
    return title


def without_site(title: str, heading: str) -> str:
    """Return a page's title without a suffix that its main heading does not have."""
    parts = SEPARATORS.split(title)
    if len(parts) > 1 and (heading and _folded(title).startswith(_folded(heading))):
        return heading
    if len(parts) > 1 and len(parts[-1].split()) <= 5 < len(parts[0].split()):
        return title[: title.rindex(parts[-1])].rstrip(" |–—»·•-:")
    return title


def make_title(text: str) -> str:
    """Make a title from an article's first sentence, shortened at a word."""
    words = " ".join(text[:2000].split())
    end = re.search(r"(?<!\b[A-Z])(?<!\bal)(?<!\bvs)[.!?](?=\s|$)", words)
    sentence = words[: end.end()] if end else words
    sentence = sentence.rstrip(". ")
    if len(sentence) <= LONGEST_MADE:
        return sentence
    return sentence[:LONGEST_MADE].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _folded(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
