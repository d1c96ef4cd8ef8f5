"""The job that searches: a service asked, its records imported, and let wait.

Each part is kept before the next begins, so a worker may die at any point: the answer
with its numbers, then the records as they came, then what became of each.
"""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any, BinaryIO, TypeVar

from bibliography.checks.answers import KeptAnswers
from bibliography.imports.importing.batches import counted
from bibliography.imports.importing.running import read_import
from bibliography.lookups import LookupFailed, SearchAnswer
from bibliography.lookups.searching import MOST_FOUND
from bibliography.models import ImportBatch
from bibliography.services import searched
from core.errors import Refused, TryLater
from core.jobs import JobRun
from evidence.models import LiteratureSearch
from evidence.searches.actions import bring_in, keep_answer, keep_records

R = TypeVar("R")
State = ImportBatch.State


def run(job_run: JobRun) -> dict[str, Any]:
    """Search as ``{"search": id}`` says, or go on with what is left of it."""
    rows = LiteratureSearch.objects.select_related("base", "batch")
    search = rows.get(pk=job_run.arguments["search"])
    if search.batch is None:
        _ask(search, job_run)
    if search.batch and search.batch.state in (State.WAITING, State.RUNNING):
        read_import(search.batch_id, job_run)
    brought = job_run.kept.get("brought", 0)
    while new := bring_in(search=search, by=job_run.by, reason=_reason(search)):
        brought += new
        job_run.progress(brought, brought, brought=brought)
    return {
        "says": [f"{counted(brought)} to screen that the base had not seen."],
        "address": f"/claims/{search.base.claim_id}/base/",
    }


def _ask(search: LiteratureSearch, job_run: JobRun) -> None:
    """Ask the service what the words find, and fetch the records."""
    answer = _found(search, job_run)
    if answer.count > MOST_FOUND:
        raise Refused(
            f"{search.source} finds {answer.count:,} records, and {MOST_FOUND:,} are "
            "taken at most: narrow the words, or search year by year."
        )
    if not answer.numbers:
        return
    with tempfile.TemporaryFile() as file:
        _fetch(search, answer, file, job_run)
        keep_records(search=search, data=file, by=job_run.by, reason=_reason(search))


def _found(search: LiteratureSearch, job_run: JobRun) -> SearchAnswer:
    """What the service answered: as kept, where this is not the first attempt."""
    asked = searched(search.source, held_up=job_run.held_up)
    if search.answer:
        day = datetime.combine(search.searched_on, time(), UTC)
        return asked.read_search(search.answer, day)
    # Not what was answered before: this is a new search.
    answer = _or_later(lambda: asked.search(search.strategy, search.since))
    keep_answer(search=search, answer=answer, by=job_run.by, reason=_reason(search))
    return answer


def _fetch(
    search: LiteratureSearch, answer: SearchAnswer, file: BinaryIO, job_run: JobRun
) -> None:
    """Write the records as one file; what came before a break is not asked again.

    The answers are kept for a while, so another attempt begins where this one ends.
    """
    service = searched(search.source, KeptAnswers(by=job_run.by), job_run.held_up)
    pieces = service.records(answer.numbers)
    while piece := _or_later(lambda: next(pieces, b"")):
        file.write(piece)
        job_run.progress(file.tell())


def _or_later(ask: Callable[[], R]) -> R:
    """What a service answers. Raises TryLater where it does not."""
    try:
        return ask()
    except LookupFailed as error:
        raise TryLater(str(error)) from error


def _reason(search: LiteratureSearch) -> str:
    return f"Search {search.pk}: {search.source}"
