#!/usr/bin/env python3
"""Footing's commands: ``python manage.py help`` lists them."""

import errno
import gc
import os
import signal
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from config.layout import EarlierLayout
from core.failures import FULL
from embedded_postgres.binaries import EmbeddedError

# Little of what a command makes is garbage in a circle, and to look for it at Python's
# own pace takes a tenth of a start.
gc.set_threshold(50_000, 20, 50)

REFUSALS = (ImproperlyConfigured, EmbeddedError, EarlierLayout, OperationalError)


def main() -> None:
    """Run one command; a polite kill ends it as tidily as the end of its work."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()  # where there is no room for it, that is to be said here
    except REFUSALS as problem:
        sys.exit(f"{type(problem).__name__}: {str(problem).strip()}")
    except OSError as problem:
        if problem.errno not in (*FULL, errno.EPIPE):
            raise
        # Python would try once more to write what did not fit, or nobody reads.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        full = f"There is no room for what this writes: {problem.strerror}."
        sys.exit(full if problem.errno in FULL else 1)


if __name__ == "__main__":
    main()
