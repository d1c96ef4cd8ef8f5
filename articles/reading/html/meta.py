"""What an HTML page says of itself: title, author, dates, language."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from articles.reading.html.text import element_text
from articles.reading.titles import SEPARATORS, clean_title, without_site

DATE = re.compile(r"\b(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)")
PUBLISHED = (
    "citation_publication_date", "article:published_time", "citation_online_date",
    "dc.date", "datepublished", "date", "citation_date", "dcterms.issued",
)  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified",
            "dcterms.modified")  # fmt: skip
AUTHORS = ("citation_author", "dc.creator", "author", "article:author")
OWN_TITLES = ("citation_title", "dc.title", "dcterms.title")


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A page's own statements; empty where it makes none."""

    title: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""


def read_meta(tree: HtmlElement) -> PageMeta:
    """Read title, author, dates and language from a page's head and headings."""
    stated = _statements(tree)
    language = tree.get("lang") or tree.get(
        "{http://www.w3.org/XML/1998/namespace}lang"
    )
    return PageMeta(
        title=_title(tree, stated),
        author=", ".join(
            next((names for key in AUTHORS if (names := _people(stated, key))), [])
        ),
        published=_date(stated, PUBLISHED) or _time(tree),
        modified=_date(stated, MODIFIED),
        language=(language or "").strip(),
    )


def _statements(tree: HtmlElement) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        key = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        words = " ".join((meta.get("content") or "").split())
        if key and words:
            out.setdefault(key.strip().lower(), []).append(words)
    return out


def _people(stated: dict[str, list[str]], key: str) -> list[str]:
    return [name for name in stated.get(key, ()) if not name.startswith("http")]


def _date(stated: dict[str, list[str]], keys: tuple[str, ...]) -> str:
    for key in keys:
        for words in stated.get(key, ()):
            found = DATE.search(words)
            if found:
                return "-".join(part.zfill(2) for part in found.groups() if part)
    return ""


def _time(tree: HtmlElement) -> str:
    for time in tree.iter("time"):
        found = DATE.match(time.get("datetime") or "")
        if found:
            return "-".join(part.zfill(2) for part in found.groups() if part)
    return ""


def _title(tree: HtmlElement, stated: dict[str, list[str]]) -> str:
    """Choose the title: a journal's own, else the heading or the page's."""
    site = next(iter(stated.get("og:site_name", ())), "")
    for key in OWN_TITLES:
        if stated.get(key):
            return clean_title(stated[key][0])
    heading = _heading(tree, site)
    named = next(iter(stated.get("og:title", ())), "") or _head_title(tree)
    named = without_site(clean_title(named, site), heading)
    if not named or (heading and _agrees(heading, named)):
        return heading or named
    return heading if _is_own(tree, heading, stated) else named


def _is_own(tree: HtmlElement, heading: str, stated: dict[str, list[str]]) -> bool:
    """Say whether a heading is the article's, not the site's name at its head.

    That stands in the page's own title as well, behind or before the article's.
    """
    titles = [*stated.get("og:title", ()), _head_title(tree)]
    parts = {part.strip().lower() for one in titles for part in SEPARATORS.split(one)}
    mains = [
        one
        for one in tree.iter("h1")
        if element_text(one)
        and next(one.iterancestors("article", "main"), None) is not None
    ]
    return len(mains) == 1 and bool(heading) and heading.lower() not in parts


def _agrees(heading: str, named: str) -> bool:
    """Say whether heading and page title mean one title."""
    one, other = (set(re.findall(r"\w+", words.lower())) for words in (heading, named))
    return len(one & other) * 5 >= min(len(one), len(other)) * 4 and len(one) > 1


def _head_title(tree: HtmlElement) -> str:
    title = tree.find(".//head/title")
    return element_text(title) if title is not None else ""


def _heading(tree: HtmlElement, site: str) -> str:
    """Return the first main heading that is not the site's name."""
    headings = [one for one in tree.iter("h1") if element_text(one)]
    inside = [
        one
        for one in headings
        if next(one.iterancestors("article", "main"), None) is not None
    ]
    for heading in (*inside, *headings):
        words = clean_title(_words(heading))
        if words and words.lower() != site.lower():
            return words
    return ""


def _words(heading: HtmlElement) -> str:
    marks = [one for one in heading.iter("sup") if not element_text(one).isalpha()]
    return element_text(heading, without=marks[0] if marks else None)
