"""Where identifiers lead, whatever letters they hold."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from texts.addresses import address_of, pieces

LEADS = {
    ("doi", "10.5555/abc"): "https://doi.org/10.5555/abc",
    ("doi", "10.5555/a<1::b>2;c"): "https://doi.org/10.5555/a%3C1::b%3E2;c",
    ("doi", "10.5555/50%#?"): "https://doi.org/10.5555/50%25%23%3F",
    ("doi", "10.5555/é+"): "https://doi.org/10.5555/%C3%A9%2B",
    ("pmid", "123"): "https://pubmed.ncbi.nlm.nih.gov/123/",
    ("pmcid", "PMC12"): "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/",
    ("nct", "NCT00000000"): "https://clinicaltrials.gov/study/NCT00000000",
    ("isrctn", "ISRCTN00000000"): "https://www.isrctn.com/ISRCTN00000000",
    ("arxiv", "hep-th/0000000"): "https://arxiv.org/abs/hep-th/0000000",
    ("openalex", "W00"): "https://openalex.org/W00",
    ("isbn", "9780000000002"): "https://openlibrary.org/isbn/9780000000002",
    ("issn", "0000-0000"): "https://portal.issn.org/resource/ISSN/0000-0000",
    ("url", "https://example.org/a?b=1"): "https://example.org/a?b=1",
    ("other", "EudraCT 2000-000000-00"): (
        "https://www.clinicaltrialsregister.eu/ctr-search/search?query=2000-000000-00"
    ),
    ("other", "EUCTR2000-000000-00-DE"): (
        "https://www.clinicaltrialsregister.eu/ctr-search/search?query=2000-000000-00"
    ),
    ("other", "ACTRN 00000000000000p"): (
        "https://www.anzctr.org.au/ACTRN00000000000000p.aspx"
    ),
    ("other", "umin000000000"): (
        "https://trialsearch.who.int/Trial2.aspx?TrialID=JPRN-UMIN000000000"
    ),
    ("other", "CTRI/2000/00/000000"): (
        "https://trialsearch.who.int/Trial2.aspx?TrialID=CTRI%2F2000%2F00%2F000000"
    ),
}
NOWHERE = (
    ("doi", ""),
    ("doi", "in press"),
    ("pmid", "none"),
    ("isbn", "9780000000000"),
    ("url", "javascript:alert(1)"),
    ("url", "https://someone:secret@example.org/"),
    ("url", "https://example.org/a b"),
    ("url", "https://[::1/"),
    ("url", "http://localhost/"),
    ("other", "study 4"),
    ("nct", "NCT123"),
)


def test_each_identifier_leads_to_what_it_names():
    led = {pair: address_of(*pair) for pair in LEADS}
    assert led == LEADS


def test_what_names_nothing_leads_nowhere():
    assert {pair: address_of(*pair) for pair in NOWHERE} == dict.fromkeys(NOWHERE, "")


@settings(max_examples=40)
@given(st.text(min_size=1).filter(lambda suffix: suffix.strip() == suffix))
def test_a_doi_of_any_letters_comes_back_from_its_address(suffix):
    address = urlsplit(address_of("doi", f"10.5555/{suffix}"))
    assert unquote(address.path) == f"/10.5555/{suffix}"
    assert not address.query and not address.fragment


@settings(max_examples=40)
@given(
    st.lists(
        st.text() | st.sampled_from(["NCT00000000", "https://", "10.5555/", "a.b/c). "])
    ).map("".join)
)
def test_a_text_in_pieces_keeps_every_letter(text):
    assert "".join(piece.text for piece in pieces(text)) == text


def test_the_registrations_in_a_text_are_led_to():
    text = "NCT00000000, ISRCTN00000000 (https://example.org/protocol; 10.5555/Ab(c))."
    assert [piece.text for piece in pieces(text) if piece.address] == [
        "NCT00000000",
        "ISRCTN00000000",
        "https://example.org/protocol",
        "10.5555/Ab(c)",
    ]


def test_no_template_writes_an_address_by_hand():
    services = ("doi.org", "pubmed.ncbi", "clinicaltrials.gov", "ncbi.nlm.nih")
    by_hand = [
        str(path)
        for path in Path("templates").rglob("*.html")
        if any(name in path.read_text() for name in services)
    ]
    assert by_hand == []
