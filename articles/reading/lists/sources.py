"""A work's title and where it appeared, read together: the one ends at the other."""

import re
from dataclasses import dataclass

from articles.reading.lists.books import (
    EDITED,
    LOW_WORD,
    Part,
    book_name,
    find_book,
    is_publisher,
    pages_in,
)
from articles.reading.lists.names import UPPER
from articles.reading.lists.places import (
    MONTH,
    Place,
    find_place,
    is_like_a_journal,
    is_shortened,
    names_no_journal,
)
from articles.reading.lists.titles import find_title, trimmed
from texts.late_patterns import compile_late

_ASIDE = re.compile(
    r"\s*\[(?:Internet|Online|Electronic|serial|cited|accessed|updated|e-?pub|pre-?print|WWW"
    r"|Web|Article|Abstract|Review|e-?book|video|data ?set|press release|blog|poster"
    r"|(?:PhD|doctoral|master|dissertation|thesis|unpublished))\b[^\]]{0,60}\]"
    # what it is by GB/T 7714: "[J]", "[M/OL]"
    r"|\s*\[(?-i:[ACDGJMNPRSZ]|CP|D[BS]|EB)(?:/(?-i:OL|CD|MT|DK))?\](?=\s?[.,:/])"
    r"|\s*\((?:PhD|Doctoral|Master|MSc|BSc|Unpublished|Thesis|Dissertation)\b[^()]{0,60}\)"
    r"|\s*\((?:\d+(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Rr]ev(?:ised|\.)?|[Vv]ersion)\s?[^()]{0,20}\)"
    r"|,\s(?:advance online publication|ahead of print)\b"
    r"|(?<=[.?!])\s(?:Preprint\.\s)?(?:Preprint\s)?posted\sonline\s[^.]{4,30}(?=\.)"
    r"|(?<=\s)Preprint\s(?:available\s)?(?:at|on|from)\s(?=[a-z])",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"[\s,.;(\[]*\b(?:Available (?:at|from|online|via)|Retrieved (?:from|on|\w+ \d)"
    r"|Last accessed|Accessed|Viewed|URL|ISBN|PM(?:C)?ID)\b:?.*$",
    re.IGNORECASE | re.DOTALL,
)
_EDITION = re.compile(
    r"(?:[,;.]|(?=\s\d+(?:st|nd|rd|th)\s[Ee]d\b))\s(?:(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Rr]ev(?:ised)?\.?)"
    r"\s[Ee]d(?:ition|n)?\b.*|\d(?:\s[Ee]d(?:ition|n)?)?\.?)$"
)
_DEGREE = re.compile(
    r",\s(?:Ph\.?\s?D\.?|M\.?Sc\.?|M\.?A\.?|B\.?Sc\.?|[Dd]octoral|[Mm]aster(?:[’']?s)?"
    r"|[Bb]achelor(?:[’']?s)?|[Dd]iploma)\s(?:[Tt]hesis|[Dd]iss(?:ertation)?\b).*$"
)
_PUBLISHED_AT_END = re.compile(
    r"\s\([^()]{3,120},\s(?:1[5-9]|20)\d\d\)[^()]{0,30}$|,?\s\(n\.\s?d\.\)$"
)
_PRESS_AT_END = re.compile(  # "Guidance on moss, Moss Press, Nowhere" (Elsevier)
    rf",\s[{UPPER}][^,.;:]{{0,60}}\b(?:Press|Publish\w*|Publications|Verlag|Books)\b"
    rf"[^,.;:]{{0,30}}(?:,\s[{UPPER}][\w’'\- ]{{1,40}}){{0,2}}$"
)
_BRACKETS_AT_END = re.compile(r"\s\(([^()]{3,120})\)$")
_DATED_END = re.compile(
    rf"[\s,.;(]+(?:\d{{1,2}}\s)?(?:{MONTH},?\s)?(?:\d{{1,2}},\s)?(?:1[5-9]|20)\d\d"
    r"(?:-\d\d){0,2}\)?[\s,.;]*$|[\s,.;]*\bp\.?$"
)
_MEETING = re.compile(
    r"\b(?:Proceedings|Proc|Papers|Meeting|Conference|Symposium|Congress|Workshop)\b"
)
_LONE_NAME = compile_late(
    rf"[{UPPER}][\w&’'\-]*(?: (?:[{UPPER}&][\w&’'\-]*|of|the|and|in|for|de|der))*"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SPLIT_OFF = re.compile(r";\s.*$")


@dataclass(frozen=True, slots=True)
class Source:
    """What an entry says behind its authors and its year."""

    title: str = ""
    place: Place = Place()
    book: str = ""

    @property
    def pages(self) -> str:
        """The pages in the journal or the book."""
        return self.place.pages


def read_source(
    words: str,
    *,
    is_dated: bool,
    is_led: bool,
    title: str = "",
    is_article: bool = False,
) -> Source:
    """Read a work's title, its journal or book, and its place in there.

    ``is_dated``: the year stands before the words, so that a number like a year can be
    a volume. ``is_led``: authors or a year stand there. ``title`` is one that the file
    marks as such. ``is_article``: a DOI says that an unknown name is a journal's.
    """
    words = _VISIT.sub("", _ASIDE.sub("", words))
    marked = title
    title = title or find_title(words, is_led=is_led)
    part = find_book(words)
    if part and (marked or _quotes(words, title) or part.title_end > 0):
        whole = marked or (title if _quotes(words, title) else words[: part.title_end])
        return _inside(words, part, trimmed(whole), is_dated=is_dated)
    title, place = _with_place(words, title, is_dated=is_dated)
    title = marked or title
    if place.journal:
        return Source(trimmed(title), place)
    rest = _behind(words, title)
    if marked and rest[:1].isupper() and _DATED_END.search(rest):
        return Source(title, Place(_DATED_END.sub("", rest).strip(" .,;:*_")))
    name, after = book_name(rest)
    pages = pages_in(after)
    is_quoted = _quotes(words, title)
    is_part = (
        marked or is_quoted or pages or EDITED.search(rest) or _MEETING.search(name)
    )
    is_name = not names_no_journal(
        _YEAR.sub("", name) if _MEETING.search(name) else name
    )
    if title and name and is_name:
        if is_part and not any(map(is_publisher, name.split(", "))):
            return Source(_whole(title), Place(pages=pages), name)
        if is_article and not is_publisher(name) and _LONE_NAME.fullmatch(name):
            return Source(trimmed(title), Place(name))
    if title.endswith("?") and LOW_WORD.search(rest):
        title = f"{title} {rest}"
    return Source(_whole(title))


def _behind(words: str, title: str) -> str:
    """What follows a title; all of the words where it does not stand in them."""
    at = words.find(title)
    return words[at + len(title) if at >= 0 else 0 :].lstrip(" .,;:”\"’'?!*_")


def _inside(words: str, part: Part, title: str, *, is_dated: bool) -> Source:
    """What stands behind "In": a journal with its volume, else a book."""
    after = words[part.after :]
    place = find_place(after, is_dated=is_dated)
    leads = after.lstrip(' *_“"').startswith(place.journal)
    is_meeting = _MEETING.search(place.journal) and not place.pages
    if (
        place.volume
        and leads
        and not is_meeting
        and not (
            place.volume[:2] in ("19", "20")
            and len(place.volume) == 4
            or EDITED.search(after)
        )
    ):
        return Source(title, place)
    return Source(title, Place(pages=part.pages), part.book)


def _quotes(words: str, title: str) -> bool:
    """Say whether a title stands in quotation marks."""
    at = words.find(title)
    return bool(title) and at > 0 and words[at - 1] in "“\"‘'«"


def _whole(title: str) -> str:
    """A book's or page's title without its edition and what follows a semicolon."""
    title = _PUBLISHED_AT_END.sub("", _DEGREE.sub("", title))
    end = _BRACKETS_AT_END.search(title)
    title = title[: end.start()] if end and is_publisher(end[1]) else title
    title = _PRESS_AT_END.sub("", _DATED_END.sub("", title))
    return trimmed(_EDITION.sub("", _SPLIT_OFF.sub("", title)))


def _with_place(words: str, title: str, *, is_dated: bool) -> tuple[str, Place]:
    """Read the place; where the journal is recognised the title reaches up to it."""
    start = words.find(title)
    if is_shortened(title):
        whole = find_place(words, is_dated=is_dated)
        if whole.journal.startswith(title) and is_like_a_journal(whole.journal):
            return "", whole  # no title is stated, as in chemistry
    rest = words[start + len(title) :] if start >= 0 else words
    place = find_place(rest, is_dated=is_dated)
    if place.journal:
        between = rest[: rest.find(place.journal)]
        is_more = re.search(r"\w", between) and not re.search(r"[”“\"»\[]", between)
        return (title + between if is_more and title else title), place
    whole = find_place(words, is_dated=is_dated)
    end = words.find(whole.journal)
    if not whole.journal or not start <= end <= start + len(title):
        return title, Place()
    return words[start:end], whole
