"""What a reading of an article becomes: works, citations, mentions; a near copy."""

from articles.citations.capture import store_citations
from articles.citations.cited import store_works
from articles.mentions.capture import store_mentions
from articles.mentions.reanchoring import place_earlier
from articles.models import Article, ArticleVersion
from articles.reading.anchoring.similarity import NEARLY_EQUAL, estimated_jaccard
from articles.reading.document import Reading


def store_capture(
    version: ArticleVersion, before: ArticleVersion | None, reading: Reading
) -> None:
    """Store all that a capture cites and claims.

    ``before`` is the version it follows: what stood there, or in an older one, keeps
    its row and gets its place in the new version, or is said to be gone.
    """
    earlier = place_earlier(version, before, reading.sentences)
    works = store_works(version, reading, is_first=before is None)
    cited = [placed for placed in earlier if placed.anchor.citation_id]
    claimed = [placed for placed in earlier if placed.anchor.mention_id]
    citations, fresh = store_citations(version, reading, works, cited)
    store_mentions(version, reading, citations, fresh, claimed)


def note_near_copy(article: Article, version: ArticleVersion) -> None:
    """Say of which older article this one is nearly a copy, if of any.

    The first article of a text is nobody's copy; one that has copies itself stays.
    """
    if article.near_copies.exists():
        return
    first = _first_alike(article, version)
    if first != article.same_text_as_id:
        article.same_text_as_id = first
        article.save(update_fields=["same_text_as"])
        article.refresh_from_db(fields=["revision"])


def _first_alike(article: Article, version: ArticleVersion) -> int | None:
    candidates = (
        ArticleVersion.objects.filter(
            sketch__overlap=version.sketch,
            article__lt=article.pk,
            article__withdrawn_at=None,
            article__merged_into=None,
        )
        .order_by("article", "number")
        .values_list("article", "article__same_text_as", "sketch")
    )
    for known, first, sketch in candidates.iterator():
        if estimated_jaccard(sketch, version.sketch) >= NEARLY_EQUAL:
            return first or known
    return None
