"""``manage.py run``, behind ``make run``: everything up, and down again together.

This process holds the database, brings the tables, the static files and the sample
evidence up to date, and then keeps the web server and the worker until it is told to
stop or one of them ends.
"""

import os
import socket
import time
import urllib.error
import urllib.request

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from accounts import samples
from config.assets import collect_if_changed
from config.children import Children
from embedded_postgres.cluster import cluster

HOST = "127.0.0.1"
WEB = ["--interface", "rsgi", "--workers", "2", "--backpressure", "128", "--http", "1"]
WEB += ["--no-ws", "--respawn-failed-workers", "--respawn-interval", "0.5"]
QUIET = ["--log-level", "error"]
FIRST_ANSWER = 60  # seconds


class Command(BaseCommand):
    """Brings Footing up, keeps it up, takes it down."""

    help = "Runs Footing on this machine: database, web server and worker."

    def handle(self, **_):
        port = free_port(os.environ.get("PORT") or "8000")
        children = Children()
        children.stop_on_signals()
        try:
            self.prepare()
            if not children.stopping.is_set():
                self.serve(children, port)
        finally:
            children.stop()
            leave_database()

    def prepare(self):
        """Bring the tables, the static files and the sample evidence up to date."""
        self.say("bringing the database up to date")
        migrate_if_needed()
        collect_if_changed()
        if "load_sample" in get_commands() and os.environ.get("SAMPLE") != "no":
            self.say("looking after the sample evidence")
            call_command("load_sample", verbosity=0)
        connections.close_all()

    def serve(self, children, port):
        """Run the web server and the worker, say where, and watch them."""
        address = f"http://{HOST}:{port}"
        where = ["--host", HOST, "--port", str(port), "config.server:application"]
        os.environ["END_WHEN_ORPHANED"] = "yes"  # read where a web worker begins
        children.start("web server", "-m", "granian", *WEB, *QUIET, *where)
        # Two, so that a long import holds up neither a look-up nor a review.
        for name in ("worker", "second worker"):
            children.start(name, settings.BASE_DIR / "manage.py", "work")
        wait_for_answer(children, address)
        if not children.stopping.is_set():
            self.stdout.write(welcome(address))
            self.stdout.flush()
        children.watch()
        self.say("stopping")

    def say(self, sentence):
        """Tell what is going on."""
        self.stderr.write(f"footing: {sentence} …")


def free_port(text):
    """The port to listen on, checked to be free."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise CommandError(f"PORT is {text!r}: expected a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as problem:
            raise CommandError(
                f"Port {text} cannot be used ({problem.strerror}): is Footing running "
                "already? Choose another with PORT=, such as make run PORT=8001"
            ) from None
    return int(text)


def migrate_if_needed():
    """Bring the tables up to date; says at once when they are."""
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)


def wait_for_answer(children, address):
    """Wait until the web server answers, whatever it answers."""
    end = time.monotonic() + FIRST_ANSWER
    while not children.stopping.is_set():
        children.check()
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  our own
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            if time.monotonic() > end:
                raise CommandError(
                    f"The web server gave no answer within {FIRST_ANSWER} seconds."
                ) from None
            time.sleep(0.1)


def welcome(address):
    """What to print once it runs; sign-ins only where they work, on this machine."""
    lines = [f"Footing is at {address}"]
    if settings.EMBEDDED:
        lines.append(f"Sample sign-ins, all with the password {samples.PASSWORD} :")
        lines += [
            f"  {person.username:<12} {person.display_name}"
            for person in samples.PEOPLE
        ]
    lines.append("Stop it with Ctrl-C.")
    return "\n".join(lines)


def leave_database():
    """Close the connections; the last user of the embedded server stops it."""
    connections.close_all()
    if settings.EMBEDDED:
        cluster(settings.DATABASES["default"]["EMBEDDED_HOME"]).release()
