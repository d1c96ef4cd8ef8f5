"""An HTML article: its main text by trafilatura, its references from the tree."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from articles.reading.composing import Composer, Run, to_html
from articles.reading.decoding import UnreadableArticle
from articles.reading.document import BlockKind, Document, ReferenceEntry
from articles.reading.html.lists import take_references
from articles.reading.html.markers import CLOSE, OPEN, POINT, fragments, mark_citations
from articles.reading.html.meta import PageMeta, read_meta
from articles.reading.html.prune import main_element, prune
from articles.reading.html.text import element_text
from articles.reading.titles import make_title
from texts.html import clean_html

# lxml takes these in from a page, and refuses them once text is moved in its tree.
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
MARKED = re.compile(rf"{OPEN}(\d+){POINT}(.*?){CLOSE}", re.DOTALL)
SIGNS = str.maketrans({OPEN: "[", POINT: "]", CLOSE: "]"})
KINDS = {
    "p": BlockKind.PARAGRAPH,
    "item": BlockKind.LIST_ITEM,
    "quote": BlockKind.QUOTE,
    "head": BlockKind.HEADING,
    "fw": BlockKind.PARAGRAPH,
    "row": BlockKind.TABLE,
    "code": BlockKind.PARAGRAPH,
    "ab": BlockKind.PARAGRAPH,
}
Piece = tuple[BlockKind, str, int]
BREAK = "\u2028"  # stands for <br> until the blocks are made
PARTED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
OWN_TAGS = {
    "p": "p",
    "li": "item",
    "blockquote": "quote",
    "tr": "row",
    "dd": "item",
    "dt": "item",
    "figcaption": "p",
    "pre": "p",
    "td": "p",
    **{f"h{level}": "head" for level in range(1, 7)},
}


def read_html(
    text: str, *, is_list: bool = False, is_all_article: bool = False
) -> Document:
    """Read an article from a decoded HTML page.

    ``is_list`` takes all of a page without a reference list for one;
    ``is_all_article`` says that nothing but the article is in it.

    Raises UnreadableArticle where the page holds no text.
    """
    tree = _parse(text)
    meta = read_meta(tree)
    entries, targets = take_references(tree, fragments(tree), is_list=is_list)
    linked = mark_citations(tree, targets, len(entries))
    composer = Composer()
    if is_all_article:
        pieces = list(_own_pieces(main_element(tree)))
    else:
        prune(tree)
        pieces = _main_pieces(tree)
    title = meta.title
    if title and not any(_same(words, title) for _, words, _ in pieces[:3]):
        composer.add(BlockKind.TITLE, [(title, ())], 1)
    for kind, words, level in _at_breaks(pieces):
        is_title = kind is BlockKind.HEADING and title and _same(words, title)
        kind = BlockKind.TITLE if is_title else kind
        composer.add(kind, _unmarked(words, linked), level)
    if not (composer.text.strip() or (is_list and entries)):
        raise UnreadableArticle("The HTML page holds no text; an article was expected.")
    return _document(composer, title, entries, meta)


def _at_breaks(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Part what <br> parts: a label from what it labels, line from line.

    A line that begins small goes on with the one before; headings stay whole.
    """
    for kind, words, level in pieces:
        if BREAK not in words or kind not in PARTED:
            yield kind, words.replace(BREAK, " "), level
            continue
        lines = [line for line in words.split(BREAK) if line.strip()]
        whole = lines[:1]
        for line in lines[1:]:
            if line.lstrip()[0].islower():
                whole[-1] += f" {line}"
            else:
                whole.append(line)
        yield from ((kind, line, level) for line in whole)


def _document(
    composer: Composer,
    title: str,
    entries: tuple[ReferenceEntry, ...],
    meta: PageMeta,
) -> Document:
    body = composer.text
    composer.add_references(entries)
    whole = composer.text
    return Document(
        text=whole,
        title=title or make_title(body),
        title_made=not title,
        blocks=tuple(composer.blocks),
        html=clean_html(to_html(whole, composer.blocks)),
        entries=entries,
        links=tuple(composer.links),
        author=meta.author,
        published=meta.published,
        modified=meta.modified,
        language=meta.language,
    )


def _parse(text: str) -> HtmlElement:
    cleaned = NOT_IN_XML.sub(" ", DECLARATION.sub("", text)).translate(SIGNS)
    # Without huge_tree what is set deeper than 256 elements is silently lost.
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, huge_tree=True
    )
    try:
        return lxml_html.document_fromstring(cleaned.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableArticle(
            "The HTML page cannot be read or is empty; an article was expected."
        ) from error


def _main_pieces(tree: HtmlElement) -> list[Piece]:
    """Take the main text: trafilatura's, or all of the article where that lost much."""
    main = main_element(tree)
    own = list(_own_pieces(main))
    whole = sum(len(words.split()) for _, words, _ in own)
    try:
        found = bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=False,
        )
        body = getattr(found, "body", None)
        pieces = list(_extracted_pieces(body)) if body is not None else []
    except RecursionError:  # lists in lists, hundreds deep
        return own
    kept = sum(len(words.split()) for _, words, _ in pieces)
    share = 0.85 if main.tag in ("article", "main") else 0.4
    return pieces if kept >= whole * share else own


def _extracted_pieces(element: etree._Element) -> Iterator[Piece]:
    """Yield the blocks of trafilatura's body: head, p, list and item, quote, row."""
    for child in element:
        kind = KINDS.get(child.tag)
        if kind is None:
            yield from _extracted_pieces(child)
            if (child.tail or "").strip():
                yield BlockKind.PARAGRAPH, child.tail, 0
            continue
        level = int((child.get("rend") or "h2")[-1]) if child.tag == "head" else 0
        yield kind, _own_words(child), level
        for inner in child.iterchildren("list", "p", "quote", "table"):
            if child.tag == "quote" and inner.tag == "p":
                yield BlockKind.QUOTE, _own_words(inner), 0
            else:
                yield from _extracted_pieces(_held(inner))


def _held(element: etree._Element) -> etree._Element:
    """Hold one element so that it can be walked like a body."""
    holder = etree.Element("body")
    holder.append(element)
    return holder


def _own_words(element: etree._Element) -> str:
    """Return an element's words without the blocks inside it."""
    if element.tag == "row":
        cells = (" ".join("".join(cell.itertext()).split()) for cell in element)
        return " | ".join(cells)
    parts = [element.text or ""]
    for child in element:
        if child.tag not in ("list", "p", "quote", "table"):
            parts.append(BREAK if child.tag == "lb" else "")
            parts.append("".join(child.itertext()))
        parts.append(child.tail or "")
    return "".join(parts)


def _own_pieces(main: HtmlElement) -> Iterator[Piece]:
    """Yield the blocks of the article's element as the page itself has them."""
    for element in main.iter(*OWN_TAGS):
        holds_more = next(element.iterdescendants(*OWN_TAGS), None) is not None
        if holds_more and element.tag not in ("li", "tr"):
            continue
        if next(element.iterancestors("tr"), None) is not None:
            continue
        if element.tag == "tr":
            cells = (element_text(cell) for cell in element)
            yield BlockKind.TABLE, " | ".join(cells), 0
            continue
        words = _without_inner(element)
        kind = KINDS[OWN_TAGS[element.tag]]
        if kind is BlockKind.PARAGRAPH and element.getparent().tag in (
            "li",
            "blockquote",
        ):
            kind = KINDS[OWN_TAGS[element.getparent().tag]]
        yield kind, words, int(element.tag[1]) if kind is BlockKind.HEADING else 0


def _without_inner(element: HtmlElement) -> str:
    """Return an element's words without the lists and paragraphs inside it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag not in ("ul", "ol", "dl", "p", "blockquote", "table", "div"):
            parts.append(element_text(child) if child.tag != "br" else BREAK)
        parts.append(child.tail or "")
    return "".join(parts)


def _same(words: str, title: str) -> bool:
    def folded(text: str) -> str:
        return "".join(letter for letter in text.casefold() if letter.isalnum())

    return folded(MARKED.sub("", words)) == folded(title)


def _unmarked(words: str, linked: list[tuple[str, ...]]) -> Iterator[Run]:
    """Yield the words with the brackets of ``html_markers`` turned into links."""
    here = 0
    for found in MARKED.finditer(words):
        yield words[here : found.start()], ()
        yield found[2], linked[int(found[1])]
        here = found.end()
    yield words[here:].translate(SIGNS), ()
