"""The claims of a lot, and the articles that make them."""

from typing import Any

from evidence.actions.synthetic.inserting import insert
from evidence.models import (
    Anchor,
    Article,
    ArticleVersion,
    Citation,
    CitedWork,
    Claim,
    ClaimTopic,
    Mention,
    MentionCitation,
)


def say(cursor: Any, outlet: int, by: int, topics: list[int]) -> None:
    """The claims, their topics, and the articles that make them."""
    insert(
        cursor,
        Claim,
        "lot",
        id="id",
        text="text",
        kind="kind",
        intervention="drug",
        outcome="measure",
        population="people",
        asserts="asserts",
        sample="true",
        verdict="verdict",
        certainty="certainty",
        cant_say_because="because",
        standing="CASE fate WHEN 'rule' THEN 'rule' WHEN 'graded' THEN 'draft' "
        "ELSE '' END",
        scope="CASE WHEN fate IN ('rule', 'graded') THEN scope ELSE '' END",
        judged_at="CASE WHEN fate IN ('rule', 'graded') THEN judged_at END",
    )
    listed = ", ".join(map(str, topics))
    insert(
        cursor,
        ClaimTopic,
        "lot CROSS JOIN generate_series(0, 1) j "
        "WHERE j = 0 OR pg_temp.pick(id, 13, 3) = 0",
        claim_id="id",
        topic_id=f"(ARRAY[{listed}])[1 + mod("
        f"pg_temp.seldom(id, 14, {len(topics)}) + j, {len(topics)})]",
    )
    _write_articles(cursor, outlet)
    _write_mentions(cursor, by)


def _write_articles(cursor: Any, outlet: int) -> None:
    insert(
        cursor,
        Article,
        "told_in",
        id="id",
        title="'Synthetic article ' || id",
        outlet_id=str(outlet),
        licence="'own'",
        sample="true",
    )
    texts = """(SELECT article_id, version_id,
        string_agg(words || marker || '.', ' ' ORDER BY id) AS text
        FROM saying GROUP BY article_id, version_id) texts"""
    insert(
        cursor,
        ArticleVersion,
        texts,
        id="version_id",
        article_id="article_id",
        number="1",
        form="'text'",
        title="'Synthetic article ' || article_id",
        text="text",
        html="'<p>' || text || '</p>'",
        blocks="jsonb_build_array(jsonb_build_array('paragraph', 0, length(text), 0))",
        source="convert_to(text, 'UTF8')",
        sha256="encode(sha256(convert_to(text, 'UTF8')), 'hex')",
        words="array_length(string_to_array(text, ' '), 1)",
    )


def _write_mentions(cursor: Any, by: int) -> None:
    """Each mention at its place; half of them cite a work, in a marker of its own."""
    insert(
        cursor,
        Mention,
        "saying",
        id="id",
        article_id="article_id",
        claim_id="claim_id",
        status="'accepted'",
        proposed_text="words",
        kind="'efficacy'",
        decided_by_id=str(by),
        decided_at="now()",
    )
    insert(
        cursor,
        Anchor,
        "saying",
        version_id="version_id",
        mention_id="id",
        exact="words",
        start="start",
        end="start + length(words)",
        mode="'asserts'",
        hedged="pg_temp.pick(id, 15, 4) = 0",
    )
    _write_citations(cursor)


def _write_citations(cursor: Any) -> None:
    citing = "saying WHERE marker <> ''"
    insert(
        cursor,
        CitedWork,
        citing,
        id="work_id",
        article_id="article_id",
        label="btrim(marker, ' ()')",
        found="(ARRAY['not_checked', 'not_found', 'candidates', 'one_agrees'])"
        "[1 + pg_temp.pick(id, 16, 4)]",
        checked_at="CASE WHEN pg_temp.pick(id, 16, 4) > 0 THEN now() END",
    )
    insert(
        cursor,
        Citation,
        citing,
        id="citation_id",
        article_id="article_id",
        cited_work_id="work_id",
        marker="btrim(marker)",
    )
    insert(
        cursor,
        Anchor,
        citing,
        version_id="version_id",
        citation_id="citation_id",
        exact="btrim(marker)",
        start="start + length(words) + 1",
        end="start + length(words) + length(marker)",
    )
    insert(cursor, MentionCitation, citing, mention_id="id", citation_id="citation_id")
