"""Searching claims: milliseconds a page over a mix of questions, and how that grows.

``python -m benchmarks.search [CLAIMS]``: 100,000 unless told, and a tenth of them.
"""

import os
import random
import re
import sys

from django.core.wsgi import get_wsgi_application

from benchmarks._asking import ask, percentile
from benchmarks._store import fill, store
from studies.models import Topic

CLAIMS = 100_000
TIMES = 20
P50, P95, GROWTH = 50, 150, 2  # ms, ms, times for ten times the claims
DEEP = 20  # pages down
# The mix: each page as often as the others. Words of the synthetic store come in all
# frequencies: "lowers" is in half of the claims, "zorzorzor" in one of 25 or so, the
# last two together in few.
MIX = {
    "newest": "",
    "first added": "order=-added",
    "by wording": "order=text",
    "frequent word": "q=lowers",
    "word": "q=zorzorzor",
    "two words": "q=zorzorzor+quentavmur",
    "no such word": "q=nowhere",
    "word and verdict": "q=zorzorbli&verdict=supported",
    "verdict": "verdict=contradicted",
    "verdict and certainty": "verdict=supported&certainty=moderate&certainty=high",
    "kind and scope": "kind=harm&scope=systematic",
    "frequent topic": "topic={first}",
    "seldom topic": "topic={last}",
    "topic and certainty": "topic={first}&certainty=high",
    "deep page": "{deep}",
}


def addresses(application):
    """The mix as addresses of this store: its topics, and a place deep in its list."""
    topics = Topic.objects.order_by("name").values_list("pk", flat=True)
    named = {"first": topics[0], "last": topics[len(topics) - 1]}
    named["deep"] = deep(application)
    return {
        name: f"/claims/?{query.format(**named)}".removesuffix("?")
        for name, query in MIX.items()
    }


def deep(application):
    """The query of a page far down, got by following the pager."""
    query = ""
    for _ in range(DEEP):
        body, _ = ask(application, f"/claims/?{query}")
        cursors = re.findall(rb'rel="next"\s+href="\?([^"]+)"', body)
        query = cursors[-1].decode().replace("&amp;", "&")
    return query


def measured(application):
    """Milliseconds by page of the mix, asked in a random order after a first time."""
    asked = addresses(application)
    took = {name: [] for name in asked}
    order = list(asked) * TIMES
    random.Random(1).shuffle(order)
    for name in [*asked, *order]:
        _, milliseconds = ask(application, asked[name])
        took[name].append(milliseconds)
    return {name: each[1:] for name, each in took.items()}


def report(claims, took):
    """Print the page times; the p95 of all."""
    every = [one for each in took.values() for one in each]
    p50, p95 = percentile(every, 50), percentile(every, 95)
    print(
        f"{claims:,} claims: p50 {p50:.0f} ms (goal {P50}), "
        f"p95 {p95:.0f} ms (goal {P95}), load {os.getloadavg()[0]:.1f}"
    )
    for name, each in took.items():
        middle, slow = percentile(each, 50), percentile(each, 95)
        print(f"  {name:22} p50 {middle:6.1f}  p95 {slow:6.1f}")
    return p95


def main():
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    with store(claims // 10):
        application = get_wsgi_application()
        small = report(claims // 10, measured(application))
        fill(claims - claims // 10)
        large = report(claims, measured(application))
        print(
            f"growth of p95 for ten times the claims: {large / small:.1f} "
            f"(goal: at most {GROWTH})"
        )


if __name__ == "__main__":
    main()
