"""An article's address in one spelling."""

import pytest

from articles.reading.addresses import normalise_address


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://Example.org/a#part", "https://example.org/a"),
        (" HTTPS://example.org ", "https://example.org/"),
        ("https://example.org:443/a?b=C", "https://example.org/a?b=C"),
        ("http://example.org:8080/A", "http://example.org:8080/A"),
        ("https://example.org/@name", "https://example.org/@name"),
    ],
)
def test_one_address_has_one_spelling(given, kept):
    assert normalise_address(given) == kept
    assert normalise_address(kept) == kept


@pytest.mark.parametrize(
    "given",
    ["", "example.org/a", "ftp://example.org/a", "javascript:alert(1)", "https://"]
    + [
        "https://exa mple.org/",
        "https://[1/",
        "https://n:s@example.org/",
        "https://@example.org/a",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_what_is_no_address_is_refused_in_a_sentence(given):
    with pytest.raises(ValueError, match="address"):
        normalise_address(given)
