"""Learns what tells the kinds of claims apart.

``python -m benchmarks.learning`` reads the sentences of ``benchmarks/kinds/``, sorted
by kind, the marked texts beside them and those the rules were worked out on, and writes
``articles/reading/suggesting/learnt/weights.json``. All of them are of our own writing.
The same sentences, words and rules always give the same weights: whether they are what
the weights were learnt from, their fingerprint tells.

A multinomial logistic regression, its weights kept small (an L2 penalty), by L-BFGS.
"""

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_array

from articles.reading.document import Document, SuggestedKind
from articles.reading.documents import read_document
from articles.reading.sentences import split_sentences
from articles.reading.suggesting.kinds import features_of, told_of
from articles.reading.suggesting.learnt import FILE, NO_CLAIM, UNIT
from articles.reading.suggesting.suggestions import claims_in
from benchmarks._labelled import labelled, overlap, words_of
from benchmarks.suggesting import OWN, UNSCORED

SENTENCES = Path("benchmarks/kinds/sentences")
TEXTS = (Path("benchmarks/kinds/texts"), *OWN[:-1])  # the last is held out
KINDS = (*sorted(map(str, SuggestedKind)), NO_CLAIM)
FEWEST = 3  # sentences that have a feature, to learn from it
PENALTY = 0.5  # on the sum of the weights' squares
WEIGHTS = {  # of sentences that count for more or for less than one
    SuggestedKind.SAFETY: 1.25,  # which no other kind should hide
    NO_CLAIM: 0.5,  # where the rules see one
}
_LEAST = 5  # hundredths; smaller weights are left out
_MOST_STEPS = 400

Example = tuple[dict[str, float], str]  # features, and the kind


def examples() -> Iterator[Example]:
    """Yield what is learnt from: sentences that are claims, or none, and their kind."""
    for path in sorted(SENTENCES.glob("*.txt")):
        for sentence in path.read_text(encoding="utf-8").splitlines():
            yield features_of(told_of(sentence)), path.stem
    for folder in TEXTS:
        for path, data, claims in labelled(folder):
            yield from _examples_in(read_document(data, filename=path.name), claims)


def _examples_in(document: Document, claims: list[dict]) -> Iterator[Example]:
    sentences = split_sentences(document)
    told = {one.start: told for one, _, told in claims_in(document, sentences)}
    marks = [(words_of(claim["text"]), claim["type"]) for claim in claims]
    for one in sentences:
        text = " ".join(document.text[one.start : one.end].split())
        words = words_of(text)
        alike, kind = max((overlap(words, theirs), kind) for theirs, kind in marks)
        if not alike or kind != UNSCORED:
            known = told.get(one.start) or told_of(text)
            yield features_of(known), kind if alike else NO_CLAIM


def learnt(found: list[Example]) -> dict:
    """Return the weights that tell the kinds of examples apart, as they are kept."""
    counts = Counter(feature for features, _ in found for feature in features)
    columns = {
        feature: column
        for column, feature in enumerate(
            sorted(one for one, count in counts.items() if count >= FEWEST)
        )
    }
    table = _table([features for features, _ in found], columns)
    kinds = np.array([KINDS.index(kind) for _, kind in found])
    weights, of_nothing = _fitted(table, kinds)
    rows = np.rint(weights * UNIT).astype(int)
    rows[abs(rows) < _LEAST] = 0
    return {
        "of": fingerprint(),
        "kinds": list(KINDS),
        "of_nothing": np.rint(of_nothing * UNIT).astype(int).tolist(),
        "weights": {
            feature: rows[column].tolist()
            for feature, column in columns.items()
            if rows[column].any()
        },
    }


def _table(rows: list[dict[str, float]], columns: dict[str, int]) -> csr_array:
    places = [
        (row, columns[feature], value)
        for row, features in enumerate(rows)
        for feature, value in features.items()
        if feature in columns
    ]
    row, column, value = zip(*places, strict=True)
    return csr_array((value, (row, column)), shape=(len(rows), len(columns)))


def _fitted(table: csr_array, kinds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights of each feature, and of none, for each kind."""
    count, width = table.shape
    is_of = np.zeros((count, len(KINDS)))
    is_of[np.arange(count), kinds] = 1
    heavy = np.array([WEIGHTS.get(kind, 1.0) for kind in KINDS])[kinds][:, None]
    across = table.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights, of_nothing = (
            flat[: -len(KINDS)].reshape(width, -1),
            flat[-len(KINDS) :],
        )
        told = table @ weights + of_nothing
        told -= told.max(axis=1, keepdims=True)
        shares = np.exp(told)
        total = shares.sum(axis=1, keepdims=True)
        missed = heavy * (shares / total - is_of)
        slope = across @ missed + 2 * PENALTY * weights
        lost = -(heavy * is_of * (told - np.log(total))).sum()
        return (
            lost + PENALTY * (weights**2).sum(),
            np.concatenate([slope.ravel(), missed.sum(axis=0)]),
        )

    start = np.zeros((width + 1) * len(KINDS))
    options = {"maxiter": _MOST_STEPS, "ftol": 1e-9}
    flat = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return flat[: -len(KINDS)].reshape(width, -1), flat[-len(KINDS) :]


def fingerprint() -> str:
    """Return a fingerprint of all that the weights follow from."""
    suggesting = FILE.parent.parent
    files = [
        Path(__file__),
        *SENTENCES.glob("*.txt"),
        *(path for folder in TEXTS for path in folder.iterdir()),
        *(suggesting / "rules").glob("*.toml"),
        suggesting / "kinds.py",
        FILE.parent / "words.py",
        FILE.parent / "classes.toml",
    ]
    parts = [path.read_bytes() for path in sorted(files, key=lambda path: path.name)]
    return sha256(b"\0".join(parts)).hexdigest()[:16]


def main() -> None:
    """Learn, and write the weights."""
    found = list(examples())
    kept = learnt(found)
    rows = (f"{json.dumps(one)}: {row}" for one, row in kept["weights"].items())
    text = json.dumps(kept | {"weights": {}}, indent=1)
    text = text.replace("{}", "{\n" + ",\n".join(rows) + "\n }")  # a line each
    FILE.write_text(text + "\n", encoding="utf-8")
    print(f"{len(kept['weights'])} features learnt from {len(found)} sentences")


if __name__ == "__main__":
    main()
