"""Bytes become text without a loss, or a sentence says why not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.citing.citations import find_citations
from articles.reading.decoding import UnreadableArticle, decode
from articles.reading.documents import read_document
from articles.reading.sentences import split_sentences

WORDS = "Déjà-vu “quoted” – naïve café\n\nsecond paragraph\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_common_encodings_come_out_the_same(encoding):
    assert decode(WORDS.encode(encoding)) == WORDS


def test_newlines_stay_as_they_are():
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_a_declared_charset_decides_where_the_bytes_are_not_utf8():
    page = '<meta charset="iso-8859-2"><p>źródło</p>'
    assert "źródło" in decode(page.encode("iso-8859-2"))
    xml = '<?xml version="1.0" encoding="koi8-r"?><p>опыт</p>'
    assert "опыт" in decode(xml.encode("koi8-r"))


def test_a_charset_nobody_knows_is_passed_over():
    assert "café" in decode('<meta charset="x-none"><p>café</p>'.encode("cp1252"))


@pytest.mark.parametrize(
    "name", ["undefined", "idna", "zlib_codec", "unicode_escape", "raw_unicode_escape"]
)
def test_a_codec_that_is_no_charset_is_passed_over(name):
    page = f"<meta charset={name}>".encode() + b"<p>Caf\xe9 \\ud800</p>"
    assert decode(page).endswith("<p>Café \\ud800</p>")


def test_one_broken_byte_in_utf8_stays_visible():
    text = decode("Çà et là, été après été: ".encode() * 20 + b"\xe9 end")
    assert text.count("\ufffd") == 1
    assert text.startswith("Çà et là")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\n\n%PDF-1.7 ...", "PDF.*save it as plain text"),
        (b"PK\x03\x04rest", "office document.*save it as plain text"),
        (b"\xef\xbb\xbf{\\rtf1 x}", "RTF.*paste"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "web archive.*paste"),
        (b"\x89PNG\r\n", "picture"),
        (b"abc\x00\x01\x02def" * 9, "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(data, said):
    with pytest.raises(UnreadableArticle, match=said) as refusal:
        decode(data)
    assert str(refusal.value).endswith(".")


def test_a_page_declared_latin_1_is_read_as_windows_1252():
    page = "<meta charset=iso-8859-1><p>“Moss” helps</p>".encode("cp1252")
    assert "“Moss” helps" in decode(page)


def test_a_file_named_as_another_form_is_refused():
    with pytest.raises(UnreadableArticle, match="not XML"):
        read_document(b"Plain words.", "jats")
    with pytest.raises(UnreadableArticle, match="no HTML tag"):
        read_document(b"Plain words.", "html")
    with pytest.raises(UnreadableArticle, match="no PDF"):
        read_document(b"Plain words.", "pdf")


def test_other_xml_is_refused_by_its_first_element():
    with pytest.raises(UnreadableArticle, match="<rss>"):
        read_document(b'<?xml version="1.0"?><rss><channel/></rss>')
    with pytest.raises(UnreadableArticle, match="<rss>"):
        read_document(b"<rss><channel/></rss>", "jats")


def test_broken_xml_is_refused_with_its_line():
    with pytest.raises(UnreadableArticle, match="line 2"):
        read_document(b'<article article-type="x">\n<front></article>')


def test_entities_of_a_file_are_not_read():
    data = (
        b'<?xml version="1.0"?><!DOCTYPE article [<!ENTITY leak SYSTEM '
        b'"file:///etc/hostname">]><article><front><article-meta><title-group>'
        b"<article-title>Quiet &leak;caf&eacute;s</article-title></title-group>"
        b"</article-meta></front><body><p>Words &nbsp;here.</p></body></article>"
    )
    assert read_document(data).title == "Quiet cafés"


def test_an_entity_bomb_is_refused():
    lines = [b'<!ENTITY a0 "ha">']
    lines += [
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
    ]
    data = (
        b'<?xml version="1.0"?><!DOCTYPE article [' + b"".join(lines) + b"]><article>"
        b"<body><p>&a11; and words</p></body></article>"
    )
    with pytest.raises(UnreadableArticle, match="entity"):
        read_document(data, "jats")


SNIPPETS = st.sampled_from(
    ["<p>", "</p>", "<sup>", "References\n", "1. ", "Smithe J, ", "(2001)", "[1-3]",
     " ",
     "<article>", "<ref-list>", "<ref>", "\n", "10.5555/a", "Kimm et al. (2016)", "¹,²",
     "<ol><li>", "<!--", "]]>", "&amp;", "⟬1⟭", "“", ". A"]
)  # fmt: skip


def read_whole(data, form):
    document = read_document(data, form)
    return document, *find_citations(document, split_sentences(document))


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "text", "html", "jats"]))
def test_any_bytes_are_read_or_refused(data, form):
    try:
        read_whole(data, form)
    except UnreadableArticle as refusal:
        assert str(refusal)


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1b", "\ufffe"])
def test_a_mark_that_xml_does_not_know_ends_no_reading(mark):
    page = f"<p>{mark}<sup>{mark}References\n"
    assert mark not in read_document(page.encode(), "html").text


@settings(deadline=None)
@given(st.lists(SNIPPETS | st.text(max_size=8), max_size=40), st.sampled_from(
    [None, "text", "html", "jats"]
))  # fmt: skip
def test_any_mixture_of_marks_keeps_its_spans_in_the_text(pieces, form):
    try:
        document, references, citations = read_whole("".join(pieces).encode(), form)
    except (UnreadableArticle, UnicodeEncodeError):
        return
    for citation in citations:
        assert document.text[citation.start : citation.end] == citation.marker
        assert citation.reference is None or citation.reference < len(references)
        assert 0 <= citation.covers[0] < citation.covers[1] <= len(document.text)
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
    if form == "text":
        assert document.text == "".join(pieces).lstrip("\ufeff")
