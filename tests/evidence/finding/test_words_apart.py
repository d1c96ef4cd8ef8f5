"""What differs by a letter, an ending or a hyphen: told apart, or found alike."""

import tomllib
from pathlib import Path

import pytest

from articles.models import Article
from bibliography.models import Reference
from claims.models import Claim
from studies.models import Study, Topic
from tests import factories as make

pytestmark = pytest.mark.django_db
APART = {
    name: [line.split("|") for line in lines.split("\n") if line]
    for name, lines in tomllib.loads(
        Path(__file__).with_name("apart.toml").read_text()
    ).items()
}


def rows_of(texts, made):
    """A row of each text, by its text."""
    return {text: made(text) for text in dict.fromkeys(texts)}


def wrong(model, typed, rows, *, finds="", leaves=""):
    """What a search misses, and what it finds that it must not."""
    found = set(model.objects.matching(typed).values_list("pk", flat=True))
    if finds and rows[finds].pk not in found:
        yield f"{typed} misses {finds}"
    if leaves and rows[leaves].pk in found:
        yield f"{typed} finds {leaves}"


def test_a_name_finds_nobody_of_another_name():
    names = [name for pair in APART["names"] for name in pair]
    written = {
        Reference: lambda name: make.a_reference(authors=[{"family": name}]),
        Study: lambda name: make.a_study(label=f"{name} 2014", title="Examplin"),
        Article: lambda name: make.an_article(author=f"Ann {name}"),
    }
    rows = {model: rows_of(names, made) for model, made in written.items()}
    faults = [
        fault
        for one, other in APART["names"]
        for number, (model, known) in enumerate(rows.items())
        for fault in wrong(
            model,
            [one, f"author:{one}", one.lower()][number],
            known,
            finds=one,
            leaves=other,
        )
    ]
    assert not faults, "\n".join(faults)


def test_a_word_finds_its_forms_and_no_word_that_looks_like_it():
    pairs = [*APART["words"], *APART["spellings"]]
    rows = rows_of(
        (word for pair in pairs for word in pair),
        lambda word: make.a_topic(name=f"{word} in general"),
    )
    faults = [
        fault
        for one, other in APART["words"]
        for fault in wrong(Topic, one, rows, finds=one, leaves=other)
    ]
    for pair in APART["spellings"]:
        for one, other in (pair, pair[::-1]):
            faults += wrong(Topic, one, rows, finds=other)
    assert not faults, "\n".join(faults)


def test_a_number_finds_what_it_counts_and_with_its_name_what_is_called_so():
    texts = [text for _, *texts in APART["numbers"] for text in texts]
    texts += [text for _, text in APART["joined"]]
    rows = rows_of(texts, lambda text: make.a_claim(text=text))
    faults = [
        fault
        for number, named, counted in APART["numbers"]
        for fault in wrong(Claim, number, rows, finds=counted, leaves=named)
    ]
    for typed, text in APART["joined"]:
        faults += wrong(Claim, typed, rows, finds=text)
    assert not faults, "\n".join(faults)
