"""The worst files to import: 100,000 records that share a key and have near titles.

A surname, a title, a year, a journal, or none of them; each file in an empty store.
BENCH_RECORDS and BENCH_KEYS (surname,title …) say otherwise.
"""

import os
import random
import tempfile

from accounts.models import User
from benchmarks._store import store
from benchmarks.import_ris import Memory, say, timed
from bibliography.imports.actions import import_now, start_import

SECONDS, MEGABYTES = 90, 300
RECORDS = int(os.environ.get("BENCH_RECORDS", 100_000))
KEYS = ("surname", "title", "year", "journal", "none")
WORDS = (
    "adults children women men patients students nurses athletes workers volunteers"
    " placebo exercise light sleep music water heat cold massage walking"
).split()


def title(n, chance):
    """A title near to all the others; some end in a number, some do not."""
    who, what = chance.choice(WORDS[:10]), chance.choice(WORDS[10:])
    said = f"Effects of made-up cream and {what} on the ageing skin of {who} in a trial"
    return f"{said} number {n}" if n % 2 else f"{said} of {chance.choice(WORDS)}"


def record(n, key, chance):
    """One invented article that shares one thing with all others of its file."""
    surname = "Madeup" if key == "surname" else f"Madeup{n}"
    year = 2012 if key == "year" else chance.randrange(2008, 2020)
    journal = "Journal of Examples" if key == "journal" else f"Examples {n % 997}"
    said = "Effects of made-up cream on skin" if key == "title" else title(n, chance)
    lines = ["TY  - JOUR", f"TI  - {said}", f"AU  - {surname}, A.", f"PY  - {year}"]
    lines += [f"T2  - {journal}", f"VL  - {chance.randrange(1, 90)}", f"SP  - {n}"]
    lines += [f"U1  - {10_000_000 + n}[pmid]"] if n % 3 else []
    return "\r\n".join([*lines, "ER  - ", "", ""])


def measure(key):
    """Import one file; its seconds and megabytes."""
    chance = random.Random(1)  # noqa: S311  the same file every time
    with store(0), tempfile.TemporaryFile() as file:
        for n in range(RECORDS):
            file.write(record(n, key, chance).encode())
        by = User.objects.system()
        memory = Memory()
        memory.start()
        batch = start_import(data=file, file_name=f"{key}.ris", by=by)
        batch, took, cpu = timed(lambda: import_now(batch=batch, by=by))
        above = memory.peak - memory.start_mb
        say(
            f"{RECORDS:,} records of one {key}: {took:.1f} s (goal: at most {SECONDS}),"
            f" {cpu:.1f} s of processor in Python, {above:.0f} MB above start (goal: at"
            f" most {MEGABYTES}); {batch.counts}"
        )


def main():
    for key in os.environ.get("BENCH_KEYS", ",".join(KEYS)).split(","):
        measure(key)


if __name__ == "__main__":
    main()
