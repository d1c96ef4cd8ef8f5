"""``manage.py load_sample``: the sample evidence, unless it is there."""

from accounts.models import User
from config.sample.loading import load_sample
from core.management.store import StoreCommand


class Command(StoreCommand):
    help = "Loads the sample articles, studies and grades, once."

    def handle(self, *args, **options):
        loaded = load_sample(by=User.objects.system())
        self.stdout.write(
            "The sample evidence is loaded."
            if loaded
            else "The sample evidence is there."
        )
