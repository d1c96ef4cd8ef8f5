"""What a base has searched and screened, taken along to its next version."""

from collections.abc import Iterator

from evidence.models import EvidenceBase, LiteratureSearch, ScreenedRecord

_OF_SEARCH = (
    *("kind", "source", "strategy", "since", "searched_on", "records_found"),
    *("understood_as", "answer", "batch_id", "job_id", "by_id"),
)
_OF_RECORD = (
    *("reference_id", "decision", "reason", "reason_words", "study_id"),
    *("decided_at", "decided_by_id"),
)
BATCH = 500  # rows a statement


def copy_screening(base: EvidenceBase, copy: EvidenceBase) -> None:
    """Give a new base the searches and screened records of an earlier one.

    Their imports stay where they are, and hold the records of both. A decision comes
    without what undoes it: what it made stands in the earlier base. Only inside an
    action.
    """
    searches = {
        search.pk: LiteratureSearch.objects.create(
            base=copy, copied_from=search, **_values(search, _OF_SEARCH)
        )
        for search in base.searches.order_by("pk")
    }
    rows = base.screened_records.order_by("pk").iterator(chunk_size=BATCH)
    ScreenedRecord.objects.bulk_create(_copies(rows, copy, searches), BATCH)


def _copies(
    rows: Iterator[ScreenedRecord],
    copy: EvidenceBase,
    searches: dict[int, LiteratureSearch],
) -> Iterator[ScreenedRecord]:
    for row in rows:
        yield ScreenedRecord(
            base=copy, search=searches[row.search_id], **_values(row, _OF_RECORD)
        )


def _values(row: LiteratureSearch | ScreenedRecord, names: tuple[str, ...]) -> dict:
    return {name: getattr(row, name) for name in names}


def remove_screening(base: EvidenceBase) -> None:
    """Remove what a base that is let go had taken along. Only inside an action."""
    base.screened_records.all().delete()
    base.searches.all().delete()


def is_as_copied(base: EvidenceBase) -> bool:
    """Whether nobody has searched or screened for a base since it was copied."""
    searched = base.searches.filter(copied_from=None)
    screened = base.screened_records.filter(revision__gt=1)
    return not (searched.exists() or screened.exists())
