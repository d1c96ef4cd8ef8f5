"""References as files: out by address, in and out by command."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from bibliography.formats import WRITERS, read
from bibliography.models import Reference
from bibliography.records import Identifier, Record, RecordType
from bibliography.references.actions import add_reference
from tests.bibliography.test_imports import ris, work
from tests.factories import a_curator, a_reference
from texts.names import Name

pytestmark = pytest.mark.django_db
EXAMPLE = Record(
    type=RecordType.ARTICLE,
    title="Examplin for fever: a trial",
    authors=(Name("Madeup", "Mia"), Name("Invented", "Ivo")),
    year=2001,
    date="2001",
    journal="Journal of Examples",
    volume="3",
    issue="2",
    pages="3-9",
    identifiers=(Identifier("doi", "10.5555/example.1"),),
)


def content(answer):
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize("format", WRITERS)
def test_what_is_written_reads_back_the_same(client, format):
    add_reference(record=EXAMPLE, by=a_curator())
    answer = client.get(f"/references/export/?format={format}")
    assert answer["Content-Type"].startswith(WRITERS[format].media_type)
    assert WRITERS[format].extension in answer["Content-Disposition"]
    assert list(read(content(answer)).records) == [EXAMPLE]


def test_a_file_holds_what_the_filters_leave(client):
    a_reference(title="Old example", year=1990)
    a_reference(title="New example", year=2020)
    file = content(client.get("/references/export/?format=ris&year_min=2000"))
    assert b"New example" in file and b"Old example" not in file


def test_one_reference_is_a_file(client):
    one, _ = a_reference(title="One example"), a_reference(title="Other example")
    file = content(client.get(f"/references/{one.pk}/export/?format=bibtex"))
    assert b"One example" in file and b"Other example" not in file


def test_a_format_nobody_knows_is_a_bad_address(client):
    answer = client.get("/references/export/?format=docx")
    assert answer.status_code == 400
    assert "expected one of csl, bibtex, ris, nbib, csv" in answer.content.decode()


def test_the_list_offers_its_files(client):
    a_reference()
    shown = client.get("/references/?q=example").content.decode()
    assert "/references/export/?q=example&amp;format=bibtex" in shown
    assert "Import references" not in shown


def test_a_reference_is_cited_in_two_styles(client):
    reference = add_reference(record=EXAMPLE, by=a_curator())
    shown = client.get(f"/references/{reference.pk}/").content.decode()
    assert "Madeup M, Invented I. Examplin for fever: a trial." in shown
    assert "Madeup, M., &amp; Invented, I. (2001)." in shown


def test_a_reference_without_a_title_is_shown(client):
    reference = a_reference(title="", doi="10.5555/example.1")
    for address in ("/references/", f"/references/{reference.pk}/"):
        assert "Title not known" in client.get(address).content.decode()


# --- the command ---


def command(*arguments):
    out = StringIO()
    call_command("import_references", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_the_command_imports_and_tells(tmp_path):
    file = tmp_path / "example.ris"
    file.write_bytes(ris(work(1), {"PY": "2001"}))
    said = command(file)
    assert said.startswith("read 1, created 1, matched 0, asked 0, rejected 1, warn")
    assert Reference.objects.count() == 1
    again = json.loads(command(file, "--json"))
    assert (again["read"], again["created"], again["matched"]) == (1, 0, 1)
    assert again["format"] == "ris"
    assert "which work this is" in again["reasons"][0]["why"]


def test_the_command_maps_columns(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("Titel;Jahr\nEin Beispiel;2001\n")
    command(file, "--format", "csv", "--column", "title=Titel", "--column", "year=Jahr")
    assert Reference.objects.get().title == "Ein Beispiel"


def test_the_command_names_the_columns_it_made_nothing_of(tmp_path):
    file = tmp_path / "t.csv"
    file.write_text("DOI,Rok,Naslov\n10.5555/example.1,2001,Ein Beispiel\n")
    assert "Columns not used: Rok, Naslov" in command(file)
    used = ["--column", "doi=DOI", "--column", "year=Rok", "--column", "title=Naslov"]
    assert "not used" not in command(file, "--format", "csv", *used)
    assert json.loads(command(file, "--json"))["columns_not_used"] == ["Rok", "Naslov"]


@pytest.mark.parametrize(
    ("name", "data", "arguments", "sentence"),
    [
        ("a.ris", b"%PDF-1.4", [], "“a.ris” is a PDF, not a reference file."),
        ("a.ris", b"", [], "“a.ris” is empty."),
        ("a.csv", b"title\nA\n", ["--column", "title"], "expected FIELD=HEAD"),
        ("a.ris", b"TY  - JOUR", ["--by", "nobody"], "There is no account 'nobody'."),
    ],
)
def test_the_command_fails_with_one_sentence(tmp_path, name, data, arguments, sentence):
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(CommandError, match=sentence):
        command(file, *arguments)


def test_the_command_says_that_a_file_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        command(tmp_path / "nowhere.ris")


def test_a_command_asks_for_the_encoding_with_the_files_lines(tmp_path):
    file = tmp_path / "pl.ris"
    data = ris(work(1, TI="Skuteczność żywienia")).decode().encode("cp1250")
    file.write_bytes(data)
    with pytest.raises(CommandError, match="--encoding NAME.*\n.*cp1250 .*Skuteczność"):
        command(file)
    assert json.loads(command(file, "--json", "--encoding", "cp1250"))["created"] == 1
    assert Reference.objects.get().title == "Skuteczność żywienia"
    with pytest.raises(CommandError, match="“klingon” is no encoding"):
        command(file, "--encoding", "klingon")
