"""Titles, blocks and lists, form by form."""

import pytest

from articles.reading.document import BlockKind
from articles.reading.documents import read_document

WORDS = "Some words of running text stand here, and they say little. " * 6


def text(words, form="text"):
    return read_document(words.encode(), form)


def blocks(document, kind):
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is kind
    ]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("A short title\n\n" + WORDS, "A short title"),
        ("A short title\n\nA short title\n\n" + WORDS, "A short title"),
        ("A short title A short title\n\n" + WORDS, "A short title"),
        ("# A short title\n" + WORDS, "A short title"),
        ("Title: A short title\n\n" + WORDS, "A short title"),
        ("REVIEW\nA short title\n\n" + WORDS, "A short title"),
        ("Does it help in 2024?\n\n" + WORDS, "Does it help in 2024?"),
        ("A title that is so long that it runs on\nin the second line of it\n\n"
         + WORDS,
         "A title that is so long that it runs on in the second line of it"),
    ],
)  # fmt: skip
def test_the_title_of_a_text_is_its_first_short_line(words, title):
    document = text(words)
    assert (document.title, document.title_made) == (title, False)
    assert title.split()[0] not in "".join(blocks(document, BlockKind.PARAGRAPH))


def test_a_missing_title_is_made_from_the_first_sentence_and_marked():
    document = text("The first sentence stands here. The second one follows it.\n")
    assert document.title == "The first sentence stands here"
    assert document.title_made


def test_a_text_in_the_place_of_a_title_is_none():
    heading = " ".join(f"moss {number}" for number in range(200))
    document = text(f"# {heading}\n\n{WORDS}", "markdown")
    assert document.title_made
    assert len(document.title) < 130


def test_a_title_is_taken_from_what_heads_a_markdown_file():
    document = text(
        f'---\ntitle: "A title: and more"\ndate: 2023-04-05\n---\n\n{WORDS}'
    )
    assert (document.title, document.title_made) == ("A title: and more", False)
    assert "2023" not in "".join(blocks(document, BlockKind.PARAGRAPH))


def test_the_subject_of_a_letter_is_its_title():
    document = text(f"Subject: Moss for knees\nFrom: ann@example.org\n\n{WORDS}")
    assert document.title == "Moss for knees"


def test_a_text_stays_as_it_is():
    words = "A title\r\n\r\n  Words  here\t.\r\n- an item\r\n\r\nReferences\r\n1. A\r\n"
    assert text(words).text == words


def test_headings_items_and_wrapped_paragraphs_are_blocks():
    document = text(
        "A title\n\nA heading\n\nA paragraph that is broken at a "
        "fixed width by whoever\n"
        "typed it, and that goes on.\n\n- first item\n- second "
        "item\n\n2. Another heading\n\n"
        "Words again, and a full stop.\n"
    )
    assert blocks(document, BlockKind.HEADING) == ["A heading", "2. Another heading"]
    assert blocks(document, BlockKind.LIST_ITEM) == ["- first item", "- second item"]
    assert len(blocks(document, BlockKind.PARAGRAPH)) == 2


def test_who_wrote_a_text_is_no_heading_and_years_are():
    def kind_of(line):
        document = text(f"Moss and knees\n\n{line}\n\nMoss grows on stones.\n\nEnd\n")
        assert document.title == "Moss and knees"
        return document.blocks[1].kind

    bylines = [
        "By Ada Mossley, health correspondent",
        "By Ada Mossley",
        "BY Ada Mossley and Ben Fern, science desk",
        "Words by Dr. Ada Mossley | 3 May 2031",
        "By our health correspondent",
    ]
    headings = [
        "2031",
        "1999–2004",
        "2031 to today",
        "By Age Group",
        "By mouth, twice a day",
        "By the numbers",
        "By Country, 2031",
        "Moss by post",
    ]
    assert {kind_of(line) for line in bylines} == {BlockKind.PARAGRAPH}
    assert {kind_of(line) for line in headings} == {BlockKind.HEADING}
    assert {kind_of(line) for line in ("20319", "12")} == {BlockKind.PARAGRAPH}
    assert text(
        "By Ada Mossley, health editor\n\nMoss and knees\n\nMoss grows.\n"
    ).title == ("Moss and knees")


def test_the_list_of_a_text_ends_where_something_else_begins():
    document = text(
        "A title\n\n" + WORDS + "\n\nReferences\n1. Pell A. One. J Ex. 2001;1:2.\n"
        "2. Quill B. Two. J Ex. 2002;1:2.\n\nAcknowledgements\n\nWe thank everyone.\n"
    )
    assert [entry.authors for entry in document.entries] == [("Pell",), ("Quill",)]
    assert blocks(document, BlockKind.HEADING)[-1] == "Acknowledgements"


def test_one_or_two_notes_at_the_end_are_a_list_where_they_name_authors():
    works = "1 Pell A. One. J Ex. 2001;1:2.\n2 Quill B. Two. J Ex. 2002;1:2.\n"
    for words, years in {
        works: [2001, 2002],
        works.split("\n")[0]: [2001],
        "1 In May 2001 it rained.\n2 In 2002 it did not.": [],
        "1. Mix the moss of 2001.\n2. Drink it.": [],
    }.items():
        document = text(f"A title\n\n{WORDS}\n\n{words}")
        assert [entry.year for entry in document.entries] == years


def test_a_list_needs_no_heading_when_it_counts_up_to_the_end():
    document = text(
        "A title\n\n" + WORDS + "\n\n1. Pell A. One. J Ex. 2001;1:2.\n"
        "2. Quill B. Two. J Ex. 2002;1:2.\n3. Rowe C. Three. J Ex. 2003;1:2.\n"
    )
    assert len(document.entries) == 3


PAGE = """<html lang="en"><head><title>{head}</title>{meta}</head><body>
<div class="cookie-banner">We use cookies here.</div><nav><a href="/">Home</a></nav>
<article><h1>{heading}</h1><p>{words}</p><h2>Part two</h2><ul><li>One item.</li></ul>
<p>{words}</p></article><div class="related-posts"><p>Other stories here.</p></div>
<footer>All rights reserved.</footer></body></html>"""


def page(head="", heading="", meta=""):
    return text(PAGE.format(head=head, heading=heading, meta=meta, words=WORDS), "html")


@pytest.mark.parametrize(
    ("head", "heading", "meta", "title"),
    [
        ("A title | Some Site", "A title", "", "A title"),
        ("A title - Some Site", "",
         '<meta property="og:site_name" content="Some Site">',
         "A title"),
        ("Some Site", "", '<meta property="og:title" content="A title">', "A title"),
        ("x", "y", '<meta name="citation_title" content="A title">', "A title"),
        ("A title A title", "", "", "A title"),
        ("A title - A title", "", "", "A title"),
        ("A title: with two parts", "A title: with two parts", "",
         "A title: with two parts"),
    ],
)  # fmt: skip
def test_the_title_of_a_page_is_without_its_site(head, heading, meta, title):
    assert page(head, heading, meta).title == title


def test_a_page_without_a_title_has_one_made():
    document = page()
    assert document.title_made
    assert document.title.startswith("Some words of running text")


def test_cookies_menus_and_related_posts_are_left_out():
    document = page("A title", "A title")
    for clutter in ("cookies", "Home", "Other stories", "rights reserved"):
        assert clutter not in document.text
        assert clutter not in document.html
    assert blocks(document, BlockKind.HEADING) == ["Part two"]
    assert blocks(document, BlockKind.LIST_ITEM) == ["One item."]
    assert document.language == "en"


def test_scripts_of_a_page_do_not_survive():
    document = page("A title", "A <script>alert(1)</script>title")
    assert "script" not in document.html
    assert "alert" not in document.text


ENTRY = "Pell, A. (2001). A work of one. Example Journal, 1, 2–3."
OTHER = "Quill, B. (2002). A work of two. Example Journal, 4, 5–6."


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>References</h2><ol><li>{0}</li><li>{1}</li></ol>",
        '<ul class="references"><li><a href="/x">{0}</a></li><li><a>{1}</a></li></ul>',
        '<div class="csl-entry">{0}</div><div class="csl-entry">{1}</div>',
        '<section role="doc-bibliography"><p>{0}</p><p>{1}</p></section>',
        "<aside><h3>Sources</h3><ul><li>{0}</li><li>{1}</li></ul></aside>",
        "<footer><h4>Bibliography</h4><p>{0}</p><p>{1}</p></footer>",
        "<p><b>References:</b></p><p>{0}<br>{1}</p>",
        "<dl class=bibliography><dt>[1]</dt><dd>{0}</dd><dt>[2]</dt><dd>{1}</dd></dl>",
        "<details><summary>References</summary><ol><li>{0}<li>{1}</ol></details>",
        "<div><div><h2>Literature "
        "cited</h2></div><div><p>{0}</p><p>{1}</p></div></div>",
        '<table class="ref-list"><tr><td>1.</td><td>{0}</td></tr><tr><td>2.</td>'
        "<td>{1}</td></tr></table>",
        "<details><summary>View sources (2)</summary><ol><li>{0}<li>{1}</ol></details>",
        "<section><h4>Article sources</h4><div><ol><li>{0}</li><li>{1}</li></ol></div>"
        "</section>",
        "<h3>Key studies</h3><p>{0}</p><p>{1}</p>",
        "<footer><h3>Notes</h3><ol><li>{0}</li><li>{1}</li></ol></footer>",
        "<p><strong>References:</strong><br>{0}<br><br>{1}</p>",
        "<h2>References</h2><div><div><div>1</div><div>{0}</div></div>"
        "<div><div>2</div><div>{1}</div></div></div>",
        "<section role=doc-bibliography><div role=list><div role=listitem><div>1.</div>"
        "<div>{0}</div></div><div role=listitem><div>2.</div><div>{1}</div></div></div>"
        "</section>",
    ],
)
def test_a_list_is_found_wherever_a_page_puts_it(markup):
    document = text(
        f"<html><body><article><h1>A title</h1><p>{WORDS}</p></article>"
        f"{markup.format(ENTRY, OTHER)}</body></html>",
        "html",
    )
    assert [(e.authors, e.year) for e in document.entries] == [
        (("Pell",), 2001),
        (("Quill",), 2002),
    ]
    assert len(blocks(document, BlockKind.REFERENCE)) == 2
    assert document.text.count("A work of one") == 1


@pytest.mark.parametrize("heading", ["Key studies", "Notes", "Research"])
def test_running_text_below_a_loose_heading_stays_in_the_article(heading):
    told = "<p>One trial of 2019 found less pain.</p><p>Another, of 2020, did not.</p>"
    document = text(
        f"<html><body><article><h1>A title</h1><p>{WORDS}</p><h2>{heading}</h2>{told}"
        "</article></body></html>",
        "html",
    )
    assert document.entries == ()
    assert "Another, of 2020, did not." in document.text


def test_authors_in_a_list_of_their_own_are_read():
    document = text(
        f"<html><body><h1>A title</h1><p>{WORDS}</p><h2>References</h2><ol><li><h3 "
        "class=reference__title>A work of two</h3><ol><li>Pell AB</li><li>Quill C</li>"
        "</ol><span>(2010)</span><div><i>J Ex</i> 12:3.</div></li></ol></body></html>",
        "html",
    )
    assert [(e.authors, e.year, e.title) for e in document.entries] == [
        (("Pell", "Quill"), 2010, "A work of two")
    ]


COPIED = {
    "footnotes of Markdown": "[^1]: {0}\n[^2]: {1}",
    "citations of reStructuredText": "References\n----------\n\n.. [1] {0}\n.. [2] {1}",
    "numbers in lines of their own": "References\n1\n{0}\nCrossrefPubMed\n"
    "2\n{1}\nCrossrefPubMedGoogle Scholar",
    "lines of link names": "References\n\n{0}\n\nArticle CAS PubMed Google Scholar\n\n"
    "{1}\n\nArticle CAS Google Scholar",
    "heading glued to the first": "References1. {0}\n2. {1}",
    "heading of two words": "Sources & references\n• {0}\n• {1}",
    "three lines an entry": "References\n[1]\nA.B. Pell, C. Dorn\nA work of one\n"
    "J. Ex., 1 (2001), pp. 2–3\n[2]\nB. Quill\nA work of two\nJ. Ex., 4 (2002), pp. 5",
}


@pytest.mark.parametrize("listed", COPIED.values(), ids=COPIED.keys())
def test_a_list_survives_being_copied(listed):
    more = "" if "[^1]" not in listed else "\n[^3]: Rowe, C. (2003). A work. J Ex, 1."
    document = text(f"A title\n\n{WORDS}\n\n{listed.format(ENTRY, OTHER)}{more}\n")
    assert [(e.authors[0], e.year) for e in document.entries[:2]] == [
        ("Pell", 2001),
        ("Quill", 2002),
    ]
    assert len(document.entries) == (3 if more else 2)


def test_a_list_of_other_links_is_no_reference_list():
    document = text(
        f"<html><body><article><h1>A "
        f"title</h1><p>{WORDS}</p></article><div class=sources>"
        "<ul><li><a href=/a>Ten foods to try</a></li><li>Book a visit</li></ul></div>"
        "</body></html>",
        "html",
    )
    assert document.entries == ()


def test_a_jats_article_tells_authors_dates_and_language():
    document = text(
        "<article "
        'xml:lang="en"><front><article-meta><title-group><article-title>A title'
        "</article-title><subtitle>and more</subtitle></title-group><contrib-group>"
        '<contrib contrib-type="author"><name><surname>Pell</surname><given-names>Ann'
        '</given-names></name></contrib></contrib-group><pub-date pub-type="epub">'
        "<day>3</day><month>4</month><year>2021</year></pub-date></article-meta></front>"
        "<body><sec><title>One</title><p>Words.</p></sec></body></article>",
        "jats",
    )
    assert document.title == "A title: and more"
    assert (document.author, document.published) == ("Ann Pell", "2021-04-03")
    assert document.language == "en"
    assert blocks(document, BlockKind.HEADING) == ["One"]


PUBLISHERS = {
    "links in a list of their own": '<ol class="references"><li id="ref1"><span '
    'class="order">1. </span>{first}<ul class="reflinks"><li><a>View Article</a></li>'
    "<li><a>PubMed/NCBI</a></li></ul></li><li>{second}</li></ol>",
    "links in a paragraph of their own": '<div class="References"><p>{first}</p><p>'
    '<a href="https://pubmed.ncbi.nlm.nih.gov/99000001">PubMed Abstract</a> | <a '
    'href="https://doi.org/10.5555/x.1">CrossRef Full '
    "Text</a></p><p>{second}</p></div>",
    "links in brackets": "<h2>References</h2><ul><li>{first} [<a>Google Scholar</a>] "
    '[<a href="https://doi.org/10.5555/x.1">CrossRef</a>]</li><li>{second}</li></ul>',
}


@pytest.mark.parametrize("markup", PUBLISHERS.values(), ids=PUBLISHERS.keys())
def test_links_beside_an_entry_are_no_entries(markup):
    body = markup.format(first=ENTRY + " doi:10.5555/x.1", second=OTHER)
    document = text(
        f"<html><body><h1>A title</h1><p>{WORDS}</p>{body}</body></html>", "html"
    )
    assert [(e.authors, e.doi) for e in document.entries] == [
        (("Pell",), "10.5555/x.1"),
        (("Quill",), ""),
    ]


def test_parts_of_an_entry_in_blocks_of_their_own_are_told_apart():
    document = text(
        f"<html><body><h1>A title</h1><p>{WORDS}</p><h2>References</h2><dl><dt>[1]</dt>"
        "<dd><div>A.B. Pell, C. Quill</div><div>A work of two</div><div>J. Ex., 12 "
        "(2010), pp. 1-5</div></dd></dl></body></html>",
        "html",
    )
    (entry,) = document.entries
    assert (entry.authors, entry.year) == (("Pell", "Quill"), 2010)
    assert (entry.title, entry.label) == ("A work of two", "1")


def test_a_title_before_its_authors_is_taken_from_its_mark():
    document = text(
        f"<html><body><h1>A title</h1><p>{WORDS}</p><h3>References</h3><ol><li><span "
        'class="title">A guide to examples</span><br>Pell, A. and '
        "Quill, B., 2016. Ex J."
        "</li></ol></body></html>",
        "html",
    )
    (entry,) = document.entries
    assert (entry.authors, entry.year) == (("Pell", "Quill"), 2016)
    assert entry.title == "A guide to examples"


def test_a_work_that_jats_tells_twice_is_one_entry():
    document = text(
        "<article><front><article-meta><title-group><article-title>T</article-title>"
        "</title-group></article-meta></front><body><p>Words.</p></body><back><ref-list>"
        '<ref id="B1"><label>1</label><mixed-citation>1. Pell A. A work. Ex J. 2010.'
        '</mixed-citation><element-citation publication-type="journal"><name><surname>'
        "Pell</surname></name><article-title>A work</article-title><year>2010</year>"
        "</element-citation></ref></ref-list></back></article>",
        "jats",
    )
    (entry,) = document.entries
    assert entry.raw == "Pell A. A work. Ex J. 2010."
    assert (entry.authors, entry.title, entry.year) == (("Pell",), "A work", 2010)


def test_names_that_jats_sets_side_by_side_are_parted():
    document = text(
        "<article><front><article-meta><title-group><article-title>T</article-title>"
        "</title-group></article-meta></front><body><p>Words.</p></body><back><ref-list>"
        '<ref id="B1"><mixed-citation><name><surname>Pell</surname><given-names>A'
        "</given-names></name><name><surname>Quill</surname><given-names>B</given-names>"
        "</name> (<year>2010</year>) <article-title>A work</article-title>. "
        "<source>Ex J</source></mixed-citation></ref></ref-list></back></article>",
        "jats",
    )
    (entry,) = document.entries
    assert entry.raw == "Pell A, Quill B (2010) A work. Ex J"


LABELLED = """<html><head><title>Moss facts | Mossy Site</title></head><body><main>
<h1>Does moss help?</h1><p>These words stand here so that the page is long enough to be
read as an article, and they say nothing of any interest to anybody at all.</p>
<h2>Is moss safe?</h2><p><b>Very common:</b><br>Moss may cause headache.<br>It may
cause nausea<br>in adults.</p><h3>Very common side effects</h3>
<ul><li>headache</li></ul>
</main>
</body></html>"""


def test_a_break_parts_a_label_from_its_sentence_and_the_heading_is_the_title():
    document = read_document(LABELLED.encode(), "html")
    blocks = [document.text[block.start : block.end] for block in document.blocks]
    assert document.title == "Does moss help?"
    assert blocks[2:] == [
        "Is moss safe?",
        "Very common:",
        "Moss may cause headache.",
        "It may cause nausea in adults.",
        "Very common side effects",
        "headache",
    ]


def test_what_is_set_deep_in_a_page_is_not_lost():
    inner = "".join(f"<div>Moss eases pain {n} in adults. " for n in range(400))
    page = f"<html><body><article><h1>Moss</h1>{inner}{'</div>' * 400}</article></body>"
    assert "pain 399 in adults" in read_document(page.encode(), "html").text
