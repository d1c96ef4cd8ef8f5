"""The worst requests known, twenty at once, while others read the list of claims.

How long /claims/ takes meanwhile, and how much memory the web server and the processes
that it reads in come to. Each of the twenty comes from an address of its own, half of
them signed in, since tables of results are read for those alone.
"""

import multiprocessing
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager

import requests
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from accounts.permissions import Role
from benchmarks._asking import percentile
from benchmarks._store import store
from config.management.commands.run import QUIET, WEB
from tests.programs import address_of

CLAIMS = 1000
APART = multiprocessing.get_context("spawn")  # whoever attacks slows no clock here
AT_ONCE, SECONDS, EVERY = 20, 40, 0.1
GOAL = 300  # ms, p95
PORT = 8199
SITE = f"http://127.0.0.1:{PORT}"
DENSE = "Examplin lowers the risk of made-up falls (Xample et al., 2016) [1-3].\n\n"

ARMS = "Outcome\t" + "\t".join(f"Arm {number} (n = 99)" for number in range(39))
CELLS = "\t".join(["12.1 ± 3.4"] * 39)
ODD = "\n".join(["\t".join(["p<0.05 " * 200] * 30)] * 7)
TABLE = "\n".join([ARMS, *(f"Pain {number}\t{CELLS}" for number in range(299))])
WORST = {
    "a dense text": ("/articles/new/", {"text": DENSE * (990_000 // len(DENSE))}),
    "tags": ("/articles/new/", {"text": "<html><body>" + "<p><b>x</b>, 2016" * 58_000}),
    "open brackets": ("/articles/new/", {"text": "[(" * 490_000}),
    "numbers": ("/articles/new/", {"text": "[1,2-9] " * 120_000}),
    "a list": (
        "/check-list/",
        {"text": "1. Xample A. A title. J Ex. 2016;1:1-2.\n" * 24_000},
    ),
    "BibTeX": ("/check-list/", {"text": "@article{a,title={" + "{\\'e" * 200_000}),
    "a table": ("/results/table/", {"do": "read", "pasted": TABLE}),
    "odd cells": ("/results/table/", {"do": "read", "pasted": ODD}),
}


@contextmanager
def web_server(connection):
    """The site's web server on the store, as ``make run`` has it; its process."""
    connection.ensure_connection()
    environment = {
        **os.environ,
        "DATABASE_URL": address_of(connection.settings_dict["NAME"]),
        "SECRET_KEY": settings.SECRET_KEY,  # which sessions are signed with
        "HTTPS": "no",
        "TRUSTED_PROXIES": "127.0.0.1",
        "END_WHEN_ORPHANED": "yes",
        "LOG_LEVEL": "CRITICAL",
    }
    where = ["--host", "127.0.0.1", "--port", str(PORT), "config.server:application"]
    command = [sys.executable, "-m", "granian", *WEB, *QUIET, *where]
    server = subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR)
    try:
        end = time.monotonic() + 120
        while True:
            try:
                requests.get(f"{SITE}/claims/", timeout=60)
                break
            except requests.ConnectionError:
                assert time.monotonic() < end, "the web server does not come up"
                time.sleep(0.2)
        yield server
    finally:
        server.terminate()
        server.wait()


def signed_in(count):
    """The keys of so many sessions, each of a curator."""
    clients = [Client() for _ in range(count)]
    for number, client in enumerate(clients):
        name = f"worst-{number}"
        client.force_login(User.objects.create(username=name, role=Role.CURATOR))
    return [client.cookies["sessionid"].value for client in clients]


def attack(seconds, keys, counts):
    """Send the worst requests from so many addresses; in a process of its own."""
    until, answers = time.monotonic() + seconds, []
    others = [
        threading.Thread(target=attack_from, args=(number, key, until, answers))
        for number, key in enumerate(keys)
    ]
    for one in others:
        one.start()
    for one in others:
        one.join()
    counts.put(Counter(answers))


def attack_from(number, key, until, answers):
    """Send one of the worst requests after the other, from one address."""
    session = requests.Session()
    session.headers["X-Forwarded-For"] = f"198.51.100.{number + 1}"
    session.cookies["sessionid"] = key
    names = [name for name in WORST if key or "pasted" not in WORST[name][1]]
    choose = random.Random(number)
    while time.monotonic() < until:
        path, fields = WORST[choose.choice(names)]
        try:
            page = session.get(SITE + path, timeout=120).text
            token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', page)[1]
            sent = {**fields, "csrfmiddlewaretoken": token}
            answers.append(session.post(SITE + path, sent, timeout=120).status_code)
        except requests.RequestException as problem:
            answers.append(type(problem).__name__)


def read(until):
    """How long the list of claims takes each time, in ms."""
    took = []
    while time.monotonic() < until:
        began = time.monotonic()
        assert requests.get(f"{SITE}/claims/", timeout=60).status_code == 200
        took.append((time.monotonic() - began) * 1000)
        time.sleep(EVERY)
    return took


def family(process):
    """A process and all that it started, by number."""
    found = [process]
    for one in found:
        try:
            with open(f"/proc/{one}/task/{one}/children") as file:
                found += [int(word) for word in file.read().split()]
        except OSError:
            continue
    return found


def memory(process):
    """MB of a process that are its own or its share, 0 where it has ended."""
    try:
        with open(f"/proc/{process}/smaps_rollup") as file:
            return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M)[1]) / 1000
    except (OSError, TypeError):
        return 0


def weigh(server, until, weights):
    """What all processes of the server weigh together, now and then, in MB."""
    while time.monotonic() < until:
        each = [memory(process) for process in family(server.pid)]
        weights.append((sum(each), max(each)))
        time.sleep(0.5)


def main():
    with store(CLAIMS) as connection:
        call_command("check", verbosity=0)
        keys = [*signed_in(AT_ONCE // 2), *[""] * (AT_ONCE - AT_ONCE // 2)]
        with web_server(connection) as server:
            quiet = read(time.monotonic() + 10)
            counts, weights = APART.Queue(), []
            others = APART.Process(target=attack, args=(SECONDS, keys, counts))
            others.start()
            until = time.monotonic() + SECONDS
            weighing = threading.Thread(target=weigh, args=(server, until, weights))
            weighing.start()
            took = read(until)
            answered = counts.get(timeout=300).most_common()
            weighing.join()
            others.join()
    print(
        f"/claims/ alone: p50 {percentile(quiet, 50):.0f}, p95 "
        f"{percentile(quiet, 95):.0f} ms; beside {AT_ONCE} worst requests at once: p50 "
        f"{percentile(took, 50):.0f}, p95 {percentile(took, 95):.0f} ms (goal: {GOAL})"
    )
    together, largest = (max(each) for each in zip(*weights, strict=True))
    workers = WEB[WEB.index("--workers") + 1]
    print(
        f"memory of the web server and what it reads in: at most {together:.0f} MB, of "
        f"one process {largest:.0f} (each reading has {settings.HEAVY_MEGABYTES}, and "
        f"{settings.HEAVY_AT_ONCE} at once in each of {workers} processes)"
    )
    print("the worst were answered", ", ".join(f"{n} × {code}" for code, n in answered))


if __name__ == "__main__":
    main()
