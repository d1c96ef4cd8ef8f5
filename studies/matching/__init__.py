"""Comparing works: what was cited with what was found, and two records of one work."""

from studies.matching.comparing import Comparison, FieldComparison, compare
from studies.matching.journals import journals_say, same_journal
from studies.matching.names import authors_say, same_family
from studies.matching.says import Overall, Says
from studies.matching.titles import ALIKE, NEAR, same_title, title_nearness
from studies.matching.works import Same, same_work

__all__ = [
    "ALIKE",
    "NEAR",
    "Comparison",
    "FieldComparison",
    "Overall",
    "Same",
    "Says",
    "authors_say",
    "compare",
    "journals_say",
    "same_family",
    "same_journal",
    "same_title",
    "same_work",
    "title_nearness",
]
