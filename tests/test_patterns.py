"""No pattern takes time by the cube of what it reads, from where it begins."""

import importlib
import pkgutil
import re
import signal
import time
from dataclasses import fields, is_dataclass

ROOTS = "core accounts bibliography studies claims articles evidence texts".split()
PIECES = [" ", "\n", "\xa0", "1", "a", ".", ",", "(", "<", "-", "a ", "1 ", "1,", "A. "]
LENGTH = 700  # a cube takes a second or more, a square a few milliseconds
LONGEST = 0.15  # s of computing


class TooSlow(Exception):
    """A pattern that is stopped, as an endless one would have to be."""


def stop(*_):
    raise TooSlow


def every_pattern():
    """The patterns that modules name, alone or in tables."""
    found = {}
    for root in ROOTS:
        package = importlib.import_module(root)
        for module in pkgutil.walk_packages(package.__path__, f"{root}."):
            if not re.search(r"\.(?:migrations|management)\b", module.name):
                named = vars(importlib.import_module(module.name)).values()
                found |= {(one.pattern, one.flags): one for one in within(list(named))}
    return list(found.values())


def within(value, depth=0):
    if isinstance(value, dict):
        value = list(value.values())
    if type(value) is re.Pattern and isinstance(value.pattern, str):
        yield value
    elif type(value) in (list, tuple, set, frozenset) and depth < 4:
        for one in value:
            yield from within(one, depth + 1)
    elif is_dataclass(type(value)):
        yield from within(
            [getattr(value, one.name) for one in fields(value)], depth + 1
        )


def seconds_of(pattern, text):
    began = time.thread_time()
    signal.setitimer(signal.ITIMER_PROF, 2)
    try:
        pattern.match(text)
    except TooSlow:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.thread_time() - began


def test_no_pattern_is_slow_on_a_short_text():
    before = signal.signal(signal.SIGPROF, stop)
    texts = [(piece * LENGTH)[:LENGTH] + "\x01" for piece in PIECES]
    try:
        slow = [
            (one.pattern[:80], text[:4])
            for one in every_pattern()
            for text in texts
            if seconds_of(one, text) > LONGEST and seconds_of(one, text) > LONGEST
        ]
    finally:
        signal.signal(signal.SIGPROF, before)
    assert slow == []
