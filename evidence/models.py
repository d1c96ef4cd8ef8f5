"""What it stands on: evidence bases and grades."""

from evidence.bases.models import (
    EvidenceBase,
    EvidenceBaseQuerySet,
    EvidenceItem,
    Passage,
)
from evidence.grades.models import ClaimAssignment, ClaimRound, Grade
from evidence.grades.part_models import GradeGroup, ItemReading
from evidence.screening.models import ScreenedRecord
from evidence.searches.models import LiteratureSearch
from evidence.talk.models import Comment, Flag

__all__ = [
    "ClaimAssignment",
    "ClaimRound",
    "Comment",
    "EvidenceBase",
    "EvidenceBaseQuerySet",
    "EvidenceItem",
    "Flag",
    "Grade",
    "GradeGroup",
    "ItemReading",
    "LiteratureSearch",
    "Passage",
    "ScreenedRecord",
]
