"""What the page, the API and the export say of one claim is the same."""

import csv
import html
import io
import json
import re
import subprocess

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from bibliography.notices.actions import add_notice
from evidence.claims.exports import claims_as_ndjson
from tests import factories as make
from tests.api.rows import a_claim
from tests.programs import start
from tests.stories.acting import a_base_of, a_trial, graded, settled

pytestmark = pytest.mark.django_db


def exported(**options):
    written = io.StringIO()
    call_command("export", stdout=written, **options)
    return written.getvalue()


def lines(**options):
    written = exported(format="ndjson", **options)
    return [json.loads(line) for line in written.split("\n") if line]


def words_of(page):
    """The words a page prints, without its tags."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", page, flags=re.S)
    return " ".join(html.unescape(text).split())


ODD = '‘Ünïcödé’ “\u2028” \\ " \x85 \t\n 🧪 مثال 1 < 2'


def odd_claims():
    """Claims of all shapes, with those that stand; others are merged, withdrawn."""
    full, bare = a_claim(), make.a_claim()
    make.a_claim_version(claim=full, facts={"format": 1, "newest": ODD})
    make.a_claim_topic(claim=bare, topic=make.a_topic(name=ODD))
    article = make.an_article(title="Nobody may copy this")
    make.a_mention(claim=bare, article=article)
    odd = [
        make.a_claim(text=ODD, population=ODD, asserts="lowers", negated=True),
        make.a_claim(compound=True, sample=True, checkability="opinion"),
        make.a_claim(needs_review=True, needs_review_why=ODD),
        make.a_claim(
            verdict="supported",
            certainty="high",
            standing="published",
            judged_at=timezone.now(),
            newer_verdict="cant_say",
            newer_cant_say_because="none_found",
            newer_standing="draft",
            newer_scope="cited_only",
            newer_judged_at=timezone.now(),
        ),
    ]
    make.a_claim(merged_into=full)
    make.a_claim(
        withdrawn_at=timezone.now(),
        withdrawn_by=make.an_editor(),
        withdrawn_reason="It was no claim.",
    )
    return full, bare, *odd


def listed(client):
    """The rows of the API's list, oldest first."""
    rows = client.get("/api/v1/claims/?size=100&order=-added").json()["results"]
    return sorted(rows, key=lambda row: row["id"])


def test_a_line_has_the_row_of_the_list(client):
    standing = odd_claims()
    for options in ({}, {"live": True}):
        rows = [line["claim"] for line in lines(**options)]
        assert {claim.pk for claim in standing} <= {row["id"] for row in rows}
        assert rows == listed(client)
        assert [list(row) for row in rows] == [list(row) for row in listed(client)]


def test_a_line_has_the_facts_of_the_newest_version_as_they_are_stored():
    claim, bare = odd_claims()[:2]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT facts::text, number, created_at FROM claims_claimversion"
            " WHERE claim_id = %s ORDER BY number DESC LIMIT 1",
            [claim.pk],
        )
        stored, number, made = cursor.fetchone()
    written = exported(format="ndjson").split("\n")
    line, without = (
        next(line for line in written if f'"id":{one.pk},' in line)
        for one in (claim, bare)
    )
    assert line.endswith(f',"facts":{stored}}}')
    told = json.loads(line)
    assert list(told) == ["claim", "format", "version", "as_of", "facts"]
    assert (told["format"], told["version"]) == (1, number)
    assert parse_datetime(told["as_of"]) == made
    told = json.loads(without)
    assert told.pop("claim")["id"] == bare.pk
    assert told == dict.fromkeys(["format", "version", "as_of", "facts"])


def test_live_makes_the_facts_that_the_api_has(client):
    odd_claims()
    made = lines(live=True)
    for line in made:
        id = line["claim"]["id"]
        assert line["facts"] == client.get(f"/api/v1/claims/{id}/").json()
        assert line["version"] is None and line["as_of"]
    assert len(made) == len(listed(client))


@pytest.mark.django_db(transaction=True)
def test_a_notice_after_judging_is_in_the_row_at_once_and_not_in_the_facts():
    trial = a_trial("Example 1949", (6, 306, 29, 303), make.an_outcome(name="colds"))
    claim = make.a_claim(asserts="lowers")
    graded(claim, a_base_of(claim, [trial]))
    (judged,) = lines()
    add_notice(
        reference=trial.reports.get(role="main").reference,
        kind="retraction",
        source="Example source",
        dated="2026-02-01",
        by=make.a_curator(),
    )
    settled()
    (noted,) = lines()
    assert not judged["claim"]["needs_review"]
    assert noted["claim"]["needs_review"]
    assert "retraction noted since" in noted["claim"]["needs_review_why"]
    same = ("format", "version", "as_of", "facts")
    assert {name: noted[name] for name in same} == {name: judged[name] for name in same}
    assert not noted["facts"]["evidence"][0]["study"]["is_retracted"]
    (live,) = lines(live=True)
    assert live["facts"]["evidence"][0]["study"]["is_retracted"]
    assert live["facts"]["judgement"]["needs_review"]


def test_facts_are_made_for_claims_as_ndjson_alone():
    for options in ({"format": "csv"}, {"format": "ris"}):
        with pytest.raises(CommandError, match="Only claims as ndjson"):
            call_command("export", live=True, **options)


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
    assert [line["claim"]["id"] for line in lines()] == [stays.pk]


def test_an_unopened_grade_is_not_exported():
    grade = make.a_grade(
        opened=False, sentence="In the studies cited for this claim, X."
    )
    for live in (False, True):
        assert grade.sentence not in exported(format="ndjson", live=live)


@pytest.mark.parametrize(("live", "queries"), [(False, 1), (True, 12)])
def test_the_queries_do_not_grow_with_the_claims(
    live, queries, django_assert_max_num_queries
):
    for _ in range(6):
        a_claim()
    with django_assert_max_num_queries(2 + queries):  # and the savepoint's
        assert len(list(claims_as_ndjson(live=live))) == 12


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
