"""All claims as NDJSON, against COPY of the same lines; and what memory it takes."""

import os
import resource
import time

from benchmarks._store import store
from claims.models import ClaimVersion
from evidence.claims.exports import claim_rows, claims_as_csv, claims_as_ndjson

GOAL = 0.50
CLAIMS = int(os.environ.get("BENCH_CLAIMS", 20_000))
ROUNDS = 3
# The same line as the database itself would write it.
COPY = f"""
COPY (SELECT row_to_json(line) FROM (
  SELECT claim, newest.facts -> 'format' AS format, newest.number AS version,
    newest.created_at AS as_of, newest.facts
  FROM ({{rows}}) claim
  LEFT JOIN LATERAL (
    SELECT * FROM {ClaimVersion._meta.db_table} version
    WHERE version.claim_id = claim.id ORDER BY version.number DESC LIMIT 1
  ) newest ON true) line) TO STDOUT
"""


def peak():
    """The most memory this process has taken so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def written(lines, stream):
    """Write lines; how many, and the memory's peak after a quarter and at the end."""
    quarter = 0.0
    n = 0
    for n, line in enumerate(lines, start=1):
        stream.write(line)
        if n == CLAIMS // 4:
            quarter = peak()
    return n, quarter, peak()


def timed(work):
    start = time.perf_counter()
    told = work()
    return told, time.perf_counter() - start


def main():
    with store(CLAIMS) as connection, open(os.devnull, "w") as nowhere:
        cursor = connection.connection.cursor()
        rows, given = claim_rows().query.sql_with_params()
        copy = cursor.mogrify(COPY.format(rows=rows), given)
        copied, exported = [], []
        for _ in range(ROUNDS):  # by turns, so that a busy machine is fair to both
            copied.append(timed(lambda: cursor.copy_expert(copy, nowhere))[1])
            told, took = timed(lambda: written(claims_as_ndjson(), nowhere))
            exported.append((took, told))
        n, quarter, end = exported[0][1]
        ours, theirs = min(exported)[0], min(copied)
        _, table = timed(lambda: written(claims_as_csv(), nowhere))
        print(
            f"{n:,} claims: NDJSON {n / ours:,.0f}/s, COPY of the same lines "
            f"{n / theirs:,.0f}/s: {theirs / ours:.0%} (goal: at least {GOAL:.0%}); "
            f"CSV {n / table:,.0f}/s"
        )
        print(
            f"memory {quarter:.0f} MB after a quarter, {end:.0f} MB at the end "
            "(goal: flat)"
        )


if __name__ == "__main__":
    main()
