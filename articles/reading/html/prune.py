"""Leaves out of an HTML page what is no article: menus, cookie bars, related posts."""

import re

from lxml import etree
from lxml.html import HtmlElement

from articles.reading.html.text import element_text

NEVER = ("script", "style", "noscript", "template", "svg", "form", "iframe", "button",
         "select", "nav", "dialog", "object", "canvas")  # fmt: skip
CLUTTER = re.compile(
    r"(?:^|[\s_\-])(?:cookies?|consent|gdpr|ccpa|nav(?:bar|igation)?|menu|breadcrumbs?"
    r"|related(?:-?(?:posts?|articles?|content))?|recommend(?:ed|ations)?|share|sharing"
    r"|social|newsletter|subscribe|sidebar|comments?(?:-list|-area)?|respond|popup|modal"
    r"|advert(?:isement)?|ads?|promo|banner|toc|table-of-contents|skip-link|pagination"
    r"|site-header|site-footer|masthead|read-next|more-stories|tag-list|catlinks|navbox"
    r"|mw-editsection|metadata|ambox|hatnote|printfooter|vector-menu)(?:$|[\s_\-])",
    re.IGNORECASE,
)
ROLES = {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog",
         "complementary", "doc-toc"}  # fmt: skip
KEPT = {"html", "body", "main", "article", "head"}


def prune(tree: HtmlElement) -> None:
    """Take clutter out of a page's tree, in place."""
    whole = len(element_text(tree))
    for element in list(tree.iter(*NEVER)):
        _drop(element)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in KEPT:
            continue
        if element.getparent() is None or not _is_clutter(element):
            continue
        if len(element_text(element)) * 3 < whole:
            _drop(element)


def _is_clutter(element: HtmlElement) -> bool:
    if element.get("role") in ROLES or element.get("hidden") is not None:
        return True
    if element.tag == "footer" and next(element.iterancestors("article"), None) is None:
        return True
    if element.tag in ("p", "span", "a", "em", "b", "i", "h1", "li", "td", "sup"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return CLUTTER.search(names) is not None


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def main_element(tree: HtmlElement) -> HtmlElement:
    """Return the element that holds the article: by name and role, else the body."""
    found = [
        *tree.iter("article"),
        *(one for one in tree.iter(etree.Element) if one.get("role") == "main"),
        *tree.iter("main"),
    ]
    found = sorted(found, key=lambda one: -len(element_text(one)))
    if found and len(element_text(found[0])) > 200:
        return found[0]
    body = tree.find("body")
    return tree if body is None else body
