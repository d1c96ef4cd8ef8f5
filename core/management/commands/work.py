"""``manage.py work``: a worker; any number of them may run, on any machine."""

import logging
import threading

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection

from core.tick import tick

EVERY = 10  # seconds: no job of JOB_SCHEDULE recurs more often than this
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Runs jobs as they come, and ticks beside it, until told to stop."""

    help = "Runs the jobs in line until it is told to stop (SIGTERM, Ctrl-C)."

    def add_arguments(self, parser):
        parser.add_argument("--until-empty", action="store_true", help="stop when idle")

    def handle(self, *, until_empty, **_):
        stopping = threading.Event()
        ticker = threading.Thread(target=keep_ticking, args=[stopping], name="ticker")
        ticker.start()
        try:
            call_command("db_worker", verbosity=0, reload=False, batch=until_empty)
        finally:
            stopping.set()
            ticker.join()


def keep_ticking(stopping):
    """Tick now and every few seconds; a tick that fails is logged and comes again."""
    try:
        while True:
            close_old_connections()
            try:
                tick()
            except Exception:
                logger.exception("a tick failed")
            if stopping.wait(EVERY):
                return
    finally:
        connection.close()
