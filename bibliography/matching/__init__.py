"""Comparing works: what was cited with what was found, and two records of one work."""

from bibliography.matching.comparing import compare, compare_cited
from bibliography.matching.fields import (
    Comparison,
    FieldComparison,
    as_told_by,
    comparison_from_json,
    overall_of,
    together,
)
from bibliography.matching.journals import journals_say, same_journal
from bibliography.matching.names import compare_authors, same_family
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
    "as_told_by",
    "compare",
    "compare_authors",
    "compare_cited",
    "comparison_from_json",
    "journals_say",
    "overall_of",
    "same_family",
    "same_journal",
    "same_title",
    "same_work",
    "title_nearness",
    "together",
    "what_agrees",
]
