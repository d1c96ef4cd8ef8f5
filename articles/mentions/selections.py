"""Words that a person selected in an article's latest capture."""

from articles.models import Article, ArticleVersion
from articles.reading.anchoring.selection import trimmed
from articles.rows import latest_version, locked
from core.errors import LostRace, Refused

LONGEST_SELECTION = 2000  # characters


def selection(
    article: Article, version: ArticleVersion | None, start: int, end: int
) -> tuple[ArticleVersion, int, int]:
    """A selection in an article's latest capture, without white space at its ends.

    Raises Refused where it is no selection, LostRace where ``version`` is not the
    latest any more.
    """
    latest = latest_version(locked(article))
    if version is not None and version.pk != latest.pk:
        raise LostRace(
            f"The article was captured again meanwhile (version {latest.number}; you "
            f"saw {version.number}).",
            current=latest,
        )
    try:
        start, end = trimmed(latest.text, start, end)
    except ValueError as problem:
        raise Refused(str(problem), field="selection") from problem
    if end - start > LONGEST_SELECTION:
        raise Refused(
            f"The selection has {end - start:,} characters; at most "
            f"{LONGEST_SELECTION:,} were expected.",
            field="selection",
        )
    return latest, start, end
