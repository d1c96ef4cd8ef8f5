"""Heavy work in a process of its own: so much time and memory, then it is stopped.

A reader of files that strangers send may meet one that no reader is made for. A thread
cannot be stopped, nor its memory be bounded; a process can. Each is forked from one
that has the readers loaded already, so that it begins at once, and runs below the
priority of those that answer pages.
"""

import math
import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable, Generator, Iterator
from functools import partial
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any, NamedTuple, ParamSpec, TypeVar

from django.conf import settings

from core.errors import Busy, Refused

P = ParamSpec("P")
T = TypeVar("T")
_context = multiprocessing.get_context("forkserver")
_NICENESS = 10  # pages go before
_PATIENCE = 3  # seconds of waiting for one of computing, where others compute too
_TRIES = 20  # to start a process
_BROKE_OFF = "What was sent cannot be read: reading it broke off."
SEND_LESS = (
    "so it was stopped. What was sent is larger, or more tangled, than what is read "
    "at once; send a part of it."
)


class _Bounds(NamedTuple):
    """How much a function has; with ``renewed`` so many seconds for each piece."""

    seconds: int
    megabytes: int
    renewed: bool


class _Question(NamedTuple):
    """What a function has to know from the process that started it, or hands it."""

    asked: Any


class _Answer(NamedTuple):
    """What a function came to in its process: one of the two, or neither."""

    value: Any = None
    error: Exception | None = None
    out_of_memory: bool = False


def get_ready() -> None:
    """Start the process that the others are forked from, before the first needs it."""
    # "__main__" too, or each process would load the running command anew.
    _context.set_forkserver_preload(["__main__", *settings.ISOLATED_MODULES])
    forkserver.ensure_running()


def within_bounds(
    size: int, function: Callable[P, T], *given: P.args, **named: P.kwargs
) -> T:
    """What a function returns, isolated where the ``size`` of its input is a risk.

    Up to HEAVY_FROM_BYTES nothing takes long enough to be worth a process.
    """
    if size <= settings.HEAVY_FROM_BYTES:
        return function(*given, **named)
    return isolated(function, *given, **named)


def isolated(function: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What a function returns, or raises, in a process of its own.

    The function is one of a module and asks no database; what it is given, returns and
    raises is pickled. Raises Refused, with a sentence, where it takes more than
    HEAVY_SECONDS of computing or HEAVY_MEGABYTES of memory, or ends its process.
    """
    return _conversed(_apart(function, given, named), _ask_nothing)


def in_pieces(
    function: Callable[P, Iterator[T]], *given: P.args, **named: P.kwargs
) -> Iterator[T]:
    """What a generator function yields, made in a process of its own, one by one.

    Each has HEAVY_SECONDS of computing of its own, all have HEAVY_MEGABYTES together;
    the next is made while one is used. The rest is as for ``isolated``.
    """
    yield from _apart(function, given, named, renewed=True)


def questioned(
    apart: bool,
    answer: Callable[[Any], Any],
    function: Callable[P, Generator[Any, Any, T]],
    *given: P.args,
    **named: P.kwargs,
) -> T:
    """What a generator function comes to, each of its questions answered here.

    A question is what it yields; ``answer`` of it, which may ask the database, is sent
    in. With ``apart`` the function is isolated, and only questions and answers pass.
    """
    talk = _apart(function, given, named) if apart else function(*given, **named)
    return _conversed(talk, answer)


def _ask_nothing(question: Any) -> Any:
    raise TypeError(f"Nobody answers {question!r} here.")


def _conversed(questions: Generator[Any, Any, T], answer: Callable[[Any], Any]) -> T:
    """What a generator returns, sent the answer of each thing that it yields."""
    reply = None
    while True:
        try:
            question = questions.send(reply)
        except StopIteration as end:
            return end.value
        reply = answer(question)


def _apart(
    function: Callable[..., Any],
    given: tuple[Any, ...],
    named: dict[str, Any],
    *,
    renewed: bool = False,
) -> Generator[Any, Any, Any]:
    """What a function asks, and returns, in a process of its own."""
    here, there = _context.Pipe()
    bounds = _Bounds(settings.HEAVY_SECONDS, settings.HEAVY_MEGABYTES, renewed)
    process = _context.Process(
        target=_answer, args=(there, bounds, function, given, named)
    )
    _start(process)
    there.close()
    try:
        came = _received(here)
        while isinstance(came, _Question):
            here.send((yield came.asked))
            came = _received(here)
    finally:
        process.kill()
        process.join()
        here.close()
    if came is None or came.out_of_memory:
        raise Refused(_why_stopped(came, process.exitcode))
    if came.error:
        raise came.error
    return came.value


def _start(process: ForkServerProcess) -> None:
    """Start a process, again where what it is forked from has just been ended."""
    for _ in range(_TRIES):
        try:
            get_ready()
            return process.start()
        except (EOFError, OSError):  # it is started anew as soon as it is gone
            time.sleep(0.1)
    raise Busy("What reads this is being started anew. Send this again in a minute.")


def _received(here: Connection) -> _Answer | _Question | None:
    """What the process sends; None where it ends, or is too late, without a word."""
    try:
        if here.poll(settings.HEAVY_SECONDS * _PATIENCE):
            return here.recv()
    except (EOFError, ConnectionError):
        pass
    return None


def _why_stopped(answer: _Answer | None, exit_code: int | None) -> str:
    if answer and answer.out_of_memory:
        return (
            f"This took more than {settings.HEAVY_MEGABYTES} MB of memory, {SEND_LESS}"
        )
    if exit_code in (-signal.SIGXCPU, -signal.SIGKILL):
        return f"This took more than {settings.HEAVY_SECONDS} seconds, {SEND_LESS}"
    return _BROKE_OFF


# --- in the other process ---


def _answer(
    there: Connection,
    bounds: _Bounds,
    function: Callable[..., Any],
    given: tuple[Any, ...],
    named: dict[str, Any],
) -> None:
    """Do the work within bounds and send what it came to."""
    _bind(bounds)
    try:
        value = function(*given, **named)
        if isinstance(value, Generator):
            value = _conversed(value, partial(_ask, there, bounds))
        answer = _Answer(value)
    except MemoryError:
        answer = _Answer(out_of_memory=True)
    except Exception as error:
        answer = _Answer(error=error)
    try:
        there.send(answer)
    except MemoryError:
        there.send(_Answer(out_of_memory=True))
    except Exception:  # what it came to is not to be sent, such as an error of C's
        there.send(_Answer(error=Refused(_BROKE_OFF)))


def _ask(there: Connection, bounds: _Bounds, question: Any) -> Any:
    """The answer to a question, from the process that started this one."""
    there.send(_Question(question))
    answer = there.recv()
    if bounds.renewed:
        _bind_seconds(bounds, math.ceil(time.process_time()))
    return answer


def _bind(bounds: _Bounds) -> None:
    """From now on this process has so much, and gives way to others."""
    os.nice(_NICENESS)
    _bind_seconds(bounds, had=0)
    most = _bytes_had() + bounds.megabytes * 10**6
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bind_seconds(bounds: _Bounds, had: int) -> None:
    """Bound the seconds that are still to come; nobody may raise a last bound again."""
    most = had + bounds.seconds
    _, most_ever = resource.getrlimit(resource.RLIMIT_CPU)
    last = most_ever if bounds.renewed else most + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, last))


def _bytes_had() -> int:
    """What this process has of what RLIMIT_DATA counts; where nobody says it, 0."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[5]) * resource.getpagesize()
    except OSError:
        return 0
