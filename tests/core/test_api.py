"""Every collection of the API pages, filters, refuses and says so in one way."""

import csv
import io
from decimal import Decimal

import pytest
from django.db.models import F
from django.http import QueryDict
from django.utils import timezone

from accounts.models import User
from core.api.csv import cell
from core.errors import BadQuery
from core.listing import listing
from studies.models import Study, Topic
from tests.core.api_urls import StudyFilter

pytestmark = pytest.mark.urls("tests.core.api_urls")
STUDIES = "/api/v1/studies/"
AS_IT_IS = {"content_type": "application/json", "headers": {"If-Match": "*"}}


@pytest.fixture
def studies(db):
    return Study.objects.bulk_create(
        Study(label=f"Example {n}", year=2000 + n if n % 4 else None, sample=n < 3)
        for n in range(10)
    )


@pytest.fixture
def reader(client, db):
    user = User.objects.create(username="reader", display_name="Ada Example")
    client.force_login(user)
    return client


def rows_of(answer):
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))


def test_a_list_is_an_envelope_whose_addresses_lead_through_it(client, studies):
    address, seen = f"{STUDIES}?order=year&size=3", []
    while address:
        body = client.get(address).json()
        assert set(body) == {"results", "next", "previous"}
        seen += [row["name"] for row in body["results"]]
        address = body["next"]
    assert len(seen) == len(set(seen)) == 10
    assert seen[-3:] == ["Example 0", "Example 4", "Example 8"]
    assert body["previous"].startswith("http://testserver/api/v1/studies/?")


def test_a_list_costs_one_query(client, studies, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get(STUDIES)


def test_the_fields_of_the_serializer_are_the_fields_of_a_row(client, db):
    topic = Topic.objects.create(name="Skin")
    row = {"id": topic.pk, "called": "Skin", "sample": False}
    assert client.get("/api/v1/topics/").json()["results"] == [row]
    assert client.get(f"/api/v1/topics/{topic.pk}/").json() == row


def test_a_filter_serves_the_list(client, studies):
    names = {
        row["name"]
        for row in client.get(f"{STUDIES}?year_min=2006&label=EX").json()["results"]
    }
    assert names == {"Example 6", "Example 7", "Example 9"}


NONSENSE = [
    ("colour=red", "colour", "The parameters are: cursor, format, label, order"),
    ("order=colour", "order", "expected one of newest, year"),
    ("year_min=long+ago", "year", "Enter a number"),
    ("size=1000", "size", "from 1 to 200"),
    ("cursor=abc", "cursor", "was not made for this list"),
]


@pytest.mark.parametrize(
    ("query", "field", "said"),
    [
        *NONSENSE,
        # CSV is the whole list: nothing to ask of pages
        *((f"{query}&format=csv", *rest) for query, *rest in NONSENSE[:3]),
    ],
)
def test_a_query_without_sense_is_a_problem_that_says_why(
    client, studies, query, field, said
):
    answer = client.get(f"{STUDIES}?{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert (body["title"], body["status"]) == ("Bad Request", 400)
    assert said in body["detail"]
    assert body["errors"][0]["field"] == field


def test_csv_is_the_whole_list_in_the_same_order(client, studies):
    answer = client.get(f"{STUDIES}?order=-year&format=csv&year_max=2005")
    assert answer["Content-Type"].startswith("text/csv")
    header, *rows = rows_of(answer)
    assert header == ["id", "name", "year", "sample", "words", "design_words"]
    assert [row[2] for row in rows] == ["2005", "2003", "2002", "2001"]
    assert rows[0][3:] == ["false", "2", ""]


def test_csv_goes_past_one_page(client, db):
    Study.objects.bulk_create(Study(label=f"Example {n}") for n in range(450))
    _, *rows = rows_of(client.get(f"{STUDIES}?format=csv"))
    assert len({row[0] for row in rows}) == len(rows) == 450


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1"]
    + [" =1", "\u00a0=1", "\ufeff=1", "\u200b=1", ";=1", " ;\u2060@a"],
)
def test_a_text_in_csv_is_no_formula(text):
    assert cell(text) == "'" + text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-1, -1),
        (-0.5, -0.5),
        (Decimal("-0.5"), Decimal("-0.5")),
        (None, ""),
        (True, "true"),
        ([{"é": 1}], '[{"é": 1}]'),
    ],
)
def test_csv_writes_other_values_as_they_are(value, written):
    assert cell(value) == written


def test_what_is_not_there_is_a_problem(client, db):
    for address in (f"{STUDIES}1/", f"{STUDIES}{10**30}/"):
        answer = client.get(address)
        assert (answer.status_code, answer.json()["status"]) == (404, 404)


def test_a_format_nobody_writes_is_a_problem(client, studies):
    answer = client.get(STUDIES, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert answer["Content-Type"] == "application/problem+json"
    assert client.get(f"{STUDIES}{studies[0].pk}/?format=csv").status_code == 404


def test_a_merged_row_leads_to_the_one_it_went_into(client, db):
    kept, merged = (Topic.objects.create(name=name) for name in ("Skin", "The skin"))
    Topic.objects.filter(pk=merged.pk).update(merged_into=kept)
    answer = client.get(f"/api/v1/topics/{merged.pk}/?format=json")
    assert answer.status_code == 308
    assert answer["Location"] == f"/api/v1/topics/{kept.pk}/?format=json"
    assert len(client.get("/api/v1/topics/").json()["results"]) == 1


def test_a_withdrawn_row_says_who_when_and_why(client, db):
    topic = Topic.objects.create(
        name="Skin",
        withdrawn_at=timezone.now(),
        withdrawn_by=User.objects.system(),
        withdrawn_reason="It was no topic.",
    )
    answer = client.get(f"/api/v1/topics/{topic.pk}/")
    assert answer.status_code == 410
    body = answer.json()
    assert "It was no topic." in body["detail"]
    assert set(body["withdrawn"]) == {"at", "by", "reason"}
    assert client.get("/api/v1/topics/").json()["results"] == []


def test_a_row_carries_its_revision(client, studies):
    assert client.get(f"{STUDIES}{studies[0].pk}/")["ETag"] == '"1"'


@pytest.mark.parametrize(
    ("word", "status", "errors"),
    [
        ("rule", 422, [{"field": "label", "detail": "A study has a label."}]),
        ("role", 403, None),
        ("shape", 400, [{"field": "a.0.b", "detail": "is missing."}]),
    ],
)
def test_a_refused_write_is_a_problem(reader, studies, word, status, errors):
    address = f"{STUDIES}{studies[0].pk}/judge/"
    answer = reader.post(address, {"word": word}, **AS_IT_IS)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json().get("errors") == errors


def test_a_mistake_of_ours_tells_nothing_of_the_inside(reader, studies, caplog):
    reader.raise_request_exception = False
    address = f"{STUDIES}{studies[0].pk}/judge/"
    answer = reader.post(address, {"word": "mistake"}, **AS_IT_IS)
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
    assert "secret" in caplog.text


def test_what_cannot_be_parsed_is_a_problem(reader, studies):
    address = f"{STUDIES}{studies[0].pk}/judge/"
    answer = reader.post(address, "{", **AS_IT_IS)
    assert (answer.status_code, answer.json()["status"]) == (400, 400)
    assert reader.delete(STUDIES).json()["status"] == 405


@pytest.mark.parametrize(
    ("tag", "status"), [('"1"', 200), ("*", 200), ('"2"', 412), ("1", 400), ("", 428)]
)
def test_a_write_over_somebody_elses_change_lost_the_race(reader, studies, tag, status):
    answer = reader.post(
        f"{STUDIES}{studies[0].pk}/judge/",
        {},
        content_type="application/json",
        headers={"If-Match": tag},
    )
    assert answer.status_code == status
    if status == 412:
        assert answer.json()["revision"] == 1
        assert answer["ETag"] == '"1"'


def test_a_page_lists_by_the_same_words_and_lets_strangers_pass(studies):
    params = QueryDict("order=-year&size=2&label=example&utm_source=x")
    found = listing(
        params,
        Study.objects.all(),
        filterset_class=StudyFilter,
        orders={"year": "year"},
        rows=lambda studies: studies.values("label", called=F("label")),
    )
    assert [row["label"] for row in found.page.rows] == ["Example 9", "Example 7"]
    assert found.order == "-year"
    assert found.queryset.count() == 10
    with pytest.raises(BadQuery, match="utm_source"):
        listing(params, Study.objects.all(), filterset_class=StudyFilter, strict=True)


def test_the_schema_shows_envelope_paging_filters_and_problems(client, db):
    schema = client.get("/api/v1/schema/?format=json").json()
    operation = schema["paths"]["/api/v1/studies/"]["get"]
    names = {each["name"] for each in operation["parameters"]}
    assert {"cursor", "order", "size", "format", "label", "sample"} <= names
    assert "default" in operation["responses"]
    assert "Problem" in schema["components"]["schemas"]
    envelope = schema["components"]["schemas"]["PaginatedStudyList"]
    assert set(envelope["properties"]) == {"results", "next", "previous"}
