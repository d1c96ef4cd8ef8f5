"""The embedded PostgreSQL: a private server that lives and dies with its users.

Where no ``DATABASE_URL`` is given, Footing runs the PostgreSQL whose binaries come
with a Python package. ``Cluster.acquire`` starts the server or joins the one that
runs; ``Cluster.release`` leaves, and the last to leave stops it. It listens on a
socket in a folder only its owner may enter, never on the network.

Two lock files make this safe between processes. ``start.lock`` is held while the
server is started or stopped. ``use.lock`` is held, shared, by every process that
uses the server; the kernel drops it when a process ends, however it ends, so the
number of users is never wrong.
"""

import atexit
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import IO

from embedded_postgres.binaries import (
    SHARED,
    EmbeddedError,
    binaries_for,
    can_reach,
    make_open_directory,
    other_account,
    short_hash,
)

USER = "footing"
PORT = "5432"  # names the socket's file; nothing listens on the network
CONNECTIONS = 100
START_SECONDS = 60
ORPHAN_SECONDS = 10
ANSWER_SECONDS = 5
ENCRYPTION_REQUEST = struct.pack("!ii", 8, 80877103)  # any server says yes or no
LONGEST_SOCKET_FOLDER = 90  # characters; the system allows about 100 with the name
FEWEST_BUFFERS, MOST_BUFFERS = 128, 1024  # megabytes
NOT_DURABLE = ("fsync", "synchronous_commit", "full_page_writes")


def buffers() -> int:
    """Megabytes of pages that the server keeps at hand: an eighth of all memory.

    PostgreSQL's own 128 are fewer than what a search of a million claims reads.
    """
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**20
    return min(max(memory // 8, FEWEST_BUFFERS), MOST_BUFFERS)


@cache
def cluster(home: Path, durable: bool = True) -> "Cluster":
    """The one Cluster of this process for a folder."""
    return Cluster(home, durable)


class Cluster:
    """A PostgreSQL server whose data live in one folder.

    Without ``durable`` it does not wait for the disk: fast, and for tests alone.
    """

    def __init__(self, home: Path, durable: bool = True) -> None:
        self.durable = durable
        self.home = home.resolve()
        self.account = other_account(self.home)
        if self.account and not can_reach(self.home, self.account):
            self.home = SHARED / short_hash(self.home)
        self.in_use: IO[str] | None = None
        self.owner = 0
        self.guard = threading.Lock()

    # Where things are

    @cached_property
    def binaries(self) -> Path:
        """The folder of PostgreSQL's programs."""
        return binaries_for(self.account)

    @cached_property
    def major(self) -> int:
        """The major version of those programs; data of another cannot be read."""
        answer = subprocess.run(
            [self.binaries / "postgres", "--version"], capture_output=True, text=True
        )
        try:
            return int(answer.stdout.split()[2].split(".")[0])
        except (IndexError, ValueError):
            raise EmbeddedError(
                f"The PostgreSQL in {self.binaries} does not run on this machine "
                f"({answer.stderr.strip()}): set DATABASE_URL."
            ) from None

    @cached_property
    def data(self) -> Path:
        """The folder of the tables."""
        return self.home / f"data{self.major}"

    @cached_property
    def socket_folder(self) -> Path:
        """The folder of the socket: beside the data, or short where that is long."""
        beside = self.home / "socket"
        if len(str(beside)) <= LONGEST_SOCKET_FOLDER:
            return beside
        return Path(tempfile.gettempdir()) / f"footing-{short_hash(self.home)}"

    # Coming and going

    def acquire(self) -> dict[str, str]:
        """Start the server or join it; return where to connect (HOST, PORT, USER).

        Costs a lock and a connection attempt when the server runs, so that every
        new connection may ask: a server that was killed is started again. Raises
        EmbeddedError with a sentence when there is none to be had.
        """
        with self.guard, self.locked():
            if self.owner != os.getpid():
                self.join()
            if not self.data.exists():
                self.create()
            if not self.is_alive():
                self.start()
        return {"HOST": str(self.socket_folder), "PORT": PORT, "USER": USER}

    def release(self) -> None:
        """Leave the server; the last of all processes to leave stops it."""
        if self.owner != os.getpid() or self.in_use is None:
            return
        with self.guard, self.locked():
            try:
                fcntl.flock(self.in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass  # somebody else still uses it
            else:
                self.stop()
            self.in_use.close()
            self.in_use, self.owner = None, 0

    def join(self) -> None:
        """Count this process among the users until it ends."""
        self.in_use = self.open_lock("use.lock")
        fcntl.flock(self.in_use, fcntl.LOCK_SH)
        self.owner = os.getpid()
        atexit.register(self.release)  # does nothing in a forked child

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock under which the server is started and stopped."""
        make_open_directory(self.home)
        with self.open_lock("start.lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def open_lock(self, name: str) -> IO[str]:
        try:
            return (self.home / name).open("a")
        except PermissionError:
            raise EmbeddedError(
                f"The embedded PostgreSQL in {self.home} belongs to another account "
                "(was Footing first run as root here?): run it as that account, "
                "remove the folder, or set DATABASE_URL."
            ) from None

    # The server itself

    def create(self) -> None:
        """Make the data folder, aside and then renamed: never half of one."""
        self.refuse_other_versions()
        draft = self.home / "new"
        shutil.rmtree(draft, ignore_errors=True)
        self.make_private(draft)
        locale = ["--locale=C.UTF-8"]
        if self.major >= 17:  # a collation of PostgreSQL's own, alike on every system
            builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            locale = [*builtin, "--locale=C"]
        patience = [] if self.durable else ["--no-sync"]
        options = ["-U", USER, "--auth=trust", "-E", "UTF8", *locale, *patience]
        self.run("initdb", "-D", draft, *options)
        draft.rename(self.data)

    def refuse_other_versions(self) -> None:
        """Raise when the data are another version's, instead of starting empty."""
        others = sorted(path.name[4:] for path in self.home.glob("data[0-9]*"))
        if others and self.durable:
            raise EmbeddedError(
                f"{self.home} holds the data of PostgreSQL {', '.join(others)}, and "
                f"PostgreSQL {self.major} is installed: back them up with the release "
                f"that made them, move {self.home / 'data'}{others[-1]} away, and "
                "restore them here, as docs/operating.md says under Upgrades."
            )

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.make_private(self.socket_folder)
        self.clear_after_crash()
        settings = {
            "listen_addresses": "''",
            "unix_socket_directories": f"'{self.socket_folder}'",
            "unix_socket_permissions": "0700",
            "max_connections": str(CONNECTIONS),
            # Short queries over much data look dear: to compile them takes longer.
            "jit": "off",
        }
        if self.durable:
            settings["shared_buffers"] = f"{buffers()}MB"
            # Rows that an index names are read together: the first page after a
            # start waits for many of them.
            settings["effective_io_concurrency"] = "200"
        else:
            settings.update(dict.fromkeys(NOT_DURABLE, "off"))
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        log = self.data / "server.log"
        wait = ["-w", "-t", START_SECONDS]
        self.run("pg_ctl", "-D", self.data, "-l", log, *wait, "-o", options, "start")

    def stop(self) -> None:
        """Stop the server, if it came up, and wait until it is down."""
        if self.is_alive():
            self.run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")

    def clear_after_crash(self) -> None:
        """After a kill: wait for orphaned backends, then drop the stale locks.

        A killed server that its parent has not reaped still has its process
        number, and PostgreSQL would take its lock files for those of a live one.
        """
        end = time.monotonic() + ORPHAN_SECONDS
        while self.has_processes() and time.monotonic() < end:
            time.sleep(0.05)
        if not self.has_processes():
            stale = self.socket_folder.glob(".s.PGSQL.*")
            for path in (self.data / "postmaster.pid", *stale):
                path.unlink(missing_ok=True)

    def is_alive(self) -> bool:
        """Whether a server answers on the socket.

        Asked in PostgreSQL's protocol: ``pg_ctl status`` takes a killed and not yet
        reaped server for alive, and so does a mere connection for a moment.
        """
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(ANSWER_SECONDS)
            try:
                client.connect(str(self.socket_folder / f".s.PGSQL.{PORT}"))
                client.sendall(ENCRYPTION_REQUEST)
                return client.recv(1) in (b"N", b"S")
            except OSError:
                return False

    def has_processes(self) -> bool:
        """Whether any process works in the data folder, as all the server's do."""
        return any(
            working_folder(process) == str(self.data)
            for process in Path("/proc").glob("[0-9]*")
        )

    # Under it all

    def make_private(self, folder: Path) -> None:
        """Make a folder only the server's account may enter; refuse a stranger's."""
        folder.mkdir(mode=0o700, exist_ok=True)
        owners = {os.geteuid(), self.account.uid if self.account else os.geteuid()}
        if folder.is_symlink() or folder.lstat().st_uid not in owners:
            raise EmbeddedError(
                f"{folder} belongs to another account: remove it, or set DATABASE_URL."
            )
        if self.account:
            os.chown(folder, self.account.uid, self.account.gid)

    def run(self, program: str, *arguments: object) -> None:
        """Run one of PostgreSQL's programs as the server's account.

        Its output goes to a file and not to a pipe: the server inherits it, and
        reading a pipe would never end.
        """
        account = {}
        if self.account:
            account = {"user": self.account.uid, "group": self.account.gid}
            account["extra_groups"] = []
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [self.binaries / program, *map(str, arguments)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                umask=0o077,
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
                **account,
            )
            output.seek(0)
            said = output.read()
        if done.returncode:
            raise EmbeddedError(f"PostgreSQL's {program} failed: {said[-1500:]}")


def working_folder(process: Path) -> str | None:
    """The working folder of a process, if it still runs and may be looked at."""
    try:
        return os.readlink(process / "cwd")
    except OSError:
        return None
