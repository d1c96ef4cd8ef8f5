"""``manage.py tick``: put back in line what is due, once."""

from django.core.management.base import BaseCommand

from core.tick import tick


class Command(BaseCommand):
    """Ticks once, for those who have a scheduler of their own."""

    help = "Puts jobs that are stale, due or recurring in line, once."

    def handle(self, **_):
        self.stdout.write(f"{tick()} jobs put in line")
