"""Copies a prototype lot as often as wanted, on as many processors as there are."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from django.db import connection, connections, models, transaction

from accounts.models import User
from articles.models import Outlet
from benchmarks.synthetic import articles, judging
from benchmarks.synthetic.checking import check_references
from benchmarks.synthetic.lot import Lot, Shared
from benchmarks.synthetic.planning import TOPICS, plan_lot
from benchmarks.synthetic.templates import LotTemplate
from core.actions import action, save
from core.copying import copy_lines, reserve_ids
from core.models import KeptModel
from evidence.finding.rebuilding import SEARCHED, make_rows
from studies.models import Outcome, Topic

LOT = 1000  # claims
# Words are put into their indexes at the end, in one go; a crash may lose some lots.
_FOR_COPIES = {
    "session_replication_role": "replica",
    "synchronous_commit": "off",
    "gin_pending_list_limit": "1GB",
}


def load_synthetic(
    claims: int, *, by: User, lot: int = LOT, processes: int | None = None
) -> Iterator[int]:
    """Store so many synthetic claims, a lot at a time; yields the size of each lot.

    What is stored already stays. With one process all is written over this process's
    own connection. Raises a database error where its user may not leave out triggers,
    IntegrityError where a reference leads nowhere.
    """
    shared = make_shared(by=by)
    tables: set[type[models.Model]] = set()
    for size, copies in ((lot, claims // lot), (claims % lot, 1)):
        if size and copies:
            template = make_template(size=size, shared=shared, by=by)
            yield from _copied(template, copies, processes or os.cpu_count() or 1)
            tables.update(template.sizes)
    _analyze()
    check_references(tables)


@action
def make_shared(*, by: User, reason: str = "Synthetic rows") -> Shared:
    """What all synthetic claims share, made where it is not there yet."""
    names = [f"Synthetic topic {n:02}" for n in range(1, TOPICS + 1)]
    return Shared(
        topics=[_ensured(Topic, name) for name in names],
        outlet=_ensured(Outlet, "Synthetic outlet"),
        outcome=_ensured(Outcome, "Synthetic outcome"),
    )


def _ensured(model: type[KeptModel], name: str) -> int:
    """The id of the synthetic row of that name, made where it is not there yet."""
    row = model.objects.filter(name=name, sample=True, merged_into=None).first()
    return (row or save(model(name=name, sample=True))).pk


@action
def make_template(
    *, size: int, shared: Shared, by: User, reason: str = "Prototype"
) -> LotTemplate:
    """Write a lot under all rules, read it back, and take it back."""
    lot = Lot(plan_lot(size), shared, by.pk, Random(size))  # noqa: S311  no secret
    articles.make_claims(lot)
    articles.make_articles(lot)
    judging.make_studies(lot)
    judging.make_bases(lot)
    judging.make_grades(lot)
    judging.make_versions(lot, by)
    template = LotTemplate(lot)
    transaction.set_rollback(True)
    return template


def _copied(template: LotTemplate, copies: int, processes: int) -> Iterator[int]:
    """Write the copies, in this process or in several; yields the size of each."""
    if processes == 1 or copies == 1:
        for _ in range(copies):
            yield _copy(template)
        return
    forked = multiprocessing.get_context("fork")  # with the template, and the settings
    with forked.Pool(processes, _inherit, [template]) as pool:
        yield from pool.imap_unordered(_copy_inherited, range(copies))


_inherited: list[LotTemplate] = []  # what this process copies, in one of several


def _inherit(template: LotTemplate) -> None:
    """Begin in a process of several, which the first one ends.

    A connection can't be shared between processes. What is inherited is forgotten, and
    not closed, for that would end it for the first one too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for inherited in connections.all(initialized_only=True):
        del connections[inherited.alias]
    _inherited.append(template)


def _copy_inherited(number: int) -> int:
    return _copy(_inherited[0])


def _copy(template: LotTemplate) -> int:
    """Write one copy, in a transaction of its own; returns how many claims it has."""
    with transaction.atomic(), _settings(_FOR_COPIES):
        ids = [reserve_ids(model, size) for model, size in template.sizes.items()]
        first = ids[0][0]  # so that copies differ, in a second load too
        values = template.values(ids, Random(first))  # noqa: S311  no secret
        for table in template.tables:
            copy_lines(table.model, table.columns, table.lines.filled(values))
        for model, numbers in zip(template.sizes, ids, strict=True):
            if model in SEARCHED:  # its triggers were left out, as all are
                make_rows(model, numbers)
    return template.claims


@contextmanager
def _settings(settings: dict[str, str]) -> Iterator[None]:
    """Set the database's settings for a part of a transaction; undone if it fails."""
    with connection.cursor() as cursor:
        for name, value in settings.items():
            cursor.execute(f"SET LOCAL {name} = '{value}'")
        yield
        for name in settings:
            cursor.execute(f"SET LOCAL {name} TO DEFAULT")


def _analyze() -> None:
    """Bring the statistics up to date, which the check of references plans by."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
