"""The research side: references, studies, outcomes and results."""

from studies.models.answer import ServiceAnswer
from studies.models.imports import (
    ImportBatch,
    ImportDecision,
    ImportPiece,
    ImportRecord,
    ImportRecordQuerySet,
)
from studies.models.notice import Notice, NoticeSource
from studies.models.reference import (
    Identifier,
    Reference,
    ReferenceCheck,
    ReferenceQuerySet,
)
from studies.models.result import Outcome, Result
from studies.models.study import Arm, Inclusion, Report, Study, StudyQuerySet

__all__ = [
    "Arm",
    "Identifier",
    "ImportBatch",
    "ImportDecision",
    "ImportPiece",
    "ImportRecord",
    "ImportRecordQuerySet",
    "Inclusion",
    "Notice",
    "NoticeSource",
    "Outcome",
    "Reference",
    "ReferenceCheck",
    "ReferenceQuerySet",
    "Report",
    "Result",
    "ServiceAnswer",
    "Study",
    "StudyQuerySet",
]
