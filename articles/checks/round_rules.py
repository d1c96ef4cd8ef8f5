"""What must hold between a round of checks, its places and what is handed in."""

import pgtrigger

from articles.belonging import of_one_article
from core.round_rules import RoundTables
from core.triggers import Refuse, RefuseAll, agree

TABLES = RoundTables(
    rounds="articles_mentionround",
    places="articles_mentionassignment",
    judgements="articles_mentionjudgement",
    noun="check",
    a_noun="a check",
    verb="check",
)
_MORE_THAN_IT_LAPSED = """OLD.opened_at IS NOT NULL
    AND to_jsonb(OLD) - '{lapsed_at,revision}'::text[]
        <> to_jsonb(NEW) - '{lapsed_at,revision}'::text[]"""
_OPENED_STAYS = "A round that has opened does not change; call a new one."

ROUND_RULES = (
    of_one_article(
        ("mention_id", "articles_mention"), ("citation_id", "articles_citation")
    ),
    Refuse(
        name="round_on_a_verdict_of_its_claim",
        operation=pgtrigger.Insert,
        broken="""NEW.claim_version_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM articles_mention m
            JOIN claims_claimversion v ON v.claim_id = m.claim_id
            WHERE m.id = NEW.mention_id AND v.id = NEW.claim_version_id)""",
        sentence="A round on a mention's wording names a version of its own claim.",
    ),
    TABLES.opens_when_all_are_in(),
    Refuse(  # its words may become others under it
        name="opened_round_stays",
        operation=pgtrigger.Update,
        broken=_MORE_THAN_IT_LAPSED,
        sentence=_OPENED_STAYS,
    ),
    RefuseAll(
        name="opened_round_is_kept",
        operation=pgtrigger.Delete,
        condition=pgtrigger.Condition("OLD.opened_at IS NOT NULL"),
        sentence=_OPENED_STAYS,
    ),
)


ANSWERS_ITS_QUESTION = agree(
    "answers_its_question",
    """EXISTS (
        SELECT 1 FROM articles_mentionround c
        WHERE c.id = NEW.round_id AND (c.citation_id IS NULL) <> (NEW.read = ''))""",
    "A check answers what its round asks.",
)


def of_what_its_round_asks(column: str) -> Refuse:
    """Refuse a check that is on something else than the round that it comes of."""
    return agree(
        "of_what_its_round_asks",
        f"""EXISTS (
            SELECT 1 FROM articles_mentionround c
            WHERE c.id = NEW.round_id AND (c.opened_at IS NULL
                OR c.mention_id <> NEW.mention_id
                OR c.{column} IS DISTINCT FROM NEW.{column}))""",  # noqa: S608
        "A check that comes of a round is on what that round asked, once it is open.",
    )
