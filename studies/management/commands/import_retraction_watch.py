"""``manage.py import_retraction_watch FILE``: notices from the Retraction Watch CSV."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from core.errors import Refused
from studies.actions.retraction_watch import import_retraction_watch


class Command(BaseCommand):
    """Notes what the table tells of references that are kept here."""

    help = (
        "Notes the retractions, concerns and corrections of the Retraction Watch CSV."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", help="the table, as a CSV file")
        parser.add_argument("--by", default="system", help="in whose name")

    def handle(self, *, file, by, **_):
        try:
            person = User.objects.get_by_natural_key(by)
            with Path(file).open("rb") as table:
                done = import_retraction_watch(
                    file=table, by=person, seen_at=timezone.now()
                )
        except User.DoesNotExist:
            raise CommandError(f"There is no account {by!r}.") from None
        except OSError as problem:
            raise CommandError(f"{file} cannot be read: {problem.strerror}.") from None
        except Refused as refusal:
            raise CommandError(refusal.sentence) from None
        self.stdout.write(
            f"{done.read:,} notices read, {done.noted:,} about references kept here."
        )
