"""Signing in and out, and being locked out."""

from threading import Event, Thread

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.test import Client

from accounts.actions import create_user
from accounts.hashing import IN_LINE, InTurnPasswordHasher, _hashing
from accounts.models import User
from accounts.permissions import Role
from accounts.tokens.actions import make_token
from tests.core.waiting import wait_until

pytestmark = pytest.mark.django_db
SIGN_IN = "/accounts/sign-in/"
PASSWORD = "a fine long pass phrase"


@pytest.fixture
def kim():
    return create_user(
        by=User.objects.system(),
        username="Kim",
        display_name="Kim Example",
        role=Role.REVIEWER,
        password=PASSWORD,
    )


def try_to_sign_in(client, password, username="Kim", **more):
    return client.post(SIGN_IN, {"username": username, "password": password}, **more)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_the_right_password_signs_in_and_leads_back(client, kim):
    answer = client.post(
        SIGN_IN,
        {"username": "kim", "password": PASSWORD, "next": "/accounts/password/"},
    )
    assert answer.status_code == 302
    assert answer.url == "/accounts/password/"
    assert is_signed_in(client)


def test_no_other_site_is_led_to(client, kim):
    answer = client.post(
        SIGN_IN, {"username": "kim", "password": PASSWORD, "next": "//evil.example/"}
    )
    assert answer.url == "/"


def test_a_wrong_password_says_so_and_keeps_the_name(client, kim):
    answer = try_to_sign_in(client, "wrong")
    assert answer.status_code == 200
    assert "do not belong together, or the account was closed" in (
        answer.content.decode()
    )
    assert 'value="Kim"' in answer.content.decode()
    assert not is_signed_in(client)


def test_the_fifth_wrong_password_locks_the_name_out_even_in_capitals(client, kim):
    for name in ("kim", "KIM", "Kim", "kim"):
        assert try_to_sign_in(client, "wrong", name).status_code == 200
    answer = try_to_sign_in(client, "wrong")
    assert answer.status_code == 429
    assert "15 minutes" in answer.content.decode()
    assert try_to_sign_in(client, PASSWORD, "kIM").status_code == 429
    assert not is_signed_in(client)


def test_letters_that_only_capitals_make_alike_are_another_name(client, kim):
    answer = try_to_sign_in(client, PASSWORD, "K\N{LATIN SMALL LETTER DOTLESS I}m")
    assert answer.status_code == 200
    assert not is_signed_in(client)


def test_a_word_that_is_no_path_leads_home(client, kim):
    client.force_login(kim)
    for word in ("²", "home", "nowhere", "javascript:alert(1)", "https:///x"):
        assert client.get(SIGN_IN, {"next": word}).url == "/"


def test_a_lock_out_leaves_other_addresses_and_other_names_alone(client, kim):
    for _ in range(5):
        try_to_sign_in(client, "wrong")
    assert try_to_sign_in(client, "wrong", "lee").status_code == 200
    answer = try_to_sign_in(client, PASSWORD, REMOTE_ADDR="192.0.2.7")
    assert answer.status_code == 302


def test_an_address_is_locked_out_over_all_names(client, kim, settings):
    settings.FAILURES_OF_AN_ADDRESS = 6
    for number in range(6):
        address = {"REMOTE_ADDR": f"2001:db8::{number:x}"}  # one household
        answer = try_to_sign_in(client, "wrong", f"name-{number}", **address)
        assert answer.status_code == 200
    answer = try_to_sign_in(client, PASSWORD, REMOTE_ADDR="2001:db8::ffff")
    assert answer.status_code == 429
    assert "too many wrong passwords from this address." in answer.content.decode()
    assert not is_signed_in(client)
    try_to_sign_in(client, PASSWORD, REMOTE_ADDR="2001:db8:0:1::1")
    assert is_signed_in(client)


def test_passwords_are_hashed_one_at_a_time_and_few_wait(client, kim, settings):
    settings.PASSWORD_HASHERS = ["accounts.hashing.InTurnPasswordHasher"]
    hasher = InTurnPasswordHasher()
    hashed = hasher.encode("guess", "salt", 10)
    assert hashed == PBKDF2PasswordHasher().encode("guess", "salt", 10)
    assert hasher.verify("guess", hashed)
    at_work, go_on = Event(), Event()
    _hashing.submit(lambda: (at_work.set(), go_on.wait(10)))
    at_work.wait(10)
    guesses = [
        Thread(target=hasher.encode, args=("guess", "salt", 10)) for _ in range(IN_LINE)
    ]
    for guess in guesses:
        guess.start()
    try:
        wait_until(lambda: _hashing._work_queue.qsize() == IN_LINE)
        answer = try_to_sign_in(client, PASSWORD)
    finally:
        go_on.set()
        for guess in guesses:
            guess.join()
    assert answer.status_code == 503
    assert "Send this again in a minute" in answer.content.decode()


def test_no_cache_keeps_what_a_visitor_without_an_account_would_not_get(
    client, kim, settings
):
    public = ["/claims/", "/api/v1/claims/", "/claims.csv"]
    for path in public:
        answer = client.get(path)
        assert "no-store" not in answer.get("Cache-Control", "")
        assert {"Cookie", "Authorization"} <= set(answer["Vary"].split(", "))
    settings.READING = "signed-in"
    for path in public:
        assert "no-store" in client.get(path)["Cache-Control"]
    settings.READING = "open"
    client.force_login(kim)
    for path in [*public, "/nowhere/", "/accounts/password/"]:
        assert "private" in client.get(path)["Cache-Control"]
        assert "no-store" in client.get(path)["Cache-Control"]
    secret = make_token(by=kim, name="Lab", scope="read").secret
    answer = Client().get(
        "/api/v1/claims/", headers={"authorization": f"Token {secret}"}
    )
    assert "no-store" in answer["Cache-Control"]


def test_nobody_signs_in_as_the_system(client):
    for password in ("!", "", "system"):
        try_to_sign_in(client, password, "system")
    assert not is_signed_in(client)


def test_a_closed_account_does_not_open(client, kim):
    User.objects.filter(pk=kim.pk).update(is_active=False)
    try_to_sign_in(client, PASSWORD)
    assert not is_signed_in(client)


def test_sample_people_come_in_on_the_embedded_database_alone(client, kim, settings):
    User.objects.filter(pk=kim.pk).update(sample=True)
    settings.ALLOWED_HOSTS = ["*"]
    for embedded, sample, host, visitor in (
        (False, True, "localhost", "127.0.0.1"),
        (True, False, "localhost", "127.0.0.1"),
        (True, True, "footing.example", "127.0.0.1"),
        (True, True, "localhost.footing.example", "127.0.0.1"),
        (True, True, "192.0.2.1:8000", "127.0.0.1"),
        (True, True, "localhost", "192.0.2.7"),  # a visitor who names it so
    ):
        settings.EMBEDDED, settings.SAMPLE = embedded, sample
        at = {"HTTP_HOST": host, "REMOTE_ADDR": visitor}
        answer = try_to_sign_in(client, PASSWORD, **at)
        assert "Sample accounts do not sign in" in answer.content.decode(), at
        assert not is_signed_in(client)
    settings.EMBEDDED, settings.SAMPLE = True, True
    for host, visitor in (("localhost:8000", "127.0.0.1"), ("[::1]:8000", "::1")):
        try_to_sign_in(client, PASSWORD, HTTP_HOST=host, REMOTE_ADDR=visitor)
        assert is_signed_in(client)
        client.logout()


def test_a_sample_session_ends_under_another_host(client, kim, settings):
    settings.EMBEDDED = settings.SAMPLE = True
    settings.ALLOWED_HOSTS = ["*"]
    User.objects.filter(pk=kim.pk).update(sample=True)
    client.force_login(kim)
    mine = "/accounts/password/"
    assert client.get(mine, HTTP_HOST="localhost:8000").status_code == 200
    assert client.get(mine, HTTP_HOST="footing.example").status_code == 302
    assert client.get(mine, HTTP_HOST="localhost:8000").status_code == 302


def test_signing_out_takes_a_post(client, kim):
    client.force_login(kim)
    assert client.get("/accounts/sign-out/").status_code == 405
    client.post("/accounts/sign-out/")
    assert not is_signed_in(client)


def test_signing_in_without_the_forms_token_is_refused(kim):
    strict = Client(enforce_csrf_checks=True)
    assert try_to_sign_in(strict, PASSWORD).status_code == 403


def test_a_person_changes_the_password_and_stays_signed_in(client, kim):
    client.force_login(kim)
    new = "quite another pass phrase"
    answer = client.post(
        "/accounts/password/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert answer.status_code == 302
    assert is_signed_in(client)
    kim.refresh_from_db()
    assert kim.check_password(new)


def test_a_wrong_old_password_changes_nothing(client, kim):
    client.force_login(kim)
    new = "quite another pass phrase"
    answer = client.post(
        "/accounts/password/",
        {"oldpassword": "wrong", "password1": new, "password2": new},
    )
    assert answer.status_code == 200
    kim.refresh_from_db()
    assert kim.check_password(PASSWORD)
