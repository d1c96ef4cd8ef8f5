"""``manage.py take_off_second_factor NAME``: for whoever lost phone and codes."""

from django.core.management.base import CommandError

from accounts.management.commands.create_user import person
from accounts.signing_in.second_factor import take_off
from core.management.store import StoreCommand


class Command(StoreCommand):
    """Lets a person sign in by the password alone again."""

    help = "Takes a person's second factor and recovery codes off."

    def add_arguments(self, parser):
        parser.add_argument("username", help="the sign-in name")

    def handle(self, *, username, **_):
        if not take_off(person(username)):
            raise CommandError(f"{username} has no second factor.")
        self.stdout.write(f"{username}: the password alone signs in.")
