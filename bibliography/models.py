"""What is published: references, what is said of them, and how they come in."""

from bibliography.checks.models import ServiceAnswer
from bibliography.imports.models import (
    ImportBatch,
    ImportDecision,
    ImportPiece,
    ImportRecord,
    ImportRecordQuerySet,
)
from bibliography.notices.models import Notice, NoticeSource
from bibliography.references.models import (
    Identifier,
    Reference,
    ReferenceCheck,
    ReferenceQuerySet,
)
from bibliography.stored_texts.models import StoredText

__all__ = [
    "Identifier",
    "ImportBatch",
    "ImportDecision",
    "ImportPiece",
    "ImportRecord",
    "ImportRecordQuerySet",
    "Notice",
    "NoticeSource",
    "Reference",
    "ReferenceCheck",
    "ReferenceQuerySet",
    "ServiceAnswer",
    "StoredText",
]
