"""Scores reading against thirty look-alike articles, each with its truth beside it."""

import json
from pathlib import Path

import pytest

from articles.reading.citing.citations import find_citations
from articles.reading.documents import read_document
from articles.reading.lists.names import same_surname
from articles.reading.sentences import split_sentences

ARTICLES = Path(__file__).parent / "articles"
FILES = sorted(path for path in ARTICLES.iterdir() if path.suffix != ".json")
IN_EACH = 0.70
OVER_ALL = 0.95
TITLES = 0.90


def truth_of(path):
    return json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))


def read(path):
    document = read_document(path.read_bytes(), filename=path.name)
    references, citations = find_citations(document, split_sentences(document))
    return document, references, citations


def found_references(path):
    """How many of the true references were read, and of how many."""
    wanted = truth_of(path)["references"]
    left = list(read(path)[1])
    found = 0
    for reference in wanted:
        for entry in left:
            same = entry.authors and same_surname(entry.authors[0], reference["author"])
            if same and entry.year == reference["year"]:
                left.remove(entry)
                found += 1
                break
    return found, len(wanted)


def test_ten_articles_of_each_form_are_scored():
    forms = [path.suffix.replace("nxml", "xml") for path in FILES]
    assert {form: forms.count(form) for form in forms} == {
        ".html": 10,
        ".txt": 10,
        ".xml": 10,
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_article_gives_most_of_its_references(path):
    found, wanted = found_references(path)
    assert found >= IN_EACH * wanted
    assert len(read(path)[1]) <= wanted / IN_EACH


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_article_gives_its_citations(path):
    wanted = [(c["marker"], c["reference"]) for c in truth_of(path)["citations"]]
    assert [(c.marker, c.reference) for c in read(path)[2]] == wanted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_span_lies_in_the_text_and_says_what_it_says(path):
    document, _, citations = read(path)
    for citation in citations:
        assert document.text[citation.start : citation.end] == citation.marker
        start, end = citation.covers
        assert 0 <= start < end <= len(document.text)
    ends = [(block.start, block.end) for block in document.blocks]
    assert all(0 <= start < end <= len(document.text) for start, end in ends)
    assert ends == sorted(ends)


def test_nearly_all_references_of_all_articles_are_found():
    scores = [found_references(path) for path in FILES]
    assert sum(found for found, _ in scores) >= OVER_ALL * sum(n for _, n in scores)


def test_nearly_all_identifiers_are_found():
    wanted = found = 0
    for path in FILES:
        dois = {entry.doi for entry in read(path)[1]}
        stated = [r["doi"] for r in truth_of(path)["references"] if r["doi"]]
        wanted += len(stated)
        found += sum(doi in dois for doi in stated)
    assert found >= OVER_ALL * wanted


def test_nearly_all_titles_are_right_and_made_ones_are_marked():
    right = sum(
        (document.title, document.title_made) == (truth["title"], truth["title_made"])
        for document, truth in ((read(path)[0], truth_of(path)) for path in FILES)
    )
    assert right >= TITLES * len(FILES)
