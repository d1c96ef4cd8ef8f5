"""The API describes itself, whole and without a doubt."""

from django.core.management import call_command
from django.utils.html import escape

from config.api import COLLECTIONS
from tests.docs.test_pull_and_push import SCRIPT

SCHEMA = "/api/v1/schema/?format=json"


def test_the_schema_is_valid_and_has_no_warnings(tmp_path):
    file = tmp_path / "schema.yml"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(file))
    assert "openapi:" in file.read_text()


def test_every_collection_is_in_it_with_its_filters(client, db):
    paths = client.get(SCHEMA).json()["paths"]
    for name, view in COLLECTIONS.items():
        listed = paths[f"/api/v1/{name}/"]["get"]
        told = {each["name"] for each in listed["parameters"]}
        assert {"cursor", "order", "size", "format"} <= told
        for parameter in view.filterset_class.get_filters():
            spelt = {parameter, f"{parameter}_min", f"{parameter}_after"}
            assert spelt & told, (name, parameter)
        assert f"/api/v1/{name}/{{id}}/" in paths


def test_the_page_of_the_api_tells_every_operation_and_leads_back(client, db):
    page = client.get("/api/docs/").content.decode()
    for path, operations in client.get(SCHEMA).json()["paths"].items():
        for method in operations:
            assert f"<b>{method.upper()}</b> <code>{path}</code>" in page
    for name in COLLECTIONS:
        assert f'<h3 id="{name}">' in page
    assert '<a href="/">Footing</a>' in page


def test_the_page_shows_the_script_of_the_docs(client, db):
    assert escape(SCRIPT) in client.get("/api/docs/").content.decode()


def test_several_rows_are_a_list_of_numbers(client, db):
    bodies = client.get(SCHEMA).json()["components"]["schemas"]
    for body in ("NewRound", "NewStudyRound", "NewMentionRound"):
        told = bodies[body]["properties"]["reviewers"]
        assert (told["type"], told["items"]) == ("array", {"type": "integer"})


def test_every_write_says_how_it_is_let_in_and_refused(client, db):
    schema = client.get(SCHEMA).json()
    assert schema["components"]["securitySchemes"]["token"]["name"] == "Authorization"
    for path, operations in schema["paths"].items():
        for method in {"post", "patch"} & set(operations):
            operation = operations[method]
            told = {each["name"] for each in operation["parameters"]}
            changes = "{id}" in path
            assert ("If-Match" in told) == changes, path
            assert ("Idempotency-Key" in told) == (method == "post"), path
            assert {"401", "403", "422"} <= set(operation["responses"])
            assert ("412" in operation["responses"]) == changes
            assert ("428" in operation["responses"]) == changes


def test_the_schema_is_written_once(client, db, settings, monkeypatch):
    first = client.get("/api/v1/schema/").content
    monkeypatch.delattr("drf_spectacular.renderers.dump")
    assert client.get("/api/v1/schema/").content == first
    settings.READING = "signed-in"
    assert client.get("/api/v1/schema/?format=json").json()["status"] == 401
