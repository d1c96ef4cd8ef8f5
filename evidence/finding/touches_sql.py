"""Which rows of which tables touch the search rows of claims and articles."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Touch:
    """A table whose rows touch search rows: ``ids`` is SQL over the rows ``r``.

    ``columns`` are those whose change counts; ``words`` and ``marks``: what is made
    anew.
    """

    table: str
    noun: str
    ids: str
    columns: str
    words: bool = True
    marks: bool = True


_OF_MENTION = "SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id"
_OF_BASE = """SELECT b.claim_id FROM r JOIN evidence_evidenceitem i ON {on}
    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL"""
_OF_RESULT = """SELECT b.claim_id FROM r JOIN studies_result x ON {on}
    JOIN evidence_evidenceitem i ON i.result_id = x.id
    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL"""
_OF_WORK = """SELECT m.claim_id FROM r
    JOIN articles_citation n ON n.cited_work_id = {id}
    JOIN articles_mentioncitation l ON l.citation_id = n.id
    JOIN articles_mention m ON m.id = l.mention_id"""
_OF_REFERENCE = """
    WITH f AS (SELECT DISTINCT {id} AS id FROM r)
    SELECT m.claim_id FROM f JOIN articles_citedwork w ON w.reference_id = f.id
        JOIN articles_citation n ON n.cited_work_id = w.id
        JOIN articles_mentioncitation l ON l.citation_id = n.id
        JOIN articles_mention m ON m.id = l.mention_id
    UNION SELECT b.claim_id FROM f
        JOIN evidence_passage p ON p.reference_id = f.id
        JOIN evidence_evidenceitem i ON i.passage_id = p.id
        JOIN evidence_evidencebase b ON b.id = i.base_id
    UNION SELECT b.claim_id FROM f
        JOIN (SELECT id AS result_id, compiled_from_id AS reference_id
                FROM studies_result WHERE compiled_from_id IS NOT NULL
            UNION ALL SELECT x.id, e.reference_id FROM studies_report e
                JOIN studies_result x ON x.study_id = e.study_id) x
            ON x.reference_id = f.id
        JOIN evidence_evidenceitem i ON i.result_id = x.result_id
        JOIN evidence_evidencebase b ON b.id = i.base_id"""
_STANDS = "withdrawn_at merged_into_id"
TOUCHES = (
    Touch(
        "claims_claim",
        "claim",
        "SELECT id FROM r",
        "text population intervention comparator outcome outcome_measured_id "
        f"{_STANDS}",
        marks=False,
    ),
    Touch(
        "claims_claim",
        "claim",
        "SELECT id FROM r",
        f"verdict certainty kind scope standing newer_standing needs_review {_STANDS}",
        words=False,
    ),
    Touch("claims_claimtopic", "claim", "SELECT claim_id FROM r", "claim_id topic_id"),
    Touch(
        "studies_topic",
        "claim",
        "SELECT l.claim_id FROM r JOIN claims_claimtopic l ON l.topic_id = r.id",
        f"name {_STANDS}",
        marks=False,
    ),
    Touch(
        "articles_mention",
        "claim",
        "SELECT claim_id FROM r",
        "claim_id status article_id",
    ),
    Touch("articles_anchor", "claim", _OF_MENTION, "exact state", marks=False),
    Touch(
        "articles_mentioncitation",
        "claim",
        _OF_MENTION,
        "mention_id citation_id",
        words=False,
    ),
    Touch(
        "articles_citationsupport",
        "claim",
        _OF_MENTION,
        "answer superseded_at",
        words=False,
    ),
    Touch(
        "articles_citation",
        "claim",
        _OF_WORK.format(id="r.cited_work_id"),
        "cited_work_id",
        words=False,
    ),
    Touch(
        "articles_citedwork",
        "claim",
        _OF_WORK.format(id="r.id"),
        "found reference_id",
        words=False,
    ),
    Touch(
        "articles_article",
        "claim",
        "SELECT m.claim_id FROM r JOIN articles_mention m ON m.article_id = r.id",
        "title published withdrawn_at",
    ),
    Touch("evidence_evidencebase", "claim", "SELECT claim_id FROM r", "frozen_at"),
    Touch(
        "evidence_evidenceitem",
        "claim",
        """SELECT b.claim_id FROM r JOIN evidence_evidencebase b
            ON b.id = r.base_id AND b.frozen_at IS NOT NULL""",
        "decision",
    ),
    Touch(
        "studies_outcome",
        "claim",
        _OF_RESULT.format(on="x.outcome_id = r.id")
        + " UNION SELECT c.id FROM r JOIN claims_claim c"
        " ON c.outcome_measured_id = r.id",
        "name",
        marks=False,
    ),
    Touch(
        "studies_result",
        "claim",
        _OF_BASE.format(on="i.result_id = r.id"),
        "outcome_id study_id compiled_from_id",
    ),
    Touch(
        "studies_study",
        "claim",
        _OF_RESULT.format(on="x.study_id = r.id"),
        "design",
        words=False,
    ),
    Touch(
        "studies_report",
        "claim",
        _OF_RESULT.format(on="x.study_id = r.study_id"),
        "study_id reference_id role",
        words=False,
    ),
    Touch(
        "bibliography_notice",
        "claim",
        _OF_REFERENCE.format(id="reference_id"),
        "reference_id kind dated withdrawn_at merged_into_id",
        words=False,
    ),
    Touch(
        "bibliography_noticesource",
        "claim",
        _OF_REFERENCE.format(
            id="(SELECT reference_id FROM bibliography_notice k"
            " WHERE k.id = r.notice_id)"
        ),
        "notice_id source",
        words=False,
    ),
    Touch(
        "articles_article",
        "article",
        "SELECT id FROM r",
        f"title author outlet_id {_STANDS}",
        marks=False,
    ),
    Touch(
        "articles_article",
        "article",
        "SELECT id FROM r",
        f"sells licence outlet_id {_STANDS}",
        words=False,
    ),
    Touch(
        "articles_articleversion",
        "article",
        "SELECT article_id FROM r",
        "text",
        marks=False,
    ),
    Touch(
        "articles_outlet",
        "article",
        "SELECT a.id FROM r JOIN articles_article a ON a.outlet_id = r.id",
        "name",
        marks=False,
    ),
    Touch(
        "articles_articletopic",
        "article",
        "SELECT article_id FROM r",
        "article_id topic_id",
    ),
    Touch(
        "studies_topic",
        "article",
        "SELECT l.article_id FROM r JOIN articles_articletopic l ON l.topic_id = r.id",
        f"name {_STANDS}",
        marks=False,
    ),
    Touch(
        "articles_mention",
        "article",
        "SELECT article_id FROM r",
        "claim_id status article_id",
        words=False,
    ),
    Touch(
        "articles_mentioncitation",
        "article",
        "SELECT m.article_id FROM r JOIN articles_mention m ON m.id = r.mention_id",
        "mention_id citation_id",
        words=False,
    ),
    Touch(
        "articles_citedwork",
        "article",
        "SELECT article_id FROM r",
        "found merged_into_id",
        words=False,
    ),
    Touch(
        "claims_claim",
        "article",
        "SELECT m.article_id FROM r JOIN articles_mention m ON m.claim_id = r.id",
        "verdict",
        words=False,
    ),
)
