"""What fails through nobody's fault is answered in a sentence, and stores nothing."""

import re
import resource

import pytest
from django.core.files import uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.db import DatabaseError, OperationalError, connection, transaction
from django.http import HttpResponse, UnreadablePostError
from django.template import RequestContext, Template
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from rest_framework.views import APIView

from bibliography.models import ImportBatch
from core.failures import NO_DATABASE, NO_ROOM, TOO_LONG, failure_of
from tests.factories import a_curator

pytestmark = pytest.mark.django_db
handler500 = "config.failing.server_error"
FAILS = {
    "disk": lambda: OSError(28, "No space left on device"),
    "quota": lambda: OSError(122, "Disk quota exceeded"),
    "database": lambda: OperationalError("could not connect"),
    "table": lambda: caused_by("53100"),
    "shutdown": lambda: caused_by("57P01"),
    "statement": lambda: caused_by("57014"),
    "deadlock": lambda: caused_by("40P01"),
    "body": lambda: UnreadablePostError("broke off"),
}
OURS = {**FAILS, "ours": lambda: ValueError("x")}
STATUS = {"disk": 507, "quota": 507, "table": 507, "body": 400}


def caused_by(code):
    error = OperationalError("broke")
    error.__cause__ = type("Cause", (Exception,), {"pgcode": code})()
    return error


def fail(request, what):
    raise OURS[what]()


@csrf_exempt
def fail_early(request):
    """As where it fails before anybody looked whether another site sent it."""
    request.csrf_processing_done = False
    raise FAILS["database"]()


def form(request):
    return HttpResponse(Template("{% csrf_token %}").render(RequestContext(request)))


class Failing(APIView):
    def get(self, request, what):
        raise FAILS[what]()


def fine(request):
    return HttpResponse("fine")


urlpatterns = [
    path("fail/early/", fail_early),
    path("fail/<what>/", fail),
    path("form/", form),
    path("api/v1/fail/<what>/", Failing.as_view()),
    path("fine/", fine),
]


@pytest.mark.urls(__name__)
def test_a_page_and_a_program_are_told_what_failed(client):
    client.raise_request_exception = False
    for what in FAILS:
        page = client.get(f"/fail/{what}/")
        assert page.status_code == STATUS.get(what, 503), what
        assert "nothing of" in page.content.decode()
        problem = client.get(f"/api/v1/fail/{what}/")
        assert problem.status_code == page.status_code
        assert problem["Content-Type"] == "application/problem+json"
        assert problem.json()["detail"] in page.content.decode()


@pytest.mark.urls(__name__)
def test_what_a_form_sent_is_on_the_page_of_a_failure_to_be_sent_again():
    site = Client(enforce_csrf_checks=True, raise_request_exception=False)
    site.force_login(a_curator())
    token = re.search('csrfmiddlewaretoken" value="([^"]+)', site.get("/form/").text)[1]
    sent = {"csrfmiddlewaretoken": token, "text": 'A "claim"', "cell": ["1", ""]}
    sending, word = (
        "data-sends-again",
        '<input type="hidden" name="text" value="A &quot;',
    )
    for address in ("/fail/database/?next=%2Fx%2F", "/fail/disk/", "/fail/ours/"):
        page = site.post(address, sent).text
        assert f'action="{address}"' in page
        assert page.count('name="cell"') == 2
        assert sending in page and word in page
        assert token not in page  # it is made anew
    assert sending not in site.post("/fail/body/", sent).text  # it came in part
    assert sending not in site.post("/fail/disk/", {**sent, "password1": "x"}).text
    assert sending not in site.get("/fail/disk/").text
    forged = {"text": "A claim", "csrfmiddlewaretoken": "x" * 64}
    assert sending not in site.post("/fail/early/", forged).text


@pytest.mark.urls(__name__)
def test_who_is_signed_in_is_told_too_that_the_database_is_away(
    client, curator, monkeypatch
):
    client.raise_request_exception = False

    def away(_):
        raise OperationalError("could not connect")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    answer = client.get("/fine/")
    assert answer.status_code == 503
    assert "The database does not answer just now" in answer.content.decode()


def test_faults_of_ours_are_no_failures_of_others():
    for error in (ValueError("x"), OSError(2, "none"), DatabaseError("x"), None):
        assert failure_of(error) is None
    assert failure_of(caused_by("42P01")) is None
    assert failure_of(caused_by("53100")) is NO_ROOM
    assert failure_of(OperationalError("x")) is NO_DATABASE


def test_what_takes_the_database_too_long_is_stopped():
    slow = "SET LOCAL statement_timeout = 20; SELECT pg_sleep(5)"
    with pytest.raises(OperationalError) as stopped, transaction.atomic():
        connection.cursor().execute(slow)
    assert failure_of(stopped.value) is TOO_LONG


def test_a_disk_without_room_stores_nothing_of_a_file(client, curator, monkeypatch):
    client.raise_request_exception = False
    broken = []  # files that nobody else closes

    class Uploaded(TemporaryUploadedFile):
        def __init__(self, *given):
            super().__init__(*given)
            broken.append(self)

    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", Uploaded)
    file = SimpleUploadedFile("large.ris", b"TY  - JOUR\nTI  - x\nER  -\n" * 150_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
    try:
        answer = client.post("/imports/", {"file": file})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        for one in broken:
            one.close()
    assert answer.status_code == 507
    assert "no room left on this server" in answer.content.decode()
    assert not ImportBatch.objects.exists()
