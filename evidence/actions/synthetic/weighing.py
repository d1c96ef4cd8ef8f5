"""What the claims of a lot stand on, and how it was graded."""

from typing import Any

from evidence.actions.synthetic.inserting import insert
from evidence.models import (
    ClaimAssignment,
    ClaimRound,
    EvidenceBase,
    EvidenceItem,
    Grade,
    GradeGroup,
    ItemReading,
)
from studies.models import Result, Study


def weigh(cursor: Any, outcome: int, by: int) -> None:
    """Studies, their results, and the bases that hold them, frozen but for drafts."""
    _write_studies(cursor)
    _write_results(cursor, outcome, by)
    _write_bases(cursor, by)
    cursor.execute(
        "UPDATE evidence_evidencebase b SET frozen_at = judged_at, frozen_by_id = %s "
        "FROM lot WHERE b.id = lot.base_id AND lot.fate IN ('rule', 'graded')",
        [by],
    )


def _write_studies(cursor: Any) -> None:
    insert(
        cursor,
        Study,
        "lot",
        id="study_id",
        label="initcap(pg_temp.word(study_id, 80)) || ' ' "
        "|| 1980 + pg_temp.pick(study_id, 17, 40)",
        title="'Synthetic trial of ' || drug",
        year="1980 + pg_temp.pick(study_id, 17, 40)",
        design="(ARRAY['rct', 'rct', 'cluster_rct', 'crossover_rct'])"
        "[1 + pg_temp.pick(study_id, 18, 4)]",
        allocation="'random'",
        intervention="drug",
        sample_size="CASE WHEN pg_temp.pick(study_id, 19, 10) > 0 "
        "THEN 20 + pg_temp.seldom(study_id, 19, 900) END",
        sample="true",
    )


def _write_results(cursor: Any, outcome: int, by: int) -> None:
    insert(
        cursor,
        Result,
        "weighed",
        id="result_id",
        study_id="study_id",
        outcome_id=str(outcome),
        contrast="'between_arms'",
        comparison="'synthetic comparison ' || j",
        metric="'rr'",
        estimate="CASE WHEN lower THEN below ELSE above END",
        ci_low="CASE WHEN lower THEN below * 0.8 ELSE above * 0.8 END",
        ci_high="CASE WHEN lower THEN below * 1.2 ELSE above * 1.2 END",
        direction="CASE WHEN lower THEN 'lower' ELSE 'higher' END",
        quote="'Synthetic result.'",
        place="'Table 1'",
        provenance="'primary'",
        entered_by_id=str(by),
        sample="true",
    )


def _write_bases(cursor: Any, by: int) -> None:
    searched = "scope IN ('targeted', 'systematic')"
    insert(
        cursor,
        EvidenceBase,
        "lot WHERE fate <> 'none'",
        id="base_id",
        claim_id="id",
        number="1",
        intervention="drug",
        outcome="measure",
        population="people",
        scope="scope",
        sources=f"CASE WHEN {searched} THEN 'Synthetic index' ELSE '' END",
        query=f"CASE WHEN {searched} THEN drug ELSE '' END",
        searched_on=f"CASE WHEN {searched} THEN judged_at::date END",
        by_id=str(by),
    )
    insert(
        cursor,
        EvidenceItem,
        "weighed",
        id="id",
        base_id="base_id",
        result_id="result_id",
        decision="decision",
        reason="CASE decision WHEN 'excluded' THEN 'population' ELSE '' END",
        bearing="bearing",
    )


def grade(cursor: Any, by: int) -> None:
    """A round of one for each graded claim, with its grade, opened."""
    graded = "lot WHERE fate = 'graded'"
    _call_rounds(cursor, by, graded)
    insert(
        cursor,
        Grade,
        graded,
        id="grade_id",
        round_id="round_id",
        reviewer_id=str(by),
        method="'grade'",
        target="'any_effect'",
        certainty="certainty",
        verdict="verdict",
        cant_say_because="because",
        sentence="CASE scope WHEN 'cited_only' THEN 'In the studies this article cites'"
        " ELSE 'In the evidence found up to 1 May 2020' END || ', synthetic words.'",
    )
    _write_reasons(cursor, graded)
    for statement in (
        "UPDATE evidence_grade g SET submitted_at = judged_at "
        "FROM lot WHERE g.id = lot.grade_id AND lot.fate = 'graded'",
        "UPDATE evidence_claimround r SET opened_at = judged_at "
        "FROM lot WHERE r.id = lot.round_id AND lot.fate = 'graded'",
    ):
        cursor.execute(statement)


def _call_rounds(cursor: Any, by: int, graded: str) -> None:
    insert(
        cursor,
        ClaimRound,
        graded,
        id="round_id",
        claim_id="id",
        base_id="base_id",
        wanted="1",
        called_by_id=str(by),
    )
    insert(
        cursor,
        ClaimAssignment,
        graded,
        round_id="round_id",
        reviewer_id=str(by),
        assigned_by_id=str(by),
    )


def _write_reasons(cursor: Any, graded: str) -> None:
    """What each grade rests on: its group of designs, and each item as read."""
    downs = {
        "imprecision": "certainty <> 'high'",
        "risk_of_bias": "certainty IN ('low', 'very_low')",
        "inconsistency": "certainty = 'very_low'",
    }
    levels = {name: f"({holds})::int" for name, holds in downs.items()}
    whys = {
        f"{name}_why": f"CASE WHEN {holds} THEN 'Synthetic.' ELSE '' END"
        for name, holds in downs.items()
    }
    insert(
        cursor,
        GradeGroup,
        graded,
        grade_id="grade_id",
        designs="'randomised'",
        start="'rct'",
        verdict_rests_on_it="true",
        certainty="certainty",
        publication_bias="CASE WHEN scope <> 'cited_only' THEN 0 END",
        **levels,
        **whys,
    )
    insert(
        cursor,
        ItemReading,
        "weighed WHERE fate = 'graded' AND decision = 'included'",
        grade_id="grade_id",
        item_id="id",
        bearing="bearing",
    )
