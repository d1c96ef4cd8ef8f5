"""Lists as CSV: for spreadsheets from a page, for programs from the API."""

import re

import pytest

from tests import factories as make
from tests.api.rows import ROWS

pytestmark = pytest.mark.django_db
BOM = b"\xef\xbb\xbf"
PAGES = ("claims", "articles", "studies", "references", "notices", "imports")


def content_of(answer):
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def links_of(answer):
    """The addresses under which a page has its CSV, each once."""
    return set(
        re.findall(
            r'href="([^"]+)"[^>]*type="text/csv"|text/csv" href="([^"]+)"',
            answer.content.decode(),
        )
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_pages_csv_is_the_apis_behind_a_byte_order_mark(client, name):
    client.force_login(make.an_admin())
    ROWS[name]()
    addresses = {one or other for one, other in links_of(client.get(f"/{name}/"))}
    assert addresses == {f"/{name}.csv"}
    answer = client.get(f"/{name}.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].endswith('.csv"')
    told = content_of(answer)
    assert told.startswith(BOM)
    api = content_of(client.get(f"/api/v1/{name}/?format=csv"))
    assert told == BOM + api
    assert api.count(b"\n") > 1


def test_a_pages_csv_is_narrowed_as_the_page_is(client):
    make.a_claim(text="Examplin lowers fever", kind="effect")
    make.a_claim(text="Examplin is safe", kind="harm")
    page = client.get("/claims/?kind=harm")
    assert "/claims.csv?kind=harm" in page.content.decode()
    told = content_of(client.get("/claims.csv?kind=harm")).decode("utf-8-sig")
    assert "Examplin is safe" in told
    assert "Examplin lowers fever" not in told


def test_who_may_not_read_a_list_has_no_csv_of_it(client):
    assert client.get("/imports.csv").status_code == 401
    assert client.get("/no-such-list.csv").status_code == 404


def test_records_as_csv_begin_with_a_byte_order_mark_and_other_files_do_not(client):
    make.a_reference(title="Über ein Beispiel")
    for format in ("csv", "ris", "bibtex", "nbib", "csl"):
        told = content_of(client.get(f"/references/export/?format={format}"))
        assert told.startswith(BOM) is (format == "csv")
