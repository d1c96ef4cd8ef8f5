"""The words of studies, their outcomes and results."""

from typing import Self

from texts.words import Words


class StudyStatus(Words):
    """How far a study has come."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    NO_RESULTS = "no_results", "completed without results"
    PUBLISHED = "published"
    NOT_STATED = "not_stated", "not stated"


class ReportRole(Words):
    """What a report is to its study."""

    MAIN = "main"
    FOLLOW_UP = "follow_up", "follow-up"
    PROTOCOL = "protocol"
    REGISTRATION = "registration"


class InclusionState(Words):
    """Whether a study that a review includes is known."""

    LISTED = "listed"  # nobody has looked which study it is
    MATCHED = "matched"
    NOT_FOUND = "not_found", "not found"


class Better(Words):
    """Which way an outcome is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"
    NOT_STATED = "not_stated", "not stated"


class Importance(Words):
    """Whom an outcome matters to."""

    PATIENT = "patient", "patient-important"
    SURROGATE = "surrogate"
    NOT_STATED = "not_stated", "not stated"


class Contrast(Words):
    """What a result compares."""

    BETWEEN_ARMS = "between_arms", "between arms"
    BEFORE_AFTER = "before_after", "before and after, in one arm"
    NOT_STATED = "not_stated", "not stated"


class AnalysisSet(Words):
    """Whose numbers a result counts."""

    ITT = "itt", "as randomised"
    MODIFIED_ITT = "mitt", "as randomised, modified"
    SAFETY = "safety", "as treated, for safety"
    PER_PROTOCOL = "per_protocol", "per protocol"
    COMPLETERS = "completers"
    NOT_STATED = "not_stated", "not stated"


class Measured(Words):
    """Whether a number is a change from baseline or a final value."""

    CHANGE = "change"  # from baseline
    FINAL = "final"
    NOT_STATED = "not_stated", "not stated"


class TimeUnit(Words):
    """What a time is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class EvidenceRoute(Words):
    """How a network's estimate comes about."""

    DIRECT = "direct"  # of studies that compared the two
    INDIRECT = "indirect"  # by way of what each was compared with
    MIXED = "mixed", "direct and indirect"
    NOT_STATED = "not_stated", "not stated"


class Direction(Words):
    """Of the outcome's value in group 1 against group 2."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_DIFFERENCE = "no_difference", "no difference"
    MIXED = "mixed"
    NOT_STATED = "not_stated", "not stated"


class Provenance(Words):
    """Where a result was read."""

    PRIMARY = "primary", "read in the study's own report"
    COMPILED = "compiled", "as reported by a review or data set"
    SECOND_HAND = "second_hand", "only as a citing article tells it"

    @classmethod
    def at_source(cls) -> tuple[Self, ...]:
        """Read at the source: the study's own report, or what compiled it."""
        return cls.PRIMARY, cls.COMPILED
