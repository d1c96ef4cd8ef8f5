"""Tokens: made on a page, shown by programs, never worth more than their person."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.utils import timezone

from accounts.actions import (
    change_password,
    close_account,
    create_user,
    reopen_account,
    set_role,
)
from accounts.models import Token, User
from accounts.permissions import Role
from accounts.tokens.actions import change_token, make_token, revoke_token
from accounts.tokens.entering import note_use
from core.errors import LostRace, NotAllowed, Refused
from tests import factories as make
from tests.at_once import at_once

pytestmark = pytest.mark.django_db
TOKENS = "/accounts/tokens/"
JOBS = "/api/v1/jobs/"
TODAY = timezone.now().date


def a_token(user, *, name="Lab", scope="read", **more):
    return make_token(by=user, name=name, scope=scope, **more)


def shown(secret, **more):
    return Client(headers={"Authorization": f"Token {secret}"}, **more)


@pytest.fixture
def rev(client):
    rev = make.a_reviewer()
    client.force_login(rev)
    return rev


@pytest.fixture
def kim(db):
    """Somebody with a password, as accounts have that are changed."""
    return create_user(
        by=User.objects.system(),
        username="kim",
        display_name="Kim Example",
        role=Role.REVIEWER,
        password="a fine long pass phrase",
    )


# --- the page ---


def test_a_token_is_made_on_the_page_and_its_secret_shown_once(client, rev):
    answer = client.post(TOKENS, {"name": " My  script ", "scope": "write"})
    assert answer.status_code == 201
    assert answer["Cache-Control"].startswith("max-age=0")
    (secret,) = re.findall(r"footing_[\w-]{43}", answer.content.decode())
    token = Token.objects.get()
    assert (token.user, token.name, token.scope) == (rev, "My script", "write")
    assert shown(secret).get(JOBS).status_code == 200
    page = client.get(TOKENS).content.decode()
    assert "My script" in page
    assert secret not in page


def test_the_secret_is_stored_nowhere(rev):
    secret = a_token(rev).secret
    with connection.cursor() as cursor:
        cursor.execute("SELECT t::text FROM accounts_token t")
        (row,) = cursor.fetchone()
    assert secret not in row
    assert secret.removeprefix("footing_") not in row


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"name": "", "scope": "read"}, "“Name” is missing."),
        ({"name": "x", "scope": "all"}, "all is not one of the available choices"),
        (
            {"name": "x", "scope": "read", "expires_on": "2001-01-01"},
            "This day is over",
        ),
        ({"name": "LAB", "scope": "read"}, "You have a token of this name already."),
    ],
)
def test_a_refused_token_comes_back_filled_and_says_why(client, rev, sent, sentence):
    a_token(rev, name="Lab")
    answer = client.post(TOKENS, sent)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Token.objects.count() == 1


def test_a_token_is_named_and_scoped_anew(client, rev):
    made = a_token(rev)
    sent = {"name": "Desk", "scope": "write"}
    assert client.post(f"{TOKENS}{made.token.pk}/", sent).status_code == 302
    made.token.refresh_from_db()
    assert (made.token.name, made.token.scope) == ("Desk", "write")
    assert shown(made.secret).get(JOBS).status_code == 200


def test_of_two_changes_to_one_token_the_second_is_asked_again(client, rev):
    token = a_token(rev).token
    page = client.get(TOKENS).content.decode()
    assert f'name="revision" value="{token.revision}"' in page
    note_use(token, timezone.now())  # is no change
    path, seen = f"{TOKENS}{token.pk}/", {"revision": token.revision}
    first = client.post(path, {"name": "Desk", "scope": "write", **seen})
    assert first.status_code == 302
    second = client.post(path, {"name": "Bench", "scope": "read", **seen})
    page = second.content.decode()
    assert second.status_code == 422
    assert "changed meanwhile" in page
    assert "What is stored: Desk" in page
    assert 'value="Bench"' in page
    (newer,) = re.findall(r'name="revision" value="(\d+)"', page)
    again = client.post(path, {"name": "Bench", "scope": "read", "revision": newer})
    assert again.status_code == 302


@pytest.mark.django_db(transaction=True)
def test_two_equal_revisions_never_both_pass():
    token = a_token(make.a_reviewer()).token

    def rename(name):
        mine = Token.objects.get(pk=token.pk)
        try:
            change_token(token=mine, by=mine.user, name=name, scope="read", revision=1)
        except LostRace:
            return "lost"
        return name

    stored, lost = sorted(
        at_once(lambda: rename("Desk"), lambda: rename("Bench")),
        key=lambda said: said == "lost",
    )
    token.refresh_from_db()
    assert (token.name, lost, token.revision) == (stored, "lost", 2)


def test_of_two_new_passwords_the_second_is_refused(kim):
    first, second = User.objects.get(pk=kim.pk), User.objects.get(pk=kim.pk)
    change_password(by=first, user=first, password="one fine pass phrase")
    with pytest.raises(LostRace, match="changed meanwhile"):
        change_password(by=second, user=second, password="another pass phrase")
    kim.refresh_from_db()
    assert kim.check_password("one fine pass phrase")


def test_a_token_is_not_named_as_another_is(client, rev):
    a_token(rev, name="Desk")
    made = a_token(rev)
    sent = {"name": "desk", "scope": "write"}
    answer = client.post(f"{TOKENS}{made.token.pk}/", sent)
    assert answer.status_code == 422
    assert "You have a token of this name already." in answer.content.decode()
    made.token.refresh_from_db()
    assert made.token.scope == "read"


def test_a_revoked_token_opens_nothing_and_frees_its_name(client, rev):
    made = a_token(rev)
    client.post(f"{TOKENS}{made.token.pk}/revoke/")
    assert shown(made.secret).get(JOBS).status_code == 401
    a_token(rev)
    answer = client.post(f"{TOKENS}{made.token.pk}/", {"name": "x", "scope": "write"})
    assert answer.status_code == 404
    with pytest.raises(Refused, match="was revoked"):
        change_token(
            token=Token.objects.get(pk=made.token.pk), by=rev, name="x", scope="write"
        )


def test_nobody_changes_or_revokes_anothers_token(client, rev):
    token = a_token(make.an_editor()).token
    sent = {"name": "x", "scope": "write"}
    for address in (f"{TOKENS}{token.pk}/", f"{TOKENS}{token.pk}/revoke/"):
        assert client.post(address, sent).status_code == 404
    with pytest.raises(NotAllowed):
        revoke_token(token=token, by=rev)
    token.refresh_from_db()
    assert (token.name, token.revoked_at) == ("Lab", None)


def test_the_page_takes_no_token(rev):
    client = shown(a_token(rev, scope="write").secret)
    assert client.get(TOKENS).status_code == 302
    assert client.post(TOKENS, {"name": "x", "scope": "write"}).status_code == 303
    assert client.post("/claims/new/", {"text": "x"}).status_code == 303
    assert Token.objects.count() == 1


def test_a_token_is_made_with_the_forms_own_token_alone(rev):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(rev)
    assert strict.post(TOKENS, {"name": "x", "scope": "write"}).status_code == 403


# --- what it opens ---


@pytest.mark.parametrize("secret", ["", "wrong", "footing_", "ä", "x" * 9000])
def test_a_secret_that_is_none_is_refused_even_where_anybody_reads(client, db, secret):
    answer = client.get("/api/v1/claims/", headers={"Authorization": f"Token {secret}"})
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Token"
    assert "opens nothing" in answer.json()["detail"]


def test_a_token_is_good_through_its_last_day(rev):
    made = a_token(rev, expires_on=TODAY())
    assert shown(made.secret).get(JOBS).status_code == 200
    Token.objects.update(expires_on=TODAY() - timedelta(days=1))
    assert shown(made.secret).get(JOBS).status_code == 401


def test_a_token_cannot_end_before_today(rev):
    with pytest.raises(Refused, match="This day is over"):
        a_token(rev, expires_on=TODAY() - timedelta(days=1))


def test_a_closed_accounts_token_is_dead_for_good(kim):
    secret = a_token(kim).secret
    system = {"by": User.objects.system(), "user": kim, "reason": "Left, and back."}
    close_account(**system)
    assert shown(secret).get(JOBS).status_code == 401
    reopen_account(**system)
    assert shown(secret).get(JOBS).status_code == 401
    assert shown(a_token(kim, name="New").secret).get(JOBS).status_code == 200


def test_a_sample_persons_token_opens_the_embedded_database_alone(rev, settings):
    User.objects.update(sample=True)
    secret = a_token(rev).secret
    here = {"HTTP_HOST": "localhost:8000"}
    settings.ALLOWED_HOSTS = ["*"]
    assert shown(secret).get(JOBS, **here).status_code == 200
    assert shown(secret).get(JOBS, HTTP_HOST="footing.example").status_code == 401
    settings.EMBEDDED = False
    assert shown(secret).get(JOBS, **here).status_code == 401


def test_a_token_reads_where_reading_needs_a_sign_in(client, rev, settings):
    settings.READING = "signed-in"
    client.logout()
    assert client.get("/api/v1/claims/").status_code == 401
    assert shown(a_token(rev).secret).get("/api/v1/claims/").status_code == 200


def test_a_token_is_worth_what_its_persons_role_is(kim):
    client = shown(a_token(kim).secret)
    assert client.get("/api/v1/imports/").status_code == 200
    set_role(by=User.objects.system(), user=kim, role=Role.READER)
    assert client.get("/api/v1/imports/").status_code == 403


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_token_that_reads_only_writes_nothing(rev, method):
    client = shown(a_token(rev, scope="read").secret)
    for address in ("/api/v1/claims/", "/api/v1/claims/1/", "/api/v1/nowhere/"):
        answer = getattr(client, method)(address)
        assert answer.status_code == 403
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["detail"].startswith("The token “Lab” reads only")


def test_a_token_goes_before_a_session(client, rev):
    secret = a_token(make.a_reader()).secret
    answer = client.get(
        "/api/v1/imports/", headers={"Authorization": f"Token {secret}"}
    )
    assert answer.status_code == 403


def test_the_last_use_is_kept_to_the_minute(rev, django_assert_num_queries):
    made = a_token(rev)
    shown(made.secret).get("/api/v1/claims/")
    made.token.refresh_from_db()
    first = made.token.used_at
    assert timezone.now() - first < timedelta(minutes=1)
    shown(made.secret).get("/api/v1/claims/")
    made.token.refresh_from_db()
    assert made.token.used_at == first
    Token.objects.update(used_at=first - timedelta(minutes=2))
    shown(made.secret).get("/api/v1/claims/")
    made.token.refresh_from_db()
    assert made.token.used_at >= first


def test_the_database_holds_a_scope_to_its_words(rev):
    token = a_token(rev).token
    with pytest.raises(IntegrityError, match="accounts_token_scope_word"):
        Token.objects.filter(pk=token.pk).update(scope="all")
