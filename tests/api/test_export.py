"""What the page, the API and the export say of one claim is the same."""

import csv
import html
import io
import json
import re
import subprocess

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests import factories as make
from tests.api.rows import a_claim
from tests.programs import start

pytestmark = pytest.mark.django_db


def exported(**options):
    written = io.StringIO()
    call_command("export", stdout=written, **options)
    return written.getvalue()


def lines():
    return [json.loads(line) for line in exported(format="ndjson").splitlines()]


def words_of(page):
    """The words a page prints, without its tags."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", page, flags=re.S)
    return " ".join(html.unescape(text).split())


def test_the_export_and_the_api_say_the_same_of_every_claim(client):
    claims = [a_claim(), make.a_claim(), a_claim()]
    told = [client.get(f"/api/v1/claims/{claim.pk}/").json() for claim in claims]
    exported_of = {line["id"]: line for line in lines()}
    assert [exported_of[claim.pk] for claim in claims] == told


def test_the_page_prints_what_the_api_says(client):
    claim = a_claim()
    told = client.get(f"/api/v1/claims/{claim.pk}/").json()
    printed = words_of(client.get(f"/claims/{claim.pk}/").content.decode())
    item = told["evidence"][0]
    said = [
        told["text"],
        told["judgement"]["sentence"],
        *told["judgement"]["judged_by"],
        item["study"]["label"],
        item["result"]["in_words"],
        told["mentions"][0]["article"]["title"],
        told["mentions"][0]["words"],
        told["relations"][0]["claim"]["text"],
    ]
    missing = [words for words in said if words not in printed]
    assert missing == []
    assert told["judgement"]["verdict_words"] in printed.casefold()
    assert told["judgement"]["certainty_words"] in printed.casefold()


def test_a_claim_that_was_withdrawn_or_merged_is_not_exported():
    stays = make.a_claim()
    make.a_claim(merged_into=stays)
    make.a_claim(
        withdrawn_at=timezone.now(),
        withdrawn_by=make.an_editor(),
        withdrawn_reason="It was no claim.",
    )
    assert [line["id"] for line in lines()] == [stays.pk]


def test_an_unopened_grade_is_not_exported():
    grade = make.a_grade(
        opened=False, sentence="In the studies cited for this claim, X."
    )
    assert grade.sentence not in exported(format="ndjson")


def test_the_queries_do_not_grow_with_the_claims(django_assert_max_num_queries):
    for _ in range(6):
        a_claim()
    with django_assert_max_num_queries(12):
        assert len(lines()) == 12


def test_csv_is_the_lists_csv_by_id(client):
    for _ in range(3):
        a_claim()
    answer = client.get("/api/v1/claims/?format=csv&order=-added")
    text = b"".join(answer.streaming_content).decode()
    assert exported(format="csv") == text


def test_no_cell_is_taken_for_a_formula():
    make.a_claim(text="=1+1")
    header, row = csv.reader(io.StringIO(exported(format="csv")))
    assert row[header.index("text")] == "'=1+1"


def test_a_format_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(CommandError, match="ndjson"):
        call_command("export", "--format", "spreadsheet")


@pytest.mark.parametrize("format", ["ris", "bibtex", "nbib", "csl", "csv"])
def test_references_are_exported_as_their_list_is(client, format):
    for n in range(3):
        make.a_reference(title=f"Example {n}")
    make.a_reference(withdrawn_reason="", merged_into=make.a_reference())
    answer = client.get(f"/references/export/?format={format}")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert exported(format=format, what="references") == text
    assert text.count("Example") >= 3


def test_a_format_that_only_references_have_means_them():
    make.a_reference(title="Example of one")
    assert "TI  - Example of one" in exported(format="ris")


def test_a_kind_that_has_not_the_format_is_refused_with_those_it_has():
    with pytest.raises(CommandError, match="expected one of ndjson, csv"):
        call_command("export", format="ris", what="claims")


@pytest.mark.django_db(transaction=True)
def test_a_reader_that_stops_ends_the_export_without_a_word(tmp_path):
    for n in range(30):
        make.a_reference(title=f"Example {n} " + "long " * 3000)
    with start("export", "--format", "ris", stdout=subprocess.PIPE) as running:
        assert running.stdout.readline().startswith(b"TY")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0
