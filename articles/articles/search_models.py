"""What an article is found by, wherever it stands."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from articles.articles.models import Article
from core.models import AbstractSearchRow


class ArticleSearch(AbstractSearchRow):
    """The words of an article's title, author, outlet, topics and newest capture.

    Articles that were withdrawn or merged have none.
    """

    article = models.OneToOneField(
        Article,
        models.DO_NOTHING,
        primary_key=True,
        related_name="searched",
        db_constraint=False,  # it goes with its article, by trigger
    )

    class Meta:
        indexes = [
            GinIndex(fields=["words", "marks"], name="articles_articlesearch_words")
        ]

    def __str__(self) -> str:
        return f"words of article {self.article_id}"
