"""What keeps a judgement, a base or a question from standing: a field and a sentence.

Rules hand back all of them at once, so that a person mends them in one go.
"""

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is missing or does not fit, and which field it is about.

    Fields of a grade are named as "verdict", "groups.randomised.imprecision",
    "readings.7"; those of a question and of a base as their columns.
    """

    field: str
    sentence: str
