"""One entry of a reference list, read into authors, year, title and identifiers.

The house styles read are those of APA, Harvard, Vancouver, AMA, Chicago, MLA, IEEE,
Springer ("Smith J: Title. Journal 2010, 3:4") and Elsevier ("Smith, J., Title. 2010").
What cannot be read stays empty; nothing is filled in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from unicodedata import normalize

from articles.reading.document import ReferenceEntry
from articles.reading.lists.authors import leading_title, read_authors
from articles.reading.lists.books import is_publisher
from articles.reading.lists.dates import find_year
from articles.reading.lists.identifiers import (
    LINK_WORDS,
    URL,
    find_doi,
    find_isbn,
    find_pmcid,
    find_pmid,
    find_url,
)
from articles.reading.lists.names import LOWER, UPPER, NameForm, NameList
from articles.reading.lists.places import find_place, is_place_alone
from articles.reading.lists.sources import Source, read_source

LONGEST_ENTRY = 3000  # characters of an entry that are read; the rest stays in raw
LABEL = re.compile(
    r"\s*(?:\.\.\s)?(?:\[\^?(?P<square>[\w+:. ,&\-]{1,40})\]|\((?P<round>\d{1,3})\)"
    r"|(?P<plain>\d{1,3})(?:[.)]|(?=\s+(?:[A-Z\"“ÀÁÄÅÉÖØÜŠŽ]|v[ao]n |de |di |da ))"
    rf"|(?=[{UPPER}](?:[{LOWER}]{{2}}|\.\s))))\s*[.:]?\s*"
)
REPEATED = re.compile(r"\s*(?:[—–―‒-]\s?){2,}|\s*_{3,}|\s*———")
BULLET = re.compile(r"^[\s•‣▪●○∙·*–—\-↑^]+(?:\.\s)?(?=\S)|^\.\s+")
MARKDOWN_LINK = re.compile(r"\[([^\[\]]{1,400})\]\((https?://[^()\s]{1,300})\)")
EMPHASIS = re.compile(r"\*{1,3}|(?<![^\W_])_{1,2}(?=\w)|(?<=[\w.,;:?!])_{1,2}(?!\w)")
PUBLISHED = re.compile(  # ", Nowhere: A Press" behind a title
    rf",\s[{UPPER}][\w .'’-]{{2,40}}:\s(?P<press>[{UPPER}][\w &.,'’-]{{2,60}})$"
)
YEAR_FIRST = re.compile(rf"\((?P<year>(?:1[89]|20)\d\d[a-h]?)\)[.:,]?\s+(?=[{UPPER}])")
BLANK_BEFORE = re.compile(r"(?<=[\w.])\s+(?=[,;](?:\s|$))")


def parse_entry(
    raw: str, *, label: str = "", target: str = "", links: str = "", title: str = ""
) -> ReferenceEntry:
    """Read one entry of a reference list.

    ``raw`` is the entry's own words; a leading number or key becomes the label where
    none is given. ``links`` holds addresses that the source hides behind words, in
    which identifiers are looked for too. ``title`` is one that the source marks; where
    it leads the entry the authors follow it.
    """
    words = " ".join(normalize("NFC", unescape(raw[:LONGEST_ENTRY])).split())
    title = " ".join(normalize("NFC", title).split())
    own_label, body = split_label(words)
    body = BLANK_BEFORE.sub("", EMPHASIS.sub("", MARKDOWN_LINK.sub(r"\1", body)))
    body = _year_behind_authors(LINK_WORDS.sub(" ", URL.sub(" ", body)).strip(" []|"))
    title = title or leading_title(body)
    is_marked = bool(title)
    body = body.removeprefix(title).lstrip(" .,;") if title else body
    names = read_authors(body, is_titled=is_marked)
    dated = find_year(body, names.end)
    identifiers = _identifiers(words, f"{words} {links}")
    source = read_source(
        body[max(dated.end, names.end) :],
        is_dated=dated.end >= 0,
        is_led=max(dated.end, names.end) > 0,
        title=title,
        is_article=bool(identifiers["doi"]),
    )
    has_initials = names.form in (NameForm.INVERTED, NameForm.VANCOUVER)
    if not (is_marked or source.place.journal) and is_place_alone(
        body, names_authors=has_initials
    ):
        names, source = NameList((), 0), Source(place=find_place(body))
    return ReferenceEntry(
        raw=" ".join(raw.split()),
        label=label
        or own_label
        or author_year_label(names.surnames, dated.year, dated.letter),
        people=names.people,
        et_al=names.et_al,
        year=dated.year,
        title=_without_publisher(source.title, names, dated.year),
        journal=source.place.journal,
        book=source.book,
        volume=source.place.volume,
        issue=source.place.issue,
        pages=source.place.pages,
        target=target,
        **identifiers,
    )


def _identifiers(words: str, with_links: str) -> dict[str, str]:
    """The identifiers an entry states, by their fields; addresses hold some too."""
    return {
        "doi": find_doi(with_links),
        "pmid": find_pmid(with_links),
        "pmcid": find_pmcid(with_links),
        "isbn": find_isbn(words),
        "url": find_url(with_links),
    }


def _year_behind_authors(body: str) -> str:
    """An entry that its year begins, with the year behind its authors instead."""
    first = YEAR_FIRST.match(body)
    rest = body[first.end() :] if first else ""
    names = read_authors(rest, is_titled=False) if rest else None
    if not (first and names and names.people):
        return body
    authors, behind = rest[: names.end].rstrip(" .,:"), rest[names.end :].lstrip(" .,:")
    return f"{authors} ({first['year']}). {behind}"


def _without_publisher(title: str, names: NameList, year: int | None) -> str:
    """A title without its year in brackets, or the body that published it."""
    title = title.removesuffix(f" ({year})")
    published = PUBLISHED.search(title)
    if published and is_publisher(published["press"]):
        return title[: published.start()]
    body = names.people[-1].surname if names.people and not names.form else ""
    return title.removesuffix(f", {body}") if body else title


def repeat_authors(entries: Iterable[ReferenceEntry]) -> Iterator[ReferenceEntry]:
    """Give entries that begin with a dash the authors of the entry before."""
    before: ReferenceEntry | None = None
    for entry in entries:
        if before and before.people and not entry.people and REPEATED.match(entry.raw):
            letter = re.search(rf"{entry.year}([a-h])\b", entry.raw)
            label = author_year_label(
                before.authors, entry.year, letter[1] if letter else ""
            )
            entry = replace(entry, people=before.people, label=entry.label or label)
        before = entry
        yield entry


def author_year_label(
    authors: tuple[str, ...], year: int | None, letter: str = ""
) -> str:
    """Name a work by its first author and year: "Gentile 2017"."""
    return f"{authors[0]} {year}{letter}" if authors and year else ""


def split_label(words: str) -> tuple[str, str]:
    """Part an entry's own number or key from its words."""
    found = LABEL.match(words)
    if found is None or found.end() == len(words):
        return "", BULLET.sub("", words)
    label = (found["square"] or found["round"] or found["plain"]).strip()
    return label, BULLET.sub("", words[found.end() :])
