"""The processes that ``make run`` keeps: started together, stopped together."""

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from django.core.management.base import CommandError

PR_SET_PDEATHSIG = 1  # Linux: the signal a process gets when its parent dies
PATIENCE = 10  # seconds to end politely
LONG = 30  # seconds: who lived so long did not end by its own fault


class Children:
    """Named processes that live as long as this one; who ends is started again."""

    def __init__(self):
        self.processes = {}
        self.commands = {}
        self.waits = {}  # seconds before the next start, longer each time
        self.stopping = threading.Event()

    def start(self, name, *arguments):
        """Start a Python module or script under a name.

        In a session of its own, so that Ctrl-C reaches this process alone, which
        then stops the others in order.
        """
        self.commands[name] = arguments
        self.processes[name] = subprocess.Popen(
            [sys.executable, *arguments],
            start_new_session=True,
            preexec_fn=end_with_parent,
        )

    def stop_on_signals(self):
        """From now on Ctrl-C and a polite kill end ``watch``."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stopping.set())

    def watch(self):
        """Until told to stop, start again whatever ends."""
        began = dict.fromkeys(self.processes, time.monotonic())
        while not self.stopping.wait(0.2):
            for name, code in self.ended():
                lived = time.monotonic() - began[name]
                wait = 1 if lived > LONG else min(2 * self.waits.get(name, 0.5), LONG)
                self.waits[name] = wait
                say(f"the {name} ended (exit code {code}); started again in {wait} s")
                if self.stopping.wait(wait):
                    return
                self.start(name, *self.commands[name])
                began[name] = time.monotonic()

    def ended(self):
        """Name and exit code of each process that has ended."""
        codes = {name: process.poll() for name, process in self.processes.items()}
        return [(name, code) for name, code in codes.items() if code is not None]

    def used_by(self, name):
        """Seconds of processor that a process and those it began have used so far.

        0 where the system does not tell.
        """
        session = str(self.processes[name].pid)
        ticks = 0
        for file in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):  # it ended meanwhile
                fields = file.read_text().rpartition(")")[2].split()
                if fields[3] == session:
                    ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def check(self):
        """Raise CommandError if a process has ended: it does not come up at all."""
        for name, code in self.ended():
            raise CommandError(
                f"The {name} ended by itself (exit code {code}), so everything else is "
                "stopped too."
            )

    def stop(self):
        """Stop all, politely first."""
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def say(sentence):
    """Tell whoever runs this what is going on."""
    print(f"footing: {sentence}", file=sys.stderr, flush=True)


def end_with_parent():
    """Have this process stopped when its parent is killed, where Linux can do that."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def end_when_orphaned(every=1.0):
    """From now on end this process soon after its parent has, however that ended.

    A web server that is killed hard cannot stop its own workers, and these would keep
    its port. ``every`` is how often to look, in seconds.
    """
    # Who made it: it may have ended already, while this process was still loading.
    maker = multiprocessing.parent_process()
    parent = maker.pid if maker else os.getppid()

    def watch():
        while os.getppid() == parent:
            time.sleep(every)
        os._exit(1)

    threading.Thread(target=watch, daemon=True, name="parent").start()
