"""A JATS article: title, abstract, body and what its markers point to.

JATS is the XML of journals and of PubMed Central (ANSI/NISO Z39.96). It is parsed with
entities and network off; the reference lists are read in ``jats_references``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from articles.reading.citing.addresses import identify
from articles.reading.composing import Composer, Run, raised, to_html
from articles.reading.decoding import UnreadableArticle
from articles.reading.document import BlockKind, Document, ReferenceEntry
from articles.reading.jats.references import is_note, read_references
from articles.reading.jats.xmltext import (
    attribute,
    entity_text,
    first_text,
    local_name,
    named_entity,
    text_of,
    without_namespaces,
)
from articles.reading.titles import clean_title, make_title
from texts.html import clean_html

NAMED_ENTITY = re.compile(r"&([A-Za-z]\w{1,31});")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
BLOCKS = frozenset(
    [
        "sec",
        "p",
        "list",
        "def-list",
        "disp-quote",
        "table-wrap",
        "fig",
        "boxed-text",
        "verse-group",
        "fig-group",
        "table-wrap-group",
        "speech",
        "statement",
    ]
)
SKIPPED = frozenset(
    [
        "ref-list",
        "fn",
        "fn-group",
        "tex-math",
        "supplementary-material",
        "media",
        "graphic",
        "label",
        "table",
        "object-id",
        "permissions",
        "inline-graphic",
        "table-wrap-foot",
        "title",
        "disp-formula-group",
        "disp-formula",
        "preformat",
    ]
)
SKIPPED_ABSTRACTS = {"graphical", "toc", "teaser", "precis", "web-summary"}
PUBLISHED = ("epub", "pub", "ppub", "epub-ppub", "collection", "")
IN_TITLE = frozenset({"xref", "fn"})


def read_jats(text: str) -> Document:
    """Read a JATS article from its decoded XML.

    Raises UnreadableArticle for XML that does not parse and for XML without a JATS
    ``article``.
    """
    article = _parse(text)
    entries = read_references(article)
    _complete_markers(article, entries)
    composer = Composer()
    title = _title(article)
    if title:
        composer.add(BlockKind.TITLE, [(title, ())], 1)
    for abstract in article.iterfind("./front/article-meta/abstract"):
        if (abstract.get("abstract-type") or "") not in SKIPPED_ABSTRACTS:
            heading = first_text(abstract, "title") or "Abstract"
            composer.add(BlockKind.HEADING, [(heading, ())], 2)
            _add_children(composer, abstract, 3)
    for part in (*article.iterfind("./body"), *article.iterfind("./floats-group")):
        _add_children(composer, part, 2)
    if not composer.text:
        raise UnreadableArticle(
            "The JATS article has neither title, abstract nor body."
        )
    entries = _numbered(entries, composer)
    made = make_title(composer.text)
    composer.add_references(entries)
    whole = composer.text
    return Document(
        text=whole,
        title=title or made,
        title_made=not title,
        blocks=tuple(composer.blocks),
        html=clean_html(to_html(whole, composer.blocks)),
        entries=entries,
        links=tuple(composer.links),
        author=_authors(article),
        published=_published(article),
        modified=_modified(article),
        language=_language(article),
    )


def _complete_markers(
    article: etree._Element, entries: tuple[ReferenceEntry, ...]
) -> None:
    """Give markers without words their entry's number, and notes their own type.

    A marker that points to a note of the reference list cites no work.
    """
    labels = {
        entry.target: entry.label if entry.label.isdigit() else str(number)
        for number, entry in reversed(list(enumerate(entries, 1)))
    }
    notes = {ref.get("id") for ref in article.iter("ref") if is_note(ref)} - {None}
    for xref in article.iter("xref"):
        targets = _targets(xref)
        if xref.get("ref-type") != "bibr":
            continue
        if targets and set(targets) <= notes:
            xref.set("ref-type", "fn")
        elif not text_of(xref) and any(one in labels for one in targets):
            numbers = (labels[one] for one in targets if one in labels)
            xref.text = f"[{', '.join(numbers)}]"


def _numbered(
    entries: tuple[ReferenceEntry, ...], composer: Composer
) -> tuple[ReferenceEntry, ...]:
    """Number entries that carry no label, where the markers that cite are numbers."""
    text = composer.text
    words = [text[link.start : link.end] for link in composer.links]
    counted = sum(re.fullmatch(r"\W?\d{1,3}\W?", word) is not None for word in words)
    if counted * 2 < len(words) or not words:
        return entries
    return tuple(
        entry if entry.label.isdigit() else replace(entry, label=str(number))
        for number, entry in enumerate(entries, 1)
    )


def _parse(text: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    text = NAMED_ENTITY.sub(named_entity, DECLARATION.sub("", text))
    data = text.strip().encode("utf-8")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        root = _recovered(data)
        if root is None:
            raise UnreadableArticle(
                f"The XML cannot be read at line {error.lineno or 1}: {error.msg}; "
                f"a JATS <article> was expected."
            ) from error
    without_namespaces(root)
    article = root if root.tag == "article" else next(root.iter("article"), None)
    if article is None:
        raise UnreadableArticle(
            f"The XML's first element is <{local_name(root)}> and no <article> stands "
            f"in it; a JATS <article> was expected."
        )
    return article


def _recovered(data: bytes) -> etree._Element | None:
    """Read XML whose only fault is a name prefix that it does not declare."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
    )
    root = etree.fromstring(data, parser)
    faults = {one.type_name for one in parser.error_log}
    return root if faults <= {"NS_ERR_UNDEFINED_NAMESPACE"} else None


def _title(article: etree._Element) -> str:
    group = article.find("./front/article-meta/title-group")
    if group is None:
        group = article.find("./front-stub/title-group")
    if group is None:
        return ""
    title = text_of(group.find("article-title"), IN_TITLE).strip("*† ")
    subtitle = text_of(group.find("subtitle"), IN_TITLE)
    joint = " " if title.endswith((":", "?")) else ": "
    return clean_title(f"{title}{joint}{subtitle}" if subtitle else title)


def _add_children(composer: Composer, parent: etree._Element, level: int) -> None:
    for child in parent:
        _add(composer, child, level)


def _add(composer: Composer, element: etree._Element, level: int) -> None:
    name = local_name(element)
    if name == "sec":
        heading = list(_runs_of(element.find("title")))
        composer.add(BlockKind.HEADING, heading, min(level, 6))
        _add_children(composer, element, level + 1)
    elif name == "p":
        _add_mixed(composer, element, BlockKind.PARAGRAPH, level)
    elif name in ("list", "def-list"):
        for item in element.iterchildren("list-item", "def-item"):
            _add_item(composer, item, level)
    elif name == "disp-quote":
        for paragraph in element.iterchildren("p"):
            _add_mixed(composer, paragraph, BlockKind.QUOTE, level)
    elif name in ("fig", "table-wrap"):
        _add_figure(composer, element)
    elif name in BLOCKS and name not in SKIPPED:
        heading = list(_runs_of(element.find("title")))
        composer.add(BlockKind.HEADING, heading, min(level, 6))
        _add_children(composer, element, level)


def _add_item(composer: Composer, item: etree._Element, level: int) -> None:
    for child in item:
        if local_name(child) in ("p", "term", "def", "title"):
            _add_mixed(composer, child, BlockKind.LIST_ITEM, level)
        else:
            _add(composer, child, level)


def _add_figure(composer: Composer, figure: etree._Element) -> None:
    """Add a figure's or table's caption, and a table's cells row by row."""
    label, caption = figure.find("label"), figure.find("caption")
    runs: list[Run] = [*_runs_of(label), (" ", ())]
    if caption is not None:
        for part in caption:
            runs += [*_runs_of(part), (" ", ())]
    composer.add(BlockKind.CAPTION, runs)
    for row in figure.iter("tr"):
        cells: list[Run] = []
        for cell in row.iterchildren("td", "th"):
            cells += [*([(" | ", ())] if cells else []), *_runs_of(cell)]
        composer.add(BlockKind.TABLE, cells)


def _add_mixed(
    composer: Composer, element: etree._Element, kind: BlockKind, level: int
) -> None:
    """Add a paragraph; the lists and quotes inside it part it in two."""
    runs: list[Run] = [(element.text or "", ())]
    for child in element:
        if local_name(child) in BLOCKS:
            composer.add(kind, runs)
            _add(composer, child, level)
            runs = []
        else:
            runs += _inline(child)
        runs.append((child.tail or "", ()))
    composer.add(kind, runs)


def _runs_of(element: etree._Element | None) -> Iterator[Run]:
    if element is None:
        return
    yield element.text or "", ()
    for child in element:
        yield from _inline(child)
        yield child.tail or "", ()


def _inline(element: etree._Element) -> Iterator[Run]:
    """Yield an inline element's words; a raised marker stands in brackets."""
    name = local_name(element)
    if not name:
        yield entity_text(element), ()
    elif name == "xref":
        yield from _xref(element)
    elif name == "sup":
        yield from _sup(element)
    elif name in ("ext-link", "uri") and identify(attribute(element, "href")):
        yield text_of(element), (attribute(element, "href"),)
    elif name == "break":
        yield " ", ()
    elif name not in SKIPPED:
        yield from _runs_of(element)


def _xref(element: etree._Element) -> Iterator[Run]:
    kind, words = element.get("ref-type") or "", text_of(element)
    if kind == "bibr":
        is_raised = element.find(".//sup") is not None and words[:1].isdigit()
        yield (f"[{words}]" if is_raised else words), _targets(element)
    elif kind not in ("fn", "aff", "corresp", "author-notes", "table-fn"):
        yield from _runs_of(element)


def _targets(element: etree._Element) -> tuple[str, ...]:
    return tuple((element.get("rid") or "").split())


def _sup(element: etree._Element) -> Iterator[Run]:
    linked = [x for x in element.iter("xref") if x.get("ref-type") == "bibr"]
    if not linked and text_of(element) in (",", ";"):
        return  # what parts two raised markers, each of which has its own brackets
    if not linked:
        yield raised(text_of(element, frozenset({"xref"}))), ()
        return
    words = text_of(element)
    bare = not words.startswith(("[", "("))
    yield ("[" if bare else ""), ()
    yield from _runs_of(element)
    yield ("]" if bare else ""), ()


def _authors(article: etree._Element) -> str:
    names = []
    for contrib in article.iterfind("./front/article-meta/contrib-group/contrib"):
        if (contrib.get("contrib-type") or "author") != "author":
            continue
        given, surname = (
            first_text(contrib, f".//{part}") for part in ("given-names", "surname")
        )
        name = f"{given} {surname}".strip() or first_text(contrib, "collab")
        names += [name] if name else []
    return ", ".join(names)


def _published(article: etree._Element) -> str:
    dates = {}
    for date in article.iterfind("./front/article-meta/pub-date"):
        kind = date.get("pub-type") or date.get("date-type") or ""
        dates.setdefault(kind, _iso(date))
    return next((dates[kind] for kind in PUBLISHED if dates.get(kind)), "")


def _modified(article: etree._Element) -> str:
    for date in article.iterfind("./front/article-meta/history/date"):
        if (date.get("date-type") or "") in ("corrected", "updated", "retracted"):
            return _iso(date)
    return ""


def _iso(date: etree._Element) -> str:
    """Return a JATS date as "2024", "2024-05" or "2024-05-01", as far as stated."""
    parts = [first_text(date, name) for name in ("year", "month", "day")]
    out = ""
    for part, width in zip(parts, (4, 2, 2), strict=True):
        if not part.isdecimal():
            break
        out += ("-" if out else "") + part.zfill(width)
    return out


def _language(article: etree._Element) -> str:
    return article.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
