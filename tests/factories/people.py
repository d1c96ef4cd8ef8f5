"""People with fixed names and roles: asking twice gives the same person."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Interest, Invitation, User
from accounts.permissions import Role
from tests.factories.making import make, number


def _person(username, display_name, role):
    return User.objects.get_or_create(
        username=username,
        defaults={"display_name": display_name, "role": role, "password": "!"},
    )[0]


def a_reader():
    return _person("rea", "Rea Madeup", Role.READER)


def a_contributor():
    return _person("con", "Con Madeup", Role.CONTRIBUTOR)


def a_curator():
    return _person("cur", "Cur Madeup", Role.CURATOR)


def a_reviewer():
    return _person("rev", "Rev Madeup", Role.REVIEWER)


def another_reviewer():
    return _person("vera", "Vera Madeup", Role.REVIEWER)


def a_third_reviewer():
    return _person("viola", "Viola Madeup", Role.REVIEWER)


def an_editor():
    return _person("edi", "Edi Madeup", Role.EDITOR)


def an_admin():
    return _person("adi", "Adi Madeup", Role.ADMIN)


def a_person():
    """Another curator each time."""
    return _person(f"pat-{number()}", "Pat Madeup", Role.CURATOR)


def an_interest(**given):
    """Something a reviewer declares to have a hand in: an outlet."""
    return make(
        Interest, given, user=a_reviewer, kind="outlet", name="Madeup Clinic News"
    )


def an_invitation(**given):
    """An invitation whose link nobody knows."""
    return make(
        Invitation,
        given,
        display_name="Lee Madeup",
        email=lambda: f"lee-{number()}@footing.example",
        role="reviewer",
        invited_by=an_editor,
        sha256=lambda: f"{number():064x}",
        expires_at=lambda: timezone.now() + timedelta(days=14),
    )
