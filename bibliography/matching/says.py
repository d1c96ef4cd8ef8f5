"""What comparing one field, or all of them, can come to."""

from enum import StrEnum

from texts.words import Words


class Says(Words):
    """What comparing one field came to."""

    AGREES = "agrees", "agrees", "✓", "ok"
    DISAGREES = "disagrees", "disagrees", "✗"
    UNKNOWN = "unknown", "not known", "?", "q"  # a side is silent, or none can tell


class Overall(StrEnum):
    """What comparing all fields came to."""

    AGREES = "agrees"  # in all that is stated, the title among it
    CANDIDATE = "candidate"  # something agrees; a person has to look
    OTHER = "other"  # another work
