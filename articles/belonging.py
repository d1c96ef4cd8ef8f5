"""Refusals of rows whose parts belong to different articles or claims."""

from core.triggers import Refuse, agree, stays


def of_one_article(*pairs: tuple[str, str]) -> Refuse:
    """Refuse rows that name things of different articles.

    ``pairs`` are (column, table) of what has an ``article_id``; empty columns are
    left out of the comparison.
    """
    articles = " UNION ".join(
        f"SELECT t.article_id FROM {table} t WHERE t.id = NEW.{column}"  # noqa: S608
        for column, table in pairs
    )
    return agree(
        "of_one_article",
        f"(SELECT count(*) FROM ({articles}) a) > 1",  # noqa: S608
        "All that a row names is of one article.",
    )


def of_its_article(column: str, table: str) -> Refuse:
    """Refuse a row of an article that names something of another article."""
    return agree(
        "of_one_article",
        f"""EXISTS (SELECT 1 FROM {table} t WHERE t.id = NEW.{column}
            AND t.article_id <> NEW.article_id)""",  # noqa: S608
        "All that a row names is of one article.",
    )


STAYS_WITH_ARTICLE = stays(
    "article_id", "What stands in an article stays with that article."
)
