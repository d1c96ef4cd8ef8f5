"""Where works appeared: journals, volumes and pages read from entries in any style."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.document import ReferenceEntry
from articles.reading.documents import read_document
from articles.reading.lists.entries import parse_entry
from articles.reading.lists.names import fold
from articles.reading.lists.places import find_place
from tests.articles.reading.house_styles import NO_ARTICLES, STYLES, works

EACH = 12
FIELDS = ("authors", "year", "title", "journal", "volume", "page", "doi")


def right(entry, work):
    """Which fields an entry has as the work has them, and which it has at all."""
    surnames = tuple(fold(name) for name, _ in work.authors)
    return {
        "authors": tuple(map(fold, entry.authors)) == surnames,
        "year": entry.year == work.year,
        "title": fold(entry.title) == fold(work.title),
        "journal": fold(entry.journal) in map(fold, work.journal),
        "volume": entry.volume == work.volume,
        "page": entry.page == work.first,
        "doi": entry.doi == work.doi,
    }


def test_entries_in_fifteen_styles_are_read_whole():
    read = [
        (style, work, parse_entry(write(work)))
        for style, write in STYLES.items()
        for work in works(EACH)
    ]
    assert len(STYLES) == 15
    for field in FIELDS:
        told = [one for one in read if getattr(one[2], field)]
        wrong = [
            (style, entry.raw, getattr(entry, field))
            for style, work, entry in told
            if not right(entry, work)[field]
        ]
        stated = [one for one in read if field != "doi" or one[1].doi in one[2].raw]
        assert len(wrong) <= 0.02 * len(told), wrong
        assert len(told) - len(wrong) >= 0.95 * len(stated), field


@pytest.mark.parametrize("style", STYLES)
def test_no_style_is_left_out(style):
    entries = [(parse_entry(STYLES[style](work)), work) for work in works(EACH)]
    for field in ("journal", "volume", "page"):
        good = sum(right(entry, work)[field] for entry, work in entries)
        assert good >= EACH - 1


@pytest.mark.parametrize("raw", NO_ARTICLES)
def test_a_book_a_chapter_a_thesis_and_a_page_are_in_no_journal(raw):
    entry = parse_entry(raw)
    assert (entry.journal, entry.volume) == ("", "")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("J Examp. 2016;12 Suppl 3:S144-9.", ("J Examp", "12", "S144-9")),
        ("J Examp 2016;(3):CD001234", ("J Examp", "", "CD001234")),
        ("Cochrane Database of Examples 2016, Issue 3. Art. No.: CD001234.",
         ("Cochrane Database of Examples", "", "CD001234")),
        ("Made Up Res Int. 2016;2016:1234567.", ("Made Up Res Int", "2016", "1234567")),
        ("Exemplaria, vol. XIV, no. 2, 2016, pp. 3-9", ("Exemplaria", "XIV", "3-9")),
        ("Examples (Nowhere) 2016; 12: 144–51.",
         ("Examples (Nowhere)", "12", "144–51")),
        ("Commun. Examples 52, 4 (2016), 423–433",
         ("Commun. Examples", "52", "423–433")),
        ("Exemplaria 14 (2017), Nr. 3, S. 201-209", ("Exemplaria", "14", "201-209")),
        ("Exemplaria 14 (2017), H. 3, S. 201", ("Exemplaria", "14", "201")),
        ("Exemplaria 14 (2017), no. 3, pp. 201–9", ("Exemplaria", "14", "201–9")),
        ("J Examp. 2016 Jan-Feb;12(1):19-25.", ("J Examp", "12", "19-25")),
        ("J Examp. Published online March 4, 2021. doi:10.5555/x", ("J Examp", "", "")),
        ("Exemplaria.", ("", "", "")),
        ("Nowhere: Made-up Press; 2016.", ("", "", "")),
    ],
)  # fmt: skip
def test_supplements_issues_and_numbers_are_told_apart(words, place):
    found = find_place(words)
    assert (found.journal, found.volume, found.pages) == place


def test_a_full_stop_inside_a_title_does_not_end_it_before_the_journal():
    entry = parse_entry(
        "Xamplova A. Drops for eyes. A look at what is not. J Examp. 2016;12:144-51."
    )
    assert entry.title == "Drops for eyes. A look at what is not"
    assert entry.journal == "J Examp"


def test_an_entry_without_a_title_keeps_its_journal_whole():
    entry = parse_entry(
        "A. Xamplova, B. Inventa, J. Am. Examp. Soc. 2016, 12, 144-151."
    )
    assert (entry.title, entry.journal) == ("", "J. Am. Examp. Soc")
    assert (entry.volume, entry.page) == ("12", "144")


def test_a_place_alone_names_no_author():
    entry = parse_entry("J Invent Examp. 2003 Jan-Feb;9(1):19-25")
    assert (entry.authors, entry.title) == ((), "")
    assert (entry.journal, entry.volume, entry.page) == ("J Invent Examp", "9", "19")


def test_the_first_of_some_pages():
    assert ReferenceEntry("", pages="144–51").page == "144"
    assert ReferenceEntry("", pages="e0123").page == "e0123"


@settings(deadline=None)
@given(st.text(alphabet="Ab. ,;:()12-–“”'J", max_size=80))
def test_any_words_give_a_place_of_these_words(words):
    place = find_place(words)
    for part in (place.journal, place.volume, place.issue, place.pages):
        assert part in words
    assert place.journal or not place.volume


# --- marked-up citations ---

JATS = """<article><front><article-meta><title-group><article-title>Of examples
</article-title></title-group></article-meta></front><body><p>Words.</p></body><back>
<ref-list><ref id="r1">{}</ref></ref-list></back></article>"""
NAME = "<name><surname>Xamplova</surname><given-names>A</given-names></name>"


def of_jats(citation):
    document = read_document(JATS.format(citation).encode(), form="jats")
    return document.entries[0]


def test_the_marks_of_a_jats_citation_say_where_it_appeared():
    entry = of_jats(
        f"""<element-citation publication-type="journal">{NAME}<article-title>Drops
        </article-title><source>J Examp</source><year>2016</year><volume>12</volume>
        <issue>3</issue><fpage>144</fpage><lpage>151</lpage></element-citation>"""
    )
    assert entry.journal == "J Examp"
    assert (entry.volume, entry.issue, entry.page) == ("12", "3", "144")


def test_an_article_s_number_stands_for_its_page():
    entry = of_jats(
        f"""<mixed-citation>{NAME} <article-title>Drops</article-title>.
        <source>J Examp</source> <volume>12</volume>,
        <elocation-id>e0144</elocation-id> (<year>2016</year>).</mixed-citation>"""
    )
    assert (entry.journal, entry.volume, entry.page) == ("J Examp", "12", "e0144")


def test_the_source_of_a_chapter_is_no_journal():
    entry = of_jats(
        f"""<element-citation publication-type="book">{NAME}<chapter-title>Drops
        </chapter-title><source>A book of examples</source><year>2016</year>
        <volume>2</volume><fpage>12</fpage><publisher-name>Made-up Press
        </publisher-name></element-citation>"""
    )
    assert (entry.journal, entry.volume, entry.page) == ("", "", "")


def test_a_page_s_own_markup_is_read_through():
    page = """<html><body><article><h1>Of examples</h1><p>Words that go on.</p>
    <h2>References</h2><ol><li id="a">Xamplova A, Inventa B. Drops for dry eyes.
    <i>J Examp</i>. 2016;<b>12</b>(3):144-51.</li><li id="b"><cite>Roe C (2010). "Salves
    of examples". <i>Annals of Inventions</i>. <b>7</b> (2): 33–39.</cite><span
    class="Z3988" title="rft.atitle=Salves+of+examples
    &amp;rft.jtitle=Annals+of+Inventions&amp;rft.volume=7&amp;rft.issue=2&amp;rft.pages=33-39&amp;rft.aulast=Roe&amp;
    rft.date=2010"></span></li></ol></article></body></html>"""
    first, second = read_document(page.encode(), form="html").entries
    assert (first.journal, first.volume, first.page) == ("J Examp", "12", "144")
    assert second.journal == "Annals of Inventions"
    assert (second.volume, second.page) == ("7", "33")
