"""Setting up, and what ``make run`` keeps: started together, stopped together."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest
from django.core.management.base import CommandError

from config import assets, install
from config.children import Children
from config.management.commands import run
from config.management.commands.run import QUIET, free_port, own_address, welcome
from tests.units import command_of

SLEEP = ["-c", "import time; time.sleep(60)"]


@pytest.fixture
def children():
    children = Children()
    yield children
    children.stop()


def test_make_installs_no_list_of_packages_that_setting_up_does_not_know():
    named = re.findall(r"install\.py (\S+)", (install.ROOT / "Makefile").read_text())
    assert set(named) == set(install.INCLUDED)
    for name, files in install.INCLUDED.items():
        first = re.search(r"^-r (\S+)", (install.ROOT / name).read_text(), re.M)
        assert files == [*(install.INCLUDED[first[1]] if first else []), name]


def test_all_children_are_stopped_together(children):
    children.start("one", *SLEEP)
    children.start("other", *SLEEP)
    children.check()
    children.stop()
    assert all(process.poll() is not None for process in children.processes.values())


def test_a_child_that_does_not_come_up_is_named(children):
    children.start("one", *SLEEP)
    children.start("worker", "-c", "raise SystemExit(3)")
    children.processes["worker"].wait()
    with pytest.raises(CommandError, match=r"The worker ended by itself .*code 3"):
        children.check()


def test_a_server_that_comes_up_slowly_is_waited_for_as_long_as_it_gets_on(
    children, monkeypatch, capfd
):
    monkeypatch.setattr(run, "LOOK", 0.01)
    monkeypatch.setattr(run, "STILL", 0.02)
    used = iter([1, 2, 3, 3, 3, 4])
    monkeypatch.setattr(children, "used_by", lambda name: next(used))
    with pytest.raises(CommandError, match="did nothing for"):
        run.wait_for_answer(children, "http://127.0.0.1:9")
    assert list(used) == [4]
    assert capfd.readouterr().err.count("is still coming up") == 4


def test_what_a_child_and_its_own_children_do_is_counted(children):
    busy = "import os, signal; os.fork(); signal.alarm(20); any(iter(int, 1))"
    children.start("one", "-c", busy)
    children.start("other", *SLEEP)
    assert soon(lambda: children.used_by("one") > 0.2)
    assert children.used_by("other") < 0.2


def test_a_child_that_is_killed_is_started_again(children, capfd):
    children.start("web server", *SLEEP)
    children.start("worker", *SLEEP)
    watching = threading.Thread(target=children.watch)
    watching.start()
    web, killed = (children.processes[name] for name in ("web server", "worker"))
    killed.kill()
    assert soon(lambda: children.processes["worker"] is not killed)
    # Linux ends a process with the thread that made it, so before that one does.
    assert children.processes["worker"].poll() is None
    children.stopping.set()
    watching.join()
    assert children.processes["web server"] is web
    assert "the worker ended (exit code -9); started again" in capfd.readouterr().err


def test_children_end_when_their_parent_is_killed():
    script = (
        "from config.children import Children\n"
        "children = Children()\n"
        f"children.start('one', *{SLEEP!r})\n"
        "print(children.processes['one'].pid, flush=True)\n"
        "children.watch()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=install.ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    assert ends(child)


@pytest.fixture
def web_server():
    """The web server as it is run, and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    as_written = [
        str(port) if word == "8000" else word
        for word in command_of("footing-web.service")
    ]
    server = subprocess.Popen(
        [*as_written, *QUIET, "--workers", "1"],
        cwd=install.ROOT,
        env={**os.environ, "END_WHEN_ORPHANED": "yes"},
    )
    try:
        assert soon(lambda: listens(port))
        yield server, port
    finally:
        server.kill()
        server.wait()


def test_the_web_server_stays_up_takes_what_is_meant_and_leaves_its_port(web_server):
    server, port = web_server
    page = "GET /api/v1/nowhere/ HTTP/1.1\r\nHost: localhost\r\n"
    assert soon(lambda: " 404 " in raw(port, page))
    assert " 405 " in raw(port, page.replace("GET", "TRACE"))
    assert " 400 " in raw(port, page + "Host: footing.example\r\n")
    assert " 400 " in raw(port, page + "Content-Length: -1\r\n")
    before = workers_of(server.pid)
    for worker in before:
        os.kill(worker, signal.SIGKILL)
    assert soon(lambda: len(workers_of(server.pid) - before) == len(before) == 1)
    assert soon(lambda: " 404 " in raw(port, page))
    server.kill()
    server.wait()
    assert soon(lambda: not listens(port))
    assert free_port(str(port)) == port


def raw(port, head):
    """The first line that is answered to a request's head, sent as it stands."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
            connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
            return connection.recv(4096).decode("latin-1").partition("\r\n")[0]
    except OSError as problem:
        return str(problem)


def workers_of(process):
    """The processes that a web server made to answer requests."""
    with open(f"/proc/{process}/task/{process}/children") as file:
        return {int(word) for word in file.read().split()}


def listens(port):
    """Whether somebody takes connections at a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def soon(holds, seconds=120):
    """Whether something comes to hold within some seconds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def ends(process, patience=60):
    """Whether a process that is not ours to wait for ends soon."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if state(process) in (None, "Z"):
            return True
        time.sleep(0.05)
    return False


def state(process):
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return None


def test_a_taken_port_is_answered_by_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with pytest.raises(CommandError, match=f"Port {port} cannot be used"):
            free_port(port)


@pytest.mark.parametrize("text", ["0", "65536", "http", "-1"])
def test_a_port_that_is_none_is_answered_by_a_sentence(text):
    with pytest.raises(CommandError, match="from 1 to 65535"):
        free_port(text)


def test_sign_ins_are_printed_where_they_work(settings):
    settings.EMBEDDED, settings.SAMPLE = True, True
    said = welcome("http://127.0.0.1:8000")
    assert "reviewer-a" in said
    assert "on this machine alone, at 127.0.0.1 or localhost" in said
    for embedded, sample in ((False, True), (True, False)):
        settings.EMBEDDED, settings.SAMPLE = embedded, sample
        assert "reviewer-a" not in welcome("http://127.0.0.1:8000")


def test_listening_to_others_says_what_that_means(settings):
    assert "plain HTTP" not in welcome("http://127.0.0.1:8000")
    settings.HOST, settings.ALLOWED_HOSTS = "0.0.0.0", ["footing.example"]
    said = welcome("http://127.0.0.1:8000")
    assert "whoever reaches this machine there reads it, over plain HTTP" in said
    assert "ALLOWED_HOSTS sets: footing.example" in said
    assert own_address("0.0.0.0") == "127.0.0.1"
    assert own_address("::") == "[::1]"
    assert own_address("192.0.2.7") == "192.0.2.7"


def test_static_files_are_collected_when_they_changed(tmp_path, settings):
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = [
        "django.contrib.staticfiles.finders.FileSystemFinder"
    ]
    settings.STATIC_ROOT = target
    (source / "one.css").write_text("a {}")
    assets.collect_if_changed()
    assert (target / "one.css").exists()
    (target / "one.css").unlink()
    assets.collect_if_changed()  # nothing changed, nothing done
    assert not (target / "one.css").exists()
    (source / "two.css").write_text("b {}")
    assets.collect_if_changed()
    assert {path.name for path in target.iterdir()} >= {"one.css", "two.css"}


def test_a_change_of_the_packages_asks_for_an_installation(tmp_path, monkeypatch):
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("one==1\n")
    stamp = tmp_path / "installed"
    monkeypatch.setattr(install, "PYTHON", sys.executable)
    stamp.write_text(install.fingerprint(requirements))
    assert install.is_done(stamp, install.fingerprint(requirements))
    requirements.write_text("one==2\n")
    assert not install.is_done(stamp, install.fingerprint(requirements))


def test_an_environment_whose_python_is_gone_is_not_done(tmp_path, monkeypatch):
    stamp = tmp_path / "installed"
    stamp.write_text("same")
    monkeypatch.setattr(install, "PYTHON", tmp_path / "gone" / "python")
    assert not install.is_done(stamp, "same")


def test_a_python_that_is_too_old_is_named(monkeypatch):
    monkeypatch.setattr(install, "OLDEST", (99, 0))
    with pytest.raises(install.CannotInstall, match="Python 3.11 or newer"):
        install.main("requirements.txt")


def test_setting_up_runs_with_a_plain_python():
    plain = shutil.which("python3", path="/usr/bin:/usr/local/bin") or sys.executable
    done = subprocess.run(
        [plain, "-I", "-S", "-c", "import runpy; runpy.run_path('config/install.py')"],
        cwd=install.ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_make_finds_a_python_that_will_do_unless_one_is_named():
    def python(*named):
        told = ["make", "--dry-run", "setup", *named]
        plain = {"PATH": os.environ["PATH"]}  # nothing of a make that runs this
        done = subprocess.run(
            told, cwd=install.ROOT, env=plain, capture_output=True, text=True
        )
        return done.stdout.split()[0]

    can = "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"
    assert subprocess.run([python(), "-c", can]).returncode == 0
    assert python("PYTHON=another") == "another"
