"""``manage.py rebuild_search``: all that searching rests on, made anew."""

from tqdm import tqdm

from accounts.models import User
from core.management.store import StoreCommand
from evidence.finding.rebuilding import rebuild_search


class Command(StoreCommand):
    """Makes search rows, short forms and the words of the spelling anew."""

    help = "Makes all that searching rests on anew, from the tables it is derived of."

    def handle(self, **_):
        with tqdm(unit=" rows", desc="search", disable=None) as bar:
            done = rebuild_search(by=User.objects.system(), progress=bar.update)
        self.stdout.write(f"{done:,} rows were read.")
