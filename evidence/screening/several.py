"""The records that wait and say something alike, to be left out at once."""

from typing import Any

from django.db.models import Q

from evidence.models import EvidenceBase, ScreenedRecord
from studies.designs import suggest_design


def found_by(base: EvidenceBase, said: dict[str, Any]) -> list[ScreenedRecord]:
    """Those of the records that wait which fit all that is said of them.

    ``q``: words, each in the title or the abstract; ``before``: a year; ``design``:
    what title and abstract say that the study is.
    """
    rows = base.screened_records.awaiting().select_related("reference")
    for word in said["q"].split():
        in_title = Q(reference__title__icontains=word)
        rows = rows.filter(in_title | Q(reference__abstract__icontains=word))
    if said["before"]:
        rows = rows.filter(reference__year__lt=said["before"])
    if said["design"]:
        return [row for row in rows if _design_of(row) == said["design"]]
    return list(rows)


def _design_of(record: ScreenedRecord) -> str:
    reference = record.reference
    return suggest_design(reference.title, reference.abstract).design
