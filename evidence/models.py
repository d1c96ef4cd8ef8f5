"""What it stands on: evidence bases and grades."""

from evidence.about.models import SiteText
from evidence.bases.models import (
    EvidenceBase,
    EvidenceBaseQuerySet,
    EvidenceItem,
    Passage,
)
from evidence.editing.models import SentBack
from evidence.grades.models import ClaimAssignment, ClaimRound, Grade
from evidence.grades.part_models import GradeGroup, ItemReading
from evidence.screening.models import ScreenedRecord
from evidence.searches.models import LiteratureSearch
from evidence.twins.models import Twins

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
    "ScreenedRecord",
    "SentBack",
    "SiteText",
    "Twins",
]
