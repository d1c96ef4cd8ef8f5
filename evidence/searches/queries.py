"""What the imports of a base's searches hold, and the base has not seen."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from bibliography.models import ImportRecord
from evidence.models import EvidenceBase, LiteratureSearch, ScreenedRecord


def lines_of(searches: Collection[LiteratureSearch]) -> QuerySet[ImportRecord]:
    """The records of searches' imports that are a reference here: one a record.

    ``stands_for`` is the reference, or the one it was merged into.
    """
    batches = [search.batch_id for search in searches if search.batch_id]
    rows = ImportRecord.objects.filter(batch__in=batches, reference__isnull=False)
    return rows.annotate(
        stands_for=Coalesce("reference__merged_into_id", "reference_id")
    )


def references_of(search: LiteratureSearch) -> QuerySet:
    """The ids of all references that a search brought."""
    return lines_of([search]).values("stands_for")


def unseen_by(
    base: EvidenceBase, searches: Collection[LiteratureSearch]
) -> QuerySet[ImportRecord, int]:
    """The ids of references that searches found and the base has no record of."""
    return (
        lines_of(searches)
        .filter(~Exists(_record_of(base)))
        .order_by("stands_for")
        .values_list("stands_for", flat=True)
        .distinct()
    )


def _record_of(base: EvidenceBase) -> QuerySet[ScreenedRecord]:
    """The base's record of a line, also one of a reference that was merged away."""
    of = Q(reference=OuterRef("stands_for")) | Q(reference=OuterRef("reference"))
    return ScreenedRecord.objects.filter(of, base=base)
