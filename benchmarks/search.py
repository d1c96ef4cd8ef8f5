"""Searching claims and everything: milliseconds a page, and how that grows.

``python -m benchmarks.search [CLAIMS]``: 100,000 unless told, and a tenth of them.
With ``--here`` the store is measured that ``FOOTING_VAR`` has, as ``make load`` filled
it; the references that are imported at last stay in it.
Pages of a mix of filters are asked for one after the other; then rotating terms of
every frequency arrive at 8 requests a second, whether or not the last one is answered
yet, and what a page takes counts from when it was due. Bare SQL that brings the same
terms' claims stands beside: of it no page is made, and no facet. The API's list is
measured against a bare function (``benchmarks.api_list``). At last 10,000 references
are imported, and the terms asked for again before anything tidied up behind the import.
"""

import argparse
import os
import random
import re
import tempfile
import threading
import time
from urllib.parse import quote_plus

from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection

from accounts.models import User
from benchmarks import api_list, import_ris
from benchmarks._asking import ask, percentile
from benchmarks._store import fill, kept_store, store
from bibliography.imports.actions import import_now, start_import
from claims.models import Claim
from studies.models import Topic

CLAIMS = 100_000
TIMES = 20
P50, P95, GROWTH = 50, 150, 2  # ms, ms, times for ten times the claims
P99 = 300  # ms, of what arrives at its own pace
DEEP = 20  # pages down
# The mix: each page as often as the others. Words of the synthetic store come in all
# frequencies: "lowers" is in half of the claims, "zorzorzor" in one of 15 or so, the
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
    "citing a work not found": "citing=not_found&certainty=high",
    "not of the sample": "sample=false",
    "frequent topic": "topic={first}",
    "seldom topic": "topic={last}",
    "topic and certainty": "topic={first}&certainty=high",
    "deep page": "{deep}",
}
BANDS = 5  # of terms, from the most frequent to those in a single claim
TERMS_A_BAND = 10
IMPORTED = 10_000  # references
RATE, SECONDS, WORKERS = 8, 20, 4  # requests a second, for so long, by so many threads
PAGES = {"claims": "/claims/?q={}", "everything": "/search/?q={}"}


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


def terms():
    """Words of the claims, so many of each band of frequency."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM ts_stat('SELECT words FROM claims_claimsearch"
            " WHERE claim_id % 10 = 0') WHERE word ~ '^[a-z]{4,}$'"
            " ORDER BY ndoc DESC, word"
        )
        words = [word for (word,) in cursor.fetchall()]
    a_band = max(len(words) // BANDS, 1)
    found = []
    for start in range(0, a_band * BANDS, a_band):
        band = words[start : start + a_band]
        found += band[:: max(len(band) // TERMS_A_BAND, 1)][:TERMS_A_BAND]
    random.Random(1).shuffle(found)
    return found


def arriving(application, page, words):
    """Milliseconds from when each page was due, terms arriving at their own pace."""
    due = iter([number / RATE for number in range(RATE * SECONDS)])
    lock, took, start = threading.Lock(), [], time.perf_counter() + 0.5

    def work():
        while True:
            with lock:
                at = next(due, None)
            if at is None:
                break
            time.sleep(max(start + at - time.perf_counter(), 0))
            word = words[int(at * RATE) % len(words)]
            ask(application, page.format(quote_plus(word)))
            took.append((time.perf_counter() - start - at) * 1000)
        close_old_connections()
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took


def bare(words):
    """Milliseconds of the SQL alone that brings and counts the claims of each term."""
    took = []
    with connection.cursor() as cursor:
        for word in words:
            start = time.perf_counter()
            cursor.execute(
                "SELECT count(*) FROM (SELECT 1 FROM claims_claimsearch"
                " WHERE words @@ phraseto_tsquery('finding', %s) LIMIT 10001) found",
                [word],
            )
            cursor.execute(
                "SELECT c.* FROM claims_claim c JOIN claims_claimsearch s"
                " ON s.claim_id = c.id WHERE words @@ phraseto_tsquery('finding', %s)"
                " LIMIT 51",
                [word],
            )
            cursor.fetchall()
            took.append((time.perf_counter() - start) * 1000)
    return took


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
        print(f"  {name:26} p50 {middle:6.1f}  p95 {slow:6.1f}")
    return p95


def report_terms(application):
    """Print what terms of all frequencies take, as they arrive."""
    words = terms()
    alone = percentile(bare(words), 50)
    for name, page in PAGES.items():
        arriving(application, page, words[:RATE])  # once, to wake everything
        took = arriving(application, page, words)
        p50, p95, p99 = (percentile(took, each) for each in (50, 95, 99))
        print(
            f"  {name}, {len(words)} terms at {RATE} a second: p50 {p50:.0f} ms, "
            f"p95 {p95:.0f}, p99 {p99:.0f} (goal {P99}); bare SQL of a term "
            f"{alone:.1f} ms"
        )


def import_references():
    """Take in a file of references, as a person does, and tidy up nothing."""
    with tempfile.TemporaryFile() as file:
        import_ris.written(file, IMPORTED)
        by = User.objects.system()
        batch = start_import(data=file, file_name="bench.ris", by=by)
        import_now(batch=batch, by=by)


def report_import(application):
    """Import references, and print what terms take before anything is tidied up."""
    import_references()
    print(f"after an import of {IMPORTED:,} references:")
    report_terms(application)


def measure_growth(claims):
    """Measure a store made anew with a tenth of the claims, then with all of them."""
    with store(claims // 10):
        application = get_wsgi_application()
        small = report(claims // 10, measured(application))
        report_terms(application)
        fill(claims - claims // 10)
        large = report(claims, measured(application))
        report_terms(application)
        api_list.report(connection, application, claims)
        print(
            f"growth of p95 for ten times the claims: {large / small:.1f} "
            f"(goal: at most {GROWTH})"
        )
        report_import(application)


def measure_here():
    """Measure the store that is there."""
    with kept_store():
        application = get_wsgi_application()
        report(Claim.objects.count(), measured(application))
        report_terms(application)
        api_list.report(connection, application, Claim.objects.count())
        report_import(application)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("claims", type=int, nargs="?", default=CLAIMS)
    parser.add_argument("--here", action="store_true", help="the store that is there")
    asked = parser.parse_args()
    if asked.here:
        measure_here()
    else:
        measure_growth(asked.claims)


if __name__ == "__main__":
    main()
