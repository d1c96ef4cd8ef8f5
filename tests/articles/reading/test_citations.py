"""Markers in running text, and the works and words they are joined to."""

import pytest

from articles.reading import read_article
from articles.reading.citing.citations import find_citations
from articles.reading.documents import read_document
from articles.reading.sentences import split_sentences

TITLE = "A title of its own\n\n"
NUMBERED = "\n\nReferences\n\n" + "\n".join(
    f"{n}. {name} A. Work {n} of several. J Examp. 20{n:02d};1:1-9."
    for n, name in enumerate(
        ["Amber", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse"], 1
    )
)
DATED = """

References

Kimber, K. (2016). One work of Kimber. Example Journal, 1, 1–2.
Smithe, A., & Jonas, B. (2011a). First work of two. Example Journal, 2, 3–4.
Smithe, A., & Jonas, B. (2011b). Second work of two. Example Journal, 2, 5–6.
van der Berge, C. (2009). A work with a particle. Example Journal, 3, 7–8.
World Example Organization. (2015). A work of a body. WEO.
"""


def cited(text):
    document = read_document(text.encode(), "text")
    references, citations = find_citations(document, split_sentences(document))
    return document, references, citations


def markers(text, ending):
    return [(c.marker, c.label) for c in cited(TITLE + text + ending)[2]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Good [1].", [("[1]", "1")]),
        ("Good [1-3].", [("[1-3]", "1"), ("[1-3]", "2"), ("[1-3]", "3")]),
        ("Good [2, 5–7].", [("[2, 5–7]", n) for n in "2567"]),
        ("Good.¹ Better.²,³", [("¹", "1"), ("²,³", "2"), ("²,³", "3")]),
        ("It grew to 10⁶ cells per cm² after care.⁴ Well.¹", [("⁴", "4"), ("¹", "1")]),
        ("Good^1,2^ and better^3.", [("^1,2^", "1"), ("^1,2^", "2"), ("^3", "3")]),
        ("Calm wrinkles.2 Later on.1,3 It grew.",
         [("2", "2"), ("1,3", "1"), ("1,3", "3")]),
        ("Seen once (1) and again (2, 3).",
         [("(1)", "1"), ("(2, 3)", "2"), ("(2, 3)", "3")]),
    ],
)  # fmt: skip
def test_numbers_point_to_the_numbered_list(text, found):
    assert markers(text, NUMBERED) == found


@pytest.mark.parametrize(
    "text",
    [
        "See Table (2) and equation (1) for the 3.5 mg (twice) given to 7 (5%) people.",
        "There are two aims: (1) to heal, and (2) to please.",
        "It rose by 2.5 to 3.6 in 2011 [sic], from 10.5 to 99.",
        "Vitamin B12 and omega-3, 5 mg, IL6 and CD34 were given.",
        "It weighs 5 kg/m² or 10³ g.",
    ],
)
def test_other_numbers_are_no_citations(text):
    assert markers(text, NUMBERED) == []


def test_numbers_without_an_entry_are_works_whose_reference_is_not_given():
    document, references, citations = cited(TITLE + "Good [1]. Better [2, 3]. [1]")
    assert [(c.marker, references[c.reference].label) for c in citations] == [
        ("[1]", "1"), ("[2, 3]", "2"), ("[2, 3]", "3"), ("[1]", "1"),
    ]  # fmt: skip
    assert [entry.raw for entry in references] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kimber et al. (2016) saw it.", [("Kimber et al. (2016)", "Kimber 2016")]),
        ("Kimber's (2016) trial.", [("Kimber's (2016)", "Kimber 2016")]),
        ("It holds (see Kimber, 2016).", [("Kimber, 2016", "Kimber 2016")]),
        ("It holds (Smithe & Jonas, 2011b).",
         [("Smithe & Jonas, 2011b", "Smithe 2011b")]),
        ("It holds (Smithe and Jonas 2011a, b).",
         [("Smithe and Jonas 2011a, b", "Smithe 2011a"),
          ("Smithe and Jonas 2011a, b", "Smithe 2011b")]),
        ("It holds (Kimber 2016; van der Berge, 2009, p. 4).",
         [("Kimber 2016", "Kimber 2016"),
          ("van der Berge, 2009", "van der Berge 2009")]),
        ("It holds [Van der Berge 2009].",
         [("Van der Berge 2009", "van der Berge 2009")]),
        ("The World Example Organization (2015) says so.",
         [("World Example Organization (2015)", "World Example Organization 2015")]),
        ("It holds (World Example Organization, 2015).",
         [("World Example Organization, 2015", "World Example Organization 2015")]),
    ],
)  # fmt: skip
def test_authors_with_a_year_point_to_their_entry(text, found):
    assert markers(text, DATED) == found
    assert len(cited(TITLE + text + DATED)[1]) == 5


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 it changed.",
        "It changed (2019).",
        "It began in May 2011 (March 2012) and by Spring 2013 it was over.",
        "Study 1 and Table 2 (Figure 1) show it.",
        "In Japan (2016) and the U.S. 2020 guideline it differs.",
        "Sales rose (January, 2015) by 2000 units.",
        "Version 2 (2018) of the COVID-19 (2020) rules.",
        "Since 2011 Medicare (2016) pays for it.",
    ],
)
def test_a_year_alone_is_no_citation(text):
    assert markers(text, "") == []


def test_a_study_that_no_entry_answers_becomes_a_work_of_its_own():
    _, references, citations = cited(
        TITLE + "Gentle et al. (2017) and, later, Gentle et al. (2017) saw it." + DATED
    )
    assert [entry.label for entry in references[5:]] == ["Gentle 2017"]
    assert [c.reference for c in citations] == [5, 5]
    assert references[5].authors == ("Gentle",)


def test_a_heading_that_names_a_study_stands_for_what_is_below_it():
    document, references, citations = cited(
        "Words before that.\n\nStudy 1: Gentle et al., 2017 — A "
        "topic\nIt grew. It shone.\n"
        "It stayed.\n\nSummary\nAll is well."
    )
    (citation,) = citations
    start, end = citation.covers
    assert document.text[start:end] == "It grew. It shone.\nIt stayed."
    assert citation.label == references[0].label == "Gentle 2017"


def test_a_marker_stands_for_its_sentence_even_behind_the_full_stop():
    document, _, citations = cited(
        TITLE + "It grew well. It shone.¹ It fell [2]." + NUMBERED
    )
    covered = [document.text[c.covers[0] : c.covers[1]] for c in citations]
    assert [words.split(".")[0] for words in covered] == ["It shone", "It fell [2]"]


def linked(body, tail=""):
    page = (
        f"<html><body><article><h1>Some title</h1>{body}</article>{tail}</body></html>"
    )
    document = read_document(page.encode(), "html")
    references, citations = find_citations(document, split_sentences(document))
    return document, references, citations


LIST = """<h2>References</h2><ol>
<li id="r1">Amber A. One work. J Examp. 2001;1:1.</li>
<li id="r2">Birch B. Two works. J Examp. 2002;1:2.</li>
<li id="r3">Cedar C. Three works. J Examp. 2003;1:3.</li></ol>"""


def test_superscripts_of_a_page_never_stick_to_words():
    document, _, citations = linked(
        "<p>The skin<sup>1</sup> grew by 3 cm<sup>2</sup> and "
        "shone.<sup>2,3</sup> It was"
        " seen in 10<sup>6</sup> cells of H<sub>2</sub>O.</p>" + LIST
    )
    assert "skin[1] grew by 3 cm² and shone.[2,3] It" in document.text
    assert "10⁶" in document.text
    assert [(c.marker, c.reference) for c in citations] == [
        ("[1]", 0),
        ("[2,3]", 1),
        ("[2,3]", 2),
    ]


def test_a_linked_range_cites_what_lies_between():
    links = '<sup><a href="#r1">1</a>–<a href="#r3">3</a></sup>'
    _, _, citations = linked(f"<p>It grew in all of the trials.{links} Yes.</p>" + LIST)
    assert [(c.marker, c.reference) for c in citations] == [
        ("[1–3]", 0),
        ("[1–3]", 1),
        ("[1–3]", 2),
    ]


def test_a_linked_year_takes_its_authors_along():
    _, _, citations = linked(
        '<p>As Amber (<a href="#r1">2001</a>) has found, it grew for many weeks.</p>'
        + LIST
    )
    assert [(c.marker, c.reference) for c in citations] == [("Amber (2001)", 0)]


@pytest.mark.parametrize(
    "marker",
    [
        '<a href="https://doi.org/10.5555/x.2">1</a>',
        '<a href="http://dx.doi.org/10.5555/X.2">a trial</a>',
        '<span data-id="#source-2">2</span>',
    ],
    ids=["number with an address", "words with an address", "span that names an entry"],
)
def test_a_link_to_where_an_entry_leads_cites_that_entry(marker):
    page = (
        "<html><body><article><h1>A title</h1><p>Warm moss eased sore knees in one "
        f"trial {marker} of forty people in a small town by the sea.</p><p>More words "
        "follow, so that this page is long enough to be read as an article.</p>"
        "<h2>Sources</h2><ul><li>Pell A. Moss. J Ex. 2001;1:2. <a "
        'href="https://doi.org/10.5555/x.1">DOI</a> <a href="https://example.org/a">'
        "Help</a></li>"
        '<li id="source-2">Quill B. Knees. J Ex. 2002;1:2. <a '
        'href="https://doi.org/10.5555/x.2">DOI</a> <a href="https://example.org/a">'
        "Help</a></li></ul></article></body></html>"
    )
    reading = read_article(page.encode(), "html")
    cited = [reading.references[c.reference].authors for c in reading.citations]
    assert cited == [("Quill",)]
