"""What pages and the API print of a base's searches."""

from dataclasses import dataclass
from typing import Any

from bibliography.models import ImportRecord
from evidence.models import EvidenceBase, LiteratureSearch
from evidence.screening.diagram import drawn, rows_of
from evidence.screening.flow import flow_of
from evidence.searches.queries import unseen_by


@dataclass(frozen=True)
class SearchShown:
    """A search as a page prints it, and what keeps its records from the queue."""

    search: LiteratureSearch
    untold: int  # records that may be in the store already
    unseen: int  # references that are not in the queue yet

    @property
    def problem(self) -> str:
        """Why its job ended early, or waits to try again."""
        job = self.search.job
        return job.error if job else ""

    @property
    def can_go_on(self) -> bool:
        """Whether something of it is left to do."""
        if self.search.is_at_work:
            return False
        return bool(self.problem or self.unseen or not self.search.is_finished)


def searches_of(base: EvidenceBase) -> list[SearchShown]:
    """A base's searches as they were made, each with what it still waits for."""
    rows = base.searches.select_related("batch", "job", "by").with_record_counts()
    asked = ImportRecord.Became.ASKED
    return [
        SearchShown(
            search,
            search.batch.records.filter(became=asked).count() if search.batch else 0,
            unseen_by(base, [search]).count() if search.batch else 0,
        )
        for search in rows.defer("answer").order_by("pk")
    ]


def searching_context(base: EvidenceBase) -> dict[str, Any]:
    """What a base's page shows of its searches, and of what became of their records."""
    searches = searches_of(base)
    if not searches:
        return {"searches": []}
    flow = flow_of(base, [each.search for each in searches])
    return {
        "searches": searches,
        "flow": flow,
        "flow_picture": drawn(flow),
        "flow_rows": rows_of(flow),
        "flow_problems": list(flow.mismatches()),
    }
