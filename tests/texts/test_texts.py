"""Cleaning and normalising: every habit of real exports, on values made up for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.html import clean_html
from texts.identifiers import (
    find_issns,
    find_nct,
    normalise_doi,
    normalise_isbn,
    normalise_pmcid,
    normalise_pmid,
)
from texts.names import Name, initials, split_name, surname_key
from texts.titles import normalise_title, plain_text


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.5555/ABC.1", "10.5555/abc.1"),
        ("doi: 10.5555/ABC.", "10.5555/abc"),
        ("Doi 10.5555/Jei.2020", "10.5555/jei.2020"),
        ("https://dx.doi.org/10.5555%2Fx(1)2<br />", "10.5555/x(1)2"),
        ("http://doi.org/10.5555/a\u200bb", "10.5555/ab"),
        ("10.5555./typo.1", "10.5555/typo.1"),
        (
            "10.5555/0044-7447(2000)029 [ 0126:EXAMPLE]2.0.CO;2",
            "10.5555/0044-7447(2000)029[0126:example]2.0.co;2",
        ),
        (
            "10.5555/(SICI)1097-0258(1998)17:15<1661::AID-EX968>3.0.CO;2-2",
            "10.5555/(sici)1097-0258(1998)17:15<1661::aid-ex968>3.0.co;2-2",
        ),
        ("10.5555/abc [doi]", "10.5555/abc"),
        ("(10.5555/abc)", "10.5555/abc"),
        ("10.5555/a; 10.5555/b", "10.5555/a"),
        ("https://doi.org/10.5555/ahttps://doi.org/10.5555/a", "10.5555/a"),
        ("https://publisher.example/doi/10.5555/abc/full?x=1", "10.5555/abc"),
        ("10.5555/ abc", "10.5555/abc"),
        ("10.5555/", None),
        ("not-a-doi", None),
        ("", None),
        (None, None),
    ],
)
def test_a_doi_is_found_in_what_exports_write(written, doi):
    assert normalise_doi(written) == doi


def test_a_doi_with_a_very_long_tail_is_no_trap():
    assert normalise_doi("10.5555/a" + " " * 500_000 + "b") == "10.5555/a"


@given(st.text())
def test_normalising_a_doi_twice_changes_nothing(text):
    once = normalise_doi(f"10.5555/{text}")
    assert once is None or normalise_doi(once) == once


@pytest.mark.parametrize(
    ("written", "pmid"),
    [
        ("123", "123"),
        ("PMID: 0123", "123"),
        ("90000001[pmid]", "90000001"),
        ("MEDLINE:123", "123"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", "123"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/44", "44"),
        ("PMC123", None),
        ("WOS:000123", None),
        ("2214991469; 51887", None),
        ("e123", None),
    ],
)
def test_a_pubmed_number_is_told_from_other_numbers(written, pmid):
    assert normalise_pmid(written) == pmid


def test_other_identifiers_are_normalised():
    assert normalise_pmcid("pmc: PMC0012") == "PMC0012"
    assert normalise_isbn("0-00-000000-0 (print)") == "9780000000002"
    assert normalise_isbn("978-0-00-000000-3") is None
    assert find_issns("9999-9994 (electronic), 1234567x") == ("9999-9994", "1234-567X")
    assert find_nct("see nct00000000 and NCT00000000") == ("NCT00000000",)


def test_titles_compare_without_case_accents_tags_and_punctuation():
    a = "The <i>Éffect</i> of X&amp;Y: a re-view."
    assert normalise_title(a) == "the effect of x y a re view"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Smith, John A.", Name("Smith", "John A.")),
        ("Smith J.A.", Name("Smith", "J.A.")),
        ("Smith, JA", Name("Smith", "JA")),
        ("Smith JA", Name("Smith", "JA")),
        ("Smith,John ", Name("Smith", "John")),
        ("G. Kalbe", Name("Kalbe", "G.")),
        ("van Acker, B.", Name("van Acker", "B.")),
        ("Acker, B. van", Name("Acker", "B. van")),
        ("van der Acker JP", Name("van der Acker", "JP")),
        ("Ludwig van Acker", Name("van Acker", "Ludwig")),
        ("DE SOUZA A", Name("DE SOUZA", "A")),
        ("LI X", Name("LI", "X")),
        ("Selvamani", Name("Selvamani")),
        ("Acker J van der", Name("van der Acker", "J")),
        ("Smith, John Jr", Name("Smith", "John", "Jr")),
        ("Smith Jr, J", Name("Smith", "J", "Jr")),
        ("Smith J, Jr", Name("Smith", "J", "Jr")),
        ("Smith J, MD, PhD", Name("Smith", "J")),
        ("Smith, John A., MD", Name("Smith", "John A.")),
        ("Smith, MD", Name("Smith", "MD")),
        ("Invented Skin Centre", Name("Invented Skin Centre", is_group=True)),
        ("Dr. John Smith", Name("Smith", "John")),
        ("Smith, J., Jr.", Name("Smith", "J.", "Jr.")),
        ("Smith J, et al.", Name("Smith", "J")),
        ("王小明", Name("王小明")),
        ("山田 太郎", Name("山田", "太郎")),
        ("The Example Study Group", Name("The Example Study Group", is_group=True)),
        ("", Name("")),
    ],
)
def test_names_are_split_in_every_order(written, name):
    assert split_name(written) == name


def test_a_family_name_matches_with_or_without_its_particle():
    keys = {surname_key(n) for n in ("van Acker, B.", "Acker BV", "B. Van Acker")}
    assert keys == {"acker"}
    assert surname_key("Müller, J") == surname_key("Muller, Jörg")


def test_initials_are_taken_from_every_form():
    assert [initials(n) for n in ("Smith, John A.", "Smith JA", "J.-P. Smith")] == [
        "JA",
        "JA",
        "JP",
    ]


def test_html_keeps_text_and_links_and_loses_what_runs():
    cleaned = clean_html(
        "<p onclick=x class=y id=z>Hi <script>alert('<b>')</script><!-- c -->"
        '<a href="javascript:x">l</a> <a href="https://example.org" target=_b>k</a>'
        "<style>p{}</style><img src=x onerror=y><span>s</span> 1 &lt; 2</p>"
    )
    assert cleaned == (
        '<p>Hi <a>l</a> <a href="https://example.org">k</a>s 1 &lt; 2</p>'
    )


PIECES = """
<script> </script> <svg> <p > <!-- --> <style> </title> <title> x " <img/onerror=1>
<a/href='data:x'> <math> <textarea> </textarea> &lt;script&gt; <noscript> <iframe>
"""


@given(st.lists(st.sampled_from(PIECES.split())).map("".join))
def test_cleaned_html_stays_clean_and_holds_no_script(markup):
    cleaned = clean_html(markup)
    assert clean_html(cleaned) == cleaned
    for bad in ("<script", "<svg", "<img", "<style", "<title", "<textarea"):
        assert bad not in cleaned


def test_plain_text_takes_tags_but_not_less_than_signs():
    written = "A <i>b</i>&amp;c\u00a0P <LOD and >3 <jats:p>x</jats:p>y\u200b"
    assert plain_text(written) == "A b&c P <LOD and >3 x y"


def test_no_link_keeps_an_address_that_runs():
    runs = """
    javascript:x JaVaScRiPt:x javascript:80 javascript&colon;x javascript&#58;x
    &#1;javascript:x java&Tab;script:x java&#10;script:x javascript&#x3a;80 data:x,y
    vbscript:1 java\u200bscript:80 \ufeffjavascript:80 ｊavascript:80 javascript：80
    """.split()
    for address in runs:
        assert "href" not in clean_html(f'<a href="{address}">x</a>'), address
    for address in (
        "https://example.org/a:b",
        "mailto:a@example.org",
        "#n1",
        "/a?b=c:d",
    ):
        assert f'href="{address}"' in clean_html(f'<a href="{address}">x</a>')
