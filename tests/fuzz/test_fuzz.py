"""A short while of what ``make fuzz`` does for long."""

import time
from itertools import count

from tests.fuzz.mutations import mutated
from tests.fuzz.targets import TARGETS

SECONDS = 6 / len(TARGETS)  # for each reader
TOO_LONG = 5  # seconds of computing for some hundred bytes


def test_every_reader_reads_or_refuses_what_nobody_wrote():
    faults = []
    for target in TARGETS:
        target.run(target.example)
        end = time.monotonic() + SECONDS
        for number in count():
            data, begun = mutated(target.example, number), time.process_time()
            try:
                target.run(data)
            except Exception as fault:
                faults.append((target.name, number, repr(fault)))
                break
            if time.process_time() - begun > TOO_LONG:
                faults.append((target.name, number, "took too long"))
            if time.monotonic() > end:
                break
    assert faults == []
