"""The embedded PostgreSQL comes up, survives, and leaves nothing behind."""

import os
import shutil
import signal
import subprocess
import sys
import uuid
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from django.conf import settings

from embedded_postgres.binaries import (
    Account,
    EmbeddedError,
    can_reach,
    make_open_directory,
    other_account,
    packaged_binaries,
)
from embedded_postgres.cluster import Cluster

USE = """
import os, pathlib, sys
import psycopg2
from embedded_postgres.cluster import Cluster
if len(sys.argv) > 2:  # go on as another account
    os.setgroups([])
    os.setgid(int(sys.argv[3]))
    os.setuid(int(sys.argv[2]))
cluster = Cluster(pathlib.Path(sys.argv[1]), durable=False)
where = cluster.acquire()
connection = psycopg2.connect(
    host=where["HOST"], port=where["PORT"], user=where["USER"], dbname="postgres"
)
cursor = connection.cursor()
cursor.execute("SELECT 42")
print(cursor.fetchone()[0], flush=True)
"""
THEN_WAIT = "sys.stdin.read()"


@pytest.fixture
def home():
    """A folder for a server, short and reachable; emptied afterwards."""
    folder = settings.VAR / f"t{uuid.uuid4().hex[:8]}"
    yield folder
    moved = Cluster(folder).home
    for each in {folder, moved}:
        shutil.rmtree(each, ignore_errors=True)


@pytest.fixture
def cluster(home):
    cluster = Cluster(home, durable=False)
    yield cluster
    cluster.release()


def connect(where):
    return psycopg2.connect(
        host=where["HOST"], port=where["PORT"], user=where["USER"], dbname="postgres"
    )


def ask(where, statement):
    with closing(connect(where)) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        answer = cursor.fetchone() if cursor.description else None
        connection.commit()
    return answer and answer[0]


def another_process(home, *account, script=USE):
    return subprocess.Popen(
        [sys.executable, "-c", script, str(home), *map(str, account)],
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill_server(cluster):
    process = int((cluster.data / "postmaster.pid").read_text().split()[0])
    os.kill(process, signal.SIGKILL)


def test_a_killed_server_comes_back_with_its_rows(home):
    cluster = Cluster(home)
    where = cluster.acquire()
    ask(where, "CREATE TABLE kept AS SELECT 7 AS number")
    kill_server(cluster)
    assert ask(cluster.acquire(), "SELECT number FROM kept") == 7
    cluster.release()
    assert not cluster.has_processes()


def test_two_processes_at_once_share_a_server_that_was_not_there(home):
    both = [another_process(home), another_process(home)]
    answers = [process.communicate(timeout=60) for process in both]
    assert [output.strip() for output, _ in answers] == ["42", "42"], answers
    assert not Cluster(home).has_processes()


def test_the_last_user_stops_the_server(home, cluster):
    cluster.acquire()
    other = another_process(home, script=USE + THEN_WAIT)
    assert other.stdout.readline().strip() == "42"
    cluster.release()
    assert cluster.has_processes()
    other.communicate("", timeout=60)
    assert not cluster.has_processes()


def test_a_killed_user_is_not_counted(home, cluster):
    other = another_process(home, script=USE + THEN_WAIT)
    assert other.stdout.readline().strip() == "42"
    other.kill()
    other.communicate()
    cluster.acquire()
    cluster.release()
    assert not cluster.has_processes()


def test_nobody_else_may_enter_and_nothing_listens_on_the_network(cluster):
    where = cluster.acquire()
    assert Path(where["HOST"]).stat().st_mode & 0o077 == 0
    assert ask(where, "SHOW listen_addresses") == ""


def test_a_server_can_be_acquired_again_after_it_was_released(cluster):
    ask(cluster.acquire(), "CREATE TABLE kept AS SELECT 7 AS number")
    cluster.release()
    assert ask(cluster.acquire(), "SELECT number FROM kept") == 7


def test_a_path_too_long_for_a_socket_is_helped(home):
    cluster = Cluster(home / ("long" * 30), durable=False)
    assert ask(cluster.acquire(), "SELECT 42") == 42
    cluster.release()
    shutil.rmtree(cluster.socket_folder)
    shutil.rmtree(cluster.home)


def test_an_interrupted_creation_leaves_no_half_of_a_cluster(home, cluster):
    make_open_directory(cluster.home / "new")
    (cluster.home / "new" / "PG_VERSION").write_text("9")
    assert ask(cluster.acquire(), "SELECT 42") == 42


def test_data_of_another_version_are_not_passed_over(home):
    cluster = Cluster(home)
    (cluster.home / "data9").mkdir(parents=True)
    with pytest.raises(EmbeddedError, match="holds the data of PostgreSQL 9"):
        cluster.acquire()
    cluster.release()


def test_a_failing_program_says_what_it_said(cluster):
    cluster.home.mkdir(parents=True)
    with pytest.raises(EmbeddedError, match="pg_ctl failed: .*no such option"):
        cluster.run("pg_ctl", "--no such option")


@pytest.mark.skipif(os.geteuid() != 0, reason="changes to another account as root")
def test_an_ordinary_account_runs_it_itself_and_root_may_join():
    nobody = other_account(Path("/nonexistent"))
    if not can_reach(packaged_binaries(), nobody):
        pytest.skip(f"the account {nobody.name} cannot reach this folder")
    home = settings.VAR / f"t{uuid.uuid4().hex[:8]}"
    home.mkdir()
    os.chown(home, nobody.uid, nobody.gid)
    try:
        other = another_process(home, nobody.uid, nobody.gid)
        output, problems = other.communicate(timeout=60)
        assert output.strip() == "42", problems
        assert Cluster(home).data.stat().st_uid == nobody.uid
        output, problems = another_process(home).communicate(timeout=60)
        assert output.strip() == "42", problems
    finally:
        shutil.rmtree(home)


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone has to change")
def test_root_runs_it_as_somebody_else(cluster):
    cluster.acquire()
    assert cluster.data.stat().st_uid != 0


def test_a_folder_that_root_used_first_is_explained(home, cluster, monkeypatch):
    def denied(*_):
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(EmbeddedError, match="belongs to another account"):
        cluster.acquire()


def test_an_account_enters_its_own_folders_and_open_ones(tmp_path):
    tmp_path.chmod(0o700)
    owner = Account("owner", tmp_path.stat().st_uid, 0)
    stranger = Account("stranger", 64_000, 64_000)
    assert can_reach(Path("/"), stranger)
    assert not can_reach(tmp_path / "not" / "there", stranger)
    assert can_reach(tmp_path, owner) or tmp_path.parent.stat().st_uid != owner.uid
