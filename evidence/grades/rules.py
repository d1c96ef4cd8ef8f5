"""What must hold between a round, its base, its assignments and its grades."""

import pgtrigger

from claims.words import ClaimKind
from core.triggers import Refuse, agree
from evidence.method import (
    GRADE_METHODS,
    NOTHING_TO_GRADE,
    method_for,
    verdicts_for,
)
from studies.results.models import rated_sql

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

ASSIGNMENT_RULES = (
    Refuse(
        name="begun_assignment_stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken="""EXISTS (
            SELECT 1 FROM evidence_grade g WHERE g.round_id = OLD.round_id
                AND g.reviewer_id = OLD.reviewer_id AND NOT g.is_consensus)""",
        sentence="This reviewer has begun to grade, so the assignment stays.",
    ),
)

_OPEN = """EXISTS (
    SELECT 1 FROM evidence_claimround c
    WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL)"""
_NOT_ASSIGNED = """
    NOT NEW.is_consensus AND NOT EXISTS (
        SELECT 1 FROM evidence_claimassignment a
        WHERE a.round_id = NEW.round_id AND a.reviewer_id = NEW.reviewer_id)
"""


def _words_of_kinds() -> str:
    """SQL rows of each kind of claim with its method and a verdict that fits."""
    return ", ".join(
        f"('{kind}', '{method_for(kind)}', '{verdict}')"
        for kind in ClaimKind
        for verdict in sorted(verdicts_for(kind))
    )


_OTHER_KIND = f"""NOT EXISTS (
    SELECT 1 FROM evidence_claimround c JOIN claims_claim k ON k.id = c.claim_id
    WHERE c.id = NEW.round_id
        AND (k.kind, NEW.method, NEW.verdict) IN (VALUES {_words_of_kinds()}))"""  # noqa: S608 - our own words
_GRADE = ", ".join(f"'{method}'" for method in sorted(GRADE_METHODS))
_BY_GRADE = f"NEW.method IN ({_GRADE}) AND NEW.submitted_at IS NOT NULL"
_NOTHING_READ = f"""
    {_BY_GRADE} AND NOT EXISTS (
        SELECT 1 FROM evidence_claimround c
        JOIN evidence_evidenceitem i ON i.base_id = c.base_id
        JOIN studies_result r ON r.id = i.result_id
        JOIN studies_study s ON s.id = r.study_id
        WHERE c.id = NEW.round_id AND i.decision = 'included'
            AND {rated_sql("r", "s")})
"""  # noqa: S608
_RESTS_ON_NOTHING = f"""
    {_BY_GRADE} AND NOT EXISTS (
        SELECT 1 FROM evidence_gradegroup p WHERE p.grade_id = NEW.id
            AND p.verdict_rests_on_it AND p.certainty = NEW.certainty)
"""  # noqa: S608
_NO_PASSAGE = """
    NEW.method = 'record_check' AND NEW.submitted_at IS NOT NULL
    AND NEW.verdict <> 'cant_say' AND NOT EXISTS (
        SELECT 1 FROM evidence_claimround c
        JOIN evidence_evidenceitem i ON i.base_id = c.base_id
        WHERE c.id = NEW.round_id AND i.decision = 'included'
            AND i.passage_id IS NOT NULL)
"""
_NO_SEARCH = """
    NEW.method = 'search_check' AND NEW.submitted_at IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM evidence_claimround c
        JOIN evidence_evidencebase b ON b.id = c.base_id
        WHERE c.id = NEW.round_id AND b.query <> '' AND b.searched_on IS NOT NULL)
"""
GRADE_RULES = (
    agree(
        "grade_of_the_assigned",
        _NOT_ASSIGNED,
        "Only the reviewers assigned to a round grade in it.",
    ),
    agree(
        "opened_round_takes_no_grades",
        f"NOT NEW.is_consensus AND {_OPEN}",
        "This round has opened and takes no more grades; call a new one.",
    ),
    agree(
        "consensus_after_opening",
        f"NEW.is_consensus AND NOT {_OPEN}",
        "The consensus is found once the round has opened.",
    ),
    agree(
        "judged_as_its_kind",
        _OTHER_KIND,
        "A claim of this kind is judged by another method, or in other words.",
    ),
    agree(
        "grade_reads_evidence",
        _NOTHING_READ,
        NOTHING_TO_GRADE,
    ),
    agree(
        "grade_rests_on_a_group",
        _RESTS_ON_NOTHING,
        "A grade's certainty is that of the group of designs its verdict rests on.",
    ),
    agree(
        "record_check_has_passage",
        _NO_PASSAGE,
        "A record check needs a quoted passage.",
    ),
    agree(
        "search_check_has_search",
        _NO_SEARCH,
        "A search check needs the search's words and its date.",
    ),
    Refuse(
        name="submitted_grade_stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken="OLD.submitted_at IS NOT NULL",
        sentence="A submitted grade does not change; a new round makes a new one.",
    ),
    Refuse(
        name="stays_in_round",
        operation=pgtrigger.Update,
        broken="NEW.round_id <> OLD.round_id",
        sentence="A grade stays in its round.",
    ),
)
