"""Comparing works: what was cited with what was found, and two records of one work."""

from bibliography.matching.comparing import Comparison, FieldComparison, compare
from bibliography.matching.journals import journals_say, same_journal
from bibliography.matching.names import authors_say, same_family
from bibliography.matching.says import Overall, Says
from bibliography.matching.titles import ALIKE, NEAR, same_title, title_nearness
from bibliography.matching.works import Same, same_work, what_agrees

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
    "what_agrees",
]
