"""What is printed of a claim's figures in its summary of findings.

A part of ``evidence.facts.declared``, under the same rules: a field may be added.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class AbsoluteRisks:
    """Risks at a stated baseline risk, as shares; they are told of ``per`` people.

    Their limits are of the relative effect's interval alone.
    """

    per: int
    baseline: float
    risk: float
    risk_low: float | None
    risk_high: float | None
    difference: float
    difference_low: float | None
    difference_high: float | None


@dataclass(frozen=True)
class SummaryRow:
    """One figure that may decide, as a summary of findings tells it.

    ``risks`` are null where no baseline risk is stated, or none may be told;
    ``risks_note`` says why. ``happens`` is what the verdict says of it.
    """

    what: str
    designs: str
    designs_words: str
    outcome: str
    measure_words: str
    follow_up_words: str
    studies: int
    people: int | None
    participants_words: str
    certainty: str
    certainty_words: str
    glyph: str
    relative_words: str
    risks: AbsoluteRisks | None
    baseline_words: str
    risk_words: str
    difference_words: str
    baseline_source_words: str
    risks_note: str
    happens: str
