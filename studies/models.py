"""What was found out: studies, their outcomes, results, appraisals and topics."""

from studies.appraisals.instrument_models import DefinedInstrument, ItemGuidance
from studies.appraisals.models import (
    Appraisal,
    AppraisalQuote,
    Judgement,
    StudyAssignment,
    StudyRound,
)
from studies.report_copies.models import ReportCopy
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
    "Appraisal",
    "AppraisalQuote",
    "Arm",
    "DefinedInstrument",
    "Inclusion",
    "ItemGuidance",
    "Judgement",
    "Outcome",
    "Report",
    "ReportCopy",
    "Result",
    "Study",
    "StudyAssignment",
    "StudyQuerySet",
    "StudyRound",
    "StudyTopic",
    "Topic",
    "name_of",
]
