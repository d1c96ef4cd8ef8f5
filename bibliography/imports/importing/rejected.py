"""The records that could not be read, as a file of their own format to fix."""

from collections.abc import Iterable, Iterator

from bibliography.models import ImportBatch, ImportRecord

# What stands before the first record, between two, and behind the last.
_AROUND = {
    "csl": ("[\n", ",\n", "\n]\n"),
    "pubmed": ("<PubmedArticleSet>\n", "\n", "\n</PubmedArticleSet>\n"),
    "endnote": ("<xml><records>\n", "\n", "\n</records></xml>\n"),
    "jats": ("<article><back><ref-list>\n", "\n", "\n</ref-list></back></article>\n"),
    "csv": ("", "\n", "\n"),
    "ids": ("", "\n", "\n"),
}
_TAGGED = ("", "\n\n", "\n")


def rejected_file(batch: ImportBatch) -> Iterator[str]:
    """The raw text of each rejected record, in the frame its format needs.

    A table comes with its row of heads. Fixed by hand, it can be imported again.
    """
    before, between, behind = _AROUND.get(batch.format, _TAGGED)
    yield before + _heads(batch)
    yield from _joined(_raws(batch), between)
    yield behind


def _raws(batch: ImportBatch) -> Iterable[str]:
    rows = batch.records.filter(became=ImportRecord.Became.REJECTED).order_by("number")
    return rows.values_list("raw", flat=True).iterator(chunk_size=500)


def _joined(raws: Iterable[str], between: str) -> Iterator[str]:
    for at, raw in enumerate(raws):
        yield raw.rstrip("\r\n") if at == 0 else between + raw.rstrip("\r\n")


def _heads(batch: ImportBatch) -> str:
    """The first line of a table, as it stands in the file."""
    if batch.format != "csv":
        return ""
    return str(batch.preview.get("head", "")) + "\n"
