"""Passwords are hashed one at a time, after everything else.

A hash takes a processor for a third of a second, on purpose; whoever sends guesses
by the hundred must not take all processors, nor all threads.
"""

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from core.errors import Busy

IN_LINE = 3  # in each process; its other threads answer pages
_NICENESS = 10


def _give_way() -> None:
    """Have this thread run after the others; elsewhere than on Linux all are equal."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)


_line = threading.BoundedSemaphore(IN_LINE)
_hashing = ThreadPoolExecutor(1, "hashing", initializer=_give_way)


class InTurnPasswordHasher(PBKDF2PasswordHasher):
    """Django's PBKDF2, in one thread of low priority."""

    def encode(self, password: str, salt: str, iterations: Any = None) -> str:
        """The hash of a password. Raises Busy where several wait already."""
        if not _line.acquire(blocking=False):
            raise Busy(
                "Several people are signing in just now. Send this again in a minute."
            )
        try:
            encode = super().encode
            return _hashing.submit(encode, password, salt, iterations).result()
        finally:
            _line.release()
