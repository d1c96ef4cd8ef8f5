"""Heavy work in a process of its own, and in turn."""

import os
import signal
from threading import Event, Thread

import pytest

from core.errors import Busy, Refused
from core.isolation import isolated, questioned, within_bounds
from core.limits import turn


def test_isolated_work_returns_raises_and_is_stopped_within_its_bounds(settings):
    settings.HEAVY_SECONDS, settings.HEAVY_MEGABYTES = 1, 300
    assert isolated(os.getpid) != os.getpid()
    assert isolated(sorted, "cab", reverse=True) == ["c", "b", "a"]
    with pytest.raises(ValueError, match="invalid literal"):
        isolated(int, "x")
    for function, given, sentence in (
        (exec, ("while True: pass",), "took more than 1 seconds"),
        (bytearray, (400_000_000,), "took more than 300 MB of memory"),
        (exec, ("import os; os.abort()",), "cannot be read"),
        (exec, ("import os; os._exit(0)",), "cannot be read"),
        (eval, ("lambda: 1",), "cannot be read"),  # nothing that can be sent
    ):
        with pytest.raises(Refused, match=sentence):
            isolated(function, *given)


def test_what_processes_are_forked_from_may_be_killed():
    os.kill(isolated(os.getppid), signal.SIGKILL)
    assert isolated(os.getpid) != os.getpid()


def test_work_that_waits_for_ever_is_stopped_too(settings, monkeypatch):
    settings.HEAVY_SECONDS = 1
    monkeypatch.setattr("core.isolation._PATIENCE", 0.3)
    with pytest.raises(Refused, match="took more than"):
        isolated(exec, "import time; time.sleep(60)")


def doubled(numbers):
    """Ask for the double of each number; who answered is with each."""
    answers = []
    for number in numbers:
        answers.append((yield number))
    return answers, os.getpid()


def double_of(number):
    return 2 * number, os.getpid()


@pytest.mark.parametrize("apart", [True, False])
def test_what_isolated_work_asks_is_answered_here(apart):
    here = os.getpid()
    answers, there = questioned(apart, double_of, doubled, [1, 2, 3])
    assert answers == [(2, here), (4, here), (6, here)]
    assert (there != here) is apart
    assert questioned(apart, double_of, doubled, [])[0] == []
    with pytest.raises(TypeError):
        questioned(apart, double_of, doubled, [None])


def test_small_work_stays_in_this_process(settings):
    settings.HEAVY_FROM_BYTES = 10
    assert within_bounds(10, os.getpid) == os.getpid()
    assert within_bounds(11, os.getpid) != os.getpid()


def test_one_visitor_has_one_turn_and_few_wait(settings):
    settings.HEAVY_AT_ONCE, settings.HEAVY_WAITING = 2, 1
    settings.HEAVY_WAIT_SECONDS = 0
    with turn("192.0.2.1"):
        with pytest.raises(Busy, match="in a minute"), turn("192.0.2.1"):
            pass
        with pytest.raises(Busy), turn("192.0.2.1"):
            pass  # nor does a refused one hold a place
        with turn("2001:db8::1"):
            with pytest.raises(Busy), turn("2001:db8::2"):
                pass  # the same household
            with pytest.raises(Busy), turn("192.0.2.2"):
                pass
    with turn("192.0.2.1"), turn("192.0.2.2"):
        pass


def test_who_waits_comes_next(settings):
    settings.HEAVY_AT_ONCE, settings.HEAVY_WAIT_SECONDS = 1, 5
    had_its_turn = Event()

    def wait():
        with turn("192.0.2.2"):
            had_its_turn.set()

    waiter = Thread(target=wait)
    with turn("192.0.2.1"):
        waiter.start()
        assert not had_its_turn.wait(0.1)
    assert had_its_turn.wait(5)
    waiter.join()
