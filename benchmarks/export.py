"""All claims as NDJSON, against COPY of rows as JSON; and what memory it takes."""

import os
import resource
import time

from django.apps import apps

from benchmarks._store import store
from core.api.shapes import shape_of
from evidence.claims.api import ClaimSerializer
from evidence.claims.exports import claims_as_ndjson, claims_as_rows
from evidence.management.commands.export import csv_lines

GOAL = 0.50
CLAIMS = int(os.environ.get("BENCH_CLAIMS", 5000))
# What is printed of a claim, as the database itself would nest it.
COPY = """
COPY (SELECT row_to_json(whole) FROM (
  SELECT c.*,
    (SELECT json_agg(row_to_json(e)) FROM (
      SELECT i.*, row_to_json(r) AS result, row_to_json(s) AS study, o.name
      FROM {EvidenceItem} i
      JOIN {EvidenceBase} b ON b.id = i.base_id
      JOIN {Result} r ON r.id = i.result_id
      JOIN {Study} s ON s.id = r.study_id
      JOIN {Outcome} o ON o.id = r.outcome_id
      WHERE b.claim_id = c.id) e) AS evidence,
    (SELECT json_agg(row_to_json(m)) FROM (
      SELECT m.*, a.title, n.exact, n.mode, n.hedged,
        (SELECT json_agg(row_to_json(w)) FROM {MentionCitation} l
         JOIN {Citation} t ON t.id = l.citation_id
         JOIN {CitedWork} w ON w.id = t.cited_work_id
         WHERE l.mention_id = m.id) AS cites
      FROM {Mention} m JOIN {Article} a ON a.id = m.article_id
      JOIN {Anchor} n ON n.mention_id = m.id
      WHERE m.claim_id = c.id) m) AS mentions,
    (SELECT json_agg(row_to_json(g)) FROM (
      SELECT g.*, (SELECT json_agg(row_to_json(p)) FROM {GradeGroup} p
         WHERE p.grade_id = g.id) AS groups
      FROM {Grade} g JOIN {ClaimRound} d ON d.id = g.round_id
      WHERE d.claim_id = c.id AND d.opened_at IS NOT NULL) g) AS grades,
    (SELECT json_agg(json_build_object('number', v.number, 'cause', v.cause,
       'at', v.created_at)) FROM {ClaimVersion} v
     WHERE v.claim_id = c.id) AS history
  FROM {Claim} c WHERE c.withdrawn_at IS NULL AND c.merged_into_id IS NULL
  ORDER BY c.id) whole) TO STDOUT
""".format(**{model.__name__: model._meta.db_table for model in apps.get_models()})


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
        shape = shape_of(ClaimSerializer)
        cursor = connection.connection.cursor()
        _, copied = timed(lambda: cursor.copy_expert(COPY, nowhere))
        (n, quarter, end), ndjson = timed(lambda: written(claims_as_ndjson(), nowhere))
        rows = csv_lines(claims_as_rows(shape), shape.names)
        _, table = timed(lambda: written(rows, nowhere))
        print(
            f"{n:,} claims: NDJSON {n / ndjson:,.0f}/s, COPY of the same rows as JSON "
            f"{n / copied:,.0f}/s: {copied / ndjson:.0%} (goal: at least {GOAL:.0%}); "
            f"CSV {n / table:,.0f}/s"
        )
        print(
            f"memory {quarter:.0f} MB after a quarter, {end:.0f} MB at the end "
            "(goal: flat)"
        )


if __name__ == "__main__":
    main()
