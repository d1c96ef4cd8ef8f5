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
from evidence.people.models import Authorship, ConflictRecord, ConflictSetting
from evidence.queue.models import Skip
from evidence.saved_searches.models import SavedSearch
from evidence.screening.models import ScreenedRecord
from evidence.searches.models import LiteratureSearch
from evidence.talk.models import Comment, Flag
from evidence.twins.models import Twins

__all__ = [
    "Authorship",
    "ClaimAssignment",
    "ClaimRound",
    "Comment",
    "ConflictRecord",
    "ConflictSetting",
    "EvidenceBase",
    "EvidenceBaseQuerySet",
    "EvidenceItem",
    "Flag",
    "Grade",
    "GradeGroup",
    "ItemReading",
    "LiteratureSearch",
    "Passage",
    "SavedSearch",
    "ScreenedRecord",
    "SentBack",
    "SiteText",
    "Skip",
    "Twins",
]
