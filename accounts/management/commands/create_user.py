"""``manage.py create_user NAME``: makes an account from the command line."""

import getpass
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from accounts.actions import create_user
from accounts.models import User
from accounts.permissions import Role
from core.errors import NotAllowed, Refused
from core.management.store import StoreCommand


class Command(StoreCommand):
    """Makes an account with a role."""

    help = "Makes an account; the password is asked for, or read from standard input."

    def add_arguments(self, parser):
        parser.add_argument("username", help="the sign-in name")
        parser.add_argument("--name", help="the name shown beside judgements")
        parser.add_argument("--role", choices=list(Role), default=Role.READER)
        parser.add_argument("--email", default="")
        parser.add_argument("--by", default="system", help="who makes it")

    def handle(self, *, username, name, role, email, by, **_):
        try:
            user = create_user(
                by=person(by),
                username=username,
                display_name=name or username,
                role=Role(role),
                email=email,
                password=password_for(username),
            )
        except (NotAllowed, Refused) as refusal:
            raise CommandError(refusal.sentence) from None
        self.stdout.write(f"{user.username}: {user.get_role_display()}")


def person(name):
    """The account of a name."""
    try:
        return User.objects.get_by_natural_key(name)
    except User.DoesNotExist:
        raise CommandError(f"There is no account {name!r}.") from None


def password_for(username):
    """A password that is good enough."""
    if sys.stdin.isatty():
        password = getpass.getpass(f"Password for {username}: ")
    else:
        password = sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password, User(username=username))
    except ValidationError as problem:
        raise CommandError(" ".join(problem.messages)) from None
    return password
