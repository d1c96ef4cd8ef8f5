"""What became of an import's records, counted from the records themselves."""

from django.db.models import Count, Q

from bibliography.models import ImportBatch, ImportRecord

UNREADABLE = ImportRecord.Became.REJECTED


def counts_of(batch: ImportBatch) -> dict[str, int]:
    """How many records were read, and what became of them; in one query.

    Read and rejected together are all records of the file.
    """
    rows = (
        batch.records.order_by()
        .values_list("became")
        .annotate(n=Count("pk"), warned=Count("pk", filter=~Q(warnings=[])))
    )
    counts = dict.fromkeys(map(str, ImportRecord.Became), 0)
    warnings = 0
    for became, n, warned in rows:
        counts[became] = n
        warnings += warned
    read = sum(counts.values()) - counts[UNREADABLE]
    return {"read": read, **counts, "warnings": warnings}


def counted(n: int) -> str:
    """A number of records, in words."""
    return f"{n:,} record{'' if n == 1 else 's'}"
