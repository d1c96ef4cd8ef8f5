"""What comparing one field, or all of them, can come to."""

from enum import StrEnum


class Says(StrEnum):
    """What comparing one field came to."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNKNOWN = "unknown"  # one side does not state it, or it cannot be told


class Overall(StrEnum):
    """What comparing all fields came to."""

    AGREES = "agrees"  # in all that is stated, the title among it
    CANDIDATE = "candidate"  # something agrees; a person has to look
    OTHER = "other"  # another work
