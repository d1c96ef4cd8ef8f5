"""A list of 50 claims, against a bare WSGI function with the same SQL and JSON."""

import json
import os
import time

from django.core.wsgi import get_wsgi_application
from django.test.utils import CaptureQueriesContext

from benchmarks._asking import ask
from benchmarks._store import store

GOAL = 0.30
CLAIMS = int(os.environ.get("BENCH_CLAIMS", 5000))
ADDRESS = "/api/v1/claims/?size=50"
ROUNDS, REQUESTS = 8, 25


def bare(connection, statement, body):
    """A function that runs the statement and dumps rows of the same members."""
    cursor = connection.connection.cursor()
    names = list(json.loads(body)["results"][0])

    def application(environ, start_response):
        cursor.execute(statement)
        rows = [dict(zip(names, row, strict=False)) for row in cursor.fetchall()]
        told = {"results": rows, "next": "x", "previous": None}
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps(told, default=str).encode()]

    return application


def seconds(application):
    """How long one request takes, over many."""
    start = time.perf_counter()
    for _ in range(REQUESTS):
        ask(application, ADDRESS)
    return (time.perf_counter() - start) / REQUESTS


def main():
    with store(CLAIMS) as connection:
        application = get_wsgi_application()
        body, _ = ask(application, ADDRESS)
        with CaptureQueriesContext(connection) as queries:
            ask(application, ADDRESS)
        (statement,) = (each["sql"] for each in queries if "SELECT" in each["sql"])
        rival = bare(connection, statement, body)
        ours, theirs = [], []
        for _ in range(ROUNDS):  # by turns, so that a busy machine is fair to both
            ours.append(seconds(application))
            theirs.append(seconds(rival))
        ratio = min(theirs) / min(ours)
        print(
            f"50 of {CLAIMS:,} claims: {min(ours) * 1000:.2f} ms here, "
            f"{min(theirs) * 1000:.2f} ms bare: {ratio:.0%} of its throughput "
            f"(goal: at least {GOAL:.0%})"
        )


if __name__ == "__main__":
    main()
