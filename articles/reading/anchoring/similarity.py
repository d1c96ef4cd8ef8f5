"""How alike two texts are: sketches of whole articles, and shared words of sentences.

The sketch is bottom-k (Cohen and Kaplan 2007, after Broder 1997): of the hashes of all
runs of five words, the 64 smallest. Two sketches estimate how many runs the texts
share (Jaccard), without either text at hand.
"""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

SKETCH_SIZE = 64
RUN_LENGTH = 5  # words
NEARLY_EQUAL = 0.8  # estimated Jaccard from which two texts count as one

_WORD = re.compile(r"\w+")


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of a text's word runs, rising; signed 64-bit numbers.

    A text of fewer words than a run is one run; a text without words has no sketch.
    The same text gives the same sketch on every machine.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words:
        return ()
    starts = range(max(1, len(words) - RUN_LENGTH + 1))
    runs = {" ".join(words[start : start + RUN_LENGTH]) for start in starts}
    return tuple(sorted(_hash(run) for run in runs)[:SKETCH_SIZE])


def _hash(run: str) -> int:
    digest = blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def estimated_jaccard(one: Sequence[int], other: Sequence[int]) -> float:
    """How many of two texts' word runs are shared, from their sketches: 0 to 1."""
    smallest = sorted({*one, *other})[:SKETCH_SIZE]
    if not smallest:
        return 0.0
    shared = set(one) & set(other)
    return sum(value in shared for value in smallest) / len(smallest)


def shared_words(one: str, other: str) -> float:
    """How many of two sentences' words are shared (Dice, counting repeats): 0 to 1."""
    first, second = (
        Counter(word.casefold() for word in _WORD.findall(text))
        for text in (one, other)
    )
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0
