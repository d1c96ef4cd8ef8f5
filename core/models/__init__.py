"""Tables and base classes that know nothing of studies or claims."""

from core.models.base import COUNTED, KeptModel, KeptQuerySet, TrackedModel, whole
from core.models.change import Change, ChangeQuerySet, FeedPlace
from core.models.idempotency import FirstAnswer
from core.models.job import Job, JobQuerySet
from core.models.kept_form import KeptForm
from core.models.limit import LimitUse
from core.models.merge import Merge, MergeMove
from core.models.recording import RecordedRow, Recording
from core.models.round import (
    AbstractAssignment,
    AbstractRound,
    AssignmentQuerySet,
    RoundQuerySet,
    opened_only,
)
from core.models.search_row import AbstractSearchRow
from core.models.search_word import SearchWord
from core.models.short_form import ShortForm

__all__ = [
    "COUNTED",
    "AbstractAssignment",
    "AbstractRound",
    "AbstractSearchRow",
    "AssignmentQuerySet",
    "Change",
    "ChangeQuerySet",
    "FeedPlace",
    "FirstAnswer",
    "Job",
    "JobQuerySet",
    "KeptForm",
    "KeptModel",
    "KeptQuerySet",
    "LimitUse",
    "Merge",
    "MergeMove",
    "RecordedRow",
    "Recording",
    "RoundQuerySet",
    "SearchWord",
    "ShortForm",
    "TrackedModel",
    "opened_only",
    "whole",
]
