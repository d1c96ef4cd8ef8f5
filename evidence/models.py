"""What it stands on: evidence bases and grades."""

from evidence.bases.models import (
    EvidenceBase,
    EvidenceBaseQuerySet,
    EvidenceItem,
    Passage,
)
from evidence.grades.models import ClaimAssignment, ClaimRound, Grade
from evidence.grades.part_models import GradeGroup, ItemReading
from evidence.saved_searches.models import SavedSearch
from evidence.screening.models import ScreenedRecord
from evidence.searches.models import LiteratureSearch

__all__ = [
    "ClaimAssignment",
    "ClaimRound",
    "EvidenceBase",
    "EvidenceBaseQuerySet",
    "EvidenceItem",
    "Grade",
    "GradeGroup",
    "ItemReading",
    "LiteratureSearch",
    "Passage",
    "SavedSearch",
    "ScreenedRecord",
]
