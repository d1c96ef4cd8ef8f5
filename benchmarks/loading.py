"""How fast the synthetic store is written."""

import os
import time

from benchmarks._store import store
from benchmarks.load import load

SECONDS = 300  # for a million
CLAIMS = int(os.environ.get("BENCH_CLAIMS", 50_000))


def main():
    with store(0):
        start = time.perf_counter()
        load(CLAIMS)
        took = time.perf_counter() - start
    print(
        f"{CLAIMS:,} claims in {took:.1f} s: {CLAIMS / took:,.0f} a second, a million "
        f"in {1e6 * took / CLAIMS:,.0f} s (goal: at most {SECONDS}), "
        f"load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
