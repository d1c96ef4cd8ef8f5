"""Accounts are made and changed by those who manage them, and by nobody else."""

from functools import partial
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.actions import (
    change_password,
    close_account,
    create_user,
    reopen_account,
    set_role,
)
from accounts.models import User
from accounts.permissions import Role
from accounts.samples import PASSWORD, PEOPLE, ensure_sample_people
from core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def system():
    return User.objects.system()


@pytest.fixture
def kim(system):
    return make("Kim", by=system)


def make(name, *, by, role=Role.READER, **more):
    return create_user(
        by=by, username=name, display_name=f"{name} Example", role=role, **more
    )


def test_an_account_without_a_password_lets_nobody_in(kim):
    assert not kim.has_usable_password()


def test_a_name_is_taken_upper_or_lower_case(system, kim):
    with pytest.raises(Refused) as refused:
        make("KIM", by=system)
    assert refused.value.sentence == "This sign-in name is taken."


def test_a_role_that_is_none_is_refused(system):
    with pytest.raises(Refused):
        make("Lee", by=system, role="emperor")


def test_a_name_with_spaces_is_refused(system):
    with pytest.raises(Refused, match="only letters, numbers"):
        make("Kim Example", by=system)


def test_an_administrator_changes_a_role(system, kim):
    set_role(by=system, user=kim, role=Role.EDITOR, reason="joined the board")
    kim.refresh_from_db()
    assert kim.role == Role.EDITOR


def test_what_is_an_administrators_is_not_an_editors(system, kim):
    editor = make("Ed", by=system, role=Role.EDITOR)
    for change in (
        lambda: make("Lee", by=editor),
        lambda: change_password(by=editor, user=kim, password="another one"),
    ):
        with pytest.raises(NotAllowed, match="manage accounts"):
            change()


def test_nobody_below_an_editor_manages_people(system, kim):
    reviewer = make("Rev", by=system, role=Role.REVIEWER)
    for act in (close_account, reopen_account, partial(set_role, role=Role.READER)):
        with pytest.raises(NotAllowed, match="close accounts"):
            act(by=reviewer, user=kim, reason="I want to.")


def test_an_editor_changes_people_up_to_their_own_role(system, kim):
    editor = make("Ed", by=system, role=Role.EDITOR)
    admin = make("Adi", by=system, role=Role.ADMIN)
    set_role(by=editor, user=kim, role=Role.EDITOR)
    assert kim.role == Role.EDITOR
    for refused, words in (
        (partial(set_role, user=kim, role=Role.ADMIN), "may not make anybody"),
        (partial(set_role, user=admin, role=Role.READER), "and you are not"),
        (partial(close_account, user=admin), "and you are not"),
        (partial(set_role, user=editor, role=Role.READER), "Ask somebody else"),
        (partial(close_account, user=editor), "Ask somebody else"),
        (partial(close_account, user=system), "stays as it is"),
    ):
        with pytest.raises(NotAllowed, match=words):
            refused(by=editor, reason="So.")


def test_the_last_administrator_stays(system):
    one, other = (make(n, by=system, role=Role.ADMIN) for n in ("Ada", "Adi"))
    close_account(by=one, user=other, reason="Left.")
    for refused in (close_account, partial(set_role, role=Role.EDITOR)):
        with pytest.raises(Refused, match="last administrator"):
            refused(by=system, user=one, reason="So.")


def test_closing_ends_sessions_and_says_who_and_why(system, kim, client):
    client.force_login(kim)
    assert client.get("/accounts/sessions/").status_code == 200
    with pytest.raises(Refused, match="Say why"):
        close_account(by=system, user=kim, reason=" ")
    close_account(by=system, user=kim, reason="Left.")
    reopen_account(by=system, user=kim, reason="Came back.")
    assert client.get("/accounts/sessions/").status_code == 302  # to sign in again
    told = [(each.step, each.by, each.reason) for each in kim.changes.order_by("pk")]
    assert told == [
        ("made", system, ""),
        ("closed", system, "Left."),
        ("reopened", system, "Came back."),
    ]
    with pytest.raises(Refused, match="open already"):
        reopen_account(by=system, user=kim, reason="Again.")


def test_one_changes_ones_own_password(kim):
    change_password(by=kim, user=kim, password="a new pass phrase")
    kim.refresh_from_db()
    assert kim.check_password("a new pass phrase")


def test_the_sample_people_are_made_once_and_marked(system):
    first = ensure_sample_people(by=system)
    again = ensure_sample_people(by=system)
    assert first == again
    assert set(first) == {person.username for person in PEOPLE}
    assert all(user.sample for user in first.values())


def test_sample_people_have_a_password_on_the_embedded_database_alone(system, settings):
    settings.EMBEDDED = False
    people = ensure_sample_people(by=system)
    assert not any(user.check_password(PASSWORD) for user in people.values())


def test_sample_people_sign_in_on_the_embedded_database(system, settings):
    settings.EMBEDDED = True
    people = ensure_sample_people(by=system)
    assert all(user.check_password(PASSWORD) for user in people.values())


def create(*arguments, password, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO(password + "\n"))
    said = StringIO()
    call_command("create_user", *arguments, stdout=said)
    return said.getvalue()


def test_the_command_makes_an_account(monkeypatch):
    said = create(
        "ed", "--role=editor", password="a long pass phrase", monkeypatch=monkeypatch
    )
    assert said == "ed: editor\n"
    assert User.objects.get(username="ed").check_password("a long pass phrase")


def test_the_command_refuses_a_weak_password(monkeypatch):
    with pytest.raises(CommandError, match="too short"):
        create("ed", password="12", monkeypatch=monkeypatch)


def test_the_command_says_when_it_does_not_know_who_asks(monkeypatch):
    with pytest.raises(CommandError, match="no account 'pat'"):
        create("ed", "--by=pat", password="a long pass phrase", monkeypatch=monkeypatch)


def test_the_command_passes_on_a_refusal(kim, monkeypatch):
    with pytest.raises(CommandError, match="is taken"):
        create("kim", password="a long pass phrase", monkeypatch=monkeypatch)
