"""Every parameter of every list takes whatever stands in an address."""

from itertools import cycle

import pytest
from django.test import Client

from config.api import COLLECTIONS, OWN, RECKONED, TABLES
from tests import factories as make

pytestmark = pytest.mark.django_db

EVERYWHERE = (
    "q",
    "order",
    "sort",
    "cursor",
    "size",
    "page",
    "format",
    "fields",
    "show",
)
SEARCHED = (  # what a text search may choke on
    *(
        "-" * 33,
        "- " * 200,
        '"' * 99,
        "(" * 500,
        "a " * 400,
        "or -" * 99,
        "!&|<->:*" * 20,
    ),
    *("-or" * 200, '"a" ' * 150, "x" * 9000, "a\tb\n", "'; --", "\\", "%", "_", ":*"),
)
HOSTILE = (
    *("\0", "\ud800", "\u202e", "²", "٣", "NaN", "inf", "-1", "1e400", "0x1", "1_0"),
    *("9" * 400, str(2**63), str(2**31), "[]", "{}", "null", "true,false", "1,2,3"),
    *("0000-00-00", "99999-01-01", "2026-02-30", "0001-01-01T00:00:00+99:99", ".."),
    *("'\"><script>", "${7*7}", "../../etc/passwd", "a" * 5000),
)
MOMENTS = (  # of no time zone, or of no year, that the database knows
    *("2000-01-01T00:00:00+16:00", "0001-01-01T00:00:00+14:00"),
    "9999-12-31T23:59:59-14:00",
)
LISTS = TABLES | OWN | RECKONED
ANSWERS = {200, 400, 404, 410}


def names_of(viewset):
    """What a list can be narrowed by: its filters, each range's two ends too."""
    filterset = getattr(viewset, "filterset_class", None)
    declared = getattr(filterset, "base_filters", {})
    ends = [f"{name}_{end}" for name in declared for end in ("min", "max")]
    return [*declared, *(end for end in ends if end.rpartition("_")[0] in declared)]


@pytest.fixture
def client():
    make.a_grade()
    make.a_mention(article=make.an_article(licence="cc_by"))
    make.a_screened_record()
    client = Client(raise_request_exception=False)
    client.force_login(make.an_admin())
    return client


def test_no_parameter_of_a_list_is_an_error_of_the_server(client):
    values, failed = cycle(HOSTILE), []
    for name, viewset in LISTS.items():
        paths = cycle([f"/api/v1/{name}/", f"/{name}/", f"/{name}.csv"])
        for parameter in (*EVERYWHERE, *names_of(viewset)):
            value, path = next(values), next(paths)
            sent = {parameter: value.encode(errors="surrogatepass")}
            status = client.get(path, sent).status_code
            if status not in ANSWERS:
                failed.append((path, parameter, value[:20], status))
    assert not failed


def test_a_moment_that_is_none_is_refused_or_passed_over(client):
    saved = make.a_saved_search(user=make.an_admin())
    for moment in MOMENTS:
        for path in ("/api/v1/changes/", "/changes.csv"):
            for name in ("since", "until"):
                answer = client.get(path, {name: moment})
                known = moment.startswith("2000")
                assert answer.status_code == (200 if known else 400), (path, moment)
        answer = client.post(f"/saved-searches/{saved.pk}/look/", {"until": moment})
        assert answer.status_code == 302, moment


def test_whatever_is_searched_for_is_a_search(client):
    failed = []
    for name in COLLECTIONS:
        for value in SEARCHED:
            status = client.get(f"/api/v1/{name}/", {"q": value}).status_code
            if status not in ANSWERS:
                failed.append((name, value[:20], status))
    for value in SEARCHED + HOSTILE:
        sent = {"q": value.encode(errors="surrogatepass")}
        if client.get("/search/", sent).status_code not in ANSWERS | {302}:
            failed.append(("/search/", value[:20]))
    assert not failed
