"""A search of 2,000 records screened: the next record, the counts, and run again.

400 are double within, 300 are in the store already and asked about all the same; the
second time 12 are new.
"""

import random
import time
from datetime import date
from statistics import quantiles

from django.test import Client

from accounts.models import User
from accounts.permissions import Role
from benchmarks._store import store
from benchmarks.import_ris import record
from claims.models import Claim
from core.jobs import run_job
from evidence.bases.actions import copy_base, freeze_base, open_base
from evidence.screening.actions import leave_out_several
from evidence.screening.flow import flow_of
from evidence.searches.actions import bring_search

RECORDS, DOUBLE, KNOWN, NEW = 2000, 400, 300, 12
NEXT = 150  # milliseconds from a decision to the next record
DECISIONS = 60
QUESTION = {
    "kind": "effect",
    "population": "adults",
    "intervention": "examplin",
    "comparator": "placebo",
    "outcome": "fever",
    "asserts": "lowers",
}


def bring(base, records, by):
    """A search made elsewhere, with its records in line to be screened; seconds."""
    start = time.perf_counter()
    search = bring_search(
        base=base,
        source="Example Index",
        strategy="examplin AND fever",
        searched_on=date.today(),
        data="\r\n".join(records).encode(),
        file_name="found.ris",
        by=by,
    )
    run_job(search.job_id)
    return time.perf_counter() - start


def a_base(by):
    claim = Claim.objects.create(text="Examplin lowers fever.", **QUESTION)
    return open_base(claim=claim, scope="targeted", by=by)


def flow(base):
    found = flow_of(base, base.searches.all())
    wrong = list(found.mismatches())
    if wrong:
        raise SystemExit(f"The counts do not add up: {wrong}")
    return found


def decided(client, base):
    """The milliseconds from each of some decisions to the next record as a part."""
    here = f"/claims/{base.claim_id}/base/screening/"
    took = []
    for n, row in enumerate(base.screened_records.awaiting()[:DECISIONS]):
        do = {"do": "take"} if n % 10 == 0 else {"because": "design"}
        sent = {"record": row.pk, "revision": row.revision, **do}
        start = time.perf_counter()
        answer = client.post(here, sent, HTTP_HX_REQUEST="true")
        took.append((time.perf_counter() - start) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"A decision was answered with {answer.status_code}.")
    return took


def main():
    with store(0):
        by = User.objects.create(username="bench", role=Role.REVIEWER)
        chance = random.Random(1)  # noqa: S311  the same file every time
        works = [record(n, chance) for n in range(RECORDS - DOUBLE + NEW)]
        first = works[: RECORDS - DOUBLE]
        bring(a_base(by), first[:KNOWN], by)

        base = a_base(by)
        seconds = bring(base, [*first, *first[:DOUBLE]], by)
        found = flow(base)
        say(
            f"{found.records:,} records brought in {seconds:.1f} s: "
            f"{found.duplicates:,} double, {found.awaiting:,} to screen"
        )
        client = Client()
        client.force_login(by)
        cpu = time.process_time()
        took = decided(client, base)
        cpu = (time.process_time() - cpu) * 1000 / len(took)
        middle, slow = quantiles(took, n=20)[9], quantiles(took, n=20)[18]
        say(
            f"next record p50 {middle:.0f} ms, p95 {slow:.0f} ms "
            f"(goal: at most {NEXT} ms), {cpu:.0f} ms of processor each in Python"
        )
        leave_rest_out(base, by)
        base.items.update(decision="included")
        freeze_base(base=base, by=by)
        again = copy_base(base=base, by=by)
        seconds = bring(again, [*first, *works[-NEW:]], by)
        say(f"run again with {NEW} new in {seconds:.1f} s: asks {flow(again).awaiting}")


def leave_rest_out(base, by):
    while some := list(base.screened_records.awaiting()[:1000]):
        ids = [row.pk for row in some]
        start = time.perf_counter()
        leave_out_several(base=base, records=ids, because="population", by=by)
        say(f"{len(ids):,} left out at once in {time.perf_counter() - start:.2f} s")
        flow(base)


def say(line):
    print(line, flush=True)


if __name__ == "__main__":
    main()
