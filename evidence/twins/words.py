"""Of what two rows may be one, named as the change feed names it."""

from texts.words import Words


class TwinNoun(Words):
    """What two rows are that may be one."""

    CLAIM = "claim"
    STUDY = "study"
    REFERENCE = "reference"
