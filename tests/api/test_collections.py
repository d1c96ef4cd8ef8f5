"""Every collection lists, shows, pages and closes in one way."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.serializers import BaseSerializer, ListSerializer

from config.api import COLLECTIONS
from tests import factories as make
from tests.api.rows import PRIVATE, ROWS

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
ENVELOPE = {"results", "next", "previous"}
PEOPLE = {
    "nobody": None,
    "a reader": make.a_reader,
    "an editor": make.an_editor,
    "an admin": make.an_admin,
}
collections = pytest.mark.parametrize("name", COLLECTIONS)


@pytest.fixture
def visit(client):
    """A function that asks as a person: the answer, and how many queries it took."""

    def ask(address):
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        return answer, len(queries)

    return ask


def address_of(name, row=None):
    return f"/api/v1/{name}/" + (f"{row.pk}/" if row else "")


def assert_shaped(value, field, path):
    """A value has the members its serializer states, all the way down."""
    if isinstance(field, ListSerializer):
        assert isinstance(value, list), path
        for each in value:
            assert_shaped(each, field.child, path)
    elif isinstance(field, BaseSerializer) and value is not None:
        assert set(value) == set(field.fields), path
        for name, inner in field.fields.items():
            assert_shaped(value[name], inner, f"{path}.{name}")


def test_every_collection_has_rows_to_walk():
    assert set(ROWS) == set(COLLECTIONS)


def test_the_root_lists_the_collections(client):
    assert set(client.get("/api/v1/").json()) == set(COLLECTIONS)


@collections
def test_lists_and_details_hold_what_the_schema_says(client, visit, name):
    rows = [ROWS[name]() for _ in range(5)]
    for person, account in PEOPLE.items():
        if account:
            client.force_login(account())
        assert_told_as_the_schema_says(client, visit, name, rows, person)


def assert_told_as_the_schema_says(client, visit, name, rows, person):
    answer, n = visit(address_of(name))
    if name in PRIVATE and person == "nobody":
        assert (answer.status_code, answer.json()["status"]) == (401, 401)
        return
    if name in ("imports", "invitations") and person == "a reader":
        assert (answer.status_code, answer.json()["status"]) == (403, 403)
        return
    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == ENVELOPE
    assert n <= MOST_QUERIES
    if name in PRIVATE and person in ("a reader", "an editor") and not body["results"]:
        assert client.get(address_of(name, rows[0])).status_code == 404
        return
    assert {row.pk for row in rows} <= {row["id"] for row in body["results"]}
    view = COLLECTIONS[name]
    for row in body["results"]:
        assert list(row) == list(view.serializer_class().fields)
        assert_shaped(row, view.serializer_class(), name)
    answer, n = visit(address_of(name, rows[0]))
    assert answer.status_code == 200
    assert n <= MOST_QUERIES
    detail = view.detail_serializer_class or view.serializer_class
    assert_shaped(answer.json(), detail(), name)


@collections
def test_five_rows_take_no_more_queries_than_one(client, visit, name):
    client.force_login(make.an_admin())
    first = ROWS[name]()
    _, one = visit(address_of(name))
    _, detail = visit(address_of(name, first))
    for _ in range(4):
        ROWS[name]()
    assert visit(address_of(name))[1] == one
    assert visit(address_of(name, first))[1] == detail


@collections
def test_csv_has_the_same_columns_and_rows(client, name):
    client.force_login(make.an_admin())
    ROWS[name]()
    listed = client.get(address_of(name)).json()["results"]
    answer = client.get(f"{address_of(name)}?format=csv")
    text = b"".join(answer.streaming_content).decode()
    header, *rows = csv.reader(io.StringIO(text))
    assert header == list(listed[0])
    assert [row[0] for row in rows] == [str(row["id"]) for row in listed]


@collections
def test_a_row_that_is_not_there_is_a_problem(client, name):
    client.force_login(make.an_admin())
    for id in ("999999999", "99999999999999999999999"):
        answer = client.get(f"{address_of(name)}{id}/")
        assert answer.status_code == 404
        assert answer["Content-Type"] == "application/problem+json"


@collections
def test_closed_reading_asks_for_a_sign_in(client, settings, name):
    settings.READING = "signed-in"
    for address in (address_of(name), f"{address_of(name)}1/"):
        answer = client.get(address)
        assert answer.status_code == 401
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["status"] == 401


@pytest.mark.parametrize("order", ["", "newest", "-newest", "added", "text", "-text"])
def test_a_walk_over_many_claims_meets_each_once(client, order):
    claims = {make.a_claim(text=f"Examplin {n % 7}").pk for n in range(120)}
    address, seen, pages = f"/api/v1/claims/?size=50&order={order}", [], 0
    while address:
        body = client.get(address).json()
        seen += [row["id"] for row in body["results"]]
        address, pages = body["next"], pages + 1
    assert (len(seen), set(seen), pages) == (120, claims, 3)


@collections
def test_a_walk_of_two_a_page_meets_each_row_once(client, name):
    client.force_login(make.an_admin())
    for _ in range(5):
        ROWS[name]()
    whole = [row["id"] for row in client.get(address_of(name)).json()["results"]]
    address, seen = f"{address_of(name)}?size=2", []
    while address:
        body = client.get(address).json()
        seen += [row["id"] for row in body["results"]]
        address = body["next"]
    assert seen == whole
