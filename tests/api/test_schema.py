"""The API describes itself, whole and without a doubt."""

from django.core.management import call_command

from config.api import COLLECTIONS


def test_the_schema_is_valid_and_has_no_warnings(tmp_path):
    file = tmp_path / "schema.yml"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(file))
    assert "openapi:" in file.read_text()


def test_every_collection_is_in_it_with_its_filters(client, db):
    paths = client.get("/api/v1/schema/?format=json").json()["paths"]
    for name, view in COLLECTIONS.items():
        listed = paths[f"/api/v1/{name}/"]["get"]
        told = {each["name"] for each in listed["parameters"]}
        assert {"cursor", "order", "size", "format"} <= told
        for parameter in view.filterset_class.get_filters():
            spelt = {parameter, f"{parameter}_min", f"{parameter}_after"}
            assert spelt & told, (name, parameter)
        assert f"/api/v1/{name}/{{id}}/" in paths


def test_the_page_of_the_schema_opens(client, db):
    answer = client.get("/api/docs/")
    assert answer.status_code == 200
    assert b"swagger" in answer.content.lower()
