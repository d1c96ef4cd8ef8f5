"""People with fixed names and roles: asking twice gives the same person."""

from accounts.models import User
from accounts.permissions import Role


def _person(username, display_name, role):
    return User.objects.get_or_create(
        username=username, defaults={"display_name": display_name, "role": role}
    )[0]


def a_reader():
    return _person("rea", "Rea Madeup", Role.READER)


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
