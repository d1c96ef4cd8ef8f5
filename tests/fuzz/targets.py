"""What reads bytes that anybody may send, each with an example to begin from.

A target takes bytes and lets pass what its reader says of bytes it cannot read; any
other error is a fault.
"""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from articles.reading import audit, read_article, read_list
from articles.reading.decoding import UnreadableArticle
from bibliography.formats import READERS, FormatError, read
from studies import printed
from studies.meta_analysis import read_for
from studies.pooling_tables import TableProblems
from studies.tables.clipboard import NoTable, read_clipboard
from studies.tables.heads import read_head
from texts.html import clean_html
from texts.identifiers import normalise_doi, normalise_isbn
from texts.names import split_name
from texts.quoting import find_quote

PROSE = b"""# Examplin and fever

Examplin lowers fever in adults [1, 2-3] (Example et al., 2016; Kim 2016a).

## References

1. Example A, Madeup B. A made-up trial. J Ex. 2016;1(2):3-9. doi:10.5555/made.up
2. Kim, C. (2016). Another. *Ex J*, 4, 5. https://example.org/2
"""
PAGE = b"""<!DOCTYPE html><html><head><title>Examplin</title></head><body><article>
<h1>Examplin</h1><p>Examplin lowers fever<sup><a href="#r1">1</a></sup>.</p>
<ol id="refs"><li id="r1">Example A. A trial. 2016.</li></ol></article></body></html>"""
JATS = b"""<?xml version="1.0"?><article article-type="research-article"><front>
<article-meta><title-group><article-title>Examplin</article-title></title-group>
</article-meta></front><body><p>Examplin helps <xref ref-type="bibr" rid="r1">1</xref>.
</p></body><back><ref-list><ref id="r1"><mixed-citation>Example A. 2016.
</mixed-citation></ref></ref-list></back></article>"""
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj
4 0 obj<</Length 44>>stream
BT /F1 12 Tf 20 100 Td (Examplin helps.) Tj ET
endstream endobj
trailer<</Root 1 0 R>>"""
EXAMPLES = {
    "ris": b"TY  - JOUR\nAU  - Example, A\nTI  - Examplin\nPY  - 2016\nER  - \n",
    "nbib": b"PMID- 1\nTI  - Examplin\n      helps.\nAU  - Example A\nDP  - 2016 Jan\n",
    "bibtex": b'@article{a, title={{E}x \\"a}, author="Example, A and B", year=2016}',
    "csl": b'[{"id":"a","type":"article-journal","title":"E","issued":{"raw":"2016"}}]',
    "csv": b'title,doi,year\n"Examplin, a trial",10.5555/a,2016\n;;\n',
    "ids": b"10.5555/made.up\nPMID: 12\nhttps://doi.org/10.5555/b\n",
    "ovid": b"<1>\nUnique Identifier\n  1\nTitle\n  Examplin.\n",
    "refer": b"%0 Journal Article\n%T Examplin\n%A Example, A\n%D 2016\n",
    "ciw": b"FN Clarivate\nPT J\nAU Example, A\nTI Examplin\nPY 2016\nER\n\nEF\n",
    "pubmed": b"<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
    b"<Article><ArticleTitle>E</ArticleTitle></Article></MedlineCitation>"
    b"</PubmedArticle></PubmedArticleSet>",
    "endnote": b"<xml><records><record><titles><title>E</title></titles></record>"
    b"</records></xml>",
    "jats": JATS,
}


@dataclass(frozen=True)
class Target:
    """A reader: its name, what is done with bytes, and an example of them."""

    name: str
    run: Callable[[bytes], object]
    example: bytes


def _article(form):
    def run(data):
        try:
            audit(read_article(data, form))
        except UnreadableArticle as refusal:
            assert str(refusal)

    return run


def _list(data):
    try:
        read_list(data)
    except UnreadableArticle as refusal:
        assert str(refusal)


def _references(format):
    def run(data):
        try:
            list(read(data, format).records)
        except FormatError as refusal:
            assert str(refusal)

    return run


def _pooling(data):
    try:
        read_for(data, metric=None, model="reml")
    except TableProblems as refusal:
        assert str(refusal)


def _clipboard(data):
    text = data.decode("utf-8", "replace")
    for sent in ({"text": text}, {"markup": text}):
        try:
            read_head(read_clipboard(**sent))
        except NoTable as refusal:
            assert str(refusal)


def _texts(data):
    """The small readers, of one text."""
    text = data.decode("utf-8", "replace")
    for read_text in (normalise_doi, normalise_isbn, split_name, clean_html):
        read_text(text)
    find_quote(text[:20], text)
    for read_number in (printed.read, printed.read_whole):
        try:
            read_number(text)
        except ValueError as refusal:
            assert str(refusal)


def _word():
    """A Word file of one paragraph."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return packed.getvalue()


TARGETS = (
    Target("article as text", _article("markdown"), PROSE),
    Target("article as page", _article("html"), PAGE),
    Target("article as JATS", _article("jats"), JATS),
    Target("article as PDF", _article("pdf"), PDF),
    Target("article as Word file", _article("docx"), _word()),
    Target("article of any form", _article(None), PAGE),
    Target("reference list", _list, PROSE),
    *(
        Target(f"references as {name}", _references(name), EXAMPLES[name])
        for name in READERS
    ),
    Target("references of any format", _references("auto"), EXAMPLES["ris"]),
    Target("table to pool", _pooling, b"study,yi,vi\nExample 2016,0.1,0.02\n"),
    Target("clipboard", _clipboard, b"Study\tn/N\nExample\t3/40\n"),
    Target("texts", _texts, b"10.5555/made.up"),
)
