"""Articles at the command line: audited without a database, kept with one."""

import io
import json
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.models import Article
from tests import factories as make

FEVER = """Examplin and made-up fever

Examplin significantly reduces made-up fever (Madeup et al., 2011).
Common adverse effects of examplin may include mild headaches and nausea.
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "fever.txt"
    path.write_text(FEVER)
    return str(path)


def run(*arguments):
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_an_audit_needs_no_database(file):
    """This test has none: pytest refuses every connection."""
    facts = json.loads(run("audit_article", file, "--json"))
    assert facts["title"] == "Examplin and made-up fever"
    for claim in facts["claims"]:
        assert claim["text"] == facts["text"][claim["start"] : claim["end"]]
    assert [claim["kind"] for claim in facts["claims"]] == ["efficacy", "safety"]
    assert [work["authors"] for work in facts["references"]] == [["Madeup"]]


def test_an_audit_is_readable(file):
    words = run("audit_article", file)
    assert "2 claims suggested, 1 without a citation; 1 citation of 1 work." in words
    assert "efficacy; reports a named study; cites Madeup 2011" in words
    assert "no source recognised" in words
    assert "- Madeup (2011)" in words


def test_an_audit_reads_standard_input_and_prints_the_result_alone():
    done = subprocess.run(
        [
            sys.executable,
            "manage.py",
            "audit_article",
            "-",
            "--format",
            "text",
            "--json",
        ],
        input=FEVER.encode(),
        capture_output=True,
        check=True,
        cwd=settings.BASE_DIR,
    )
    assert json.loads(done.stdout)["text"] == FEVER
    assert done.stderr == b""


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["audit_article", "import_article"])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.txt"], "missing.txt cannot be read: No such file"),
        (["."], "is a folder"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_a_sentence(command, arguments, words):
    with pytest.raises(CommandError, match=words):
        run(command, *arguments)


def test_a_file_that_is_no_article_ends_with_one_sentence(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    done = subprocess.run(
        [sys.executable, "manage.py", "audit_article", str(path)],
        capture_output=True,
        check=False,
        cwd=settings.BASE_DIR,
        text=True,
    )
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "empty" in done.stderr


@pytest.mark.django_db
def test_an_import_prints_where_the_article_is(file):
    facts = json.loads(run("import_article", file, "--json"))
    article = Article.objects.get()
    assert facts == {
        "id": article.pk,
        "address": f"/articles/{article.pk}/",
        "version": 1,
        "is_new_article": True,
        "is_new_version": True,
        "claims": 2,
        "citations": 1,
        "cited_works": 1,
    }
    assert article.events.count() == 0
    again = json.loads(run("import_article", file, "--json"))
    assert again == {**facts, "is_new_article": False, "is_new_version": False}


@pytest.mark.django_db
def test_a_new_version_is_made_of_the_article_named(file, tmp_path):
    run("import_article", file, "--url", "https://example.org/fever")
    article = Article.objects.get()
    changed = tmp_path / "later.txt"
    changed.write_text(FEVER + "It rained.\n")
    words = run("import_article", str(changed), "--article", str(article.pk))
    assert words == f"{article.pk} /articles/{article.pk}/ (version 2)\n"
    assert article.url == "https://example.org/fever"


@pytest.mark.django_db
def test_an_import_is_made_in_somebodys_name(file):
    curator = make.a_curator()
    run("import_article", file, "--by", curator.username)
    with pytest.raises(CommandError, match="no account 'nobody'"):
        run("import_article", file, "--by", "nobody")
    with pytest.raises(CommandError, match="may not keep articles"):
        run("import_article", file, "--by", make.a_reader().username)
    with pytest.raises(CommandError, match="no article 987"):
        run("import_article", file, "--article", "987")
    with pytest.raises(CommandError, match="no web address"):
        run("import_article", file, "--url", "fever")
