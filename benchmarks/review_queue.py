"""From handing in a task to the next one ready, and the queue itself at size.

On the sample evidence: what the server takes to store a task that was handed in and to
answer with the next one, redirects among it. Among many synthetic claims: the queue,
its counts by kind, and finding the next.
"""

import sys
import time

from django.core.management import call_command
from django.test import Client

from accounts.models import User
from accounts.permissions import Role
from benchmarks._asking import percentile
from benchmarks._store import fill, settle, store
from claims.models import Claim
from evidence.grades.content import Bench
from evidence.grades.forms import posted
from evidence.grades.rounds import call_round
from evidence.judged import current_base
from evidence.method import MAX_DOWN

NEXT, QUEUE = 150, 150  # milliseconds, at most
CLAIMS = 20_000
TIMES = 15
ANSWERS = {
    "support": {"answer": "cannot_verify", "read": "nothing"},
    "wording": {"answer": "cant_say"},
    "check-result": {},
}


def milliseconds(act):
    """What it took, and what came of it."""
    start = time.perf_counter()
    found = act()
    return (time.perf_counter() - start) * 1000, found


def handed_in(client, address, said):
    """The milliseconds from sending a task to the next one, and its address."""
    took, answer = milliseconds(lambda: client.post(address, said, follow=True))
    if answer.status_code != 200 or not answer.redirect_chain:
        raise SystemExit(f"{address} was answered with {answer.status_code}.")
    return took, answer.redirect_chain[-1][0]


def tasks_done(client, address):
    """The milliseconds of each small task, from the next one that waits on."""
    while True:
        kind = address.partition("item=")[2].partition("-")[0]
        if kind == "result":
            path, _, query = address.partition("?")
            address = f"{path}check/?{query}"
        elif kind not in ANSWERS:
            return
        took, address = handed_in(client, address, ANSWERS.get(kind, {}))
        yield took


def a_grade(claim, by):
    """A whole grade of a claim, as its form sends it: nothing rated down."""
    said = Bench.of(claim, by).drafted()
    for number, group in enumerate(said["groups"]):
        group["levels"] |= dict.fromkeys(MAX_DOWN, 0)
        group["why"] |= dict.fromkeys(MAX_DOWN, "For the sake of an example.")
        group["carries"] = number == 0
    said |= {"verdict": "supported", "target": "any_effect", "size_class": "moderate"}
    return {**posted(said), "do": "submit"}


def on_the_sample(by, client):
    claim = Claim.objects.get(pk=12)
    editor = User.objects.get(username="editor")
    people = [by, User.objects.get(username="reviewer-a")]
    why = "For the sake of an example."
    base = current_base(claim)
    call_round(claim=claim, base=base, reviewers=people, by=editor, reason=why)
    client.get("/review/")
    address = client.get("/review/next/").url
    client.get(address)  # what a process learns once
    settle()
    took, onward = handed_in(client, address, a_grade(claim, by))
    say(f"a grade of {base.items.count()} results, to the next: {took:.0f} ms")
    cpu = time.process_time()
    took = [*tasks_done(client, onward)]
    cpu = (time.process_time() - cpu) * 1000 / len(took)
    say(
        f"a check, to the next: p50 {percentile(took, 50):.0f} ms, p95 "
        f"{percentile(took, 95):.0f} ms of {len(took)} (goal: at most {NEXT} ms), "
        f"{cpu:.0f} ms of processor each in Python"
    )


def at_size(claims, client):
    fill(claims)
    for what, address in (
        ("the queue", "/review/"),
        ("the next", "/review/next/"),
        ("of one kind, on a topic", "/review/?kind=result&topic=1"),
    ):
        client.get(address)
        took = [milliseconds(lambda a=address: client.get(a))[0] for _ in range(TIMES)]
        say(
            f"among {claims:,} claims, {what}: p50 {percentile(took, 50):.0f} ms, p95 "
            f"{percentile(took, 95):.0f} ms (goal: at most {QUEUE} ms)"
        )


def say(line):
    print(line, flush=True)


def main(claims=CLAIMS):
    with store(0):
        call_command("load_sample")
        by = User.objects.create(username="bench", role=Role.REVIEWER)
        client = Client()
        client.force_login(by)
        on_the_sample(by, client)
        at_size(claims, client)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
