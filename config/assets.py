"""Collects the static files for the web server, when they have changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

LEFT_OUT = ["rest_framework", "redoc*"]  # what no page asks for


def collect_if_changed():
    """Hash, compress and collect the static files unless that was done before."""
    root = Path(settings.STATIC_ROOT)
    stamp = root / "collected"
    now = fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command(
        "collectstatic",
        interactive=False,
        clear=root.exists(),
        ignore_patterns=LEFT_OUT,
        verbosity=0,
    )
    stamp.write_text(now)


def fingerprint():
    """What the source files are: their names, sizes and dates."""
    lines = []
    for finder in get_finders():
        for path, storage in finder.list(LEFT_OUT):
            status = Path(storage.path(path)).stat()
            lines.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
