"""``manage.py run``, behind ``make run``: everything up, and down again together.

This process holds the database, brings the tables, the static files and the sample
evidence up to date, and then keeps the web server and two workers until it is told to
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

from accounts import samples
from accounts.coming_in import is_loopback
from config.assets import collect_if_changed
from config.children import Children, say
from core.management.store import migrations_lacking
from embedded_postgres.cluster import cluster

WEB = ["--interface", "rsgi", "--workers", "2", "--backpressure", "1000", "--http", "1"]
WEB += ["--http1-header-read-timeout", "10000"]  # ms
WEB += ["--no-ws", "--respawn-failed-workers"]
QUIET = ["--log-level", "error"]
WEB_SERVER = "web server"
STILL = 120  # seconds in which a server that comes up does something
SOMETHING = 0.3  # seconds of processor between two looks
LOOK = 30  # seconds between two looks at what it did, and two sentences


class Command(BaseCommand):
    """Brings Footing up, keeps it up, takes it down."""

    help = "Runs Footing on this machine: database, web server and two workers."

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
        settings.SECRET_KEY  # noqa: B018  made here, or said why not
        say("bringing the database up to date …")
        if migrations_lacking():
            call_command("migrate", verbosity=0)
        collect_if_changed()
        if settings.SAMPLE and "load_sample" in get_commands():
            say("looking after the sample evidence …")
            call_command("load_sample", verbosity=0)
        connections.close_all()

    def serve(self, children, port):
        """Run the web server and two workers, say where, and watch them."""
        address = f"http://{own_address(settings.HOST)}:{port}"
        where = [
            "--host",
            settings.HOST,
            "--port",
            str(port),
            "config.server:application",
        ]
        os.environ["END_WHEN_ORPHANED"] = "yes"  # read where a web worker begins
        children.start(WEB_SERVER, "-m", "granian", *WEB, *QUIET, *where)
        # Two, so that a long import holds up neither a look-up nor a review.
        for name in ("worker", "second worker"):
            children.start(name, settings.BASE_DIR / "manage.py", "work")
        wait_for_answer(children, address)
        if not children.stopping.is_set():
            self.stdout.write(welcome(address))
            self.stdout.flush()
        children.watch()
        say("stopping …")


def free_port(text):
    """The port to listen on, checked to be free."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise CommandError(f"PORT is {text!r}: expected a number from 1 to 65535.")
    family = socket.AF_INET6 if ":" in settings.HOST else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.HOST, int(text)))
        except OSError as problem:
            raise CommandError(
                f"Port {text} cannot be used ({problem.strerror}): is Footing running "
                "already? Choose another with PORT=, such as make run PORT=8001"
            ) from None
    return int(text)


def wait_for_answer(children, address):
    """Wait until the web server answers, whatever it answers, as long as it gets on.

    How long that takes is the machine's affair; what counts is that it does something.
    """
    began = looked = time.monotonic()
    used, still = 0, 0
    while not children.stopping.is_set():
        children.check()
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  our own
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        now = time.monotonic()
        if now - looked > LOOK:
            looked, before, used = now, used, children.used_by(WEB_SERVER)
            still = 0 if used > before + SOMETHING else still + LOOK
            if still >= STILL:
                raise CommandError(
                    f"The web server gave no answer and did nothing for {STILL} "
                    "seconds, so everything is stopped again."
                )
            say(
                f"the web server is still coming up after {now - began:.0f} s: this "
                "machine is busy; Ctrl-C stops it"
            )


def own_address(host):
    """Where this machine reaches what listens on a host, as an address has it."""
    own = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"[{own}]" if ":" in own else own


def welcome(address):
    """What to print once it runs; sign-ins only where they work, on this machine."""
    lines = [f"Footing is at {address}"]
    if not is_loopback(settings.HOST):
        hosts = ", ".join(settings.ALLOWED_HOSTS)
        lines += [
            f"It listens on {settings.HOST}: whoever reaches this machine there reads "
            "it, over plain HTTP that others on the way can read and change.",
            f"It answers under these names, which ALLOWED_HOSTS sets: {hosts}",
        ]
    if settings.EMBEDDED and settings.SAMPLE:
        lines.append(
            "Sample sign-ins, on this machine alone, at 127.0.0.1 or localhost, all "
            f"with the password {samples.PASSWORD} :"
        )
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
