"""A list of 50 claims, against a bare WSGI function with the same SQL and JSON."""

import json
import os
import time

from django.core.wsgi import get_wsgi_application
from django.test.utils import CaptureQueriesContext

from benchmarks._asking import ask
from benchmarks._store import store
from core.api.shapes import WordsField
from evidence.claims.api import ClaimSerializer

GOAL = 0.30
CLAIMS = int(os.environ.get("BENCH_CLAIMS", 5000))
ADDRESS = "/api/v1/claims/?size=50"
ROUNDS, REQUESTS = 8, 25


def bare(connection, statement):
    """A function that runs the statement and dumps the members of its rows.

    What the list makes of a row, its words and address, is made here by hand.
    """
    cursor = connection.connection.cursor()
    fields = ClaimSerializer().fields
    words = {
        name: (field.of, field.words)
        for name, field in fields.items()
        if isinstance(field, WordsField)
    }

    def application(environ, start_response):
        cursor.execute(statement)
        names = [column.name.removeprefix("its_") for column in cursor.description]
        results = []
        for values in cursor.fetchall()[:50]:
            row = dict(zip(names, values, strict=True))
            row["address"] = f"/claims/{row['id']}/"
            for name, (of, said) in words.items():
                row[name] = said.get(row[of], "")
            results.append({name: row[name] for name in fields})
        told = {"results": results, "next": "x", "previous": None}
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(told, default=str).encode()]

    return application


def seconds(application):
    """How long one request takes, over many."""
    start = time.perf_counter()
    for _ in range(REQUESTS):
        ask(application, ADDRESS)
    return (time.perf_counter() - start) / REQUESTS


def report(connection, application, claims):
    """Print what share of the bare function's throughput the list reaches."""
    ask(application, ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        body, _ = ask(application, ADDRESS)
    (statement,) = (each["sql"] for each in queries if "SELECT" in each["sql"])
    rival = bare(connection, statement)
    same = json.loads(ask(rival, ADDRESS)[0])["results"]
    for ours, theirs in zip(json.loads(body)["results"], same, strict=True):
        dated = {"judged_at"}  # their moments are not written as ours
        assert all(ours[name] == theirs[name] for name in ours.keys() - dated)
    ours, theirs = [], []
    for _ in range(ROUNDS):  # by turns, so that a busy machine is fair to both
        ours.append(seconds(application))
        theirs.append(seconds(rival))
    ratio = min(theirs) / min(ours)
    print(
        f"50 of {claims:,} claims by the API: {min(ours) * 1000:.2f} ms here, "
        f"{min(theirs) * 1000:.2f} ms bare: {ratio:.0%} of its throughput "
        f"(goal: at least {GOAL:.0%})"
    )


def main():
    with store(CLAIMS) as connection:
        report(connection, get_wsgi_application(), CLAIMS)


if __name__ == "__main__":
    main()
