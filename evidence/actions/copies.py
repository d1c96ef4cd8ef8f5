"""Articles with near-equal text count as one distinct text."""

from evidence.models import Article, ArticleVersion
from evidence.reading.similarity import NEARLY_EQUAL, estimated_jaccard


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
