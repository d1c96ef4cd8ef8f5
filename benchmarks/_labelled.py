"""Texts whose sentences a careful reader marked, and which suggestion meets which mark.

A folder holds texts and ``labels.json``: ``{"articles": [{"file", "claims": [{"text",
"tier": "core"|"acceptable", "type", "secondary_type", "hedged", "hedge_strength",
"cites_study"}]}]}``. Or, without that file, texts with the marks in them:
``⟦c safety mechanism w s|Words.⟧`` is a core claim (``a``: acceptable) of safety, else
of mechanism, hedged weakly (``h``: hedged) and cites a study. What is not marked is no
claim.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from articles.reading import read_article
from articles.reading.document import Reading, Suggestion

ALIKE = 0.8  # of the words of both, shared
INSIDE = 0.9  # of the words of the smaller, in the larger
SIZE = 0.45  # of the larger, that the smaller has at least
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"⟦(?P<tier>[ca]) (?P<said>[a-z -]+)\|(?P<text>[^⟧]+)⟧")
_TIERS = {"c": "core", "a": "acceptable"}
_HEDGES = {"h": "strong", "w": "weak"}


def readings(folder: Path) -> Iterator[tuple[str, Reading, list[dict]]]:
    """Yield each text's name, its reading and the claims marked in it."""
    for path, data, claims in labelled(folder):
        yield path.name, read_article(data, filename=path.name), claims


def labelled(folder: Path) -> Iterator[tuple[Path, bytes, list[dict]]]:
    """Yield each text's path, its bytes without marks and the claims marked in it."""
    if (folder / "labels.json").exists():
        labels = json.loads((folder / "labels.json").read_bytes())
        for article in labels["articles"]:
            path = folder / article["file"]
            yield path, path.read_bytes(), article["claims"]
        return
    for path in sorted(folder.iterdir()):
        marked = path.read_text(encoding="utf-8")
        claims = [_claim(mark) for mark in _MARK.finditer(marked)]
        yield path, _MARK.sub(r"\g<text>", marked).encode(), claims


def _claim(mark: re.Match[str]) -> dict:
    said = mark["said"].split()
    hedge = next((_HEDGES[word] for word in said if word in _HEDGES), None)
    kinds = [word for word in said if len(word) > 1]
    return {
        "text": mark["text"],
        "tier": _TIERS[mark["tier"]],
        "type": kinds[0],
        "secondary_type": kinds[1] if len(kinds) > 1 else None,
        "hedged": hedge == "strong",
        "hedge_strength": hedge,
        "cites_study": "s" in said,
    }


def words_of(text: str) -> frozenset[str]:
    """Return the set of a sentence's words, in lower case."""
    return frozenset(_WORD.findall(text.casefold()))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two sets of words are (Jaccard), 0 where they are not the same claim.

    The smaller may also lie almost whole in the larger, if it is not much smaller.
    """
    if not one or not other:
        return 0.0
    shared, union = len(one & other), len(one | other)
    small, large = sorted((len(one), len(other)))
    inside = shared >= INSIDE * small and small >= SIZE * large
    return shared / union if shared >= ALIKE * union or inside else 0.0


def matched(reading: Reading, claims: list[dict]) -> list[tuple[Suggestion, dict]]:
    """Pair suggestions with marked claims, the most alike first, each used once."""
    text = reading.document.text
    mine = [words_of(text[one.start : one.end]) for one in reading.suggestions]
    theirs = [words_of(claim["text"]) for claim in claims]
    scored = [
        (-score, i, j)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
        if (score := overlap(one, other))
    ]
    pairs, used, met = [], set(), set()
    for _, i, j in sorted(scored):
        if i not in used and j not in met:
            used.add(i)
            met.add(j)
            pairs.append((reading.suggestions[i], claims[j]))
    return pairs
