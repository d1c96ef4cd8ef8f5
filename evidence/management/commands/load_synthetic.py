"""``manage.py load_synthetic N``: a store with so many made-up claims."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from accounts.models import User
from evidence.actions.synthetic import load_synthetic


class Command(BaseCommand):
    """Adds synthetic claims; every one says so and is flagged as a sample."""

    help = "Adds N synthetic claims with articles, studies, evidence bases and grades."

    def add_arguments(self, parser):
        parser.add_argument("claims", type=int, metavar="N", help="how many claims")
        parser.add_argument(
            "--yes", action="store_true", help="also into a server others use"
        )

    def handle(self, *, claims, yes, **_):
        if claims < 1:
            raise CommandError(f"{claims} claims cannot be made: expected 1 or more.")
        if not (yes or settings.DEBUG or settings.EMBEDDED):
            raise CommandError(
                "This database is not Footing's own private one, and made-up claims "
                "cannot be taken out again. Say --yes to add them all the same."
            )
        with tqdm(total=claims, unit=" claims", desc="synthetic") as bar:
            for size in load_synthetic(claims, by=User.objects.system()):
                bar.update(size)
        self.stdout.write(f"{claims:,} synthetic claims were added.")
