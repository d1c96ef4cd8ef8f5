"""The sample articles' claims are suggested: scored by file and over all.

Beside each article lies what a careful reader marked: every claim with its tier (core,
or acceptable: right to mark, no error to leave), the kinds that fit, and whether it is
hedged.
"""

import json
from pathlib import Path

import pytest

from articles.reading import read_article

ARTICLES = Path(__file__).parent / "articles"
TRUTHS = sorted(ARTICLES.glob("*.txt.json"))


def plain(text):
    return " ".join(text.split())


def score(path):
    """Return what was found, what was marked and what of it is core, by words."""
    source = path.with_suffix("")
    marked = json.loads(path.read_text(encoding="utf-8"))["claims"]
    reading = read_article(source.read_bytes(), filename=source.name)
    text = reading.document.text
    found = {plain(text[s.start : s.end]): s for s in reading.suggestions}
    marked = {claim["text"]: claim for claim in marked}
    core = {words for words, claim in marked.items() if claim["tier"] == "core"}
    return found, marked, core


def names(paths):
    return [path.stem for path in paths]


@pytest.mark.parametrize("path", TRUTHS, ids=names(TRUTHS))
def test_an_article_keeps_its_claims_and_gains_no_others(path):
    found, marked, core = score(path)
    assert len(core - found.keys()) <= len(core) / 10
    assert len(found.keys() - marked.keys()) <= max(1, len(found)) / 7


def test_ten_text_articles_meet_the_floors_together():
    assert len(TRUTHS) >= 10
    scores = [score(path) for path in TRUTHS]
    core = sum(len(core) for _, _, core in scores)
    recalled = sum(len(core & found.keys()) for found, _, core in scores)
    assert recalled / core >= 0.9
    suggested = sum(len(found) for found, _, _ in scores)
    right = sum(len(found.keys() & marked.keys()) for found, marked, _ in scores)
    assert right / suggested >= 0.85
    pairs = [
        (found[words], marked[words])
        for found, marked, _ in scores
        for words in found.keys() & marked.keys()
    ]
    kinds = sum(one.kind in truth["kinds"] for one, truth in pairs)
    assert kinds / len(pairs) >= 0.7
    hedges = sum(one.hedged == truth["hedged"] for one, truth in pairs)
    assert hedges / len(pairs) >= 0.9
