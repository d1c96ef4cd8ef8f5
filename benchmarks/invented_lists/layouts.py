"""The same entries as a page, a text or Markdown holds them."""

import html
import re
import textwrap
import unicodedata

AS_PAGE = {"Manubot", "strong title", "relative link"}
AS_LINES = {"Manubot as text", "PubMed's lines"}
AS_MARKDOWN = {"Markdown links"}


def layouts_of(style):
    """The layouts that a style comes in."""
    if style in AS_PAGE:
        return ("items",)
    if style in AS_LINES:
        return ("numbered", "parted")
    if style in AS_MARKDOWN:
        return ("bullets",)
    return tuple(LAYOUTS)


def plain(entry):
    """An entry's words without tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", entry))


def numbered(entries):
    return "\n".join(f"{n}. {plain(one)}" for n, one in enumerate(entries, 1))


def wrapped(entries):
    """Lines broken at a width, the entries numbered in square brackets."""
    return "\n".join(
        textwrap.fill(f"[{n}] {plain(one)}", 78, break_on_hyphens=False)
        for n, one in enumerate(entries, 1)
    )


def hanging(entries):
    """Lines broken at a width, all but the first of an entry set in."""
    return "\n".join(
        textwrap.fill(plain(one), 78, subsequent_indent="    ", break_on_hyphens=False)
        for one in entries
    )


def parted(entries):
    """A blank line between entries, letters decomposed as Macs write them."""
    return unicodedata.normalize("NFD", "\n\n".join(map(plain, entries)))


def bullets(entries):
    """Markdown, what is in italics between stars."""
    starred = (re.sub(r"</?(?:i|em)>", "*", one) for one in entries)
    return "\n".join(f"- {plain(one)}" for one in starred)


def lines(entries):
    return "\n".join(map(plain, entries))


def items(entries):
    """A page with an ordered list."""
    listed = "".join(f"<li>{escaped(one)}</li>\n" for one in entries)
    return page(f"<ol>{listed}</ol>")


def paragraphs(entries):
    """A page with a paragraph for each entry."""
    return page("".join(f"<p>{escaped(one)}</p>\n" for one in entries))


def escaped(entry):
    return re.sub(r"&(?!\w+;|#)", "&amp;", entry)


def page(inner):
    return (
        "<!DOCTYPE html><html><head><title>Of examples</title></head><body><article>"
        "<h1>Of examples</h1><p>Words that say next to nothing of any work, but enough "
        f"of them to fill a paragraph.</p><h2>References</h2>{inner}</article></body>"
        "</html>"
    )


LAYOUTS = {
    "hanging": hanging,
    "items": items,
    "parted": parted,
    "numbered": numbered,
    "wrapped": wrapped,
    "bullets": bullets,
    "lines": lines,
    "paragraphs": paragraphs,
}
