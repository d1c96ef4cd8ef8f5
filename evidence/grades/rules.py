"""What must hold between a round, its base, its assignments and its grades."""

import pgtrigger

from core.round_rules import RoundTables
from core.triggers import Refuse, agree

_BASE_OF_CLAIM = """EXISTS (
    SELECT 1 FROM evidence_evidencebase b
    WHERE b.id = NEW.base_id AND b.claim_id <> NEW.claim_id)"""
_BASE_NOT_FROZEN = """EXISTS (
    SELECT 1 FROM evidence_evidencebase b
    WHERE b.id = NEW.base_id AND b.frozen_at IS NULL)"""
_COMPOUND = """EXISTS (
    SELECT 1 FROM claims_claim k WHERE k.id = NEW.claim_id AND k.compound)"""
TABLES = RoundTables(
    rounds="evidence_claimround",
    places="evidence_claimassignment",
    judgements="evidence_grade",
    noun="grade",
    a_noun="a grade",
    verb="grade",
)

ROUND_RULES = (
    agree(
        "round_on_base_of_claim",
        _BASE_OF_CLAIM,
        "A round on a claim judges a base of that claim.",
    ),
    agree(
        "round_on_frozen_base",
        _BASE_NOT_FROZEN,
        "Only a frozen evidence base is graded.",
    ),
    agree(
        "compound_has_no_round", _COMPOUND, "A compound claim is judged by its parts."
    ),
    TABLES.opens_when_all_are_in(),
    Refuse(
        name="opened_round_stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken="OLD.opened_at IS NOT NULL",
        sentence="A round that has opened does not change; call a new one.",
    ),
)

ASSIGNMENT_RULES = TABLES.of_places()

_RESTS_ON_NOTHING = """
    NEW.method IN ('grade', 'grade_prognosis') AND NEW.submitted_at IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM evidence_gradegroup p WHERE p.grade_id = NEW.id
            AND p.verdict_rests_on_it AND p.certainty = NEW.certainty)
"""

GRADE_RULES = (
    *TABLES.of_judgements(),
    agree(
        "grade_rests_on_a_group",
        _RESTS_ON_NOTHING,
        "A grade's certainty is that of the group of designs its verdict rests on.",
    ),
)
