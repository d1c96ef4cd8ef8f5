"""100,000 RIS records from upload to done: seconds, memory, and one undo."""

import os
import random
import resource
import tempfile
import threading
import time

from accounts.models import User
from benchmarks._store import store
from bibliography.imports.actions import import_now, start_import
from core.jobs import run_now

SECONDS, MEGABYTES = 60, 300
NEAREST_OPEN_TOOL = 65  # references a second, from its form
RECORDS = int(os.environ.get("BENCH_RECORDS", 100_000))
WORDS = (
    "examplin placebo fever adults children trial cohort dose outcome effect review "
    "randomised controlled made invented sample measure week month risk benefit harm "
    "skin joint heart liver sleep pain score scale change group study long short"
).split()


def record(n, chance):
    """One invented article as a database exports it, abstract and all."""
    title = " ".join(chance.choices(WORDS, k=9))
    lines = [
        "TY  - JOUR",
        f"TI  - {title.capitalize()} number {n}",
        *(
            f"AU  - Madeup{chance.randrange(4000)}, {chance.choice('ABCDEFGH')}."
            for _ in range(chance.randrange(2, 7))
        ),
        f"PY  - {chance.randrange(1990, 2026)}/0{chance.randrange(1, 10)}/01",
        f"T2  - Journal of Examples {chance.randrange(300)}",
        f"VL  - {chance.randrange(1, 90)}",
        f"IS  - {chance.randrange(1, 12)}",
        f"SP  - {n}",
        f"EP  - {n + 9}",
        "SN  - 2049-3630",
        f"DO  - 10.5555/example.{n}",
        f"UR  - https://example.org/{n}",
        *(f"KW  - {word}" for word in chance.sample(WORDS, 4)),
        f"AB  - {' '.join(chance.choices(WORDS, k=120)).capitalize()}.",
        "ER  - ",
        "",
    ]
    return "\r\n".join([*lines, ""])


def written(stream, records=RECORDS):
    """A file of so many records; its size in MB."""
    chance = random.Random(1)  # noqa: S311  the same file every time
    for n in range(records):
        stream.write(record(n, chance).encode())
    return stream.tell() / 1e6


class Memory(threading.Thread):
    """Watches how much memory the process has; ``peak`` is in MB."""

    def __init__(self):
        super().__init__(daemon=True)
        self.start_mb = self.peak = resident()

    def run(self):
        while True:
            self.peak = max(self.peak, resident())
            time.sleep(0.05)


def resident():
    """The memory this process has now, in MB."""
    with open("/proc/self/statm") as said:
        return int(said.read().split()[1]) * resource.getpagesize() / 1e6


def timed(work):
    start, cpu = time.perf_counter(), time.process_time()
    told = work()
    return told, time.perf_counter() - start, time.process_time() - cpu


def main():
    with store(0), tempfile.TemporaryFile() as file:
        by = User.objects.system()
        megabytes = written(file)
        memory = Memory()
        memory.start()

        def upload():
            return start_import(data=file, file_name="bench.ris", by=by)

        def undo(batch):
            arguments = {"import": batch.pk}
            return run_now(kind="undo_import", arguments=arguments, by=by)

        batch, told, _ = timed(upload)
        batch, took, cpu = timed(lambda: import_now(batch=batch, by=by))
        above = memory.peak - memory.start_mb
        speed = RECORDS / (told + took)
        say(
            f"{RECORDS:,} RIS records ({megabytes:.0f} MB): {told + took:.1f} s from "
            f"upload to done (goal: at most {SECONDS}), {speed:,.0f} a second, "
            f"{speed / NEAREST_OPEN_TOOL:.0f} times the nearest open tool; {told:.1f} "
            f"s of it to keep and tell the file, {cpu:.1f} s of processor in Python"
        )
        say(f"{batch.counts}")
        say(f"memory {above:.0f} MB above start (goal: at most {MEGABYTES})")
        again, twice, _ = timed(lambda: import_now(batch=upload(), by=by))
        say(f"the same file again {twice:.1f} s: {again.counts}")
        undo(again)
        job, undone, _ = timed(lambda: undo(batch))
        say(f"one undo {undone:.1f} s: {job.result['counts']}")


def say(line):
    print(line, flush=True)


if __name__ == "__main__":
    main()
