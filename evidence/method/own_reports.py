"""What a result that is called a study's own needs: the study's report on file.

It is entered, frozen and graded without one, since reports are looked for later;
whoever freezes is told, and no verdict that rests on it is published.
"""

from collections.abc import Sequence

from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.own_reports",
        "A verdict is not published while it rests on a study’s own results and no "
        "report of that study is on file; whoever freezes the base is told.",
        RuleEffect.REFUSES,
        "Footing",
    ),
)

MOST_NAMED = 5


def lacks_reports(studies: Sequence[str]) -> str:
    """What studies without a report on file keep back; empty where there are none."""
    if not studies:
        return ""
    more = len(studies) - MOST_NAMED
    named = ", ".join(studies[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return (
        "No verdict is published that rests on results called the studies’ own, of "
        f"which no report is on file: {named}. Attach it on the study’s page, or say "
        "on the result which review or data set it was read in."
    )
