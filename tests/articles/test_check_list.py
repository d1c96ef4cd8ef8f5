"""A reference list is looked for, compared, kept and corrected."""

import json
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from accounts.tokens.actions import make_token
from articles.checking import forgetting
from articles.management.commands.check_list import entry_lines
from articles.models import KeptLink
from articles.reference_lists.checked import CheckedEntry
from articles.reference_lists.listed import read_listed
from core.jobs import run_job
from core.models import Job
from tests import factories as make
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at
from tests.html import shown

pytestmark = pytest.mark.django_db
PAGE, CORRECT = "/check-list/", "/check-list/correct/"
FEVER = Work(
    doi="10.5555/fever.1",
    pmid="111",
    title="Examplin for made-up fever in sailors",
    authors=(("Xamplova", "Ada"), ("Inventa", "Ben"), ("Madeupsky", "Carla")),
    year=2011,
    journal="Journal of Examples",
    volume="4",
    pages="12-19",
)
PAIN = Work(
    doi="10.5555/pain.2",
    pmid="222",
    title="On the walls of made-up castles",
    authors=(("Wallis", "Bea"),),
    year=1999,
    journal="Castles of Nowhere",
    retracted=True,
    notices=(("retraction", "10.5555/pain.2r", "2015-01-01"),),
)
LIST = """References
1. Xamplova A, Inventa B, Madeupsky C. Examplin for made-up fever in sailors. \
Journal of Examples. 2011;4:12-19. doi:10.5555/fever.1
2. Xamplova A, Inventa B. Examplin for made-up fewer in sailors. Journal of Examples. \
2012;4:12-19. doi:10.5555/fever.1
3. Nemo N. A secret voyage that nobody ever made. Maritime Examples. 2001;1:1-9.
4. Xamplova A, Inventa B, Madeupsky C. Examplin for made-up fever in sailors. \
Journal of Examples. 2011;4:12-19. doi:10.5555/pain.2
5. Wallis B. On the walls of made-up castles. Castles of Nowhere. 1999.
"""


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([FEVER, PAIN]), settings, monkeypatch) as up:
        yield up


def checked(client, text=LIST, **more):
    """The page of a list after its job has run, and the key of its search."""
    page = shown(client.post(PAGE, {"text": text}))
    key = page.split('name="look" value="')[1].split('"')[0]
    run_job(Job.objects.latest("pk").pk)
    return shown(client.post(PAGE, {"text": text, "look": key, **more})), key


def command(path, capsys):
    call_command("check_list", str(path), "--json")
    return json.loads(capsys.readouterr().out)


def test_each_entry_of_a_list_is_told_by_the_command(tmp_path, services, capsys):
    file = tmp_path / "list.txt"
    file.write_text(LIST)
    told = command(file, capsys)
    assert [one["number"] for one in told] == [1, 2, 3, 4, 5]
    assert [one["state"] for one in told] == [
        *("agrees", "differs", "not_found", "conflict", "agrees"),
    ]
    assert set(told[1]["disagrees"]) == {"authors", "year", "title"}
    notes = {f["field"]: f["note"] for f in told[1]["candidate"]["fields"]}
    assert notes["title"] == "one letter differs: “fewer”, “fever”"
    assert notes["authors"] == "left out: Madeupsky"
    assert told[2]["candidate"] is None
    assert "does not mean that it does not exist" in told[2]["says"]
    assert "abricated" not in json.dumps(told)
    assert told[3]["candidate"]["title"] == PAIN.title
    assert told[3]["meant"]["title"] == FEVER.title
    assert told[4]["retracted"] and told[4]["notices"][0]["kind"] == "retraction"
    assert told[0]["says"].startswith("agrees in the fields read: ")
    assert "journal" in told[0]["agrees"] and told[0]["candidate"]["fields"]
    assert not Job.objects.exists() and not KeptLink.objects.exists()


def test_the_command_prints_the_number_of_an_entry_once():
    fact = {"number": 2, "says": "not found", "candidate": None, "remarks": []}
    for raw, first in (
        ("2. Roe U. Moss", "2. Roe U. Moss"),
        ("[12] Roe U. Moss", "[12] Roe U. Moss"),
        ("(2) Roe U. Moss", "(2) Roe U. Moss"),
        ("Roe U. Moss", "2. Roe U. Moss"),
        ("2,4-D and moss", "2. 2,4-D and moss"),
        ("3 trials of moss", "2. 3 trials of moss"),
    ):
        assert next(entry_lines(fact | {"raw": raw})) == first


def test_a_line_that_ends_in_doi_makes_no_table_of_a_list():
    broken = (
        "[1] U. Roe, “Moss heals,”\n"
        "J. Examp., vol. 62, no. 22, pp. 855–863, 2008, doi:\n"
        "10.5555/list.48.\n"
        "[2] C. Doe, “Ferns heal,” J. Examp., vol. 1, p. 2, 2009."
    ).encode()
    first, second = read_listed(broken, None, "list.txt")
    assert (first.record.doi, first.record.volume) == ("10.5555/list.48", "62")
    assert second.record.title == "Ferns heal"


def test_a_bibliography_is_read_in_its_own_format(tmp_path, services, capsys):
    file = tmp_path / "list.bib"
    file.write_text(
        "@article{a, author={Xamplova, Ada and others}, year=2011, volume=4,\n"
        "title={Examplin for made-up fever in sailors}, journal={J. Examples}}\n"
        "@article{b, author={Inventa, Ben and Xamplova, Ada and Madeupsky, Carla},\n"
        "title={Examplin for made-up fever in sailors}, year=2011}\n"
    )
    whole, turned = command(file, capsys)
    assert whole["state"] == "agrees"
    assert turned["disagrees"] == ["authors"]
    (listed, _) = read_listed(file.read_bytes(), None, "list.bib")
    assert not listed.all_authors


def test_a_pasted_list_comes_worst_first_with_what_differs_from_whom(client, services):
    page, _ = checked(client)
    places = [page.index(f'id="entry-{n}"') for n in (5, 4, 3, 2, 1)]
    assert places == sorted(places)  # retracted, conflict, not found, differs, agrees
    assert "1 work retracted" in page
    assert "One letter differs: “fewer”, “fever”" in page
    assert "Crossref" in page and "Asked: " in page
    assert "Perhaps meant:" in page
    shown_alone, _ = checked(client, show="differs")
    assert 'id="entry-2"' in shown_alone and 'id="entry-1"' not in shown_alone


def test_who_did_not_answer_of_an_entry_is_said_once(client, services):
    services.mode = "error"
    page, _ = checked(client)
    entries = page.split('<li id="entry-')[1:]
    unsettled = [one for one in entries if "Not settled: " in one]
    assert unsettled and not [one for one in unsettled if "No answer from" in one]


def test_nothing_of_a_list_is_stored_but_what_is_asked_for(client, services):
    _, key = checked(client)
    kept = str(list(Job.objects.values_list("arguments", "result")))
    assert "Maritime Examples. 2001;1" not in kept and "References" not in kept
    assert not KeptLink.objects.exists()
    answer = client.post("/check-list/as/csv/", {"text": LIST, "look": key})
    table = b"".join(answer.streaming_content).decode()
    assert table.count("\n") >= 6 and "one letter" not in table
    assert "title: Examplin for made-up fewer" in table
    answer = client.post("/check-list/as/json/", {"text": LIST, "look": key})
    assert [one["number"] for one in answer.json()] == [1, 2, 3, 4, 5]


def test_a_link_keeps_the_list_and_is_deleted_by_its_key(client, services):
    _, key = checked(client)
    page = shown(client.post("/check-list/link/", {"text": LIST, "look": key}))
    address = page.split('href="http://testserver')[1].split('"')[0]
    kept = client.get(address)
    assert kept["X-Robots-Tag"] == "noindex, nofollow"
    assert "A secret voyage that nobody ever made" in shown(kept)
    assert "One letter differs" in shown(kept)
    secret = page.split('id="delete-key">')[1].split("<")[0]
    assert client.post(f"{address}delete/", {"key": secret}).status_code == 302
    assert client.get(address).status_code == 404
    forgetting.run(SimpleNamespace(by=make.an_admin()))


def test_a_network_checks_three_lists_an_hour(client, services):
    for _ in range(3):
        assert client.post(PAGE, {"text": LIST}).status_code == 200
    answer = client.post(PAGE, {"text": LIST})
    assert answer.status_code == 429
    assert "3 reference lists came from your network within an hour" in shown(answer)
    assert "A secret voyage" in shown(answer)
    many = "\n".join(
        f"{n}. Nemo N. Paper {n} on fever. J Ex. 2001." for n in range(120)
    )
    client.force_login(make.a_curator())
    client.post(PAGE, {"text": f"References\n{many}\n"})
    assert len(Job.objects.latest("pk").arguments["works"]) == 100


def test_what_is_no_list_is_refused_with_a_sentence(client):
    assert client.get(PAGE).status_code == 200
    for text in ("", " \n "):
        assert client.post(PAGE, {"text": text}).status_code == 422
    assert not Job.objects.exists()
    assert client.get("/check-list/correct/").status_code == 302
    assert client.get("/check-list/as/csv/").status_code == 302
    assert client.post("/check-list/as/xml/", {"text": LIST}).status_code == 404


@pytest.mark.parametrize("format", ["ris", "bibtex", "csl"])
def test_a_corrected_list_differs_no_more(client, services, tmp_path, capsys, format):
    _, key = checked(client)
    sent = {"text": LIST, "look": key, "take": [1, 2, 3, 4]}
    page = shown(client.post(CORRECT, sent))
    assert "3 changes in" in page
    assert "Examplin for made-up fewer in sailors" in page  # as it was written
    answer = client.post(f"{CORRECT}{format}/", sent)
    file = tmp_path / answer["Content-Disposition"].split('"')[1]
    file.write_bytes(b"".join(answer.streaming_content))
    told = command(file, capsys)
    assert [one["state"] for one in told] == [
        *("agrees", "agrees", "not_found", "conflict", "agrees"),
    ]


@pytest.mark.parametrize(
    ("told", "is_retracted"),
    [
        ([("retraction", "2015-01-01", "Retraction Watch")], True),
        ([("retraction", None, "")], True),  # a person's own note
        ([("retraction", None, "Imported file")], False),
        (
            [
                ("retraction", "2015-01-01", "Retraction Watch"),
                ("reinstatement", "2016-01-01", "Crossref"),
            ],
            False,
        ),
        (
            [
                ("reinstatement", "2014-01-01", "Crossref"),
                ("retraction", "2015-01-01", "Retraction Watch"),
            ],
            True,
        ),
    ],
)
def test_a_notice_kept_here_is_told_whatever_the_services_know(
    client, services, tmp_path, capsys, told, is_retracted
):
    ours = make.a_reference(
        title=FEVER.title, authors=[{"family": "Xamplova"}], year=2011, doi=FEVER.doi
    )
    for kind, dated, source in told:
        notice = make.a_notice(reference=ours, kind=kind, dated=dated)
        if source:
            make.a_notice_source(notice=notice, source=source)
    entry = LIST.splitlines()[1]
    file = tmp_path / "list.txt"
    file.write_text(entry)
    (one,) = command(file, capsys)
    assert (one["state"], one["retracted"]) == ("agrees", is_retracted)
    kept = [(n["kind"], n["dated"], n["source"]) for n in one["notices"]]
    assert kept == [
        (kind, dated or "", source or "the references kept here")
        for kind, dated, source in told
    ]
    page, _ = checked(client, entry)
    assert f"{told[-1][0].capitalize()}, said by" in page


def test_fewer_authors_kept_here_say_nothing_against_more(
    client, settings, monkeypatch, tmp_path, capsys
):
    ours = {"title": FEVER.title, "year": 2012, "doi": FEVER.doi}
    make.a_reference(**ours, authors=[{"family": "Xamplova"}])
    entry = LIST.splitlines()[1]
    file = tmp_path / "list.txt"
    file.write_text(entry)
    with lookups_at(Services([]), settings, monkeypatch):  # nobody else knows it
        (one,) = command(file, capsys)
        _, key = checked(client, entry)
    assert one["disagrees"] == ["year"]
    sent = {"text": entry, "look": key, "take": [1]}
    answer = client.post(f"{CORRECT}csl/", sent)
    (made,) = json.loads(b"".join(answer.streaming_content))
    families = [name["family"] for name in made["author"]]
    assert families == ["Xamplova", "Inventa", "Madeupsky"]
    assert made["issued"] == {"date-parts": [[2012]]}


def test_no_correction_that_only_leaves_authors_out_is_ready_to_take(client, services):
    services.works[0] = Work(**{**vars(FEVER), "authors": (("Xamplova", "Ada"),)})
    page, _ = checked(client, LIST.splitlines()[1])
    tick = page.split('name="take" value="1"')[1].split(">")[0]
    assert "checked" not in tick


def test_halves_of_characters_and_what_cannot_be_read_are_kept_as_that():
    items = '[{"type": "book", "title": "Half \\ud800 of", "author": [{"family": "X"}]}'
    half, broken = read_listed(f"{items}, {{]".encode(), None, "list.json")
    assert half.record.title == "Half \ufffd of"
    assert broken.problem and CheckedEntry(broken, None).state == "not_checkable"
    (zero,) = read_listed(b"@book{a, title={A\0 title}, author={X, Y}}", None, "a.bib")
    assert "\0" not in str(zero)


def test_a_program_sends_a_list_and_asks_what_came_of_it(client, services):
    address = "/api/v1/list-checks/"
    sent = {"text": LIST, "reason": "Our review"}
    secret = make_token(by=make.a_curator(), name="Lab", scope="write").secret
    program = {"HTTP_AUTHORIZATION": f"Token {secret}"}
    assert client.post(address, sent, "application/json").status_code == 401
    odd = client.post(address, {"text": " "}, "application/json", **program)
    assert odd.status_code == 422
    answer = client.post(address, sent, "application/json", **program)
    assert answer.status_code == 201
    waiting = answer.json()
    assert {one["state"] for one in waiting["entries"]} == {"not_checked"}
    assert run_job(waiting["id"])
    told = client.get(answer["Location"], **program).json()
    assert (told["state"], told["done"], told["total"]) == ("done", 5, 5)
    states = {one["number"]: one["state"] for one in told["entries"]}
    assert states == {
        1: "agrees", 2: "differs", 3: "not_found", 4: "conflict", 5: "agrees",
    }  # fmt: skip
    assert told["entries"][0]["retracted"]  # the worst first
    assert client.get(answer["Location"]).status_code == 401
    client.force_login(make.a_reviewer())
    assert client.get(answer["Location"]).status_code == 404
