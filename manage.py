#!/usr/bin/env python3
"""Footing's commands: ``python manage.py help`` lists them."""

import os
import signal
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one command; a polite kill ends it as tidily as the end of its work."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
