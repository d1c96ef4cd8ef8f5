"""What is to go from the API says so, in every answer and on its page."""

from datetime import date, timedelta

import pytest
from django.conf import settings

from config import api_docs
from core.api import going
from core.api.going import GOING, Going

pytestmark = pytest.mark.django_db
LONG_BEFORE = timedelta(days=180)


@pytest.fixture
def leaving(monkeypatch):
    """A field of the studies that is to go, and a collection that goes later."""
    entries = (
        Going(
            collection="studies",
            what="the field `madeup`",
            instead="use `label`",
            since=date(2026, 1, 1),
            until=date(2027, 1, 1),
        ),
        Going(
            collection="studies",
            what="the whole of it",
            instead="use another",
            since=date(2026, 3, 1),
            until=date(2027, 6, 1),
        ),
    )
    for module in (going, api_docs):
        monkeypatch.setattr(module, "GOING", entries)
    return entries


def test_every_answer_says_its_version_and_nothing_goes_unsaid(client):
    for path in ("/api/v1/studies/", "/api/v1/claims/9/"):
        answer = client.get(path)
        assert answer["API-Version"] == settings.API_VERSION
        assert "Sunset" not in answer
    schema = client.get("/api/v1/schema/?format=json").json()
    assert schema["info"]["version"] == settings.API_VERSION


def test_what_is_to_go_is_said_in_headers_and_on_the_page(client, leaving):
    for path in ("/api/v1/studies/", "/api/v1/studies/9/"):
        answer = client.get(path)
        assert answer["Deprecation"] == "@1767225600"
        assert answer["Sunset"] == "Fri, 01 Jan 2027 00:00:00 GMT"
        assert answer["Link"].startswith("</api/docs/#goes-away>")
    assert "Deprecation" not in client.get("/api/v1/claims/")
    page = client.get("/api/docs/").content.decode()
    assert "the field `madeup`" in page
    assert "use another" in page


def test_nothing_goes_sooner_than_half_a_year_after_it_was_said():
    assert all(each.until - each.since >= LONG_BEFORE for each in GOING)


def test_the_tables_are_described_as_of_this_release():
    told = (settings.BASE_DIR / "docs" / "data-model.md").read_text()
    assert f"Of release {settings.VERSION};" in told
    assert "## v0.1" in (settings.BASE_DIR / "CHANGELOG.md").read_text()
