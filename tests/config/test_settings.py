"""What the environment may say, and what is answered to what it may not."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config import environment as env
from config.database import databases

LINT = settings.BASE_DIR / "bin" / "lint"
HOME = Path("home")
OURS = ("DATABASE_URL", "SECRET_KEY", "DJANGO_ALLOW_ASYNC_UNSAFE", "ALLOWED_HOSTS")
BARE = {
    **{name: value for name, value in os.environ.items() if name not in OURS},
    "DJANGO_SETTINGS_MODULE": "config.settings",
}
NO_SERVER = """
from embedded_postgres.cluster import Cluster
def refuse(self):
    raise AssertionError("a server was asked for")
Cluster.acquire = refuse
import sys
from django.core.management import execute_from_command_line
for command in sys.argv[1:]:
    execute_from_command_line(["manage.py", command])
"""


def manage(*arguments, program=("manage.py",), **environment):
    return subprocess.run(
        [sys.executable, *program, *arguments],
        cwd=settings.BASE_DIR,
        env={**BARE, **environment},
        capture_output=True,
        text=True,
    )


def refusal(read, *arguments, **keywords):
    with pytest.raises(ImproperlyConfigured) as refused:
        read(*arguments, **keywords)
    return str(refused.value)


def test_without_an_address_the_database_is_the_embedded_one():
    chosen = databases("", "", HOME)["default"]
    assert chosen["ENGINE"] == "embedded_postgres.backend"
    assert chosen["EMBEDDED_HOME"] == HOME


def test_a_database_address_is_read_whole():
    url = "postgresql://us%40er:p%2Fw@db.example:5433/footing?sslmode=require"
    chosen = databases(url, "", HOME)["default"]
    expected = {
        "NAME": "footing",
        "USER": "us@er",
        "PASSWORD": "p/w",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }
    assert {name: chosen[name] for name in expected} == expected


def test_a_database_on_a_socket_is_named_by_its_folder():
    chosen = databases("postgresql://%2Frun%2Fpostgresql/footing", "", HOME)
    assert chosen["default"]["HOST"] == "/run/postgresql"


def test_a_replica_is_a_second_database_and_tests_use_the_first():
    chosen = databases("postgres://a/x", "postgres://b/x", HOME)
    assert chosen["replica"]["HOST"] == "b"
    assert chosen["replica"]["TEST"] == {"MIRROR": "default"}


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://db/footing", "names the scheme 'mysql'"),
        ("postgresql://db", "names no database"),
        ("postgresql://db:port/footing", "cannot be read"),
        ("postgresql://[db/footing", "cannot be read"),
    ],
)
def test_a_wrong_database_address_is_answered_by_a_sentence(url, said):
    sentence = refusal(databases, url, "", HOME)
    assert said in sentence
    assert sentence.startswith("DATABASE_URL")


def test_a_refusal_does_not_repeat_the_password():
    assert "hush" not in refusal(databases, "mysql://kim:hush@db/footing", "", HOME)


def test_a_replica_needs_a_database():
    assert "DATABASE_URL is not" in refusal(databases, "", "postgres://b/x", HOME)


@pytest.mark.parametrize(
    ("read", "value", "said"),
    [
        (lambda: env.flag("X", default=False), "maybe", "expected true or false"),
        (lambda: env.number("X", default=1), "-3", "expected a whole number"),
        (lambda: env.choice("X", ("open", "signed-in")), "shut", "open or signed-in"),
        (lambda: env.address("X", "https://a.example"), "a.example", "an address"),
        (lambda: env.networks("X"), "10.0.0.0/40", "addresses or networks"),
    ],
)
def test_a_wrong_value_is_named_with_what_was_expected(monkeypatch, read, value, said):
    monkeypatch.setenv("X", value)
    sentence = refusal(read)
    assert said in sentence
    assert sentence.startswith("X ")


def test_an_empty_variable_counts_as_unset(monkeypatch):
    monkeypatch.setenv("X", "")
    assert env.number("X", default=5) == 5
    assert env.flag("X", default=True) is True
    assert env.networks("X") == []


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("X", raising=False)
    file = tmp_path / "var" / "secret"
    made = env.secret("X", keep_in=file)
    assert len(made) >= 50
    assert env.secret("X", keep_in=file) == made
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_where_a_secret_has_to_be_given_its_lack_is_said(monkeypatch):
    monkeypatch.delenv("X", raising=False)
    assert "X is not set" in refusal(env.secret, "X", keep_in=None)


def test_a_command_with_wrong_settings_ends_with_one_sentence():
    done = manage("check", READING="shut")
    assert done.returncode == 1
    assert done.stderr == (
        "ImproperlyConfigured: READING is 'shut': expected open or signed-in.\n"
    )


def test_a_database_out_of_reach_ends_a_command_with_a_sentence():
    url = f"postgresql://{'%2Fnowhere'}/footing"
    done = manage("showmigrations", DATABASE_URL=url, SECRET_KEY="x" * 60)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "/nowhere" in done.stderr


def test_commands_that_need_no_database_start_none():
    done = manage("help", "diffsettings", "check", program=("-c", NO_SERVER))
    assert done.returncode == 0, done.stderr
    assert "System check identified no issues" in done.stdout


def test_a_deployed_site_passes_the_deployment_checks():
    done = manage(
        "check",
        "--deploy",
        "--fail-level=WARNING",
        DATABASE_URL="postgresql://db.example/footing",
        SECRET_KEY="abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRST",
        ALLOWED_HOSTS="footing.example",
        CONTACT_EMAIL="editor@footing.example",
    )
    assert done.returncode == 0, done.stderr


def test_what_the_first_time_exports_is_all_that_a_deployed_site_needs():
    text = (settings.BASE_DIR / "docs" / "operating.md").read_text()
    (line,) = re.findall(r"^    export (.+?)  #", text, re.MULTILINE)
    exported = {word.removesuffix("=…") for word in line.split()}
    (lint,) = re.findall(r"env (DATABASE_URL.+?)python -W", LINT.read_text(), re.DOTALL)
    assert exported == set(re.findall(r"([A-Z_]+)=", lint))


@pytest.mark.parametrize(
    "command",
    [
        "pool --help",
        "check",
        "help",
        "diffsettings",
        "audit_article tests/articles/reading/texts/nowhere.txt",
        "agreement requirements.txt",
        "appraise rob2 requirements.txt",
        "pool requirements.txt",
        "makemigrations --check --dry-run nosuch",
    ],
)
def test_a_command_that_stores_nothing_leaves_nothing_behind(command, tmp_path):
    folder = tmp_path / "var"
    done = manage(*command.split(), FOOTING_VAR=str(folder))
    assert "Traceback" not in done.stderr
    assert not folder.exists()


def test_the_embedded_database_is_no_deployment():
    done = manage("check", "--deploy")
    for code in ("config.W001", "config.W002", "config.W003"):
        assert code in done.stderr
