"""People are invited by a link that is good once, and make their own account."""

from datetime import timedelta
from functools import partial

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.actions import close_account, set_role
from accounts.invitations.actions import accept_invitation, invite, revoke_invitation
from accounts.models import Invitation, User
from accounts.permissions import Role
from accounts.tokens.actions import make_token
from core.errors import NotAllowed, Refused
from core.jobs import run_job
from core.models import Job
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db
PASSWORD = "a fine long pass phrase"
LEE = {"display_name": "Lee Example", "email": "lee@footing.example"}


@pytest.fixture
def editor():
    return make.an_editor()


def invited(by, role=Role.REVIEWER, **more):
    return invite(by=by, role=role, **{**LEE, **more})


def accept(secret, username="lee"):
    return accept_invitation(
        by=User.objects.system(),
        secret=secret,
        username=username,
        display_name="Lee Example",
        password=PASSWORD,
    )


def test_a_link_makes_one_account_with_the_role_it_was_sent_for(editor):
    made = invited(editor, reason="Knows trials.")
    assert made.secret not in str(Invitation.objects.values().get())
    lee = accept(made.secret)
    assert (lee.role, lee.email) == ("reviewer", LEE["email"])
    assert lee.changes.get().reason == "Invited by Edi Madeup. Knows trials."
    with pytest.raises(Refused, match="opens nothing"):
        accept(made.secret, "lee-too")
    with pytest.raises(Refused, match="was used"):
        revoke_invitation(by=editor, invitation=made.invitation)


def test_a_link_opens_nothing_once_it_is_old_revoked_or_its_sender_may_no_more(editor):
    system = User.objects.system()
    for spoil in (
        lambda row: Invitation.objects.update(
            expires_at=timezone.now() - timedelta(minutes=1)
        ),
        lambda row: revoke_invitation(by=editor, invitation=row),
        lambda row: invited(editor, email="LEE@footing.example"),
        lambda row: set_role(by=system, user=editor, role=Role.CURATOR),
        lambda row: close_account(by=system, user=editor, reason="Left."),
    ):
        made = invited(editor)
        spoil(made.invitation)
        with pytest.raises(Refused, match="opens nothing"):
            accept(made.secret)
        Invitation.objects.standing().delete()
        set_role(by=system, user=editor, role=Role.EDITOR)
    assert not User.objects.filter(username="lee").exists()


def test_who_may_invite_whom(editor):
    with pytest.raises(NotAllowed, match="may not make anybody administrator"):
        invited(editor, Role.ADMIN)
    with pytest.raises(NotAllowed, match="needs the role editor"):
        invited(make.a_reviewer(), Role.READER)
    accept(invited(editor).secret)
    with pytest.raises(Refused, match="account with this address"):
        invited(editor, email="Lee@Footing.example")


def test_the_page_mails_the_link_by_a_job_or_shows_it_once(client, editor, settings):
    client.force_login(editor)
    post = partial(client.post, "/accounts/invitations/")
    answer = post({**LEE, "role": "reviewer"})
    assert answer.status_code == 201
    link = answer.context["link"]
    assert link in shown(answer)
    assert link not in shown(client.get("/accounts/invitations/"))
    settings.EMAIL_URL = "smtp://mail.footing.example"
    answer = post({**LEE, "role": "reviewer"})
    assert "by-link" not in shown(answer)
    assert mail.outbox == []
    run_job(Job.objects.get(kind="send_mail").pk)
    (sent,) = mail.outbox
    assert sent.to == [LEE["email"]]
    assert "/accounts/invitations/by-link/" in sent.body
    assert post({**LEE, "role": "admin"}).status_code in (403, 422)


def test_the_link_asks_for_a_name_and_a_password_and_signs_in(client, editor):
    secret = invited(editor).secret
    address = f"/accounts/invitations/by-link/{secret}/"
    page = client.get(address)
    assert "Lee Example" in shown(page) and "no-store" in page["Cache-Control"]
    said = {"username": "lee", "display_name": "Lee Example", "password": "short"}
    weak = client.post(address, said)
    assert weak.status_code == 422 and 'value="lee"' in shown(weak)
    client.post(address, {**said, "username": "edi", "password": PASSWORD})
    assert not User.objects.filter(email=LEE["email"]).exists()  # the name is taken
    answer = client.post(address, {**said, "password": PASSWORD})
    assert answer.status_code == 302
    assert "(here)" in shown(client.get("/accounts/sessions/"))
    client.logout()
    assert client.get(address).status_code == 410
    assert client.post(address, said).status_code == 410


def test_a_link_is_not_used_in_somebodys_session(client, editor):
    secret = invited(editor).secret
    client.force_login(editor)
    answer = client.get(f"/accounts/invitations/by-link/{secret}/")
    assert answer.status_code == 409
    assert "Sign out first" in shown(answer)


def test_a_program_invites_revokes_and_closes_by_the_same_actions(editor):
    secret = make_token(by=editor, name="Lab", scope="write").secret
    program = Client(headers={"Authorization": f"Token {secret}", "If-Match": "*"})
    post = partial(program.post, content_type="application/json")
    made = post("/api/v1/invitations/", {**LEE, "role": "reviewer"})
    assert made.status_code == 201
    key = made.json()["link"].rstrip("/").rpartition("/")[2]
    assert "link" not in program.get(made["Location"]).json()
    again = {"Idempotency-Key": "once"}
    refused = post("/api/v1/invitations/", {**LEE, "role": "reader"}, headers=again)
    assert refused.status_code == 422
    assert post("/api/v1/invitations/", {**LEE, "role": "admin"}).status_code == 403
    lee = accept(key)
    address = f"/api/v1/people/{lee.pk}/"
    assert post(f"{address}role/", {"role": "curator"}).json()["role"] == "curator"
    assert post(f"{address}close/", {}).status_code == 422
    closed = post(f"{address}close/", {"reason": "Left."})
    assert closed.json()["is_active"] is False and "email" not in closed.json()
    assert post(f"{address}reopen/", {"reason": "Back."}).json()["is_active"] is True
    stale = {"If-Match": '"1"'}
    late = post(f"{address}close/", {"reason": "Left."}, headers=stale)
    assert late.status_code == 412
    other = post(
        "/api/v1/invitations/", {**LEE, "email": "x@a.example", "role": "reader"}
    )
    revoked = post(f"/api/v1/invitations/{other.json()['id']}/revoke/", {})
    assert revoked.json()["revoked_at"]
