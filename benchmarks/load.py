"""``python -m benchmarks.load N``: adds N synthetic claims to the store.

Adds articles, studies, evidence bases and grades with them; every row says that it is
made up and is flagged as a sample.
"""

import argparse
import sys

from django.conf import settings
from django.core.management import call_command
from django.db import Error
from tqdm import tqdm

from accounts.models import User
from benchmarks.synthetic import load_synthetic
from core.errors import Refused
from embedded_postgres.cluster import EmbeddedError


def main(arguments: list[str] | None = None) -> None:
    """Read the command line and load; ends with one sentence where that fails."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.load",
        description="Adds N synthetic claims with articles, studies, evidence bases "
        "and grades.",
    )
    parser.add_argument("claims", type=int, metavar="N", help="how many claims")
    parser.add_argument(
        "--yes", action="store_true", help="also into a server others use"
    )
    asked = parser.parse_args(arguments)
    if asked.claims < 1:
        sys.exit(f"{asked.claims} claims cannot be made: expected 1 or more.")
    if not (asked.yes or settings.DEBUG or settings.EMBEDDED):
        sys.exit(
            "This database is not Footing's own private one, and made-up claims "
            "cannot be taken out again. Say --yes to add them all the same."
        )
    try:
        if settings.EMBEDDED:
            call_command("migrate", verbosity=0)
        load(asked.claims)
    except KeyboardInterrupt:
        sys.exit("Stopped: the lots of claims that were written stay.")
    except (Error, Refused, EmbeddedError) as problem:
        sys.exit(f"The load failed: {str(problem).strip().splitlines()[0]}")
    print(f"{asked.claims:,} synthetic claims were added.")


def load(claims: int) -> None:
    """Add synthetic claims, with a bar that shows how far it is."""
    with tqdm(total=claims, unit=" claims", desc="synthetic") as bar:
        for size in load_synthetic(claims, by=User.objects.system()):
            bar.update(size)


if __name__ == "__main__":
    main()
