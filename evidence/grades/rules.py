"""What must hold between a round, its base, its assignments and its grades."""

import pgtrigger

from core.triggers import Refuse, agree

_BASE_OF_CLAIM = """EXISTS (
    SELECT 1 FROM evidence_evidencebase b
    WHERE b.id = NEW.base_id AND b.claim_id <> NEW.claim_id)"""
_BASE_NOT_FROZEN = """EXISTS (
    SELECT 1 FROM evidence_evidencebase b
    WHERE b.id = NEW.base_id AND b.frozen_at IS NULL)"""
_COMPOUND = """EXISTS (
    SELECT 1 FROM claims_claim k WHERE k.id = NEW.claim_id AND k.compound)"""
_NOT_ALL_IN = """
    NEW.opened_at IS NOT NULL AND NEW.wanted > (
        SELECT count(*) FROM evidence_grade g WHERE g.round_id = NEW.id
            AND g.submitted_at IS NOT NULL AND NOT g.is_consensus)
"""

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
    agree(
        "round_opens_when_all_are_in",
        _NOT_ALL_IN,
        "A round opens when all the judgements it calls for are in.",
    ),
    Refuse(
        name="opened_round_stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken="OLD.opened_at IS NOT NULL",
        sentence="A round that has opened does not change; call a new one.",
    ),
)

_LEAVES_A_GRADE = """
    (NEW.id IS NULL OR NEW.left_at IS NOT NULL
        OR NEW.round_id <> OLD.round_id OR NEW.reviewer_id <> OLD.reviewer_id)
    AND EXISTS (
        SELECT 1 FROM evidence_grade g WHERE g.round_id = OLD.round_id
            AND g.reviewer_id = OLD.reviewer_id AND NOT g.is_consensus)
"""  # of a removed row there is no NEW
_NO_ROOM = """
    NEW.left_at IS NULL AND (
        SELECT wanted FROM evidence_claimround c WHERE c.id = NEW.round_id
    ) <= (
        SELECT count(*) FROM evidence_claimassignment a
        WHERE a.round_id = NEW.round_id AND a.left_at IS NULL AND a.id <> NEW.id)
"""

ASSIGNMENT_RULES = (
    Refuse(
        name="begun_assignment_stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken=_LEAVES_A_GRADE,
        sentence="This reviewer’s grade is in, so the assignment stays.",
    ),
    agree("round_has_room", _NO_ROOM, "All places in this round are taken."),
)

_OPEN = """EXISTS (
    SELECT 1 FROM evidence_claimround c
    WHERE c.id = {row}.round_id AND c.opened_at IS NOT NULL)"""
_NOT_ASSIGNED = """
    NOT NEW.is_consensus AND NOT EXISTS (
        SELECT 1 FROM evidence_claimassignment a
        WHERE a.round_id = NEW.round_id AND a.reviewer_id = NEW.reviewer_id
            AND a.left_at IS NULL)
"""

_RESTS_ON_NOTHING = """
    NEW.method IN ('grade', 'grade_prognosis') AND NEW.submitted_at IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM evidence_gradegroup p WHERE p.grade_id = NEW.id
            AND p.verdict_rests_on_it AND p.certainty = NEW.certainty)
"""

GRADE_RULES = (
    agree(
        "grade_of_the_assigned",
        _NOT_ASSIGNED,
        "Only the reviewers assigned to a round grade in it.",
    ),
    agree(
        "opened_round_takes_no_grades",
        f"NOT NEW.is_consensus AND {_OPEN.format(row='NEW')}",
        "This round has opened and takes no more grades; call a new one.",
    ),
    agree(
        "consensus_after_opening",
        f"NEW.is_consensus AND NOT {_OPEN.format(row='NEW')}",
        "The consensus is found once the round has opened.",
    ),
    agree(
        "grade_rests_on_a_group",
        _RESTS_ON_NOTHING,
        "A grade's certainty is that of the group of designs its verdict rests on.",
    ),
    Refuse(
        name="submitted_grade_stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken=f"OLD.submitted_at IS NOT NULL AND {_OPEN.format(row='OLD')}",
        sentence="The grades of a round that has opened do not change; call a new one.",
    ),
    Refuse(
        name="stays_in_round",
        operation=pgtrigger.Update,
        broken="NEW.round_id <> OLD.round_id",
        sentence="A grade stays in its round.",
    ),
)
