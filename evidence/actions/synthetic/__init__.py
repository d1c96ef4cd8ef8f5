"""Fills a store with made-up claims and all they stand on, to try it at size.

Rows come from the database itself, under its constraints and triggers; each claim's
version keeps what is printed of the rows that were written.
"""

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from django.db import connection

from accounts.models import User
from core.actions import action, save
from core.copying import copy_rows
from core.models import KeptModel
from evidence.actions.synthetic.planning import plan_lot
from evidence.actions.synthetic.saying import say
from evidence.actions.synthetic.weighing import grade, weigh
from evidence.actions.versions import next_versions
from evidence.claim_words import Standing
from evidence.models import Claim, ClaimVersion, Outlet, Topic
from studies.models import Outcome

AT_ONCE = 1000  # claims, in one transaction
FIRST = 50  # in the first, since the triggers' queries know nothing of the tables yet
TOPICS = 40
# While the tables are small the triggers' queries would be planned to read them whole,
# and stay so as they grow within the lot: ten times slower. A lot that a crash takes
# back can be made again.
_PLANS = """
    SET LOCAL enable_seqscan = off;
    SET LOCAL plan_cache_mode = force_generic_plan;
    SET LOCAL jit = off;
    SET LOCAL synchronous_commit = off
"""
_OF_VERSION = (
    "revision",
    "claim_id",
    "number",
    "cause",
    "why",
    "facts",
    "basis",
    "basis_version",
    "verdict",
    "certainty",
    "cant_say_because",
    "standing",
    "by_id",
    "created_at",
)


def load_synthetic(claims: int, *, by: User) -> Iterator[int]:
    """Store so many synthetic claims, a lot at a time; yields the size of each lot.

    What is stored already stays. The tables' statistics are brought up to date as they
    grow, since the triggers' queries are planned by them.
    """
    filing = lay_ground(by=by)
    done = measured = 0
    while done < claims:
        size = min(AT_ONCE, FIRST + done, claims - done)
        add_lot(size=size, filing=filing, by=by)
        done += size
        if done >= 4 * measured:
            _measure_tables()
            measured = done
        yield size
    _measure_tables()


class Filing(NamedTuple):
    """The ids of what all synthetic claims share."""

    topics: list[int]
    outlet: int
    outcome: int


@action
def lay_ground(*, by: User, reason: str = "Synthetic rows") -> Filing:
    """What all synthetic claims share, made where it is not there yet."""
    names = [f"Synthetic topic {n:02}" for n in range(1, TOPICS + 1)]
    return Filing(
        topics=[_ensured(Topic, name) for name in names],
        outlet=_ensured(Outlet, "Synthetic outlet"),
        outcome=_ensured(Outcome, "Synthetic outcome"),
    )


@action
def add_lot(
    *, size: int, filing: Filing, by: User, reason: str = "Synthetic rows"
) -> None:
    """Write one lot of claims, with a version of each that has a verdict."""
    with connection.cursor() as cursor:
        cursor.execute(_PLANS)
        plan_lot(cursor, size)
        say(cursor, filing.outlet, by.pk, filing.topics)
        weigh(cursor, filing.outcome, by.pk)
        grade(cursor, by.pk)
        cursor.execute("SELECT id FROM lot WHERE verdict <> 'not_graded' ORDER BY id")
        judged = Claim.objects.filter(pk__in=[id for (id,) in cursor.fetchall()])
    by_rule = judged.filter(standing=Standing.RULE)
    for cause, claims in (
        ("freezing", by_rule),
        ("verdict", judged.exclude(standing=Standing.RULE)),
    ):
        ids = list(claims.order_by("pk").values_list("pk", flat=True))
        versions = next_versions(ids, cause=cause, by=by, why="Synthetic.")
        copy_rows(ClaimVersion, _OF_VERSION, map(attrgetter(*_OF_VERSION), versions))


def _ensured(model: type[KeptModel], name: str) -> int:
    """The id of the synthetic row of that name, made where it is not there yet."""
    row = model.objects.filter(name=name, sample=True, merged_into=None).first()
    return (row or save(model(name=name, sample=True))).pk


def _measure_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
