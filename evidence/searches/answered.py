"""Searches that go on by themselves, once what their import asked is answered."""

from contextlib import suppress

from bibliography.models import ImportBatch, ImportRecord
from core.errors import NotAllowed, Refused
from core.feed import read_feed
from core.jobs import JobRun
from core.models import Change
from core.nouns import noun_of
from evidence.models import LiteratureSearch
from evidence.searches.actions import go_on
from evidence.searches.queries import unseen_by

READER = "answered_imports"
IMPORT = noun_of(ImportBatch)
WHY = "What its import asked is answered."


def run(job: JobRun) -> dict[str, int]:
    """Job kind ``answered_imports``: read the feed on, and let searches go on.

    Idempotent: a search that brought all of its import has nothing to go on with.
    """
    begun = 0

    def handle(changes: list[Change]) -> None:
        nonlocal begun
        imports = {each.row_id for each in changes if each.model == IMPORT}
        begun += sum(map(_goes_on, _waiting_for(imports) if imports else ()))

    return {"read": read_feed(READER, handle), "begun": begun}


def _waiting_for(imports: set[int]) -> list[LiteratureSearch]:
    """The searches of open bases whose import, among these, asks nothing more."""
    asking = ImportRecord.objects.asking().filter(batch__in=imports)
    answered = imports - set(asking.values_list("batch", flat=True).distinct())
    rows = LiteratureSearch.objects.select_related("base", "batch", "job", "by")
    return list(rows.filter(batch__in=answered, base__frozen_at=None).order_by("pk"))


def _goes_on(search: LiteratureSearch) -> bool:
    """Put a search in line for whoever made it; whether there was anything to do.

    Who may not any more leaves it to the button on the base's page.
    """
    if not search.is_finished or not unseen_by(search.base, [search]).exists():
        return False
    with suppress(NotAllowed, Refused):
        go_on(search=search, by=search.by, reason=WHY)
        return True
    return False
