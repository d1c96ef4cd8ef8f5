"""``manage.py check_references``: asks the services about references again."""

import json

from django.core.management.base import CommandError

from accounts.models import User
from core.errors import NotAllowed, Refused
from core.jobs import run_now
from core.management.store import StoreCommand


class Command(StoreCommand):
    """Asks PubMed, Crossref and OpenAlex; keeps their answers and the notices."""

    help = "Checks references that are due for notices; --all checks every one."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="due or not")
        parser.add_argument("--by", default="system", help="in whose name")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *, by, json: bool, **options):
        arguments = {"all": True} if options["all"] else {}
        try:
            person = User.objects.get_by_natural_key(by)
            job = run_now(kind="check_references", arguments=arguments, by=person)
        except User.DoesNotExist:
            raise CommandError(f"There is no account {by!r}.") from None
        except (NotAllowed, Refused) as refusal:
            raise CommandError(refusal.sentence) from None
        self.stdout.write(
            as_json(job.result) if json else "\n".join(job.result["says"])
        )


def as_json(result):
    """What ``--json`` prints: how many were checked, what was told, who was silent."""
    told = ("checked", "notices", "not_answering")
    return json.dumps({name: result[name] for name in told}, ensure_ascii=False)
