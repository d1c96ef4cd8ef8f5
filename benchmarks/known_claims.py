"""Finding the known claims of an article's sentences: milliseconds for 60 at once.

``python -m benchmarks.known_claims [CLAIMS]``: 100,000 unless told. The sentences are
claims of the store, some with their words in another order or one of them changed.
"""

import os
import sys
import time

from benchmarks._asking import percentile
from benchmarks._store import store
from claims.claims.known import known_claims
from claims.models import Claim

CLAIMS = 100_000
SENTENCES = 60
TIMES = 7
GOAL = 1000  # ms for all sentences


def sentences():
    """Sentences spread over the store: as they are, turned round, and of no claim."""
    last = Claim.objects.order_by("-pk").values_list("pk", flat=True)[0]
    step = max(last // SENTENCES, 1)
    numbers = [number * step for number in range(1, SENTENCES + 1)]
    texts = []
    for place, number in enumerate(numbers):
        text = Claim.objects.filter(pk__gte=number - step).order_by("pk")[0].text
        words = text.rstrip(".").split()
        if place % 3 == 1:
            words = words[::-1]
        elif place % 3 == 2:
            words[-1] = "elsewhere"
        texts.append(" ".join(words))
    return texts


def main():
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    with store(claims):
        asked = sentences()
        took, found = [], {}
        for _ in range(TIMES):
            start = time.perf_counter()
            found = known_claims(asked, milliseconds=60_000)
            took.append((time.perf_counter() - start) * 1000)
        print(
            f"{claims:,} claims, {len(asked)} sentences: p50 {percentile(took, 50):.0f}"
            f" ms, slowest {max(took):.0f} ms (goal {GOAL}), {len(found)} of them have "
            f"a known claim, load {os.getloadavg()[0]:.1f}"
        )


if __name__ == "__main__":
    main()
