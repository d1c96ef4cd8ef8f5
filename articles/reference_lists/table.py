"""A checked list as rows of a table."""

from articles.reference_lists.checked import CheckedEntry

COLUMNS = (
    "number", "state", "says", "disagrees", "entry", "found", "doi", "pmid",
    "told by", "remarks", "asked",
)  # fmt: skip


def rows_of(entry: CheckedEntry) -> dict[str, object]:
    """One entry as a row of ``COLUMNS``."""
    nearest = entry.nearest
    differing = nearest.differing if nearest else ()
    return {
        "number": entry.number,
        "state": str(entry.state),
        "says": entry.words,
        "disagrees": "; ".join(
            f"{one.name}: {one.stated} here, {one.found or one.note} there"
            for one in differing
        ),
        "entry": " ".join(entry.work.raw.split()),
        "found": nearest.title if nearest else "",
        "doi": nearest.doi if nearest else "",
        "pmid": nearest.pmid if nearest else "",
        "told by": ", ".join(nearest.told_by) if nearest else "",
        "remarks": " ".join(entry.remarks),
        "asked": entry.asked,
    }
