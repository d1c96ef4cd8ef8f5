"""A second factor, recovery codes, sessions, and a password forgotten."""

import re
import socketserver
import threading
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client

from accounts.actions import change_password, close_account, create_user
from accounts.models import User
from accounts.permissions import Role
from accounts.tokens.actions import make_token
from core.jobs import run_job
from core.models import Job
from tests import factories as make

pytestmark = pytest.mark.django_db
SIGN_IN = "/accounts/sign-in/"
PASSWORD = "a fine long pass phrase"
NEW = "quite another pass phrase"


@pytest.fixture
def kim():
    return create_user(
        by=User.objects.system(),
        username="kim",
        display_name="Kim Example",
        role=Role.EDITOR,
        password=PASSWORD,
        email="kim@footing.example",
    )


@pytest.fixture
def mails(settings):
    settings.EMAIL_URL = "smtp://mail.footing.example"
    return mail.outbox


def sign_in(client, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"username": "kim", "password": password, **more})


def is_signed_in(client):
    return "_auth_user_id" in client.session


def code_of(secret, *, next=False):
    """The code that an authenticator shows, or the one it shows thereafter."""
    before, now, after = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(secret, after if next else now))


def set_up(client):
    """Turn a second factor on by ``first_code``; its secret and recovery codes."""
    client.post("/accounts/confirm/", {"password": PASSWORD})
    page = client.get("/accounts/second-factor/set-up/")
    secret = page.context["form"].secret
    client.first_code = code_of(secret)
    answer = client.post(page.request["PATH_INFO"], {"code": client.first_code})
    assert answer.status_code == 302, answer.content.decode()
    codes = client.get("/accounts/second-factor/codes/text/").content.decode().split()
    return secret, codes


def deliver():
    for job in Job.objects.filter(kind="send_mail", state=Job.State.QUEUED):
        assert run_job(job.pk)
        job.refresh_from_db()
        assert job.state == Job.State.DONE, job.error


def link_in(message):
    return re.search(r"https?://[^/]+(/\S+)", message.body)[1]


def test_a_password_alone_no_longer_signs_in(client, kim):
    sign_in(client)
    secret, codes = set_up(client)
    assert len(codes) == 10
    other = Client()
    answer = sign_in(other, next="/claims/")
    assert answer.url == "/accounts/sign-in/code/"
    assert not is_signed_in(other)
    for code in ("000000", client.first_code):
        assert other.post(answer.url, {"code": code}).status_code == 200
        assert not is_signed_in(other)
    assert (
        other.post(answer.url, {"code": code_of(secret, next=True)}).url == "/claims/"
    )
    assert is_signed_in(other)


def test_a_recovery_code_signs_in_once(client, kim):
    sign_in(client)
    _, codes = set_up(client)
    for signs_in in (True, False):
        other = Client()
        answer = other.post(sign_in(other).url, {"code": codes[0]})
        assert is_signed_in(other) is signs_in
    assert "nor a recovery code left" in answer.content.decode()


def test_half_a_sign_in_ends_with_the_password_and_with_the_account(client, kim):
    sign_in(client)
    _, codes = set_up(client)
    began_before, closed_since = Client(), Client()
    where = sign_in(began_before).url
    change_password(by=kim, user=kim, password=NEW)
    answer = began_before.post(where, {"code": codes[0]}, follow=True)
    assert "The password was changed meanwhile" in answer.content.decode()
    assert not is_signed_in(began_before)
    sign_in(closed_since, NEW)
    close_account(by=make.an_admin(), user=kim, reason="Left.")
    assert closed_since.post(where, {"code": codes[1]}).url == "/accounts/closed/"
    assert not is_signed_in(closed_since)


def test_codes_cannot_be_tried_for_ever(client, kim):
    sign_in(client)
    secret, _ = set_up(client)
    other = Client()
    where = sign_in(other).url
    for _ in range(5):
        other.post(where, {"code": "000000"})
    answer = other.post(where, {"code": code_of(secret, next=True)})
    assert "too many tries" in answer.content.decode()
    assert not is_signed_in(other)
    with connection.cursor() as cursor:  # where every process counts them
        cursor.execute("SELECT count(*) FROM accounts_shared_cache")
        assert cursor.fetchone()[0] > 0


def test_what_changes_who_signs_in_asks_for_the_password_again(client, kim):
    client.force_login(kim)
    answer = client.get("/accounts/second-factor/set-up/")
    assert answer.url.startswith("/accounts/confirm/?next=")
    assert client.post(answer.url, {"password": "wrong"}).status_code == 200
    assert client.post(answer.url, {"password": PASSWORD}).status_code == 302
    assert client.get("/accounts/second-factor/set-up/").status_code == 200


def test_it_is_taken_off_with_its_recovery_codes(client, kim):
    sign_in(client)
    set_up(client)
    client.post("/accounts/second-factor/take-off/")
    assert not Authenticator.objects.exists()
    assert (
        "Your password alone" in client.get("/accounts/second-factor/").content.decode()
    )


def test_a_role_that_needs_it_does_nothing_before_it_is_set_up(client, kim, settings):
    settings.SECOND_FACTOR = ["editor", "admin"]
    secret = make_token(by=kim, name="Lab", scope="write").secret
    program = Client(headers={"Authorization": f"Token {secret}"})
    sign_in(client)
    answer = client.get("/claims/")
    assert (answer.status_code, answer.url) == (303, "/accounts/second-factor/set-up/")
    assert client.get("/api/v1/claims/").status_code == 403
    assert "needs a second factor" in program.get("/api/v1/claims/").json()["detail"]
    set_up(client)
    assert client.get("/claims/").status_code == 200
    assert program.get("/api/v1/claims/").status_code == 200


def test_sessions_are_listed_and_ended(client, kim):
    other = Client(headers={"User-Agent": "The other browser"})
    sign_in(client)
    sign_in(other)
    page = client.get("/accounts/sessions/").content.decode()
    assert "The other browser" in page
    client.post("/accounts/sessions/")
    assert other.get("/accounts/sessions/").status_code == 302
    assert client.get("/accounts/sessions/").status_code == 200


def test_a_forgotten_password_is_replaced_by_a_link(client, kim, mails):
    client.post("/accounts/password/reset/", {"email": "KIM@footing.example"})
    assert "kim@" not in str(Job.objects.get().arguments)
    deliver()
    link = link_in(mails[0])
    assert mails[0].to == ["kim@footing.example"]
    form = client.get(link, follow=True)
    sent = {"password1": NEW, "password2": NEW}
    client.post(form.context["action_url"], sent)
    kim.refresh_from_db()
    assert kim.check_password(NEW)
    deliver()
    assert mails[1].subject == "The password was changed"
    assert "opens nothing" in client.get(link, follow=True).content.decode()
    assert not is_signed_in(client)


def test_nobody_learns_which_addresses_have_an_account(client, kim, mails):
    known, unknown = (
        client.post("/accounts/password/reset/", {"email": f"{name}@footing.example"})
        for name in ("kim", "lee")
    )
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert Job.objects.count() == 2  # the same work for both
    deliver()
    assert len({str(job.result) for job in Job.objects.all()}) == 1
    assert [each.to for each in mails] == [["kim@footing.example"]]


def test_a_site_without_mail_says_so(client, kim):
    page = client.get("/accounts/password/reset/").content.decode()
    assert "This site sends no mail" in page
    client.post("/accounts/password/reset/", {"email": "kim@footing.example"})
    assert not Job.objects.exists()


class CatchMail(socketserver.StreamRequestHandler):
    """A server of mail that keeps what it is given."""

    def handle(self):
        self.say("220 here")
        for line in self.rfile:
            word = line[:4].upper()
            if word == b"DATA":
                self.say("354 go on")
                while (line := self.rfile.readline()) != b".\r\n":
                    self.server.caught.append(line)
            if word == b"QUIT":
                self.say("221 bye")
                return
            self.say("250 yes")

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def caught(settings):
    """The lines of mail that a server on this machine was given."""
    with socketserver.TCPServer(("127.0.0.1", 0), CatchMail) as server:
        server.caught = []
        threading.Thread(target=server.serve_forever).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_URL = "smtp://127.0.0.1"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server.caught
        server.shutdown()


def test_mail_is_handed_to_a_real_server(client, kim, caught):
    client.post("/accounts/password/reset/", {"email": kim.email})
    deliver()
    assert b"To: kim@footing.example\n" in [line.replace(b"\r", b"") for line in caught]
    assert b"/accounts/password/reset/" in b"".join(caught)


def test_mail_waits_while_its_server_is_away(client, kim, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_URL, settings.EMAIL_HOST = "smtp://127.0.0.1", "127.0.0.1"
    settings.EMAIL_PORT = 1
    client.post("/accounts/password/reset/", {"email": kim.email})
    job = Job.objects.get()
    run_job(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.WAITING
    assert "could not be sent" in job.error


def test_mail_sealed_with_another_secret_is_not_sent(client, kim, mails, settings):
    client.post("/accounts/password/reset/", {"email": kim.email})
    settings.SECRET_KEY = "another secret, made since " * 3
    job = Job.objects.get()
    run_job(job.pk)
    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert mails == []


def test_who_lost_phone_and_codes_is_let_in_again(client, kim):
    sign_in(client)
    set_up(client)
    call_command("take_off_second_factor", "kim", stdout=StringIO())
    other = Client()
    sign_in(other)
    assert is_signed_in(other)
    with pytest.raises(CommandError, match="kim has no second factor"):
        call_command("take_off_second_factor", "kim")
