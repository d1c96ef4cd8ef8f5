"""What was found out: studies, their outcomes and results, and topics."""

from studies.results.models import Outcome, Result
from studies.studies.models import (
    Arm,
    Inclusion,
    Report,
    Study,
    StudyQuerySet,
    name_of,
)
from studies.topics.models import StudyTopic, Topic

__all__ = [
    "Arm",
    "Inclusion",
    "Outcome",
    "Report",
    "Result",
    "Study",
    "StudyQuerySet",
    "StudyTopic",
    "Topic",
    "name_of",
]
